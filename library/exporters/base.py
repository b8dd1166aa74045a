"""What an export holds, and what a format must do to write one."""

from abc import ABC, abstractmethod
from codecs import getincrementalencoder
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import BinaryIO, Literal, Protocol

from library.chinese.languages import Language, language_of
from library.citations.locators import LocatorChoice
from library.citations.quotemarks import MarksChoice
from library.exporters.citing import Citing, PlainCiting
from library.headings import Aside, Heading
from library.links import address
from library.models import Document, Excerpt, ExcerptQuery, Memo, Tag
from library.progress import Progress

Grouping = Literal["document", "theme", "date", "shown"]
"""By document; by tag, an excerpt below each of its own; by the document's date; or in one row."""
Order = Literal["text", "oldest", "newest"]
"""Within a group: as they stand in the text, or by the moment of marking."""
Content = Literal["excerpts", "memo", "annotated"]

Marks = Literal["none"] | MarksChoice
"""Quotation marks around what is set apart anyway: none, or which."""

GROUPINGS: tuple[Grouping, ...] = ("document", "theme", "date", "shown")
ORDERS: tuple[Order, ...] = ("text", "oldest", "newest")
MARKS: tuple[Marks, ...] = ("none", "script", "curly", "corner")


@dataclass(frozen=True, slots=True)
class ExportScope:
    """Which highlights: those that all given ids, and a question, have in common; without any, the whole library.

    A tag counts with those `below` it, or without; `with_tag_id` is another one that must be there, too. A memo is
    written as it stands, with the excerpts that are in it.
    """

    document_id: str | None = None
    collection_id: str | None = None
    tag_id: str | None = None
    highlight_ids: tuple[str, ...] = ()
    below: bool = True
    with_tag_id: str | None = None
    query: ExcerptQuery | None = None
    name: str = ""
    """What the question of `query` is called."""
    memo_id: str | None = None


@dataclass(frozen=True, slots=True)
class Carried:
    """What goes out with each quotation.

    `context` is the text around it, `places` are page and paragraph, `dates` the day of marking, `originals` the text's
    own words beside a corrected quotation, `links` lead back into the library.
    """

    context: bool = False
    notes: bool = True
    tags: bool = True
    colors: bool = True
    headings: bool = True
    places: bool = True
    dates: bool = False
    speakers: bool = True
    originals: bool = False
    links: bool = True


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How it is written: `footnotes` puts citations there where a format has them, otherwise they follow the quote.

    `annotated` writes whole documents with what is marked in them; `style` is that of the citations, which tell a place
    by its `locator`; `marks` are the quotation marks around each quotation.
    """

    grouping: Grouping = "document"
    order: Order = "text"
    carried: Carried = Carried()
    annotated: bool = False
    footnotes: bool = True
    style: str = ""
    locator: LocatorChoice = "page"
    marks: Marks = "none"


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A document's whole reading text with its headings, the lines around them and what is marked, in text order."""

    document: Document
    text: str
    headings: tuple[Heading, ...]
    excerpts: tuple[Excerpt, ...]
    asides: tuple[Aside, ...] = ()


@dataclass(frozen=True, slots=True)
class CountedTag:
    """A tag by its full name, with the number of highlights in the library that carry it, and with those below it."""

    tag: Tag
    path: str
    count: int
    total: int


@dataclass(frozen=True, slots=True)
class Extent:
    """How much there is in all, where only the beginning was read; `tag_paths` gives the full names of all tags."""

    highlights: int
    sources: tuple[Document, ...]
    tag_paths: Callable[[], tuple[str, ...]]


def _no_text(document_id: str) -> AnnotatedText:
    raise KeyError(document_id)


