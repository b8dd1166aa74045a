"""The frozen dataclasses that cross from one room to another.

All offsets are code points of the reading text, end exclusive. All moments are UTC in ISO 8601. Ids are UUIDv7 texts.
"""

import os
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, NamedTuple
from uuid import UUID

from library.elements import Element
from library.mending import Mend

Color = Literal["red", "yellow", "green", "blue", "purple", "brown"]
Style = Literal["highlight", "underline"]
Stage = Literal["unread", "reading", "done"]
NoteTarget = Literal["highlight", "document", "tag", "collection"]
SmartKind = Literal["excerpts", "search"]

COLORS: tuple[Color, ...] = ("red", "yellow", "green", "blue", "purple", "brown")
STAGES: tuple[Stage, ...] = ("unread", "reading", "done")
CONTEXT_LENGTH = 32
"""Code points of text kept before and after a quote (the prefix and suffix of W3C's TextQuoteSelector)."""


def new_id() -> str:
    """Return a new UUIDv7 as text: ids made later sort later, to a quarter microsecond (RFC 9562, 6.2, method 3)."""
    milliseconds, rest = divmod(time.time_ns(), 1_000_000)
    fraction = rest * 4096 // 1_000_000
    noise = int.from_bytes(os.urandom(8), "big") & (1 << 62) - 1
    value = (milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | fraction << 64 | 0x2 << 62 | noise
    return str(UUID(int=value))


def now() -> str:
    """Return this moment in UTC as ISO 8601 with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class Document:
    """A text in the library. `removed` is the moment it went to the bin, or None."""

    id: str
    title: str
    text_sha: str
    length: int
    author: str = ""
    date: str = ""
    issuer: str = ""
    number: str = ""
    language: str = ""
    source: str = ""
    original_sha: str = ""
    original_name: str = ""
    format: str = ""
    encoding: str = ""
    added: str = ""
    removed: str | None = None


@dataclass(frozen=True, slots=True)
class Collection:
    """A node in the tree of collections; `position` orders siblings by hand."""

    id: str
    name: str
    parent_id: str | None = None
    position: float = 0.0


@dataclass(frozen=True, slots=True)
class Placement:
    """A document's place in one collection; a document may have several. `position` is its place by hand."""

    collection_id: str
    document_id: str
    position: float = 0.0


@dataclass(frozen=True, slots=True)
class Highlight:
    """A marked passage: W3C's position and quote selectors in one row. `color` None: that of its first tag."""

    id: str
    document_id: str
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    color: Color | None = None
    style: Style = "highlight"
    correction: str = ""
    author: str = ""
    created: str = ""
    modified: str = ""
    starred: bool = False


class Span(NamedTuple):
    """A passage of a document, marked or not."""

    document_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """A way from one highlight to another, which can be gone in both directions."""

    id: str
    source_id: str
    target_id: str
    created: str = ""

    def other_end(self, highlight_id: str) -> str:
        """Return the highlight that the link leads to from one of its ends."""
        return self.target_id if self.source_id == highlight_id else self.source_id


@dataclass(frozen=True, slots=True)
class Tag:
    """A node of the codebook; `includes`, `excludes` and `example` say what belongs under it and what does not."""

    id: str
    name: str
    parent_id: str | None = None
    color: Color = "yellow"
    description: str = ""
    position: float = 0.0
    includes: str = ""
    excludes: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class Tagging:
    """A tag on a highlight; the tagging with the lowest `position` gives the colour of a highlight without its own."""

    highlight_id: str
    tag_id: str
    position: int = 0


@dataclass(frozen=True, slots=True)
class Pen:
    """What key `number`, 1 to 9, marks with. `color` None: that of the first tag."""

    number: int
    color: Color | None = None
    style: Style = "highlight"


@dataclass(frozen=True, slots=True)
class PenTag:
    """A tag that a pen puts on what it marks, in the order of `position`."""

    number: int
    tag_id: str
    position: int = 0


@dataclass(frozen=True, slots=True)
class Memo:
    """Markdown in which an excerpt stands as a reference to its highlight (library/references.py)."""

    id: str
    title: str
    text: str = ""
    created: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class SmartCollection:
    """A question that is asked anew whenever it is looked at: an ExcerptQuery or a search, as JSON."""

    id: str
    name: str
    kind: SmartKind
    query: str
    position: float = 0.0


@dataclass(frozen=True, slots=True)
class Note:
    """Markdown on one target; a target has at most one note."""

    id: str
    target_kind: NoteTarget
    target_id: str
    text: str
    created: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place in a document to come back to: `position` is a code point, `name` one line or empty."""

    id: str
    document_id: str
    position: int
    name: str
    created: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Where a reader is in a document, not journaled: `place` the first visible character, `furthest` how far one read.

    `furthest` is 0 as long as nothing was seen, and at least 1 from then on, in an empty document too. `opened` is ""
    where the document was only said to be read.
    """

    document_id: str
    place: int = 0
    furthest: int = 0
    opened: str = ""

    def stage(self, length: int) -> Stage:
        """Return whether a document of `length` code points is unread, being read, or done: seen to its end."""
        if not self.furthest:
            return "unread"
        return "done" if self.furthest >= length else "reading"

    def percent(self, length: int) -> int:
        """Return how far a document of `length` code points is read, in whole percents: 100 only at its end."""
        return min(100, 100 * self.furthest // length) if length else 100


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A highlight with all that is said of it: the one shape that sidebar, reports and exporters read.

    `tags` are in the order of tagging, `tag_paths` their full names (`主题/协商`), `color` the colour to show,
    `paragraph` the number of the paragraph among the non-blank ones from 1, `headings` the titles of the headings that
    it stands below, the highest first, `links` those from it and to it, the oldest first, `speaker` who speaks in the
    first of the passages that it touches, or "", `pages` what the pages are called on which it begins and ends: one,
    two, or none where the file has no pages.
    """

    highlight: Highlight
    document: Document
    tags: tuple[Tag, ...]
    tag_paths: tuple[str, ...]
    color: Color
    note: str
    paragraph: int
    headings: tuple[str, ...]
    links: tuple[Link, ...] = ()
    speaker: str = ""
    pages: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """The nearest heading above, or ""."""
        return self.headings[-1] if self.headings else ""

    @property
    def page(self) -> str:
        """The page, or the first and the last, or ""."""
        return "–".join(self.pages)


@dataclass(frozen=True, slots=True)
class ExcerptQuery:
    """Which excerpts to retrieve; what is empty asks for nothing.

    Tags and collections are ids and count with all below them. A tag of `near_tags` must be on another highlight of the
    same paragraph or, with `within`, at most so many code points away. `since` and `until` are dates of the document,
    whole or shortened (2017, 2017-03), both included. The words of `text` must all stand in quote, correction or note.
    One of the `speakers` must speak there.
    """

    all_tags: tuple[str, ...] = ()
    any_tags: tuple[str, ...] = ()
    no_tags: tuple[str, ...] = ()
    near_tags: tuple[str, ...] = ()
    within: int | None = None
    untagged: bool = False
    colors: tuple[Color, ...] = ()
    document_ids: tuple[str, ...] = ()
    collection_ids: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    text: str = ""
    speakers: tuple[str, ...] = ()
    noted: bool = False
    starred: bool = False


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What making tags one would do: highlights that change, those that carry the target too, tags that move or join.

    `notes` are notes on the sources that go to the target's.
    """

    highlights: int
    already: int
    below: int
    notes: int


@dataclass(frozen=True, slots=True)
class Markup:
    """The elements that a document's file gave, as JSON: a list of `[start, end, kind, value]`."""

    document_id: str
    elements: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said of a file: an English template, which is the key of its translation, and its fields."""

    message: str
    arguments: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return self.message.format(**dict(self.arguments))


@dataclass(frozen=True, slots=True)
class Draft:
    """What an importer makes of a file: reading text and what is known of it.

    `text` has LF line ends and no BOM, NUL or lone surrogate. `replaced` counts characters that could not be decoded,
    `stripped` the NULs and surrogates taken out, `mends` what was repaired in the text and pointed out, None where
    that was not asked for. `elements` are in order of their starts. `remarks` say what of the file could not be taken
    over, or was put right.
    `fields` are what the file says of itself besides, as names of `library.fields.FIELDS` with values.
    """

    text: str
    title: str
    format: str
    encoding: str = ""
    author: str = ""
    date: str = ""
    language: str = ""
    replaced: int = 0
    stripped: int = 0
    elements: tuple[Element, ...] = ()
    remarks: tuple[Remark, ...] = ()
    issuer: str = ""
    number: str = ""
    mends: tuple[Mend, ...] | None = None
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PreparedDraft:
    """A draft whose text and original already lie in the library's folder under their hashes.

    One that is `copied` becomes a document although there is one with its text. One that is `alone` is all that became
    of its file, which is then known again by its bytes.
    """

    draft: Draft
    text_sha: str
    original_sha: str
    original_name: str
    source: str
    copied: bool = False
    alone: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the history. `undone` steps can be redone.

    `adds_documents` and `deletes_documents` say what doing it does to whole documents: undoing it does the opposite.
    """

    id: int
    label: str
    arguments: dict[str, object]
    created: str
    undone: bool
    this_session: bool
    adds_documents: bool
    deletes_documents: bool
