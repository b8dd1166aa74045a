"""Highlights as an Excel workbook: a row a quotation, and sheets for documents, tags and which tags go together."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import combinations
from typing import Any, BinaryIO

from library.exporters.base import Content, ExportJob
from library.exporters.composing import Passage, passage, wording_of
from library.exporters.docxstyles import HEI, SONG
from library.exporters.visible import encodable, visible
from library.links import ARROW
from library.models import Document
from library.progress import Progress

Cells = Sequence[str | int]

LONGEST = 32_767
"""Characters that a cell can hold, as Excel counts them: in UTF-16."""
MOST_TAGS = 150
"""Tags side by side in the table of those that go together, the most used first; the sheet of tags has all of them."""
_PART = 16_000
"""Code points of a part: at most twice as many of those that Excel counts."""
MOST_LINKS = 65_530
"""Links that Excel takes on one sheet; the addresses of further rows stand there as text."""
_REPORT = 200
_WRAPPED = {"text_wrap": True, "valign": "top"}
_LINE, _HIGHEST = 15.0, 409.0
"""Points of a row that has one line, and of the highest that there is in Excel."""
_A4 = 9
_WIDEST_PAGE = 220
"""Letters side by side that can still be read where a sheet is printed as wide as the page."""


class Address(str):
    """A cell that leads where it says; an arrow is seen of it."""


class XlsxExporter:
    """Writes strings and counts, never a formula; what is too long for a cell goes on in a sheet of its own."""

    name = "xlsx"
    label = "Excel"
    suffix = ".xlsx"
    contents: tuple[Content, ...] = ("excerpts",)
    complete = False

    def write(self, job: ExportJob, file: BinaryIO, progress: Progress) -> None:
        """Write the workbook; its sheets hold filters and frozen heads."""
        from xlsxwriter.exceptions import FileCreateError  # pyright: ignore[reportMissingTypeStubs]
        from xlsxwriter.workbook import Workbook  # pyright: ignore[reportMissingTypeStubs]

        plain = {f"strings_to_{kind}": False for kind in ("formulas", "urls", "numbers")}
        # a disk that is full must not stop the writer half way: it would not let go of the file
        packed = BytesIO()
        made: Any = Workbook(packed, {"constant_memory": True, **plain})
        try:
            with made as book:
                book.set_properties({"title": job.title[:255], "author": "朱批 Zhupi"})
                _Sheets(book, _cited_in_full(job), progress).write()
        except FileCreateError as error:
            # what the disk says of its temporary files the writer wraps into an error that is no OSError
            raise error.args[0] from error
        file.write(packed.getbuffer())


def excerpt_rows(job: ExportJob) -> Iterator[tuple[str, ...]]:
    """Yield the head of the sheet of excerpts, then its rows, as text that is seen in them, however long."""
    wording, job = wording_of(job), _cited_in_full(job)
    columns = _columns(job)
    yield tuple(wording.column(name) for name, _, _ in columns)
    for excerpt in job.excerpts:
        said = passage(job, excerpt, wording)
        yield tuple(_seen(value(said)) for _, _, value in columns)


def _cited_in_full(job: ExportJob) -> ExportJob:
    return replace(job, options=replace(job.options, footnotes=True))


def _seen(cell: str | int) -> str:
    return ARROW if isinstance(cell, Address) and cell else str(cell)


def row_height(cells: Cells, widths: Sequence[int]) -> float:
    """Return how many points a row needs for its text, as wide as its columns; a Chinese character counts twice."""
    return min(max(map(_lines, cells, widths), default=1) * _LINE, _HIGHEST)


def _lines(cell: str | int, width: int) -> int:
    if isinstance(cell, int | Address):
        return 1
    return sum(max(-(-_letters(line) // width), 1) for line in cell.split("\n"))


def _letters(line: str) -> int:
    return 2 * len(line) - len(line.encode("ascii", "ignore"))


class _Sheets:
    """The sheets of a workbook, written one after another."""

    def __init__(self, book: Any, job: ExportJob, progress: Progress) -> None:
        self._book = book
        self._job = job
        self._progress = progress
        self._wording = wording_of(job)
        self._head = book.add_format({**_WRAPPED, "bold": True, "bg_color": "#ECE7DC", "bottom": 1, "font_name": HEI})
        self._wrapped = book.add_format({**_WRAPPED, "font_name": SONG, "font_size": 10.5})
        self._same = book.add_format({"font_name": SONG, "font_size": 10.5})
        self._followed = book.add_format({"font_color": "#0563C1", "align": "center", "valign": "top"})
        self._long: list[Cells] = []

    def write(self) -> None:
        """Write all sheets; the one of long texts only where there are any."""
        wording, job = self._wording, self._job
        columns = _columns(job)
        self._sheet(wording.excerpts, [(name, width) for name, width, _ in columns], self._rows(columns))
        self._sheet(wording.documents, _DOCUMENT_COLUMNS, map(self._document, _grouped(job)))
        if job.options.carried.tags:
            self._sheet(wording.tags, _TAG_COLUMNS, self._tags())
            self._together()
        if self._long:
            self._sheet(wording.remainder, _LONG_COLUMNS, iter(self._long))

    def _sheet(self, name: str, columns: Sequence[tuple[str, int]], rows: Iterable[Cells]) -> None:
        heads = [self._wording.column(column) for column, _ in columns]
        self._table(name, heads, [width for _, width in columns], rows)

    def _table(self, name: str, heads: Sequence[str], widths: Sequence[int], rows: Iterable[Cells]) -> None:
        sheet: Any = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 1)
        for number, width in enumerate(widths):
            sheet.set_column(number, number, width)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.repeat_rows(0)
        if sum(widths) <= _WIDEST_PAGE:
            sheet.fit_to_pages(1, 0)
        sheet.set_row(0, row_height(heads, widths))
        for number, head in enumerate(heads):
            self._put(sheet, 0, number, head, self._head)
        last = 0
        for last, row in enumerate(rows, 1):
            # not every program makes a row as high as its text by itself
            if (height := row_height(row, widths)) > _LINE:
                sheet.set_row(last, height)
            for number, cell in enumerate(row):
                self._put(sheet, last, number, cell, self._wrapped)
        sheet.autofilter(0, 0, last, max(len(heads) - 1, 0))

    def _put(self, sheet: Any, row: int, column: int, cell: str | int, look: Any) -> None:
        if isinstance(cell, int):
            sheet.write_number(row, column, cell, look)
        elif cell.startswith("<r>") and cell.endswith("</r>"):
            # the writer would take such text for its own markup, unless it comes in two pieces
            text = visible(cell)
            sheet.write_rich_string(row, column, text[:1], self._same, text[1:], look)
        elif isinstance(cell, Address) and cell and row <= MOST_LINKS:
            sheet.write_url(row, column, cell, self._followed, ARROW, self._wording.back)
        elif cell:
            sheet.write_string(row, column, encodable(cell), look)

    def _rows(self, columns: Sequence["_Column"]) -> Iterable[Cells]:
        for done, excerpt in enumerate(self._job.excerpts):
            if done % _REPORT == 0:
                self._progress.report(done, self._job.steps)
            said = passage(self._job, excerpt, self._wording)
            yield [self._fitting(value(said), name, excerpt.highlight.id) for name, _, value in columns]

    def _fitting(self, cell: str | int, column: str, highlight_id: str) -> str | int:
        """Return what a cell can hold; the whole of a longer text goes, in parts, to the sheet of long texts."""
        if isinstance(cell, int) or (len(cell) * 2 <= LONGEST) or len(cell.encode("utf-16-le")) // 2 <= LONGEST:
            return cell
        parts = [cell[at : at + _PART] for at in range(0, len(cell), _PART)]
        name = self._wording.column(column)
        self._long += [(highlight_id, name, number, part) for number, part in enumerate(parts, 1)]
        return parts[0] + self._wording.remainder_of

    def _document(self, group: tuple[Document, int]) -> Cells:
        document, count = group
        note = self._job.document_notes.get(document.id, "") if self._job.options.carried.notes else ""
        key = self._job.keys().get(document.id, "")
        known = (document.title, document.author, document.issuer, document.number, document.date)
        cells: Cells = (*known, count, document.length, note, key, document.id)
        return [self._fitting(cell, "note", document.id) for cell in cells]

    def _tags(self) -> Iterable[Cells]:
        here = Counter(path for excerpt in self._job.excerpts for path in excerpt.tag_paths)
        for each in self._job.tags():
            tag = each.tag
            told = (tag.color, tag.description, tag.includes, tag.excludes, tag.example)
            yield [
                self._fitting(cell, "description", tag.id)
                for cell in (each.path, here[each.path], each.count, each.total, *told)
            ]

    def _together(self) -> None:
        """Write how often each two tags stand on the same highlight; on the diagonal, how often each does."""
        counts, pairs = Counter[str](), Counter[tuple[str, str]]()
        for excerpt in self._job.excerpts:
            paths = sorted(set(excerpt.tag_paths))
            counts.update(paths)
            pairs.update(combinations(paths, 2))
        shown = sorted(path for path, _ in counts.most_common(MOST_TAGS))
        rows: list[Cells] = [
            (row, *(counts[row] if row == column else pairs[min(row, column), max(row, column)] for column in shown))
            for row in shown
        ]
        heads = [self._wording.column("tag"), *shown]
        self._table(self._wording.together, heads, [28] + [12] * len(shown), rows)


_Column = tuple[str, int, Callable[[Passage], str | int]]
_DOCUMENT_COLUMNS = (
    ("document", 40), ("author", 18), ("issuer", 22), ("number", 12), ("date", 12), ("highlights", 10), ("length", 10),
    ("note", 40), ("citekey", 18), ("document_id", 38),
)  # fmt: skip
_TAG_COLUMNS = (
    ("tag", 36), ("here", 12), ("count", 10), ("total", 12), ("color", 10), ("description", 40), ("includes", 30),
    ("excludes", 30), ("example", 40),
)  # fmt: skip
_LONG_COLUMNS = (("highlight_id", 38), ("column", 12), ("part", 8), ("text", 100))


def _columns(job: ExportJob) -> list[_Column]:
    """Return name, width and value of each column of excerpts, as far as it is carried."""
    carried = job.options.carried
    wanted: list[tuple[bool, _Column]] = [
        (True, ("quote", 60, lambda said: said.excerpt.highlight.quote)),
        (True, ("correction", 30, lambda said: said.excerpt.highlight.correction)),
        (carried.notes, ("note", 40, lambda said: said.note)),
        (carried.tags, ("tags", 28, lambda said: "; ".join(said.tags))),
        (carried.colors, ("color", 9, lambda said: said.color or "")),
        (carried.links, ("link", 7, lambda said: Address(said.link))),
        (True, ("document", 34, lambda said: said.excerpt.document.title)),
        (carried.headings, ("headings", 28, lambda said: " › ".join(said.excerpt.headings))),
        (carried.places, ("paragraph", 9, lambda said: said.excerpt.paragraph)),
        (carried.places, ("page", 9, lambda said: said.excerpt.page)),
        (carried.speakers, ("speaker", 12, lambda said: said.excerpt.speaker)),
        (carried.context, ("before", 30, lambda said: said.before)),
        (carried.context, ("after", 30, lambda said: said.after)),
        (True, ("author", 16, lambda said: said.excerpt.document.author)),
        (True, ("issuer", 18, lambda said: said.excerpt.document.issuer)),
        (True, ("number", 10, lambda said: said.excerpt.document.number)),
        (True, ("date", 11, lambda said: said.excerpt.document.date)),
        (carried.dates, ("created", 22, lambda said: said.excerpt.highlight.created)),
        (carried.dates, ("modified", 22, lambda said: said.excerpt.highlight.modified)),
        # as in a footnote: there is no list in which a number could be looked up
        (True, ("citation", 40, lambda said: said.footnote.plain)),
        (True, ("start", 8, lambda said: said.excerpt.highlight.start)),
        (True, ("end", 8, lambda said: said.excerpt.highlight.end)),
        (True, ("document_id", 38, lambda said: said.excerpt.document.id)),
        (True, ("highlight_id", 38, lambda said: said.excerpt.highlight.id)),
    ]
    return [column for is_wanted, column in wanted if is_wanted]


def _grouped(job: ExportJob) -> list[tuple[Document, int]]:
    counts: defaultdict[str, int] = defaultdict(int)
    documents: dict[str, Document] = {}
    for excerpt in job.excerpts:
        documents[excerpt.document.id] = excerpt.document
        counts[excerpt.document.id] += 1
    return [(document, counts[id]) for id, document in documents.items()]
