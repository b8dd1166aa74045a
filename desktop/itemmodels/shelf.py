"""The shelf as an item model: sections, collections as a tree, their documents as leaves."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.itemmodels.cardcargo import HIGHLIGHTS_TYPE, highlights_in
from desktop.itemmodels.holdings import Holdings
from desktop.itemmodels.memos import Memos
from desktop.itemmodels.shelfcargo import CARGO_TYPE, Cargo, dropped_files, pack, unpack
from desktop.itemmodels.shelfdrops import Drop, drop_verb
from desktop.itemmodels.shelfnodes import Kind, Name, Node, ShelfNodes
from desktop.itemmodels.shelfwords import ShelfWords
from desktop.itemmodels.smartrows import SmartRows
from desktop.itemmodels.stages import StageFilter
from library.models import Stage

if TYPE_CHECKING:
    from desktop.session import Session

Index = QModelIndex | QPersistentModelIndex

COUNT_ROLE = Qt.ItemDataRole.UserRole
NODE_ROLE = Qt.ItemDataRole.UserRole + 1
STAGE_ROLE = Qt.ItemDataRole.UserRole + 2
PROGRESS_ROLE = Qt.ItemDataRole.UserRole + 3
SMART_ROLE = Qt.ItemDataRole.UserRole + 4
"""What the smart collection of a row asks for, or "broken"."""

_NOWHERE = QModelIndex()
_USABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_MOVABLE = Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsEditable
_FLAGS: dict[Kind, Qt.ItemFlag] = {  # a view asks for them once a row: too often to put them together each time
    "root": Qt.ItemFlag.ItemIsDropEnabled,
    "section": Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled,
    "special": _USABLE | Qt.ItemFlag.ItemIsDropEnabled,
    "smart": (_USABLE | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemNeverHasChildren),
    "collection": _USABLE | _MOVABLE,
    "document": _USABLE | _MOVABLE | Qt.ItemFlag.ItemNeverHasChildren,
    "memo": _USABLE | Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemNeverHasChildren,
}
_FILES_TYPE = "text/uri-list"


class ShelfModel(QAbstractItemModel):
    """Rows made as they are asked for and rebuilt from the holdings; what is open or selected stays so.

    `files_dropped` carries the paths of files from outside and the id of the collection they were dropped on, or "";
    `highlights_dropped` the ids of highlights, and of the memo they were dropped on.
    """

    files_dropped = Signal(list, str)
    highlights_dropped = Signal(list, str)

    def __init__(
        self,
        holdings: Holdings,
        memos: Memos,
        smarts: SmartRows,
        session: "Session",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._holdings = holdings
        self._memos = memos
        self._smarts = smarts
        self._words = ShelfWords(holdings, memos, smarts)
        self._session = session
        self._query = ""
        self._stages = StageFilter(holdings)
        self._nodes = ShelfNodes(holdings, memos, smarts)
        for signal in (memos.reset, memos.altered, smarts.reset, smarts.altered):
            signal.connect(self.rebuild)
        for signal in (memos.rewritten, smarts.counted):
            signal.connect(self._repaint)
        holdings.reset.connect(self._restart)
        holdings.altered.connect(self.rebuild)
        holdings.counted.connect(self._recount)

    # --- rows ---

    def node(self, index: Index) -> Node:
        """Return what stands in the row of `index`; the root for none."""
        return self._nodes.at(index.internalId())  # that of an invalid index is 0, which is the root's

    def index_of(self, name: Name) -> QModelIndex:
        """Return the index of the row called `name`, or an invalid one."""
        node = self._nodes.find(name)
        return _NOWHERE if node is None else self._index(node)

    def title(self, node: Node) -> str:
        """Return what a row is called on the screen."""
        return self._words.title(node)

    @property
    def query(self) -> str:
        """What the rows are narrowed by, or ""."""
        return self._query

    def set_query(self, query: str) -> None:
        """Show only what `query` finds, with the collections it is in; "" shows everything."""
        if query.strip() != self._query:
            self._query = query.strip()
            self.rebuild()

    @property
    def stage(self) -> Stage | None:
        """The stage of reading that the rows are narrowed to, or None."""
        return self._stages.stage

    def set_stage(self, stage: Stage | None) -> None:
        """Show only documents that are unread, being read or done, with the collections they are in; None shows all."""
        self._stages.choose(stage)
        self.rebuild()

    @property
    def is_narrowed(self) -> bool:
        """Whether not everything is shown."""
        return bool(self._query) or self.stage is not None

    @property
    def has_found(self) -> bool:
        """Whether what narrows the rows leaves any document or collection."""
        return not self.is_narrowed or self._nodes.has_found

    def matching(self) -> list[QModelIndex]:
        """Return the rows to open so that all that was found is seen."""
        return [self._index(node) for node in self._nodes.matching()]

    def rebuild(self) -> None:
        """Make the rows anew from the holdings."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        names = [self.node(index).name for index in before]
        made = ShelfNodes(self._holdings, self._memos, self._smarts, self._query, self._nodes.end, self._stages)
        self._nodes = made
        self.changePersistentIndexList(before, [self.index_of(name) for name in names])
        self.layoutChanged.emit()

    def retranslate(self) -> None:
        """Show the names of the sections in another language."""
        self._recount()

    # --- QAbstractItemModel ---

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        children = self._nodes.children(self.node(parent)) if column == 0 and row >= 0 else []
        return self.createIndex(row, 0, children[row].serial) if row < len(children) else QModelIndex()

    def parent(self, index: Index = _NOWHERE) -> Any:
        above = self.node(index).parent
        return QModelIndex() if above is None else self._index(above)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self._nodes.children(self.node(parent)))

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        return 1

    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        return self._nodes.has_children(self.node(parent))

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS[self.node(index).kind]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node = self.node(index)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self.title(node)
            case Qt.ItemDataRole.ToolTipRole:
                return "" if node.kind == "section" else f"<span>{escape(self._words.tip(node))}</span>"
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._words.spoken(node)
            case _ if role == COUNT_ROLE:
                return self._words.count(node)
            case _ if role == NODE_ROLE:
                return node
            case _ if role == SMART_ROLE and node.kind == "smart":
                smart = self._smarts.find(node.id)
                return "broken" if self._smarts.problem(node.id) is not None else smart and smart.kind
            case _ if role == STAGE_ROLE and node.kind == "document":
                return self._holdings.stage(node.id)
            case _ if role == PROGRESS_ROLE and node.kind == "document":
                return self._holdings.progress(node.id)
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        node = self.node(index)
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not name or name == self.title(node):
            return False
        if node.kind == "collection":
            self._session.write(lambda library: library.collections.rename(node.id, name))
        elif node.kind == "document":
            self._session.write(lambda library: library.documents.rename(node.id, name))
        elif node.kind == "memo":
            self._session.write(lambda library: library.memos.rename(node.id, name))
        elif node.kind == "smart":
            self._session.write(lambda library: library.smart.rename(node.id, name))
        else:
            return False
        return True

    # --- dragging ---

    def mimeTypes(self) -> list[str]:
        return [CARGO_TYPE, HIGHLIGHTS_TYPE, _FILES_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return pack(self.cargo(indexes))

    def cargo(self, indexes: Sequence[Index]) -> Cargo:
        """Return the documents and the collections of either sort in the rows of `indexes`."""
        nodes = [self.node(index) for index in indexes]
        documents = tuple((node.id, node.holder) for node in nodes if node.kind == "document")
        collections = tuple(node.id for node in nodes if node.kind == "collection")
        return Cargo(documents, collections, tuple(node.id for node in nodes if node.kind == "smart"))

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        if data.hasUrls():
            return True
        if highlights_in(data):
            return self.node(parent).kind == "memo" and self._session.writable
        drop = self._drop(data, action, row, parent)
        return drop is not None and drop_verb(self._holdings, drop) is not None

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        if data.hasUrls():
            files = dropped_files(data)
            if files:
                self.files_dropped.emit(files, self._collection_at(parent))
            return bool(files)
        if highlights := highlights_in(data):
            self.highlights_dropped.emit(highlights, self.node(parent).id)
            return True
        drop = self._drop(data, action, row, parent)
        verb = None if drop is None else drop_verb(self._holdings, drop)
        if drop is None or verb is None:
            return False
        if drop.cargo.documents and drop.target.kind == "collection" and drop.is_by_hand(self._holdings):
            self._holdings.choose_order("hand", drop.target.id)
        self._session.write(verb)
        return True

    def _drop(self, data: QMimeData, action: Qt.DropAction, row: int, parent: Index) -> Drop | None:
        cargo = unpack(data)
        if cargo is None:
            return None
        target, before, between = self.node(parent), None, row >= 0
        if target.kind == "document" and target.parent is not None:
            target, before, between = target.parent, target, True
        elif between:
            children = self._nodes.children(target)
            before = children[row] if row < len(children) else None
        return Drop(cargo, target, before, between, copied=action == Qt.DropAction.CopyAction)

    def _collection_at(self, index: Index) -> str:
        node = self.node(index)
        if node.kind == "document" and node.parent is not None:
            node = node.parent
        return node.id if node.kind == "collection" else ""

    # --- own ---

    def _index(self, node: Node) -> QModelIndex:
        return QModelIndex() if node.parent is None else self.createIndex(node.row, 0, node.serial)

    def _recount(self) -> None:
        """Repaint the rows that are there; where they are narrowed by how far they are read, some may come."""
        if self.stage is not None:
            self.rebuild()
        else:
            self._repaint()

    def _repaint(self) -> None:
        root = self._nodes.root
        waiting = [root]
        while waiting:
            children = waiting.pop().children or []
            if children:
                self.dataChanged.emit(self._index(children[0]), self._index(children[-1]))
                waiting += [child for child in children if child.children]

    def _restart(self) -> None:
        self.beginResetModel()
        self._query = ""
        self._stages.choose(None)
        self._nodes = ShelfNodes(self._holdings, self._memos, self._smarts, first=self._nodes.end)
        self.endResetModel()
