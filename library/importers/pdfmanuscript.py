"""The text of a PDF with its elements, written from all its pages."""

from collections import defaultdict
from collections.abc import Sequence

from library.elements import Element
from library.importers.flow import Flow
from library.importers.gibberish import is_gibberish
from library.importers.pdfcharacters import Characters
from library.importers.pdfheadings import headings_of
from library.importers.pdflines import Line, lines_of, measure
from library.importers.pdfmargins import counted, without_margins
from library.importers.pdfnotes import Note, body_size, notes_of
from library.importers.pdfparagraphs import Hyphens, Paragraph, joints, paragraphs_of
from library.importers.pdfsource import TextFile
from library.pages import page_value
from library.progress import Progress

_GARBAGE = 0.3
"""The share of characters without meaning from which the text of a page is none."""

_SAMPLE = 16
"""Pages at least that are looked at for whether there is a meaning in their characters, where there are so many."""


class Manuscript:
    """Reads the pages of a file one after the other, then writes their text.

    `characters` counts what was read, `pictures` are the pages, from 1, that hold something but no text, `margins` the
    running heads and feet of the first pages.
    """

    def __init__(self, file: TextFile, progress: Progress) -> None:
        self.characters = Characters()
        self.pictures: list[int] = []
        pages = [self._read(file, number, progress) for number in range(len(file))]
        for page in _garbled(pages):
            pages[page] = []
            self.pictures.append(page + 1)
        self.pictures.sort()
        self._size = body_size(pages)
        margins = without_margins(pages, self._size)
        self._pages, self.margins = margins.lines, margins.words
        for lines in self._pages:
            measure(lines)
        self._labels = _labels(file, counted(margins.numbers, len(file)))
        self._notes = notes_of(self._pages, self._size)
        self._by_line: defaultdict[int, list[Note]] = defaultdict(list)
        for note in self._notes:
            self._by_line[id(note.line)].append(note)
        self._bookmarks = file.bookmarks()
        self._flow = Flow()
        self._page = -1

    @property
    def is_empty(self) -> bool:
        """Whether there is no text on any page."""
        return not any(self._pages)

    def written(self) -> tuple[str, tuple[Element, ...]]:
        """Return the text and its elements; the footnotes stand at its end."""
        hyphens = Hyphens(line.text for lines in self._pages for line in lines)
        apart = {id(line) for note in self._notes for _, line in note.lines}
        text = ((page, [line for line in lines if id(line) not in apart]) for page, lines in enumerate(self._pages))
        paragraphs = list(paragraphs_of(text))
        levels = headings_of(paragraphs, self._bookmarks, self._size)
        for index, paragraph in enumerate(paragraphs):
            if index in levels:
                self._flow.begin("heading", str(levels[index]))
            self._write(paragraph, hyphens)
            if index in levels:
                self._flow.end("heading")
        for note in self._notes:
            self._write(Paragraph(note.lines), hyphens, note)
        return self._flow.finish()

    def _read(self, file: TextFile, number: int, progress: Progress) -> list[Line]:
        progress.report(number, len(file))
        with file.page(number) as page:
            lines = lines_of(page.runs())
            if page.characters.lost > _GARBAGE * page.characters.all:
                lines = []
            if not lines and page.holds_something:
                self.pictures.append(number + 1)
        self.characters.add(page.characters)
        return lines

    def _write(self, paragraph: Paragraph, hyphens: Hyphens, note: Note | None = None) -> None:
        """Write a paragraph, or a note, whose mark leads back to the text."""
        flow, between, first = self._flow, "", note
        for (page, line), (words, follows) in zip(paragraph.lines, joints(paragraph, hyphens), strict=True):
            if page != self._page or first is not None:
                flow.end("page")
                flow.begin("page", page_value(page + 1, self._labels[page]))
                self._page = page
            if first is not None:
                flow.mark(f"#{first.name}")
                _link(flow, f"#to-{first.name}", first.shown)
                words, first = f" {words[len(first.mark) :].lstrip()}", None
            if between == "\n":
                flow.add(between)
            elif between:
                flow.add_exactly(between)
            self._add(line, words)
            between = follows
        flow.end_paragraph()

    def _add(self, line: Line, words: str) -> None:
        at = 0
        for note in sorted(self._by_line[id(line)], key=lambda each: each.start):
            self._flow.add_exactly(words[at : note.start])
            self._flow.mark(f"#to-{note.name}")
            _link(self._flow, f"#{note.name}", note.shown)
            at = note.end
        self._flow.add_exactly(words[at:])


def _link(flow: Flow, target: str, words: str) -> None:
    flow.begin_link(target)
    flow.add_exactly(words)
    flow.end("link")


def _garbled(pages: Sequence[list[Line]]) -> list[int]:
    """Return the pages, from 0, of which the file misnames the characters; they are most of its pages, or none."""
    written = [page for page, lines in enumerate(pages) if lines]
    some = written[:: len(written) // _SAMPLE + 1]
    if 2 * sum(_is_garbled(pages[page]) for page in some) <= len(some):
        return []
    return [page for page in written if _is_garbled(pages[page])]


def _is_garbled(lines: Sequence[Line]) -> bool:
    return is_gibberish("\n".join(line.text for line in lines))


def _labels(file: TextFile, first: int | None) -> list[str]:
    """Return what each page is called: by the file, or by the numbers printed on the pages, of which one is `first`."""
    labels = [file.label(number) for number in range(len(file))]
    trivial = all(label in ("", str(number)) for number, label in enumerate(labels, 1))
    if not trivial or first is None:
        return labels
    return [str(number + first) if number + first > 0 else "" for number in range(len(file))]
