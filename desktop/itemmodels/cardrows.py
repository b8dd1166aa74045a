"""The rows of cards and of the heads above them, as Qt asks for them and as they come, move and go."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.itemmodels.cardorder import HEAD, CardHead, CardOrder, Row, id_of
from desktop.itemmodels.cardstock import CardStock
from desktop.translation import plural, tr
from library.references import shown_words

if TYPE_CHECKING:
    from library.models import Excerpt
    from library.search.gists import Gist

Index = QModelIndex | QPersistentModelIndex


class CardRows(QAbstractListModel):
    """A list that is always sorted as its rows are; indexes stay valid where rows around them change."""

    ExcerptRole = Qt.ItemDataRole.UserRole + 1
    IdRole = Qt.ItemDataRole.UserRole + 2
    HeadRole = Qt.ItemDataRole.UserRole + 3

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stock = CardStock()
        self._rows: list[Row] = []

    @property
    def order(self) -> CardOrder:
        """How the cards are sorted and grouped, and the tags they may carry."""
        return self._stock.order

    def excerpt(self, row: int) -> Excerpt | None:
        """Return all that the card of a row says; None for a head, and between a removal and its Changes."""
        raise NotImplementedError

    def find_row(self, highlight_id: str) -> int | None:
        """Return the first row of a highlight, or None when it is not shown."""
        gist = self._stock.by_id.get(highlight_id)
        rows = self._stock.rows_of(gist) if gist is not None else []
        return next((at for row in rows if (at := self._at(row)) is not None), None)

    def gist(self, row: int) -> Gist | None:
        """Return what the card of a row is found by; None for a head, and for one just removed."""
        highlight_id = id_of(self._rows[row])
        return self._stock.by_id.get(highlight_id) if highlight_id is not None else None

    def ids(self, first: int, last: int) -> list[str]:
        """Return the highlights of the rows `first` to `last`, both included."""
        return [found for row in self._rows[first : last + 1] if (found := id_of(row)) is not None]

    def stretches(self, highlight_ids: frozenset[str]) -> Iterator[tuple[int, int]]:
        """Yield the first and the last row of each stretch of these highlights."""
        if highlight_ids:
            rows = (at for at, row in enumerate(self._rows) if id_of(row) in highlight_ids)
            for _, stretch in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
                found = [at for _, at in stretch]
                yield found[0], found[-1]

    def head_above(self, row: int) -> int | None:
        """Return the row of the head of a row's group, or None where there are no groups."""
        return self._at((self._rows[row][0], HEAD))

    def measures(self, start: int, end: int) -> Iterator[tuple[int, bool] | None]:
        """Yield for the rows `start` to `end` the length of the quote in code points and whether there is a note.

        None stands for a head.
        """
        noted = frozenset(self._stock.highlight_of.values())
        for row in self._rows[start:end]:
            if len(row) == 5:
                place = row[4]
                yield place[1] - place[0], place[2] in noted
            else:
                yield None

    # Qt's questions

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or index.row() >= len(self._rows):
            return Qt.ItemFlag.NoItemFlags
        if self._rows[index.row()][1] == HEAD:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if self._rows[index.row()][1] == HEAD:
            return self._head_data(self._rows[index.row()][0], role)
        gist = self.gist(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return gist.quote if gist is not None else None
        if role == self.IdRole:
            return id_of(self._rows[index.row()])
        if role == self.ExcerptRole:
            return self.excerpt(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            excerpt = self.excerpt(index.row())
            return "\n".join(filter(None, spoken(excerpt))) if excerpt else None
        return None

    def _head_data(self, group: int, role: int) -> object:
        head = self.order.head(group, self._stock.counts[group])
        if role == self.HeadRole:
            return head
        if role == Qt.ItemDataRole.DisplayRole:
            return head.words
        return spoken_head(head) if role == Qt.ItemDataRole.AccessibleTextRole else None

    # Rows come and go

    def _put(self, rows: list[Row]) -> None:
        """Show these rows: where they differ in one stretch only, the others are left alone."""
        old, shorter = self._rows, min(len(self._rows), len(rows))
        head = next((at for at in range(shorter) if old[at] != rows[at]), shorter)
        tail = next((at for at in range(shorter - head) if old[-1 - at] != rows[-1 - at]), shorter - head)
        if head + tail == len(old) < len(rows):
            self.beginInsertRows(QModelIndex(), head, len(rows) - tail - 1)
            self._rows = rows
            self.endInsertRows()
        elif head + tail == len(rows) < len(old):
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            self._rows = rows
            self.endRemoveRows()
        elif head < len(rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()  # which has all of them drawn anew
            return
        self._redraw(0, len(rows) - 1)

    def _append(self, rows: Sequence[Row]) -> None:
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def _exchange(self, old: Iterable[Row], new: Iterable[Row]) -> None:
        """Let the rows of one card be others, and show those that stay anew."""
        leaving = [row for row in old if self._at(row) is not None]
        coming = [row for row in new if row not in leaving]
        staying = [row for row in new if row in leaving]
        leaving = [row for row in leaving if row not in staying]
        if len(leaving) == len(coming) == 1:
            self._move(leaving[0], coming[0])
            return
        for row in leaving:
            self._remove(row)
        for row in coming:
            self._insert(row)
        for row in staying:
            self._redraw_row(row)

    def _show_heads(self, groups: Iterable[int]) -> None:
        """Let each of these groups have a head where it has cards, and show its count anew."""
        for group in groups:
            row: Row = (group, HEAD)
            wanted, there = self._stock.counts[group] > 0, self._at(row) is not None
            if wanted and there:
                self._redraw_row(row)
            elif wanted:
                self._insert(row)
            elif there:
                self._remove(row)

    def _at(self, row: Row) -> int | None:
        at = bisect_left(self._rows, row)
        return at if at < len(self._rows) and self._rows[at] == row else None

    def _insert(self, row: Row) -> None:
        at = bisect_left(self._rows, row)
        self.beginInsertRows(QModelIndex(), at, at)
        self._rows.insert(at, row)
        self.endInsertRows()

    def _remove(self, row: Row) -> None:
        at = bisect_left(self._rows, row)
        self.beginRemoveRows(QModelIndex(), at, at)
        del self._rows[at]
        self.endRemoveRows()

    def _move(self, old: Row, new: Row) -> None:
        at, to = bisect_left(self._rows, old), bisect_left(self._rows, new)
        if to in (at, at + 1):
            self._rows[at] = new
        else:
            self.beginMoveRows(QModelIndex(), at, at, QModelIndex(), to)
            del self._rows[at]
            self._rows.insert(to - (to > at), new)
            self.endMoveRows()
        self._redraw_row(new)

    def _redraw_row(self, row: Row) -> None:
        at = self._at(row)
        if at is not None:
            self._redraw(at, at)

    def _redraw(self, first: int, last: int) -> None:
        if first <= last:
            self.dataChanged.emit(self.index(first), self.index(last))


def spoken(excerpt: Excerpt) -> Iterator[str]:
    """Yield what a screen reader says of a card: quote, speaker, note, tags, how many links."""
    yield excerpt.highlight.quote
    yield excerpt.speaker
    yield shown_words(excerpt.note)
    yield ", ".join(excerpt.tag_paths)
    yield plural(len(excerpt.links), "{count} link", "{count} links") if excerpt.links else ""


def spoken_head(head: CardHead) -> str:
    """Return what a screen reader says of the head of a group: its name, how many cards, whether it is folded."""
    told = (head.words, plural(head.count, "{count} highlight", "{count} highlights"))
    return ", ".join((*told, tr("folded")) if head.folded else told)
