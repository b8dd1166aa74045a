"""The frozen dataclasses that cross from one room to another.

All offsets are code points of the reading text, end exclusive. All moments are UTC in ISO 8601. Ids are UUIDv7 texts.
"""

import os
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal
from uuid import UUID

Color = Literal["red", "yellow", "green", "blue", "purple", "brown"]
Style = Literal["highlight", "underline"]
NoteTarget = Literal["highlight", "document", "tag", "collection"]

COLORS: tuple[Color, ...] = ("red", "yellow", "green", "blue", "purple", "brown")
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


@dataclass(frozen=True, slots=True)
class Tag:
    """A node of the codebook."""

    id: str
    name: str
    parent_id: str | None = None
    color: Color = "yellow"
    description: str = ""
    position: float = 0.0


@dataclass(frozen=True, slots=True)
class Tagging:
    """A tag on a highlight; the tagging with the lowest `position` gives the colour of a highlight without its own."""

    highlight_id: str
    tag_id: str
    position: int = 0


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
    """Where a reader is in a document, not journaled: `place` the first visible character, `furthest` the last seen."""

    document_id: str
    place: int = 0
    furthest: int = 0
    opened: str = ""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A highlight with all that is said of it: the one shape that sidebar, reports and exporters read.

    `tags` are in the order of tagging, `tag_paths` their full names (`主题/协商`), `color` the colour to show,
    `paragraph` the number of the paragraph among the non-blank ones from 1, `heading` the nearest heading above or "".
    """

    highlight: Highlight
    document: Document
    tags: tuple[Tag, ...]
    tag_paths: tuple[str, ...]
    color: Color
    note: str
    paragraph: int
    heading: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What an importer makes of a file: reading text and what is known of it.

    `text` has LF line ends and no BOM, NUL or lone surrogate. `replaced` counts characters that could not be decoded,
    `stripped` the NULs and surrogates taken out.
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


@dataclass(frozen=True, slots=True)
class PreparedDraft:
    """A draft whose text and original already lie in the library's folder under their hashes."""

    draft: Draft
    text_sha: str
    original_sha: str
    original_name: str
    source: str


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
