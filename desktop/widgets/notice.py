"""A notice that floats at the foot of the window for a while, with one button, such as Undo."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.messages import Message
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.fadingshadow import FadingShadow
from desktop.widgets.icons import icon, pixmap

SECONDS = {"information": 5, "warning": 10, "error": 15}
SECONDS_WITH_ACTION = 10
WIDEST = 560
MARGIN = 24
"""Room round the notice for its shadow."""
LIFT = 20
"""Pixels between the shadow of the notice and the foot of its parent."""
GAP = 8
"""Pixels between the notice and what it stands above."""
PLACING = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)
ICONS = {"information": ("info", "soft"), "warning": ("warning", "accent"), "error": ("warning-circle", "accent")}


class Notice(QWidget):
    """Shows one message at a time at the foot of its parent; a new one takes the place of the last."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._ground = parent
        self._message: Message | None = None
        self._below: list[QWidget] = []
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        parent.installEventFilter(self)
        self.hide()

    def stand_above(self, widget: QWidget) -> None:
        """Stand above `widget`, which floats in the same ground, whenever it can be seen where the notice would be."""
        self._below.append(widget)
        widget.installEventFilter(self)

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
            self._shadow.fade_out()

    def withdraw(self, message: Message) -> None:
        """Let the notice go if it shows `message`, which is no longer so."""
        if message is self._message:
            self.dismiss()

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
        if event.type() in PLACING and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self._frame = QFrame(self)
        self._frame.setObjectName("notice")
        self._shadow = FadingShadow(self._themes, self._frame)
        self._shadow.vanished.connect(self.hide)
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
        place = QPoint((self._ground.width() - self.width()) // 2, self._ground.height() - self.height() - LIFT)
        for widget in self._below:
            area = QRect(widget.mapTo(self._ground, QPoint()), widget.size())
            frame = QRect(place, self.size()).marginsRemoved(self._outer.contentsMargins())
            if widget.isVisible() and frame.intersects(area.adjusted(0, -GAP, 0, GAP)):
                place.setY(area.top() - GAP - self.height() + MARGIN)
        self.move(place)
        self.raise_()

    def _appear(self) -> None:
        hidden = not self.isVisible()
        self.show()
        self._shadow.fade_in(anew=hidden)
        self._wait()

    def _wait(self) -> None:
        if self._message is None:
            return
        seconds = SECONDS_WITH_ACTION if self._message.action else SECONDS[self._message.level]
        self._timer.start(seconds * 1000)
