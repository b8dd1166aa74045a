"""The rows of the shelf as a tree: sections, special lists, all kinds of collections, documents; by a query."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from desktop.itemmodels.holdings import ALL, BIN, RECENT, Holdings
from desktop.itemmodels.memos import Memos
from desktop.itemmodels.smartrows import SmartRows
from desktop.itemmodels.stages import StageFilter
from library.chinese.pinyin import matches
from library.models import Collection, Document

Kind = Literal["root", "section", "special", "smart", "collection", "document", "memo"]
Name = tuple[str, str, str]
"""What a row is called across rebuilding: its kind, the collection it stands in, and its own id."""

LIBRARY, SMARTS, COLLECTIONS = "library", "smarts", "collections"
MEMOS, EXCERPTS = "memos", "excerpts"
_LISTS = (ALL, RECENT, EXCERPTS, MEMOS, BIN)
_FILLED: tuple[Name, ...] = (
    ("section", "", COLLECTIONS), ("section", "", SMARTS), ("special", "", ALL), ("special", "", MEMOS),
)  # fmt: skip
"""The rows below which all stands that a query finds."""


@dataclass(slots=True, eq=False)
class Node:
    """One row. `holder` is the key of the list a document stands in; `children` is None until they are asked for."""

    kind: Kind
    id: str
    serial: int
    parent: "Node | None" = None
    row: int = 0
    holder: str = ""
    children: "list[Node] | None" = None
    depth: int = field(init=False)

    def __post_init__(self) -> None:
        self.depth = 0 if self.parent is None else self.parent.depth + 1

    @property
    def name(self) -> Name:
        return self.kind, self.holder, self.id


class ShelfNodes:
    """Builds the tree as its branches are asked for. `query` and `stages` narrow it; parents of what is found stay.

    A collection that is itself found keeps all it holds. Documents that are found and stand in no collection appear
    below all documents. The section of smart collections is there as soon as one is.
    """

    def __init__(
        self,
        holdings: Holdings,
        memos: Memos,
        smarts: SmartRows,
        query: str = "",
        first: int = 0,
        stages: StageFilter | None = None,
    ) -> None:
        self._holdings = holdings
        self._memos = memos
        self._smarts = smarts
        self._query = query.strip()
        self._stages = stages if stages is not None else StageFilter(holdings)
        self._nodes: list[Node] = []
        self._first = first
        self._named: dict[int, dict[Name, Node]] = {}
        self._found: dict[str, bool] = {}
        self.root = self._node("root", "", None)

    @property
    def end(self) -> int:
        """The number that the next row would get: rows of a later tree begin there, so that none is mistaken."""
        return self._first + len(self._nodes)

    def at(self, serial: int) -> Node:
        """Return the row with this number, or the root when it belongs to an earlier tree."""
        return self._nodes[serial - self._first] if serial >= self._first else self.root

    def children(self, node: Node) -> list[Node]:
        """Return the rows below `node`, made now if they were not yet."""
        if node.children is None:
            node.children = self._make(node)
            for row, child in enumerate(node.children):
                child.row = row
        return node.children

    def has_children(self, node: Node) -> bool:
        """Say whether any row is below `node`, without making them."""
        if node.children is not None:
            return bool(node.children)
        match node.kind:
            case "root" | "section":
                return True
            case "collection":
                return self._holds(node.id)
            case "special" if node.id == MEMOS:
                return bool(self._memo_ids())
            case _:
                return self._is_narrowed and node.id == ALL

    def find(self, name: Name) -> Node | None:
        """Return the row called `name`, its parents made as needed, or None."""
        parent = self._parent_of(name)
        if parent is None:
            return None
        if parent.serial not in self._named:
            self._named[parent.serial] = {child.name: child for child in self.children(parent)}
        return self._named[parent.serial].get(name)

    @property
    def has_found(self) -> bool:
        """Whether there is any collection, or any document among those in no collection."""
        return any(self.children(node) for name in _FILLED if (node := self.find(name)) is not None)

    def matching(self) -> list[Node]:
        """Return the rows to be opened so that all that the query found is seen, parents first."""
        opened: list[Node] = []
        waiting = list(self.children(self.root))
        while waiting:
            node = waiting.pop(0)
            if node.kind == "collection" and not self._finds_below(node.id):
                continue
            if node.kind != "document" and self.has_children(node):
                opened.append(node)
                waiting += self.children(node)
        return opened

    def _parent_of(self, name: Name) -> Node | None:
        kind, holder, node_id = name
        match kind:
            case "section":
                return self.root
            case "special":
                return self.find(("section", "", LIBRARY))
            case "memo":
                return self.find(("special", "", MEMOS))
            case "smart":
                return self.find(("section", "", SMARTS))
            case "document":
                return self.find(("special", "", ALL) if holder == ALL else ("collection", "", holder))
            case "collection":
                collection = self._holdings.collection(node_id)
                if collection is None:
                    return None
                above = collection.parent_id
                return self.find(("section", "", COLLECTIONS) if above is None else ("collection", "", above))
            case _:
                return None

    def _make(self, node: Node) -> list[Node]:
        match node.kind:
            case "root":
                names = (LIBRARY, SMARTS, COLLECTIONS) if self._smart_ids() else (LIBRARY, COLLECTIONS)
                return [self._node("section", name, node) for name in names]
            case "section" if node.id == SMARTS:
                return [self._node("smart", smart_id, node) for smart_id in self._smart_ids()]
            case "section" if node.id == LIBRARY:
                return [self._node("special", key, node) for key in _LISTS]
            case "section" | "collection":
                return self._collection_nodes(node) + self._document_nodes(node)
            case "special" if node.id == MEMOS:
                return [self._node("memo", memo_id, node) for memo_id in self._memo_ids()]
            case "special" if node.id == ALL and self._is_narrowed:
                found = [one for one in self._holdings.unplaced() if self._finds_document(one)]
                return [self._node("document", document.id, node, ALL) for document in found]
            case _:
                return []

    def _collection_nodes(self, node: Node) -> list[Node]:
        above = node.id if node.kind == "collection" else None
        return [self._node("collection", collection.id, node) for collection in self._collections(above)]

    def _document_nodes(self, node: Node) -> list[Node]:
        if node.kind != "collection":
            return []
        return [self._node("document", document.id, node, node.id) for document in self._documents(node)]

    def _memo_ids(self) -> list[str]:
        return self._named_ids((row.memo.id, row.memo.title) for row in self._memos.titled())

    def _smart_ids(self) -> list[str]:
        return self._named_ids((row.id, row.name) for row in self._smarts.all())

    def _named_ids(self, rows: Iterable[tuple[str, str]]) -> list[str]:
        """Return the ids of which the query finds the name; none while only documents at one stage are shown."""
        if self._stages.stage is not None:
            return []
        return [row_id for row_id, name in rows if not self._query or matches(self._query, name) is not None]

    def _node(self, kind: Kind, node_id: str, parent: Node | None, holder: str = "") -> Node:
        node = Node(kind, node_id, self.end, parent, holder=holder)
        self._nodes.append(node)
        return node

    def _collections(self, above: str | None) -> list[Collection]:
        below = self._holdings.below(above)
        if not self._is_narrowed or (self._stages.stage is None and self._is_kept_whole(above)):
            return below
        return [collection for collection in below if self._finds(collection)]

    def _documents(self, node: Node) -> list[Document]:
        documents = self._holdings.documents(node.id)
        if not self._is_narrowed:
            return documents
        whole = self._is_kept_whole(node.id)
        return [document for document in documents if self._finds_document(document, whole=whole)]

    def _holds(self, collection_id: str) -> bool:
        if self._is_narrowed and (self._stages.stage is not None or not self._is_kept_whole(collection_id)):
            return self._finds_below(collection_id)
        return bool(self._holdings.below(collection_id)) or bool(self._holdings.standing(collection_id))

    def _is_kept_whole(self, collection_id: str | None) -> bool:
        """Say whether the collection or one it lies in is itself found by the query, or there is none."""
        if not self._query:
            return True
        while collection_id is not None:
            collection = self._holdings.collection(collection_id)
            if collection is None:
                return False
            if matches(self._query, collection.name) is not None:
                return True
            collection_id = collection.parent_id
        return False

    def _finds(self, collection: Collection) -> bool:
        named = self._stages.stage is None and matches(self._query, collection.name) is not None
        return named or self._finds_below(collection.id)

    def _finds_below(self, collection_id: str) -> bool:
        if collection_id not in self._found:
            whole = self._stages.stage is not None and self._is_kept_whole(collection_id)
            self._found[collection_id] = any(self._finds(one) for one in self._holdings.below(collection_id)) or any(
                self._finds_document(document, whole=whole) for document in self._holdings.standing(collection_id)
            )
        return self._found[collection_id]

    def _finds_document(self, document: Document, *, whole: bool = False) -> bool:
        """Say whether a document is shown; one in a `whole` collection needs not be found by its title."""
        titled = whole or not self._query or matches(self._query, document.title) is not None
        return titled and self._stages.lets(document.id)

    @property
    def _is_narrowed(self) -> bool:
        return bool(self._query) or self._stages.stage is not None
