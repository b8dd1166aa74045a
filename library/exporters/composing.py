"""An export put together once for every format: in which order, below which headings, and what goes with a quotation.

A format only sets what comes: it decides nothing that another one would have to decide again.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from library.chinese.languages import Language, language_of
from library.citations import Entry, RichText
from library.citations.quotemarks import in_marks
from library.exporters.arranging import by_day, by_theme, ordered
from library.exporters.base import ExportJob
from library.exporters.visible import one_line
from library.exporters.wording import Wording, wording_for
from library.models import Color, Document, Excerpt
from library.references import shown_words


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of `level` 1 or more; of a document, with what is known of it and the note on it as it is `written`."""

    level: int
    title: str
    known: tuple[str, ...] = ()
    written: str = ""
    document: Document | None = None

    @property
    def note(self) -> str:
        """The note with its references as their words."""
        return shown_words(self.written)


@dataclass(frozen=True, slots=True)
class Passage:
    """One quotation and what goes with it; what is not carried is empty.

    `original` are the text's own words where they were corrected, `before` and `after` the text around. `source` says
    who speaks, below which headings, and when it was marked; `place` on which page and in which paragraph it stands.
    `citation` names the document as a text does, `footnote` as a footnote does; `link` leads back into the library.
    """

    excerpt: Excerpt
    quote: str
    original: str
    before: str
    after: str
    note: str
    tags: tuple[str, ...]
    color: Color | None
    source: tuple[str, ...]
    place: tuple[str, ...]
    citation: RichText
    footnote: RichText
    link: str

    @property
    def written_note(self) -> str:
        """The note as it is kept, with its references, if notes go out."""
        return self.excerpt.note if self.note else ""


@dataclass(frozen=True, slots=True)
class Prose:
    """What the reader wrote between the excerpts of a memo, in Markdown: as it is kept, and as it reads in `text`."""

    written: str

    @property
    def text(self) -> str:
        """It with its references as their words."""
        return shown_words(self.written)


@dataclass(frozen=True, slots=True)
class Listing:
    """The list of what was cited."""

    title: str
    entries: tuple[Entry, ...]


Part = Section | Passage | Prose | Listing


def wording_of(job: ExportJob) -> Wording:
    """Return the words for what a job holds."""
    documents = job.sources or job.documents
    return wording_for([_spoken(job, document) for document in documents], job.title)


def _spoken(job: ExportJob, document: Document) -> Language:
    """Return the language of a title, else what is known; of a Chinese one a file may say that it is English."""
    written = language_of("", document.title)
    return job.language(document) if written == "other" else written


def compose(job: ExportJob) -> Iterator[Part]:
    """Yield the headings and quotations of a job, or a memo, in order."""
    wording = wording_of(job)
    if job.memo is not None:
        for piece in job.pieces:
            yield Prose(piece) if isinstance(piece, str) else passage(job, piece, wording)
    else:
        for part in _arranged(job, wording):
            yield passage(job, part, wording) if isinstance(part, Excerpt) else part
    listed = listing(job, wording)
    if listed is not None:
        yield listed


def listing(job: ExportJob, wording: Wording) -> Listing | None:
    """Return the list of what is cited, None where nothing is or a citation says all."""
    entries = tuple(job.citing.bibliography()) if job.excerpts else ()
    return Listing(wording.references, entries) if entries else None


def in_order(job: ExportJob) -> Iterator[Excerpt]:
    """Yield the excerpts of a job in the order in which they are written, those below several tags several times."""
    if job.memo is not None or job.content == "annotated":
        yield from job.excerpts
        return
    yield from (part for part in _arranged(job, wording_of(job)) if isinstance(part, Excerpt))


def passage(job: ExportJob, excerpt: Excerpt, wording: Wording) -> Passage:
    """Return an excerpt with what the job says is to be carried."""
    carried, mark = job.options.carried, excerpt.highlight
    source = (
        one_line(excerpt.speaker) if carried.speakers else "",
        one_line(" › ".join(excerpt.headings)) if carried.headings else "",
        wording.marked.format(day=mark.created[:10]) if carried.dates and mark.created else "",
    )
    return Passage(
        excerpt,
        _quoted(job, excerpt),
        mark.quote if mark.correction and carried.originals else "",
        mark.prefix if carried.context else "",
        mark.suffix if carried.context else "",
        shown_words(excerpt.note) if carried.notes else "",
        excerpt.tag_paths if carried.tags else (),
        excerpt.color if carried.colors else None,
        tuple(filter(None, source)),
        wording.places(excerpt) if carried.places else (),
        job.citing.cite(excerpt, wording),
        job.citing.note(excerpt, wording) if job.options.footnotes else RichText(),
        job.address(excerpt) if carried.links else "",
    )


def _quoted(job: ExportJob, excerpt: Excerpt) -> str:
    """Return the words of an excerpt as they should read, in the quotation marks that are chosen."""
    words, document = excerpt.highlight.correction or excerpt.highlight.quote, excerpt.document
    if job.options.marks == "none" or job.content == "annotated":
        return words
    return in_marks(words.strip(), job.options.marks, chinese=job.language(document) == "chinese")


def document_section(job: ExportJob, document: Document) -> Section:
    """Return the heading of a document: its title, what else is known of it, and the note on it if notes go out."""
    known = (document.author, document.issuer, document.date, document.number)
    note = job.document_notes.get(document.id, "") if job.options.carried.notes else ""
    described = tuple(one_line(value) for value in known if value)
    return Section(1, one_line(document.title), described, note, document)


def _arranged(job: ExportJob, wording: Wording) -> Iterator[Section | Excerpt]:
    grouped = {"theme": _by_theme, "date": _by_date, "shown": _as_shown, "document": _by_document}
    return grouped[job.options.grouping](job, wording)


def _by_document(job: ExportJob, _wording: Wording) -> Iterator[Section | Excerpt]:
    for document, excerpts in job.by_document():
        yield document_section(job, document)
        yield from _ordered(job, excerpts)


def _by_theme(job: ExportJob, wording: Wording) -> Iterator[Section | Excerpt]:
    """Yield each tag by its path, the highest first; what carries several tags stands below each."""
    open_path: tuple[str, ...] = ()
    for path, excerpts in by_theme(job.excerpts, lambda excerpt: excerpt.tag_paths):
        names = tuple(path.split("/")) if path else ()
        shared = next((n for n, pair in enumerate(zip(open_path, names, strict=False)) if pair[0] != pair[1]), None)
        first = min(len(open_path), len(names)) if shared is None else shared
        for level in range(first, len(names)):
            yield Section(level + 1, names[level])
        if not path:
            yield Section(1, wording.untagged)
        yield from _ordered(job, excerpts)
        open_path = names


def _by_date(job: ExportJob, wording: Wording) -> Iterator[Section | Excerpt]:
    """Yield by the documents' dates, the earliest first, those without one last."""
    for day, excerpts in by_day(job.excerpts, lambda excerpt: excerpt.document.date):
        yield Section(1, day or wording.undated)
        yield from _ordered(job, excerpts)


def _as_shown(job: ExportJob, _wording: Wording) -> Iterator[Section | Excerpt]:
    yield from _ordered(job, job.excerpts)


def _ordered(job: ExportJob, excerpts: Sequence[Excerpt]) -> Iterable[Excerpt]:
    return ordered(excerpts, job.options.order, lambda excerpt: (excerpt.highlight.created, excerpt.highlight.id))
