"""Choosing the collection that documents are to stand in, or naming a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.translation import plural, tr
from desktop.widgets.tagchoices import SEPARATOR, clean_path
from library.chinese.pinyin import matches

_SIZE = QSize(420, 440)
_MARGIN = 24
_GAP = 12
_PATH = Qt.ItemDataRole.UserRole
_TO_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CollectionDialog(QDialog):
    """A field that narrows the list of full names below it. `chosen` carries one, of a collection that may be new."""

    chosen = Signal(str)

    def __init__(self, paths: Sequence[str], count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paths = paths
        self._count = count
        self._what = QLabel(self)
        self.field = QLineEdit(self)
        self.list = QListWidget(self)
        self._put = QPushButton(self)
        self._cancel = QPushButton(self)
        self._build()
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list.itemDoubleClicked.connect(self.accept)
        self.retranslate()

    @property
    def path(self) -> str:
        """The full name in the current row, or "" where there is none."""
        item = self.list.currentItem()
        return "" if item is None else item.data(_PATH)

    def accept(self) -> None:
        """Take the current row; without one there is nothing to be done."""
        path = self.path
        if path:
            super().accept()
            self.chosen.emit(path)

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        self.setWindowTitle(tr("Put into a collection"))
        self._what.setText(plural(self._count, "{count} document", "{count} documents"))
        self.field.setPlaceholderText(tr("Filter, or type a new name; / makes a level"))
        self.field.setAccessibleName(tr("Collection"))
        self.list.setAccessibleName(tr("Collections"))
        self._put.setText(tr("Put into it"))
        self._cancel.setText(tr("Cancel"))
        self._narrow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that go up and down move in the list while one types."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _TO_LIST:
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        role = QDialogButtonBox.ButtonRole
        self._what.setTextFormat(Qt.TextFormat.PlainText)
        self._what.setProperty("role", "soft")
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._put.setProperty("role", "primary")
        self._put.setDefault(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self._cancel, role.RejectRole)
        buttons.addButton(self._put, role.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        column.addWidget(self._what)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.field.setFocus()
        self.resize(_SIZE)

    def _narrow(self) -> None:
        """List what the field finds, the very name first, and last what would be a new one."""
        wanted = clean_path(self.field.text())
        ranks = {path: rank for path in self._paths if (rank := _rank(wanted, path)) is not None}
        self.list.clear()
        for path in sorted(ranks, key=lambda path: bool(wanted) and ranks[path] > 0):
            self._add(path, path)
        if wanted and wanted not in self._paths:
            self._add(tr("New collection “{name}”", name=wanted), wanted)
        self.list.setCurrentRow(0)
        self._put.setEnabled(self.list.count() > 0)

    def _add(self, text: str, path: str) -> None:
        item = QListWidgetItem(text, self.list)
        item.setData(_PATH, path)


def _rank(wanted: str, path: str) -> int | None:
    """Return how well a full name, or its last part, is found; 0 is best, None not at all."""
    ranks = [matches(wanted, name) for name in (path, path.rpartition(SEPARATOR)[2])]
    return min((rank for rank in ranks if rank is not None), default=None)
