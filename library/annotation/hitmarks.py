"""Highlights made of places that were found: all at once, those that are there recognised."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from library.annotation.highlights import spanned
from library.annotation.tags import Tags
from library.documents import Documents
from library.models import Color, Highlight, Span, Style, new_id, now
from library.search.reach import Reach, Widening
from library.storage.journal import Journal
from library.storage.store import Store
from library.terms import own_words


@dataclass(frozen=True, slots=True)
class Marked:
    """What became of places: the ids of new highlights, and of those that were there already."""

    added: tuple[str, ...]
    known: tuple[str, ...]


class HitMarks:
    """Turns places into highlights."""

    def __init__(self, store: Store, journal: Journal, documents: Documents, tags: Tags) -> None:
        self._store = store
        self._journal = journal
        self._documents = documents
        self._tags = tags

    def add(
        self,
        spans: Sequence[Span],
        *,
        reach: Reach = "exact",
        color: Color | None = None,
        style: Style = "highlight",
        tags: Sequence[str] = (),
    ) -> Marked:
        """Mark places in any documents, as one operation, widened to `reach`; InvalidSpan if one is not in its text.

        `tags` are full names and are added to the codebook where missing. A passage that is marked already is not
        marked again: it takes the tags, and keeps its colour and style. Places that become one passage are one.
        """
        added: list[Highlight] = []
        known: list[str] = []
        for document_id, places in groupby(sorted(spans), key=attrgetter("document_id")):
            for highlight, is_new in self._marked(document_id, list(places), reach, color, style):
                if is_new:
                    added.append(highlight)
                else:
                    known.append(highlight.id)
        ids = [highlight.id for highlight in added]
        with self._journal.operation("Mark {count} hits", one="Mark hit", count=len(ids) + len(known)):
            self._store.put(*added)
            if tags and spans:
                self._tags.apply([*ids, *known], [self._tags.add_path(path).id for path in tags])
        return Marked(tuple(ids), tuple(known))

    def _marked(
        self, document_id: str, places: Sequence[Span], reach: Reach, color: Color | None, style: Style
    ) -> Iterator[tuple[Highlight, bool]]:
        """Yield a highlight for each passage of a document, and whether it is a new one."""
        there = {(row.start, row.end): row for row in self._store.all(Highlight, document_id=document_id)}
        own = own_words(self._store)
        moment = now()
        with closing(self._documents.text(document_id)) as text:
            widening = Widening(text, reach, own)
            for start, end in dict.fromkeys(widened(widening, text.length, place) for place in places):
                if (start, end) in there:
                    yield there[start, end], False
                    continue
                empty = Highlight(
                    new_id(), document_id, 0, 0, "", "", "", color, style, created=moment, modified=moment
                )
                yield spanned(empty, text, start, end), True


def widened(widening: Widening, length: int, place: Span) -> tuple[int, int]:
    """Return a place of a text of `length` code points widened; one that is not in the text stays as it is."""
    if not 0 <= place.start < place.end <= length:
        return place.start, place.end
    return widening.span(place.start, place.end)
