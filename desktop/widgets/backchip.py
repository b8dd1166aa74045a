"""The chip that floats at the foot of a text after a jump and leads back to where the reader was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.fadingshadow import FadingShadow
from desktop.widgets.icons import pixmap

SECONDS = 8
HEIGHT = 30
PADDING = 14
GAP = 4
LIFT = 16
"""Pixels between the chip and the foot of its parent."""
WIDEST = 420
MARGIN = 24
"""Pixels that are left free at both sides of it at least."""


class BackChip(QAbstractButton):
    """Never takes the focus: the key that does the same is said in its tooltip. It goes away by itself."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._place = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._shadow = FadingShadow(themes, self)
        self._shadow.vanished.connect(self.hide)
        self.timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self.timer.timeout.connect(self.dismiss)
        themes.changed.connect(self._dress)
        parent.installEventFilter(self)
        self._dress()
        self.hide()

    def offer(self, place: str, key: str) -> None:
        """Offer the way back to `place`, which is also that of the shortcut `key`."""
        self._place = place
        text = tr("Back to {place}", place=place)
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(key)
        self._fit()
        fresh = not self.isVisible()
        self.show()
        self.raise_()
        self._shadow.fade_in(anew=fresh)
        self.timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def dismiss(self) -> None:
        """Let the chip go."""
        self.timer.stop()
        if self.isVisible():
            self._shadow.fade_out()

    def sizeHint(self) -> QSize:
        before, after = self._words()
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(before) + metrics.horizontalAdvance(after)
        wide = self._bold_metrics().horizontalAdvance(self._place) + words + self._icon_room() + 2 * PADDING + GAP
        return QSize(wide, HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self.isVisible():
            self.timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._themes.current
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("hairline"), 1))
        painter.setBrush(theme.color("hover" if self.underMouse() else "field"))
        radius = min(theme.size("radius_chip"), self.height() / 2)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        side = theme.length("icon")
        painter.drawPixmap(PADDING, (self.height() - side) // 2, pixmap("arrow-u-up-left", theme, "soft"))
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        """Write the words round the place softly, and the place as what one would press."""
        theme = self._themes.current
        before, after = self._words()
        area = self.rect().adjusted(PADDING + self._icon_room(), 0, -PADDING, 0)
        metrics = self.fontMetrics()
        room = area.width() - metrics.horizontalAdvance(before) - metrics.horizontalAdvance(after)
        place = self._bold_metrics().elidedText(self._place, Qt.TextElideMode.ElideMiddle, room)
        bold = theme.title_font(bold=True)
        for text, font, color in ((before, self.font(), "soft"), (place, bold, "accent"), (after, self.font(), "soft")):
            painter.setFont(font)
            painter.setPen(theme.color(color))
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
            area.setLeft(area.left() + QFontMetrics(font).horizontalAdvance(text))

    def _words(self) -> tuple[str, str]:
        """Return what the user's language says before the place and behind it."""
        before, _, after = tr("Back to {place}", place="\0").partition("\0")
        return before, after

    def _icon_room(self) -> int:
        return self._themes.current.length("icon") + GAP

    def _bold_metrics(self) -> QFontMetrics:
        return QFontMetrics(self._themes.current.title_font(bold=True))

    def _fit(self) -> None:
        """Stand at the foot of the parent, in the middle."""
        ground = self.parentWidget()
        if ground is not None:
            wide = max(0, min(self.sizeHint().width(), WIDEST, ground.width() - 2 * MARGIN))
            left = (ground.width() - wide) // 2
            self.setGeometry(QRect(left, ground.height() - HEIGHT - LIFT, wide, HEIGHT))

    def _dress(self) -> None:
        self.setFont(self._themes.current.title_font())
        self.update()
