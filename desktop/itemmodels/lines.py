"""The lines of a concordance as a list: read as they come into sight, ticked, those with equal words folded or not."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.translation import plural, tr

if TYPE_CHECKING:
    from library.search.concordance import Arrangement, Concordance
    from library.search.hits import Hit
    from library.search.reach import Reach

Index = QModelIndex | QPersistentModelIndex

REMEMBERED = 512
"""So many lines are kept that were in sight."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A row: its line, whether it is ticked, and of the head of a group how many lines that has and if it is folded."""

    line: Hit
    ticked: bool
    count: int = 0
    folded: bool = False


class LinesModel(QAbstractListModel):
    """The lines of one concordance in one arrangement.

    While it is collapsed, lines with equal words are a group: the first of them, with their number, and the others
    below it where the group is unfolded.
    """

    LineRole = Qt.ItemDataRole.UserRole + 1

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._concordance: Concordance | None = None
        self._arrangement: Arrangement | None = None
        self._ticks = bytearray()
        self._reach: Reach = "exact"
        self._collapsed = self._joined = False
        self._unfolded: set[int] = set()
        self._begins = array("q", [0])
        self._known: dict[int, Hit] = {}

    # What is listed

    def show(self, concordance: Concordance, arrangement: Arrangement, ticks: bytearray | None = None) -> None:
        """List the lines of a concordance; another one's with `ticks`, one for each line, or without any."""
        self.beginResetModel()
        if concordance is not self._concordance:
            self._concordance = concordance
            self._ticks = bytearray(len(concordance)) if ticks is None else ticks
            self._known.clear()
        self._arrangement = arrangement
        self._unfolded.clear()
        self._count()
        self.endResetModel()
        self.ticks_changed.emit()

    def clear(self) -> None:
        """List nothing."""
        self.beginResetModel()
        self._concordance = self._arrangement = None
        self._ticks.clear()
        self._known.clear()
        self._unfolded.clear()
        self._count()
        self.endResetModel()
        self.ticks_changed.emit()

    def widen(self, reach: Reach, passages: Arrangement) -> None:
        """Show the hits widened to whole words or sentences: a row for each of the `passages` that they are then.

        Such a row is ticked where any of its hits is, and cannot be unfolded.
        """
        self.beginResetModel()
        self._reach, self._arrangement = reach, passages
        self._joined = self._collapsed = bool(passages.words)
        self._known.clear()
        self._unfolded.clear()
        self._count()
        self.endResetModel()
        self.ticks_changed.emit()

    def collapse(self, collapsed: bool) -> None:
        """Show one row for all lines with equal words, or all lines."""
        self.beginResetModel()
        self._collapsed = collapsed
        self._unfolded.clear()
        self._count()
        self.endResetModel()

    def fold(self, row: int, folded: bool) -> None:
        """Fold the group of a row, or unfold it."""
        group, _ = self._place(row)
        size = self._size(group)
        if not self._groups or self._joined or size < 2 or folded != (group in self._unfolded):
            return
        first = self._begins[group] + 1
        span = QModelIndex(), first, first + size - 2
        if folded:
            self.beginRemoveRows(*span)
            self._unfolded.discard(group)
            self._count()
            self.endRemoveRows()
        else:
            self.beginInsertRows(*span)
            self._unfolded.add(group)
            self._count()
            self.endInsertRows()

    def head(self, row: int) -> int:
        """Return the row of the head of a row's group; without groups the row itself."""
        return self._begins[self._place(row)[0]] if self._groups else row

    def line(self, row: int) -> Hit | None:
        """Return the line in a row, read now unless it is known."""
        if self._concordance is None or not 0 <= row < self.rowCount():
            return None
        number = self._number(row)
        if number not in self._known:
            (self._known[number],) = self._concordance.lines([number], self._reach)
            if len(self._known) > REMEMBERED:
                del self._known[next(iter(self._known))]
        return self._known[number]

    # Ticks

    @property
    def ticked_count(self) -> int:
        """How many lines are ticked."""
        return self._ticks.count(1)

    @property
    def ticked_rows(self) -> int:
        """How many of the rows are ticked that there are while all groups are folded."""
        if not self._groups or self._arrangement is None:
            return self.ticked_count
        parts = pairwise(self._arrangement.firsts)
        return sum(self._is_ticked(self._arrangement.rows[first:behind]) for first, behind in parts)

    @property
    def ticks(self) -> bytearray:
        """For each line of the concordance 1 where it is ticked, and else 0."""
        return bytearray(self._ticks)

    @property
    def ticked(self) -> list[int]:
        """The numbers of the lines of the concordance that are ticked, in its order."""
        return [number for number, ticked in enumerate(self._ticks) if ticked]

    def toggle(self, row: int) -> None:
        """Tick a line or take its tick away; of the head of a folded group, those of all its lines."""
        if 0 <= row < self.rowCount():
            numbers = list(self._numbers(row))
            on = not self._is_ticked(numbers)
            for number in numbers:
                self._ticks[number] = on
            self.dataChanged.emit(self.index(row), self.index(row))
            self.ticks_changed.emit()

    def tick_all(self, on: bool) -> None:
        """Tick all lines, or none."""
        self._ticks = bytearray([on]) * len(self._ticks)
        self._tell_all()
        self.ticks_changed.emit()

    # Qt's questions

    def rowCount(self, parent: Index | None = None) -> int:
        if parent is not None and parent.isValid():
            return 0
        return self._begins[-1] if self._groups else len(self._arrangement.rows) if self._arrangement else 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{line.before}{line.text}{line.after}"
        shown = self._shown(index.row(), line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = [tr("ticked")] * shown.ticked + ["≈"] * line.crosses_punctuation
            counted = [plural(shown.count, "{count} line", "{count} lines")] * (shown.count > 1)
            return " ".join((*told, *counted, f"{line.before[-20:]}{line.text}{line.after[:20]}"))
        return shown if role == self.LineRole else None

    def _shown(self, row: int, line: Hit) -> ShownLine:
        group, inside = self._place(row)
        ticked = self._is_ticked(self._numbers(row))
        if not self._groups or self._joined or inside:
            return ShownLine(line, ticked)
        return ShownLine(line, ticked, self._size(group), group not in self._unfolded)

    # Inside

    def _is_ticked(self, numbers: Iterable[int]) -> bool:
        """Say whether the row of these lines is ticked: a passage by any of its hits, a group by all of its lines."""
        return (any if self._joined else all)(self._ticks[number] for number in numbers)

    @property
    def _groups(self) -> bool:
        return self._collapsed and self._arrangement is not None and bool(self._arrangement.words)

    def _place(self, row: int) -> tuple[int, int]:
        """Return the group of a row and its number inside that; the head is 0."""
        if not self._groups:
            return row, 0
        group = bisect_right(self._begins, row) - 1
        return group, row - self._begins[group]

    def _size(self, group: int) -> int:
        firsts = self._arrangement.firsts if self._arrangement is not None and self._groups else (0, 1)
        return firsts[group + 1] - firsts[group] if self._groups else 1

    def _number(self, row: int) -> int:
        """Return the number of a row's line in the concordance."""
        return next(self._numbers(row))

    def _numbers(self, row: int) -> Iterator[int]:
        """Yield the lines of the concordance that a row stands for: of the head of a folded group all of them."""
        arrangement = self._arrangement
        if arrangement is None:
            return
        group, inside = self._place(row)
        if not self._groups:
            yield arrangement.rows[row]
            return
        first = arrangement.firsts[group] + inside
        behind = first + 1 if group in self._unfolded else arrangement.firsts[group + 1]
        yield from arrangement.rows[first:behind]

    def _count(self) -> None:
        groups = len(self._arrangement.words) if self._groups and self._arrangement is not None else 0
        sizes = (self._size(group) if group in self._unfolded else 1 for group in range(groups))
        self._begins = array("q", accumulate(sizes, initial=0))

    def _tell_all(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
