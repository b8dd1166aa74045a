"""The groups of tabs in the window, one or two, of which one is active: what is done to the text is done there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QWidget

from desktop.layouts import GROUPS_KEY, Group, Layout, decode, encode
from desktop.stand import Stand
from desktop.together import Together
from desktop.widgets.beside import Beside
from library.changes import Changes

if TYPE_CHECKING:
    from desktop.firsttext import FirstText
    from desktop.messages import Messages
    from desktop.pens import Pens
    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.theme import Themes

HAIRLINE = 1
SHARES = 1000
"""Into so many parts the room is divided when it is shared out."""
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
    memo_requested = Signal(str, QRect)
    link_requested = Signal(str, QRect)

    def __init__(
        self,
        session: Session,
        themes: Themes,
        settings: Settings,
        messages: Messages,
        pens: Pens,
        parent: QWidget | None = None,
        *,
        first: FirstText | None = None,
    ) -> None:
        """Go on in the first group with the `first` text, if there is one."""
        super().__init__(parent)
        self._session = session
        self._themes = themes
        self._settings = settings
        self._messages = messages
        self._pens = pens
        self._shown: str | None = None
        self._keeping = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._keeping.timeout.connect(self._keep)
        # before any group hears of it, whose place is then still known
        session.closing.connect(self._keep)
        session.closed.connect(self._clear)
        session.changed.connect(self._follow)
        self._lay_out()
        self._together = Together(self)
        self._all: list[Stand] = []
        self._spare: Stand | None = None
        self.active = self._make(first)
        self._seat(self.active)
        self.setFocusProxy(self.active)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(HAIRLINE)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.splitterMoved.connect(lambda *_: self._keep_soon())
        self.beside = Beside(self.splitter, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.beside)

    @property
    def all(self) -> tuple[Stand, ...]:
        """The groups that are seen, from left to right or from the top down."""
        return tuple(self._all)

    @property
    def is_split(self) -> bool:
        """Whether there are two groups."""
        return len(self._all) > 1

    @property
    def is_below(self) -> bool:
        """Whether the second group stands below the first, and not right of it."""
        return self.is_split and self.splitter.orientation() == Qt.Orientation.Vertical

    @property
    def together(self) -> bool:
        """Whether the two groups scroll together."""
        return self._together.on

    def activate(self, stand: Stand) -> None:
        """Let what is done to the text be done in `stand`."""
        if stand is self.active or stand not in self._all:
            return
        self.active = stand
        self.setFocusProxy(stand)
        self._tell_turned()

    def turn(self) -> None:
        """Go to the other group, with the keyboard."""
        if self.is_split:
            self.activate(next(stand for stand in self._all if stand is not self.active))
            self.active.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def split(self, *, below: bool) -> None:
        """Show the text a second time, right of itself or below; two groups that there are stand that way then."""
        self.splitter.setOrientation(Qt.Orientation.Vertical if below else Qt.Orientation.Horizontal)
        tab = self.active.tabs.current
        if not self.is_split and tab is not None:
            place = self.active.pane.place()
            stand = self._spare or self._make()
            self._seat(stand)
            stand.restore([(tab.document_id, place)], 0)
            self.splitter.setSizes([1, 1])
            self.active = stand
            self.setFocusProxy(stand)
            stand.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._tell_turned()

    def unsplit(self, leaving: Stand | None = None) -> None:
        """Show one group alone, by default the active one; the tabs of the one that is `leaving` join it."""
        if not self.is_split:
            return
        if leaving is None:
            leaving = next(stand for stand in self._all if stand is not self.active)
        self._unseat(leaving)
        self.active.take_tabs(leaving.kept_tabs())
        leaving.clear()
        self._tell_turned()
        self.active.setFocus(Qt.FocusReason.OtherFocusReason)

    def send_tab_over(self) -> None:
        """Let the current tab stand in the other group, which is the active one then."""
        tab = self.active.tabs.current
        if not self.is_split or tab is None:
            return
        left, place = self.active, self.active.pane.place()
        self.turn()
        self.active.open(tab.document_id, new_tab=self.active.tabs.find(tab.document_id) is None)
        self.active.pane.scroll_to_place(place)
        left.close_tab(tab.id)

    def set_together(self, on: bool) -> None:
        """Let the two groups scroll together, or each by itself."""
        self._together.on = on
        self._together.follow(self.active.pane)
        self._keep_soon()

    def restore(self, document_ids: set[str]) -> bool:
        """Show the tabs as they were left, those of `document_ids`; False where there are none."""
        library = self._session.library
        kept = decode(library.state.get(GROUPS_KEY) or "") if library is not None else None
        layout = kept.among(document_ids) if kept is not None else None
        if layout is None:
            return False
        if len(layout.groups) > 1 and not self.is_split:
            self._seat(self._spare or self._make())
        for stand, group in zip(self._all, layout.groups, strict=True):
            stand.restore(group.tabs, group.index)
        self.splitter.setOrientation(Qt.Orientation.Vertical if layout.below else Qt.Orientation.Horizontal)
        self.splitter.setSizes([round(SHARES * layout.share), round(SHARES * (1 - layout.share))])
        self._together.on = layout.together
        self.active = self._all[layout.active]
        self.setFocusProxy(self.active)
        self._tell_turned()
        return True

    def _make(self, first: FirstText | None = None) -> Stand:
        stand = Stand(self._session, self._themes, self._settings, self._messages, self._pens, self, first)
        self._together.add(stand.pane)
        stand.pressed.connect(lambda: self._press(stand))
        stand.close_wanted.connect(lambda: self._close(stand))
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
            (marking.memo_requested, self.memo_requested),
            (marking.link_requested, self.link_requested),
        ):
            self._relay(stand, source, told)
        for changed in (reading.opened, reading.renamed, reading.closed):
            changed.connect(self._look)
        for changed in (stand.tabs_changed, pane.place_changed):
            changed.connect(lambda *_: self._keep_soon())
        stand.tabs_changed.connect(lambda: self._leave_empty(stand))
        self.added.emit(stand)
        return stand

    def _seat(self, stand: Stand) -> None:
        """Let a group be seen, behind the one there may be."""
        self._spare = None
        self._all.append(stand)
        self.splitter.addWidget(stand)
        stand.show()

    def _unseat(self, stand: Stand) -> None:
        """Let a group be seen no more; the other one is the active one then."""
        self._all.remove(stand)
        self._spare = stand
        stand.hide()
        self.active = self._all[0]
        self.setFocusProxy(self.active)

    def _leave_empty(self, stand: Stand) -> None:
        """Show the other group alone once one has no tabs any more."""
        if self.is_split and stand in self._all and not stand.tabs.all:
            held_focus = stand.isAncestorOf(QApplication.focusWidget() or self)
            self._unseat(stand)
            self._tell_turned()
            if held_focus:
                self.active.setFocus(Qt.FocusReason.OtherFocusReason)

    def _press(self, stand: Stand) -> None:
        self.activate(stand)
        stand.setFocus(Qt.FocusReason.MouseFocusReason)

    def _close(self, stand: Stand) -> None:
        if self.is_split:
            self.activate(next(other for other in self._all if other is not stand))
            self.unsplit(stand)

    def _follow_focus(self, _left: QWidget | None, entered: QWidget | None) -> None:
        if entered is not None and self.is_split:
            for stand in self._all:
                if stand.isAncestorOf(entered):
                    self.activate(stand)
                    return

    def _tell_turned(self) -> None:
        """Show which group is the active one, and say all that is said of it."""
        for stand in self._all:
            stand.show_head(self.is_split, active=stand is self.active)
        self._look()
        self.turned.emit()
        self.highlight_selected.emit(self.active.marking.current_id or "")
        if self.active.pane.flow is not None:
            self.place_changed.emit(self.active.pane.place(), self.active.pane.furthest())
        self._keep_soon()

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
            for stand in self.all:
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
        sizes = self.splitter.sizes()
        share = sizes[0] / sum(sizes) if self.is_split and sum(sizes) else 0.5
        layout = Layout(groups, self._all.index(self.active), self.is_below, share, self._together.on)
        self._session.write(lambda library: library.state.set(GROUPS_KEY, encode(layout)))

    def _clear(self) -> None:
        if self.is_split:
            leaving = self._all[1]
            self._unseat(leaving)
            leaving.clear()
        self.active.clear()
        self._together.on = False
        self._tell_turned()
        self._keeping.stop()
