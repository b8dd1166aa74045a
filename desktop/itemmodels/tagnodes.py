"""The nodes of the tree of tags: sorted, narrowed to what a filter admits, each with its counts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from library.models import Tag

TagOrder = Literal["hand", "name", "count"]
TAG_ORDERS: tuple[TagOrder, ...] = ("hand", "name", "count")


@dataclass(slots=True)
class TagNode:
    """A tag in the tree; `key` is the integer that Qt's indexes carry, `total` counts with all below it."""

    key: int
    tag: Tag | None
    parent: TagNode | None = None
    row: int = 0
    count: int = 0
    total: int = 0
    children: list[TagNode] = field(default_factory=list)

    def walk(self) -> Iterator[TagNode]:
        """Yield this node and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class TagCounts:
    """How many highlights carry each tag, by id: the tag itself, and with all below it."""

    own: Mapping[str, int]
    total: Mapping[str, int]


def grow(tags: Sequence[Tag], counts: TagCounts, admitted: Collection[str] | None, order: Sorting) -> TagNode:
    """Return the root of the tree of `tags`; where ids are `admitted`, with these alone and what stands above them."""
    root = TagNode(0, None)
    nodes = {
        tag.id: TagNode(key, tag, count=counts.own.get(tag.id, 0), total=counts.total.get(tag.id, 0))
        for key, tag in enumerate(tags, 1)
    }
    kept = nodes.keys() if admitted is None else with_ancestors(tags, admitted)
    for tag in tags:
        if tag.id in kept:
            above = nodes.get(tag.parent_id or "", root)
            nodes[tag.id].parent = above
            above.children.append(nodes[tag.id])
    for node in [root, *(nodes[tag_id] for tag_id in kept)]:
        if order is not None:
            node.children.sort(key=order)
        for row, child in enumerate(node.children):
            child.row = row
    return root


Sorting = Callable[[TagNode], Any] | None
"""The key that siblings sort by; None leaves them in their order by hand."""


def with_ancestors(tags: Iterable[Tag], tag_ids: Iterable[str]) -> set[str]:
    """Return these ids and those of all tags above them."""
    above = {tag.id: tag.parent_id for tag in tags}
    found: set[str] = set()
    for tag_id in tag_ids:
        current: str | None = tag_id
        while current is not None and current in above and current not in found:
            found.add(current)
            current = above[current]
    return found


def outermost(tags: Iterable[Tag], tag_ids: Sequence[str]) -> list[str]:
    """Return the ids without those of tags below another of them: these come along by themselves."""
    above = {tag.id: tag.parent_id for tag in tags}
    chosen = set(tag_ids)

    def is_below(tag_id: str) -> bool:
        current = above.get(tag_id)
        while current is not None and current not in chosen:
            current = above.get(current)
        return current is not None

    return [tag_id for tag_id in tag_ids if not is_below(tag_id)]


def shape(root: TagNode) -> list[tuple[str | None, int]]:
    """Return what must stay the same for indexes to remain valid: the order of the tags and their children's number."""
    return [(node.tag.id if node.tag else None, len(node.children)) for node in root.walk()]
