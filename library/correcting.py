"""What a reader corrects in an outline, put together with what was found: headings, and how deep they stand."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Literal

from library.headings import Heading, HeadingCorrection, Missing, Outline, parents_of

Way = Literal["in", "out"]

_MARKS = "#*_ \t\u3000"


def put_right(
    found: Sequence[Heading], corrections: Iterable[HeadingCorrection], words: Callable[[int, int], str]
) -> list[Heading]:
    """Return the headings `found` with what corrections say of them, and those that these add, in order.

    `words` gives the text from one code point to another. Levels are those of the corrections.
    """
    said = {row.start: row for row in corrections}
    made: list[Heading] = []
    for heading in found:
        row = said.pop(heading.start, None)
        if row is None:
            made.append(heading)
        elif row.level and row.end == heading.end:
            made.append(replace(heading, level=row.level, title=row.words or heading.title))
        elif row.level:
            made.append(_added(row, words))
    made += [_added(row, words) for row in said.values() if row.level]
    return sorted(made, key=lambda heading: heading.start)


def as_corrected(found: Outline, corrections: Sequence[HeadingCorrection], words: Callable[[int, int], str]) -> Outline:
    """Return the outline that was `found` as its reader left it; `words` are as in `put_right`."""
    headings = put_right(found.headings, corrections, words)
    known = {heading.start for heading in headings}
    removed = [heading for heading in found.headings if heading.start not in known]
    ends, starts = {heading.end for heading in removed}, {heading.start for heading in removed}
    missing = [
        gap
        for gap in found.missing
        if gap.start not in ends and gap.end not in starts and not _is_filled(gap, headings)
    ]
    return Outline(headings, missing, sorted(starts), found.asides)


def moved(levels: Sequence[int], chosen: Iterable[int], way: Way) -> list[int]:
    """Return `levels` with those at the indexes `chosen`, which ascend, and all below them, moved out or in by one.

    What moves out stands beside what it stood below; what moves in, below its former neighbour. Where neither is
    there, it stays.
    """
    made = list(levels)
    done = 0
    for index in chosen:
        if index < done:  # it moved with the one it stands below
            continue
        done = next((at for at in range(index + 1, len(made)) if made[at] <= made[index]), len(made))
        by = _distance(made, index, way)
        made[index:done] = [level + by for level in made[index:done]]
    return made


def _distance(levels: Sequence[int], index: int, way: Way) -> int:
    parents = parents_of(levels[: index + 1])
    if way == "out":
        return levels[parents[index]] - levels[index] if parents[index] >= 0 else 0
    before = next((at for at in range(index - 1, parents[index], -1) if parents[at] == parents[index]), None)
    return levels[before] + 1 - levels[index] if before is not None else 0


def _added(row: HeadingCorrection, words: Callable[[int, int], str]) -> Heading:
    return Heading(row.level, row.words or own_words(row, words), row.start, row.end, "section")


def own_words(row: HeadingCorrection, words: Callable[[int, int], str]) -> str:
    """Return the title that a heading which a reader made has from the text; `words` as in `put_right`."""
    return " ".join(words(row.start, row.end).strip(_MARKS).rstrip("。").split())


def _is_filled(gap: Missing, headings: Iterable[Heading]) -> bool:
    return any(gap.start <= row.start < gap.end and row.title.startswith(gap.number) for row in headings)
