"""What the text of a document with pages is put together from: a file with pages, however their text is found."""

from collections.abc import Iterator, Sequence
from typing import Protocol, Self

from library.importers.pdfcharacters import Characters
from library.importers.pdfheadings import Bookmark
from library.importers.pdfruns import Run
from library.pages import Box


class TextPage(Protocol):
    """A page with its text; to be closed."""

    @property
    def width(self) -> float: ...

    @property
    def height(self) -> float: ...

    @property
    def characters(self) -> Characters:
        """What was read of it."""
        ...

    @property
    def holds_something(self) -> bool:
        """Whether anything is on the page."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...

    def runs(self) -> list[Run]:
        """Return the runs of the page."""
        ...

    def glyphs(self, run: Run) -> Iterator[tuple[str, Box]]:
        """Yield the characters of a run as text, with their boxes."""
        ...


class TextFile(Protocol):
    """A file whose pages have text."""

    def __len__(self) -> int: ...

    def page(self, number: int) -> TextPage:
        """Return a page, counted from 0."""
        ...

    def label(self, number: int, /) -> str:
        """Return what the file calls a page, or nothing."""
        ...

    def bookmarks(self) -> Sequence[Bookmark]:
        """Return the file's own outline."""
        ...
