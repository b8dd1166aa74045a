"""What the tag field offers for what is typed, and in which order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop.widgets.tagwords import described, tip
from library.models import Color

if TYPE_CHECKING:
    from library.library import Library

SEPARATOR = "/"
LISTED = re.compile(r"[、，；,\n]")
MOST = 100
"""More rows than anyone reads."""
RECENT = 50


@dataclass(frozen=True, slots=True)
class Choice:
    """A row below the field: a tag that is there, one to be made, or a list to be split into several.

    `tip` says in short, as rich text, what a tag means. A `dim` row would lead to nothing.
    """

    paths: tuple[str, ...]
    kind: Literal["tag", "new", "split"] = "tag"
    tag_id: str = ""
    color: Color = "yellow"
    count: int = 0
    age: int = RECENT
    carried: bool = False
    tip: str = ""
    dim: bool = False

    @property
    def path(self) -> str:
        return self.paths[0]


def read_choices(library: Library, carried: Sequence[str]) -> list[Choice]:
    """Return all tags of a library, those with the ids `carried` ticked."""
    paths, counts = library.tags.paths(), library.tags.counts()
    ages = {tag.id: age for age, tag in enumerate(library.tags.recent(RECENT))}
    return [
        Choice(
            (paths[tag.id],), "tag", tag.id, tag.color, counts.get(tag.id, 0), ages.get(tag.id, RECENT),
            tag.id in carried, tip(described(tag)),
        )
        for tag in library.tags.all()
    ]  # fmt: skip


def offered(query: str, tags: Sequence[Choice]) -> list[Choice]:
    """Return the rows for what is typed: exact names first, then the most used; what is to be made last."""
    wanted = clean_path(query)
    if not wanted:
        return sorted(tags, key=lambda tag: (not tag.carried, tag.age, -tag.count, tag.path))[:MOST]
    ranked = [(exact, tag) for tag in tags if (exact := _is_exact(wanted, tag.path)) is not None]
    ranked.sort(key=lambda found: (not found[0], -found[1].count, found[1].age, found[1].path))
    rows = [tag for _, tag in ranked[:MOST]]
    if all(tag.path != wanted for tag in tags):
        rows.append(Choice((wanted,), "new"))
    names = split_list(query)
    if len(names) > 1:
        rows.append(Choice(tuple(names), "split"))
    return rows


def clean_path(text: str) -> str:
    """Return a full name without empty levels and without white space around its names."""
    return SEPARATOR.join(filter(None, (" ".join(name.split()) for name in text.split(SEPARATOR))))


def split_list(text: str) -> list[str]:
    """Return the names in a list set off by lines, 、 ， ； or commas, each once."""
    return list(dict.fromkeys(filter(None, map(clean_path, LISTED.split(text)))))


def common(carried: Iterable[Sequence[str]]) -> list[str]:
    """Return the tag ids that all of several highlights carry, in the order of the first."""
    lists = list(carried)
    return [tag_id for tag_id in lists[0] if all(tag_id in other for other in lists)] if lists else []


def _is_exact(wanted: str, path: str) -> bool | None:
    """Say whether what is wanted is the tag's own or full name; None if it does not lead to the tag at all."""
    from library.chinese.pinyin import matches  # heavy, and needed only once someone types

    ranks = [rank for name in (path, path.rpartition(SEPARATOR)[2]) if (rank := matches(wanted, name)) is not None]
    return min(ranks) == 0 if ranks else None
