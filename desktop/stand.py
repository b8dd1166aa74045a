"""One group of tabs: the text that is shown, its marks, and the way the reader came."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.bookmarking import Bookmarking
from desktop.history import Spot
from desktop.itemmodels.references import References
from desktop.marking import Marking
from desktop.marks import Marks
from desktop.reader.view import ReaderView
from desktop.reading import OpenDocument
from desktop.tabs import Tab, Tabs
from desktop.tagdrops import TagDrops
from desktop.trail import Trail
from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.firsttext import FirstText
    from desktop.goto import GoTo
    from desktop.messages import Messages
    from desktop.pens import Pens
    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.theme import Themes
    from desktop.widgets.backchip import BackChip
    from desktop.widgets.grouphead import GroupHead


BACK = "Alt+Left"
"""The key that goes back: it is shown where the way back is offered."""


class Stand(QWidget):
    """Shows one of its tabs at a time, so that however many there are only one text is held.

    A text that is shown again stands as it was left, the same character first in sight.
    """

    tabs_changed = Signal()
    """There are other tabs, in another order, or another one is shown."""
    pressed = Signal()
    """The line above the text was clicked."""
    close_wanted = Signal()
    chip_made = Signal(object)
    """Carries the `BackChip`, which is made when a way back is first offered."""

    def __init__(
        self,
        session: Session,
        themes: Themes,
        settings: Settings,
        messages: Messages,
        pens: Pens,
        parent: QWidget | None = None,
        first: FirstText | None = None,
    ) -> None:
        """Go on with the `first` text, if there is one."""
        super().__init__(parent)
        self._session = session
        self.tabs = Tabs()
        self.view = ReaderView(themes, settings, self, pane=first.pane if first is not None else None)
        self.pane = self.view.pane
        self._references = References(session)
        self.view.complete_from(self._references)
        self.reading = OpenDocument(session, self.pane, self, seen=first.seen if first is not None else None)
        self.marking = Marking(session, self.pane, messages, settings, themes, pens, self)
        TagDrops(session, self.pane, self.marking)
        self._marks = Marks(session, messages, pens)
        self.view.note_written.connect(self._marks.write_note)
        self.view.note_discarded.connect(self._marks.discard)
        self.bookmarking = Bookmarking(session, self.pane, messages, self)
        self.trail = Trail(self.pane, self.reading, self._return_to, self)
        self._themes = themes
        self._goto: GoTo | None = None
        self.chip: BackChip | None = None
        self._lead_back: Callable[[], object] = self.trail.back
        self.head: GroupHead | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self._connect()

    def _connect(self) -> None:
        for signal in (self.reading.opened, self.reading.closed):
            signal.connect(self._show_marks)
        for signal in (self.reading.opened, self.reading.closed, self.reading.renamed):
            signal.connect(self._name)
        self.trail.jumped.connect(self._offer_return)
        self.trail.changed.connect(self._withdraw_offer)
        self.pane.scrolled.connect(self._dismiss_offer)
        self.pane.installEventFilter(self)
        self.pane.viewport().installEventFilter(self)

    def open(self, document_id: str, position: int | None = None, *, new_tab: bool = False) -> None:
        """Show a document where it was left, or with code point `position` in view: a jump.

        It stands in its tab if it has one, else in the current one, or always in a `new_tab`.
        """
        with self.trail.jump():
            self._leave()
            tab = None if new_tab else self.tabs.find(document_id)
            if tab is not None:
                self.tabs.choose(tab.id)
            elif new_tab:
                self.tabs.add(document_id)
            else:
                self.tabs.show(document_id)
            self.show_current(position)

    def ask_place(self) -> None:
        """Ask where in the text to go."""
        if self._goto is None:
            from desktop.goto import GoTo  # once it is wanted: what is loaded at the start is waited for

            self._goto = GoTo(self.pane, self.trail, self._themes, self.view)
        self._dismiss_offer()
        self._goto.ask()

    def show_head(self, shown: bool, *, active: bool) -> None:
        """Show or hide the line above the text, which tells the group that is `active` from the other one."""
        if self.head is None and shown:
            from desktop.widgets.grouphead import GroupHead

            self.head = GroupHead(self._themes, self)
            self.head.pressed.connect(self.pressed)
            self.head.close_wanted.connect(self.close_wanted)
            self._column.insertWidget(0, self.head)
            self._name()
        if self.head is not None:
            self.head.setVisible(shown)
            self.head.set_active(active)

    def show_current(self, position: int | None = None) -> None:
        """Show the current tab as it was left, or with code point `position` in view; nothing where there is none."""
        tab = self.tabs.current
        if tab is None:
            self.reading.close()
        else:
            self.reading.open(tab.document_id, position, place=tab.place)
        self.tabs_changed.emit()

    def choose_tab(self, tab_id: int) -> None:
        """Show a tab."""
        with self.trail.jump():
            self._leave()
            self.tabs.choose(tab_id)
            self.show_current()

    def step_tab(self, step: int) -> None:
        """Show the tab `step` places further, round the ends."""
        with self.trail.jump():
            self._leave()
            self.tabs.step(step)
            self.show_current()

    def move_tab(self, tab_id: int, index: int) -> None:
        """Let a tab stand at `index`."""
        self.tabs.move(tab_id, index)
        self.tabs_changed.emit()

    def close_tab(self, tab_id: int) -> None:
        """Close a tab; where it was shown its neighbour is shown."""
        self._leave()
        self.tabs.close(tab_id)
        self.show_current()

    def reopen_tab(self) -> None:
        """Show the tab again that was closed last."""
        with self.trail.jump():
            self._leave()
            self.tabs.reopen()
            self.show_current()

    def restore(self, tabs: Iterable[tuple[str, int | None]], index: int) -> None:
        """Have these documents at these places in tabs, and show the one at `index`."""
        self.tabs.restore(tabs, index)
        self.trail.clear()
        self.show_current()

    def take_tabs(self, tabs: Iterable[Tab]) -> None:
        """Have tabs of another group, too, of those documents that have none here."""
        for tab in tabs:
            if self.tabs.find(tab.document_id) is None:
                self.tabs.append(tab.document_id, tab.place)
        self.tabs_changed.emit()

    def kept_tabs(self) -> tuple[Tab, ...]:
        """Return the tabs, the current one with its place as it is now."""
        self._leave()
        return self.tabs.all

    def retain(self, document_ids: set[str]) -> None:
        """Drop what belongs to other documents: they are gone."""
        self.trail.retain(document_ids)
        shown = self.tabs.current
        if self.tabs.retain(document_ids):
            if self.tabs.current == shown:
                self.tabs_changed.emit()
            else:
                self.show_current()

    def clear(self) -> None:
        """Have no tabs."""
        self.tabs.restore((), 0)
        self.trail.clear()
        self.show_current()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go back and forward with the buttons that mice have for it; let the chip go with Esc."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._dismiss_offer()
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if event.button() == Qt.MouseButton.BackButton:
                self.trail.back()
                return True
            if event.button() == Qt.MouseButton.ForwardButton:
                self.trail.forward()
                return True
        return super().eventFilter(watched, event)

    def _name(self) -> None:
        document = self.reading.document
        if self.head is not None:
            self.head.show_title(document.title if document is not None else "")

    def _show_marks(self) -> None:
        """Show the marks of the document that the pane shows now."""
        document = self.reading.document
        self._references.document_id = document.id if document is not None else None
        if document is not None:
            self.marking.document_opened(document.id)
        else:
            self.marking.document_closed()
        self.bookmarking.show_document(document.id if document is not None else None)

    def _offer_return(self) -> None:
        """Offer the way back to the spot that was left."""
        spot, document, library = self.trail.previous, self.reading.document, self._session.library
        if spot is None or document is None or library is None:
            return
        if spot.document_id == document.id:
            place = tr("paragraph {number}", number=f"{spot.paragraph:,}")
        else:
            title = library.documents.get(spot.document_id).title
            place = tr("{title}, paragraph {number}", title=title, number=f"{spot.paragraph:,}")
        self._offer(place, QKeySequence(BACK), self.trail.back)

    def offer_way(self, place: str, keys: QKeySequence, go: Callable[[], object]) -> None:
        """Offer a way back to a place that is not in a text: `go` leads there, as do the keys."""
        self._offer(place, keys, go)

    def _offer(self, place: str, keys: QKeySequence, go: Callable[[], object]) -> None:
        if self.chip is None:
            from desktop.widgets.backchip import BackChip

            self.chip = BackChip(self._themes, self.view)
            self.chip.clicked.connect(lambda: self._lead_back())
            self.chip_made.emit(self.chip)
        self._lead_back = go
        self.chip.offer(place, keys.toString(QKeySequence.SequenceFormat.NativeText))

    def _withdraw_offer(self) -> None:
        if self.trail.previous is None:
            self._dismiss_offer()

    def _dismiss_offer(self) -> None:
        if self.chip is not None:
            self.chip.dismiss()

    def _leave(self) -> None:
        """Remember where the current tab is, before another is shown."""
        tab, document = self.tabs.current, self.reading.document
        if tab is not None and document is not None and document.id == tab.document_id:
            self.tabs.keep_place(self.pane.place())

    def _return_to(self, spot: Spot) -> None:
        self.open(spot.document_id)
        self.pane.scroll_to_place(spot.place)
