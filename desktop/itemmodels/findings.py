"""What a search has found, as a list: below the head of each document a row a hit, fetched as it comes into sight."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from desktop.translation import plural, tr

if TYPE_CHECKING:
    from library.search.hits import Hit

Index = QModelIndex | QPersistentModelIndex
GroupKind = Literal["document", "undated", "titles", "notes", "tags"]

PAGE = 64
"""How many hits of a document are fetched at once."""
REMEMBERED = 128
"""So many pages are kept; what was shown before them is fetched again."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A title, a note or a tag that meets a query; what was asked for stands at code points `start` to `end` of `text`.

    `target_kind` and `target_id` say what is opened.
    """

    target_kind: str
    target_id: str
    text: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """A head and the rows below it: `total` hits in a document, of which `crossing` cross punctuation, or `entries`.

    Where it is `first_seen`, that is in hit number `first_hit`.
    Of kind "undated" it is a line alone, above the documents without a date: `total` documents.
    """

    kind: GroupKind
    id: str
    title: str
    total: int
    crossing: int = 0
    date: str = ""
    first_seen: bool = False
    entries: tuple[Entry, ...] = ()
    first_hit: int = 0

    @property
    def rows(self) -> int:
        """How many rows stand below the head."""
        return 0 if self.kind == "undated" else len(self.entries) or self.total


Place = tuple[int, int]
"""The number of a group and of a row in it; -1 is its head."""


class FindingsModel(QAbstractListModel):
    """Groups one below the other, each folded or not.

    A hit is known once `take_hits` has brought it; until then its row is empty, and `hits_wanted` has asked for it.
    Ticked are hits, for what is to be done with some of them: by their document, start and end.
    """

    GroupRole = Qt.ItemDataRole.UserRole + 1
    HitRole = Qt.ItemDataRole.UserRole + 2
    EntryRole = Qt.ItemDataRole.UserRole + 3
    TickedRole = Qt.ItemDataRole.UserRole + 4
    FirstRole = Qt.ItemDataRole.UserRole + 5
    """Whether the row is the hit that was seen first."""

    hits_wanted = Signal(str, int, int)
    """Carries the id of a document, the number of a hit in it, and how many from there on are looked at."""
    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[Group] = []
        self._begins: list[int] = [0]
        self._folded: set[str] = set()
        self._pages: dict[tuple[str, int], Sequence[Hit]] = {}
        self._asked: set[tuple[str, int]] = set()
        self._wanted: dict[tuple[str, int], None] = {}
        self._ticked: dict[tuple[str, int, int], Hit] = {}
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)

    @property
    def groups(self) -> Sequence[Group]:
        """What is listed, folded or not."""
        return self._groups

    @property
    def ticked(self) -> list[Hit]:
        """The hits that are ticked, in the order in which they were."""
        return list(self._ticked.values())

    # What is listed

    def begin(self) -> None:
        """Forget the hits of the question before: other ones come. What is listed stays until then."""
        self._pages.clear()
        self._asked.clear()
        self._wanted.clear()
        if self._ticked:
            self._ticked.clear()
            self.ticks_changed.emit()

    def show(self, groups: Sequence[Group]) -> None:
        """List other groups; those that are listed already stay where they are where others only follow them."""
        known = len(self._groups)
        if list(groups[:known]) == self._groups and len(groups) > known:
            first = self.rowCount()
            rows = sum(self._rows_of(group) for group in groups[known:])
            self.beginInsertRows(QModelIndex(), first, first + rows - 1)
            self._groups += groups[known:]
            self._count()
            self.endInsertRows()
        elif list(groups) != self._groups:
            self.beginResetModel()
            self._groups = list(groups)
            self._count()
            self.endResetModel()
        elif self._groups:
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def take_hits(self, document_id: str, first: int, hits: Sequence[Hit]) -> None:
        """Show the hits of a document from number `first` on."""
        page = (document_id, first // PAGE)
        self._pages[page] = hits
        while len(self._pages) > REMEMBERED:
            dropped = next(iter(self._pages))
            del self._pages[dropped]
            self._asked.discard(dropped)
        number = self.find_group(document_id)
        if number is not None and not self.is_folded(number) and hits:
            top = self._begins[number] + 1 + first
            self.dataChanged.emit(self.index(top), self.index(top + len(hits) - 1))

    def place(self, row: int) -> Place:
        """Return which group a row belongs to, and which row of that it is; -1 for the head."""
        number = bisect_right(self._begins, row) - 1
        return number, row - self._begins[number] - 1

    def find_group(self, group_id: str) -> int | None:
        """Return the number of a group by the id of its document, or None."""
        return next((at for at, group in enumerate(self._groups) if group.id == group_id), None)

    def row(self, number: int, inside: int = -1) -> int:
        """Return the row of a hit in a group, or of the head of that; of a folded group it is always the head."""
        return self._begins[number] + (0 if self.is_folded(number) else 1 + inside)

    def hit(self, row: int) -> Hit | None:
        """Return the hit in a row; None where there is none, or it is not known yet."""
        if not 0 <= row < self.rowCount():
            return None
        number, inside = self.place(row)
        group = self._groups[number]
        if inside < 0 or group.kind != "document":
            return None
        page = self._pages.get((group.id, inside // PAGE), ())
        return page[inside % PAGE] if inside % PAGE < len(page) else None

    # Folding

    def is_folded(self, number: int) -> bool:
        """Say whether only the head of a group is shown."""
        return self._groups[number].id in self._folded

    def fold(self, number: int, folded: bool) -> None:
        """Show only the head of a group, or what stands below it too."""
        group = self._groups[number]
        if folded == self.is_folded(number) or not group.rows:
            return
        first = self._begins[number] + 1
        span = QModelIndex(), first, first + group.rows - 1
        if folded:
            self.beginRemoveRows(*span)
            self._folded.add(group.id)
            self._count()
            self.endRemoveRows()
        else:
            self.beginInsertRows(*span)
            self._folded.discard(group.id)
            self._count()
            self.endInsertRows()
        head = self.index(self._begins[number])
        self.dataChanged.emit(head, head)

    def fold_all(self, folded: bool) -> None:
        """Show only the heads of all groups, or everything."""
        self.beginResetModel()
        self._folded = {group.id for group in self._groups if group.rows} if folded else set()
        self._count()
        self.endResetModel()

    # Ticks

    def toggle(self, row: int) -> None:
        """Tick a hit, or take its tick away."""
        hit = self.hit(row)
        if hit is None:
            return
        key = (hit.document_id, hit.start, hit.end)
        if self._ticked.pop(key, None) is None:
            self._ticked[key] = hit
        self.dataChanged.emit(self.index(row), self.index(row))
        self.ticks_changed.emit()

    def untick_all(self) -> None:
        """Take all ticks away."""
        self._ticked.clear()
        if self._groups:
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
        self.ticks_changed.emit()

    # Qt's questions

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._begins[-1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        number, inside = self.place(index.row())
        group = self._groups[number]
        if role == self.GroupRole:
            return group if inside < 0 else None
        if inside < 0:
            return _told(group, role)
        if group.entries:
            entry = group.entries[inside]
            return entry if role == self.EntryRole else entry.text if _is_text(role) else None
        hit = self._fetched(group, inside) if _is_text(role) or role in (self.HitRole, self.TickedRole) else None
        if role == self.FirstRole:
            return _is_first(group, inside)
        if role == self.TickedRole:
            return hit is not None and (hit.document_id, hit.start, hit.end) in self._ticked
        return hit if role == self.HitRole else self._spoken(hit, group, inside) if _is_text(role) else None

    def _spoken(self, hit: Hit | None, group: Group, inside: int) -> str:
        if hit is None:
            return "…"
        signs = [tr("first seen")] * _is_first(group, inside) + ["≈"] * hit.crosses_punctuation
        return " ".join((*signs, f"{hit.before}{hit.text}{hit.after}"))

    # Fetching

    def _fetched(self, group: Group, inside: int) -> Hit | None:
        page = (group.id, inside // PAGE)
        known = self._pages.get(page)
        if known is not None:
            return known[inside % PAGE] if inside % PAGE < len(known) else None
        if page not in self._asked:
            self._wanted[page] = None
            self._asking.start()
        return None

    def _ask(self) -> None:
        """Ask for the pages that were looked at: once those in sight are painted."""
        wanted, self._wanted = list(self._wanted), {}
        self._asked.update(wanted)
        for document_id, number in wanted:
            self.hits_wanted.emit(document_id, number * PAGE, PAGE)

    def _rows_of(self, group: Group) -> int:
        return 1 if group.id in self._folded else 1 + group.rows

    def _count(self) -> None:
        self._begins = list(accumulate(map(self._rows_of, self._groups), initial=0))


def _is_first(group: Group, inside: int) -> bool:
    return group.first_seen and inside == group.first_hit


def _is_text(role: int) -> bool:
    return role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


def group_title(group: Group) -> str:
    """Return what a group is called in the user's language."""
    match group.kind:
        case "document":
            return group.title
        case "undated":
            return tr("Without a date")
        case "titles":
            return tr("Titles")
        case "notes":
            return tr("Notes")
        case "tags":
            return tr("Tags")


def _told(group: Group, role: int) -> str | None:
    """Return what is said of the head of a group."""
    title = group_title(group)
    if role == Qt.ItemDataRole.DisplayRole:
        return title
    if role != Qt.ItemDataRole.AccessibleTextRole:
        return None
    if group.kind == "undated":
        return f"{title}, {plural(group.total, '{count} document', '{count} documents')}"
    places = plural(group.total, "{count} place", "{count} places") if group.rows else ""
    return ", ".join(filter(None, (title, group.date, places)))


def hits_in(groups: Iterable[Group]) -> tuple[int, int]:
    """Return how many hits these groups have, and how many of them cross punctuation."""
    documents = [group for group in groups if group.kind == "document"]
    return sum(group.total for group in documents), sum(group.crossing for group in documents)
