"""A field that offers a list, in which a name too long for it ends in dots."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

_SHORTEST = 14
_MOST_SHOWN = 16
_WIDEST_LIST = 480
_AROUND_NAME = 16
"""Pixels that a row of the list has beside its name."""


class ElidedBox(QComboBox):
    """A QComboBox as wide as there is room, whatever its names; the list shows them whole, and so does a tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_SHORTEST)
        self.setMaxVisibleItems(_MOST_SHOWN)
        self.currentTextChanged.connect(self.setToolTip)

    def showPopup(self) -> None:
        rows = self.view().sizeHintForColumn(0) + self.view().verticalScrollBar().sizeHint().width() + _AROUND_NAME
        self.view().setMinimumWidth(max(self.width(), min(rows, _WIDEST_LIST)))
        super().showPopup()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width() - 4
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideMiddle, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
