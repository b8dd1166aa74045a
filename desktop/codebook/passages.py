"""The passages of a tag: painted in their context, gone to, untagged, sent on."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.codebook.passagelayout import (
    HEAD_HEIGHT,
    LEFT,
    NOTE_GAP,
    TOP,
    PassageLayout,
    PassageLayouts,
)
from desktop.itemmodels.cardcargo import pack_highlights
from desktop.itemmodels.passages import Head, PassageModel
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.cardstyle import CardStyle, paint_bar, paint_foot, paint_frame, paint_note
from desktop.widgets.pile import PileView
from library.models import Excerpt

BAR_LEFT = 8
WIDEST = 780
"""Pixels that a passage is wide at most: longer lines are hard to read."""
NARROWEST_MARGIN = 20
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
RIGHT = int(Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value)
LEFT_MIDDLE = int(Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value)


class PassageDelegate(QStyledItemDelegate):
    """Knows how high a row is and how it looks."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self.layouts = PassageLayouts(themes)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        if isinstance(index.data(PassageModel.HeadRole), Head):
            return QSize(option.rect.width(), HEAD_HEIGHT)
        excerpt = index.data(PassageModel.ExcerptRole)
        room = column(option.rect).width()
        height = self.layouts.layout(excerpt, room).height if isinstance(excerpt, Excerpt) else 0
        return QSize(option.rect.width(), height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        area, style = column(option.rect), self.layouts.style
        head, excerpt = index.data(PassageModel.HeadRole), index.data(PassageModel.ExcerptRole)
        painter.save()
        painter.translate(area.topLeft())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(head, Head):
            self._paint_head(painter, area.width(), head, style)
        elif isinstance(excerpt, Excerpt):
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_passage(painter, self.layouts.layout(excerpt, area.width()), excerpt, selected=selected)
        painter.restore()

    def _paint_head(self, painter: QPainter, width: int, head: Head, style: CardStyle) -> None:
        theme = style.theme
        told = " · ".join(filter(None, (head.document.date, str(head.count))))
        room = QRect(0, 10, width, HEAD_HEIGHT - 16)
        painter.setFont(style.caption)
        painter.setPen(theme.color("soft"))
        painter.drawText(room, RIGHT, told)
        taken = QFontMetrics(style.caption).horizontalAdvance(told) + 12
        painter.setFont(style.head)
        painter.setPen(theme.color("ink"))
        title = QFontMetrics(style.head).elidedText(head.document.title, Qt.TextElideMode.ElideMiddle, width - taken)
        painter.drawText(room, LEFT_MIDDLE, title)

    def _paint_passage(self, painter: QPainter, row: PassageLayout, excerpt: Excerpt, *, selected: bool) -> None:
        style, theme = self.layouts.style, self.layouts.style.theme
        paint_frame(painter, row.frame, theme, selected=selected)
        paint_bar(painter, BAR_LEFT, TOP, row.frame.height() - 2 * TOP, excerpt, theme)
        row.text.draw(painter, QPointF(LEFT, TOP))
        if row.note_lines:
            paint_note(painter, row.note_lines, row.note_rect, NOTE_GAP, style)
        paint_foot(painter, row.foot, style)


class Passages(PileView):
    """The rows below a header that scrolls along with them."""

    opened = Signal(str)
    """A highlight is to be shown in its document."""
    untagging_wanted = Signal(list)
    """The tag of the page is to be taken off these highlights."""
    memo_wanted = Signal(list, QRect)
    """These highlights are to be sent to a memo; the rectangle is where the current one is, in global coordinates."""
    tags_wanted = Signal(list, QRect)
    """Tags are to be chosen for these highlights; the rectangle is as above."""
    links_wanted = Signal(str, QRect)
    """The links of a highlight are to be shown; the rectangle is as above."""
    pen_wanted = Signal(list, int)
    """These highlights are to be marked with a pen, counted from 1."""
    note_wanted = Signal(str)
    star_wanted = Signal(list)
    menu_wanted = Signal(QPoint)
    left = Signal()
    """The focus should go back to the text."""
    left_above = Signal()
    """The focus should go to the header."""

    def __init__(self, model: PassageModel, themes: Themes, header: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passages = model
        self._header = header
        header.setParent(self.viewport())
        self.rows_delegate = PassageDelegate(themes, self)
        self.setItemDelegate(self.rows_delegate)
        self.setDragEnabled(True)
        self.pile(model)
        themes.changed.connect(self.remeasure)
        self.clicked.connect(self._open)

    def estimates(self, start: int, end: int, width: int) -> list[int]:
        room = column(QRect(0, 0, width, 0)).width()
        return self.rows_delegate.layouts.estimates(self._passages.measures(start, end), room)

    def remeasure(self) -> None:
        """Measure everything again: faces or the language changed."""
        self.rows_delegate.layouts.forget()
        self.estimate_all()

    def chosen_ids(self) -> list[str]:
        """Return the ids of the selected highlights, in their order."""
        rows = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [index.data(PassageModel.IdRole) for index in rows]

    def place_header(self) -> None:
        """Give the header the height it wants at its width, and the rows the room below it."""
        area = column(QRect(0, 0, self.row_width(), 0))
        height = self._header.heightForWidth(area.width())
        self._header.resize(area.width(), height)
        self.set_lead(height)
        self.settled()

    def settled(self) -> None:
        area = column(QRect(0, 0, self.row_width(), 0))
        self._header.move(area.left(), -self.verticalOffset())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_header()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.settled()

    # Keys and clicks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ids, key = self.chosen_ids(), event.key()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 1 and plain:
            self.verticalScrollBar().setValue(0)
            self.left_above.emit()
        elif not (ids and plain):
            super().keyPressEvent(event)
        elif key in ENTER:
            self.opened.emit(self.currentIndex().data(PassageModel.IdRole) or ids[0])
        elif key in REMOVING:
            self.untagging_wanted.emit(ids)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.pen_wanted.emit(ids, key - Qt.Key.Key_0)
        elif key == Qt.Key.Key_K:
            self.star_wanted.emit(ids)
        elif key == Qt.Key.Key_N:
            self.note_wanted.emit(ids[0])
        elif key in (Qt.Key.Key_M, Qt.Key.Key_T, Qt.Key.Key_L):
            {Qt.Key.Key_M: self.want_memo, Qt.Key.Key_T: self.want_tags, Qt.Key.Key_L: self.want_links}[key]()
        else:
            super().keyPressEvent(event)

    def want_memo(self) -> None:
        """Ask for a memo to send the selected highlights to."""
        self._want(self.memo_wanted, self.chosen_ids())

    def want_tags(self) -> None:
        """Ask for tags for the selected highlights."""
        self._want(self.tags_wanted, self.chosen_ids())

    def want_links(self) -> None:
        """Ask for the links of the first selected highlight."""
        self._want(self.links_wanted, next(iter(self.chosen_ids()), ""))

    def _want(self, wanted: SignalInstance, highlights: list[str] | str) -> None:
        """Say what is wanted for highlights, and where the current one is."""
        area = self.visualRect(self.currentIndex())
        if highlights:
            wanted.emit(highlights, QRect(self.viewport().mapToGlobal(area.topLeft()), area.size()))

    def moveCursor(self, action: PileView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Step over the titles of documents."""
        index = super().moveCursor(action, modifiers)
        upwards = action in (PileView.CursorAction.MoveUp, PileView.CursorAction.MovePageUp)
        while index.isValid() and isinstance(index.data(PassageModel.HeadRole), Head):
            index = self._passages.index(index.row() + (-1 if upwards and index.row() > 0 else 1))
        return index

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the selected highlights, told by how many they are."""
        ids = self.chosen_ids()
        if ids:
            drag = QDrag(self)
            drag.setMimeData(pack_highlights(ids))
            drag.exec(Qt.DropAction.CopyAction)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(event.globalPos())
        else:
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        QAbstractScrollArea.focusInEvent(self, event)
        if not self.currentIndex().isValid() and self._passages.rowCount() > 1:
            self.setAutoScroll(False)  # the head of the page stays in view
            self.setCurrentIndex(self._passages.index(1))
            self.setAutoScroll(True)
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()  # its first click went to the passage

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.setAccessibleName(tr("Passages"))
        self.remeasure()

    def _open(self, index: QModelIndex) -> None:
        highlight_id = index.data(PassageModel.IdRole)
        if highlight_id is not None and len(self.chosen_ids()) == 1:
            self.opened.emit(highlight_id)


def column(rect: QRect) -> QRect:
    """Return the part of a row in which a passage stands: in the middle, and not too wide."""
    width = min(WIDEST, rect.width() - 2 * NARROWEST_MARGIN)
    return QRect(rect.left() + (rect.width() - width) // 2, rect.top(), max(1, width), rect.height())
