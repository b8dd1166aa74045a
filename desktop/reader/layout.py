"""Blocks laid out: the lines of each, held together with the QTextLayout they belong to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextLayout, QTextLine

from desktop.reader.hittest import extents, goes_both_ways, nearest, x_of
from desktop.reader.offsets import Offsets
from desktop.reader.roles import Role
from desktop.reader.setting import BLANK_HEIGHT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPixmap

    from desktop.reader.ruby import Ruby
    from desktop.reader.setting import Setting
    from desktop.reader.tints import Tints

_TINT_PADDING = 0.22  # em above and below the em box
_LAYOUT_COST = 64  # characters that a short block counts for at least
_CACHED_CHARACTERS = 48_000


class BlockLayout:
    """One block laid out. Heights and x are pixels within the block, positions code points within the block.

    A QTextLine that outlives its QTextLayout crashes the process: both live here and go together.
    """

    __slots__ = (
        "_both_ways", "em", "em_top", "gaps", "glyph_height", "glyph_top", "height", "hidden", "index", "length",
        "line_starts", "line_tops", "lines", "number", "offsets", "painted", "pitch", "qt", "role", "ruby",
        "start", "tiles", "tints", "width",
    )  # fmt: skip

    def __init__(
        self, index: int, start: int, painted: str, role: Role, setting: Setting, width: int,
        hidden: Sequence[tuple[int, int]] = (),
    ) -> None:  # fmt: skip
        """Take the text as it is painted, one character for one, the width that boxes keep to, and what is hidden."""
        self.index = index
        self.start = start
        self.length = len(painted)
        self.painted = painted
        self.gaps: Mapping[int, float] = {}
        """The thin spaces behind single characters, in pixels."""
        self.width = width
        self.hidden = _joined(hidden)
        self._both_ways: bool | None = None
        self.role = role
        self.pitch = setting.pitch if role is not Role.BLANK else BLANK_HEIGHT
        self.offsets = Offsets(painted)
        self.qt = QTextLayout(painted, setting.font)
        self.lines: list[QTextLine] = []
        self.line_starts: list[int] = []
        self.line_tops: list[int] = []
        self.em, self.em_top = setting.size, setting.em_top
        below = round(setting.size * _TINT_PADDING)
        above = max(below, setting.crown)
        self.glyph_top = round(setting.em_top) - above if role is not Role.BLANK else 0
        self.glyph_height = setting.size + above + below if role is not Role.BLANK else BLANK_HEIGHT
        self.height = 0
        self.number = 0
        self.tints: Tints | None = None
        self.ruby: Ruby | None = None
        self.tiles: dict[int, QPixmap] = {}

    @property
    def end(self) -> int:
        """The code point of the text after the last of this block."""
        return self.start + self.length

    @property
    def both_ways(self) -> bool:
        """Whether there is writing from right to left."""
        if self._both_ways is None:
            self._both_ways = goes_both_ways(self.painted)
        return self._both_ways

    def line_of(self, position: int) -> int:
        """Return the line that holds `position`; where one line ends and the next begins, the next."""
        return max(bisect_right(self.line_starts, self.offsets.to_utf16(position)) - 1, 0)

    def line_at(self, y: float) -> int:
        """Return the line at height `y`, the nearest where there is none."""
        return min(max(bisect_right(self.line_tops, y) - 1, 0), len(self.lines) - 1)

    def line_range(self, line: int) -> tuple[int, int]:
        """Return the positions at which `line` starts and ends."""
        qt_line = self.lines[line]
        start_utf16 = qt_line.textStart()
        return self.offsets.from_utf16(start_utf16), self.offsets.from_utf16(start_utf16 + qt_line.textLength())

    def x_of(self, position: int, line: int) -> float:
        """Return where on `line` the caret stands before the character at `position`."""
        return x_of(self.lines[line], self.offsets.to_utf16(position))

    def position_at(self, x: float, line: int) -> int:
        """Return the position on `line` nearest to `x`, never inside a grapheme."""
        qt_line = self.lines[line]
        unit_utf16 = nearest(self.qt, qt_line, x, both_ways=self.both_ways)
        found = self.offsets.from_utf16(unit_utf16)
        if self.hidden:
            # hidden marks have no width: what is pointed at is the character on this side of them or on the other
            found = self.past_hidden(found, forward=x >= x_of(qt_line, unit_utf16))
        return found

    def character_at(self, x: float, line: int) -> int:
        """Return the position of the character on `line` that covers `x`."""
        unit_utf16 = self.lines[line].xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        if not self.qt.isValidCursorPosition(unit_utf16):
            unit_utf16 = self.qt.previousCursorPosition(unit_utf16)
        return self.offsets.from_utf16(unit_utf16)

    def past_hidden(self, position: int, *, forward: bool) -> int:
        """Return the end of the hidden marks that touch `position`, or their start; itself where there are none."""
        place = bisect_left(self.hidden, position, key=lambda part: part[1])
        if place == len(self.hidden) or self.hidden[place][0] > position:
            return position
        return self.hidden[place][forward]

    def rects(self, start: int, end: int, *, tight: bool = False) -> list[QRectF]:
        """Return the boxes of the glyphs from `start` to `end`, one a line, or several where writing turns.

        They end with the glyph, or `tight` before the thin space that keeps it apart from another script. What hangs
        over the edges of the column is blank and is left out.
        """
        behind = self.gaps.get(end - 1, 0) if tight and not self.both_ways else 0
        first_utf16, last_utf16 = self.offsets.to_utf16(start), self.offsets.to_utf16(end)
        found: list[QRectF] = []
        for line in range(self.line_of(start), len(self.lines)):
            if self.line_starts[line] >= last_utf16 and found:
                break
            qt_line = self.lines[line]
            from_utf16 = max(first_utf16, self.line_starts[line])
            to_utf16 = min(last_utf16, self.line_starts[line] + qt_line.textLength())
            top = self.line_tops[line] + self.glyph_top
            for one, other in extents(self.qt, qt_line, from_utf16, to_utf16, both_ways=self.both_ways):
                if to_utf16 == last_utf16:
                    other -= behind
                left, right = min(max(one, 0), self.width), min(max(other, 0), self.width)
                found.append(QRectF(min(left, right), top, abs(right - left), self.glyph_height))
        return found

    def caret_rect(self, position: int, line: int | None = None) -> QRectF:
        """Return the box of the caret at `position`, without width."""
        line = self.line_of(position) if line is None else line
        return QRectF(self.x_of(position, line), self.line_tops[line] + self.glyph_top, 0, self.glyph_height)


class LayoutCache:
    """The blocks laid out last, as many as hold a certain number of characters."""

    def __init__(self, capacity: int = _CACHED_CHARACTERS) -> None:
        self._capacity = capacity
        self._held: OrderedDict[int, BlockLayout] = OrderedDict()
        self._cost = 0

    def find(self, index: int) -> BlockLayout | None:
        """Return block `index` if it is held, and count it as just used."""
        found = self._held.get(index)
        if found is not None:
            self._held.move_to_end(index)
        return found

    def add(self, layout: BlockLayout) -> None:
        """Hold `layout` and let the least used go."""
        self._held[layout.index] = layout
        self._cost += layout.length + _LAYOUT_COST
        while self._cost > self._capacity and len(self._held) > 1:
            _, gone = self._held.popitem(last=False)
            self._cost -= gone.length + _LAYOUT_COST

    def clear(self) -> None:
        """Let everything go."""
        self._held.clear()
        self._cost = 0

    def __contains__(self, index: int) -> bool:
        return index in self._held

    def __len__(self) -> int:
        return len(self._held)

    def forget_marks(self, start: int, end: int) -> None:
        """Forget what was painted of marks on the held blocks that code points `start` to `end` touch."""
        for layout in self._held.values():
            if layout.start < end and layout.end > start:
                layout.tints = None
                layout.tiles.clear()


def _joined(parts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return `parts`, which are in order, those that touch one another made one."""
    made: list[tuple[int, int]] = []
    for start, end in parts:
        if made and made[-1][1] == start:
            made[-1] = (made[-1][0], end)
        else:
            made.append((start, end))
    return made
