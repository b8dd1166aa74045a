"""From what is asked for to what is exported."""

from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from functools import cache
from itertools import groupby

from library.bibliography.citekeys import generated
from library.chinese.pinyin import sort_key
from library.exporters.arranging import by_day, by_theme, first_of
from library.exporters.base import AnnotatedText, CountedTag, ExportJob, ExportOptions, ExportScope, Extent
from library.exporters.citing import PlainCiting, StyledCiting
from library.exporters.composing import in_order
from library.exporters.source import Notes, Place, Source
from library.models import Document, Excerpt, ExcerptQuery

_USUAL = ExportOptions()
BEGINNING = 100_000
"""Code points of a text that are read where only the beginning is wanted."""


def collect(
    source: Source, scope: ExportScope, options: ExportOptions = _USUAL, *, most: int | None = None
) -> ExportJob:
    """Put together the highlights of `scope`; NotFound for an id that is not there, InvalidQuery as retrieval has it.

    A collection counts with those below it, a tag with its children unless those are left out. Several ids give what
    they have in common. Whole texts are read from `source` while they are written: it must be open until then.
    With `most` only what comes first is read, about so many highlights, and of whole texts their first 100,000 code
    points. Styles number what is cited in the order in which it is written, so that the beginning has the numbers that
    it has in the whole. A memo is always read to its end.
    """
    if scope.memo_id is not None:
        return _memo_job(source, scope.memo_id, options)
    title = title_of(source, scope)
    sources, places = _in_order(source, scope, _chosen(source, scope), shown=options.grouping == "shown")
    wanted = places if most is None else _beginning(source, options, sources, places, most)
    read = {excerpt.highlight.id: excerpt for excerpt in source.excerpts.of_highlights(place.id for place in wanted)}
    excerpts = tuple(read[place.id] for place in wanted if place.id in read)
    documents = tuple({excerpt.document.id: excerpt.document for excerpt in excerpts}.values())
    whole = documents
    if scope.document_id is not None and not documents:
        whole = (source.documents.get(scope.document_id),)
    held = {document.id: list[Excerpt]() for document in documents}
    for excerpt in excerpts if options.annotated else ():
        held[excerpt.document.id].append(excerpt)
    longest = None if most is None else BEGINNING
    job = ExportJob(
        title,
        excerpts,
        _notes_on(source.notes, documents),
        options=options,
        documents=whole if options.annotated else (),
        read=lambda document_id: _read(source, document_id, held.get(document_id, ()), longest),
        tags=lambda: _codebook(source),
        keys=cache(lambda: _keys(source)),
        told=lambda: _told(source, documents),
        library=source.path.stem,
        library_id=source.id,
        extent=None if most is None else Extent(len(places), sources, lambda: _paths_on(source, places)),
    )
    return _cited(source, job)


def _memo_job(source: Source, memo_id: str, options: ExportOptions) -> ExportJob:
    memo = source.memos.get(memo_id)
    pieces = tuple(source.excerpts.of_memo(memo.text))
    excerpts = tuple(piece for piece in pieces if isinstance(piece, Excerpt))
    documents = tuple({excerpt.document.id: excerpt.document for excerpt in excerpts}.values())
    job = ExportJob(
        memo.title,
        excerpts,
        _notes_on(source.notes, documents),
        options=options,
        memo=memo,
        pieces=pieces,
        tags=lambda: _codebook(source),
        keys=cache(lambda: _keys(source)),
        told=lambda: _told(source, documents),
        library=source.path.stem,
        library_id=source.id,
    )
    return _cited(source, job)


def _read(source: Source, document_id: str, excerpts: Sequence[Excerpt], longest: int | None) -> AnnotatedText:
    with closing(source.documents.text(document_id)) as reading:
        text = reading.text() if longest is None else reading.slice(0, longest)
    outline = source.outlines.of_document(document_id)
    document = source.documents.get(document_id)
    return AnnotatedText(document, text, outline.headings, tuple(excerpts), outline.asides)


def _keys(source: Source) -> dict[str, str]:
    """Return the citation key of every document; what has none is given the one that a bibliography gives it."""
    told = source.fields.of_documents()
    ids = [document.id for document in source.documents.all() if document.id in told]
    keys = {id: key for id in ids if (key := told[id].get("citekey", ""))}
    return keys | generated([(id, told[id]) for id in ids if id not in keys], keys.values())


def _told(source: Source, documents: Sequence[Document]) -> dict[str, dict[str, str]]:
    """Return the fields of the documents that there are, those of the library's own by their names."""
    names = {own.id: own.name for own in source.fields.own()}
    told = source.fields.of_documents([document.id for document in documents])
    return {id: {names.get(field, field): value for field, value in values.items()} for id, values in told.items()}


def _cited(source: Source, job: ExportJob) -> ExportJob:
    """Return a job that cites in its style, or in words without one; NotFound for a style that is not there.

    It knows in which language its documents are.
    """
    options = job.options
    shown = {document.id: document for document in (*job.sources, *job.documents)}
    languages = {id: source.documents.language(document) for id, document in shown.items()}
    job = replace(job, languages=languages)
    if not options.style:
        return replace(job, citing=PlainCiting(options.locator))
    documents = {excerpt.document.id: excerpt.document for excerpt in in_order(job)}
    fields = source.fields.of_documents(list(documents))
    told = {id: {**values, "language": languages[id]} for id, values in fields.items()}
    return replace(job, citing=StyledCiting(options.style, documents.values(), told, options.locator))


