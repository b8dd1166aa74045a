"""Breaking a block into lines: opening marks hang at the left, a closing mark may reach half over the right edge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextOption

from desktop.reader.punctuation import CLOSING, NO_MARKS, OPENING
from library.chinese.han import is_han

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QTextLine

    from desktop.reader.layout import BlockLayout
    from desktop.reader.setting import Setting

_LOOKED_AHEAD = 4  # characters beyond the end of a line, among which a better end is looked for
_WIDEST_SPACE = 0.4  # em that a space between Latin words in a Chinese line may be stretched by
_AMBIGUOUS = frozenset("“”‘’")
_NONE: frozenset[str] = frozenset()


@dataclass(slots=True)
class Lines:
    """How the lines of one block are set. Lengths are pixels; `spaces` is what is added behind single characters."""

    setting: Setting
    spaces: Mapping[int, float]
    width: float
    first_x: float
    top: int
    centred: bool = False
    inset: float = 0

    def set(self, made: BlockLayout) -> int:
        """Lay the lines of `made` one below the other and return how far down they reach."""
        y = self.top
        x = self.first_x
        made.lines.clear()
        made.line_starts.clear()
        made.line_tops.clear()
        painted, end = made.painted, 0
        setting, spaces = self.setting, {} if self.centred else self.spaces
        marks = NO_MARKS if self.centred else setting.marks
        opening, closing, baseline = marks.opening, marks.closing, setting.baseline
        quotes = _AMBIGUOUS if marks.closing else _NONE
        spaced_out = bool(marks.closing) and setting.option.alignment() == Qt.AlignmentFlag.AlignJustify
        made.qt.beginLayout()
        while (line := made.qt.createLine()).isValid():
            start_utf16 = line.textStart()
            made.line_starts.append(start_utf16)
            made.line_tops.append(y)
            made.lines.append(line)
            start = end
            head = made.past_hidden(end, forward=True) if made.hidden else end
            if painted[head : head + 1] in opening:
                x -= setting.size / 2
            line.setLineWidth(self.width if self.centred else self.width - x)
            end = made.offsets.from_utf16(start_utf16 + line.textLength())
            ahead = painted[end : end + _LOOKED_AHEAD]
            if ahead[1:2] in closing or not quotes.isdisjoint(ahead) or end in spaces or end - 1 in spaces:
                end = self._refill(made, line, self.width - x, end)
            if spaced_out and " " in painted[start:end] and end < made.length:
                self._hold_in(line, painted[start:end].count(" "))
            # the fixed pitch counts from the baseline: fallback faces would change the ascent from line to line
            line.setPosition(QPointF(self.inset + x, y + baseline - line.ascent()))
            x = setting.left
            y += made.pitch
        made.qt.endLayout()
        return y

    def _refill(self, made: BlockLayout, line: QTextLine, width: float, end: int) -> int:
        """Put more into `line`, which Qt ended at `end`, where good setting allows it, and return the new end."""
        closing = self.setting.marks.closing
        if made.painted[end + 1 : end + 2] in closing:
            # kinsoku takes the character before the mark down as well; but the blank half of the mark may hang
            line.setLineWidth(width + self.setting.size / 2)
            reached = _end(made, line)
            if reached > end and made.painted[reached - 1] in closing:
                return reached
            line.setLineWidth(width)
        reached = self._break_at_mark(made, line, width, end)
        if reached > end:
            return reached
        for reached in (end + 1, end):
            space = self.spaces.get(reached - 1, 0)
            if space and reached < made.length:
                # the space behind the last glyph lies over the edge
                line.setLineWidth(width + space)
                if _end(made, line) == reached:
                    return reached
                line.setLineWidth(width)
        return end

    def _hold_in(self, line: QTextLine, spaces: int) -> None:
        """Let `line` stay short where its spaces, which alone are stretched if there are any, would become holes."""
        longest = line.naturalTextWidth() + _WIDEST_SPACE * self.setting.size * spaces
        if longest < line.width():
            line.setLineWidth(longest)

    def _break_at_mark(self, made: BlockLayout, line: QTextLine, width: float, end: int) -> int:
        """Break `line` before an opening mark or behind a closing one, if there is one further on; return the end.

        The quotation marks that Chinese shares with Latin are ambiguous (class QU of Unicode Annex 14): Qt breaks on
        neither side of them beside Latin and other marks.
        """
        painted, ahead = made.painted, range(end + 1, end + _LOOKED_AHEAD)
        if _AMBIGUOUS.isdisjoint(painted[end : ahead.stop]) or not any(_may_break(painted, at) for at in ahead):
            return end
        start = made.offsets.from_utf16(line.textStart())
        made.qt.setTextOption(_anywhere(self.setting.option))
        line.setLineWidth(width)
        reached = _end(made, line)
        place = next((at for at in range(reached, end, -1) if _may_break(painted, at)), end)
        if end < place < reached:
            line.setNumColumns(place - start, width)
        made.qt.setTextOption(self.setting.option)
        if place > end and _end(made, line) == place:
            return place
        line.setLineWidth(width)
        return end


def _end(made: BlockLayout, line: QTextLine) -> int:
    return made.offsets.from_utf16(line.textStart() + line.textLength())


def _may_break(text: str, place: int) -> bool:
    """Say whether a line may end at `place` by the marks that stand there."""
    if not 0 < place < len(text):
        return False
    former, latter = text[place - 1], text[place]
    if latter in OPENING:
        return former in CLOSING or is_han(former)
    return former in CLOSING and is_han(latter)


def _anywhere(option: QTextOption) -> QTextOption:
    made = QTextOption(option)
    made.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    return made
