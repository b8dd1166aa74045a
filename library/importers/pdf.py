"""PDF files with a text layer: paragraphs rebuilt from lines, with the pages on which they stand."""

from collections.abc import Iterator
from pathlib import Path

from library.chinese.titles import one_line, title_of
from library.importers.base import ImportOptions
from library.models import Draft
from library.progress import Progress


class PdfImporter:
    """Reads a PDF; running heads and the numbers of pages are left out, pages kept as elements."""

    name = "pdf"
    suffixes = (".pdf",)

    def read(self, path: Path, options: ImportOptions, progress: Progress) -> Iterator[Draft]:
        """Yield the document; Refused if it is locked, damaged or holds no text."""
        from library.importers.pdffile import PdfFile  # loads PDFium, which whoever only lists formats does not need
        from library.importers.pdfmanuscript import Manuscript

        with PdfFile(path) as file:
            manuscript = Manuscript(file, progress)
            text, elements = manuscript.written()
            said = file.said()
        yield Draft(
            text=text,
            title=one_line(said.title) or title_of(text, options.stem(path)),
            format=self.name,
            author=one_line(said.author),
            date=said.date,
            elements=elements,
        )