def _codebook(source: Source) -> tuple[CountedTag, ...]:
    """Return every tag by its full name, in alphabetical order."""
    paths, own, every = source.tags.paths(), source.tags.counts(), source.codebook.counts()
    counted = [
        CountedTag(tag, paths[tag.id], own.get(tag.id, 0), every.get(tag.id, 0))
        for tag in source.tags.all()
        if tag.id in paths
    ]
    return tuple(sorted(counted, key=lambda each: [sort_key(name) for name in each.path.split("/")]))


def title_of(source: Source, scope: ExportScope) -> str:
    """Return what an export of `scope` is called; NotFound for an id that is not there."""
    if scope.memo_id is not None:
        return source.memos.get(scope.memo_id).title
    titles = [source.documents.get(scope.document_id).title] if scope.document_id is not None else []
    if scope.collection_id is not None:
        titles.append(source.collections.path(scope.collection_id))
    titles += [source.tags.path(tag_id) for tag_id in (scope.tag_id, scope.with_tag_id) if tag_id is not None]
    if not titles and scope.highlight_ids:
        documents = list({place.document_id for place in source.retrieval.standing(scope.highlight_ids)})
        titles += [source.documents.get(id).title for id in documents[: len(documents) == 1]]
    if scope.query is not None:
        titles.append(scope.name)
    return " · ".join(titles) or source.path.stem


def _chosen(source: Source, scope: ExportScope) -> Sequence[Place]:
    """Return the places that each of the given ids gives, as far as all give them; by document and in text order."""
    chosen: list[Sequence[Place]] = []
    if scope.document_id is not None:
        chosen.append(source.retrieval.places(ExcerptQuery(document_ids=(scope.document_id,))))
    if scope.collection_id is not None:
        chosen.append(source.retrieval.places(ExcerptQuery(collection_ids=(scope.collection_id,))))
    for tag_id, below in ((scope.tag_id, scope.below), (scope.with_tag_id, True)):
        if tag_id is not None:
            chosen.append(source.codebook.passages(tag_id, below=below))
    if scope.highlight_ids:
        chosen.append(source.retrieval.standing(scope.highlight_ids))
    if scope.query is not None:
        chosen.append(source.retrieval.places(scope.query))
    return _common(chosen or [source.retrieval.places(ExcerptQuery())])


def _common(chosen: Sequence[Sequence[Place]]) -> Sequence[Place]:
    first, *others = chosen
    if not others:
        return first
    wanted = [{place.id for place in other} for other in others]
    return [place for place in first if all(place.id in ids for ids in wanted)]


def _in_order(
    source: Source, scope: ExportScope, places: Sequence[Place], *, shown: bool
) -> tuple[tuple[Document, ...], list[Place]]:
    """Return the documents of a collection in their order by hand, others by title; places in text order.

    As they are `shown`, highlights that were chosen one by one stay as they are.
    """
    known = {document.id: document for document in source.documents.all()}
    if shown and scope.highlight_ids:
        rank = {id: place for place, id in enumerate(scope.highlight_ids)}
        found = sorted(places, key=lambda place: rank[place.id])
    else:
        if scope.collection_id is not None:
            documents = [row.id for row in source.collections.documents(scope.collection_id, deep=True)]
        else:
            of_places = {place.document_id for place in places}
            documents = sorted(known.keys() & of_places, key=lambda id: sort_key(known[id].title))
        ranks = {id: rank for rank, id in enumerate(documents)}
        # within a document they come in text order already
        found = sorted(places, key=lambda place: ranks.get(place.document_id, 0))
    return tuple(known[id] for id in dict.fromkeys(place.document_id for place in found) if id in known), found


def _beginning(
    source: Source, options: ExportOptions, documents: Sequence[Document], places: Sequence[Place], most: int
) -> list[Place]:
    """Return those of `places`, in their order, that stand first as they are written, and as a table has them."""
    if options.annotated:
        return _begins_of_texts(places, most)
    groups: Iterable[Sequence[Place]] = [places]
    if options.grouping == "theme":
        carried, paths = source.codebook.carried(), source.tags.paths()
        themes = by_theme(places, lambda place: [paths[id] for id in carried.get(place.id, ()) if id in paths])
        groups = (group for _, group in themes)
    elif options.grouping == "date":
        dates = {document.id: document.date for document in documents}
        groups = (group for _, group in by_day(places, lambda place: dates.get(place.document_id, "")))
    elif options.grouping == "document":
        groups = (list(group) for _, group in groupby(places, lambda place: place.document_id))
    made = source.highlights.moments() if options.order != "text" else dict[str, str]()
    first = first_of(groups, options.order, lambda place: (made.get(place.id, ""), place.id), most)
    kept = {place.id for place in (*first, *places[:most])}
    return [place for place in places if place.id in kept]


def _begins_of_texts(places: Iterable[Place], most: int) -> list[Place]:
    """Return the places in what is read of the first texts, whole texts until there are enough of them."""
    kept: list[Place] = []
    for _, group in groupby(places, lambda place: place.document_id):
        if len(kept) >= most:
            break
        kept += [place for place in group if place.start < BEGINNING]
    return kept


def _paths_on(source: Source, places: Iterable[Place]) -> tuple[str, ...]:
    """Return the full names of the tags that these places carry, sorted."""
    paths = source.tags.paths()
    return tuple(sorted(paths[id] for id in source.codebook.on(place.id for place in places) if id in paths))


def _notes_on(notes: Notes, documents: Iterable[Document]) -> dict[str, str]:
    found = {document.id: notes.find("document", document.id) for document in documents}
    return {id: note.text for id, note in found.items() if note is not None}
