"""The footnotes of pages: small type at the foot of a column, begun by a mark that stands in the text above, too."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from library.chinese.sentences import is_ended
from library.importers.pdflines import Line

_SMALL = 0.93
"""How large the type of notes is at most, beside that of the text."""

_SHORT = 4
"""Ems that a line which goes on may be shorter than its column: the next word is not known."""

_BEGIN = re.compile(r"(?P<mark>\[\d{1,3}\]|〔\d{1,3}〕|[①-⑳㉑-㉟]|[*†‡§]{1,3}|(?P<number>\d{1,3})(?=[^\d.%]))")


@dataclass(slots=True)
class Note:
    """A footnote: its lines, each with its page from 0, `mark` at its beginning, and where the text refers to it."""

    mark: str
    lines: list[tuple[int, Line]]
    line: Line
    start: int
    end: int

    @property
    def name(self) -> str:
        """A name that no other note has."""
        page, line = self.lines[0]
        return f"{page}-{id(line)}"

    @property
    def shown(self) -> str:
        """The mark as it is written in the text: a number that is set small in brackets."""
        return f"[{self.mark}]" if self.mark.isdecimal() else self.mark


def body_size(pages: Sequence[Sequence[Line]]) -> float:
    """Return the size of type in which most of a document is set."""
    counts = Counter[float]()
    for lines in pages:
        for line in lines:
            counts[round(line.size * 2) / 2] += len(line.text)
    return max(counts, key=lambda size: counts[size], default=0.0)


def notes_of(pages: Sequence[Sequence[Line]], size: float) -> list[Note]:
    """Return the footnotes of pages whose text is set in `size`, in their order; each has its place in the text."""
    found: list[Note] = []
    for page, lines in enumerate(pages):
        feet = [foot for foot in _feet(lines, size) if foot]
        if feet and found:
            _run_on(found[-1], page, lines, feet[0])
        found += _of_page(page, lines, feet)
    return found


def _run_on(note: Note, page: int, lines: Sequence[Line], foot: Sequence[Line]) -> None:
    """Give a note of the page before that breaks off what stands at the foot of this one before any mark."""
    last, line = note.lines[-1]
    full = line.cut or line.right_edge - line.right < _SHORT * line.size
    above = sum(each.column == foot[0].column and each.top < foot[0].top for each in lines)
    is_foot = above >= len(foot)  # an index is small all over
    if last == page - 1 and full and is_foot and not is_ended(line.text):
        note.lines += [(page, line) for line in takewhile(lambda line: not _BEGIN.match(line.text), foot)]


def _of_page(page: int, lines: Sequence[Line], feet: Sequence[Sequence[Line]]) -> list[Note]:
    small = {id(line) for foot in feet for line in foot}
    text = [line for line in lines if id(line) not in small]
    found: list[Note] = []
    for foot in feet:
        for mark, number, own in _begun(foot):
            place = _place(text, mark, number, found)
            if place is not None:
                found.append(Note(mark, [(page, line) for line in own], *place))
    return found


def _feet(lines: Sequence[Line], size: float) -> Iterator[list[Line]]:
    """Yield what is set small at the foot of each column."""
    for _, group in groupby(lines, key=lambda line: line.column):
        column = list(group)
        first = len(column)
        while first and column[first - 1].size <= _SMALL * size and not column[first - 1].is_row:
            first -= 1
        yield column[first:]


def _begun(foot: Sequence[Line]) -> Iterator[tuple[str, bool, list[Line]]]:
    """Yield the mark, whether it is a bare number, and the lines of each that begins with one."""
    found: tuple[str, bool, list[Line]] | None = None
    for line in foot:
        begin = _BEGIN.match(line.text)
        if begin is not None:
            if found is not None:
                yield found
            found = begin["mark"], begin["number"] is not None, [line]
        elif found is not None:
            found[2].append(line)
    if found is not None:
        yield found


def _place(text: Sequence[Line], mark: str, number: bool, found: Sequence[Note]) -> tuple[Line, int, int] | None:
    """Return the first place in a text that refers to a note with this mark and is none of a note before."""
    taken = {(id(note.line), note.start) for note in found}
    for line in text:
        if number:
            places = [(start, end) for start, end in line.raised if line.text[start:end] == mark]
        else:
            places = [match.span() for match in re.finditer(re.escape(mark), line.text) if match.start()]
        for start, end in places:
            if (id(line), start) not in taken:
                return line, start, end
    return None
