"""Hits about to become highlights: which of them, how far each reaches, and what they are marked with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.itemmodels.lines import LinesModel, ShownLine
from desktop.pens import NUMBERS, Pens
from desktop.translation import plural, tr
from desktop.widgets.lineview import LineView
from desktop.widgets.penswatch import pen_icon
from desktop.widgets.segments import Segments
from desktop.widgets.swatch import color_name, swatch_icon
from desktop.widgets.tagpicker import TagPicker
from desktop.widgets.tagsbutton import TagsButton
from library.models import COLORS, Color, Style, Tag
from library.search.reach import REACHES, Reach

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.theme import Themes
    from library.search.concordance import Arrangement, Concordance

_SIZE = QSize(860, 600)
_MARGIN = 24
_GAP = 10


@dataclass(frozen=True, slots=True)
class Marking:
    """Which lines of a concordance are to be marked, and with what; `tags` are full names.

    `color` None is that of the first tag.
    """

    concordance: Concordance
    rows: list[int]
    reach: Reach
    color: Color | None
    style: Style
    tags: tuple[str, ...]


class MarkHitsDialog(QDialog):
    """A line a hit, some of them ticked at first. A pen sets colour, style and tags at once."""

    wanted = Signal(object)
    """Carries the `Marking` that was chosen."""
    joining_wanted = Signal(str)
    """Carries the `Reach` for which `show_passages` is to be told which hits become one passage."""

    def __init__(
        self,
        concordance: Concordance,
        arrangement: Arrangement,
        ticks: bytearray,
        title_of: Callable[[str], str],
        session: Session,
        themes: Themes,
        pens: Pens,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._themes = themes
        self._pens = pens
        self._title_of = title_of
        self._concordance = concordance
        self._hits = arrangement
        self._counted = True
        self._tags: dict[str, Tag | None] = {}
        self.model = LinesModel(self)
        self.list = LineView(self.model, themes, self._source, self)
        self.reach = Segments(REACHES, self)
        self.pen, self.color, self.style_box = QComboBox(self), QComboBox(self), QComboBox(self)
        self.tags = TagsButton(themes, self)
        self.picker = TagPicker(session, themes, self)
        self.told = QLabel(self)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setProperty("role", "soft")
        self.all_button, self.none_button = QPushButton(self), QPushButton(self)
        self.mark_button, self.cancel_button = QPushButton(self), QPushButton(self)
        self._labels = [QLabel(self) for _ in range(5)]
        self._build()
        self._fill()
        self._connect()
        self.retranslate()
        self.model.show(concordance, arrangement, ticks)
        self.list.setFocus()

    @property
    def marking(self) -> Marking:
        """What is chosen now."""
        reach = next(reach for reach in REACHES if reach == self.reach.current)
        style: Style = "underline" if self.style_box.currentIndex() else "highlight"
        color: Color | None = self.color.currentData()
        return Marking(self._concordance, self.model.ticked, reach, color, style, tuple(self._tags))

    def add_tags(self, paths: list[str]) -> None:
        """Put tags on what is marked; those that are missing are made with the marks."""
        library = self._session.library
        for path in paths:
            self._tags[path] = library.tags.find_path(path) if library is not None else None
        self._show_tags()

    def remove_tag(self, tag_id: str) -> None:
        """Put a tag on nothing."""
        self._tags = {path: tag for path, tag in self._tags.items() if tag is None or tag.id != tag_id}
        self._show_tags()

    def show_passages(self, reach: Reach, passages: Arrangement) -> None:
        """List the passages that the hits become with a reach, unless another one is wanted by now."""
        if self.reach.current == reach:
            self.model.widen(reach, passages)
            self._counted = True
            self._count()

    def accept(self) -> None:
        """Have the ticked hits marked; without any there is nothing to be done."""
        if self._counted and self.model.ticked_count:
            marking = self.marking
            super().accept()
            self.wanted.emit(marking)

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        self.setWindowTitle(tr("Mark hits"))
        names = {"exact": tr("As found"), "words": tr("Whole words"), "sentences": tr("Whole sentences")}
        for reach in REACHES:
            self.reach.set_text(reach, names[reach])
        self.reach.fit()
        parts = (self.reach, self.pen, self.color, self.style_box, self.tags)
        texts = (tr("What is marked"), tr("Pen"), tr("Colour"), tr("Style"), tr("Tags"))
        for label, part, text in zip(self._labels, parts, texts, strict=True):
            label.setText(text)
            part.setAccessibleName(text)
        self.list.setAccessibleName(tr("Hits"))
        self.all_button.setText(tr("Tick all"))
        self.none_button.setText(tr("Tick none"))
        self.cancel_button.setText(tr("Cancel"))
        self._count()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keyboard, and only elsewhere the one that marks."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # Inside

    def _build(self) -> None:
        for button in (self.all_button, self.none_button):
            button.setProperty("role", "link")
            button.setAutoDefault(False)
        self.mark_button.setProperty("role", "primary")
        self.mark_button.setDefault(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.mark_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        ticks = QHBoxLayout()
        ticks.addWidget(self.told, 1)
        ticks.addWidget(self.all_button)
        ticks.addWidget(self.none_button)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(5, 1)
        places = ((self.reach, 0, 1, 5), (self.pen, 1, 1, 1), (self.color, 1, 3, 1), (self.style_box, 1, 5, 1),
                  (self.tags, 2, 1, 5))  # fmt: skip
        for label, (part, row, column, span) in zip(self._labels, places, strict=True):
            grid.addWidget(label, row, column - 1)
            alignment = Qt.AlignmentFlag.AlignLeft if part in (self.reach, self.style_box) else Qt.AlignmentFlag(0)
            grid.addWidget(part, row, column, 1, span, alignment)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        column.addLayout(ticks)
        column.addWidget(self.list, 1)
        column.addLayout(grid)
        column.addWidget(buttons)
        self.resize(_SIZE)

    def _fill(self) -> None:
        theme = self._themes.current
        self.pen.addItem(tr("No pen"), None)
        for number in NUMBERS:
            pen = self._pens.find(number)
            if pen is not None:
                self.pen.addItem(pen_icon(theme, pen), f"{number}   {pen.name}", pen)
        self.color.addItem(tr("By tag"), None)
        for color in COLORS:
            self.color.addItem(swatch_icon(theme, color), color_name(color), color)
        self.style_box.addItems([tr("Highlight"), tr("Underline")])
        self._show_tags()

    def _connect(self) -> None:
        self.model.ticks_changed.connect(self._count)
        self.reach.changed.connect(self._widen)
        self.pen.activated.connect(self._take_pen)
        self.tags.clicked.connect(self._pick_tags)
        self.picker.tags_chosen.connect(self.add_tags)
        self.picker.tag_withdrawn.connect(self.remove_tag)
        self.picker.closed.connect(lambda: self.tags.setFocus())
        self.all_button.clicked.connect(lambda: self.model.tick_all(True))
        self.none_button.clicked.connect(lambda: self.model.tick_all(False))
        self.list.left.connect(self.reject)
        self.list.opened.connect(self.model.toggle)
        self._session.closed.connect(self.reject)

    def _source(self, shown: ShownLine) -> str:
        return self._title_of(shown.line.document_id)

    def _widen(self, chosen: str) -> None:
        if chosen == "exact":
            self.show_passages(chosen, self._hits)
            return
        self._counted = False
        self._count()
        self.joining_wanted.emit(chosen)

    def _take_pen(self) -> None:
        pen = self.pen.currentData()
        if pen is not None:
            self.color.setCurrentIndex(self.color.findData(pen.color))
            self.style_box.setCurrentIndex(int(pen.style == "underline"))
            self._tags = dict(zip(pen.paths, pen.tags, strict=True))
            self._show_tags()

    def _pick_tags(self) -> None:
        self.picker.open_at(QRect(self.tags.mapToGlobal(QPoint()), self.tags.size()), [])
        self._tick_tags()

    def _tick_tags(self) -> None:
        self.picker.tick([tag.id for tag in self._tags.values() if tag is not None])

    def _show_tags(self) -> None:
        self.tags.show_tags([(path, tag.color if tag is not None else "yellow") for path, tag in self._tags.items()])
        if self.picker.isVisible():
            self._tick_tags()

    def _count(self) -> None:
        ticked, every = self.model.ticked_rows, self.model.rowCount()
        count, total = f"{ticked:,}", f"{every:,}"
        if self.reach.current == "exact":
            self.told.setText(tr("{count} of {total} hits", count=count, total=total))
            self.mark_button.setText(plural(ticked, "Mark {count} hit", "Mark {count} hits"))
        else:
            self.told.setText(tr("{count} of {total} passages", count=count, total=total))
            self.mark_button.setText(plural(ticked, "Mark {count} passage", "Mark {count} passages"))
        self.mark_button.setEnabled(self._counted and ticked > 0)
