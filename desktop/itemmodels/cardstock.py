"""All cards of a document by their gists: which of them are wanted, in which rows, and how many there are of each."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from desktop.itemmodels.cardfilter import CardFilter, Facets, Group, lineages
from desktop.itemmodels.cardorder import HEAD, CardOrder, Row
from desktop.itemmodels.cardsearch import CardSearch, card_text

if TYPE_CHECKING:
    from library.models import Tag
    from library.search.gists import Gist

PART = 500
"""Cards that are looked at in one go: it takes some milliseconds."""
NO_TAGS: frozenset[str] = frozenset()


def place_of(gist: Gist) -> tuple[int, int, str]:
    """Return the key that sorts cards as their highlights stand in the text."""
    return gist.start, gist.end, gist.id


class CardStock:
    """The cards in text order, counted as they come and go. `rows` is what `arrange` found should be shown."""

    def __init__(self) -> None:
        self.order = CardOrder()
        self.card_filter = CardFilter()
        self.rows: list[Row] = []
        self._search: CardSearch | None = None
        self._lineages: dict[str, frozenset[str]] = {}
        self.clear()

    def clear(self) -> None:
        """Forget all cards."""
        self.all: list[Gist] = []
        self.by_id: dict[str, Gist] = {}
        self.highlight_of: dict[str, str] = {}  # by the ids of notes
        self._texts: dict[str, str] = {}
        self._begin()

    def _begin(self) -> None:
        self.facets = Facets()
        self.counts: Counter[int] = Counter()
        self._near = False
        self._found = 0

    # What is asked for

    def know_tags(self, tags: Sequence[Tag], paths: dict[str, str]) -> None:
        """Take the tags of the library as they are now."""
        self.order.know_tags(tags, paths)
        self._lineages = lineages({tag.id: tag.parent_id for tag in tags})

    def filter_by(self, card_filter: CardFilter, *, by_pinyin: bool) -> None:
        """Want only some of the cards; `arrange` is due."""
        self.card_filter = card_filter
        text = card_filter.text
        self._search = CardSearch(text, self.order.paths, by_pinyin=by_pinyin) if text else None

    # Cards come and go

    def extend(self, gists: Sequence[Gist]) -> None:
        """Take the next cards in the order of the text."""
        self.all.extend(gists)
        for gist in gists:
            self._remember(gist)
            self._tally(gist, 1)

    def insert(self, gist: Gist) -> list[Row]:
        """Take one card more, and return its rows."""
        insort(self.all, gist, key=place_of)
        self._remember(gist)
        self._tally(gist, 1)
        return self.rows_of(gist)

    def remove(self, highlight_id: str) -> list[Row]:
        """Let go of a card, if it is there, and return the rows that were its own."""
        gist = self.by_id.get(highlight_id)
        if gist is None:
            return []
        rows = self.rows_of(gist)
        self._tally(gist, -1)
        del self.all[bisect_left(self.all, place_of(gist), key=place_of)]
        self._forget(gist)
        return rows

    def replace(self, highlight_ids: Sequence[str], gists: Iterable[Gist]) -> Iterator[None]:
        """Take many cards, a part at a time, as they are now in place of those with these ids; `arrange` is due.

        Given up at any point, it can be begun again.
        """
        now = {gist.id: gist for gist in gists}
        for number, highlight_id in enumerate(highlight_ids, 1):
            before, gist = self.by_id.get(highlight_id), now.get(highlight_id)
            if before is not None:
                self._forget(before)
            if gist is not None:
                self._remember(gist)
            if number % PART == 0:
                yield
        held = {gist.id for gist in self.all}
        coming = sorted((gist for gist in now.values() if gist.id not in held), key=place_of)
        self.all = [gist for before in self.all if (gist := self.by_id.get(before.id)) is not None]
        if len(self.all) > PART:
            yield
        self.all += coming
        self.all.sort(key=place_of)

    def nearest(self, start: int, end: int) -> Gist | None:
        """Return the first card within the code points `start` to `end`, else the last before them, else the first."""
        if not self.all:
            return None
        at = bisect_left(self.all, start, key=lambda gist: gist.start)
        if at == len(self.all) or (self.all[at].start >= end and at > 0):
            at -= 1
        return self.all[at]

    # Rows

    def rows_of(self, gist: Gist) -> list[Row]:
        """Return the rows in which a card is shown: none where it is not wanted, or its group is folded."""
        failing, distance = self._judge(gist)
        if failing:
            return []
        order = self.order
        return [order.row(gist, group, distance) for group in order.groups(gist) if not order.is_folded(group)]

    def admitted(self) -> list[str]:
        """Return the highlights that the filter lets through, in text order, be their groups folded or not."""
        return [gist.id for gist in self.all if not self._judge(gist)[0]]

    def arrange(self) -> Iterator[None]:
        """Find out, a part at a time, what is to be shown; what comes near is looked for where nothing is found."""
        yield from self._arrange(near=False)
        if self._search is not None and not self._found:
            yield from self._arrange(near=True)

    def _arrange(self, *, near: bool) -> Iterator[None]:
        self._begin()
        self._near = near
        parts: list[list[Row]] = []
        for start in range(0, len(self.all), PART):
            if start:
                yield
            part = [row for gist in self.all[start : start + PART] for row in self._tally(gist, 1)]
            parts.append(sorted(part))
        if self.order.grouping != "none":
            parts.append(sorted((group, HEAD) for group in self.counts))
        while len(parts) > 1:  # to sort all in one go would take too long; two sorted parts are quickly one
            for at in range(0, len(parts) - 1, 2):
                parts[at] += parts[at + 1]
                parts[at].sort()
                if len(parts[at]) > PART:
                    yield
            parts = parts[::2]
        self.rows = parts[0] if parts else []

    def _tally(self, gist: Gist, by: int) -> list[Row]:
        """Count a card in or out, and return its rows."""
        failing, distance = self._judge(gist)
        order = self.order
        self.facets.count(gist, order.color(gist), self._lineage(gist), order.speaker(gist), failing, by)
        self._found += by * ("text" not in failing)
        if failing:
            return []
        rows: list[Row] = []
        for group in order.groups(gist):
            self.counts[group] += by
            if not order.is_folded(group):
                rows.append(order.row(gist, group, distance))
        return rows

    def _judge(self, gist: Gist) -> tuple[tuple[Group, ...], int]:
        """Return what keeps a card away, and how far it is from what is typed."""
        if not self.card_filter:
            return (), 0
        found, distance = True, 0
        if self._search is not None:
            text = self._text(gist)
            if self._near:
                near = self._search.distance(text, gist.tag_ids)
                found, distance = near is not None, near or 0
            else:
                found = self._search.finds(text, gist.tag_ids)
        order = self.order
        failing = self.card_filter.failing(
            gist, order.color(gist), self._lineage(gist), order.speaker(gist), found=found
        )
        return failing, distance

    def _text(self, gist: Gist) -> str:
        text = self._texts.get(gist.id)
        if text is None:
            text = self._texts[gist.id] = card_text(gist)
        return text

    def _lineage(self, gist: Gist) -> frozenset[str]:
        match gist.tag_ids:
            case ():
                return NO_TAGS
            case (one,):
                return self._lineages.get(one, NO_TAGS)
            case several:
                return NO_TAGS.union(*(self._lineages.get(tag_id, NO_TAGS) for tag_id in several))

    def _remember(self, gist: Gist) -> None:
        self.by_id[gist.id] = gist
        if gist.note_id:
            self.highlight_of[gist.note_id] = gist.id

    def _forget(self, gist: Gist) -> None:
        del self.by_id[gist.id]
        self.highlight_of.pop(gist.note_id, None)
        self._texts.pop(gist.id, None)
