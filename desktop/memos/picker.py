"""The field that asks which memo excerpts go to: it finds by substring, pinyin and initials, and makes a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from desktop.itemmodels.memos import MemoRow, Memos
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.floating import FloatingPanel

WIDTH, ROWS, ROW_HEIGHT, PADDING, OFF = 300, 7, 28, 8, 6
CHOICE_ROLE = Qt.ItemDataRole.UserRole + 1
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Choice:
    """A memo to send to; without an id one that is to be made with this title."""

    title: str
    memo_id: str = ""


def offered(query: str, memos: Sequence[MemoRow]) -> list[Choice]:
    """Return the rows for what is typed: the best matches first, among equals the one changed last; a new one last.

    A title that is there already is not offered again as a new one.
    """
    wanted = " ".join(query.split())
    if not wanted:
        return [*(Choice(row.memo.title, row.memo.id) for row in memos), Choice("")]
    from library.chinese.pinyin import matches  # heavy, and needed only once someone types

    ranked = [(rank, row) for row in memos if (rank := matches(wanted, row.memo.title)) is not None]
    found = [Choice(row.memo.title, row.memo.id) for _, row in sorted(ranked, key=lambda pair: pair[0])]
    return found if any(one.title == wanted for one in found) else [*found, Choice(wanted)]


class MemoPicker(FloatingPanel):
    """Says which memo is wanted; it writes nothing itself."""

    memo_chosen = Signal(str, str)
    """Carries the id of a memo, or "" and the title of one to be made, which may be empty."""
    closed = Signal()

    def __init__(self, memos: Memos, themes: Themes, parent: QWidget) -> None:
        super().__init__(themes, parent)
        self._memos = memos
        self._field = MemoField(self)
        self._field.textChanged.connect(self._offer)
        self._rows = QStandardItemModel(self)
        self._list = QListView(self)
        self._list.setModel(self._rows)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.clicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(6)
        column.addWidget(self._field)
        column.addWidget(self._list)
        self.setFixedWidth(WIDTH)
        self.retranslate()

    @property
    def choices(self) -> list[Choice]:
        """The rows that are offered now."""
        return [self._rows.item(row).data(CHOICE_ROLE) for row in range(self._rows.rowCount())]

    def open_at(self, anchor: QRect) -> None:
        """Open below `anchor`, in global coordinates, or above it, and take the focus."""
        self._field.clear()
        self._offer()
        self.move(self._beside(anchor))
        self.appear()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_picker(self) -> None:
        """Go, saying so once."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def take_key(self, event: QKeyEvent) -> bool:
        """Act on a key that is the list's rather than the field's, and say so."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_picker()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = (self._list.currentIndex().row() + step) % self._rows.rowCount()
            self._list.setCurrentIndex(self._rows.index(row, 0))
        elif event.key() in ENTER:
            self._choose(self._list.currentIndex())
        else:
            return False
        return True

    def retranslate(self) -> None:
        """Speak the user's language."""
        self._field.setPlaceholderText(tr("Memo, or the title of a new one"))
        self._field.setAccessibleName(tr("Memo"))
        self._list.setAccessibleName(tr("Memos"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _offer(self) -> None:
        choices = offered(self._field.text(), self._memos.latest())
        self._rows.clear()
        for choice in choices:
            item = QStandardItem(choice.title if choice.memo_id else _new(choice.title))
            item.setData(choice, CHOICE_ROLE)
            self._rows.appendRow(item)
        self._list.setFixedHeight(ROW_HEIGHT * min(ROWS, len(choices)))
        self._list.setCurrentIndex(self._rows.index(0, 0))
        self.adjustSize()

    def _choose(self, index: QModelIndex) -> None:
        choice = index.data(CHOICE_ROLE)
        self.close_picker()
        if isinstance(choice, Choice):
            self.memo_chosen.emit(choice.memo_id, choice.title)

    def _beside(self, anchor: QRect) -> QPoint:
        parent = self.parentWidget()
        self.adjustSize()
        corner = parent.mapFromGlobal(anchor.topLeft())
        below, above = corner.y() + anchor.height() + OFF, corner.y() - self.height() - OFF
        top = below if below + self.height() <= parent.height() or above < 0 else above
        left = min(max(corner.x(), OFF), max(OFF, parent.width() - self.width() - OFF))
        return QPoint(left, min(max(top, OFF), max(OFF, parent.height() - self.height() - OFF)))


class MemoField(QLineEdit):
    """A line edit that hands the keys of the list below it on, but never while an input method composes."""

    def __init__(self, picker: MemoPicker) -> None:
        super().__init__(picker)
        self._picker = picker
        self._composing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing or not self._picker.take_key(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._composing = False
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._picker.close_picker()


def _new(title: str) -> str:
    return tr("New memo “{name}”", name=title) if title else tr("New memo")
