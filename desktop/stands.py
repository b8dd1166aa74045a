"""The groups of tabs in the window, one or two, of which one is active: what is done to the text is done there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.layouts import Group, Layout, decode, encode
from desktop.marks import Hand
from desktop.stand import Stand
from library.changes import Changes

if TYPE_CHECKING:
    from desktop.messages import Messages
    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.theme import Themes

KEPT = "window.groups"
"""Under this key a library's state keeps the layout."""
KEEP_AFTER = 1000
"""Milliseconds after a change in which others may follow before the layout is kept."""


class Stands(QWidget):
    """Says what happens in the active group, and that another one is active.

    The second group is made when it is first wanted and then kept, empty and unseen while there is only one.
    """

    added = Signal(object)
    """Carries a `Stand` that was made."""
    turned = Signal()
    """Another group is the active one, or there is one more or less."""
    document_shown = Signal(object)
    """Carries the id of the document that the active group shows now, None for none."""
    titled = Signal()
    """What the active group shows, or what that is called, is another."""
    tabs_changed = Signal()
    trail_changed = Signal()
    place_changed = Signal(int, int)
    chosen_changed = Signal()
    """Another passage or highlight is selected, or other bookmarks are set."""
    highlight_selected = Signal(str)
    note_requested = Signal(str, bool)

    def __init__(
        self, session: Session, themes: Themes, settings: Settings, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._themes = themes
        self._settings = settings
        self._messages = messages
        self._hand = Hand()
        self._shown: str | None = None
        self._keeping = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._keeping.timeout.connect(self._keep)
        # before any group hears of it, whose place is then still known
        session.closing.connect(self._keep)
        session.closed.connect(self._clear)
        session.changed.connect(self._follow)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._all: list[Stand] = []
        self.active = self._make()
        row.addWidget(self.active)
        self.setFocusProxy(self.active)

    @property
    def all(self) -> tuple[Stand, ...]:
        """The groups that are seen, from left to right or from the top down."""
        return tuple(self._all)

    def restore(self, document_ids: set[str]) -> bool:
        """Show the tabs as they were left, those of `document_ids`; False where there are none."""
        library = self._session.library
        layout = decode(library.state.get(KEPT) or "") if library is not None else None
        groups = [_present(group, document_ids) for group in layout.groups] if layout is not None else []
        groups = [group for group in groups if group.tabs]
        if not groups:
            return False
        self.active.restore(groups[0].tabs, groups[0].index)
        return True

    def _make(self) -> Stand:
        stand = Stand(self._session, self._themes, self._settings, self._messages, self._hand, self)
        self._all.append(stand)
        pane, marking, reading = stand.pane, stand.marking, stand.reading
        for source, told in (
            (stand.tabs_changed, self.tabs_changed),
            (stand.trail.changed, self.trail_changed),
            (pane.place_changed, self.place_changed),
            (pane.selection_changed, self.chosen_changed),
            (pane.selected_highlight_changed, self.chosen_changed),
            (stand.bookmarking.altered, self.chosen_changed),
            (marking.highlight_selected, self.highlight_selected),
            (marking.note_requested, self.note_requested),
        ):
            self._relay(stand, source, told)
        for changed in (reading.opened, reading.renamed, reading.closed):
            changed.connect(self._look)
        for changed in (stand.tabs_changed, pane.place_changed):
            changed.connect(lambda *_: self._keep_soon())
        return stand

    def _relay(self, stand: Stand, source: SignalInstance, told: SignalInstance) -> None:
        """Tell on what a group says, while it is the active one."""

        def tell(*arguments: object) -> None:
            if stand is self.active:
                told.emit(*arguments)

        source.connect(tell)

    def _look(self) -> None:
        """Say what is shown now."""
        document = self.active.reading.document
        shown = document.id if document is not None else None
        if shown != self._shown:
            self._shown = shown
            self.document_shown.emit(shown)
        self.titled.emit()

    def _follow(self, changes: Changes) -> None:
        """Drop the tabs of documents that are gone."""
        library = self._session.library
        if library is not None and (changes.touches("document") or not self._session.writable):
            there = {document.id for document in library.documents.all()}
            for stand in self._all:
                stand.retain(there)

    def _keep_soon(self) -> None:
        if not self._keeping.isActive():
            self._keeping.start()

    def _keep(self) -> None:
        """Keep the layout for next time; in a library open for reading it is not kept."""
        self._keeping.stop()
        if not self._session.writable:
            return
        groups = tuple(
            Group(tuple((tab.document_id, tab.place) for tab in stand.kept_tabs()), stand.tabs.index)
            for stand in self._all
        )
        layout = Layout(groups, self._all.index(self.active))
        self._session.write(lambda library: library.state.set(KEPT, encode(layout)))

    def _clear(self) -> None:
        for stand in self._all:
            stand.clear()
        self._keeping.stop()


def _present(group: Group, document_ids: set[str]) -> Group:
    """Return a group with only those of its documents that are among `document_ids`."""
    tabs = tuple(tab for tab in group.tabs if tab[0] in document_ids)
    before = sum(tab[0] in document_ids for tab in group.tabs[: group.index])
    return Group(tabs, before)
