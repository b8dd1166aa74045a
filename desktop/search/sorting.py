"""What was found as groups: the documents with hits in the order that is asked for, titles, notes and tags."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from desktop.itemmodels.findings import Entry, Group

if TYPE_CHECKING:
    from desktop.search.question import Order
    from library.library import Library
    from library.models import Document, Note
    from library.search.places import Tally
    from library.searching import Findings

SHOWN = 200
"""Code points of a note that are shown around what was found in it."""
LEAD = 24


def grouped(
    tallied: Iterable[tuple[str, Tally]],
    documents: Mapping[str, Document],
    order: Order,
    titled: Collection[str] = (),
    breathe: Callable[[], None] = lambda: None,
) -> tuple[Group, ...]:
    """Return the documents with hits as groups.

    By place they stand in the order in which they were added. The more relevant have what is sought in their title
    (`titled`), then the more hits. By date those without one are a last group, and the earliest are first seen.
    """
    found = [
        (documents[document_id], tally) for document_id, tally in tallied if document_id in documents and tally.total
    ]
    if order == "place":
        rank = {document_id: number for number, document_id in enumerate(documents)}
        found.sort(key=lambda pair: rank[pair[0].id])
    elif order == "relevance":
        found.sort(key=lambda pair: (pair[0].id not in titled, -pair[1].exact, -pair[1].total))
    elif order == "title":
        found = _by_title(found, breathe)
    else:
        found.sort(key=lambda pair: (not pair[0].date, pair[0].date))
    earliest = found[0][0].date if found and order == "date" else ""
    groups = [
        Group(
            "document", document.id, document.title, tally.total, tally.total - tally.exact, document.date,
            bool(earliest) and document.date == earliest,
        )
        for document, tally in found
    ]  # fmt: skip
    return tuple(_with_line(groups) if order == "date" else groups)


def sections(
    library: Library,
    findings: Findings,
    query: str,
    documents: Mapping[str, Document],
    breathe: Callable[[], None],
) -> tuple[Group, ...]:
    """Return the titles, notes and tags that meet a query as a group each; without those that have none."""
    from library.search.query import parse, phrases

    wanted = [phrase.text for phrase in phrases(parse(query))]
    if not wanted:
        return ()
    paths = library.tags.paths()
    titles = [_entry("document", row.id, row.title, wanted, breathe) for row in findings.titles()]
    notes = [
        _entry(note.target_kind, note.target_id, note.text, wanted, breathe)
        for note in _standing(library, findings.notes(), documents)
    ]
    tags = [_entry("tag", tag.id, paths[tag.id], wanted, breathe) for tag in findings.tags()]
    made = (
        Group("titles", "titles", "", len(titles), entries=tuple(titles)),
        Group("notes", "notes", "", len(notes), entries=tuple(notes)),
        Group("tags", "tags", "", len(tags), entries=tuple(tags)),
    )
    return tuple(group for group in made if group.entries)


def _with_line(groups: Sequence[Group]) -> list[Group]:
    """Return the groups with a line in front of those that have no date."""
    dated = sum(bool(group.date) for group in groups)
    if dated == len(groups):
        return list(groups)
    return [*groups[:dated], Group("undated", "undated", "", len(groups) - dated), *groups[dated:]]


def _by_title(found: list[tuple[Document, Tally]], breathe: Callable[[], None]) -> list[tuple[Document, Tally]]:
    from library.chinese.pinyin import SortKey, sort_key

    keyed: list[tuple[SortKey, str, Document, Tally]] = []
    for document, tally in found:
        keyed.append((sort_key(document.title), document.added, document, tally))
        breathe()
    keyed.sort(key=lambda row: row[:2])
    return [(document, tally) for _, _, document, tally in keyed]


def _entry(kind: str, target_id: str, text: str, wanted: Sequence[str], breathe: Callable[[], None]) -> Entry:
    """Return a text with the first place of what is wanted, in whatever form that stands there."""
    from library.chinese.folding import fold

    breathe()
    folded = fold(text)
    for phrase in wanted:
        key = fold(phrase).text
        at = folded.text.find(key) if key else -1
        if at >= 0:
            start, end = folded.offsets.start(at), folded.offsets.end(at + len(key) - 1)
            first = max(0, start - LEAD) if len(text) > SHOWN else 0
            shown = "…" * (first > 0) + text[first : first + SHOWN]
            shift = first - (first > 0)
            return Entry(kind, target_id, " ".join(shown.split("\n")), start - shift, end - shift)
    return Entry(kind, target_id, " ".join(text[:SHOWN].split("\n")))


def _standing(library: Library, notes: Sequence[Note], documents: Mapping[str, Document]) -> list[Note]:
    """Return the notes on what is not in the bin."""
    marked = library.highlights.some(note.target_id for note in notes if note.target_kind == "highlight")
    gone = {highlight.id for highlight in marked if highlight.document_id not in documents}
    gone.update(note.target_id for note in notes if note.target_kind == "document" and note.target_id not in documents)
    return [note for note in notes if note.target_id not in gone]
