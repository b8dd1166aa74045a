"""Links: ways from one highlight to another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from library.errors import InvalidMove, NotFound
from library.models import Highlight, Link, Tag, new_id, now
from library.search.written import Wanted, last_row, nearest_written, written_between
from library.storage.journal import Journal
from library.storage.store import Store
from library.tree import Tree

STRETCH = 4000
"""Highlights that are looked at in one go: it takes a few milliseconds."""


class Links:
    """Verbs on links; between two highlights there is at most one, whichever way it was drawn."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def add(self, source_id: str, target_id: str) -> Link:
        """Link two highlights, or return the link that is there; InvalidMove for one with itself, NotFound if gone."""
        if source_id == target_id:
            raise InvalidMove("A highlight cannot be linked with itself. Choose another one.")
        for highlight_id in (source_id, target_id):
            if self._store.find(Highlight, highlight_id) is None:
                raise NotFound("There is no highlight with the id {id}.", id=highlight_id)
        for pair in ((source_id, target_id), (target_id, source_id)):
            for link in self._store.all(Link, source_id=pair[0], target_id=pair[1]):
                return link
        link = Link(new_id(), source_id, target_id, now())
        with self._journal.operation("Link highlights"):
            self._store.put(link)
        return link

    def remove(self, *link_ids: str) -> None:
        """Take links away; the highlights stay."""
        with self._journal.operation("Remove {count} links", one="Remove link", count=len(link_ids)):
            self._store.remove(Link, [(link_id,) for link_id in link_ids])

    def some(self, link_ids: Iterable[str]) -> list[Link]:
        """Return those of these links that are there, in no order."""
        return self._store.all(Link, id=set(link_ids))

    def offered(self, highlight_id: str, query: str, most: int) -> Iterator[list[str]]:
        """Yield at most `most` highlights that one could be linked with, a few at a time and so at once.

        All words of `query` stand in quote, correction, note or a tag, which is found by its pinyin too. First those
        of the same document, the nearest first, then those of others, the one marked last first.
        """
        own = self._store.find(Highlight, highlight_id)
        if own is None:
            return
        wanted = self._wanted(query)
        near = nearest_written(self._store.db, wanted, own.document_id, own.start, most + 1)
        found = [other for other in near if other != highlight_id][:most]
        yield found
        left, end = most - len(found), last_row(self._store.db)
        while left and end > 0:
            begin = max(0, end - STRETCH)
            found = written_between(self._store.db, wanted, (begin, end), own.document_id, left)
            yield found
            left, end = left - len(found), begin

    def of_highlights(self, highlight_ids: Iterable[str]) -> dict[str, list[Link]]:
        """Return the links of these highlights, drawn from them or to them, by highlight id, the oldest first."""
        return links_of(self._store, set(highlight_ids))

    def _wanted(self, query: str) -> list[Wanted]:
        words = query.split()
        if not words:
            return []
        from library.chinese.pinyin import matches  # its tables are large, and needed only once someone types

        paths = Tree(self._store.all(Tag)).paths()
        return [
            Wanted(word, [tag_id for tag_id, path in paths.items() if matches(word, path) is not None])
            for word in words
        ]


def links_of(store: Store, highlight_ids: set[str]) -> dict[str, list[Link]]:
    """Return the links of highlights by highlight id, the oldest first; without any, a highlight is left out."""
    rows = store.all(Link, source_id=highlight_ids) + store.all(Link, target_id=highlight_ids)
    found: defaultdict[str, list[Link]] = defaultdict(list)
    for link in sorted(set(rows), key=lambda link: (link.created, link.id)):
        for end in highlight_ids & {link.source_id, link.target_id}:
            found[end].append(link)
    return dict(found)
