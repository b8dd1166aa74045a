"""In which order cards stand, and under which heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.cardorders import CardGrouping, CardSorting
from desktop.translation import tr
from desktop.widgets.swatch import color_name
from library.models import COLORS, Color, Tag

if TYPE_CHECKING:
    from library.headings import Outline
    from library.search.gists import Gist
    from library.speeches import Speeches

HEAD, CARD = 0, 1
Place = tuple[int, int, str]
Row = tuple[int, int] | tuple[int, int, int, int, Place]
"""The group, HEAD or CARD; of a card also how far it is from what is typed, what it is sorted by, and its place.

Rows sort as they are shown: a head stands before the cards of its group.
"""
NOBODY = 1 << 40
"""The group of what nobody says, behind all others."""
_DIGITS = 17
"""Digits of a moment down to its milliseconds."""


@dataclass(frozen=True, slots=True)
class CardHead:
    """The row above a group: `key` is what it is known by while the cards change."""

    key: str
    words: str
    color: Color | None = None
    count: int = 0
    folded: bool = False


def id_of(row: Row) -> str | None:
    """Return the highlight of a row; None for a head."""
    return row[4][2] if len(row) == 5 else None


def in_tree_order(tags: Sequence[Tag]) -> list[Tag]:
    """Return the tags of a codebook from the top down, each in front of those below it."""
    below: dict[str | None, list[Tag]] = {}
    for tag in sorted(tags, key=lambda tag: (tag.position, tag.id), reverse=True):
        below.setdefault(tag.parent_id, []).append(tag)
    ordered: list[Tag] = []
    left = list(below.get(None, ()))
    while left:
        tag = left.pop()
        ordered.append(tag)
        left += below.get(tag.id, ())
    return ordered


@dataclass(slots=True)
class CardOrder:
    """Gives every card its rows. Tags, their full names, headings and speakers are those of now."""

    sorting: CardSorting = "place"
    grouping: CardGrouping = "none"
    usual_color: Color = "yellow"
    tags: tuple[Tag, ...] = ()
    paths: dict[str, str] = field(default_factory=dict[str, str])
    headings: Outline | None = None
    speeches: Speeches | None = None
    folded: set[str] = field(default_factory=set[str])
    ranks: dict[str, int] = field(default_factory=dict[str, int])
    _colors: dict[str, Color] = field(default_factory=dict[str, "Color"])

    def know_tags(self, tags: Sequence[Tag], paths: dict[str, str]) -> None:
        """Take the tags of the library as they are now."""
        self.tags, self.paths = tuple(in_tree_order(tags)), paths
        self.ranks = {tag.id: rank for rank, tag in enumerate(self.tags)}
        self._colors = {tag.id: tag.color for tag in tags}

    @property
    def follows_text(self) -> bool:
        """Whether the cards stand as the highlights do in the text."""
        return self.sorting == "place" and self.grouping in ("none", "heading")

    def color(self, gist: Gist) -> Color:
        """Return the colour a card is shown in: its own, or that of its first tag."""
        if gist.color is not None:
            return gist.color
        return next((self._colors[tag_id] for tag_id in gist.tag_ids if tag_id in self._colors), self.usual_color)

    def speaker(self, gist: Gist) -> str:
        """Return who speaks where a card's highlight stands, or "" where that is nobody or not known."""
        return self.speeches.speaker(gist.start, gist.end) if self.speeches is not None else ""

    def groups(self, gist: Gist) -> Sequence[int]:
        """Return the groups in which a card stands: by tag, in one for every tag it has."""
        match self.grouping:
            case "none":
                return (0,)
            case "color":
                return (COLORS.index(self.color(gist)),)
            case "heading":
                above = self.headings.above(gist.start) if self.headings is not None else None
                return (-1 if above is None else above,)
            case "speaker":
                ranks = self.speeches.ranks if self.speeches is not None else {}
                return (ranks.get(self.speaker(gist), NOBODY),)
            case "tag":
                return [self.ranks[tag_id] for tag_id in gist.tag_ids if tag_id in self.ranks] or (len(self.tags),)

    def row(self, gist: Gist, group: int, distance: int) -> Row:
        """Return the row of a card in one of its groups."""
        return group, CARD, distance, self._value(gist), (gist.start, gist.end, gist.id)

    def head(self, group: int, count: int) -> CardHead:
        """Return what stands above a group of `count` cards."""
        key, words, color = self._named(group)
        return CardHead(key, words, color, count, key in self.folded)

    def is_folded(self, group: int) -> bool:
        """Say whether only the head of a group is shown."""
        return bool(self.folded) and self.grouping != "none" and self._named(group)[0] in self.folded

    def _value(self, gist: Gist) -> int:
        match self.sorting:
            case "place":
                return 0
            case "date":
                digits = "".join(filter(str.isdigit, gist.created))
                return -int(digits[:_DIGITS].ljust(_DIGITS, "0"))
            case "color":
                return COLORS.index(self.color(gist))
            case "tag":
                return self.ranks.get(gist.tag_ids[0], len(self.tags)) if gist.tag_ids else len(self.tags)

    def _named(self, group: int) -> tuple[str, str, Color | None]:
        match self.grouping:
            case "color":
                return COLORS[group], color_name(COLORS[group]), COLORS[group]
            case "tag" if group < len(self.tags):
                tag = self.tags[group]
                return tag.id, self.paths.get(tag.id, tag.name), tag.color
            case "tag":
                return "untagged", tr("Without a tag"), None
            case "heading" if group >= 0 and self.headings is not None:
                start = self.headings.headings[group].start
                return str(start), " › ".join(self.headings.path(start)), None
            case "speaker" if group < NOBODY and self.speeches is not None:
                return self.speeches.names[group], self.speeches.names[group], None
            case "speaker":
                return "", tr("Nobody speaks"), None
            case _:
                return "", tr("Before the first heading"), None
