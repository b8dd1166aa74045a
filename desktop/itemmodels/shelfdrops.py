"""What a drop on the shelf does: the verb it stands for, or None where nothing can be put."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.itemmodels.holdings import ALL, BIN, RECENT, Holdings
from desktop.itemmodels.shelfcargo import Cargo
from desktop.itemmodels.shelfnodes import COLLECTIONS, SMARTS, Node
from library.tree import reordered

if TYPE_CHECKING:
    from library.library import Library

Verb = Callable[["Library"], object]

_NO_COLLECTION = (ALL, RECENT, BIN, "")


@dataclass(frozen=True, slots=True)
class Drop:
    """Where something is dropped: on `target`, in front of its child `before`, `between` rows or on the row itself."""

    cargo: Cargo
    target: Node
    before: Node | None = None
    between: bool = False
    copied: bool = False

    def is_by_hand(self, holdings: Holdings) -> bool:
        """Say whether documents are put in an order by hand with this."""
        key = self.target.id
        at_home = all(holder == key for _, holder in self.cargo.documents)
        return self.between and (at_home or holdings.order(key) == "hand")


def drop_verb(holdings: Holdings, drop: Drop) -> Verb | None:
    """Return what a drop does to the library, or None where it does nothing."""
    cargo, target = drop.cargo, drop.target
    if cargo.smarts:
        return None if cargo.documents or cargo.collections else _smarts_verb(cargo, target, drop.before)
    if cargo.collections:
        return None if cargo.documents else _collections_verb(holdings, cargo, target, drop.before)
    if not cargo.documents:
        return None
    match target.kind:
        case "collection":
            return _documents_verb(holdings, drop)
        case "special" if target.id == BIN:
            return _bin_verb(cargo)
        case "special" if target.id == ALL:
            return _restore_verb(cargo)
        case _:
            return None


def _collections_verb(holdings: Holdings, cargo: Cargo, target: Node, before: Node | None) -> Verb | None:
    """Nest collections in `target`, or reorder them there; none may go into itself or below itself."""
    if target.kind == "collection":
        parent_id = target.id
        if any(holdings.is_within(parent_id, collection_id) for collection_id in cargo.collections):
            return None
    elif target.kind == "section" and target.id == COLLECTIONS:
        parent_id = None
    else:
        return None
    next_id = before.id if before is not None and before.kind == "collection" else None
    if next_id in cargo.collections:
        return None
    moved = _outermost(holdings, cargo.collections)

    def move(library: "Library") -> None:
        with library.journal.operation("Move {count} collections", count=len(moved)):
            for collection_id in moved:
                library.collections.move(collection_id, parent_id, next_id)

    return move


def _smarts_verb(cargo: Cargo, target: Node, before: Node | None) -> Verb | None:
    """Put smart collections in front of another one, or last."""
    if target.kind != "section" or target.id != SMARTS:
        return None
    next_id = None if before is None else before.id
    return lambda library: library.smart.move(cargo.smarts, next_id)


def _documents_verb(holdings: Holdings, drop: Drop) -> Verb | None:
    """Move or copy documents into a collection, or reorder them in it."""
    cargo, key = drop.cargo, drop.target.id
    ids = cargo.document_ids
    before = drop.before.id if drop.before is not None and drop.before.kind == "document" else None
    by_hand = drop.is_by_hand(holdings)
    if before in ids or (not by_hand and all(holder == key for _, holder in cargo.documents)):
        return None
    sources: defaultdict[str | None, list[str]] = defaultdict(list)
    for document_id, holder in cargo.documents:
        sources[None if drop.copied or holder in _NO_COLLECTION else holder].append(document_id)
    binned = [document_id for document_id, holder in cargo.documents if holder == BIN]
    order = reordered([document.id for document in holdings.documents(key)], ids, before) if by_hand else []

    def put(library: "Library") -> None:
        name = library.collections.get(key).name
        with library.journal.operation(_label(drop), count=len(ids), name=name):
            if binned:
                library.documents.restore(*binned)
            for source_id, moved in sources.items():
                library.collections.move_documents(moved, source_id, key)
            if order:
                library.collections.sort_documents(key, order)

    return put


def _label(drop: Drop) -> str:
    if all(holder == drop.target.id for _, holder in drop.cargo.documents):
        return "Sort “{name}”"
    return "Put {count} documents into “{name}”" if drop.copied else "Move {count} documents to “{name}”"


def _bin_verb(cargo: Cargo) -> Verb | None:
    if any(holder == BIN for _, holder in cargo.documents):
        return None
    ids = cargo.document_ids
    return lambda library: library.documents.remove(*ids)


def _restore_verb(cargo: Cargo) -> Verb | None:
    if any(holder != BIN for _, holder in cargo.documents):
        return None
    ids = cargo.document_ids
    return lambda library: library.documents.restore(*ids)


def _outermost(holdings: Holdings, collection_ids: tuple[str, ...]) -> list[str]:
    """Return the collections without those that lie below another of them: they come along by themselves."""
    return [
        one
        for one in collection_ids
        if not any(other != one and holdings.is_within(one, other) for other in collection_ids)
    ]
