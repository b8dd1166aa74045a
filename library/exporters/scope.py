"""From what is asked for to what is exported."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Protocol

from library.bibliography.citekeys import generated
from library.chinese.pinyin import sort_key
from library.exporters.base import AnnotatedText, CountedTag, ExportJob, ExportOptions, ExportScope
from library.exporters.citing import Citing, PlainCiting, StyledCiting
from library.fields import OwnField
from library.headings import Outline
from library.models import Document, Excerpt, ExcerptQuery, Memo, Note, NoteTarget, Tag


class _Excerpts(Protocol):
    def of_document(self, document_id: str, /) -> Sequence[Excerpt]: ...
    def of_collection(self, collection_id: str, /) -> Sequence[Excerpt]: ...
    def of_tag(self, tag_id: str, /, *, below: bool) -> Sequence[Excerpt]: ...
    def of_highlights(self, highlight_ids: Iterable[str], /) -> Sequence[Excerpt]: ...
    def of_memo(self, text: str, /) -> Sequence[str | Excerpt]: ...
    def all(self) -> Sequence[Excerpt]: ...


class _Text(Protocol):
    def text(self) -> str: ...
    def close(self) -> None: ...


class _Retrieval(Protocol):
    def find(self, query: ExcerptQuery, /) -> list[str]: ...


class _Documents(Protocol):
    def get(self, document_id: str, /) -> Document: ...
    def all(self) -> Sequence[Document]: ...
    def text(self, document_id: str, /) -> _Text: ...


class _Outlines(Protocol):
    def of_document(self, document_id: str, /) -> Outline: ...


class _Memos(Protocol):
    def get(self, memo_id: str, /) -> Memo: ...


class _Fields(Protocol):
    def of_documents(self, document_ids: Sequence[str] | None = None, /) -> Mapping[str, Mapping[str, str]]: ...
    def own(self) -> Sequence[OwnField]: ...


class _Codebook(Protocol):
    def counts(self) -> Mapping[str, int]: ...


class _Collections(Protocol):
    def path(self, collection_id: str, /) -> str: ...
    def documents(self, collection_id: str, /, *, deep: bool) -> Sequence[Document]: ...


class _Tags(Protocol):
    def path(self, tag_id: str, /) -> str: ...
    def paths(self) -> Mapping[str, str]: ...
    def all(self) -> Sequence[Tag]: ...
    def counts(self) -> Mapping[str, int]: ...


class _Notes(Protocol):
    def find(self, kind: NoteTarget, target_id: str, /) -> Note | None: ...


class Source(Protocol):
    """What an export is made from: a library, of which the formats need not know more."""

    @property
    def id(self) -> str: ...
    @property
    def path(self) -> Path: ...
    @property
    def excerpts(self) -> _Excerpts: ...
    @property
    def documents(self) -> _Documents: ...
    @property
    def collections(self) -> _Collections: ...
    @property
    def tags(self) -> _Tags: ...
    @property
    def notes(self) -> _Notes: ...
    @property
    def retrieval(self) -> _Retrieval: ...
    @property
    def outlines(self) -> _Outlines: ...
    @property
    def memos(self) -> _Memos: ...
    @property
    def fields(self) -> _Fields: ...
    @property
    def codebook(self) -> _Codebook: ...


_USUAL = ExportOptions()


def collect(source: Source, scope: ExportScope, options: ExportOptions = _USUAL) -> ExportJob:
    """Put together the highlights of `scope`; NotFound for an id that is not there, InvalidQuery as retrieval has it.

    A collection counts with those below it, a tag with its children unless those are left out. Several ids give what
    they have in common. Whole texts are read from `source` while they are written: it must be open until then.
    """
    if scope.memo_id is not None:
        return _memo_job(source, scope.memo_id, options)
    titles, chosen = _chosen(source, scope)
    excerpts = _in_order(source, scope, _common(chosen), shown=options.grouping == "shown")
    documents = tuple({excerpt.document.id: excerpt.document for excerpt in excerpts}.values())
    if scope.document_id is not None and not documents:
        documents = (source.documents.get(scope.document_id),)
    held = {excerpt.document.id: list[Excerpt]() for excerpt in excerpts}
    for excerpt in excerpts if options.annotated else ():
        held[excerpt.document.id].append(excerpt)
    return ExportJob(
        " · ".join(titles),
        excerpts,
        _notes_on(source.notes, excerpts),
        options=options,
        documents=documents if options.annotated else (),
        read=lambda document_id: _read(source, document_id, held.get(document_id, ())),
        tags=_codebook(source),
        keys=cache(lambda: _keys(source)),
        told=lambda: _told(source, excerpts),
        library=source.path.stem,
        citing=_citing(source, options.style, excerpts),
        library_id=source.id,
    )


def _memo_job(source: Source, memo_id: str, options: ExportOptions) -> ExportJob:
    memo = source.memos.get(memo_id)
    pieces = tuple(source.excerpts.of_memo(memo.text))
    excerpts = tuple(piece for piece in pieces if isinstance(piece, Excerpt))
    return ExportJob(
        memo.title,
        excerpts,
        _notes_on(source.notes, excerpts),
        options=options,
        memo=memo,
        pieces=pieces,
        tags=_codebook(source),
        keys=cache(lambda: _keys(source)),
        told=lambda: _told(source, excerpts),
        library=source.path.stem,
        citing=_citing(source, options.style, excerpts),
        library_id=source.id,
    )


def _read(source: Source, document_id: str, excerpts: Sequence[Excerpt]) -> AnnotatedText:
    with closing(source.documents.text(document_id)) as reading:
        text = reading.text()
    headings = source.outlines.of_document(document_id).headings
    return AnnotatedText(source.documents.get(document_id), text, headings, tuple(excerpts))


def _keys(source: Source) -> dict[str, str]:
    """Return the citation key of every document; what has none is given the one that a bibliography gives it."""
    told = source.fields.of_documents()
    ids = [document.id for document in source.documents.all() if document.id in told]
    keys = {id: key for id in ids if (key := told[id].get("citekey", ""))}
    return keys | generated([(id, told[id]) for id in ids if id not in keys], keys.values())


def _told(source: Source, excerpts: Sequence[Excerpt]) -> dict[str, dict[str, str]]:
    """Return the fields of the documents that excerpts are of, those of the library's own by their names."""
    names = {own.id: own.name for own in source.fields.own()}
    told = source.fields.of_documents(list({excerpt.document.id for excerpt in excerpts}))
    return {id: {names.get(field, field): value for field, value in values.items()} for id, values in told.items()}


