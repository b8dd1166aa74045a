"""From what is asked for to what is exported."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from library.chinese.pinyin import sort_key
from library.exporters.base import ExportJob, ExportScope
from library.models import Document, Excerpt, ExcerptQuery, Note, NoteTarget


class _Excerpts(Protocol):
    def of_document(self, document_id: str, /) -> Sequence[Excerpt]: ...
    def of_collection(self, collection_id: str, /) -> Sequence[Excerpt]: ...
    def of_tag(self, tag_id: str, /, *, below: bool) -> Sequence[Excerpt]: ...
    def of_highlights(self, highlight_ids: Iterable[str], /) -> Sequence[Excerpt]: ...
    def all(self) -> Sequence[Excerpt]: ...


class _Retrieval(Protocol):
    def find(self, query: ExcerptQuery, /) -> list[str]: ...


class _Documents(Protocol):
    def get(self, document_id: str, /) -> Document: ...


class _Collections(Protocol):
    def path(self, collection_id: str, /) -> str: ...
    def documents(self, collection_id: str, /, *, deep: bool) -> Sequence[Document]: ...


class _Tags(Protocol):
    def path(self, tag_id: str, /) -> str: ...


class _Notes(Protocol):
    def find(self, kind: NoteTarget, target_id: str, /) -> Note | None: ...


class Source(Protocol):
    """What an export is made from: a library, of which the formats need not know more."""

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


def collect(source: Source, scope: ExportScope) -> ExportJob:
    """Put together the highlights of `scope`; NotFound for an id that is not there, InvalidQuery as retrieval has it.

    A collection counts with those below it, a tag with its children unless those are left out. Several ids give what
    they have in common.
    """
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
    excerpts = _in_order(source, scope, _common(chosen))
    return ExportJob(" · ".join(titles), excerpts, _notes_on(source.notes, excerpts), originals=scope.originals)


def _title(source: Source, excerpts: Iterable[Excerpt]) -> str:
    """Return the title of the document that all excerpts come from, else the name of the library."""
    titles = {excerpt.document.id: excerpt.document.title for excerpt in excerpts}
    return next(iter(titles.values())) if len(titles) == 1 else source.path.stem


def _common(chosen: Sequence[Sequence[Excerpt]]) -> list[Excerpt]:
    first, *others = chosen
    wanted = [{excerpt.highlight.id for excerpt in other} for other in others]
    return [excerpt for excerpt in first if all(excerpt.highlight.id in ids for ids in wanted)]


def _in_order(source: Source, scope: ExportScope, excerpts: Sequence[Excerpt]) -> tuple[Excerpt, ...]:
    """Return the documents of a collection in their order by hand, others by title; excerpts in text order."""
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
