"""The text of rich text as it is written: paragraphs, headings, emphasis, tables, notes and links."""

from dataclasses import dataclass, field

from library.importers.flow import Flow
from library.importers.rows import DEEPEST, Rows
from library.importers.rtflists import RtfLists


@dataclass(frozen=True, slots=True)
class Setting:
    """How words are set: `depth` is that of the table their paragraph stands in, `level` that of a heading or 0.

    `list` is the number of the list that their paragraph is an item of, or 0, `item` the depth of that in it.
    """

    strong: bool = False
    emphasis: bool = False
    depth: int = 0
    level: int = 0
    title: bool = False
    list: int = 0
    item: int = 0


PLAIN = Setting()


@dataclass(slots=True)
class _Paragraph:
    """The paragraph that is open, and what of its emphasis has begun."""

    begun: bool = False
    heading: bool = False
    strong: bool = False
    emphasis: bool = False
    number: str = ""
    boxes: list[Flow] = field(default_factory=list[Flow])


@dataclass(slots=True)
class _Place:
    """Where words go: the text, or one note, with the rows of tables that are open in it."""

    flow: Flow
    paragraph: _Paragraph = field(default_factory=_Paragraph)
    rows: Rows = field(default_factory=Rows)
    cells: list[bool] = field(default_factory=list[bool])


class RtfBody:
    """Takes words and marks in the order of the file; `title` is what is set in the style of a title."""

    def __init__(self) -> None:
        self.title = ""
        self.lists = RtfLists()
        self._place = _Place(Flow())
        self._outer: list[_Place] = []
        self._notes: list[Flow] = []

    def write(self, words: str, setting: Setting) -> None:
        """Write words, within their emphasis."""
        if not words:
            return
        self._enter(setting.depth)
        paragraph = self._place.paragraph
        if not paragraph.begun:
            paragraph.begun = True
            if setting.level and not self._place.cells and not self._outer and not setting.title:
                paragraph.heading = True
                self._place.flow.begin("heading", str(min(setting.level, 6)))
            number = paragraph.number or (self.lists.next(setting.list, setting.item) if setting.list else "")
            self._place.flow.add_exactly(number)
        if not paragraph.heading:
            self._turn(setting.strong, setting.emphasis)
        self._place.flow.add_exactly(words)
        if setting.title and not self._place.cells:
            self.title += words

    def end_paragraph(self) -> None:
        """End the paragraph and what has begun in it."""
        self._turn(False, False)
        if self._place.paragraph.heading:
            self._place.flow.end("heading")
        self._place.flow.end_paragraph()
        for box in self._place.paragraph.boxes:
            self._place.flow.append(box)
            self._place.flow.end_paragraph()
        self._place.paragraph = _Paragraph()

    def number(self, words: str) -> None:
        """Let the paragraph begin with the number of an item."""
        self._place.paragraph.number = words

    def break_line(self) -> None:
        """Begin a new line; in a heading, a space."""
        self._place.flow.break_line()

    def leave_table(self, depth: int) -> None:
        """End the rows that are open below a depth: what comes next stands outside of them."""
        while len(self._place.cells) > depth:
            self.end_row(len(self._place.cells))

    def end_cell(self, depth: int, columns: int = 1) -> None:
        """End a cell of the row at a depth, an empty one if nothing was written, that reaches over some columns."""
        self._enter(depth)
        self.leave_table(depth)
        self.end_paragraph()
        if self._place.cells[-1]:
            self._place.rows.reach(columns)
            self._place.flow = self._place.rows.end_cell(self._place.flow)
            self._place.cells[-1] = False

    def end_row(self, depth: int) -> None:
        """End the row at a depth."""
        if len(self._place.cells) < depth:
            return
        self.leave_table(depth)
        self.end_paragraph()
        if self._place.cells.pop():
            self._place.flow = self._place.rows.end_cell(self._place.flow)
        self._place.flow = self._place.rows.end_row(self._place.flow)

    def begin_note(self, setting: Setting) -> None:
        """Write the mark of a note, set as said; what comes next, until `end_note`, is the note."""
        self._notes.append(Flow())
        number = len(self._notes)
        self.begin_link(f"#note-{number}")
        self.mark(f"to-note-{number}")
        self.write(f"[{number}]", setting)
        self.end_link()
        self._begin_inner(self._notes[-1])

    def end_note(self) -> None:
        """Go on where the mark of the note stands."""
        self._end_inner()

    def begin_box(self) -> None:
        """Write what comes next, until `end_box`, behind the paragraph that is open."""
        self._begin_inner(Flow())

    def end_box(self) -> None:
        """Go on in the paragraph."""
        box = self._end_inner()
        self._place.paragraph.boxes.append(box)

    def begin_link(self, target: str) -> None:
        """Begin a link to an address or to a `#name`."""
        self._place.flow.begin_link(target)

    def end_link(self) -> None:
        """End the link."""
        self._place.flow.end("link")

    def mark(self, name: str) -> None:
        """Remember the place of the next character under a name, for jumps."""
        self._place.flow.mark(f"#{name}")

    def finish(self) -> Flow:
        """Return the text with its notes at the end."""
        while self._outer:
            self._end_inner()
        self.leave_table(0)
        self.end_paragraph()
        flow = self._place.flow
        for number, note in enumerate(self._notes, 1):
            flow.add_note(f"[{number}]", f"#note-{number}", f"#to-note-{number}", note)
        return flow

    def _begin_inner(self, flow: Flow) -> None:
        self._outer.append(self._place)
        self._place = _Place(flow)

    def _end_inner(self) -> Flow:
        self.leave_table(0)
        self.end_paragraph()
        inner = self._place.flow
        if self._outer:
            self._place = self._outer.pop()
        return inner

    def _enter(self, depth: int) -> None:
        """Open the rows, and in each a cell, that a paragraph at this depth stands in."""
        cells = self._place.cells
        self._begin_cell()
        while len(cells) < min(depth, DEEPEST):
            self._place.flow = self._place.rows.begin_row(self._place.flow)
            cells.append(False)
            self._begin_cell()

    def _begin_cell(self) -> None:
        """Open a cell in the innermost row, if there is a row and none is open in it."""
        if self._place.cells and not self._place.cells[-1]:
            self._place.flow = self._place.rows.begin_cell(self._place.flow)
            self._place.cells[-1] = True

    def _turn(self, strong: bool, emphasis: bool) -> None:
        """Begin and end emphasis, so that it is as said from here."""
        paragraph, flow = self._place.paragraph, self._place.flow
        if strong != paragraph.strong:
            flow.begin("strong") if strong else flow.end("strong")
        if emphasis != paragraph.emphasis:
            flow.begin("emphasis") if emphasis else flow.end("emphasis")
        paragraph.strong, paragraph.emphasis = strong, emphasis
