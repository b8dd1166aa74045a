"""The page of a concordance: its order above, and below it the lines, aligned at their hits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.itemmodels.lines import LinesModel, ShownLine
from desktop.translation import plural, tr
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.flowbox import FlowBox
from desktop.widgets.lineview import LineView
from desktop.widgets.segments import Segments
from library.search.concordance import FURTHEST, Order

if TYPE_CHECKING:
    from desktop.theme import Themes
    from library.search.concordance import Arrangement, Concordance

MARGIN, NARROW_MARGIN, TOP, BOTTOM, GAP = 36, 14, 22, 8, 8
WIDE = 620
"""Pixels of width from which on there is room for wide margins."""
SIDES = ("place", "left", "right")
WAYS = ("pinyin", "frequency")


class ConcordancePage(QWidget):
    """Shows lines in an order; it makes none itself."""

    order_chosen = Signal(object)
    """Carries the `Order` in which the lines are wanted."""
    line_opened = Signal(object)
    """Carries the `Hit` that is to be shown in its text."""
    marking_wanted = Signal()
    copying_wanted = Signal()
    export_wanted = Signal()
    left = Signal()

    def __init__(self, themes: Themes, title_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.query = ""
        self.concordance: Concordance | None = None
        self.arrangement: Arrangement | None = None
        self._themes = themes
        self._title_of = title_of
        self.model = LinesModel(self)
        self.list = LineView(self.model, themes, self._source, self)
        self.title, self.told = ElidedLabel(self), ElidedLabel(self)
        self.told.setProperty("role", "soft")
        self.side, self.way = Segments(SIDES, self), Segments(WAYS, self)
        self.word = QComboBox(self)
        self.word.addItems([""] * FURTHEST)
        self.collapse = QToolButton(self)
        self.collapse.setCheckable(True)
        self.mark_button, self.copy_button, self.export_button = (QPushButton(self) for _ in range(3))
        self._build()
        self._connect()
        themes.changed.connect(self._dress)
        self._dress()
        self.retranslate()

    @property
    def order(self) -> Order:
        """The order that is chosen."""
        side = self.side.current
        chosen = "left" if side == "left" else "right" if side == "right" else "place"
        return Order(chosen, self.word.currentIndex() + 1, "frequency" if self.way.current == "frequency" else "pinyin")

    @property
    def chosen(self) -> list[int]:
        """The lines on which a verb acts: those that are ticked, and else all."""
        ticked = self.model.ticked
        return ticked if ticked or self.arrangement is None else list(self.arrangement.rows)

    def show_lines(self, query: str, concordance: Concordance, arrangement: Arrangement) -> None:
        """Show lines in an order."""
        self.query, self.concordance, self.arrangement = query, concordance, arrangement
        self.model.show(concordance, arrangement)
        self._tell()

    def forget(self) -> None:
        """Show nothing: the library is closed."""
        self.query, self.concordance, self.arrangement = "", None, None
        self.model.clear()
        self._tell()

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.setAccessibleName(tr("Concordance"))
        for segment, text in (("place", tr("By place")), ("left", tr("By the left")), ("right", tr("By the right"))):
            self.side.set_text(segment, text)
        for segment, text in (("pinyin", tr("Pinyin")), ("frequency", tr("Frequency"))):
            self.way.set_text(segment, text)
        for number, text in enumerate((tr("1st word"), tr("2nd word"), tr("3rd word"))):
            self.word.setItemText(number, text)
        self.word.setAccessibleName(tr("The word that orders the lines"))
        self.collapse.setText(tr("Join equal ones"))
        self.collapse.setToolTip(tr("Show one line for all with equal words, with their number"))
        self.collapse.setAccessibleName(self.collapse.text())
        self.mark_button.setText(tr("Mark…"))
        self.mark_button.setToolTip(tr("Make highlights of the ticked lines, or of all"))
        self.copy_button.setText(tr("Copy"))
        self.copy_button.setToolTip(tr("Copy the ticked lines, or all, as a table"))
        self.export_button.setText(tr("Export…"))
        self.export_button.setToolTip(tr("Write the ticked lines, or all, to a table file"))
        self.list.setAccessibleName(tr("Lines"))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        margin = MARGIN if event.size().width() >= WIDE else NARROW_MARGIN
        self._column.setContentsMargins(margin, TOP, margin, BOTTOM)
        super().resizeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.list.setFocus(event.reason())

    # Inside

    def _build(self) -> None:
        for button in (self.mark_button, self.copy_button, self.export_button):
            button.setProperty("role", "link")
        head, tools = QHBoxLayout(), FlowBox(GAP)
        head.addWidget(self.title)
        head.addSpacing(10)
        head.addWidget(self.told, 1)
        for button in (self.mark_button, self.copy_button, self.export_button):
            head.addWidget(button)
        for part in (self.side, self.word, self.way, self.collapse):
            tools.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, TOP, MARGIN, BOTTOM)
        self._column.setSpacing(10)
        self._column.addLayout(head)
        self._column.addLayout(tools)
        self._column.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.side.select("right")
        self.side.changed.connect(lambda _: self._choose())
        self.way.changed.connect(lambda _: self._choose())
        self.word.activated.connect(lambda _: self._choose())
        self.collapse.toggled.connect(self.model.collapse)
        self.model.ticks_changed.connect(self._tell)
        self.list.opened.connect(self._open)
        self.list.left.connect(self.left)
        self.mark_button.clicked.connect(self.marking_wanted)
        self.copy_button.clicked.connect(self.copying_wanted)
        self.export_button.clicked.connect(self.export_wanted)

    def _dress(self) -> None:
        self.title.setFont(self._themes.current.heading_font())

    def _choose(self) -> None:
        by_words = self.side.current != "place"
        for part in (self.word, self.way, self.collapse):
            part.setEnabled(by_words)
        self.order_chosen.emit(self.order)

    def _open(self, row: int) -> None:
        line = self.model.line(row)
        if line is not None:
            self.line_opened.emit(line)

    def _source(self, shown: ShownLine) -> str:
        return self._title_of(shown.line.document_id)

    def _tell(self) -> None:
        self.title.setText(self.query or tr("Concordance"))
        lines = self.concordance
        for button in (self.mark_button, self.copy_button, self.export_button):
            button.setEnabled(bool(lines))
        if lines is None:
            self.told.clear()
            return
        ticked = self.model.ticked_count
        told = [
            plural(len(lines), "{count} line", "{count} lines"),
            plural(lines.document_count, "{count} document", "{count} documents"),
        ]
        if lines.repeated:
            told.append(tr("{count} more printed twice", count=f"{lines.repeated:,}"))
        if ticked:
            told.append(tr("{count} ticked", count=f"{ticked:,}"))
        self.told.setText(" · ".join(told))
