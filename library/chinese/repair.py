"""What printing, scanning and saving did to a text, as repairs that can be taken or left one by one."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, fields
from itertools import accumulate
from typing import Literal

from library.chinese.breaks import Break, Breaks
from library.chinese.layout import Layout
from library.chinese.noise import spaces, strays
from library.chinese.repetition import repetitions
from library.mending import Mend, RepairChoice, RepairKind


@dataclass(frozen=True, slots=True)
class Repair:
    """What is wrong between `start` and `end`, in code points of the text: `replacement` stands there once repaired.

    None is only pointed out. `detail` is what a gap shows itself by (a number that is missing, or nothing); of a
    passage that stands twice `first` is where it begins the first time.
    """

    kind: RepairKind
    start: int
    end: int
    replacement: str | None = None
    detail: str = ""
    first: int | None = None


@dataclass(frozen=True, slots=True)
class RepairPlan:
    """The repairs of one text by their kind, each kind in order.

    `joins` are breaks of pages and columns within a paragraph and `wraps` ends of hard-wrapped lines, both taken out;
    `spaces` stand between Han characters. Only pointed out are `gaps`, breaks at which text was lost, `duplicates`,
    the second times of passages, and `strays`, Latin letters that do not belong there.
    """

    joins: tuple[Repair, ...] = ()
    gaps: tuple[Repair, ...] = ()
    duplicates: tuple[Repair, ...] = ()
    strays: tuple[Repair, ...] = ()
    wraps: tuple[Repair, ...] = ()
    spaces: tuple[Repair, ...] = ()

    @property
    def edits(self) -> tuple[Repair, ...]:
        """The repairs that change the text, in order."""
        return tuple(sorted((*self.joins, *self.wraps, *self.spaces), key=lambda repair: repair.start))

    @property
    def flags(self) -> tuple[Repair, ...]:
        """What is only pointed out, in order."""
        return tuple(sorted((*self.gaps, *self.duplicates, *self.strays), key=lambda repair: repair.start))

    def chosen(self, choice: RepairChoice) -> "RepairPlan":
        """Return what of this plan is wanted."""
        return RepairPlan(
            *(
                tuple(
                    repair
                    for repair in getattr(self, field.name)
                    if repair.kind in choice.kinds and (repair.start, repair.end) not in choice.refused
                )
                for field in fields(self)
            )
        )


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text, `old` as it was, repaired, and where each place went.

    `starts` and `ends` are of what was replaced, `lengths` of what replaces it, and `shifts` are behind it.
    """

    old: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lengths: tuple[int, ...]
    shifts: tuple[int, ...]

    def to_new(self, offset: int) -> int:
        """Return where code point `offset` of the old text is in the new: what was taken out is where it was."""
        at = bisect_right(self.starts, offset) - 1
        if at < 0:
            return offset
        if offset >= self.ends[at]:
            return offset + self.shifts[at]
        return self._new_start(at) + min(offset - self.starts[at], self.lengths[at])

    def to_old(self, offset: int) -> int:
        """Return where code point `offset` of the new text was in the old; at a break that was taken out, behind it."""
        at = bisect_right(range(len(self.starts)), offset, key=self._new_start) - 1
        if at < 0:
            return offset
        within = offset - self._new_start(at)
        return self.starts[at] + within if within < self.lengths[at] else offset - self.shifts[at]

    def mend(self, repair: Repair, *, refused: bool = False) -> Mend:
        """Return a repair that was made, what was only pointed out, or either refused, with its place in both texts."""
        start, end = self.to_new(repair.start), self.to_new(repair.end)
        first = None if repair.first is None else self.to_new(repair.first)
        words = "" if repair.replacement is None or refused else self.old[repair.start : repair.end]
        return Mend(repair.kind, start, end, repair.start, repair.end, words, repair.detail, first, refused)

    def _new_start(self, at: int) -> int:
        return self.starts[at] + (self.shifts[at - 1] if at else 0)


def plan(text: str) -> RepairPlan:
    """Return what can be repaired in `text`, or should be looked at. Linear in its length; nothing is changed."""
    lines = Layout(text)
    breaks = Breaks(text, lines)
    return RepairPlan(
        joins=tuple(_taken_out("join", found) for found in breaks.joins),
        gaps=tuple(Repair("gap", found.start, found.end, detail=found.detail) for found in breaks.gaps),
        duplicates=tuple(Repair("duplicate", start, end, first=first) for first, start, end in repetitions(text)),
        strays=tuple(Repair("stray", start, end, detail=text[start:end]) for start, end in strays(text)),
        wraps=tuple(_taken_out("wrap", found) for found in breaks.wraps),
        spaces=tuple(Repair("space", start, end, "") for start, end in spaces(lines, breaks.headings)),
    )


def apply(text: str, repairs: Iterable[Repair]) -> Repaired:
    """Return `text` with `repairs` made, which must not overlap; those that only point something out change nothing."""
    chosen = sorted(
        (repair.start, repair.end, repair.replacement) for repair in repairs if repair.replacement is not None
    )
    pieces: list[str] = []
    at = 0
    for start, end, replacement in chosen:
        pieces += (text[at:start], replacement)
        at = end
    pieces.append(text[at:])
    lengths = [len(replacement) for _, _, replacement in chosen]
    shifts = accumulate(length - (end - start) for (start, end, _), length in zip(chosen, lengths, strict=True))
    return Repaired(
        text,
        "".join(pieces),
        tuple(start for start, _, _ in chosen),
        tuple(end for _, end, _ in chosen),
        tuple(lengths),
        tuple(shifts),
    )


def _taken_out(kind: Literal["join", "wrap"], found: Break) -> Repair:
    return Repair(kind, found.start, found.end, " " if found.is_spaced else "")
