"""Highlights, memos and annotated texts as PDF, set by Qt, which is loaded when that is asked for and not before."""

from typing import BinaryIO

from library.exporters.base import Content, ExportJob
from library.exporters.typesetting import typeset
from library.progress import Progress


class PdfExporter:
    """Writes A4 pages with embedded faces; a window need not be there."""

    name = "pdf"
    label = "PDF"
    suffix = ".pdf"
    contents: tuple[Content, ...] = ("excerpts", "memo", "annotated")
    complete = False

    def write(self, job: ExportJob, file: BinaryIO, progress: Progress) -> None:
        """Write the pages; a document that is written whole begins a new one."""
        from library.exporters.pdfpages import Pages

        with Pages(job.title) as pages:
            for done, blocks in enumerate(typeset(job)):
                progress.report(min(done, job.steps), job.steps)
                pages.add(blocks)
        file.write(pages.content)
