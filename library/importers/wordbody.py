"""The text of a Word document as its XML tells it (ECMA-376 part 1, 17: WordprocessingML)."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from library.importers.flow import Flow
from library.importers.numerals import numeral
from library.importers.rows import Rows, span
from library.importers.symbols import sign
from library.importers.wordfields import WordFields
from library.importers.wordparts import OFF, Numbering, Style, Styles, attribute, level, local

_SKIPPED = frozenset({"Fallback", "rt", "moveFrom", "del", "sectPrChange", "pPrChange", "rPrChange"})
_PRIVATE = re.compile("[\uf000-\uf0ff]")


@dataclass(slots=True)
class _Paragraph:
    """The paragraph that is open: what its properties say, and what of its emphasis has begun."""

    style: Style = field(default_factory=Style)
    list_id: str = ""
    depth: int | None = None
    level: int | None = None
    begun: bool = False
    heading: Literal["title", "heading"] | None = None
    strong: bool = False
    emphasis: bool = False
    boxes: list[Flow] = field(default_factory=list[Flow])


@dataclass(slots=True)
class _Run:
    """The run that is open: how its words are set."""

    strong: bool = False
    emphasis: bool = False
    hidden: bool = False
    font: str = ""


class WordBody:
    """Takes the events of the body, or of a note; `references` has the sign of each note in the order of their marks.

    Footnotes are counted apart from endnotes, as 1 and i. `left_out` counts `comments` and `parts` in other formats.
    """

    def __init__(self, flow: Flow, styles: Styles, numbering: Numbering, links: Mapping[str, str]) -> None:
        self.flow = flow
        self.title = ""
        self.references: dict[str, str] = {}
        self.left_out: Counter[str] = Counter()
        self._styles = styles
        self._numbering = numbering
        self._links = links
        self._paragraph = _Paragraph()
        self._run = _Run()
        self._words = ""
        self._description = ""
        self._skipping = 0
        self._properties = 0
        self._rows = Rows()
        self._boxes: list[tuple[Flow, _Paragraph, Rows]] = []
        self._placeholders: list[bool] = []
        self._fields = WordFields()
        self._starts: dict[str, Callable[[Mapping[str, str]], None]] = self._settings() | self._contents()
        self._ends: dict[str, Callable[[], object]] = self._end_handlers()

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        name = local(tag)
        if self._skipping or name in _SKIPPED:
            self._skipping += 1
            return
        handler = self._starts.get(name)
        if handler:
            handler(attributes)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if self._skipping:
            self._skipping -= 1
            return
        handler = self._ends.get(local(tag))
        if handler:
            handler()

    def data(self, words: str) -> None:
        """Take characters: they are text once their element, `w:t`, ends."""
        self._words += words

    def close(self) -> None:
        """End what is still open."""
        self.flow.end_paragraph()

    def _settings(self) -> dict[str, Callable[[Mapping[str, str]], None]]:
        """Return what the elements do that say how text is set."""
        return {
            "p": lambda _: self._begin_paragraph(),
            "pPr": lambda _: self._enter_properties(),
            "pStyle": self._set_style,
            "numId": self._set_list,
            "ilvl": self._set_depth,
            "outlineLvl": self._set_level,
            "r": lambda _: self._begin_run(),
            "b": lambda attributes: self._set(strong=attribute(attributes, "val") not in OFF),
            "i": lambda attributes: self._set(emphasis=attribute(attributes, "val") not in OFF),
            "vanish": lambda attributes: self._set(hidden=attribute(attributes, "val") not in OFF),
            "rFonts": lambda attributes: self._set_font(attribute(attributes, "ascii")),
            "rStyle": self._set_run_style,
        }

    def _contents(self) -> dict[str, Callable[[Mapping[str, str]], None]]:
        """Return what the elements do that hold or stand for text."""
        return {
            "t": lambda _: self._begin_words(),
            "instrText": lambda _: self._begin_words(),
            "fldChar": lambda attributes: self._turn_field(attribute(attributes, "fldCharType")),
            "fldSimple": self._begin_simple_field,
            "ptab": lambda _: self._write("\t"),
            "tab": lambda _: None if self._properties else self._write("\t"),
            "br": lambda _: self.flow.break_line(),
            "cr": lambda _: self.flow.break_line(),
            "noBreakHyphen": lambda _: self._write("\u2011"),
            "sym": self._write_sign,
            "hyperlink": self._begin_link,
            "bookmarkStart": lambda attributes: self.flow.mark(f"#{attribute(attributes, 'name')}"),
            "footnoteReference": lambda attributes: self._refer("footnotes", attribute(attributes, "id")),
            "endnoteReference": lambda attributes: self._refer("endnotes", attribute(attributes, "id")),
            "docPr": self._describe,
            "shape": self._describe_shape,
            "commentReference": lambda _: self._leave_out("comments"),
            "altChunk": lambda _: self._leave_out("parts"),
            "pic": lambda _: self._picture(),
            "imagedata": self._describe_drawing,
            "tr": lambda _: self._begin_row(),
            "tc": lambda _: self._begin_cell(),
            "gridSpan": lambda attributes: self._rows.reach(span(attribute(attributes, "val"))),
            "txbxContent": lambda _: self._begin_box(),
            "sdt": lambda _: self._placeholders.append(False),
            "showingPlcHdr": lambda _: self._hold_place(),
        }

    def _end_handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "p": self._end_paragraph,
            "pPr": self._leave_properties,
            "t": lambda: self._write(_PRIVATE.sub(lambda found: sign(ord(found[0]), self._run.font), self._words)),
            "instrText": lambda: self._fields.instruct(self._words),
            "fldSimple": lambda: self._write(self._fields.end(self.flow)),
            "hyperlink": lambda: self.flow.end("link"),
            "tc": self._end_cell,
            "tr": self._end_row,
            "txbxContent": self._end_box,
            "sdt": lambda: self._placeholders.pop() if self._placeholders else None,
        }

    def _begin_paragraph(self) -> None:
        self.flow.end_paragraph()
        self._paragraph = _Paragraph()

    def _enter_properties(self) -> None:
        self._properties += 1

    def _leave_properties(self) -> None:
        self._properties -= 1

    def _set_style(self, attributes: Mapping[str, str]) -> None:
        self._paragraph.style = self._styles.get(attribute(attributes, "val"))

    def _set_list(self, attributes: Mapping[str, str]) -> None:
        self._paragraph.list_id = attribute(attributes, "val")

    def _set_depth(self, attributes: Mapping[str, str]) -> None:
        value = attribute(attributes, "val")
        self._paragraph.depth = int(value) if value.isdecimal() and len(value) < 3 else 0

    def _set_level(self, attributes: Mapping[str, str]) -> None:
        self._paragraph.level = level(attribute(attributes, "val")) or 0

    def _begin_run(self) -> None:
        self._run = _Run()

    def _set(self, *, strong: bool | None = None, emphasis: bool | None = None, hidden: bool | None = None) -> None:
        if self._properties:
            return
        self._run.strong = self._run.strong if strong is None else strong
        self._run.emphasis = self._run.emphasis if emphasis is None else emphasis
        self._run.hidden = self._run.hidden if hidden is None else hidden

    def _set_font(self, name: str) -> None:
        self._run.font = name

    def _set_run_style(self, attributes: Mapping[str, str]) -> None:
        style = self._styles.get(attribute(attributes, "val"))
        self._set(strong=style.strong or self._run.strong, emphasis=style.emphasis or self._run.emphasis)

    def _write_sign(self, attributes: Mapping[str, str]) -> None:
        code = attribute(attributes, "char")
        if re.fullmatch("[0-9A-Fa-f]{1,4}", code):
            self._write(sign(int(code, 16), attribute(attributes, "font")))

    def _turn_field(self, part: str) -> None:
        match part:
            case "begin":
                self._fields.begin()
            case "separate":
                self._fields.show(self.flow)
            case _:
                self._write(self._fields.end(self.flow))

    def _begin_simple_field(self, attributes: Mapping[str, str]) -> None:
        self._fields.begin(attribute(attributes, "instr"))
        self._fields.show(self.flow)

    def _begin_words(self) -> None:
        self._words = ""

    def _write(self, words: str) -> None:
        """Write the words of a run, behind the number of its paragraph and within its emphasis."""
        if not words or self._run.hidden or any(self._placeholders):
            return
        paragraph = self._paragraph
        if not paragraph.begun:
            self._begin_text(paragraph)
        if not paragraph.heading:
            paragraph.strong = self._turn("strong", paragraph.strong, self._run.strong)
            paragraph.emphasis = self._turn("emphasis", paragraph.emphasis, self._run.emphasis)
        self.flow.add_exactly(words)
        if paragraph.heading == "title":
            self.title += words

    def _turn(self, kind: str, is_on: bool, wanted: bool) -> bool:
        if wanted and not is_on:
            self.flow.begin("strong" if kind == "strong" else "emphasis")
        elif is_on and not wanted:
            self.flow.end("strong" if kind == "strong" else "emphasis")
        return wanted

    def _begin_text(self, paragraph: _Paragraph) -> None:
        paragraph.begun = True
        style = paragraph.style
        found = style.level if paragraph.level is None else paragraph.level
        if style.titles and not self._rows and not self._boxes:
            paragraph.heading = "title"
            self.flow.begin("title")
        elif found and not style.titles and not self._rows:
            paragraph.heading = "heading"
            self.flow.begin("heading", str(min(found, 6)))
        list_id = paragraph.list_id or style.list_id
        depth = style.depth if paragraph.depth is None else paragraph.depth
        number = self._numbering.next(list_id, depth) if list_id not in {"", "0"} else ""
        if number:
            self.flow.add_exactly(number)

    def _end_paragraph(self) -> None:
        paragraph = self._paragraph
        self._turn("strong", paragraph.strong, False)
        self._turn("emphasis", paragraph.emphasis, False)
        if paragraph.heading is not None:
            self.flow.end(paragraph.heading)
        self.flow.end_paragraph()
        for box in paragraph.boxes:
            self.flow.append(box)
            self.flow.end_paragraph()
        self._paragraph = _Paragraph()

    def _begin_link(self, attributes: Mapping[str, str]) -> None:
        anchor = attribute(attributes, "anchor")
        target = self._links.get(attribute(attributes, "id"), "")
        self.flow.begin_link(target or (f"#{anchor}" if anchor else ""))

    def _refer(self, kind: str, note_id: str) -> None:
        reference = f"{kind}-{note_id}"
        if reference not in self.references:
            number = sum(each.startswith(kind) for each in self.references) + 1
            self.references[reference] = numeral(number, "lowerRoman") if kind == "endnotes" else str(number)
        self.flow.mark(f"#to-{reference}")
        self.flow.begin_link(f"#{reference}")
        self._write(f"[{self.references[reference]}]")
        self.flow.end("link")

    def _describe(self, attributes: Mapping[str, str]) -> None:
        self._description = attribute(attributes, "descr") or attribute(attributes, "title")

    def _describe_shape(self, attributes: Mapping[str, str]) -> None:
        self._description = attribute(attributes, "alt")

    def _describe_drawing(self, attributes: Mapping[str, str]) -> None:
        self._description = self._description or attribute(attributes, "title")
        self._picture()

    def _leave_out(self, what: str) -> None:
        self.left_out[what] += 1

    def _picture(self) -> None:
        words = " ".join(self._description.split())
        self._write(f"[image: {words}]" if words else "[image]")
        self._description = ""

    def _begin_row(self) -> None:
        self.flow = self._rows.begin_row(self.flow)

    def _begin_cell(self) -> None:
        self.flow = self._rows.begin_cell(self.flow)

    def _end_cell(self) -> None:
        self.flow = self._rows.end_cell(self.flow)

    def _end_row(self) -> None:
        self.flow = self._rows.end_row(self.flow)

    def _begin_box(self) -> None:
        self._boxes.append((self.flow, self._paragraph, self._rows))
        self.flow, self._paragraph, self._rows = Flow(), _Paragraph(), Rows()

    def _end_box(self) -> None:
        box = self.flow
        self.flow, self._paragraph, self._rows = self._boxes.pop()
        self._paragraph.boxes.append(box)

    def _hold_place(self) -> None:
        if self._placeholders:
            self._placeholders[-1] = True


class WordNotes(WordBody):
    """Takes the events of the footnotes or endnotes: `flows` has each by its kind and id."""

    def __init__(self, kind: str, styles: Styles, numbering: Numbering) -> None:
        super().__init__(Flow(), styles, numbering, {})
        self.flows: dict[str, Flow] = {}
        self._kind = kind

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element; each note has a flow of its own."""
        if local(tag) in {"footnote", "endnote"}:
            self.flow = self.flows.setdefault(f"{self._kind}-{attribute(attributes, 'id')}", Flow())
        super().start(tag, attributes)
