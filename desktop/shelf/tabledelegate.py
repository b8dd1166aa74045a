"""How a cell of the document table is painted and edited."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.itemmodels.documents import PROGRESS, PROGRESS_ROLE, STAGE_ROLE, TITLE
from desktop.shelf.delegate import RowFonts, paint_elided
from desktop.theme import Theme, Themes

Index = QModelIndex | QPersistentModelIndex

_PADDING = 8
_GAP = 6
_BAR = 48


class TableDelegate(QStyledItemDelegate):
    """Paints cells with the theme's tokens. `commit` takes what was typed into the cell of an index."""

    def __init__(self, themes: Themes, commit: Callable[[Index, str], None], view: QAbstractItemView) -> None:
        super().__init__(view)
        self._themes = themes
        self._commit = commit
        self._fonts = RowFonts(themes.current)
        themes.changed.connect(self._retheme)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), self._themes.current.length("row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._themes.current
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(option.rect, theme.color("accent_tint"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.color("hover"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.color("accent"))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        at = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        if index.column() == PROGRESS:
            self._paint_progress(painter, at, index)
        else:
            self._paint_text(painter, at, index, selected=selected)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        editor.setText(index.data(Qt.ItemDataRole.EditRole))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leave the editor as it is: what becomes known of the row meanwhile must not take back what was typed."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            self._commit(index, editor.text())

    def _paint_text(self, painter: QPainter, at: QRect, index: Index, *, selected: bool) -> None:
        theme = self._themes.current
        painter.setFont(self._fonts.selected if selected and index.column() == TITLE else self._fonts.title)
        painter.setPen(theme.color(_ink(index.column(), selected=selected)))
        text = index.data(Qt.ItemDataRole.DisplayRole)
        if index.data(Qt.ItemDataRole.TextAlignmentRole) is not None:
            painter.drawText(at, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        else:
            paint_elided(painter, at, text)

    def _paint_progress(self, painter: QPainter, at: QRect, index: Index) -> None:
        stage, theme = index.data(STAGE_ROLE), self._themes.current
        if stage == "unread":
            return
        bar = QRect(at.left(), at.top(), min(_BAR, at.width()), at.height())
        _paint_bar(painter, bar, 1.0 if stage == "done" else index.data(PROGRESS_ROLE), theme)
        painter.setFont(self._fonts.count)
        painter.setPen(theme.color("soft"))
        paint_elided(painter, at.adjusted(_BAR + _GAP, 0, 0, 0), index.data(Qt.ItemDataRole.DisplayRole))

    def _retheme(self) -> None:
        self._fonts = RowFonts(self._themes.current)


def _paint_bar(painter: QPainter, at: QRect, part: float, theme: Theme) -> None:
    height = theme.length("progress_height")
    bar = QRectF(at.left(), at.center().y() - height // 2, at.width(), height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for width, token in ((bar.width(), "hairline"), (max(height, bar.width() * part), "soft")):
        painter.setBrush(theme.color(token))
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), width, height), height / 2, height / 2)


def _ink(column: int, *, selected: bool) -> str:
    if selected:
        return "accent"
    return "ink" if column == TITLE else "soft"
