"""The small bar in which one says where in the text to go: a field, and what stands there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.floating import FloatingPanel

WIDTH = 360
FIELD_WIDTH = 96
LINES = 2
"""Lines of the text that are shown; without any the bar is as high, so that it does not jump while one types."""
_MARGINS = (10, 8, 12, 10)
_GAP = 8


class GoToBar(FloatingPanel):
    """Says what is typed and that it is taken; what stands there it is told."""

    typed = Signal(str)
    taken = Signal()
    left = Signal()

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(themes, parent)
        self.setFixedWidth(WIDTH)
        self.field = QLineEdit(self)
        self.field.setFixedWidth(FIELD_WIDTH)
        self._place, self._text = QLabel(self), QLabel(self)
        for label in (self._place, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        first = QHBoxLayout()
        first.setSpacing(_GAP)
        first.addWidget(self.field)
        first.addWidget(self._place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*_MARGINS)
        column.setSpacing(_GAP - 2)
        column.addLayout(first)
        column.addWidget(self._text)
        self.field.textChanged.connect(self.typed)
        themes.changed.connect(self._dress)
        self._dress()
        self.retranslate()

    def ask(self) -> None:
        """Show the bar, with the field empty and ready."""
        self.field.clear()
        self.typed.emit("")
        self.appear()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_place(self, place: str, text: str) -> None:
        """Say which place is meant and what stands there."""
        self._say(place, text, missing=False)

    def show_hint(self, hint: str) -> None:
        """Say what can be typed."""
        self._say("", hint, missing=False)

    def show_fault(self, fault: str) -> None:
        """Say why there is no such place."""
        self._say("", fault, missing=True)

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.setAccessibleName(tr("Go to"))
        self.field.setAccessibleName(tr("Paragraph or percentage"))
        self.field.setPlaceholderText(tr("118 or 38%"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.taken.emit()
            case _:
                super().keyPressEvent(event)

    def _say(self, place: str, text: str, *, missing: bool) -> None:
        self._place.setText(place)
        self._text.setText(text)
        self._text.setProperty("role", "error" if missing else "soft")
        self.field.setProperty("missing", missing)
        for part in (self._text, self.field):
            part.style().polish(part)
        self.field.setAccessibleDescription(f"{place} {text}".strip())
        self.adjustSize()
        ground = self.parentWidget()
        if ground is not None:
            self.move(_GAP + _GAP // 2, ground.height() - self.height() - _GAP - _GAP // 2)

    def _dress(self) -> None:
        theme = self.themes.current
        self._place.setFont(theme.title_font(bold=True))
        self._text.setFont(theme.title_font(theme.size("small")))
        self._text.setFixedHeight(LINES * self._text.fontMetrics().lineSpacing())
