"""A line of text with a magnifying glass, the key that leads to it, and a cross that empties it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.composing import ComposedLine
from desktop.widgets.icons import icon


class SearchField(ComposedLine):
    """A field to search or filter with. Esc empties it, and in an empty one says `left`."""

    left = Signal()

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._glass = self.addAction(icon("magnifying-glass", themes.current), QLineEdit.ActionPosition.LeadingPosition)
        self._cross = QAction(self)
        self._cross.triggered.connect(self.clear)
        self._key = QLabel(self)
        self._key.setObjectName("searchkey")
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._key.hide()
        self.addAction(self._cross, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._show_trailing)
        themes.changed.connect(self._draw)
        self._draw()
        self._show_trailing()

    def set_key(self, text: str) -> None:
        """Show the shortcut that leads here at the right end while the field is empty."""
        self._key.setText(text)
        self._key.adjustSize()
        self._show_trailing()
        self._place_key()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_key()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text():
            self.clear()
        else:
            self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_cross()

    def _draw(self) -> None:
        theme = self._themes.current
        self._glass.setIcon(icon("magnifying-glass", theme))
        self._cross.setIcon(icon("x", theme))
        self._name_cross()

    def _name_cross(self) -> None:
        self._cross.setToolTip(tr("Clear"))

    def _show_trailing(self) -> None:
        self._cross.setVisible(bool(self.text()))
        self._key.setVisible(bool(self._key.text()) and not self.text())

    def _place_key(self) -> None:
        self._key.move(self.width() - self._key.width() - 10, (self.height() - self._key.height()) // 2)
