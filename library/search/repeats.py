"""Passages that stand in a text a second time, which are left out of what is counted there."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property

from library.search.index import Index, Spans
from library.search.places import Place


class Repeats:
    """The passages that stand twice in the documents of an index.

    Those that were kept with documents go before those that the index found in their texts.
    """

    def __init__(self, index: Index, kept: Mapping[str, Spans]) -> None:
        self._index = index
        self._kept = kept

    def of_document(self, document_id: str) -> Spans:
        """Return where passages stand a second time in a document, in order and apart."""
        kept = self._kept.get(document_id)
        return self._found.get(document_id, ()) if kept is None else kept

    def by_document(self) -> dict[str, Spans]:
        """Return the same of all documents that have such passages, or were repaired."""
        return {**self._found, **self._kept}

    @cached_property
    def _found(self) -> dict[str, Spans]:
        return {entry.document_id: entry.repeats for entry in self._index.by_id().values() if entry.repeats}


def within(places: Iterable[Place], spans: Spans) -> list[Place]:
    """Return those of `places` that lie in one of `spans` whole: the same stands in its first standing, too."""
    found: list[Place] = []
    for place in places:
        at = bisect_right(spans, place.start, key=lambda span: span[0]) - 1
        if at >= 0 and place.end <= spans[at][1]:
            found.append(place)
    return found
