"""What the window shows of a text: the pane, the find bar floating at its top right, and the tip with a note."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.itemmodels.references import References
from desktop.reader.accessible import ScreenReading
from desktop.reader.findbar import FindBar
from desktop.reader.finding import Finding
from desktop.reader.focusline import FocusLine
from desktop.reader.givenhits import GivenHits
from desktop.reader.hits import Hit, Hits
from desktop.reader.maptip import MapTip
from desktop.reader.margineditor import MarginEditor
from desktop.reader.notetip import NoteTip
from desktop.reader.pane import ReaderPane
from desktop.reader.rubyhover import ReadingRow
from desktop.reader.rubytip import RubyTip
from desktop.reader.scrollmap import WIDTH
from desktop.reader.style import reader_style
from desktop.settings import Settings
from desktop.theme import Themes
from desktop.typesettings import OF_KIND

_BAR_MARGIN = 14


class ReaderView(QWidget):
    """The pane in the style that themes and settings ask for.

    What floats over the text should be a child of this widget and not of the pane's viewport, whose children would
    scroll with the text.
    """

    note_written = Signal(str, str)
    """Carries the id of a highlight and the text of its note, to be saved."""
    note_discarded = Signal(str)
    """Carries the id of a highlight that was made only for a note, which stayed empty."""

    hit_marking_wanted = Signal()
    """The hits of the find bar are to be made marks."""
    reference_followed = Signal(str, str)
    """Carries the kind and the id of what a reference in a note leads to."""

    hits_ended = Signal(int)
    """There are no further hits of those that were given: 1 behind the last, -1 before the first."""
    hit_stepped = Signal(int)
    """A step led to the one of those hits that starts at this code point."""

    def __init__(
        self, themes: Themes, settings: Settings, parent: QWidget | None = None, *, pane: ReaderPane | None = None
    ) -> None:
        """Take over a `pane` that is there already."""
        super().__init__(parent)
        self._themes = themes
        self._settings = settings
        self.pane = pane or ReaderPane(reader_style(themes.current, settings), self)
        self._bar = FindBar(themes, settings, self)
        self._bar.marking_asked.connect(self.hit_marking_wanted)
        self._finding = Finding(self.pane, self._bar, self)
        self._given = GivenHits(self.pane, self)
        self._tip = NoteTip(themes, self)
        self._screen_reading = ScreenReading(self.pane)
        self.pane.set_caret_browsing(settings.caret_browsing)
        self._reading = RubyTip(self)
        self._editor = MarginEditor(themes, self.pane, self)
        self._place_tip = MapTip(themes, self.pane, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(FocusLine(self.pane, self))
        layout.addWidget(self.pane)
        self.setFocusProxy(self.pane)
        themes.changed.connect(self._restyle)
        settings.changed.connect(self._restyle)
        self.pane.zoomed.connect(self._keep_size)
        self.pane.note_hovered.connect(self._show_note)
        self._given.ended.connect(self.hits_ended)
        self._given.stepped.connect(self.hit_stepped)
        self._editor.written.connect(self.note_written)
        self._editor.discarded.connect(self.note_discarded)
        self._editor.left.connect(self.pane.setFocus)
        self._editor.field.followed.connect(self.reference_followed)
        self.pane.reading_shown.connect(self._show_reading)

    def edit_note(self, highlight_id: str, *, fresh: bool) -> bool:
        """Let the note of a highlight be written in the margin; say whether there is the room for it.

        A `fresh` highlight, made only to carry the note, is discarded if nothing is written.
        """
        return self._editor.begin(highlight_id, fresh=fresh)

    def complete_from(self, offers: References) -> None:
        """Complete references in notes from what is offered."""
        self._editor.field.complete_from(offers)

    def find(self) -> None:
        """Ask what to find in the text."""
        if self.pane.flow is not None:
            self._given.clear()
            self._finding.begin()
            self._place_bar()

    def find_next(self) -> None:
        """Go to the next hit; without anything searched for yet, ask."""
        self._step(1)

    def find_previous(self) -> None:
        """Go to the previous hit; without anything searched for yet, ask."""
        self._step(-1)

    @property
    def found_hits(self) -> list[Hit]:
        """The hits of the find bar while that is open, as far as they are known."""
        hits = self.pane.marks.hits
        return [hits[index] for index in range(len(hits))] if self._bar.isVisible() else []

    def show_hits(self, hits: Hits, current: Hit | None) -> None:
        """Mark the hits of a search elsewhere in the text that is shown, to be stepped through; go to the `current`."""
        if self._bar.isVisible():
            self._finding.leave()
        self._given.show(hits, current)

    def fill_hits(self, hits: Hits) -> None:
        """Mark all the hits of the search that `show_hits` began with; which is the current one is as before."""
        self._given.fill(hits)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Find):
            self.find()
        elif event.matches(QKeySequence.StandardKey.FindNext):
            self.find_next()
        elif event.matches(QKeySequence.StandardKey.FindPrevious):
            self.find_previous()
        elif event.key() == Qt.Key.Key_Escape and self._bar.isVisible():
            self._finding.leave()
        elif event.key() == Qt.Key.Key_Escape and self._given.active:
            self._given.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_bar()
        self._tip.hide()
        QTimer.singleShot(0, self._editor.place)  # the pane is laid out anew after its parent

    def _step(self, step: int) -> None:
        if self._given.active:
            self._given.step(step)
        elif not self._bar.query:
            self.find()
        elif step > 0:
            self._finding.next()
        else:
            self._finding.previous()

    def _place_bar(self) -> None:
        beside = WIDTH + _BAR_MARGIN
        self._bar.stand_within(QRect(_BAR_MARGIN, _BAR_MARGIN, self.width() - beside - _BAR_MARGIN, 0))

    def _show_note(self, text: str, area: QRect) -> None:
        corner = self.pane.viewport().mapTo(self, area.topLeft())
        self._tip.show_note(text, QRect(corner, area.size()), self.pane.reader_style)

    def _show_reading(self, rows: list[ReadingRow]) -> None:
        corner = QPointF(self.pane.viewport().mapTo(self, QPoint()))
        self._reading.show_rows([row.moved(corner) for row in rows], self.pane.reader_style)

    def _restyle(self) -> None:
        self.pane.set_caret_browsing(self._settings.caret_browsing)
        before = self.pane.reader_style
        self.pane.set_style(reader_style(self._themes.current, self._settings))
        if self.pane.reader_style is not before:
            self._tip.hide()
            self._editor.place()

    def _keep_size(self, size: int) -> None:
        self._settings.write(OF_KIND[self.pane.kind].size, float(size))
