"""The codebook as a tree: names, colours and counts; renamed in place, nested by dragging."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.translation import plural, tr

if TYPE_CHECKING:
    from desktop.session import Session
    from library.changes import Changes
    from library.models import Tag

Index = QModelIndex | QPersistentModelIndex

MIME_TYPE = "application/x-zhupi-tags"


@dataclass(slots=True)
class TagNode:
    """A tag in the tree; `key` is the integer that Qt's indexes carry."""

    key: int
    tag: Tag | None
    parent: TagNode | None = None
    row: int = 0
    count: int = 0
    children: list[TagNode] = field(default_factory=list)

    def walk(self) -> Iterator[TagNode]:
        """Yield this node and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


class TagModel(QAbstractItemModel):
    """The tags of the open library."""

    TagRole = Qt.ItemDataRole.UserRole + 1
    CountRole = Qt.ItemDataRole.UserRole + 2

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._root = TagNode(0, None)
        self._nodes: dict[int, TagNode] = {0: self._root}
        self._keys: dict[str, int] = {}
        session.opened.connect(self.reload)
        session.closed.connect(self.reload)
        session.changed.connect(self._follow)
        self.reload()

    @property
    def tag_count(self) -> int:
        return len(self._nodes) - 1

    def reload(self) -> None:
        """Fetch the tags; where only names, colours and counts differ, indexes stay valid."""
        root = self._read()
        if shape(root) == shape(self._root):
            for old, new in zip(self._root.walk(), root.walk(), strict=True):
                old.tag, old.count = new.tag, new.count
            for node in self._root.walk():
                if node.children:
                    parent = self._index_of(node)
                    last = len(node.children) - 1
                    self.dataChanged.emit(self.index(0, 0, parent), self.index(last, 0, parent))
            return
        self.beginResetModel()
        self._root = root
        self._nodes = {node.key: node for node in root.walk()}
        self._keys = {node.tag.id: node.key for node in root.walk() if node.tag}
        self.endResetModel()

    def tag(self, index: Index) -> Tag | None:
        """Return the tag at an index; None for the root."""
        return self._node(index).tag

    def find_index(self, tag_id: str) -> QModelIndex:
        """Return the index of a tag, an invalid one where it is not in the tree."""
        key = self._keys.get(tag_id)
        return QModelIndex() if key is None else self._index_of(self._nodes[key])

    def ids_below(self, tag_id: str) -> frozenset[str]:
        """Return the ids of a tag and of all tags below it."""
        key = self._keys.get(tag_id)
        nodes = self._nodes[key].walk() if key is not None else ()
        return frozenset(node.tag.id for node in nodes if node.tag)

    def carriers(self, tag_id: str) -> int:
        """Return how many highlights carry a tag or one below it."""
        library, below = self._session.library, self.ids_below(tag_id)
        carried = library.tags.of_highlights().values() if library is not None else ()
        return sum(any(row.tag_id in below for row in rows) for rows in carried)

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
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(node)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{node.tag.name}, {node.count}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsDropEnabled
        if index.isValid():
            flags |= Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        tag, name = self.tag(index), str(value).strip(" \t/")
        if tag is None or role != Qt.ItemDataRole.EditRole or not name or name == tag.name:
            return False
        tag_id = tag.id
        self._session.write(lambda library: library.tags.rename_path(tag_id, name))
        return True

    # Nesting by hand

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        ids = [tag.id for tag in map(self.tag, indexes) if tag]
        data.setData(MIME_TYPE, json.dumps(ids).encode())
        return data

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        target = self.tag(parent)
        return bool(dragged_ids(data)) and not any(
            target is not None and target.id in self.ids_below(tag_id) for tag_id in dragged_ids(data)
        )

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        node, ids = self._node(parent), dragged_ids(data)
        parent_id = node.tag.id if node.tag else None
        following = (child.tag.id for child in node.children[row:] if child.tag and child.tag.id not in ids)
        before = next(following, None) if row >= 0 else None
        for tag_id in ids:
            self._session.write(lambda library, moved=tag_id: library.tags.move(moved, parent_id, before))
        return True

    # The tree

    def _follow(self, changes: Changes) -> None:
        if changes.touches("tag", "tagging"):
            self.reload()

    def _read(self) -> TagNode:
        root = TagNode(0, None)
        library = self._session.library
        if library is None:
            return root
        tags, counts = library.tags.all(), library.tags.counts()
        nodes = {tag.id: TagNode(key, tag, count=counts.get(tag.id, 0)) for key, tag in enumerate(tags, 1)}
        for tag in tags:
            node, above = nodes[tag.id], nodes.get(tag.parent_id or "", root)
            node.parent, node.row = above, len(above.children)
            above.children.append(node)
        return root

    def _node(self, index: Index | None) -> TagNode:
        return self._nodes[index.internalId()] if index is not None and index.isValid() else self._root

    def _index_of(self, node: TagNode) -> QModelIndex:
        return QModelIndex() if node.tag is None else self.createIndex(node.row, 0, node.key)

    def _tooltip(self, node: TagNode) -> str:
        library = self._session.library
        if library is None or node.tag is None:
            return ""
        lines = [library.tags.path(node.tag.id), plural(node.count, "{count} highlight", "{count} highlights")]
        if node.children:
            lines.append(tr("{count} with the tags below", count=self.carriers(node.tag.id)))
        lines += node.tag.description.splitlines()
        return "<br>".join(html.escape(line) for line in lines)


def shape(root: TagNode) -> list[tuple[str | None, int]]:
    """Return what must stay the same for indexes to remain valid: the order of the tags and their children's number."""
    return [(node.tag.id if node.tag else None, len(node.children)) for node in root.walk()]


def dragged_ids(data: QMimeData) -> list[str]:
    """Return the ids of the tags that are being dragged, none where something else is."""
    return list(json.loads(bytes(data.data(MIME_TYPE).data()))) if data.hasFormat(MIME_TYPE) else []
