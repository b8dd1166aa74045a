"""A scanned page as it was read."""

from collections.abc import Iterator
from typing import Self

from library.importers.pdfcharacters import Characters
from library.importers.pdfruns import Run
from library.ocr.words import runs_of, words_of
from library.pages import Box


class ScannedPage:
    """One page as it was read: its size in points, and its words as runs.

    `table` is what is kept of it: a line with the dots per inch and the languages it was read in, then tesseract's
    table (TSV); "" where the page could not be read: only then it `holds_something` besides its text.
    """

    def __init__(self, size: tuple[float, float], table: str) -> None:
        self.width, self.height = size
        self.characters = Characters()
        self.holds_something = not table
        head, _, rows = table.partition("\n")
        dots = head.partition(" ")[0]
        self._runs = runs_of(list(words_of(rows, int(dots)))) if dots.isdecimal() and int(dots) else []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is open."""

    def runs(self) -> list[Run]:
        """Return the runs of the page in the order in which tesseract finds them."""
        return self._runs

    def glyphs(self, run: Run) -> Iterator[tuple[str, Box]]:
        """Yield the characters of a run with their boxes: all as wide, for tesseract tells no more."""
        width = (run.right - run.left) / len(run.text)
        for number, character in enumerate(run.text):
            left = run.left + number * width
            yield character, Box(left, run.top, left + width, run.bottom)
