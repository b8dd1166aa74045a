"""What a style of citation is, and what of a bibliography an item has to know."""

from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from library.citations.items import Item
from library.citations.locators import Locator
from library.citations.richtext import RichText

Order: TypeAlias = Literal["cited", "by language", "by letter"]
"""As they are cited; by author, Chinese before all others; by author, all languages together."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a bibliography adds to an item: its `number` from 1, or the `letter` behind its year; `full` if its first
    author is not to be mistaken for another of the same surname."""

    number: int = 0
    letter: str = ""
    full: bool = False


UNMARKED = Mark()


class Style(Protocol):
    """A style. `name` is its word on the command line and in settings, `label` its name for people."""

    @property
    def name(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def order(self) -> Order: ...

    def entry(self, item: Item, mark: Mark = UNMARKED) -> RichText:
        """Return the entry of a bibliography, with its full stop and without its number."""
        ...

    def cite(self, item: Item, locator: Locator | None = None, mark: Mark = UNMARKED) -> RichText:
        """Return what stands in a text behind what was taken from an item, with its brackets.

        A numeric style without a number gives the whole entry in brackets: there is no bibliography that it is part of.
        """
        ...

    def note(self, item: Item, locator: Locator | None = None, mark: Mark = UNMARKED) -> RichText:
        """Return what stands in a footnote to what was taken from an item: the entry with the place, or as `cite`."""
        ...

    def called(self, item: Item, *, full: bool = False) -> str:
        """Return the authors as a text names them, by which those of one name are told apart; "" if it numbers."""
        ...


def is_numeric(style: Style) -> bool:
    """Say whether a style numbers its entries."""
    return style.order == "cited"
