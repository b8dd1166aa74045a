"""What the page of a tag says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from library.errors import NotFound

if TYPE_CHECKING:
    from library.library import Library
    from library.models import Tag


@dataclass(frozen=True, slots=True)
class Companion:
    """A tag that stands on some of the same highlights, with its full name and on how many."""

    tag: Tag
    path: str
    count: int


@dataclass(frozen=True, slots=True)
class Facts:
    """A tag, the tags it stands below from the top down, and its counts."""

    tag: Tag
    above: tuple[Tag, ...]
    has_children: bool
    own: int
    total: int


def read_facts(library: Library, tag_id: str) -> Facts | None:
    """Return what there is to say of a tag, or None where there is no such tag any more."""
    tree = library.tags.tree()
    try:
        tag = tree.get(tag_id)
    except NotFound:
        return None
    above: list[Tag] = []
    while (above[0] if above else tag).parent_id is not None:
        above.insert(0, tree.get((above[0] if above else tag).parent_id or ""))
    return Facts(
        tag,
        tuple(above),
        bool(tree.children(tag_id)),
        library.tags.counts().get(tag_id, 0),
        library.codebook.counts([tag_id]).get(tag_id, 0),
    )


def read_companions(library: Library, tag_id: str) -> tuple[Companion, ...]:
    """Return what a tag stands together with, most first; nothing where there is no such tag any more."""
    try:
        found = library.codebook.together(tag_id)
    except NotFound:
        return ()
    paths = library.tags.paths()
    return tuple(Companion(other, paths[other.id], count) for other, count in found)
