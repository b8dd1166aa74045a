"""What each of the nine pens marks with, altered at once as one chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.pens import NUMBERS, HeldPen, Pens
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.penswatch import paint_pen
from desktop.widgets.swatch import DIAMETER, color_name, swatch_icon
from desktop.widgets.tagpicker import TagPicker
from desktop.widgets.tagsbutton import TagsButton
from library.models import COLORS, Style

if TYPE_CHECKING:
    from desktop.session import Session

_MARGIN = 20


class PenSign(QWidget):
    """The digit of a pen on its swatch."""

    def __init__(self, number: int, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self._themes = themes
        self._pen: HeldPen | None = None
        self.setFixedSize(DIAMETER + 2, DIAMETER + 2)

    def show_pen(self, pen: HeldPen | None) -> None:
        """Show what the pen marks with."""
        self._pen = pen
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._themes.current
        painter = QPainter(self)
        paint_pen(painter, QRectF(self.rect()), theme, self._pen)
        painter.setFont(theme.interface_font(theme.size("caption")))
        painter.setPen(theme.color("ink" if self._pen is not None else "soft"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class PenRow:
    """The parts of one pen's row."""

    def __init__(self, number: int, pens: Pens, themes: Themes, parent: QWidget) -> None:
        self.number = number
        self._pens = pens
        self.sign = PenSign(number, themes, parent)
        self.color = QComboBox(parent)
        for color in COLORS:
            self.color.addItem(swatch_icon(themes.current, color), color_name(color), color)
        self.color.addItem(tr("By tag"), None)
        self.color.setPlaceholderText(tr("Empty"))
        self.style = QComboBox(parent)
        self.style.addItem(tr("Highlight"), "highlight")
        self.style.addItem(tr("Underline"), "underline")
        self.tags = TagsButton(themes, parent)
        self.reset = QPushButton(tr("Reset"), parent)
        self.reset.setProperty("role", "link")
        self.reset.setAutoDefault(False)
        for part, name in ((self.color, tr("Colour")), (self.style, tr("Style")), (self.tags, tr("Tags"))):
            part.setAccessibleName(tr("{part} of pen {number}", part=name, number=number))
        self.reset.setAccessibleName(tr("Reset pen {number}", number=number))
        self.color.activated.connect(self._set)
        self.style.activated.connect(self._set)
        for part in (self.style, self.reset):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        self.reset.clicked.connect(lambda: pens.reset(number))
        self.show()

    def show(self) -> None:
        """Show what the pen marks with now."""
        pen = self._pens.find(self.number)
        self.sign.show_pen(pen)
        self.tags.show_tags([(path, tag.color) for path, tag in zip(pen.paths, pen.tags, strict=True)] if pen else [])
        by_tag = len(COLORS)
        self.color.setCurrentIndex(-1 if pen is None else COLORS.index(pen.color) if pen.color else by_tag)
        self.style.setCurrentIndex(0 if pen is None else self.style.findData(pen.style))
        self.style.setVisible(pen is not None)
        usual = HeldPen(self.number, COLORS[self.number - 1]) if self.number <= len(COLORS) else None
        self.reset.setVisible(pen != usual)

    def _set(self) -> None:
        pen, style = self._pens.find(self.number), self.style.currentData()
        chosen: Style = style
        self._pens.set(self.number, self.color.currentData(), chosen, pen.tag_ids if pen is not None else ())


class PensDialog(QDialog):
    """A row a pen: colour, style and tags; every one is written as it is changed, and can be undone."""

    def __init__(
        self, session: Session, pens: Pens, themes: Themes, number: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Pens"))
        self._pens = pens
        self._picked = number
        self.rows = {each: PenRow(each, pens, themes, self) for each in NUMBERS}
        self._build()
        self.picker = TagPicker(session, themes, self)
        self.picker.tags_chosen.connect(lambda paths: pens.add_tags(self._picked, paths))
        self.picker.tag_withdrawn.connect(lambda tag_id: pens.remove_tag(self._picked, tag_id))
        self.picker.closed.connect(lambda: self.rows[self._picked].tags.setFocus())
        for row in self.rows.values():
            row.tags.clicked.connect(lambda _=False, each=row.number: self.pick_tags(each))
        pens.changed.connect(self._show)
        session.closed.connect(self.reject)
        self.rows[number].color.setFocus()

    def pick_tags(self, number: int) -> None:
        """Let tags be chosen for a pen."""
        self._picked = number
        field = self.rows[number].tags
        self.picker.open_for([], QRect(field.mapToGlobal(QPoint()), field.size()))
        self._tick()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(3, 1)
        for line, row in enumerate(self.rows.values()):
            for column, part in enumerate((row.sign, row.color, row.style, row.tags, row.reset)):
                grid.addWidget(part, line, column)
        hint = QLabel(tr("The keys 1 to 9 mark with these. By tag: in the colour of the first tag."), self)
        hint.setProperty("role", "small")
        hint.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        page = QVBoxLayout(self)
        page.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        page.setSpacing(14)
        page.addWidget(hint)
        page.addLayout(grid)
        page.addWidget(buttons)

    def _show(self) -> None:
        for row in self.rows.values():
            row.show()
        if self.picker.isVisible():
            self._tick()

    def _tick(self) -> None:
        pen = self._pens.find(self._picked)
        self.picker.tick(pen.tag_ids if pen is not None else ())
