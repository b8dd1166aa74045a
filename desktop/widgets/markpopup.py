"""The small popup beside a selection: pens, underline, tag, note, copying, looking up, and the tags last used."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.floating import FloatingPanel
from desktop.widgets.penswatch import PenSwatch
from desktop.widgets.tagpill import PillStyle, TagPill
from library.models import Tag

if TYPE_CHECKING:
    from desktop.pens import HeldPen

OFF = 8
"""Pixels between the popup and the selected text, and between it and the pointer."""
PADDING = 10
SPACE = 7
KEY_SPACE = 6
KEY_PADDING = 5
SIDE = 3
PILL_SPACE = 5
WIDEST = 640
"""Pixels that a row of tags may be wide where there is all the room."""


class PopupButton(QAbstractButton):
    """Words to press, with their key in a small box behind them."""

    def __init__(
        self, themes: Themes, press: Callable[[], object], parent: QWidget, *, underlined: bool = False
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._key = ""
        self._underlined = underlined
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda: press())
        themes.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 2 * SIDE
        if self._key:
            wide += KEY_SPACE + self._key_width()
        return QSize(wide, self._themes.current.length("row") - 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._themes.current
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        painter.setFont(self.font())
        painter.setPen(theme.color("ink"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(SIDE, 0, -SIDE, 0), left, self.text())
        if self._key:
            box = QRectF(self.width() - SIDE - self._key_width(), (self.height() - 17) / 2, self._key_width(), 17)
            painter.setPen(QPen(theme.color("hairline"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setFont(self._key_font)
            painter.setPen(theme.color("soft"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)
        painter.end()

    def _dress(self) -> None:
        theme = self._themes.current
        font = theme.interface_font()
        font.setUnderline(self._underlined)
        self.setFont(font)
        self._key_font = theme.interface_font(theme.size("caption"))
        self.update()

    def _key_width(self) -> int:
        return QFontMetrics(self._key_font).horizontalAdvance(self._key) + 2 * KEY_PADDING

    def set_key(self, key: str) -> None:
        """Show another key, or with "" none."""
        self._key = key
        self.updateGeometry()
        self.update()


class Divider(QWidget):
    """A hairline between groups."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self.setFixedSize(1, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._themes.current.color("hairline"))
        painter.end()


