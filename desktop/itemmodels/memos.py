"""The memos of the open library, for the shelf and for the list of memos: kept in step by its Changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.translation import plural
from library.changes import Changes
from library.errors import NotFound
from library.models import Memo
from library.references import parts, shown_words

if TYPE_CHECKING:
    from desktop.session import Session

Index = QModelIndex | QPersistentModelIndex
BEGINNING = 200
"""Code points of a memo's prose that its row shows at most."""


@dataclass(frozen=True, slots=True)
class MemoRow:
    """What is told of a memo in a list: how its prose begins, and how many excerpts it holds."""

    memo: Memo
    beginning: str
    excerpts: int


class Memos(QObject):
    """What is known of all memos. `altered` says that some came, went or were renamed, `rewritten` that text changed.

    `reset` says that another library, or none, is open.
    """

    reset = Signal()
    altered = Signal()
    rewritten = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: dict[str, MemoRow] = {}
        session.opened.connect(self._open)
        session.closed.connect(self._open)
        session.changed.connect(self._follow)
        self._open()

    def __len__(self) -> int:
        return len(self._rows)

    def find(self, memo_id: str) -> MemoRow | None:
        """Return what is known of a memo, or None."""
        return self._rows.get(memo_id)

    def latest(self) -> list[MemoRow]:
        """Return all memos, the one changed last first."""
        return sorted(self._rows.values(), key=lambda row: (row.memo.modified, row.memo.id), reverse=True)

    def titled(self) -> list[MemoRow]:
        """Return all memos by title, as titles are sorted on the shelf."""
        from library.chinese.pinyin import sort_key  # heavy, and needed only once memos are shown

        return sorted(self._rows.values(), key=lambda row: (sort_key(row.memo.title), row.memo.id))

    def _open(self) -> None:
        library = self._session.library
        self._rows = {memo.id: _row(memo) for memo in library.memos.all()} if library is not None else {}
        self.reset.emit()

    def _follow(self, changes: Changes) -> None:
        library = self._session.library
        if library is None or not changes.touches("memo"):
            return
        before = {memo_id: row.memo.title for memo_id, row in self._rows.items()}
        if not self._session.writable:
            # what another program changed is told by what is there, not by what has gone
            self._rows = {memo.id: _row(memo) for memo in library.memos.all()}
        for memo_id in changes.ids("memo"):
            try:
                self._rows[memo_id] = _row(library.memos.get(memo_id))
            except NotFound:
                self._rows.pop(memo_id, None)
        if before != {memo_id: row.memo.title for memo_id, row in self._rows.items()}:
            self.altered.emit()
        else:
            self.rewritten.emit()


class MemoModel(QAbstractListModel):
    """The memos as rows, the one changed last first."""

    RowRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, memos: Memos, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memos = memos
        self._rows = memos.latest()
        for signal in (memos.reset, memos.altered, memos.rewritten):
            signal.connect(self._refresh)

    def row_of(self, memo_id: str) -> int | None:
        """Return the row of a memo, or None."""
        return next((number for number, row in enumerate(self._rows) if row.memo.id == memo_id), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.memo.title
        if role == self.RowRole:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "\n".join(filter(None, (row.memo.title, row.beginning, told_excerpts(row))))
        return None

    def _refresh(self) -> None:
        self.beginResetModel()
        self._rows = self._memos.latest()
        self.endResetModel()


def told_excerpts(row: MemoRow) -> str:
    """Return how many excerpts a memo holds, in words; "" for none."""
    return plural(row.excerpts, "{count} excerpt", "{count} excerpts") if row.excerpts else ""


def _row(memo: Memo) -> MemoRow:
    found = parts(memo.text)
    prose = " ".join(part.text for part in found if part.highlight_id is None)
    beginning = " ".join(shown_words(prose[: 2 * BEGINNING]).split())[:BEGINNING]
    return MemoRow(memo, beginning, sum(part.highlight_id is not None for part in found))
