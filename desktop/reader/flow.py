"""Where everything stands: the text laid out around an anchor that holds while heights are still guesses."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize

from desktop.reader.column import column
from desktop.reader.document import ReaderDocument
from desktop.reader.heights import Heights
from desktop.reader.layout import BlockLayout, LayoutCache
from desktop.reader.roles import Role
from desktop.reader.style import ReaderStyle
from desktop.reader.typesetter import Typesetter

TOP_MARGIN = 40
BOTTOM_MARGIN = 48
_AFTER_END = 0.35  # of the window, left free below the end of a text that is longer than the window
_COMFORT = (0.08, 0.75)  # of the window: what stands there need not be scrolled to
_JUMP_TO = 1 / 3
_NEAR = 24


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a text stands in its window: which code point begins a block, and how far the window begins below it."""

    position: int
    above: int


class Flow:
    """The text in one style and one size of window. y is in pixels below the top of the viewport.

    The anchor is a block and how far its top lies above the top of the viewport. Everything visible is measured from
    it; the scroll bar is derived. So a corrected guess elsewhere never moves what is being read.
    """

    def __init__(self, document: ReaderDocument, style: ReaderStyle, size: QSize) -> None:
        self.document = document
        self._noted = self._spoken = False
        self._place: tuple[int, int] | None = None
        self._block, self._above = 0, -TOP_MARGIN
        self._build(style, size)

    # -- building --

    def relayout(
        self, style: ReaderStyle, size: QSize, *, noted: bool = False, spoken: bool = False, anew: bool = False
    ) -> bool:
        """Take another style or size, the first visible character staying; say if blocks have to be laid out anew.

        A `noted` text makes room for a lane of notes in a narrow window, too, and one that is `spoken` for who speaks.
        With `anew` all blocks are laid out anew.
        """
        asked = noted, spoken
        if style is self.style and size == self._size and asked == (self._noted, self._spoken) and not anew:
            return False
        place, y = self._first_visible()
        at_top = self._block == 0 and self._above <= -TOP_MARGIN
        wanted = column(size.width(), style, noted=noted, spoken=spoken)
        anew = anew or style is not self.style or wanted != self.column
        self._noted, self._spoken = asked
        if anew:
            self._build(style, size)
        self._size, self.height = size, max(size.height(), 1)
        y = min(y, max(self.height - self.style.pitch, 0))
        if at_top:
            self._block, self._above = 0, -TOP_MARGIN
        else:
            self._put(place, y)
        self._place = (place, y)
        return anew

    def _build(self, style: ReaderStyle, size: QSize) -> None:
        self.style = style
        self._size, self.height = size, max(size.height(), 1)
        self.column = column(size.width(), style, noted=self._noted, spoken=self._spoken)
        self.typesetter = Typesetter(self.document, style, self.column.width)
        self.cache = LayoutCache()
        starts, count = self.document.starts, self.document.block_count
        self.heights = Heights(starts, count, self.typesetter.estimate, self.typesetter.height_of_character)

    def layout(self, index: int) -> BlockLayout:
        """Return block `index` laid out."""
        found = self.cache.find(index)
        if found is None:
            found = self.typesetter.lay_out(index)
            self.heights.set(index, found.height)
            self.cache.add(found)
        return found

    # -- what is visible --

    def visible(self) -> list[tuple[BlockLayout, int]]:
        """Return the blocks in the window from the top, each with the y of its top."""
        index, y = self._block, -self._above
        found: list[tuple[BlockLayout, int]] = []
        while index < self.document.block_count and (y < self.height or not found):
            layout = self.layout(index)
            found.append((layout, y))
            y += layout.height
            index += 1
        return found

    def find_visible(self, position: int) -> tuple[BlockLayout, int] | None:
        """Return the block that holds `position` and the y of its top, or None when it is out of the window."""
        index = self.document.block_at(position)
        return next(((layout, y) for layout, y in self.visible() if layout.index == index), None)

    @property
    def place(self) -> int:
        """The first visible code point, which stays what it is until the text is scrolled."""
        return self._first_visible()[0]

    @property
    def furthest(self) -> int:
        """The code point after the last that is visible."""
        last = self.place
        for layout, y in self.visible():
            for line, top in enumerate(layout.line_tops):
                if y + top + layout.glyph_top + layout.glyph_height <= self.height:
                    last = max(last, layout.start + layout.line_range(line)[1])
        return last

    def _first_visible(self) -> tuple[int, int]:
        if self._place is None:
            self._place = self._search_first()
        return self._place

    def _search_first(self) -> tuple[int, int]:
        if self._block == 0 and self._above <= -TOP_MARGIN:
            return 0, TOP_MARGIN
        blocks = self.visible()
        for layout, y in blocks:
            for line, top in enumerate(layout.line_tops):
                if y + top + layout.glyph_top >= 0 and layout.role is not Role.BLANK:
                    return layout.start + layout.line_range(line)[0], y + top
        layout, y = blocks[0]
        return layout.start, y

    # -- scrolling --

    @property
    def value(self) -> int:
        """How far the top of the window lies below the top of the page."""
        return TOP_MARGIN + self.heights.top(self._block) + self._above

    @property
    def greatest(self) -> int:
        """The greatest value that scrolling reaches."""
        whole = TOP_MARGIN + self.heights.total
        if whole + BOTTOM_MARGIN <= self.height:
            return 0
        return max(round(whole + _AFTER_END * self.height) - self.height, 0)

    @property
    def page(self) -> int:
        """How far a page goes: a window less two lines, which stay in sight."""
        return max(self.height - 2 * self.style.pitch, self.style.pitch)

    def move(self, distance: int) -> int:
        """Scroll by `distance` pixels, down when positive, and return by how many it went."""
        if distance > 0:
            distance = min(distance, max(self._end(distance) - self._least_end(), 0))
        else:
            distance = max(distance, min(self._beginning(-distance), 0))
        if distance:
            self._above += distance
            self._normalise()
            self._place = None
        return distance

    def move_to(self, value: int) -> None:
        """Scroll so that the top of the window lies `value` pixels below the top of the page."""
        self._block, self._above = self.heights.at(max(value - TOP_MARGIN, 0))
        if value < TOP_MARGIN:
            self._above = value - TOP_MARGIN
        self._normalise()
        self._draw_back()
        self._place = None

    def show_first(self, position: int) -> None:
        """Put the line with `position` at the very top of the window, whatever stands below it."""
        position = min(max(position, 0), self.document.length)
        if position:
            self._put(position, 0)
        else:
            self._block, self._above = 0, -TOP_MARGIN
        self._place = (position, 0)

    def show(self, position: int) -> bool:
        """Bring `position` into the window, at a third of its height unless it stands well already; say if it moved."""
        found = self.find_visible(position)
        if found is not None:
            y = self._y(position, found[0])
            if _COMFORT[0] * self.height <= y <= _COMFORT[1] * self.height:
                return False
        before = self.value
        self._put(position, round(self.height * _JUMP_TO))
        self._draw_back()
        self._place = None
        return self.value != before

    def reveal(self, position: int) -> bool:
        """Scroll as little as shows the line of `position` and say if that moved the text."""
        index = self.document.block_at(position)
        if abs(index - self._block) > _NEAR and self.find_visible(position) is None:
            return self.show(position)
        layout = self.layout(index)
        y = self._y(position, layout)
        lowest = self.height - layout.pitch
        return not 0 <= y <= lowest and self.move(y if y < 0 else y - lowest) != 0

    def _put(self, position: int, y: int) -> None:
        index = self.document.block_at(position)
        layout = self.layout(index)
        line = layout.line_of(min(position - layout.start, layout.length))
        self._block, self._above = index, layout.line_tops[line] - y
        self._normalise()
        if self.greatest == 0:
            self._block, self._above = 0, -TOP_MARGIN

    def _y(self, position: int, layout: BlockLayout) -> int:
        """Return the y of the line of `position`, which stands in `layout`, not far from the window."""
        line = layout.line_of(min(position - layout.start, layout.length))
        return self.top_of(layout.index) + layout.line_tops[line]

    def top_of(self, block: int) -> int:
        """Return the y of the top of `block`, which stands not far from the window."""
        between = range(min(self._block, block), max(self._block, block))
        distance = sum(self.layout(index).height for index in between)
        return (distance if block > self._block else -distance) - self._above

    def _normalise(self) -> None:
        """Let the anchor be the block at the top of the window."""
        while self._above < 0 and self._block > 0:
            self._block -= 1
            self._above += self.layout(self._block).height
        if self._block == 0:
            self._above = max(self._above, -TOP_MARGIN)
        while self._block < self.document.block_count - 1 and self._above >= self.layout(self._block).height:
            self._above -= self.layout(self._block).height
            self._block += 1

    def _beginning(self, beyond: int) -> int:
        """Return the y of the top of the page, or one further above the window than `beyond`."""
        index, y = self._block, -self._above
        while index > 0 and y >= -beyond:
            index -= 1
            y -= self.layout(index).height
        return y - TOP_MARGIN if index == 0 else y

    def _end(self, beyond: int) -> int:
        """Return the y of the end of the text, or one further below the window than `beyond`."""
        index, y = self._block, -self._above
        while index < self.document.block_count and y <= self.height + beyond:
            y += self.layout(index).height
            index += 1
        return y

    def _least_end(self) -> int:
        """Return the highest y that scrolling brings the end of the text to."""
        if self.greatest == 0:
            return self.height
        return round(self.height * (1 - _AFTER_END))

    def _draw_back(self) -> None:
        short = self._least_end() - self._end(0)
        if short > 0:
            self._above -= short
            self._normalise()

    @property
    def anchor(self) -> Anchor:
        """Where the text stands."""
        return Anchor(self.document.start(self._block), self._above)

    def return_to(self, anchor: Anchor) -> bool:
        """Stand where `anchor` was taken, as near as another size or style allows; say if that moved the text."""
        before = self.anchor
        self._block, self._above = self.document.block_at(anchor.position), anchor.above
        self._normalise()
        self._place = None
        return self.anchor != before

    # -- places in the window --

    def rects(self, start: int, end: int) -> list[QRectF]:
        """Return the boxes in the window of the glyphs from `start` to `end`."""
        found: list[QRectF] = []
        for layout, y in self.visible():
            first, last = max(start, layout.start), min(end, layout.end)
            if first < last:
                boxes = layout.rects(first - layout.start, last - layout.start)
                found.extend(box.translated(self.column.left, y) for box in boxes)
        return found

    def rows(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the y of top and bottom of what is painted in the window from `start` to `end`, or None."""
        top = bottom = None
        for layout, y in self.visible():
            first, last = max(start, layout.start), min(end, layout.end)
            if first > last:
                continue
            upper, lower = layout.line_of(first - layout.start), layout.line_of(last - layout.start)
            # a wrap belongs to both lines: what ends there is painted on the upper one
            upper = upper - 1 if upper and layout.line_range(upper)[0] == first - layout.start else upper
            # where lines are close, boxes of glyphs reach over them
            top = y + layout.line_tops[upper] + min(layout.glyph_top, 0) if top is None else top
            bottom = y + layout.line_tops[lower] + max(layout.pitch, layout.glyph_top + layout.glyph_height)
        return (top, bottom) if top is not None and bottom is not None else None

    def caret_rect(self, position: int) -> QRectF | None:
        """Return the box of the caret before `position`, or None when it is out of the window."""
        found = self.find_visible(position)
        if found is None:
            return None
        layout, y = found
        return layout.caret_rect(min(position - layout.start, layout.length)).translated(self.column.left, y)

    def end_rect(self, position: int) -> QRectF | None:
        """Return the box of the caret behind the character that ends at `position`, or None when it is out of sight."""
        found = self.find_visible(max(position - 1, 0))
        if found is None:
            return None
        layout, y = found
        line = layout.line_of(min(max(position - 1 - layout.start, 0), layout.length))
        return layout.caret_rect(min(position - layout.start, layout.length), line).translated(self.column.left, y)

    def position_at(self, point: QPoint, *, character: bool = False) -> int:
        """Return the position nearest to `point`, between graphemes; with `character` the one that covers it."""
        layout, y = self._block_at(point.y())
        line = layout.line_at(point.y() - y)
        x = point.x() - self.column.left
        inside = layout.character_at(x, line) if character else layout.position_at(x, line)
        return layout.start + inside

    def _block_at(self, y: int) -> tuple[BlockLayout, int]:
        blocks = self.visible()
        return next((found for found in blocks if y < found[1] + found[0].height), blocks[-1])