class MarkPopup(FloatingPanel):
    """Never takes the focus: what is typed goes on reaching the text."""

    pen_pressed = Signal(int)
    underline_pressed = Signal()
    tag_pressed = Signal()
    note_pressed = Signal()
    copy_pressed = Signal()
    quotation_pressed = Signal()
    look_up_pressed = Signal()
    one_word_pressed = Signal()
    reading_pressed = Signal()
    recent_pressed = Signal(str)

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(themes, parent)
        self._keys: Mapping[str, str] = {}
        self._shown_pens: Sequence[HeldPen] = ()
        self._pills: list[TagPill] = []
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build()
        self.retranslate()

    def set_pens(self, pens: Sequence[HeldPen]) -> None:
        """Offer these pens, a swatch each."""
        self._shown_pens = pens
        _empty(self._pens)
        for pen in pens:
            key = self._keys.get(f"pen_{pen.number}", "")
            self._pens.addWidget(PenSwatch(self.themes, pen, key, lambda n=pen.number: self.pen_pressed.emit(n), self))
        self.adjustSize()

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Show these keys, by the ids of actions, on what does the same."""
        self._keys = keys
        for button, action_id in self._buttons.items():
            button.set_key(keys.get(action_id, ""))
        self.set_pens(self._shown_pens)

    def set_recent(self, tags: Sequence[tuple[Tag, str]]) -> None:
        """Offer tags, each with its full name, in a second row; no row where there are none."""
        for pill in self._pills:
            pill.hide()
            pill.deleteLater()
        style = PillStyle(self.themes.current)
        self._pills = [
            TagPill(style, path, tag.color, lambda name=path: self.recent_pressed.emit(name), self)
            for tag, path in tags
        ]
        self._set_pills(WIDEST)
        self.adjustSize()

    def show_beside(self, selection: QRect, focus: QPoint, pointer: QPoint | None, bounds: QRect) -> bool:
        """Show the popup near `focus`; return False, showing nothing, where there is no room beside the selection.

        All are in the coordinates of the parent; without a pointer, as after a key, it may stand anywhere else.
        """
        self._fold(bounds.width())
        place = beside(self.sizeHint(), selection, focus, pointer, bounds)
        if place is None:
            self.hide()
            return False
        self.setGeometry(place)
        self.appear()
        return True

    def _fold(self, room: int) -> None:
        """Put the words below the pens where both in one row are wider than there is room, and tags into more rows."""
        self._set_pills(min(room, WIDEST))
        for direction in (QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom):
            self._head.setDirection(direction)
            self._between.setVisible(direction == QBoxLayout.Direction.LeftToRight)
            self.adjustSize()
            if self.sizeHint().width() <= room:
                return

    def _set_pills(self, room: int) -> None:
        """Put the tags in as many rows as they need."""
        while item := self._recent.takeAt(0):
            item.layout().deleteLater()
        row, taken = QHBoxLayout(), room
        for pill in self._pills:
            wide = pill.sizeHint().width() + PILL_SPACE
            if taken + wide > room:
                row, taken = QHBoxLayout(), 2 * PADDING - PILL_SPACE
                row.setSpacing(PILL_SPACE)
                row.setAlignment(Qt.AlignmentFlag.AlignLeft)
                self._recent.addLayout(row)
            row.addWidget(pill)
            taken += wide

    def retranslate(self) -> None:
        """Speak the user's language."""
        for swatch in self.findChildren(PenSwatch):
            swatch.retranslate()
        for button, text in (
            (self._tag, tr("Tag")), (self._note, tr("Note")), (self._copy, tr("Copy")),
            (self._quotation, tr("Quotation")), (self._look_up, tr("Look up")),
            (self._one_word, tr("One word")), (self._reading, tr("Reading")),
        ):  # fmt: skip
            button.setText(text)
        self._quotation.setToolTip(tr("Copy as quotation"))
        self._quotation.setAccessibleName(tr("Copy as quotation"))
        self._look_up.setToolTip(tr("Look up"))
        self._one_word.setToolTip(tr("Treat the selection as one word"))
        self._reading.setToolTip(tr("Correct the reading…"))
        self._underline.setText("U")
        self._underline.setToolTip(tr("Underline"))
        self._underline.setAccessibleName(tr("Underline"))
        self.setAccessibleName(tr("Mark the selection"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        self._underline = PopupButton(self.themes, self.underline_pressed.emit, self, underlined=True)
        self._tag = PopupButton(self.themes, self.tag_pressed.emit, self)
        self._note = PopupButton(self.themes, self.note_pressed.emit, self)
        self._copy = PopupButton(self.themes, self.copy_pressed.emit, self)
        self._quotation = PopupButton(self.themes, self.quotation_pressed.emit, self)
        self._look_up = PopupButton(self.themes, self.look_up_pressed.emit, self)
        self._one_word = PopupButton(self.themes, self.one_word_pressed.emit, self)
        self._reading = PopupButton(self.themes, self.reading_pressed.emit, self)
        self._buttons = {
            self._tag: "tag", self._note: "note", self._look_up: "look_up", self._one_word: "own_word",
            self._reading: "correct_reading",
        }  # fmt: skip
        self._lay_out()

    def _lay_out(self) -> None:
        self._pens, first, second = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._between = Divider(self.themes, self)
        for row in (self._pens, first, second):
            row.setSpacing(SPACE)
        first.addLayout(self._pens)
        first.addWidget(Divider(self.themes, self))
        first.addWidget(self._underline)
        first.addStretch(1)
        second.addWidget(self._between)
        for button in (self._tag, self._note, self._copy, self._quotation):
            second.addWidget(button)
        words = QHBoxLayout()
        words.setSpacing(SPACE)
        for button in (self._look_up, self._one_word, self._reading):
            words.addWidget(button)
        words.addStretch(1)
        second.addStretch(1)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(SPACE)
        self._head.addLayout(first)
        self._head.addLayout(second, 1)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(PILL_SPACE)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING - 2, PADDING, PADDING - 2)
        column.setSpacing(SPACE)
        column.addLayout(self._head)
        column.addLayout(words)
        column.addLayout(self._recent)


def _empty(row: QHBoxLayout) -> None:
    while item := row.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()


def beside(size: QSize, selection: QRect, focus: QPoint, pointer: QPoint | None, bounds: QRect) -> QRect | None:
    """Return where a popup goes: beside the focus end, OFF pixels from the selection, not under the pointer.

    Below the selection when it was drawn downwards, above it when upwards; at the other side, or in the margin to the
    left or right, where there is no room; None where it would have to cover selected text.
    """
    left = min(max(focus.x() - size.width() // 2, bounds.left()), bounds.right() - size.width() + 1)
    level = min(max(focus.y() - size.height() // 2, bounds.top()), bounds.bottom() - size.height() + 1)
    below = QPoint(left, selection.bottom() + 1 + OFF)
    above = QPoint(left, selection.top() - OFF - size.height())
    margins = [
        QPoint(selection.right() + 1 + OFF, level), QPoint(selection.left() - OFF - size.width(), level),
    ]  # fmt: skip
    ends = [above, below] if focus.y() < selection.center().y() else [below, above]
    for corner in [*ends, *margins]:
        place = _clear_of(QRect(corner, size), pointer, upwards=corner == above)
        if bounds.contains(place) and not place.intersects(selection):
            return place
    return None


def _clear_of(place: QRect, pointer: QPoint | None, *, upwards: bool) -> QRect:
    """Move a place on until the pointer is OFF pixels away from it."""
    if pointer is None or not place.adjusted(-OFF, -OFF, OFF, OFF).contains(pointer):
        return place
    moved = QRect(place)
    if upwards:
        moved.moveBottom(pointer.y() - OFF - 1)
    else:
        moved.moveTop(pointer.y() + OFF + 1)
    return moved
