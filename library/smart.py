"""Smart collections: questions kept on the shelf, asked anew whenever they are looked at."""

from collections.abc import Sequence
from dataclasses import replace

from library.errors import NotFound
from library.models import SmartCollection, SmartKind, new_id
from library.storage.characters import storable
from library.storage.journal import Journal
from library.storage.store import Store
from library.tree import clean_name, reordered


class SmartCollections:
    """Verbs on smart collections."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def all(self) -> list[SmartCollection]:
        """Return all smart collections in their order by hand."""
        return self._store.all(SmartCollection, "position", "id")

    def get(self, smart_id: str) -> SmartCollection:
        """Return a smart collection by its id, or raise NotFound."""
        found = self._store.find(SmartCollection, smart_id)
        if found is None:
            raise NotFound("There is nothing with the id {id} any more.", id=smart_id)
        return found

    def add(self, name: str, kind: SmartKind, query: str) -> SmartCollection:
        """Keep a question under a name, behind the others; InvalidName if it is empty."""
        last = self._store.highest(SmartCollection, "position")
        made = SmartCollection(new_id(), clean_name(name), kind, storable(query), last + 1.0)
        with self._journal.operation("Add smart collection “{name}”", name=made.name):
            self._store.put(made)
        return made

    def rename(self, smart_id: str, name: str) -> None:
        """Give a smart collection another name; InvalidName if it is empty."""
        smart = self.get(smart_id)
        name = clean_name(name)
        with self._journal.operation("Rename “{old}” to “{name}”", old=smart.name, name=name):
            self._store.put(replace(smart, name=name))

    def ask(self, smart_id: str, query: str) -> None:
        """Let a smart collection ask another question of its kind."""
        smart = self.get(smart_id)
        with self._journal.operation("Change smart collection “{name}”", name=smart.name):
            self._store.put(replace(smart, query=storable(query)))

    def move(self, smart_ids: Sequence[str], before: str | None = None) -> None:
        """Put smart collections in front of another, or last."""
        moved = [self.get(smart_id) for smart_id in smart_ids]
        rows = {row.id: row for row in self.all()}
        with self._journal.operation(
            "Move {count} smart collections", one="Move “{name}”", count=len(moved), name=moved[0].name
        ):
            order = reordered(list(rows), smart_ids, before)
            placed = [replace(rows[row_id], position=float(place)) for place, row_id in enumerate(order, 1)]
            self._store.put(*(row for row in placed if row != rows[row.id]))

    def remove(self, *smart_ids: str) -> None:
        """Delete smart collections; what they showed stays."""
        with self._journal.operation(
            "Delete {count} smart collections", one="Delete smart collection", count=len(smart_ids)
        ):
            self._store.remove(SmartCollection, [(smart_id,) for smart_id in smart_ids])
