"""The bookmarks of a document in a list: Enter goes to one, F2 renames it, Del removes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.translation import tr

if TYPE_CHECKING:
    from desktop.bookmarking import Bookmarking
    from library.models import Bookmark

_SIZE = QSize(460, 420)
_MARGIN = 16
_ID = Qt.ItemDataRole.UserRole


class BookmarksDialog(QDialog):
    """Rows of name and place that follow what happens to the bookmarks."""

    def __init__(self, bookmarking: Bookmarking, *, writable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Bookmarks"))
        self._bookmarking = bookmarking
        self._writable = writable
        self.list = QTreeWidget(self)
        self._buttons = QDialogButtonBox(self)
        self._go = self._buttons.addButton(tr("Go there"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._rename = self._buttons.addButton(tr("Rename"), QDialogButtonBox.ButtonRole.ActionRole)
        self._remove = self._buttons.addButton(tr("Remove"), QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Close)
        self._set_up_list()
        page = QVBoxLayout(self)
        page.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        page.addWidget(self.list, 1)
        page.addWidget(self._buttons)
        self.resize(_SIZE)
        self._connect()
        self._fill()
        self.list.setFocus()

    def go(self) -> None:
        """Go to the current bookmark and close."""
        bookmark = self._current()
        if bookmark is not None:
            self._bookmarking.go(bookmark)
            self.accept()

    def rename(self) -> None:
        """Let the name of the current bookmark be typed."""
        if self._writable and self.list.currentItem() is not None:
            self.list.editItem(self.list.currentItem(), 0)

    def remove(self) -> None:
        """Remove the selected bookmarks."""
        ids = [str(item.data(0, _ID)) for item in self.list.selectedItems()]
        if self._writable and ids:
            self._bookmarking.remove(ids)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the keys of the list, unless a name is being typed."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            keys = {
                Qt.Key.Key_Return: self.go,
                Qt.Key.Key_Enter: self.go,
                Qt.Key.Key_F2: self.rename,
                Qt.Key.Key_Delete: self.remove,
            }
            handler = keys.get(Qt.Key(event.key()))
            if handler is not None:
                # what the field of a name lets through has done its work there, and is not for the buttons
                if self.list.state() != QAbstractItemView.State.EditingState:
                    handler()
                return True
        return super().eventFilter(watched, event)

    def _set_up_list(self) -> None:
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(tr("Bookmarks"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def _connect(self) -> None:
        self.list.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda: self.go())
        self.list.itemChanged.connect(self._take_name)
        self.list.itemSelectionChanged.connect(self._enable)
        self._go.clicked.connect(lambda: self.go())
        self._rename.clicked.connect(lambda: self.rename())
        self._remove.clicked.connect(lambda: self.remove())
        self._buttons.rejected.connect(self.reject)
        self._bookmarking.altered.connect(self._fill)

    def _fill(self) -> None:
        """Write the rows anew; the same one, or the one at its place, is current."""
        row = max(self.list.indexOfTopLevelItem(self.list.currentItem()), 0) if self.list.currentItem() else 0
        self.list.blockSignals(True)
        self.list.clear()
        for bookmark in self._bookmarking.bookmarks:
            self._add(bookmark)
        self.list.blockSignals(False)
        count = self.list.topLevelItemCount()
        if count:
            self.list.setCurrentItem(self.list.topLevelItem(min(row, count - 1)))
        self._enable()

    def _add(self, bookmark: Bookmark) -> None:
        percent = self._bookmarking.percent(bookmark)
        number = self._bookmarking.paragraph(bookmark)
        place = tr("¶ {number} · {percent}%", number=number, percent=percent)
        item = QTreeWidgetItem(self.list, [self._bookmarking.title(bookmark), place])
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setData(0, _ID, bookmark.id)
        item.setForeground(1, self.palette().placeholderText())
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _take_name(self, item: QTreeWidgetItem) -> None:
        bookmark_id, name = str(item.data(0, _ID)), item.text(0)
        known = next((one for one in self._bookmarking.bookmarks if one.id == bookmark_id), None)
        if known is not None and name != self._bookmarking.title(known):
            self._bookmarking.rename(bookmark_id, name)

    def _current(self) -> Bookmark | None:
        item = self.list.currentItem()
        wanted = item.data(0, _ID) if item is not None else None
        return next((one for one in self._bookmarking.bookmarks if one.id == wanted), None)

    def _enable(self) -> None:
        chosen = bool(self.list.selectedItems())
        self._go.setEnabled(chosen)
        for button in (self._rename, self._remove):
            button.setEnabled(chosen and self._writable)
