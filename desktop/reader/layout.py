"""Blocks laid out: the lines of each, held together with the QTextLayout they belong to."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from desktop.reader.document import ReaderDocument, Role
from desktop.reader.offsets import Offsets
from desktop.reader.typesetting import direction_signs, shown

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPixmap

    from desktop.reader.style import ReaderStyle
    from desktop.reader.tints import Tints

PARAGRAPH_GAP = 3
BLANK_HEIGHT = 6
_EM_ASCENT = 0.88  # of the em box of a Han character, above the baseline
_TINT_PADDING = 0.22  # em above and below the em box
_FURTHEST_HANGING = 40  # how far the marks of a heading reach into the margin, in pixels
_LAYOUT_COST = 64  # characters that a short block counts for at least
_CACHED_CHARACTERS = 48_000


@dataclass(frozen=True, slots=True)
class Setting:
    """How one role is set: face, line pitch, and the space above and below, in pixels."""

    font: QFont
    pitch: int
    above: int
    below: int
    option: QTextOption

    @property
    def size(self) -> int:
        """The em in pixels."""
        return self.font.pixelSize()

    @property
    def baseline(self) -> float:
        """Where the baseline lies below the top of a line: the em box stands in the middle of the pitch."""
        return self.pitch / 2 + self.size * (_EM_ASCENT - 0.5)


class BlockLayout:
    """One block laid out. Heights and x are pixels within the block, positions code points within the block.

    A QTextLine that outlives its QTextLayout crashes the process: both live here and go together.
    """

    __slots__ = (
        "glyph_height", "glyph_top", "height", "index", "length", "line_starts", "line_tops", "lines", "number",
        "offsets", "pitch", "qt", "role", "start", "tiles", "tints",
    )  # fmt: skip

    def __init__(self, index: int, start: int, text: str, role: Role, setting: Setting) -> None:
        self.index = index
        self.start = start
        self.length = len(text)
        self.role = role
        self.pitch = setting.pitch if role is not Role.BLANK else BLANK_HEIGHT
        self.offsets = Offsets(text)
        self.qt = QTextLayout(shown(text), setting.font)
        self.lines: list[QTextLine] = []
        self.line_starts: list[int] = []
        self.line_tops: list[int] = []
        padding = round(setting.size * _TINT_PADDING)
        self.glyph_top = round((self.pitch - setting.size) / 2) - padding if role is not Role.BLANK else 0
        self.glyph_height = setting.size + 2 * padding if role is not Role.BLANK else BLANK_HEIGHT
        self.height = 0
        self.number = 0
        self.tints: Tints | None = None
        self.tiles: dict[int, QPixmap] = {}

    @property
    def end(self) -> int:
        """The code point of the text after the last of this block."""
        return self.start + self.length

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
        return _x(self.lines[line], self.offsets.to_utf16(position))

    def position_at(self, x: float, line: int) -> int:
        """Return the position on `line` nearest to `x`, never inside a grapheme."""
        qt_line = self.lines[line]
        unit_utf16 = qt_line.xToCursor(x, QTextLine.CursorPosition.CursorBetweenCharacters)
        if not self.qt.isValidCursorPosition(unit_utf16):
            # Qt stops between the parts of a joined emoji
            around = (self.qt.previousCursorPosition(unit_utf16), self.qt.nextCursorPosition(unit_utf16))
            unit_utf16 = min(around, key=lambda unit: abs(_x(qt_line, unit) - x))
        return self.offsets.from_utf16(unit_utf16)

    def character_at(self, x: float, line: int) -> int:
        """Return the position of the character on `line` that covers `x`."""
        unit_utf16 = self.lines[line].xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        if not self.qt.isValidCursorPosition(unit_utf16):
            unit_utf16 = self.qt.previousCursorPosition(unit_utf16)
        return self.offsets.from_utf16(unit_utf16)

    def rects(self, start: int, end: int) -> list[QRectF]:
        """Return the boxes of the glyphs from `start` to `end`, one a line; they end with the glyph."""
        first_utf16, last_utf16 = self.offsets.to_utf16(start), self.offsets.to_utf16(end)
        found: list[QRectF] = []
        for line in range(self.line_of(start), len(self.lines)):
            if self.line_starts[line] >= last_utf16 and found:
                break
            qt_line = self.lines[line]
            line_end_utf16 = self.line_starts[line] + qt_line.textLength()
            left = _x(qt_line, max(first_utf16, self.line_starts[line]))
            right = _x(qt_line, min(last_utf16, line_end_utf16))
            box = QRectF(min(left, right), self.line_tops[line] + self.glyph_top, abs(right - left), self.glyph_height)
            found.append(box)
        return found

    def caret_rect(self, position: int, line: int | None = None) -> QRectF:
        """Return the box of the caret at `position`, without width."""
        line = self.line_of(position) if line is None else line
        return QRectF(self.x_of(position, line), self.line_tops[line] + self.glyph_top, 0, self.glyph_height)


class Typesetter:
    """Lays blocks out in one style to one width. `width` is a number of pixels, at best of whole em."""

    def __init__(self, document: ReaderDocument, style: ReaderStyle, width: int) -> None:
        self.document = document
        self.style = style
        self.width = width
        self._settings = _settings(style)
        self._indent = round(style.indent * style.size)
        self._soft = _colored(style.soft)
        self._accent = _colored(style.accent)
        self._advance = _mean_advance(document) * style.size

    def lay_out(self, index: int) -> BlockLayout:
        """Return block `index` laid out."""
        text = self.document.block(index)
        role = self.document.role(index, text)
        setting = self._settings[role]
        made = BlockLayout(index, self.document.start(index), text, role, setting)
        markup = self.document.markup(text) if role in (Role.TITLE, Role.HEADING) else 0
        made.qt.setTextOption(setting.option)
        made.qt.setCacheEnabled(True)
        made.qt.setFormats(self._formats(text, markup, made.offsets))
        first = self.document.begins_paragraph(index)
        if first and role is Role.BODY:
            made.number = self.document.number(index)
        bottom = self._break_lines(made, setting, self._first_x(text, markup, role, setting) if first else 0)
        last = self.document.begins_paragraph(index + 1)
        made.height = bottom + (setting.below if last else 0)
        return made

    def estimate(self, length: int) -> int:
        """Return about how high a block of `length` code points stands."""
        if length <= 0:
            return BLANK_HEIGHT
        lines = ceil((length * self._advance + self._indent) / self.width)
        return max(lines, 1) * self.style.pitch + PARAGRAPH_GAP

    @property
    def height_of_character(self) -> float:
        """About how much one code point of running text adds to the height."""
        return self._advance / self.width * self.style.pitch

    def _break_lines(self, made: BlockLayout, setting: Setting, first_x: float) -> int:
        y = setting.above if made.index else 0
        x = first_x
        made.qt.beginLayout()
        while (line := made.qt.createLine()).isValid():
            line.setLineWidth(self.width if made.role is Role.TITLE else self.width - x)
            # the fixed pitch counts from the baseline: fallback faces would change the ascent from line to line
            line.setPosition(QPointF(x, y + setting.baseline - line.ascent()))
            made.lines.append(line)
            made.line_starts.append(line.textStart())
            made.line_tops.append(y)
            x = 0
            y += made.pitch
        made.qt.endLayout()
        return y

    def _first_x(self, text: str, markup: int, role: Role, setting: Setting) -> float:
        if role is Role.BLANK or (role is Role.BODY and text[0].isspace()):
            return 0
        hanging = QFontMetricsF(setting.font).horizontalAdvance(text[:markup]) if markup else 0
        if role is Role.TITLE:
            return -hanging / 2
        return max(self._indent - hanging, -_FURTHEST_HANGING)

    def _formats(self, text: str, markup: int, offsets: Offsets) -> list[QTextLayout.FormatRange]:
        ranges = [_range(offsets, at, at + 1, self._accent) for at in direction_signs(text)]
        return [_range(offsets, 0, markup, self._soft), *ranges] if markup else ranges


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


def _x(line: QTextLine, unit_utf16: int) -> float:
    answer = line.cursorToX(unit_utf16)
    return answer[0] if isinstance(answer, tuple) else answer


def _settings(style: ReaderStyle) -> dict[Role, Setting]:
    justified = _option(Qt.AlignmentFlag.AlignJustify)
    left = _option(Qt.AlignmentFlag.AlignLeft)
    centred = _option(Qt.AlignmentFlag.AlignHCenter)
    title, heading = style.title.pixelSize(), style.heading.pixelSize()
    body = Setting(style.reading, style.pitch, 0, PARAGRAPH_GAP, justified)
    return {
        Role.BODY: body,
        Role.BLANK: Setting(style.reading, BLANK_HEIGHT, 0, 0, left),
        Role.TITLE: Setting(style.title, round(title * 1.5), 0, round(title * 1.05), centred),
        Role.HEADING: Setting(style.heading, round(heading * 1.6), round(heading * 1.1), round(heading * 0.3), left),
    }


def _option(alignment: Qt.AlignmentFlag) -> QTextOption:
    option = QTextOption(alignment)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _colored(color: object) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(color)
    return made


def _range(offsets: Offsets, start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = offsets.to_utf16(start)
    made.length = offsets.to_utf16(end) - made.start
    made.format = form
    return made


def _mean_advance(document: ReaderDocument) -> float:
    """Return the mean advance of a character in em, from four samples: wide ones take one, others half."""
    length = document.length
    samples = "".join(document.text.slice(at, at + 200) for at in {length * part // 4 for part in range(4)})
    wide = sum(character > "\u2e80" for character in samples)
    return (wide + len(samples)) / (2 * len(samples)) if samples else 1.0
