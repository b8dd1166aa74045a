"""What is asked in the search panel, and what comes back from the thread that searches."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from desktop.itemmodels.findings import Group
from desktop.translation import tr

if TYPE_CHECKING:
    from library.errors import LibraryError
    from library.search.hits import Hit

Order = Literal["place", "relevance", "title", "date"]
ORDERS: tuple[Order, ...] = ("place", "relevance", "title", "date")
MANY = 500
"""Hits that are shown while others are still being counted."""


def order_name(order: Order) -> str:
    """Return what an order is called in the user's language."""
    match order:
        case "place":
            return tr("By place")
        case "relevance":
            return tr("By relevance")
        case "title":
            return tr("By title")
        case "date":
            return tr("By date")


@dataclass(frozen=True, slots=True)
class Question:
    """A query with what is asked of the form in which it stands in a text, and the order of the answer.

    With `repeated`, passages that stand twice in a text count each time.
    """

    query: str
    exact: bool = False
    whole_words: bool = False
    case: bool = False
    order: Order = "place"
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Indexing:
    """The index is being made: `done` of `total` documents are in it."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Found:
    """The documents with hits; all of them, unless more are still being looked for: then it is `partial`.

    `repeated` are the hits left out for standing in passages that stand twice.
    """

    groups: tuple[Group, ...]
    partial: bool = False
    repeated: int = 0


@dataclass(frozen=True, slots=True)
class Sections:
    """What else meets the query: the titles, notes and tags, each as a group; without any where there are none."""

    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Hits of a document from number `first` on."""

    document_id: str
    first: int
    hits: Sequence[Hit]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a document has hits, in order and none inside another: code points, ends exclusive.

    `numbers` says of each which one it is of all hits of the document.
    """

    document_id: str
    starts: array[int] = field(default_factory=lambda: array("q"))
    ends: array[int] = field(default_factory=lambda: array("q"))
    numbers: array[int] = field(default_factory=lambda: array("q"))


@dataclass(frozen=True, slots=True)
class Offered:
    """The words that what was typed may be the pinyin of, the best first.

    `applied` says that the best one was looked for, as nothing is written in the letters typed.
    """

    words: tuple[str, ...]
    applied: bool = False


@dataclass(frozen=True, slots=True)
class Unanswered:
    """The question could not be answered, and this says why."""

    error: LibraryError


Told = Indexing | Found | Sections | Page | Placed | Offered | Unanswered
