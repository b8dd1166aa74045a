"""Highlights as comma-separated values, one row a quote, for spreadsheets."""

import csv
import io
from collections.abc import Iterator, Sequence

from library.escaping import plain_cell
from library.exporters.base import Content, ExportJob, TextExporter
from library.models import Excerpt
from library.references import shown_words

HEADER = (
    "document",
    "quote",
    "correction",
    "note",
    "tags",
    "color",
    "heading",
    "headings",
    "paragraph",
    "speaker",
    "page",
    "start",
    "end",
    "created",
    "author",
    "date",
    "issuer",
    "number",
    "document_id",
    "highlight_id",
    "url",
)


class CsvExporter(TextExporter):
    """Writes RFC 4180 with a header row, in UTF-8 with the byte order mark that Excel asks for."""

    name = "csv"
    label = "CSV (spreadsheet)"
    suffix = ".csv"
    contents: tuple[Content, ...] = ("excerpts",)
    complete = True
    encoding = "utf-8-sig"

    def render(self, job: ExportJob) -> Iterator[str]:
        """Yield the header, then a row for each excerpt; `start` and `end` are code points."""
        yield csv_row(HEADER)
        for excerpt in job.excerpts:
            yield csv_row(_cells(excerpt, job.address(excerpt)))


def _cells(excerpt: Excerpt, url: str) -> tuple[str, ...]:
    highlight, document = excerpt.highlight, excerpt.document
    return (
        document.title,
        highlight.quote,
        highlight.correction,
        shown_words(excerpt.note),
        "; ".join(excerpt.tag_paths),
        excerpt.color,
        excerpt.heading,
        " › ".join(excerpt.headings),
        str(excerpt.paragraph),
        excerpt.speaker,
        excerpt.page,
        str(highlight.start),
        str(highlight.end),
        highlight.created,
        document.author,
        document.date,
        document.issuer,
        document.number,
        document.id,
        highlight.id,
        url,
    )


def csv_row(cells: Sequence[str]) -> str:
    """Return cells as one line of RFC 4180 that a spreadsheet takes for text, with its line end."""
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow([plain_cell(cell) for cell in cells])
    return line.getvalue()
