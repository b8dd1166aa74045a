"""A concordance: places as lines that can be put in the order of the words beside them (key word in context)."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Literal

from library.chinese import segmentation
from library.chinese.ownwords import OwnWords
from library.chinese.pinyin import word_key
from library.chinese.rarity import common_form
from library.models import Span
from library.search.hits import Hit
from library.search.reach import Reach, Widening

if TYPE_CHECKING:
    from library.progress import Progress
    from library.search.leaves import Texts
    from library.search.places import Place

Side = Literal["place", "left", "right"]
By = Literal["pinyin", "frequency"]
Words = tuple[str, ...]

CONTEXT = 60
"""Code points of a line before and behind a place."""
FURTHEST = 3
"""Words that lines can be put in order by."""
_FOR_WORDS = 4
"""Code points for one word, with as many to spare: what is longer is cut there, in all lines alike."""
_AT_A_TIME = 2000
_WINDOW = 65_536
_BETWEEN = "\x1f"
_OPPOSITE = bytes((1, *bytes(255)))


@dataclass(frozen=True, slots=True)
class Order:
    """What lines are put in order by: their place, or word number `word` (1 to FURTHEST) on one side.

    Words come by their pinyin, or the most frequent first.
    """

    side: Side = "place"
    word: int = 1
    by: By = "pinyin"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The numbers of all lines in an order, and the groups that they make: none in the order of their places.

    Lines of a group have the same words up to the one that orders them. `firsts` are the places among `rows` where the
    groups begin, and behind them the number of all rows; `words` are their words, the nearest first.
    """

    rows: array[int]
    firsts: array[int]
    words: tuple[Words, ...] = ()


