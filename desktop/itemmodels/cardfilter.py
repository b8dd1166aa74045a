"""What cards are filtered by, and how many of them each value of a filter would show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from library.models import Color

if TYPE_CHECKING:
    from library.search.gists import Gist

Group = Literal["text", "color", "tag", "speaker", "noted", "starred"]


@dataclass(frozen=True, slots=True)
class CardFilter:
    """What a card must have to be shown; what stands empty asks for nothing.

    Of the colours it must be shown in one, of the tags have one, or one below it; `untagged` counts as one more tag.
    One of the `speakers` must speak there.
    """

    text: str = ""
    tag_ids: frozenset[str] = frozenset()
    colors: frozenset[Color] = frozenset()
    speakers: frozenset[str] = frozenset()
    untagged: bool = False
    noted: bool = False
    starred: bool = False

    def __bool__(self) -> bool:
        asked = (self.text, self.tag_ids, self.colors, self.speakers, self.untagged, self.noted, self.starred)
        return any(bool(each) for each in asked)

    def failing(
        self, gist: Gist, color: Color, lineage: frozenset[str], speaker: str, *, found: bool
    ) -> tuple[Group, ...]:
        """Return the groups that keep a card away; `found` says whether its text is what is typed.

        `lineage` are the tags of the card and all above these.
        """
        failing: list[Group] = [] if found else ["text"]
        if self.colors and color not in self.colors:
            failing.append("color")
        if (self.tag_ids or self.untagged) and not (self.tag_ids & lineage or (self.untagged and not lineage)):
            failing.append("tag")
        if self.speakers and speaker not in self.speakers:
            failing.append("speaker")
        if self.noted and not gist.note:
            failing.append("noted")
        if self.starred and not gist.starred:
            failing.append("starred")
        return tuple(failing)


@dataclass(slots=True)
class Facets:
    """How many cards each value would show, beside what the other groups ask for; `shown` are those of them all."""

    shown: int = 0
    noted: int = 0
    starred: int = 0
    untagged: int = 0
    colors: Counter[Color] = field(default_factory=Counter["Color"])
    tags: Counter[str] = field(default_factory=Counter[str])
    speakers: Counter[str] = field(default_factory=Counter[str])

    def count(
        self,
        gist: Gist,
        color: Color,
        lineage: frozenset[str],
        speaker: str,
        failing: tuple[Group, ...],
        by: int = 1,
    ) -> None:
        """Add a card that some groups keep away, or with `by` -1 take it out again."""
        if len(failing) > 1:
            return
        kept_by = failing[0] if failing else None
        if kept_by is None:
            self.shown += by
        if kept_by in (None, "color"):
            self.colors[color] += by
        if kept_by in (None, "tag"):
            self.untagged += 0 if lineage else by
            for tag_id in lineage:
                self.tags[tag_id] += by
        if speaker and kept_by in (None, "speaker"):
            self.speakers[speaker] += by
        if gist.note and kept_by in (None, "noted"):
            self.noted += by
        if gist.starred and kept_by in (None, "starred"):
            self.starred += by


def lineages(parents: Mapping[str, str | None]) -> dict[str, frozenset[str]]:
    """Return for each tag the ids of itself and of all above it, from the parent of each."""
    found: dict[str, frozenset[str]] = {}
    for tag_id in parents:
        line: list[str] = []
        above: str | None = tag_id
        while above is not None:
            line.append(above)
            above = parents.get(above)
        found[tag_id] = frozenset(line)
    return found
