"""The dialogs in which one looks things up and sets them, each opened over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from desktop.pens import NUMBERS
from desktop.widgets.penswatch import pen_icon

if TYPE_CHECKING:
    from desktop.window import MainWindow


class Pages(QObject):
    """Opens dialogs, and keeps in the menus what is set in them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        for signal in (window.pens.changed, window.themes.changed):
            signal.connect(self._show_pen_icons)
        window.pens.dialog_wanted.connect(self.show_pens)
        window.menus.shortcuts.changed.connect(self._show_find_key)
        self._show_pen_icons()
        self._show_find_key()

    def show_pens(self, number: int = 1) -> None:
        """Show what each pen marks with, to be altered, beginning with one of them."""
        from desktop.dialogs.pens import PensDialog

        window = self._window
        PensDialog(window.session, window.pens, window.themes, number, window).open()

    def show_shortcuts(self) -> None:
        """Show all actions with their keys, to be changed."""
        from desktop.dialogs.shortcuts import ShortcutsDialog

        menus = self._window.menus
        ShortcutsDialog(menus.groups(), menus.shortcuts, self._window.themes, self._window).open()

    def show_history(self) -> None:
        """Show what was done and when."""
        from desktop.dialogs.history import HistoryDialog

        window = self._window
        HistoryDialog(window.session, window.editing, window.themes, window).open()

    def show_export(self) -> None:
        """Show what would be exported, and in which form: what is in view.

        That is a memo, excerpts, a collection or a document; of a document whose cards are filtered, what they show.
        """
        window, navigation = self._window, self._window.navigation
        if window.memoing.memo_id is not None:
            window.memoing.export()
            return
        query, name = window.excerpts.query, window.excerpts.title
        document_id, cards = navigation.document_id, window.sidebar.highlights
        in_view = document_id is not None and query is None and cards.isVisible()
        shown = cards.model.filtered_ids if in_view and cards.model.document_id == document_id else []
        window.exporting.export(document_id, navigation.collection_id, highlight_ids=shown, query=query, name=name)

    def export_again(self) -> None:
        """Export as was done last; show what would be exported where nothing was exported from this library yet."""
        if not self._window.exporting.repeat():
            self.show_export()

    def _show_find_key(self) -> None:
        """Show on the button that leads to the search the keys that do the same."""
        keys = self._window.menus["search"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self._window.tools.find_button.set_key(keys)

    def _show_pen_icons(self) -> None:
        """Show the pens in their menu as they are."""
        for number in NUMBERS:
            pen = self._window.pens.find(number)
            self._window.menus[f"pen_{number}"].setIcon(pen_icon(self._window.themes.current, pen))
