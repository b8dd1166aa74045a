"""A notice that floats at the foot of the window for a while, with one button, such as Undo."""

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPointF, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.messages import Message
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.icons import icon, pixmap

SECONDS = {"information": 5, "warning": 10, "error": 15}
SECONDS_WITH_ACTION = 10
WIDEST = 560
MARGIN = 24
"""Room round the notice for its shadow."""
LIFT = 20
"""Pixels between the shadow of the notice and the foot of its parent."""
ICONS = {"information": ("info", "soft"), "warning": ("warning", "accent"), "error": ("warning-circle", "accent")}


class Veil(QGraphicsDropShadowEffect):
    """The shadow of a notice and its fading in one: two effects, one inside the other, cannot be painted."""

    opacity = 0.0

    def draw(self, painter: QPainter) -> None:
        painter.setOpacity(painter.opacity() * self.opacity)
        super().draw(painter)


class Notice(QWidget):
    """Shows one message at a time at the foot of its parent; a new one takes the place of the last."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._ground = parent
        self._message: Message | None = None
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self._fade = QVariantAnimation(self)
        self._fade.valueChanged.connect(self._set_opacity)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fade.finished.connect(self._faded)
        parent.installEventFilter(self)
        self.hide()

    def say(self, message: Message) -> None:
        """Show `message` now."""
        self._message = message
        self._frame.setProperty("level", message.level)
        self._frame.style().polish(self._frame)
        self._text.setText(message.text)
        self._fit_text()
        name, color = ICONS[message.level]
        self._sign.setPixmap(pixmap(name, self._themes.current, color))
        self._button.setText(message.action_text)
        self._button.setVisible(message.action is not None)
        self._cross.setIcon(icon("x", self._themes.current))
        self._cross.setToolTip(tr("Close"))
        self._cross.setAccessibleName(tr("Close"))
        self._place()
        self._appear()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message.text))

    def dismiss(self) -> None:
        """Let the notice go."""
        self._timer.stop()
        if self.isVisible():
            self._run(0.0)

    @property
    def text(self) -> str:
        """What the notice says, or an empty text while it is not shown."""
        return self._text.text() if self.isVisible() else ""

    def act(self) -> None:
        """Do what the button offers, and go."""
        message = self._message
        self.dismiss()
        if message and message.action:
            message.action()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._wait()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        theme = self._themes.current
        self._frame = QFrame(self)
        self._frame.setObjectName("notice")
        self._veil = Veil(self._frame)
        self._veil.setBlurRadius(theme.size("shadow_blur"))
        self._veil.setOffset(QPointF(0, theme.size("shadow_drop")))
        self._frame.setGraphicsEffect(self._veil)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._outer.addWidget(self._frame)
        self._sign = QLabel(self._frame)
        self._text = QLabel(self._frame)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._button = QPushButton(self._frame)
        self._button.setProperty("role", "link")
        self._button.clicked.connect(self.act)
        self._cross = QToolButton(self._frame)
        self._cross.clicked.connect(self.dismiss)
        self._row = QHBoxLayout(self._frame)
        self._row.setContentsMargins(14, 4, 6, 4)
        self._row.setSpacing(8)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._button)
        self._row.addWidget(self._cross)

    def _fit_text(self) -> None:
        """Wrap the text where it is wider than a notice should be."""
        wide = self._text.fontMetrics().horizontalAdvance(self._text.text()) > WIDEST
        self._text.setWordWrap(wide)
        self._text.setMinimumWidth(WIDEST if wide else 0)

    def _place(self) -> None:
        for layout in (self._row, self._outer):
            layout.invalidate()
            layout.activate()
        self.adjustSize()
        self.move((self._ground.width() - self.width()) // 2, self._ground.height() - self.height() - LIFT)
        self.raise_()

    def _appear(self) -> None:
        self._veil.setColor(self._themes.current.shadow)
        if not self.isVisible():
            self._veil.opacity = 0.0
            self.show()
        self._run(1.0)
        self._wait()

    def _wait(self) -> None:
        if self._message is None:
            return
        seconds = SECONDS_WITH_ACTION if self._message.action else SECONDS[self._message.level]
        self._timer.start(seconds * 1000)

    def _run(self, opacity: float) -> None:
        self._fade.stop()
        self._fade.setStartValue(self._veil.opacity)
        self._fade.setEndValue(opacity)
        self._fade.setDuration(fade_time(self, self._themes))
        self._fade.start()

    def _set_opacity(self, opacity: float) -> None:
        self._veil.opacity = opacity
        self._veil.update()

    def _faded(self) -> None:
        self._set_opacity(self._fade.endValue())
        if self._veil.opacity == 0.0:
            self.hide()


def fade_time(widget: QWidget, themes: Themes) -> int:
    """Return how long a fade takes, in milliseconds: none where the system asks for reduced motion."""
    moves = widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) > 0
    return themes.current.length("fade") if moves else 0
