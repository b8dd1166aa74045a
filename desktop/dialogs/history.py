"""What was done and when, and going back or forward to any point of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.itemmodels.steps import StepModel
from desktop.theme import Themes
from desktop.translation import tr
from library.models import Step

if TYPE_CHECKING:
    from desktop.editing import Editing
    from desktop.session import Session

_SIZE = QSize(520, 560)
_MARGIN = 16
_ROW = 28
_LINE = 22
"""The height of the line below the first step of this session, in pixels."""
_INSET = 8

_Index = QModelIndex | QPersistentModelIndex


class StepDelegate(QStyledItemDelegate):
    """Paints a step and when it was done: soft where it is undone, with a dot at the one that was done last."""

    def __init__(self, themes: Themes, model: StepModel, parent: QWidget) -> None:
        super().__init__(parent)
        theme = themes.current
        self._theme = theme
        self._model = model
        self._font = theme.title_font()
        self._bold = theme.title_font(bold=True)
        self._caption = theme.interface_font(theme.size("caption"))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(option.rect.width(), _ROW + (_LINE if index.data(StepModel.LineRole) else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, step = self._theme, index.data(StepModel.StepRole)
        rect = option.rect.adjusted(0, 0, 0, _ROW - option.rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_tint" if selected else "hover"))
            radius = theme.size("radius_control")
            painter.drawRoundedRect(QRectF(rect).adjusted(0, 1, 0, -1), radius, radius)
        inner, time = rect.adjusted(_INSET, 0, -_INSET, 0), str(index.data(StepModel.TimeRole))
        painter.setFont(self._caption)
        painter.setPen(theme.color("soft"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | middle, time)
        inner.setRight(inner.right() - QFontMetrics(self._caption).horizontalAdvance(time) - 2 * _INSET)
        last = index.row() == self._model.last_row
        font = self._bold if last else self._font
        painter.setFont(font)
        painter.setPen(theme.color("soft" if step.undone else "accent" if selected else "ink"))
        shown = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideMiddle, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | middle, shown)
        if line := str(index.data(StepModel.LineRole)):
            self._paint_line(painter, option, line)
        painter.restore()

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, words: str) -> None:
        rect = option.rect.adjusted(_INSET, _ROW, -_INSET, 0)
        painter.setFont(self._caption)
        painter.setPen(self._theme.color("soft"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        start = rect.left() + QFontMetrics(self._caption).horizontalAdvance(words) + _INSET
        painter.setPen(self._theme.color("hairline"))
        painter.drawLine(start, rect.center().y(), rect.right(), rect.center().y())


class HistoryDialog(QDialog):
    """A list of steps, the newest first; Enter or the button goes to the one that is chosen."""

    def __init__(self, session: Session, editing: Editing, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("History"))
        self._session = session
        self._editing = editing
        self.model = StepModel(session, self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(StepDelegate(themes, self.model, self.list))
        self.list.setAccessibleName(tr("History"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.installEventFilter(self)
        self._empty = QLabel(tr("Nothing has been done in this library yet."), self)
        self._empty.setProperty("role", "soft")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.go_button = QPushButton(self)
        self.go_button.setProperty("role", "primary")
        self.go_button.clicked.connect(self.go)
        buttons.addButton(self.go_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        page = QVBoxLayout(self)
        page.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        page.addWidget(self._empty)
        page.addWidget(self.list, 1)
        page.addWidget(buttons)
        self.resize(_SIZE)
        self.list.selectionModel().currentChanged.connect(self._enable)
        self.list.doubleClicked.connect(self.go)
        self.model.modelReset.connect(self._start)
        self.model.dataChanged.connect(self._enable)
        session.closed.connect(self.reject)
        self._start()
        self.list.setFocus()

    def go(self) -> None:
        """Let the chosen step be the last one done."""
        step = self._step()
        if step is not None and self._session.writable:
            row, last = self.list.currentIndex().row(), self.model.last_row
            steps = self.model.steps
            between = steps[row:last] if step.undone and last >= 0 else steps[row:] if step.undone else steps[:row]
            self._editing.go_to_step(step, between)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on Enter, which would otherwise press a button."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go()
            return True
        return super().eventFilter(watched, event)

    def _start(self) -> None:
        """Begin at the step that was done last."""
        self.list.setCurrentIndex(self.model.index(max(0, self.model.last_row), 0))
        self._empty.setVisible(self.model.rowCount() == 0)
        self._enable()

    def _step(self) -> Step | None:
        step = self.list.currentIndex().data(StepModel.StepRole)
        return step if isinstance(step, Step) else None

    def _enable(self) -> None:
        step = self._step()
        self.go_button.setText(tr("Redo up to here") if step is not None and step.undone else tr("Undo back to here"))
        here = self.list.currentIndex().row() == self.model.last_row
        self.go_button.setEnabled(step is not None and not here and self._session.writable)
