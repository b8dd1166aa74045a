"""What the document panel is about: the documents selected in the window, or the one that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from desktop.shelf.table import DocumentTable
    from desktop.sidebar.documentpanel import DocumentPanel
    from desktop.window import MainWindow


class Subject(QObject):
    """Keeps the panel in step with what is selected, as long as it is in view."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show)
        window.sidebar.late_fields.when_made(self._attend)

    def open(self) -> None:
        """Turn to the fields of the selected documents, and put the focus there."""
        self._window.sides.unfold("sidebar")
        fields = self._window.sidebar.fields
        self._window.sidebar.show_view("document")
        self._show()
        if fields.document_ids:
            fields.focus_field()

    def _attend(self, fields: DocumentPanel) -> None:
        window = self._window
        fields.seen.connect(self._soon.start)
        fields.place_wanted.connect(self._go)
        for signal in (window.centre.turned, window.stands.document_shown, window.stands.turned, window.session.opened):
            signal.connect(self._soon.start)
        window.app.focusChanged.connect(self._soon.start)
        window.shelf.tree.selectionModel().selectionChanged.connect(self._soon.start)
        window.late_table.when_made(self._attend_table)

    def _attend_table(self, table: DocumentTable) -> None:
        table.view.selectionModel().selectionChanged.connect(self._soon.start)
        table.model.modelReset.connect(self._soon.start)

    def _show(self) -> None:
        window, fields = self._window, self._window.sidebar.late_fields.find()
        if fields is None or not fields.isVisible() or window.session.library is None:
            return
        ids = window.shelving.selected().document_ids
        read = window.reading.document if window.centre.shows_text else None
        fields.show_documents(tuple(ids) or ((read.id,) if read is not None else ()))

    def _go(self, document_id: str, start: int, end: int) -> None:
        """Show where the text of a document says what a field tells: a jump."""
        window = self._window
        window.navigation.open_document(document_id)
        with window.stands.active.trail.jump():
            window.pane.go_to(start)
            window.pane.select(start, end)
        window.sides.focus("centre")
