"""The lines of a page, put together from runs, in the order in which they are read: columns, tables, turned text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice, pairwise
from statistics import median

from library.chinese.han import HAN
from library.importers.flow import CELL
from library.importers.pdfruns import SMALLER, Run, main_quarter

_WIDE = re.compile(f"[{HAN}\u2e80-\u303f\u3040-\u312f\uff00-\uffef]")
_AUTOMATIC = 0.4
"""Ems of the space that typesetting puts between Chinese and Latin, and which is not written."""

_APART = 0.45
"""Ems from which a space between Han characters means something."""

_REGIONS = 32
"""The number of regions from which none is parted further: a region is twice the number of the one it is a part of."""

_ALIKE = 0.3
"""How wide a column is at least beside those to the other side of its gutter, which may be two."""

_ROWS = 3
"""Rows that two columns have at least."""

_TRIED = 100
"""Places that are tried for a gutter on a page: it is among those with the most gaps above one another."""

_FULL = 0.85
"""How much of a column a line fills that goes on in the next one, ragged or not."""

_LINES = 0.4
"""The share of such lines in a column of text; of the cells of a table few are as wide as the widest."""


@dataclass(slots=True)
class Line:
    """A line of text, and where it stands, in points of its page turned so that it runs from left to right and down.

    `cut` says that a hyphen at its end, which is not in its text, cuts a word; `raised` where in the text numbers stand
    that are set small. Lines that follow one another down one column have the same `column`; those of one `region` have
    the same edges, which are known once `measure` was called.
    """

    runs: list[Run]
    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool
    cut: bool
    is_row: bool
    column: int
    region: int
    left_edge: float = 0.0
    right_edge: float = 0.0
    leading: float = 0.0
    raised: tuple[tuple[int, int], ...] = ()

    def starts_in(self) -> bool:
        """Say whether the line begins further in than its column does."""
        return self.left - self.left_edge > 0.8 * self.size


@dataclass(slots=True)
class _Piece:
    """Runs that follow one another closely on one line."""

    runs: list[Run]
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def lines_of(runs: Sequence[Run]) -> list[Line]:
    """Return the lines of a page in reading order; what is turned otherwise than most of the page comes last."""
    found: list[Line] = []
    main = main_quarter(runs)
    for quarter in sorted({run.quarter for run in runs}, key=lambda each: (each != main, each)):
        pieces = _pieces([run for run in runs if run.quarter == quarter and run.text])
        for number, (block, region) in enumerate(_blocks(pieces, 1)):
            found += _in_block(block, 1000 * quarter + number, 1000 * quarter + region)
    return found


def measure(lines: Sequence[Line]) -> None:
    """Tell the lines of a page, without its margins, the edges of their columns and how far apart lines stand."""
    steps = [two.top - one.top for one, two in pairwise(lines) if one.column == two.column and two.top > one.top]
    for region in {line.region for line in lines}:
        own = [line for line in lines if line.region == region]
        left = _edge(sorted(line.left for line in own), own[0].size)
        right = -_edge(sorted(-line.right for line in own), own[0].size)
        for line in own:
            line.left_edge, line.right_edge = left, right
            line.leading = min(median(steps) if steps else 1.5 * line.size, 2.5 * line.size)


def _edge(places: Sequence[float], size: float) -> float:
    """Return the first place, or where it is alone and there are others, the second."""
    return places[1] if len(places) > _ROWS and places[1] - places[0] > size else places[0]


def _pieces(runs: Sequence[Run]) -> list[_Piece]:
    found: list[_Piece] = []
    for run in runs:
        last = found[-1] if found else None
        if last is not None and _continues(last, run):
            last.runs.append(run)
            last.left, last.top = min(last.left, run.left), min(last.top, run.top)
            last.right, last.bottom = max(last.right, run.right), max(last.bottom, run.bottom)
        else:
            found.append(_Piece([run], run.left, run.top, run.right, run.bottom))
    return found


def _continues(piece: _Piece, run: Run) -> bool:
    before = piece.runs[-1]
    level = min(before.bottom, run.bottom) - max(before.top, run.top)
    low, high = sorted((before.bottom - before.top, run.bottom - run.top))
    return not before.cut and level > 0.5 * low and -0.5 * high < run.left - before.right < 1.1 * high


def _blocks(pieces: list[_Piece], region: int) -> Iterator[tuple[list[_Piece], int]]:
    """Yield the pieces column by column, with a number of their region; what crosses columns parts them."""
    gutter = _gutter(pieces) if region < _REGIONS else None
    if gutter is None:
        if pieces:
            yield pieces, region
        return
    ordered = sorted(pieces, key=lambda piece: (piece.middle, piece.left))
    for crosses, group in groupby(ordered, key=lambda piece: piece.left < gutter < piece.right):
        stretch = list(group)
        if crosses:
            yield stretch, region
            continue
        yield from _blocks([piece for piece in stretch if piece.right <= gutter], 2 * region)
        yield from _blocks([piece for piece in stretch if piece.right > gutter], 2 * region + 1)


def _gutter(pieces: Sequence[_Piece]) -> float | None:
    """Return where a gutter parts most rows of text, or None where there are no columns."""
    return next((at for at in islice(_supported(pieces), _TRIED) if _are_columns(pieces, at)), None)


def _supported(pieces: Sequence[_Piece]) -> list[float]:
    """Return the middles of gaps that lie in several, those first that lie in most more than pieces cross them.

    A gutter goes through a whole page, where the gaps of a table in one of its columns are crossed by the lines of it.
    """
    gaps = _gaps(pieces)
    begins, ends = sorted(left for left, _ in gaps), sorted(right for _, right in gaps)
    lefts, rights = sorted(piece.left for piece in pieces), sorted(piece.right for piece in pieces)
    found: list[tuple[int, float]] = []
    for at in {round((left + right) / 2, 1) for left, right in gaps}:
        support = bisect_right(begins, at) - bisect_left(ends, at)
        if support >= _ROWS:
            found.append((bisect_left(lefts, at) - bisect_right(rights, at) - support, at))
    return [at for _, at in sorted(found)]


def _gaps(pieces: Sequence[_Piece]) -> list[tuple[float, float]]:
    """Return the gaps between pieces that stand beside one another, nothing in between."""
    found: dict[int, tuple[float, float]] = {}
    ordered = sorted(pieces, key=lambda piece: piece.top)
    for index, one in enumerate(ordered):
        for two in ordered[index + 1 :]:
            if two.top >= one.bottom:
                break
            before, after = (one, two) if one.left <= two.left else (two, one)
            if min(one.bottom, two.bottom) - two.top > 0.3 * min(one.height, two.height) and before.right < after.left:
                nearest = found.get(id(before), (0.0, after.left))[1]
                found[id(before)] = before.right, min(after.left, nearest)
    return list(found.values())


def _are_columns(pieces: Sequence[_Piece], at: float) -> bool:
    """Say whether the lines on both sides of a gutter fill their columns, as text does and tables do not."""
    widths: list[float] = []
    for side in ([piece for piece in pieces if piece.right <= at], [piece for piece in pieces if piece.left >= at]):
        if len(side) < _ROWS:
            return False
        width = max(piece.right for piece in side) - min(piece.left for piece in side)
        rows = _rows(side)
        filled = [max(piece.right for piece in row) - min(piece.left for piece in row) for row in rows]
        typical = median(piece.height for piece in side)
        if (
            len(rows) < _ROWS
            or sum(each >= _FULL * width for each in filled) < _LINES * len(rows)
            or width < 6 * typical
        ):
            return False
        widths.append(width)
    return min(widths) > _ALIKE * max(widths)


def _rows(pieces: Sequence[_Piece]) -> list[list[_Piece]]:
    """Return pieces row by row, each from left to right."""
    rows: list[list[_Piece]] = []
    top, bottom = 0.0, 0.0
    for piece in sorted(pieces, key=lambda each: each.middle):
        if rows and min(bottom, piece.bottom) - max(top, piece.top) > 0.5 * min(piece.height, bottom - top):
            rows[-1].append(piece)
        else:
            rows.append([piece])
            top, bottom = piece.top, piece.bottom
    for row in rows:
        row.sort(key=lambda each: each.left)
    return rows


def _in_block(pieces: Sequence[_Piece], column: int, region: int) -> Iterator[Line]:
    rows = _rows(pieces)
    for row, is_row in zip(rows, _tabular(rows), strict=True):
        runs = [run for piece in row for run in piece.runs]
        heads = {piece.runs[0].first for piece in row[1:]} if is_row else set[int]()
        longest = max(runs, key=_length) if len(runs) > 1 else runs[0]
        size = longest.bottom - longest.top
        text, raised = _text(runs, size, heads)
        yield Line(
            runs,
            text,
            min(piece.left for piece in row),
            min(piece.top for piece in row),
            max(piece.right for piece in row),
            max(piece.bottom for piece in row),
            size,
            all(run.bold for run in runs),
            runs[-1].cut,
            is_row,
            column,
            region,
            raised=raised,
        )


def _length(run: Run) -> int:
    return len(run.text)


def _tabular(rows: Sequence[Sequence[_Piece]]) -> list[bool]:
    """Say of each row whether it is one of a table: it has several cells, of which one begins as in the row beside."""
    found = [False] * len(rows)
    for index, (one, two) in enumerate(pairwise(rows)):
        ones, twos = [piece.left for piece in one[1:]], [piece.left for piece in two[1:]]
        if any(abs(a - b) < one[0].height for a in ones for b in twos):
            found[index] = found[index + 1] = True
    return found


def _text(runs: Sequence[Run], size: float, heads: set[int]) -> tuple[str, tuple[tuple[int, int], ...]]:
    written = runs[0].text
    spread = _is_spread(runs)
    raised: list[tuple[int, int]] = []
    for before, run in pairwise(runs):
        if run.first in heads:
            written += CELL
        elif run.raised or (run.text.isdecimal() and run.bottom - run.top < SMALLER * size):
            raised.append((len(written), len(written) + len(run.text)))
        elif not spread and _is_spaced(before, run, size):
            written += " "
        written += run.text
    return written, tuple(raised)


def _is_spread(runs: Sequence[Run]) -> bool:
    """Say whether a line is spaced out letter by letter, as Chinese titles are."""
    if len(runs) <= 2 or any(len(run.text) > 1 or not _WIDE.match(run.text) for run in runs):
        return False
    gaps = [two.left - one.right for one, two in pairwise(runs)]
    return max(gaps) - min(gaps) < 0.3 * (runs[0].bottom - runs[0].top)


def _is_spaced(before: Run, run: Run, size: float) -> bool:
    gap = run.left - before.right
    if not run.spaced and gap < _AUTOMATIC * size:
        return False
    wide = bool(_WIDE.match(before.text[-1])), bool(_WIDE.match(run.text[0]))
    if all(wide):
        return gap >= _APART * size
    return not any(wide) or gap >= _AUTOMATIC * size