class Concordance:
    """Places in texts, some twenty bytes each; what stands around them is read when it is asked for.

    `repeated` are as many more, left out for standing in passages that stand twice.
    """

    def __init__(self, texts: Texts, places: Iterable[tuple[str, Sequence[Place]]], repeated: int = 0) -> None:
        self.repeated = repeated
        self._texts = texts
        self._document_ids: list[str] = []
        self._firsts = [0]
        self._starts, self._ends, self._crossing = array("q"), array("q"), bytearray()
        for document_id, found in places:
            self._document_ids.append(document_id)
            self._starts.extend(place.start for place in found)
            self._ends.extend(place.end for place in found)
            self._crossing.extend(place.crosses for place in found)
            self._firsts.append(len(self._starts))

    def __len__(self) -> int:
        return len(self._starts)

    @property
    def document_ids(self) -> Sequence[str]:
        """The documents that have places, in their order."""
        return self._document_ids

    @property
    def document_count(self) -> int:
        """How many documents have places."""
        return len(self._document_ids)

    def crosses(self, row: int) -> bool:
        """Say whether punctuation stands inside the hit of a line."""
        return bool(self._crossing[row])

    def straight(self) -> bytearray:
        """Return for each line 1 where no punctuation stands inside its hit, and else 0."""
        return self._crossing.translate(_OPPOSITE)

    def numbers(self, spans: Set[tuple[str, int, int]]) -> bytearray:
        """Return for each line 1 where its hit is one of `spans`, and else 0."""
        return bytearray(span in spans for span in self.spans(range(len(self))))

    def spans(self, rows: Iterable[int]) -> list[Span]:
        """Return where the hits of these lines are."""
        return [Span(self._document_of(row), self._starts[row], self._ends[row]) for row in rows]

    def lines(self, rows: Iterable[int], reach: Reach = "exact") -> Iterator[Hit]:
        """Yield the hits of these lines, in this order, widened to `reach`; line breaks around them are spaces."""
        for document_id, of_document in groupby(rows, key=self._document_of):
            with closing(self._texts.open(document_id)) as text:
                widening = Widening(text, reach, self._texts.own)
                for row in of_document:
                    start, end = widening.span(self._starts[row], self._ends[row])
                    first = max(start - CONTEXT, 0)
                    around = re.sub(r"\s", " ", text.slice(first, end + CONTEXT))
                    before, behind = start - first, end - first
                    yield Hit(
                        document_id, start, end, around[:before], around[before:behind], around[behind:],
                        self.crosses(row),
                    )  # fmt: skip

    def arrange(self, order: Order, progress: Progress) -> Arrangement:
        """Return the lines in an order; Cancelled from `progress`.

        Where the words that order them are equal, those nearer the place decide, then the place. Words are compared in
        common characters and small letters; punctuation is none. Lines without such a word stand last.
        """
        if order.side == "place":
            return Arrangement(array("q", range(len(self))), array("q", [len(self)]))
        beside = list(self._beside(order, progress))
        keys = _keys(beside, order)
        rows = sorted(range(len(self)), key=keys.__getitem__)
        progress.report(len(self), len(self))
        firsts, words = array("q"), list[Words]()
        last = -1
        for number, row in enumerate(rows):
            if keys[row] != last:
                firsts.append(number)
                words.append(beside[row])
                last = keys[row]
        firsts.append(len(rows))
        return Arrangement(array("q", rows), firsts, tuple(words))

    def joined(self, reach: Reach, progress: Progress) -> Arrangement:
        """Return the lines by place, in a group those that are one passage once widened; Cancelled from `progress`.

        The groups have no words.
        """
        rows, firsts = array("q"), array("q")
        for document_id, (first, behind) in zip(self._document_ids, pairwise(self._firsts), strict=True):
            progress.report(first, len(self))
            passages: dict[tuple[int, int], list[int]] = {}
            with closing(self._texts.open(document_id)) as text:
                widening = Widening(text, reach)
                for row in range(first, behind):
                    passages.setdefault(widening.span(self._starts[row], self._ends[row]), []).append(row)
                    if not row % _AT_A_TIME:
                        progress.report(row, len(self))
            for passage in passages.values():
                firsts.append(len(rows))
                rows.extend(passage)
        return Arrangement(rows, array("q", [*firsts, len(rows)]), ((),) * len(firsts))

    def _document_of(self, row: int) -> str:
        return self._document_ids[bisect_right(self._firsts, row) - 1]

    def _beside(self, order: Order, progress: Progress) -> Iterator[Words]:
        """Yield the words on one side of each place, the nearest first, up to the one that orders them."""
        contexts: list[str] = []
        for number, context in enumerate(self._contexts(order.side, _FOR_WORDS * (order.word + 1))):
            contexts.append(context)
            if len(contexts) == _AT_A_TIME:
                progress.report(number, len(self))
                yield from _words_of(contexts, order, self._texts.own)
                contexts.clear()
        yield from _words_of(contexts, order, self._texts.own)

    def _contexts(self, side: Side, reach: int) -> Iterator[str]:
        """Yield the `reach` code points, fewer at an end of the text, on one side of each place."""
        for document_id, (first, behind) in zip(self._document_ids, pairwise(self._firsts), strict=True):
            with closing(self._texts.open(document_id)) as text:
                window, begin = "", 0
                for row in range(first, behind):
                    start = max(self._starts[row] - reach, 0) if side == "left" else self._ends[row]
                    end = self._starts[row] if side == "left" else min(start + reach, text.length)
                    if not begin <= start <= end <= begin + len(window):
                        begin, window = start, text.slice(start, start + _WINDOW)
                    yield window[start - begin : end - begin]


def _words_of(contexts: Sequence[str], order: Order, own: OwnWords) -> Iterator[Words]:
    """Yield the words of each context, which are cut all at once: asking for each would take five times as long.

    The `own` words of who asks are whole.
    """
    if not contexts:
        return
    text = "\n".join(" ".join(context.splitlines()) for context in contexts)
    forms = {ord(character): common_form(character) for character in set(text)}
    cut = _BETWEEN.join(segmentation.cut_words(text.translate(forms), own)).casefold()
    for line in cut.split("\n"):
        words = [word for word in line.split(_BETWEEN) if word and word[0].isalnum()]
        yield tuple(words[: -order.word - 1 : -1] if order.side == "left" else words[: order.word])


def _keys(beside: Sequence[Words], order: Order) -> list[int]:
    """Return what each line sorts by: the ranks of its words as one number, that of the ordering one first."""
    ranked = sorted({word for words in beside for word in words}, key=word_key)
    base = len(ranked) + 1
    ranks = {word: rank for rank, word in enumerate(ranked)}
    ordering = ranks
    if order.by == "frequency":
        often = Counter(words[-1] for words in beside if len(words) == order.word)
        ordering = {word: rank for rank, word in enumerate(sorted(ranked, key=often.__getitem__, reverse=True))}
    keys: list[int] = []
    for words in beside:
        whole = len(words) == order.word
        key = ordering[words[-1]] if whole else base - 1
        for word in words[:-1] if whole else words:
            key = key * base + ranks[word]
        keys.append(key if whole else key * base ** (order.word - 1 - len(words)))
    return keys
