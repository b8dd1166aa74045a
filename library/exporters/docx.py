"""Highlights, memos and annotated texts as Word documents: real styles, footnotes, comments and a table of contents."""

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import BinaryIO

from library.exporters.base import Content, ExportJob
from library.exporters.composing import passage, wording_of
from library.exporters.docxmarkup import Manuscript
from library.exporters.docxpackage import Package
from library.exporters.typesetting import typeset
from library.progress import Progress

_IN_MEMORY = 8_000_000
"""Bytes of the body that are kept in memory; more than that lies in a temporary file."""


class DocxExporter:
    """Writes Office Open XML (ECMA-376, transitional): excerpts with footnotes, whole texts with comments."""

    name = "docx"
    label = "Word"
    suffix = ".docx"
    contents: tuple[Content, ...] = ("excerpts", "memo", "annotated")
    complete = False

    def write(self, job: ExportJob, file: BinaryIO, progress: Progress) -> None:
        """Write the document; its body first, for the contents before it list the headings in it."""
        wording = wording_of(job)
        leads = job.options.carried.links
        manuscript = Manuscript(
            lambda excerpt: passage(job, excerpt, wording), lambda excerpt: job.address(excerpt) if leads else ""
        )
        with SpooledTemporaryFile(max_size=_IN_MEMORY) as body:
            pieces = _pieces(job, manuscript)
            head = next(pieces)
            for done, piece in enumerate(pieces):
                progress.report(min(done, job.steps), job.steps)
                body.write(piece.encode())
            body.seek(0)
            Package(job.title, job.made, wording).write(file, manuscript, head, body)


def _pieces(job: ExportJob, manuscript: Manuscript) -> Iterator[str]:
    for blocks in typeset(job, notes="beside", footnotes=job.options.footnotes):
        yield manuscript.paragraphs(blocks)
