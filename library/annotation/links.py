"""Links: ways from one highlight to another."""

from collections import defaultdict
from collections.abc import Iterable

from library.errors import InvalidMove, NotFound
from library.models import Highlight, Link, new_id, now
from library.storage.journal import Journal
from library.storage.store import Store


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

    def of_highlights(self, highlight_ids: Iterable[str]) -> dict[str, list[Link]]:
        """Return the links of these highlights, drawn from them or to them, by highlight id, the oldest first."""
        ids = set(highlight_ids)
        rows = self._store.all(Link, source_id=ids) + self._store.all(Link, target_id=ids)
        found: defaultdict[str, list[Link]] = defaultdict(list)
        for link in sorted(set(rows), key=lambda link: (link.created, link.id)):
            for end in ids & {link.source_id, link.target_id}:
                found[end].append(link)
        return dict(found)


def other_end(link: Link, highlight_id: str) -> str:
    """Return the highlight that a link leads to from `highlight_id`."""
    return link.target_id if link.source_id == highlight_id else link.source_id
