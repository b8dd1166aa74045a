"""What a template is given: plain frozen data, from which nothing leads back into the library.

`resources/templates` tells those who write templates of each name here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document: `fields` are all of its fields, the library's own ones too, by name; those without a value are ""."""

    id: str
    title: str
    author: str
    authors: tuple[str, ...]
    issuer: str
    date: str
    number: str
    language: str
    key: str
    note: str
    file: str
    highlights: int
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class QuoteEntry:
    """One quotation and what goes with it; what is not carried is empty.

    `text` is what is quoted, corrected where it was, in quotation marks where those are chosen; `quoted` always has
    them. `original` are the text's own words then. `page`, `paragraph` and
    `place`, which says both in words, tell where it stands; `marked` and `changed` are days, `link` leads back to it.
    """

    id: str
    number: int
    text: str
    quoted: str
    original: str
    before: str
    after: str
    note: str
    tags: tuple[str, ...]
    color: str
    style: str
    starred: bool
    headings: tuple[str, ...]
    speaker: str
    page: str
    paragraph: int
    place: str
    marked: str
    changed: str
    citation: str
    footnote: str
    link: str
    document: DocumentEntry


@dataclass(frozen=True, slots=True)
class GroupEntry:
    """A heading and the quotations right below it: of a document, a tag by its full name, a date, or of none."""

    title: str
    level: int
    path: str
    known: tuple[str, ...]
    note: str
    document: DocumentEntry | None
    quotes: tuple[QuoteEntry, ...]


@dataclass(frozen=True, slots=True)
class PartEntry:
    """A stretch of a memo: prose in Markdown, or a quotation."""

    kind: Literal["prose", "quote"]
    text: str
    quote: QuoteEntry | None = None


@dataclass(frozen=True, slots=True)
class TagEntry:
    """A tag of the codebook by its full name, with how many highlights carry it, and with those below it.

    `here` counts those of this export that carry it.
    """

    path: str
    name: str
    level: int
    color: str
    description: str
    includes: str
    excludes: str
    example: str
    count: int
    total: int
    here: int


@dataclass(frozen=True, slots=True)
class Context:
    """All that a template can name.

    `quotes` has each quotation once, `groups` as they are grouped; `parts` are those of a memo. `words` are the words
    for headings and columns, in the language of what is exported.
    """

    title: str
    library: str
    made: str
    kind: Literal["excerpts", "memo"]
    grouping: str
    language: str
    highlights: int
    groups: tuple[GroupEntry, ...]
    quotes: tuple[QuoteEntry, ...]
    documents: tuple[DocumentEntry, ...]
    parts: tuple[PartEntry, ...] = ()
    tags: tuple[TagEntry, ...] = ()
    bibliography: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict[str, str])
