"""The palette: a field in the window's middle, and below it what is found by a part of its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.floating import FloatingPanel
from desktop.widgets.icons import pixmap
from desktop.widgets.pickfield import PickField

if TYPE_CHECKING:
    from desktop.palette.entries import Entry, Kind

WIDTH = 600
ROWS = 11
ROW_HEIGHT = 30
PADDING = 10
TOP_SHARE = 0.14
"""Of the window's height, what is left free above the palette."""
INSET = 8
KEY_PADDING = 5
ICONS: dict[Kind, str] = {
    "action": "caret-right", "heading": "list", "document": "book-open", "tag": "tag", "collection": "folder-open",
    "smart": "funnel-simple",
    "memo": "note",
}  # fmt: skip

_Index = QModelIndex | QPersistentModelIndex


def kind_name(kind: Kind) -> str:
    """Return what a kind of entry is called."""
    match kind:
        case "action":
            return tr("Action")
        case "heading":
            return tr("Heading")
        case "document":
            return tr("Document")
        case "tag":
            return tr("Tag")
        case "collection":
            return tr("Collection")
        case "smart":
            return tr("Smart collection")
        case "memo":
            return tr("Memo")


class EntryRows(QAbstractListModel):
    """The rows that are offered now."""

    EntryRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[Entry] = []

    def show_rows(self, rows: Sequence[Entry]) -> None:
        """Offer these entries."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (entry.text, kind_name(entry.kind), entry.keys)))
        return entry if role == self.EntryRole else None


class EntryDelegate(QStyledItemDelegate):
    """Paints an entry: its sign and name, softly what it is, and its keys in a small box."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        themes.changed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take the faces and signs of the theme."""
        theme = self._themes.current
        self._font = theme.title_font()
        self._caption = theme.interface_font(theme.size("caption"))
        self._icons = {kind: pixmap(name, theme) for kind, name in ICONS.items()}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(option.rect.width(), ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry, theme, rect = index.data(EntryRows.EntryRole), self._themes.current, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_tint" if selected else "hover"))
            radius = theme.size("radius_control")
            painter.drawRoundedRect(QRectF(rect).adjusted(0, 1, 0, -1), radius, radius)
        side = theme.length("icon")
        painter.drawPixmap(
            QRect(rect.left() + INSET, rect.center().y() - side // 2, side, side), self._icons[entry.kind]
        )
        inner = rect.adjusted(2 * INSET + side, 0, -INSET, 0)
        inner.setRight(self._paint_keys(painter, inner, entry.keys))
        painter.setFont(self._caption)
        painter.setPen(theme.color("soft"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, right, kind_name(entry.kind))
        inner.setRight(inner.right() - QFontMetrics(self._caption).horizontalAdvance(kind_name(entry.kind)) - INSET)
        painter.setFont(self._font)
        painter.setPen(theme.color("soft" if not entry.enabled else "accent" if selected else "ink"))
        words = QFontMetrics(self._font).elidedText(entry.text, Qt.TextElideMode.ElideMiddle, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def _paint_keys(self, painter: QPainter, rect: QRect, keys: str) -> int:
        """Paint keys at the right end; return where what stands left of them may end."""
        if not keys:
            return rect.right()
        theme, metrics = self._themes.current, QFontMetrics(self._caption)
        wide = metrics.horizontalAdvance(keys) + 2 * KEY_PADDING
        box = QRectF(rect.right() - wide, rect.center().y() - 8, wide, 17)
        painter.setPen(QPen(theme.color("hairline"), 1))
        painter.setBrush(theme.color("field"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(self._caption)
        painter.setPen(theme.color("soft"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, keys)
        return round(box.left()) - INSET


class Palette(FloatingPanel):
    """Says what is typed and which entry is chosen; it finds and does nothing itself."""

    typed = Signal(str)
    chosen = Signal(object)
    """Carries the `Entry` that was chosen; the palette is closed by then."""
    closed = Signal()
    """The palette was left by a key or a choice, not because the focus went elsewhere."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(themes, parent)
        self.field = PickField(self.take_key, self)
        self.rows = EntryRows(self)
        self.list = QListView(self)
        self._hint = QLabel(self)
        self._build()
        self.retranslate()

    def open(self) -> None:
        """Stand in the middle of the window with an empty field, and take the focus."""
        QGuiApplication.inputMethod().commit()  # what is being composed elsewhere must not be lost
        self.field.clear()
        self.typed.emit("")
        self._place()
        self.appear()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_palette(self) -> None:
        """Go, so that the focus can go back to where it was."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def offer(self, rows: Sequence[Entry]) -> None:
        """Show these rows, the first of them current unless it cannot be done now."""
        self.rows.show_rows(rows)
        self.list.setFixedHeight(ROW_HEIGHT * min(ROWS, len(rows)))
        self.list.setVisible(bool(rows))
        can = bool(rows) and rows[0].enabled
        self.list.setCurrentIndex(self.rows.index(0, 0) if can else QModelIndex())
        self._hint.setText(tr("> actions   # tags   @ headings") if rows else tr("Nothing is called that."))
        self.adjustSize()

    @property
    def current(self) -> Entry | None:
        """The row that Enter takes."""
        return self.list.currentIndex().data(EntryRows.EntryRole)

    def take_key(self, event: QKeyEvent) -> bool:
        """Act on a key that is the list's rather than the field's, and say so."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_palette()
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self._step(1 if event.key() == Qt.Key.Key_Down else -1, around=True)
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                self._step(ROWS - 1 if event.key() == Qt.Key.Key_PageDown else 1 - ROWS, around=False)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._choose(self.current)
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                pass
            case _:
                return False
        return True

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.setAccessibleName(tr("Palette"))
        self.field.setPlaceholderText(tr("What is to be done, or opened: a part of its name, or pinyin"))
        self.field.setAccessibleName(tr("Palette"))
        self.list.setAccessibleName(tr("What is found"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        self.field.left.connect(self.hide)
        self.field.textChanged.connect(self.typed)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(EntryDelegate(self.themes, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.clicked.connect(lambda index: self._choose(index.data(EntryRows.EntryRole)))
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setProperty("role", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(6)
        for part in (self.field, self.list, self._hint):
            column.addWidget(part)

    def _step(self, by: int, *, around: bool) -> None:
        count, row = self.rows.rowCount(), self.list.currentIndex().row() + by
        if count:
            row = row % count if around else min(max(row, 0), count - 1)
            self.list.setCurrentIndex(self.rows.index(row, 0))

    def _choose(self, entry: Entry | None) -> None:
        if entry is not None and entry.enabled:
            self.close_palette()
            self.chosen.emit(entry)

    def _place(self) -> None:
        ground = self.parentWidget()
        self.setFixedWidth(min(WIDTH, ground.width() - 4 * PADDING))
        self.adjustSize()
        self.move(QPoint((ground.width() - self.width()) // 2, round(ground.height() * TOP_SHARE)))
