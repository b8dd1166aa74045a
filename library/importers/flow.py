"""Reading text as it grows, paragraph by paragraph, out of files that are marked up."""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from library.elements import Element, ElementKind
from library.importers.returns import with_returns

CELL = " | "
"""What stands between the cells of one row."""

_SPACE = re.compile("[ \t\r\n\f\v\u2028\u2029]+")
_LINES = re.compile("\r\n|[\r\n\u2028\u2029]")
_UNFIT = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_LINE_END = re.compile(r"[\r\n]")
_WIDE = re.compile(
    "[\u2e80-\u303e\u3041-\u312f\u31a0-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f"
    "\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003fffd]"
)
"""Characters between which the end of a line in the source is no space (CSS Text 3, 4.1.3)."""
_LINKS = ("http://", "https://", "mailto:")
"""How a link begins that is kept; all others (javascript:, file:, data:) are dropped."""

_IN_CELL = 20
"""Paragraphs of a cell above which its table is taken for one that sets out a page."""

_LINE = re.compile("[^\n]+")
_NEAR = 300
"""Code points after a place within which its heading is looked for."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\\\")


@dataclass(slots=True)
class _Open:
    """A span that has begun; `start` is None until its first character stands in the text."""

    kind: ElementKind
    value: str
    start: int | None = None
    ended: bool = False


def _order(span: Element) -> tuple[int, int, str]:
    return span.start, -span.end, span.kind


def _line_with(words: str, text: str, start: int) -> tuple[int, int] | None:
    """Return where near a place, at or behind it, the line stands that holds words, or the beginning of them."""
    squeezed = "".join(words.split())
    for line in _LINE.finditer(text, start, min(start + _NEAR, len(text))):
        found = "".join(line[0].split())
        if found == squeezed or (len(found) > 1 and squeezed.startswith(found)):
            return line.start(), line.end()
    return None


class Flow:
    """Collects a text with its elements: white space is collapsed as a browser does, and paragraphs are lines.

    A jump may name a place before or after it is marked: `finish` resolves them, and drops those that lead nowhere.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._last = "\n"
        self._gap = ""
        self._prefix = ""
        self._elements: list[Element] = []
        self._open: list[_Open] = []
        self._headings = 0
        self._fresh: list[_Open] = []
        self._places: dict[str, int] = {}
        self._waiting: list[str] = []

    @property
    def empty(self) -> bool:
        """Say whether nothing has been written."""
        return not self._length

    @property
    def length(self) -> int:
        """Count the code points written so far."""
        return self._length

    @property
    def paragraphs(self) -> int:
        """Count the paragraphs written so far."""
        return sum(piece.count("\n") for piece in self._pieces) + (self._last != "\n")

    def add(self, words: str) -> None:
        """Write words, their white space collapsed."""
        words = _UNFIT.sub("", words)
        position = 0
        for space in _SPACE.finditer(words):
            self._write(words[position : space.start()])
            if self._last != "\n" and self._gap != " ":
                self._gap = "\n" if _LINE_END.search(space[0]) else " "
            position = space.end()
        self._write(words[position:])

    def add_exactly(self, words: str) -> None:
        """Write words with their white space; each line is a paragraph."""
        first, *others = _LINES.split(_UNFIT.sub("", words))
        self._write(first)
        for line in others:
            self.end_paragraph()
            self._write(line)

    def prefix(self, words: str) -> None:
        """Let the paragraph that comes next begin with these words, such as the number of an item."""
        self._prefix = words

    def break_line(self) -> None:
        """Begin a new line: a paragraph of its own, or in a heading a space."""
        if self._headings:
            self._gap = " " if self._last != "\n" else ""
        else:
            self.end_paragraph()

    def end_paragraph(self) -> None:
        """End the paragraph, if one has begun."""
        self._gap = ""
        if self._last != "\n":
            self._put("\n")

    def begin(self, kind: ElementKind, value: str = "") -> None:
        """Begin a span at the next character."""
        opened = _Open(kind, value)
        self._headings += kind == "heading"
        self._open.append(opened)
        self._fresh.append(opened)

    def end(self, kind: ElementKind) -> None:
        """End the innermost open span of a kind; one that holds no character is dropped."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index].kind == kind:
                self._close(self._open.pop(index))
                return

    def begin_link(self, target: str, page: str = "") -> None:
        """Begin a link to an address, or a jump to a `#name` on `page` or on another page of the book."""
        target = target.strip()
        if target.lower().startswith(_LINKS):
            self.begin("link", target)
        elif _SCHEME.match(target):
            self.begin("link")
        else:
            path, _, name = target.partition("#")
            other = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path))) if path else page
            self.begin("link", f"#{other}#{name}")

    def mark(self, name: str) -> None:
        """Remember the place of the next character under a name, for jumps; the first of a name counts."""
        if name and name not in self._places:
            self._waiting.append(name)

    def append(self, other: Flow, *, on_one_line: bool = False) -> None:
        """Write what another flow collected; `on_one_line`, with a space between its paragraphs."""
        text, elements = other._closed()
        if not text:
            return
        text = text.replace("\n", " ") if on_one_line else text
        self._write(text[0])
        base = self._length - 1
        self._put(text[1:])
        self._elements += (replace(span, start=span.start + base, end=span.end + base) for span in elements)
        for name, place in other._places.items():
            self._places.setdefault(name, place + base)

    def add_note(self, sign: str, name: str, mark: str, note: Flow) -> None:
        """Write a note as paragraphs behind its `sign`, named `name`, which leads back to its `mark` in the text."""
        self.end_paragraph()
        self.mark(name)
        self.begin_link(mark)
        self.add_exactly(sign)
        self.end("link")
        if not note._pieces or not note._pieces[0][0].isspace():
            self.add(" ")
        self.append(note)
        self.end_paragraph()

    def has(self, kind: ElementKind) -> bool:
        """Say whether a span of a kind has been written."""
        return any(span.kind == kind for span in self._elements)

    def headings(self) -> list[tuple[str, str]]:
        """Return the words of each heading that has ended, and its level."""
        text = "".join(self._pieces)
        return [(text[span.start : span.end], span.value) for span in self._elements if span.kind == "heading"]

    def loose_jumps(self) -> list[tuple[str, str]]:
        """Return the words of each jump that has ended and leads nowhere so far, and the name of its place."""
        text = "".join(self._pieces)
        jumps = [span for span in self._elements if span.kind == "link" and span.value.startswith("#")]
        named = ((text[span.start : span.end], span.value[1:]) for span in jumps)
        return [(words, name) for words, name in named if name not in self._places]

    def find_place(self, name: str) -> int | None:
        """Return the code point at which a name was marked, or None."""
        return self._places.get(name)

    def only(self, starts: Collection[int]) -> Flow:
        """Return the paragraphs that begin at these code points, with their elements and places."""
        wanted = set(starts)
        kept = [line for line in _LINE.finditer("".join(self._pieces)) if line.start() in wanted]
        begins = [line.start() for line in kept]
        flow = Flow()
        shifts: list[int] = []
        for line in kept:
            shifts.append(flow._length - line.start())
            flow._put(f"{line[0]}\n")

        def index_of(place: int) -> int:
            """Return the index of the paragraph that holds a place, or -1."""
            index = bisect_right(begins, place) - 1
            return index if index >= 0 and place <= kept[index].end() else -1

        for span in self._elements:
            index = index_of(span.start)
            if index >= 0 and span.start < kept[index].end():
                end = min(span.end, kept[index].end())
                flow._elements.append(replace(span, start=span.start + shifts[index], end=end + shifts[index]))
        found = ((name, place, index_of(place)) for name, place in self._places.items())
        flow._places = {name: place + shifts[index] for name, place, index in found if index >= 0}
        return flow

    def lines(self) -> list[tuple[str, int]]:
        """Return the words of each paragraph that has ended, and the code point at which it begins."""
        return [(line[0], line.start()) for line in _LINE.finditer("".join(self._pieces))]

    def begins_with(self, words: str) -> bool:
        """Say whether the text begins with these words."""
        return "".join(self._pieces).startswith(words)

    def add_headings(self, headings: Sequence[tuple[str, str, int]]) -> None:
        """Make headings of lines: each has its words, the name of a place at or before it, and its level.

        A line that holds the beginning of the words is taken, too. Where there is none, and no heading near the place,
        the words are written there. The lines of a text that has headings stay as they are.
        """
        text = "".join(self._pieces)
        own = [span.start for span in self._elements if span.kind == "heading"]
        new: list[tuple[int, str, int]] = []
        for words, name, level in headings:
            start = 0 if name.endswith("#") else self._places.get(name)
            if start is None:
                continue
            line = _line_with(words, text, start)
            if line is None and not any(start <= near < start + _NEAR for near in own):
                new.append((text.rfind("\n", 0, start) + 1, words, level))
            elif line is not None and not own:
                self._elements.append(Element(*line, "heading", str(level)))
        for place, words, level in reversed(new):
            self._insert_heading(place, words, level)

    def _insert_heading(self, place: int, words: str, level: int) -> None:
        """Write a heading before the paragraph that begins at a place; the names of this place are its."""
        text = "".join(self._pieces)
        by = len(words) + 1
        self._pieces = [text[:place], f"{words}\n", text[place:]]
        self._length += by
        self._last = self._last if len(text) > place else "\n"
        self._elements = [
            replace(span, start=span.start + by * (span.start >= place), end=span.end + by * (span.end > place))
            for span in self._elements
        ]
        self._elements.append(Element(place, place + len(words), "heading", str(level)))
        self._places = {name: at + by * (at > place) for name, at in self._places.items()}

    def add_row(self, cells: Sequence[Flow]) -> None:
        """Write the cells of a row on one line; those of a row that is there for the layout on lines of their own.

        Such a row has a cell with a heading or many paragraphs, or but one that is not empty, with several.
        """
        self.end_paragraph()
        if all(cell.empty for cell in cells):
            return
        alone = sum(not cell.empty for cell in cells) == 1
        most = 1 if alone else _IN_CELL
        together = all(cell.paragraphs <= most and not cell.has("heading") for cell in cells)
        for number, cell in enumerate(cells):
            if number and together:
                self._put(CELL if self._last != "\n" else CELL.lstrip())
            elif number:
                self.end_paragraph()
            self.append(cell, on_one_line=together)
        self.end_paragraph()

    def finish(self) -> tuple[str, tuple[Element, ...]]:
        """Return the text and its elements in order; what is still open ends here."""
        text, elements = self._closed()
        resolved = {self._resolved(span) for span in elements}
        kept = sorted((span for span in resolved if span), key=_order)
        return text, tuple(sorted(with_returns(text, kept), key=_order))

    def _closed(self) -> tuple[str, list[Element]]:
        """Return the text without the end of its last line, and the elements, jumps still by name."""
        while self._open:
            self._close(self._open.pop())
        last = max(self._length - 1, 0)
        self._places.update((name, last) for name in self._waiting if name not in self._places)
        return "".join(self._pieces).removesuffix("\n"), self._elements

    def _resolved(self, span: Element) -> Element | None:
        if span.kind != "link":
            return span
        if span.value.startswith("#"):
            place = self._places.get(span.value[1:])
            return None if place is None else replace(span, kind="jump", value=str(place))
        return span if span.value else None

    def _write(self, words: str) -> None:
        """Write words that hold no white space to be collapsed, behind the space or number that is due."""
        if not words:
            return
        if self._last == "\n" and self._prefix:
            self._put(self._prefix)
            self._prefix = ""
        elif self._gap and not (self._gap == "\n" and _WIDE.match(self._last) and _WIDE.match(words)):
            self._put(" ")
        self._gap = ""
        for opened in self._fresh:
            opened.start = None if opened.ended else self._length
        self._fresh.clear()
        for name in self._waiting:
            self._places.setdefault(name, self._length)
        self._waiting.clear()
        self._put(words)

    def _put(self, words: str) -> None:
        if words:
            self._pieces.append(words)
            self._length += len(words)
            self._last = words[-1]

    def _close(self, opened: _Open) -> None:
        opened.ended = True
        self._headings -= opened.kind == "heading"
        if opened.start is None:
            return
        end = self._length - (self._last == "\n" and self._length > opened.start)
        self._elements.append(Element(opened.start, end, opened.kind, opened.value))
