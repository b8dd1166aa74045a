"""The list of memos: what there is to go on writing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.itemmodels.memos import MemoModel, MemoRow, Memos, told_excerpts
from desktop.theme import Themes
from desktop.translation import tr

MARGIN, TOP = 32, 28
ROW, PADDING, TITLE_LINE, LINE = 72, 12, 22, 18
DATE_LENGTH = 10


class MemoList(QWidget):
    """Rows of memos below a heading."""

    opened = Signal(str)
    new_wanted = Signal()
    export_wanted = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, memos: Memos, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.model = MemoModel(memos, self)
        self._build()
        self.model.modelReset.connect(self._show_count)
        themes.changed.connect(self._dress)
        self._dress()
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.setAccessibleName(tr("Memos"))
        self._heading.setText(tr("Memos"))
        self._new.setText(tr("New memo"))
        self.view.setAccessibleName(tr("Memos"))
        self._empty.setText(
            tr("A memo holds what you write and the excerpts it rests on. Make one, and send highlights to it with M.")
        )
        self._show_count()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        (self._new if self.view.isHidden() else self.view).setFocus(event.reason())

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._heading = QLabel(self)
        self._new = QPushButton(self)
        self._new.clicked.connect(self.new_wanted)
        self._empty = QLabel(self)
        self._empty.setProperty("role", "soft")
        self._empty.setWordWrap(True)
        self.view = MemoRows(self.model, self._themes, self)
        self.view.opened.connect(self.opened)
        self.view.removal_wanted.connect(self.removal_wanted)
        self.view.menu_wanted.connect(self._open_menu)
        for label in (self._heading, self._empty):
            label.setTextFormat(Qt.TextFormat.PlainText)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._new)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, TOP, MARGIN, 0)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self.view, 1)
        column.addStretch()

    def _dress(self) -> None:
        theme = self._themes.current
        self._heading.setFont(theme.reading_font(theme.size("heading"), bold=True))

    def _show_count(self) -> None:
        filled = self.model.rowCount() > 0
        self.view.setVisible(filled)
        self._empty.setVisible(not filled)

    def _open_menu(self, memo_id: str, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Open"), lambda: self.opened.emit(memo_id))
        menu.addAction(tr("Export memo…"), lambda: self.export_wanted.emit(memo_id))
        menu.addSeparator()
        menu.addAction(tr("Delete memo"), lambda: self.removal_wanted.emit(memo_id))
        menu.popup(place)


class MemoRows(QListView):
    """The rows, opened by Enter or a click."""

    opened = Signal(str)
    removal_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, model: MemoModel, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memos = model
        self._chosen, self._row = "", 0
        self.setModel(model)
        self.setItemDelegate(MemoDelegate(themes, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.clicked.connect(self._open)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._choose_again)
        self._choose_again()

    @property
    def current_id(self) -> str:
        """The memo of the current row, or ""."""
        row = self.currentIndex().data(MemoModel.RowRole)
        return row.memo.id if isinstance(row, MemoRow) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id:
            self.opened.emit(self.current_id)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.current_id:
            self.removal_wanted.emit(self.current_id)
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(MemoModel.RowRole).memo.id)

    def _ask_menu(self, at: QPoint) -> None:
        if self.current_id:
            self.menu_wanted.emit(self.current_id, self.viewport().mapToGlobal(at))

    def _remember(self) -> None:
        self._chosen, self._row = self.current_id, max(self.currentIndex().row(), 0)

    def _choose_again(self) -> None:
        """Have the same memo current, or if it is gone the one in its place: there always is one that keys act on."""
        row = self._memos.row_of(self._chosen)
        last = self._memos.rowCount() - 1
        self.setCurrentIndex(self._memos.index(min(self._row, last) if row is None else row, 0))


class MemoDelegate(QStyledItemDelegate):
    """Paints a memo: its title, how it begins, what it holds and when it was last changed."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        themes.changed.connect(self._dress)
        self._dress()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, theme = index.data(MemoModel.RowRole), self._themes.current
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_tint" if selected else "hover"))
            radius = theme.size("radius_field")
            painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), radius, radius)
        room = option.rect.adjusted(PADDING, PADDING, -PADDING, -PADDING)
        told = " · ".join(filter(None, (told_excerpts(row), row.memo.modified[:DATE_LENGTH])))
        taken = QFontMetrics(self._caption).horizontalAdvance(told) + PADDING
        painter.setPen(theme.color("soft"))
        painter.setFont(self._caption)
        painter.drawText(QRect(room.left(), room.top(), room.width(), TITLE_LINE), RIGHT, told)
        painter.setFont(self._line)
        self._paint(painter, QRect(room.left(), room.top() + TITLE_LINE + 4, room.width(), LINE), row.beginning)
        painter.setPen(theme.color("accent" if selected else "ink"))
        painter.setFont(self._title)
        self._paint(painter, QRect(room.left(), room.top(), room.width() - taken, TITLE_LINE), row.memo.title)
        painter.restore()

    def _paint(self, painter: QPainter, rect: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, LEFT, shown)

    def _dress(self) -> None:
        theme = self._themes.current
        self._title = theme.reading_font(theme.size("quote"), bold=True)
        self._line = theme.title_font()
        self._caption = theme.interface_font(theme.size("caption"))


LEFT = int(Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextSingleLine.value)
RIGHT = LEFT | int(Qt.AlignmentFlag.AlignRight.value)
