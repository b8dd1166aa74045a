"""The text of an OpenDocument as its XML tells it (OpenDocument 1.3, part 3: 5 to 9)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from library.elements import Element, ElementKind
from library.importers.flow import Flow
from library.importers.numerals import numeral
from library.importers.odtparts import OUTLINE, OdtStyle, OdtStyles
from library.importers.rows import Rows, span
from library.importers.wordparts import attribute, local

_SKIPPED = frozenset(
    {"tracked-changes", "annotation", "ruby-text", "automatic-styles", "styles", "font-face-decls", "forms", "scripts"}
    | {"note-citation", "sequence-decls", "variable-decls", "user-field-decls", "binary-data", "hidden-text"}
    | {
        "table-of-content-source",
        "alphabetical-index-source",
        "index-title-template",
        "event-listeners",
        "settings",
        "covered-table-cell",
    }
)
_SVG = "svg-compatible:1.0}"
"""The namespace of what is said of a picture."""


_DEEPEST = 20
"""Lists within lists whose items are counted apart."""


@dataclass(slots=True)
class _List:
    """A list that is open: its style and the number of its last item."""

    style: str
    number: int


@dataclass(slots=True)
class _Frame:
    """A frame that is open: whether it shows a picture, and what is said of it."""

    picture: bool = False
    description: str = ""


class OdtBody:
    """Takes the events of `content.xml`."""

    def __init__(self, styles: OdtStyles) -> None:
        self.title = ""
        self._styles = styles
        self._flow = Flow()
        self._outer: list[tuple[Flow, int]] = []
        self._notes: dict[str, dict[str, Flow]] = {"footnote": {}, "endnote": {}}
        self._rows = Rows()
        self._lists: list[_List] = []
        self._counted: list[int] = []
        self._last_numbers: dict[str, int] = {}
        self._emphases: list[tuple[ElementKind, ...]] = []
        self._frames: list[_Frame] = []
        self._waiting: list[Flow] = []
        self._in_text = self._skipping = 0
        self._describing = False
        self._heading: Literal["title", "heading"] | None = None
        self._starts = self._start_handlers()
        self._ends = self._end_handlers()

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        name = local(tag)
        if self._skipping or name in _SKIPPED:
            self._skipping += 1
        elif _SVG in tag:
            self._describing = True
        elif name in self._starts:
            self._starts[name](attributes)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        name = local(tag)
        if self._skipping:
            self._skipping -= 1
        elif _SVG in tag:
            self._describing = False
        elif name in self._ends:
            self._ends[name]()

    def data(self, words: str) -> None:
        """Take text."""
        if self._skipping:
            return
        if self._describing and self._frames:
            self._frames[-1].description += f" {words}"
        elif self._in_text:
            self._flow.add(words)
            self.title += words if self._heading == "title" else ""

    def close(self) -> None:
        """End what is still open."""
        self._flow.end_paragraph()

    def finish(self) -> tuple[str, tuple[Element, ...]]:
        """Return the text, the notes at its end, and the elements."""
        for sign, note in (*self._notes["footnote"].items(), *self._notes["endnote"].items()):
            self._flow.add_note(f"[{sign}]", f"#note-{sign}", f"#to-note-{sign}", note)
        return self._flow.finish()

    def _start_handlers(self) -> dict[str, Callable[[Mapping[str, str]], None]]:
        return {
            "p": self._begin_paragraph,
            "h": self._begin_marked_heading,
            "span": lambda attributes: self._begin_span(self._styles.get(attribute(attributes, "style-name"))),
            "a": lambda attributes: self._flow.begin_link(attribute(attributes, "href")),
            "s": self._spaces,
            "tab": lambda _: self._flow.add_exactly("\t"),
            "line-break": lambda _: self._flow.break_line(),
            "list": self._begin_list,
            "list-item": self._begin_item,
            "bookmark": self._mark,
            "bookmark-start": self._mark,
            "table-row": lambda _: self._begin_row(),
            "table": lambda _: self._rows.begin_table(),
            "table-cell": self._begin_cell,
            "note": lambda attributes: self._begin_note(attribute(attributes, "note-class")),
            "frame": lambda _: self._frames.append(_Frame()),
            "text-box": lambda _: self._begin_inner(),
            "image": lambda _: self._begin_image(),
        }

    def _end_handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "p": self._end_paragraph,
            "h": self._end_paragraph,
            "span": self._end_span,
            "a": lambda: self._flow.end("link"),
            "list": self._end_list,
            "list-item": lambda: self._flow.prefix(""),
            "table-cell": self._end_cell,
            "table-row": self._end_row,
            "table": self._rows.end_table,
            "note": self._end_inner,
            "text-box": self._end_box,
            "frame": self._end_frame,
        }

    def _begin_paragraph(self, attributes: Mapping[str, str]) -> None:
        self._flow.end_paragraph()
        self._in_text += 1
        style = self._styles.get(attribute(attributes, "style-name"))
        if style.title and not self._rows and not self._outer:
            self._begin_heading("title", "")
        elif style.level and not self._rows:
            self._begin_heading("heading", str(min(style.level, 6)))
            self._number_heading(style.level)
        else:
            self._begin_span(style)

    def _begin_marked_heading(self, attributes: Mapping[str, str]) -> None:
        self._flow.end_paragraph()
        self._in_text += 1
        written = attribute(attributes, "outline-level")
        level = min(max(int(written), 1), _DEEPEST) if written.isdecimal() else 1
        self._begin_heading("heading", str(min(level, 6)))
        if not self._lists and attribute(attributes, "is-list-header") != "true":
            self._number_heading(level)

    def _number_heading(self, level: int) -> None:
        """Count a heading and write its number, if headings of its level have one."""
        del self._counted[level:]
        self._counted += [0] * (level - len(self._counted))
        self._counted[-1] += 1
        if OUTLINE in self._styles.lists:
            first = [self._styles.first(OUTLINE, depth) for depth in range(1, level + 1)]
            numbers = [max(count, 1) + start - 1 for count, start in zip(self._counted, first, strict=True)]
            self._flow.add_exactly(self._styles.sign(OUTLINE, numbers))

    def _begin_heading(self, kind: Literal["title", "heading"], level: str) -> None:
        self._heading = kind
        self._flow.begin(kind, level)

    def _end_paragraph(self) -> None:
        if self._heading is not None:
            self._flow.end(self._heading)
            self._heading = None
        else:
            self._end_span()
        self._in_text -= 1
        self._flow.end_paragraph()
        while self._waiting and not self._in_text:
            self._flow.append(self._waiting.pop(0))
            self._flow.end_paragraph()

    def _begin_span(self, style: OdtStyle) -> None:
        strong = style.strong and self._heading is None
        kinds: tuple[ElementKind, ...] = ("strong",) * bool(strong) + ("emphasis",) * bool(style.emphasis)
        for kind in kinds:
            self._flow.begin(kind)
        self._emphases.append(kinds)

    def _end_span(self) -> None:
        for kind in self._emphases.pop() if self._emphases else ():
            self._flow.end(kind)

    def _spaces(self, attributes: Mapping[str, str]) -> None:
        count = attribute(attributes, "c")
        self._flow.add_exactly(" " * (min(int(count), 100) if count.isdecimal() else 1))

    def _mark(self, attributes: Mapping[str, str]) -> None:
        self._flow.mark(f"#{attribute(attributes, 'name')}")

    def _begin_list(self, attributes: Mapping[str, str]) -> None:
        style = attribute(attributes, "style-name") or (self._lists[-1].style if self._lists else "")
        first = self._styles.first(style, len(self._lists) + 1)
        going_on = attribute(attributes, "continue-numbering") == "true" or "continue-list" in map(local, attributes)
        last = self._last_numbers.get(style, 0) if going_on and not self._lists else first - 1
        self._lists.append(_List(style, last))

    def _end_list(self) -> None:
        if self._lists:
            ended = self._lists.pop()
            self._last_numbers[ended.style] = ended.number

    def _begin_item(self, attributes: Mapping[str, str]) -> None:
        if not self._lists:
            return
        start = attribute(attributes, "start-value")
        current = self._lists[-1]
        current.number = int(start) if start.isdecimal() and len(start) < 10 else current.number + 1
        self._flow.end_paragraph()
        numbers = [each.number for each in self._lists[:_DEEPEST]]
        self._flow.prefix(self._styles.sign(current.style, numbers))

    def _begin_row(self) -> None:
        self._flow = self._rows.begin_row(self._flow)

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        self._flow = self._rows.begin_cell(self._flow)
        columns = attribute(attributes, "number-columns-spanned") or attribute(attributes, "number-columns-repeated")
        self._rows.reach(span(columns), span(attribute(attributes, "number-rows-spanned")))

    def _end_cell(self) -> None:
        self._flow = self._rows.end_cell(self._flow)

    def _end_row(self) -> None:
        self._flow = self._rows.end_row(self._flow)

    def _begin_note(self, kind: str) -> None:
        """Write the mark of a note: footnotes are counted apart from endnotes, as 1 and i."""
        notes = self._notes["endnote" if kind == "endnote" else "footnote"]
        sign = numeral(len(notes) + 1, "lowerRoman" if kind == "endnote" else "decimal")
        notes[sign] = Flow()
        self._flow.mark(f"#to-note-{sign}")
        self._flow.begin_link(f"#note-{sign}")
        self._flow.add_exactly(f"[{sign}]")
        self._flow.end("link")
        self._begin_inner(notes[sign])

    def _begin_inner(self, flow: Flow | None = None) -> None:
        self._outer.append((self._flow, self._in_text))
        self._flow, self._in_text = flow or Flow(), 0

    def _end_inner(self) -> Flow:
        inner = self._flow
        inner.end_paragraph()
        if self._outer:
            self._flow, self._in_text = self._outer.pop()
        return inner

    def _end_box(self) -> None:
        self._waiting.append(self._end_inner())

    def _begin_image(self) -> None:
        if self._frames:
            self._frames[-1].picture = True

    def _end_frame(self) -> None:
        frame = self._frames.pop() if self._frames else _Frame()
        if frame.picture:
            words = " ".join(frame.description.split())
            self._flow.add_exactly(f"[image: {words}]" if words else "[image]")
