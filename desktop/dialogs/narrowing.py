"""A dialog in which what is typed narrows a list, and one of its rows is taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

MARGIN = 24
_GAP = 12
_TO_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class NarrowingDialog(QDialog):
    """Has the field with the focus, the button that acts, and the one that does not; the rows are each dialog's own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.act, self.cancel = QPushButton(self), QPushButton(self)

    def lay_out(self, rows: QListView, size: QSize, above: Sequence[QWidget], below: Sequence[QWidget] = ()) -> None:
        """Stand the field over `rows`, with more above and below; without a valid `size` it is as they ask."""
        role = QDialogButtonBox.ButtonRole
        self._rows = rows
        self.field.textChanged.connect(lambda: self.narrow())
        self.field.installEventFilter(self)
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.doubleClicked.connect(self.accept)
        self.act.setProperty("role", "primary")
        self.act.setDefault(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.cancel, role.RejectRole)
        buttons.addButton(self.act, role.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(_GAP)
        for part in (*above, self.field):
            column.addWidget(part)
        column.addWidget(rows, 1)
        for part in (*below, buttons):
            column.addWidget(part)
        self.field.setFocus()
        if size.isValid():
            self.resize(size)

    def narrow(self) -> None:
        """List what the field finds."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that go up and down move in the list while one types."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _TO_LIST:
            QApplication.sendEvent(self._rows, event)
            return True
        return super().eventFilter(watched, event)