@dataclass(frozen=True, slots=True)
class ExportJob:
    """What is to be written: excerpts, those of one document side by side unless they are taken as shown.

    `document_notes` are the notes on documents, by document id; `documents` those that are written whole, of which
    `read` gives the text as it is asked for, as `keys` does the citation keys; `memo` is written as its `pieces`.
    With an `extent` the excerpts are only the first of all that there are.
    `tags` gives the codebook, in the order of the tree; `made` the day of the export in ISO 8601; to the library with
    `library_id` links lead, without one there are none. `told` gives the fields of documents by the documents' ids
    and the fields' names; `library` is the name of the library. `languages` are those of documents whose titles do not
    show them.
    """

    title: str
    excerpts: tuple[Excerpt, ...]
    document_notes: Mapping[str, str] = field(default_factory=dict[str, str])
    made: str = field(default_factory=lambda: date.today().isoformat())
    options: ExportOptions = ExportOptions()
    memo: Memo | None = None
    pieces: tuple[str | Excerpt, ...] = ()
    documents: tuple[Document, ...] = ()
    read: Callable[[str], AnnotatedText] = _no_text
    tags: Callable[[], tuple[CountedTag, ...]] = tuple
    keys: Callable[[], Mapping[str, str]] = dict[str, str]
    told: Callable[[], Mapping[str, Mapping[str, str]]] = dict[str, Mapping[str, str]]
    library: str = ""
    languages: Mapping[str, Language] = field(default_factory=dict[str, Language])
    citing: Citing = field(default_factory=PlainCiting)
    library_id: str = ""
    extent: Extent | None = None

    def by_document(self) -> Iterator[tuple[Document, list[Excerpt]]]:
        """Yield each document with its excerpts."""
        for _, group in groupby(self.excerpts, key=lambda excerpt: excerpt.document.id):
            excerpts = list(group)
            yield excerpts[0].document, excerpts

    def address(self, excerpt: Excerpt) -> str:
        """Return the address of a highlight in the library, or nothing where that is not known."""
        mark = excerpt.highlight
        return address(self.library_id, mark.document_id, mark.id) if self.library_id else ""

    def language(self, document: Document) -> Language:
        """Return the language of a document, or of its title where nothing more is known."""
        return self.languages.get(document.id) or language_of(document.language, document.title)

    @property
    def content(self) -> Content:
        """What of the three is written."""
        if self.memo is not None:
            return "memo"
        return "annotated" if self.options.annotated else "excerpts"

    @property
    def sources(self) -> tuple[Document, ...]:
        """The documents that the excerpts are of, in the order of these."""
        if self.extent is not None:
            return self.extent.sources
        return tuple({excerpt.document.id: excerpt.document for excerpt in self.excerpts}.values())

    @property
    def highlight_count(self) -> int:
        return len(self.excerpts) if self.extent is None else self.extent.highlights

    @property
    def document_count(self) -> int:
        return len(self.sources)

    @property
    def tag_paths(self) -> tuple[str, ...]:
        """The full names of all tags on the excerpts, sorted."""
        if self.extent is not None:
            return self.extent.tag_paths()
        return tuple(sorted({path for excerpt in self.excerpts for path in excerpt.tag_paths}))

    @property
    def steps(self) -> int:
        """How many steps of progress there are: a document that is written whole, or an excerpt."""
        return len(self.documents) if self.content == "annotated" else len(self.excerpts)


class Exporter(Protocol):
    """A format. `name` is its word on the command line, `label` its name for people, `suffix` has the dot.

    `contents` are what it can write; one that is `complete` carries everything, whatever is asked for.
    """

    @property
    def name(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def suffix(self) -> str: ...
    @property
    def contents(self) -> Sequence[Content]: ...
    @property
    def complete(self) -> bool: ...

    def write(self, job: ExportJob, file: BinaryIO, progress: Progress) -> None:
        """Write `job` to `file`, which is open for writing; Cancelled from `progress`."""
        ...


class TextExporter(ABC):
    """A format that is text: it is rendered piece by piece, and each piece is written as it comes."""

    encoding = "utf-8"

    @abstractmethod
    def render(self, job: ExportJob) -> Iterator[str]:
        """Yield the file piece by piece: first its head, then what follows."""

    def write(self, job: ExportJob, file: BinaryIO, progress: Progress) -> None:
        """Write what is rendered in the format's encoding; Cancelled from `progress`."""
        encoder = getincrementalencoder(self.encoding)()
        for done, piece in enumerate(self.render(job)):
            progress.report(min(done, job.steps), job.steps)
            file.write(encoder.encode(piece))
