"""An excerpt in a memo, drawn live: quote, note, tags and source, and what keys and clicks do to it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QWidget

from desktop.markkeys import MarkKeys
from desktop.memos.cardlayout import LEFT, TOP, Card, CardStyle, Line, lay_out, source_words
from desktop.translation import tr
from desktop.widgets.latin import Faces
from library.models import Excerpt
from library.references import shown_words

BAR_LEFT, BAR_WIDTH = 9, 3
MISSING_HEIGHT = 64
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ExcerptCard(QWidget):
    """Shows the excerpt of one highlight; None where there is no such highlight."""

    opened = Signal()
    """The passage is to be shown in its document."""
    move_wanted = Signal(int)
    removal_wanted = Signal()
    stepped = Signal(int)
    """The focus is to go above (-1) or below (1)."""
    escaped = Signal()
    correction_wanted = Signal()
    """It is to be written how the quotation should read."""

    def __init__(self, highlight_id: str, style: CardStyle, keys: MarkKeys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.highlight_id = highlight_id
        self.excerpt: Excerpt | None = None
        self._look = style
        self._keys = keys
        self._card: Card | None = None
        self._fitted = 0
        self._pressed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_excerpt(self, excerpt: Excerpt | None) -> None:
        """Show what is said of the highlight now."""
        if excerpt != self.excerpt:
            self.excerpt = excerpt
            self._fitted = 0

    def wear(self, style: CardStyle) -> None:
        """Take the faces and colours of a theme, and the words of the language in force."""
        self._look = style
        self._fitted = 0

    def fit(self, width: int) -> int:
        """Lay everything out for a width, and return the height that it needs."""
        if width != self._fitted:
            self._lay_out(width)
            self._fitted = width
            self.update()
        return MISSING_HEIGHT if self._card is None else self._card.height

    # Keys and clicks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in STEPS and held == Qt.KeyboardModifier.AltModifier:
            self.move_wanted.emit(STEPS[key])
        elif self._keys.action(event) == "correct" and self.excerpt is not None:
            self.correction_wanted.emit()
        elif held:
            super().keyPressEvent(event)
        elif key in STEPS:
            self.stepped.emit(STEPS[key])
        elif key in REMOVING:
            self.removal_wanted.emit()
        elif key in OPENING:
            self._open()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.button() == Qt.MouseButton.LeftButton

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed and self.rect().contains(event.position().toPoint()):
            self._open()
        self._pressed = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return the menu of what can be done with the excerpt."""
        menu = QMenu(self)
        menu.addAction(tr("Go to passage"), self._open).setEnabled(self.excerpt is not None)
        menu.addAction(tr("Copy quotation"), self._copy).setEnabled(self.excerpt is not None)
        correct = _add(menu, tr("Correct the quotation…"), self._keys.shown("correct"))
        correct.triggered.connect(self.correction_wanted)
        correct.setEnabled(self.excerpt is not None)
        menu.addSeparator()
        _add(menu, tr("Move up"), "Alt+Up").triggered.connect(lambda: self.move_wanted.emit(-1))
        _add(menu, tr("Move down"), "Alt+Down").triggered.connect(lambda: self.move_wanted.emit(1))
        _add(menu, tr("Take out of the memo"), "Del").triggered.connect(self.removal_wanted)
        return menu

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _open(self) -> None:
        if self.excerpt is not None:
            self.opened.emit()

    def _copy(self) -> None:
        if self.excerpt is not None:
            highlight = self.excerpt.highlight
            QGuiApplication.clipboard().setText(highlight.correction or highlight.quote)

    # Painting

    def _lay_out(self, width: int) -> None:
        excerpt = self.excerpt
        if excerpt is None:
            self._card, spoken = None, _missing()
        else:
            note = shown_words(excerpt.note)
            self._card = lay_out(excerpt, note, width, self._look)
            spoken = "\n".join(filter(None, (excerpt.highlight.quote, note, source_words(excerpt))))
        self.setAccessibleName(spoken)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        radius = theme.size("radius_card")
        painter.setPen(QPen(theme.color("accent" if self.hasFocus() else "hairline"), 1))
        painter.setBrush(theme.color("field"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if self.excerpt is None or self._card is None:
            painter.setFont(theme.interface_font())
            painter.setPen(theme.color("soft"))
            inside = self.rect().adjusted(LEFT, TOP, -TOP, -TOP)
            painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, _missing())
        else:
            self._paint_excerpt(painter, self._card, self.excerpt)
        painter.end()

    def _paint_excerpt(self, painter: QPainter, card: Card, excerpt: Excerpt) -> None:
        look, theme = self._look, self._look.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.line(excerpt.color))
        bar = QRectF(BAR_LEFT, TOP, BAR_WIDTH, self.height() - 2 * TOP)
        painter.drawRoundedRect(bar, BAR_WIDTH / 2, BAR_WIDTH / 2)
        _paint_lines(painter, card.quote, Faces(look.quote), theme.color("ink"))
        if card.rule is not None:
            dashed = QPen(theme.color("hairline"), 1)
            dashed.setDashPattern([3, 3])
            painter.setPen(dashed)
            painter.drawLine(QPointF(LEFT, card.rule), QPointF(self.width() - TOP, card.rule))
        _paint_lines(painter, card.note, look.note, theme.color("note"))
        for pill in card.pills:
            look.pill.paint(painter, pill.rect, pill.path, pill.color)
        _paint_lines(painter, card.source, Faces(look.source), theme.color("soft"))


def _paint_lines(painter: QPainter, lines: tuple[Line, ...], faces: Faces, color: QColor) -> None:
    painter.setPen(color)
    for line in lines:
        faces.draw(painter, line.at, line.text)


def _missing() -> str:
    return tr("This highlight is gone. Undo brings it back; Delete takes this place out of the memo.")


def _add(menu: QMenu, text: str, keys: str) -> QAction:
    action = menu.addAction(text)
    action.setShortcut(QKeySequence(keys))
    return action
