"""The beginning of an export as it will look: text, set text or a table, made on a worker's thread."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from library.exporters.base import Content, Exporter, ExportJob, ExportOptions, ExportScope, TextExporter
from library.exporters.template import TemplateExporter

if TYPE_CHECKING:
    from library.library import Library

PREVIEW_LINES = 200
PREVIEW_LENGTH = 20_000
"""Lines, and code points, of the preview at most."""
PREVIEW_PARTS = 60
"""Headings, quotations and rows at most."""
_SET = ("docx", "html", "pdf")
_TABLES = ("csv", "xlsx")
_CODE = ("json", "w3c")

Form = Literal["text", "code", "rich", "table", "none"]


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of what will be written; `complete` when that is all.

    `text` is plain text, for machines where the form is code, or HTML of our own making where it is rich; `rows` are
    those of a table, the head first.
    """

    title: str
    highlights: int
    documents: int
    content: Content
    form: Form
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    complete: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        return not self.highlights and (self.content == "excerpts" or not self.documents)


def load() -> None:
    """Load what a preview and its dialog are made with, which takes longer than the preview of a page."""
    from library import exporters

    import_module("desktop.dialogs.export")
    exporters.available()
    for name in ("scope", "palette", "richtext", "xlsx"):
        import_module(f"library.exporters.{name}")


def make_preview(
    path: Path,
    scope: ExportScope,
    options: ExportOptions,
    exporter: Exporter,
    theme: str,
    wait_for_writer: Callable[[], None] | None,
) -> Preview:
    """Read what `scope` holds, once all that was handed to the writer is there, and set its beginning."""
    from library.library import Library

    if wait_for_writer is not None:
        wait_for_writer()
    with closing(Library.open(path, write=False)) as library:
        return _preview(_collected(library, scope, options), exporter, theme)


def _collected(library: Library, scope: ExportScope, options: ExportOptions) -> ExportJob:
    from library.exporters.scope import collect

    return collect(library, scope, options, most=PREVIEW_PARTS + 1)


def _preview(job: ExportJob, exporter: Exporter, theme: str) -> Preview:
    from library.exporters.scope import BEGINNING

    documents = max(job.document_count, len(job.documents), job.memo is not None)
    form, text, rows, complete = _set(job, exporter, theme)
    read = all(document.length <= BEGINNING for document in job.documents)
    complete = complete and read and job.highlight_count == len(job.excerpts)
    return Preview(job.title, job.highlight_count, documents, job.content, form, text, rows, complete)


def _set(job: ExportJob, exporter: Exporter, theme: str) -> tuple[Form, str, tuple[tuple[str, ...], ...], bool]:
    if exporter.name in _TABLES:
        rows = tuple(islice(_rows(job, exporter), PREVIEW_PARTS + 1))
        return "table", "", rows, len(rows) > len(job.excerpts)
    if exporter.name in _SET:
        from library.exporters.palette import palette
        from library.exporters.richtext import rich

        text, complete = _beginning(rich(job, palette(theme)), PREVIEW_LENGTH * 5)
        return "rich", text, (), complete
    if isinstance(exporter, TemplateExporter):
        pieces = exporter.beginning(job, PREVIEW_PARTS + 1, PREVIEW_LENGTH)
    elif isinstance(exporter, TextExporter):
        pieces = exporter.render(job)
    else:
        return "none", "", (), False
    text, complete = _beginning(pieces, PREVIEW_LENGTH)
    lines = text[:PREVIEW_LENGTH].splitlines()
    complete = complete and len(text) <= PREVIEW_LENGTH and len(lines) <= PREVIEW_LINES
    form: Form = "code" if exporter.name in _CODE else "text"
    return form, "\n".join(lines[:PREVIEW_LINES]), (), complete


def _beginning(pieces: Iterable[str], longest: int) -> tuple[str, bool]:
    """Return the first pieces of a text, and whether these are all."""
    made, length, lines = list[str](), 0, 0
    for piece in pieces:
        if length >= longest or lines >= PREVIEW_LINES or len(made) > PREVIEW_PARTS:
            return "".join(made), False
        made.append(piece)
        length += len(piece)
        lines += piece.count("\n")
    return "".join(made), True


def _rows(job: ExportJob, exporter: Exporter) -> Iterable[tuple[str, ...]]:
    if isinstance(exporter, TextExporter):
        for row in exporter.render(job):
            yield tuple(next(csv.reader(io.StringIO(row, newline=""))))
    else:
        from library.exporters.xlsx import excerpt_rows

        yield from excerpt_rows(job)
