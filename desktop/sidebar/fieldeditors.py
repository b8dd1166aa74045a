"""What a field of a document is edited with: a line, lines, or a choice of kinds. All say `left` when one is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QPlainTextEdit, QStyle, QStyleOptionFrame, QWidget

from desktop.fieldwords import kind_label
from desktop.translation import tr
from desktop.widgets.composing import ComposedLine
from library.fields import KIND_NAMES

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
EMPTYING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
LINES_HIGHEST = 360
_INSET = 2
"""Pixels that QLineEdit keeps free at both ends of its text."""

Hint = Literal["", "several", "emptied"]


def hint_words(hint: Hint) -> str:
    """Return what stands in a field that shows no value of its own."""
    return {"": "", "several": tr("several values"), "emptied": tr("will be emptied")}[hint]


class LineEditor(ComposedLine):
    """One line. Enter says `left` too; Esc says `taken_back` where something was typed.

    `used` gives the values to complete from; with `joined` each of those that semicolons part.
    """

    left = Signal()
    taken_back = Signal()

    def __init__(self, used: Callable[[], list[str]] | None, *, joined: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._used = used
        self._joined = joined
        self._hint: Hint = ""
        self._kept = ""

    @property
    def value(self) -> str | None:
        """What is typed; None where several values are left as they are."""
        return None if self._hint == "several" and not self.text() else self.text()

    @property
    def is_altered(self) -> bool:
        """Whether something was typed that is not kept."""
        return self._hint == "emptied" or self.text() != self._kept

    def begin(self, value: str | None) -> None:
        """Show a value, or that there are several."""
        self._kept = value or ""
        self._hint = "several" if value is None else ""
        self.setText(self._kept)
        self.setCursorPosition(0)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.setPlaceholderText(hint_words(self._hint))

    @property
    def is_elided(self) -> bool:
        """Whether an ellipsis stands for the end of the value: there is no room, and nobody is typing."""
        wide = self.fontMetrics().horizontalAdvance(self.text()) > self._room().width()
        return wide and not self.hasFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_elided:
            super().paintEvent(event)
            return
        option, painter = QStyleOptionFrame(), QPainter(self)
        self.initStyleOption(option)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        room = self._room()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setPen(self.palette().color(group, QPalette.ColorRole.Text))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()

    def _room(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        contents = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return contents.adjusted(_INSET, 0, -_INSET, 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self.text() if self.is_elided else "")
        overrides = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if overrides and event.key() == Qt.Key.Key_Escape and self.is_altered:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.is_altered:
            self.taken_back.emit()
        elif event.key() in EMPTYING and self._hint == "several" and not self.text() and not self.isReadOnly():
            self._hint = "emptied"
            self.retranslate()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._used is not None and not self.isReadOnly():
            self._complete_from(self._used())
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and self.hasSelectedText():
            self.home(False)  # how a long value begins is what tells it

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()
            self.setCursorPosition(0)

    def _complete_from(self, values: list[str]) -> None:
        completer = self.completer()
        if completer is None:
            completer = JoinedCompleter(self) if self._joined else QCompleter(self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setModel(QStringListModel(completer))
            self.setCompleter(completer)
        model = completer.model()
        if isinstance(model, QStringListModel) and model.stringList() != values:
            model.setStringList(values)


class JoinedCompleter(QCompleter):
    """Completes the last of several values with semicolons between them."""

    def splitPath(self, path: str) -> list[str]:
        return [path.replace("；", ";").rpartition(";")[2].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        widget = self.widget()
        typed = widget.text().replace("；", ";") if isinstance(widget, LineEditor) else ""
        before, parted, _ = typed.rpartition(";")
        return f"{before.rstrip()}{parted}{' ' * bool(parted)}{super().pathFromIndex(index)}"


class LinesEditor(QPlainTextEdit):
    """Several lines, as high as they are. Ctrl+Enter says `left` too; Esc says `taken_back`."""

    left = Signal()
    taken_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._hint: Hint = ""
        self._kept = ""
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    @property
    def value(self) -> str | None:
        """What is typed; None where several values are left as they are."""
        return None if self._hint == "several" and not self.toPlainText() else self.toPlainText()

    @property
    def is_altered(self) -> bool:
        """Whether something was typed that is not kept."""
        return self._hint == "emptied" or self.toPlainText() != self._kept

    def begin(self, value: str | None) -> None:
        """Show a value, or that there are several."""
        self._kept = value or ""
        self._hint = "several" if value is None else ""
        self.setPlainText(self._kept)
        self.retranslate()

    def setText(self, text: str) -> None:
        """Write what was typed before."""
        self.setPlainText(text)

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.setPlaceholderText(hint_words(self._hint))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in ENTER and held:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.is_altered:
            self.taken_back.emit()
        elif event.key() in EMPTYING and self._hint == "several" and not self.toPlainText() and not self.isReadOnly():
            self._hint = "emptied"
            self.retranslate()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _fit(self) -> None:
        lines = max(1, round(self.document().size().height()))
        height = lines * self.fontMetrics().lineSpacing() + 2 * self.frameWidth() + 12
        self.setFixedHeight(min(LINES_HIGHEST, height))


class KindEditor(QComboBox):
    """A choice of what a document is. The wheel scrolls the panel, not the choice."""

    left = Signal()
    taken_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for name in ("", *KIND_NAMES):
            self.addItem("", name)
        self.setMinimumContentsLength(1)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._kept: str | None = ""
        self.activated.connect(lambda _: self.left.emit())
        self.retranslate()

    @property
    def value(self) -> str | None:
        """What is chosen; None where several kinds are left as they are."""
        return self.currentData() if self.currentIndex() >= 0 else None

    @property
    def is_altered(self) -> bool:
        """Whether something else was chosen than is kept."""
        return self.value != self._kept

    def begin(self, value: str | None) -> None:
        """Show a kind, or that there are several."""
        self._kept = value
        self.setProperty("several", value is None)
        self.style().polish(self)
        self.setCurrentIndex(-1 if value is None else max(0, self.findData(value)))

    def setText(self, text: str) -> None:
        """Choose what was chosen before."""
        self.setCurrentIndex(self.findData(text))

    def setReadOnly(self, fixed: bool) -> None:
        """Let nothing be chosen where the library cannot be written."""
        self.setEnabled(not fixed)

    def retranslate(self) -> None:
        """Speak the user's language."""
        for row in range(self.count()):
            self.setItemText(row, kind_label(self.itemData(row)))
        self.setPlaceholderText(hint_words("several"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


FieldEditor = LineEditor | LinesEditor | KindEditor
