"""Speeches: the passages of a text with who speaks in each, as they were found and as readers put them right."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

RULES = 2
"""Another number with every change of how speakers are found, so that what was kept before is made again."""
KEPT = ".speakers"
"""Under this suffix the speakers of a text are kept."""
AT_ONCE = 500_000
"""Bytes of kept speakers that are read without waiting: it takes some milliseconds."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What one speaker says at one time: `name` without position, the span in code points of the text."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SpeakerCorrection:
    """What a reader says of a span of code points: who speaks there, or "" where nobody does. They do not overlap."""

    document_id: str
    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class SpeakerName:
    """What a reader calls whoever was found under `found` in a document; "" where that is no speaker."""

    document_id: str
    found: str
    name: str


class Speeches:
    """The passages of a text in order; they do not overlap."""

    def __init__(self, passages: Iterable[Passage] = ()) -> None:
        self.passages = tuple(passages)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Speeches) and self.passages == other.passages

    def __hash__(self) -> int:
        return hash(self.passages)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Who speaks, each once, in the order of their first words."""
        return tuple(dict.fromkeys(passage.name for passage in self.passages))

    @cached_property
    def ranks(self) -> dict[str, int]:
        """Where each name stands among `names`."""
        return {name: rank for rank, name in enumerate(self.names)}

    def at(self, start: int, end: int) -> Passage | None:
        """Return the first passage that a span touches, or None; an empty span is a place."""
        index = bisect_right(self.passages, start, key=lambda passage: passage.end)
        if index == len(self.passages):
            return None
        passage = self.passages[index]
        return passage if passage.start < max(end, start + 1) else None

    def speaker(self, start: int, end: int) -> str:
        """Return who speaks first in a span, or ""."""
        passage = self.at(start, end)
        return passage.name if passage is not None else ""

    def beginning(self, start: int, end: int) -> tuple[Passage, ...]:
        """Return the passages that begin from code point `start` to before `end`."""
        first = bisect_left(self.passages, start, key=lambda passage: passage.start)
        last = bisect_left(self.passages, end, key=lambda passage: passage.start)
        return self.passages[first:last]


def as_corrected(found: Speeches, spans: Iterable[SpeakerCorrection], names: Mapping[str, str]) -> Speeches:
    """Return the speeches that were `found` as their reader left them.

    `names` are what those found are called; what `spans`, in order, say goes before all that was found there.
    """
    rows = list(spans)
    called = (replace(passage, name=names.get(passage.name, passage.name)) for passage in found.passages)
    kept = [part for passage in called if passage.name for part in _outside(passage, rows)]
    kept += [Passage(row.name, row.start, row.end) for row in rows if row.name]
    return Speeches(sorted(kept, key=lambda passage: passage.start))


def without(rows: Iterable[SpeakerCorrection], start: int, end: int) -> list[SpeakerCorrection]:
    """Return what is left of corrections outside a span."""
    left: list[SpeakerCorrection] = []
    for row in rows:
        if row.end <= start or end <= row.start:
            left.append(row)
            continue
        if row.start < start:
            left.append(replace(row, end=start))
        if end < row.end:
            left.append(replace(row, start=end))
    return left


def packed(speeches: Speeches) -> bytes:
    """Return speeches without corrections as they are kept on disk."""
    rows = [[row.name, row.start, row.end] for row in speeches.passages]
    return json.dumps([RULES, rows], ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(data: bytes) -> Speeches | None:
    """Return the speeches that `packed` made into this, or None if that was by other rules or is spoiled."""
    try:
        rules, rows = json.loads(data)
        return Speeches(Passage(*row) for row in rows) if rules == RULES else None
    except (ValueError, TypeError):
        return None


def _outside(passage: Passage, rows: list[SpeakerCorrection]) -> Iterable[Passage]:
    """Yield the parts of a passage of which `rows`, in order and apart, say nothing."""
    start = passage.start
    for row in rows[bisect_right(rows, start, key=lambda each: each.end) :]:
        if row.start >= passage.end:
            break
        if start < row.start:
            yield replace(passage, start=start, end=row.start)
        start = row.end
    if start < passage.end:
        yield replace(passage, start=start)
