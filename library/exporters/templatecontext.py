"""What a template is given of an export: its quotations, their groups, documents and tags, as plain data."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace

from library.citations.quotemarks import in_marks
from library.exporters.base import CountedTag, ExportJob
from library.exporters.composing import Passage, Prose, Section, compose, wording_of
from library.exporters.visible import one_line
from library.exporters.wording import Wording
from library.fields import FIELDS, split_names
from library.models import Document
from library.progress import Progress
from library.references import shown_words
from library.templates.context import Context, DocumentEntry, GroupEntry, PartEntry, QuoteEntry, TagEntry

_WORDS = ("note", "tags", "untagged", "undated", "contents", "references", "excerpts", "documents")


def context_of(job: ExportJob, clean: Callable[[str], str], progress: Progress, most: int | None = None) -> Context:
    """Return the context of a job, every text of it `clean`; of its quotations `most` at most, the first ones.

    Cancelled from `progress`.
    """
    return _Gathering(job, clean).context(progress, most)


class _Gathering:
    """Gathers the quotations of a job, each of which, and each document, is made once."""

    def __init__(self, job: ExportJob, clean: Callable[[str], str]) -> None:
        self._job = replace(job, options=replace(job.options, footnotes=True))
        self._clean = clean
        self._wording = wording_of(job)
        self._told = job.told()
        self._keys = job.keys()
        self._held = Counter(excerpt.document.id for excerpt in job.excerpts)
        self._documents: dict[str, DocumentEntry] = {}
        self._quotes: dict[str, QuoteEntry] = {}
        self._groups: list[tuple[Section, str, list[QuoteEntry]]] = []
        self._parts: list[PartEntry] = []

    def context(self, progress: Progress, most: int | None) -> Context:
        job, clean = self._job, self._clean
        self._gather(progress, most)
        return Context(
            title=clean(one_line(job.title)),
            library=clean(job.library),
            made=job.made,
            kind="excerpts" if job.memo is None else "memo",
            grouping=job.options.grouping if job.memo is None else "shown",
            language=self._wording.language,
            highlights=job.highlight_count,
            groups=tuple(self._group(*group) for group in self._groups if group[0].level or group[2]),
            quotes=tuple(self._quotes.values()),
            documents=tuple(self._documents.values()),
            parts=tuple(self._parts),
            tags=self._tags(),
            bibliography=tuple(clean(entry.line.plain) for entry in job.citing.bibliography()) if job.excerpts else (),
            words=_words(self._wording),
        )

    def _gather(self, progress: Progress, most: int | None) -> None:
        by_theme, path = self._job.options.grouping == "theme", list[str]()
        self._groups.append((Section(0, ""), "", []))
        for part in compose(self._job):
            match part:
                case Section():
                    path = [*path[: part.level - 1], part.title]
                    self._groups.append((part, "/".join(path) if by_theme else "", []))
                case Passage():
                    if most is not None and len(self._quotes) >= most:
                        return
                    quote = self._quote(part)
                    self._groups[-1][2].append(quote)
                    self._parts.append(PartEntry("quote", quote.text, quote))
                    progress.report(min(len(self._quotes), self._job.steps), self._job.steps)
                case Prose():
                    self._parts.append(PartEntry("prose", self._clean(part.text)))
                case _:
                    continue

    def _quote(self, said: Passage) -> QuoteEntry:
        excerpt, mark, carried, clean = said.excerpt, said.excerpt.highlight, self._job.options.carried, self._clean
        if mark.id in self._quotes:
            return self._quotes[mark.id]
        made = QuoteEntry(
            id=mark.id,
            number=len(self._quotes) + 1,
            text=clean(said.quote),
            quoted=clean(self._quoted(said)),
            original=clean(said.original),
            before=clean(said.before),
            after=clean(said.after),
            note=clean(said.note),
            tags=tuple(map(clean, said.tags)),
            color=said.color or "",
            style=mark.style,
            starred=mark.starred,
            headings=tuple(clean(one_line(each)) for each in excerpt.headings) if carried.headings else (),
            speaker=clean(one_line(excerpt.speaker)) if carried.speakers else "",
            page=clean(excerpt.page) if carried.places else "",
            paragraph=excerpt.paragraph if carried.places else 0,
            place=clean(self._wording.comma.join(said.place)),
            marked=mark.created[:10] if carried.dates else "",
            changed=mark.modified[:10] if carried.dates else "",
            citation=clean(said.citation.plain),
            footnote=clean(said.footnote.plain),
            link=said.link,
            document=self._document(excerpt.document),
        )
        self._quotes[mark.id] = made
        return made

    def _quoted(self, said: Passage) -> str:
        if self._job.options.marks != "none":
            return said.quote
        chinese = self._job.language(said.excerpt.document) == "chinese"
        return in_marks(said.quote.strip(), "script", chinese=chinese)

    def _tags(self) -> tuple[TagEntry, ...]:
        carried = self._job.options.carried.tags
        here = (
            Counter(path for excerpt in self._job.excerpts for path in excerpt.tag_paths) if carried else Counter[str]()
        )
        return tuple(_tag(tag, here[tag.path], self._clean) for tag in self._job.tags())

    def _group(self, section: Section, path: str, quotes: list[QuoteEntry]) -> GroupEntry:
        return GroupEntry(
            title=self._clean(section.title),
            level=section.level,
            path=self._clean(path),
            known=tuple(map(self._clean, section.known)),
            note=self._clean(section.note),
            document=None if section.document is None else self._document(section.document),
            quotes=tuple(quotes),
        )

    def _document(self, document: Document) -> DocumentEntry:
        if document.id not in self._documents:
            clean = self._clean
            told = self._told.get(document.id, {})
            note = self._job.document_notes.get(document.id, "") if self._job.options.carried.notes else ""
            fields = {field.name: "" for field in FIELDS} | {clean(name): clean(text) for name, text in told.items()}
            self._documents[document.id] = DocumentEntry(
                id=document.id,
                title=clean(one_line(document.title)),
                author=clean(document.author),
                authors=tuple(map(clean, split_names(document.author))),
                issuer=clean(document.issuer),
                date=clean(document.date),
                number=clean(document.number),
                language=clean(document.language),
                key=clean(self._keys.get(document.id, "")),
                note=clean(shown_words(note)),
                file=clean(document.original_name),
                highlights=self._held[document.id],
                fields=fields,
            )
        return self._documents[document.id]


def _tag(counted: CountedTag, here: int, clean: Callable[[str], str]) -> TagEntry:
    tag = counted.tag
    return TagEntry(
        path=clean(counted.path),
        name=clean(tag.name),
        level=counted.path.count("/") + 1,
        color=tag.color,
        description=clean(tag.description),
        includes=clean(tag.includes),
        excludes=clean(tag.excludes),
        example=clean(tag.example),
        count=counted.count,
        total=counted.total,
        here=here,
    )


def _words(wording: Wording) -> Mapping[str, str]:
    return dict(wording.columns) | {name: getattr(wording, name) for name in _WORDS}
