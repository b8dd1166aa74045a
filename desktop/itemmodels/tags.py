"""The codebook as a tree: names, colours and counts; sorted, narrowed, renamed in place, nested by dragging."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.itemmodels.cardcargo import HIGHLIGHTS_TYPE, highlights_in
from desktop.itemmodels.tagcargo import TAGS_TYPE, pack_tags, tags_in
from desktop.itemmodels.tagnodes import (
    Sorting,
    TagCounts,
    TagNode,
    TagOrder,
    grow,
    outermost,
    shape,
    with_ancestors,
)  # fmt: skip
from desktop.itemmodels.titlekeys import TitleKeys
from desktop.tags import move_tags
from desktop.translation import plural, tr
from desktop.widgets.tagwords import described, tip

if TYPE_CHECKING:
    from desktop.session import Session
    from library.changes import Changes
    from library.models import Tag

Index = QModelIndex | QPersistentModelIndex

FEW = 12
"""So many tags at most are counted anew one by one; with more, all are."""
NOTHING = TagCounts({}, {})
TAG_FLAGS = (
    Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
)  # fmt: skip


class TagModel(QAbstractItemModel):
    """The tags of the open library. What is counted is counted while it is looked at: see `look`."""

    TagRole = Qt.ItemDataRole.UserRole + 1
    CountRole = Qt.ItemDataRole.UserRole + 2
    TotalRole = Qt.ItemDataRole.UserRole + 3

    recounted = Signal()
    """The number of tags or of highlights that carry them may be another."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._keys_of_names = TitleKeys(self)
        self._order: TagOrder = "hand"
        self._filter = ""
        self._looked_at = False
        self._stale = True
        self._tags: list[Tag] = []
        self._counts = NOTHING
        self._root = TagNode(0, None)
        self._nodes: dict[int, TagNode] = {0: self._root}
        self._keys: dict[str, int] = {}
        session.opened.connect(self.reload)
        session.closed.connect(self._forget)
        session.changed.connect(self._follow)
        self._keys_of_names.ready.connect(self._grow)
        self.reload()

    # What is shown

    @property
    def tag_count(self) -> int:
        """How many tags there are, shown or not."""
        return len(self._tags)

    @property
    def shown_count(self) -> int:
        """How many tags the filter finds."""
        return len(self._tags) if not self._filter else len(self._found())

    @property
    def order(self) -> TagOrder:
        """What siblings are sorted by."""
        return self._order

    @property
    def filter(self) -> str:
        """What is typed to narrow the tree, or ""."""
        return self._filter

    def sort_by(self, order: TagOrder) -> None:
        """Sort siblings by hand, by their names or by how many highlights carry them or one below."""
        self._order = order
        self._learn()
        self._grow()

    def set_filter(self, text: str) -> None:
        """Show only the tags that `text` finds, by substring, pinyin or initials, and those above them."""
        self._filter = text.strip()
        self._grow()

    def look(self, looked_at: bool) -> None:
        """Say whether the tree is in view: counts that nobody sees are not kept up."""
        self._looked_at = looked_at
        if looked_at and self._stale:
            self._count_all()

    def reload(self) -> None:
        """Fetch the tags; where only names, colours and counts differ, indexes stay valid."""
        library = self._session.library
        self._tags = library.tags.all() if library is not None else []
        self._learn()
        self._stale = True
        if self._looked_at:
            self._count_all()
        else:
            self._grow()

    def tag(self, index: Index) -> Tag | None:
        """Return the tag at an index; None for the root."""
        return self._node(index).tag

    def find_index(self, tag_id: str) -> QModelIndex:
        """Return the index of a tag, an invalid one where it is not in the tree."""
        key = self._keys.get(tag_id)
        return QModelIndex() if key is None else self._index_of(self._nodes[key])

    def ids_below(self, tag_id: str) -> frozenset[str]:
        """Return the ids of a tag and of all tags below it, shown or not."""
        return frozenset(tag.id for tag in self._tags if tag_id in with_ancestors(self._tags, [tag.id]))

    # Qt's questions

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        children = self._node(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].key)

    def parent(self, index: Index | None = None) -> QModelIndex | QObject | None:  # type: ignore[override]
        if index is None:
            return super().parent()
        node = self._node(index).parent
        return QModelIndex() if node is None else self._index_of(node)

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self._node(parent).children)

    def columnCount(self, parent: Index | None = None) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        node = self._node(index)
        if node.tag is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return node.tag.name
        if role == self.TagRole:
            return node.tag
        if role == self.CountRole:
            return node.count
        if role == self.TotalRole:
            return node.total
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(node.tag)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join([node.tag.name, *told_counts(node)])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = TAG_FLAGS if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled
        return flags if self._session.writable else flags & ~Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        tag, name = self.tag(index), str(value).strip(" \t/")
        if tag is None or role != Qt.ItemDataRole.EditRole or not name or name == tag.name:
            return False
        tag_id = tag.id
        self._session.write(lambda library: library.tags.rename_path(tag_id, name))
        return True

    # Dragging and dropping

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [TAGS_TYPE, HIGHLIGHTS_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return pack_tags([tag.id for tag in map(self.tag, indexes) if tag])

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        target, ids = self.tag(parent), tags_in(data)
        if highlights_in(data):
            return target is not None and self._session.writable
        if not ids or not self._session.writable:
            return False
        if target is not None and not with_ancestors(self._tags, [target.id]).isdisjoint(ids):
            return False
        # in an order that is not hers a place between two tags means nothing, only the tag around it does
        moved = any(tag.parent_id != (target.id if target else None) for tag in self._tags if tag.id in ids)
        return moved or (row >= 0 and self._order == "hand")

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        node, marks = self._node(parent), highlights_in(data)
        if marks and node.tag is not None:
            tag_id = node.tag.id
            self._session.write(lambda library: library.tags.apply(marks, [tag_id]))
            return True
        ids = outermost(self._tags, tags_in(data))
        parent_id = node.tag.id if node.tag else None
        following = (child.tag.id for child in node.children[row:] if child.tag and child.tag.id not in ids)
        before = next(following, None) if row >= 0 and self._order == "hand" else None
        self._session.write(lambda library: move_tags(library, ids, parent_id, before))
        return True

    # Following the library

    def _follow(self, changes: Changes) -> None:
        if changes.touches("tag"):
            self.reload()
        elif changes.touches("tagging") and not changes.touches("document"):
            self._recount({key[1] for key in changes.keys["tagging"]})
        elif changes.touches("document"):
            self._recount(None)

    def _recount(self, altered: set[str] | None) -> None:
        """Count the tags `altered` and those above them anew, or with None all."""
        library = self._session.library
        wanted = with_ancestors(self._tags, altered) if altered is not None else set[str]()
        if self._stale or not self._looked_at or library is None:
            self._stale = True
        elif altered is None or len(wanted) > FEW:
            self._count_all()
        else:
            kept = {tag_id: count for tag_id, count in self._counts.total.items() if tag_id not in wanted}
            self._counts = TagCounts(library.tags.counts(), kept | library.codebook.counts(wanted))
            self._grow()

    def _count_all(self) -> None:
        library = self._session.library
        self._counts = TagCounts(library.tags.counts(), library.codebook.counts()) if library is not None else NOTHING
        self._stale = library is None
        self._grow()

    def _forget(self) -> None:
        self._keys_of_names.wait()
        self._filter = ""
        self.reload()

    def _learn(self) -> None:
        if self._looked_at or self._order == "name":
            self._keys_of_names.learn(tag.name for tag in self._tags)

    def _grow(self) -> None:
        root = grow(self._tags, self._counts, self._found() if self._filter else None, self._sorting())
        if shape(root) == shape(self._root):
            for old, new in zip(self._root.walk(), root.walk(), strict=True):
                if (old.tag, old.count, old.total) != (new.tag, new.count, new.total):
                    old.tag, old.count, old.total = new.tag, new.count, new.total
                    self.dataChanged.emit(self._index_of(old), self._index_of(old))
        else:
            self.beginResetModel()
            self._root = root
            self._nodes = {node.key: node for node in root.walk()}
            self._keys = {node.tag.id: node.key for node in root.walk() if node.tag}
            self.endResetModel()
        self.recounted.emit()

    def _sorting(self) -> Sorting:
        names = self._keys_of_names
        match self._order:
            case "hand":
                return None
            case "name":
                return lambda node: names.key(cast("Tag", node.tag).name)
            case "count":
                return lambda node: -node.total

    def _found(self) -> set[str]:
        from library.chinese.pinyin import matches  # heavy, and needed only once someone types

        return {tag.id for tag in self._tags if matches(self._filter, tag.name) is not None}

    # The tree

    def _node(self, index: Index | None) -> TagNode:
        return self._nodes[index.internalId()] if index is not None and index.isValid() else self._root

    def _index_of(self, node: TagNode) -> QModelIndex:
        return QModelIndex() if node.tag is None else self.createIndex(node.row, 0, node.key)

    def _tooltip(self, tag: Tag) -> str:
        library = self._session.library
        if library is None:
            return ""
        node = self._nodes[self._keys[tag.id]]
        return tip([library.tags.path(tag.id), *told_counts(node), *described(tag)])


def told_counts(node: TagNode) -> Iterable[str]:
    """Yield how many highlights carry a tag and, where there are some, it or one of those below it."""
    yield plural(node.count, "{count} highlight", "{count} highlights")
    if node.children:
        yield tr("{count} with the tags below", count=node.total)
