"""The line that says what is wrong with what was typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class MistakeLabel(QLabel):
    """Plain words in the colour of errors; hidden until something is wrong."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "error")
        self.setWordWrap(True)
        self.hide()
