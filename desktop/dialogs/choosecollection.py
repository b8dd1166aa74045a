"""Choosing the collection that documents are to stand in, or naming a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from desktop.dialogs.narrowing import NarrowingDialog
from desktop.translation import plural, tr
from desktop.widgets.tagchoices import SEPARATOR, clean_path
from library.chinese.pinyin import matches

_SIZE = QSize(420, 440)
_PATH = Qt.ItemDataRole.UserRole


class CollectionDialog(NarrowingDialog):
    """A field that narrows the list of full names below it. `chosen` carries one, of a collection that may be new."""

    chosen = Signal(str)

    def __init__(self, paths: Sequence[str], count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paths = paths
        self._count = count
        self._what = QLabel(self)
        self._what.setTextFormat(Qt.TextFormat.PlainText)
        self._what.setProperty("role", "soft")
        self.list = QListWidget(self)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.lay_out(self.list, _SIZE, [self._what])
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
        self.act.setText(tr("Put into it"))
        self.cancel.setText(tr("Cancel"))
        self.narrow()

    def narrow(self) -> None:
        """List what the field finds, the very name first, and last what would be a new one."""
        wanted = clean_path(self.field.text())
        ranks = {path: rank for path in self._paths if (rank := _rank(wanted, path)) is not None}
        self.list.clear()
        for path in sorted(ranks, key=lambda path: bool(wanted) and ranks[path] > 0):
            self._add(path, path)
        if wanted and wanted not in self._paths:
            self._add(tr("New collection “{name}”", name=wanted), wanted)
        self.list.setCurrentRow(0)
        self.act.setEnabled(self.list.count() > 0)

    def _add(self, text: str, path: str) -> None:
        item = QListWidgetItem(text, self.list)
        item.setData(_PATH, path)


def _rank(wanted: str, path: str) -> int | None:
    """Return how well a full name, or its last part, is found; 0 is best, None not at all."""
    ranks = [matches(wanted, name) for name in (path, path.rpartition(SEPARATOR)[2])]
    return min((rank for rank in ranks if rank is not None), default=None)
