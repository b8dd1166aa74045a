"""Rows of a list as high as their words need, which are set in several lines rather than cut."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

_AROUND = 18
"""Pixels of a cell that its words do not have, at both sides together."""
_ABOVE = 9
"""Pixels of a row that its words do not have, above and below together."""
_MOST = 1000
"""Pixels that a row can be high."""


class WrappedRows(QStyledItemDelegate):
    """Paints the rows of `view`, and has them set anew where a column gets another width."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        view.setUniformRowHeights(False)
        view.header().sectionResized.connect(view.scheduleDelayedItemsLayout)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        room = QRect(0, 0, max(self._view.columnWidth(index.column()) - _AROUND, 1), _MOST)
        needed = option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data() or ""))
        return QSize(needed.width() + _AROUND, max(hint.height(), needed.height() + _ABOVE))

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText
