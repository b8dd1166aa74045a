"""The list of the files of an import: each with a box, its name, and below it what is to be known of it."""

from __future__ import annotations

import html

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.fieldwords import format_name
from desktop.imports.batch import Batch, Entry
from desktop.repairwords import count_told
from desktop.theme import Themes
from desktop.translation import plural, tr, words
from library.ocr.tesseract import is_installed

STATE = Qt.ItemDataRole.UserRole
_ROW_HEIGHT = 44
_INSET = 34
_Index = QModelIndex | QPersistentModelIndex


class FileRows(QAbstractListModel):
    """The entries of a batch; a box that is unchecked leaves its file out."""

    chosen = Signal()
    """A file was left out, or taken in again."""

    def __init__(self, batch: Batch, parent: QWidget) -> None:
        super().__init__(parent)
        self._batch = batch
        self._count = len(batch.entries)

    def grow(self) -> None:
        """Show the entries that came to the batch."""
        count = len(self._batch.entries)
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()

    def renew(self) -> None:
        """Show what is another for any of the entries."""
        if self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._count

    def flags(self, index: _Index) -> Qt.ItemFlag:
        more = Qt.ItemFlag.ItemIsUserCheckable if _can_come(self._entry(index)) else Qt.ItemFlag(0)
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | more

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self._entry(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.recognised.name
            case Qt.ItemDataRole.ToolTipRole:
                reason = entry.recognised.reason
                return html.escape(f"{entry.key}\n{words(reason)}" if reason is not None else entry.key)
            case Qt.ItemDataRole.CheckStateRole:
                if not _can_come(entry):
                    return None
                return Qt.CheckState.Checked if entry.comes else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return state_of(entry)
            case _ if role == STATE:
                return state_of(entry)
            case _:
                return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self._entry(index).take(wanted=Qt.CheckState(value) == Qt.CheckState.Checked)
        self.dataChanged.emit(index, index)
        self.chosen.emit()
        return True

    def _entry(self, index: _Index) -> Entry:
        return self._batch.entries[index.row()]


class FileList(QListView):
    """Shows the files; `current_changed` carries the row of the one to be looked at."""

    current_changed = Signal(int)

    def __init__(self, rows: FileRows, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(rows)
        self.setItemDelegate(_Delegate(themes, self))
        self.setUniformItemSizes(True)
        self.setProperty("role", "boxed")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.current_changed.emit(current.row())


class _Delegate(QStyledItemDelegate):
    """Paints the name, and the state below it in a soft colour."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, _ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        name, option.text = option.text, ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        room = option.rect.adjusted(_INSET, 4, -8, -4)
        half = room.height() // 2
        theme = self._themes.current
        painter.save()
        painter.setPen(theme.color("accent" if selected else "ink"))
        self._write(painter, QRect(room.left(), room.top(), room.width(), half), name, Qt.TextElideMode.ElideMiddle)
        painter.setPen(theme.color("soft"))
        font = painter.font()
        font.setPixelSize(theme.length("caption"))
        painter.setFont(font)
        below = QRect(room.left(), room.top() + half, room.width(), half)
        self._write(painter, below, str(index.data(STATE)), Qt.TextElideMode.ElideRight)
        painter.restore()

    def _write(self, painter: QPainter, room: QRect, text: str, mode: Qt.TextElideMode) -> None:
        shown = painter.fontMetrics().elidedText(text, mode, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _can_come(entry: Entry) -> bool:
    return entry.recognised.reason is None or (entry.is_scanned and is_installed())


def state_of(entry: Entry) -> str:
    """Say what is to be known of a file, the most pressing first."""
    seen = entry.recognised
    if entry.is_scanned:
        return tr("Pages to be read by OCR") if entry.ocr else tr("Pictures of pages, without text")
    if seen.reason is not None:
        return words(seen.reason)
    if entry.is_empty:
        return tr("Empty: there is nothing in it to read")
    if not entry.wanted:
        return tr("Left out")
    said = [
        tr("In the library already") if entry.duplicate and not entry.copied else "",
        tr("Twice among these files") if entry.twin and not (entry.duplicate or entry.copied) else "",
        tr("Encoding uncertain") if seen.doubtful and entry.encoding is None else "",
        plural(seen.replaced, "{count} character could not be read", "{count} characters could not be read")
        if seen.replaced
        else "",
        count_told(entry.repairs),
        (tr("Whole page") if entry.whole_page else tr("Only the article")) if seen.partial else "",
        tr("With remarks") if seen.remarks else "",
    ]
    return " · ".join(filter(None, said)) or " · ".join(filter(None, (format_name(seen.format), seen.encoding)))