def _citing(source: Source, style: str, excerpts: Sequence[Excerpt]) -> Citing:
    """Return what cites in a style, or in words where none is asked for; NotFound for a style that is not there."""
    if not style:
        return PlainCiting()
    documents = {excerpt.document.id: excerpt.document for excerpt in excerpts}
    return StyledCiting(style, documents.values(), source.fields.of_documents(list(documents)))


def _codebook(source: Source) -> tuple[CountedTag, ...]:
    """Return every tag by its full name, in alphabetical order."""
    paths, own, every = source.tags.paths(), source.tags.counts(), source.codebook.counts()
    counted = [
        CountedTag(tag, paths[tag.id], own.get(tag.id, 0), every.get(tag.id, 0))
        for tag in source.tags.all()
        if tag.id in paths
    ]
    return tuple(sorted(counted, key=lambda each: [sort_key(name) for name in each.path.split("/")]))


def _chosen(source: Source, scope: ExportScope) -> tuple[list[str], list[Sequence[Excerpt]]]:
    """Return what each of the given ids is called, and the excerpts that each gives."""
    titles: list[str] = []
    chosen: list[Sequence[Excerpt]] = []
    if scope.document_id is not None:
        titles.append(source.documents.get(scope.document_id).title)
        chosen.append(source.excerpts.of_document(scope.document_id))
    if scope.collection_id is not None:
        titles.append(source.collections.path(scope.collection_id))
        chosen.append(source.excerpts.of_collection(scope.collection_id))
    if scope.tag_id is not None:
        titles.append(source.tags.path(scope.tag_id))
        chosen.append(source.excerpts.of_tag(scope.tag_id, below=scope.below))
    if scope.with_tag_id is not None:
        titles.append(source.tags.path(scope.with_tag_id))
        chosen.append(source.excerpts.of_tag(scope.with_tag_id, below=True))
    if scope.highlight_ids:
        chosen.append(source.excerpts.of_highlights(scope.highlight_ids))
        titles = titles or [_title(source, chosen[0])]
    if scope.query is not None:
        titles.append(scope.name)
        chosen.append(source.excerpts.of_highlights(source.retrieval.find(scope.query)))
    if not chosen:
        titles.append(source.path.stem)
        chosen.append(source.excerpts.all())
    return titles, chosen


def _title(source: Source, excerpts: Iterable[Excerpt]) -> str:
    """Return the title of the document that all excerpts come from, else the name of the library."""
    titles = {excerpt.document.id: excerpt.document.title for excerpt in excerpts}
    return next(iter(titles.values())) if len(titles) == 1 else source.path.stem


def _common(chosen: Sequence[Sequence[Excerpt]]) -> list[Excerpt]:
    first, *others = chosen
    wanted = [{excerpt.highlight.id for excerpt in other} for other in others]
    return [excerpt for excerpt in first if all(excerpt.highlight.id in ids for ids in wanted)]


def _in_order(source: Source, scope: ExportScope, excerpts: Sequence[Excerpt], *, shown: bool) -> tuple[Excerpt, ...]:
    """Return the documents of a collection in their order by hand, others by title; excerpts in text order.

    As they are `shown`, highlights that were chosen one by one stay as they are.
    """
    if shown and scope.highlight_ids:
        places = {id: place for place, id in enumerate(scope.highlight_ids)}
        return tuple(sorted(excerpts, key=lambda item: places[item.highlight.id]))
    if scope.collection_id is not None:
        documents = source.collections.documents(scope.collection_id, deep=True)
    else:
        found = {excerpt.document.id: excerpt.document for excerpt in excerpts}
        documents = sorted(found.values(), key=lambda document: sort_key(document.title))
    ranks = {document.id: rank for rank, document in enumerate(documents)}
    return tuple(sorted(excerpts, key=lambda item: (ranks[item.document.id], item.highlight.start, item.highlight.end)))


def _notes_on(notes: _Notes, excerpts: Iterable[Excerpt]) -> dict[str, str]:
    found: dict[str, str] = {}
    for document_id in dict.fromkeys(excerpt.document.id for excerpt in excerpts):
        note = notes.find("document", document_id)
        if note is not None:
            found[document_id] = note.text
    return found
