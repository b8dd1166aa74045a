"""The line above a text that stands beside another: what it is, whether it is the active one, and a cross."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.icons import icon

CROSS = 22


class GroupHead(QFrame):
    """A line of the accent colour runs along the top of the active one. `pressed` says that it was clicked."""

    pressed = Signal()
    close_wanted = Signal()

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("grouphead")
        self._themes = themes
        self._title = ""
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._cross = QToolButton(self)
        self._cross.setFixedSize(CROSS, CROSS)
        self._cross.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._cross.clicked.connect(self.close_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 6, 0)
        row.addWidget(self._label, 1)
        row.addWidget(self._cross)
        self.setFixedHeight(themes.current.length("row") + 2)
        themes.changed.connect(self._draw)
        self.retranslate()
        self._draw()

    def show_title(self, title: str) -> None:
        """Write `title`, elided in the middle."""
        self._title = title
        self._elide()

    def set_active(self, active: bool) -> None:
        """Show whether what is done is done to the text below."""
        if self.property("active") != active:
            self.setProperty("active", active)
            for part in (self, self._label):
                part.style().polish(part)

    def retranslate(self) -> None:
        """Speak the user's language."""
        self._cross.setToolTip(tr("Close this side"))
        self._cross.setAccessibleName(tr("Close this side"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.pressed.emit()

    def _elide(self) -> None:
        room = self.width() - CROSS - 36
        self._label.setText(self._label.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideMiddle, room))
        self.setAccessibleName(self._title)

    def _draw(self) -> None:
        theme = self._themes.current
        self._label.setFont(theme.title_font(theme.size("small")))
        self._cross.setIcon(icon("x", theme))
        self._cross.setIconSize(QSize(12, 12))
