"""The text of a PDF with its elements, written from all its pages."""

from library.elements import Element
from library.importers.flow import Flow
from library.importers.pdffile import PdfFile
from library.importers.pdflines import Line, lines_of, measure
from library.importers.pdfmargins import counted, without_margins
from library.importers.pdfparagraphs import Hyphens, joints, paragraphs_of
from library.pages import page_value
from library.progress import Progress


class Manuscript:
    """Reads the pages of a file one after the other, then writes their text."""

    def __init__(self, file: PdfFile, progress: Progress) -> None:
        pages: list[list[Line]] = []
        for number in range(len(file)):
            progress.report(number, len(file))
            with file.page(number) as page:
                pages.append(lines_of(page.runs()))
        margins = without_margins(pages)
        self._pages = margins.lines
        for lines in self._pages:
            measure(lines)
        self._labels = _labels(file, counted(margins.numbers, len(file)))

    def written(self) -> tuple[str, tuple[Element, ...]]:
        """Return the text and its elements."""
        flow, current = Flow(), -1
        hyphens = Hyphens(line.text for lines in self._pages for line in lines)
        for paragraph in paragraphs_of(enumerate(self._pages)):
            between = ""
            for page, words, follows in joints(paragraph, hyphens):
                if page != current:
                    flow.end("page")
                    flow.begin("page", page_value(page + 1, self._labels[page]))
                    current = page
                flow.add(between + words)
                between = follows
            flow.end_paragraph()
        return flow.finish()


def _labels(file: PdfFile, first: int | None) -> list[str]:
    """Return what each page is called: by the file, or by the numbers printed on the pages, of which one is `first`."""
    labels = [file.label(number) for number in range(len(file))]
    trivial = all(label in ("", str(number)) for number, label in enumerate(labels, 1))
    if not trivial or first is None:
        return labels
    return [str(number + first) if number + first > 0 else "" for number in range(len(file))]
