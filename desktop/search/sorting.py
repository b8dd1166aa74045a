"""What was found as groups: the documents with hits in the order that is asked for, titles, notes and tags."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from desktop.itemmodels.findings import Entry, Group

if TYPE_CHECKING:
    from desktop.search.question import Order
    from library.library import Library
    from library.models import Document
    from library.search.findings import Findings
    from library.search.places import Tally

SHOWN = 200
"""Code points of a note that are shown around what was found in it."""
LEAD = 24


def grouped(
    tallied: Iterable[tuple[str, Tally]],
    documents: Mapping[str, Document],
    order: Order,
    titled: Collection[str] = (),
    breathe: Callable[[], None] = lambda: None,
    first_exact: Callable[[str], int] = lambda _: 0,
) -> tuple[Group, ...]:
    """Return the documents that meet a query as groups; some may have no hits.

    By place they stand in the order in which they were added. The more relevant have what is sought in their title
    (`titled`), then the more hits. By date those without one are a last group, and the earliest that have hits without
    punctuation inside are first seen: in which hit, `first_exact` tells by document.
    """
    found = [(documents[document_id], tally) for document_id, tally in tallied if document_id in documents]
    if order == "place":
        rank = {document_id: number for number, document_id in enumerate(documents)}
        found.sort(key=lambda pair: rank[pair[0].id])
    elif order == "relevance":
        found.sort(key=lambda pair: (pair[0].id not in titled, -pair[1].exact, -pair[1].total))
    elif order == "title":
        found = _by_title(found, breathe)
    else:
        found.sort(key=lambda pair: (not pair[0].date, pair[0].date))
    dated = (document.date for document, tally in found if document.date and tally.exact)
    earliest = min(dated, default="") if order == "date" else ""
    groups: list[Group] = []
    for document, tally in found:
        crossing = tally.total - tally.exact
        is_first = bool(earliest) and document.date == earliest and bool(tally.exact)
        first = first_exact(document.id) if is_first and crossing else 0
        group = Group(
            "document", document.id, document.title, tally.total, crossing, document.date, is_first, first_hit=first
        )
        groups.append(group)
    return tuple(_with_line(groups) if order == "date" else groups)


def sections(
    library: Library,
    findings: Findings,
    breathe: Callable[[], None],
) -> tuple[Group, ...]:
    """Return the titles, notes and tags that meet a query as a group each; without those that have none."""
    if not findings.looks_for_text:
        return ()
    paths = library.tags.paths()

    def entry(kind: str, target_id: str, text: str) -> Entry:
        breathe()
        return _entry(kind, target_id, text, findings.find_in(text) or (0, 0))

    titles = [entry("document", row.id, row.title) for row in findings.titles()]
    notes = [entry(note.target_kind, note.target_id, note.text) for note in findings.notes()]
    tags = [entry("tag", tag.id, paths[tag.id]) for tag in findings.tags()]
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


def _entry(kind: str, target_id: str, text: str, span: tuple[int, int]) -> Entry:
    """Return a text, or as much of it as is shown, with the place of what was found in it."""
    start, end = span
    first = max(0, start - LEAD) if len(text) > SHOWN else 0
    shown = "…" * (first > 0) + text[first : first + SHOWN]
    shift = first - (first > 0)
    return Entry(kind, target_id, " ".join(shown.split("\n")), start - shift, end - shift)
