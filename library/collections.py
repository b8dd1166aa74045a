"""The tree of collections, and which documents stand in them."""

from collections.abc import Sequence
from dataclasses import replace

from library.models import Collection, Document, Note, Placement, new_id
from library.storage.journal import Journal
from library.storage.store import Store
from library.tree import Tree, clean_name, reordered, split_path


class Collections:
    """Verbs on collections. A document may stand in several; its place in each is by hand."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def all(self) -> list[Collection]:
        """Return all collections, siblings in their order by hand."""
        return self._store.all(Collection, "position", "id")

    def tree(self) -> Tree[Collection]:
        """Return the collections as they stand, as a tree."""
        return Tree(self.all())

    def get(self, collection_id: str) -> Collection:
        """Return a collection by its id, or raise NotFound."""
        return self.tree().get(collection_id)

    def find_path(self, path: str) -> Collection | None:
        """Return the collection with this full name (`方志/风俗`), or None."""
        return self.tree().find_path(path)

    def path(self, collection_id: str) -> str:
        """Return the full name of a collection."""
        return self.tree().path(collection_id)

    def add(self, name: str, parent_id: str | None = None) -> Collection:
        """Add a collection below `parent_id`; InvalidName if the name is empty or taken there."""
        tree = self.tree()
        name = clean_name(name)
        tree.require_free(parent_id, name)
        collection = Collection(new_id(), name, parent_id, tree.last_position(parent_id))
        with self._journal.operation("Add collection “{name}”", name=name):
            self._store.put(collection)
        return collection

    def add_path(self, path: str) -> Collection:
        """Return the collection with this full name; what is missing of it is added, as one operation."""
        first, *rest = split_path(path)
        with self._journal.operation("Add collection “{name}”", name=path):
            collection = self._child(None, first)
            for name in rest:
                collection = self._child(collection.id, name)
        return collection

    def rename(self, collection_id: str, name: str) -> None:
        """Give a collection another name; InvalidName if it is empty or taken by a sibling."""
        tree = self.tree()
        collection = tree.get(collection_id)
        name = clean_name(name)
        tree.require_free(collection.parent_id, name, node_id=collection_id)
        with self._journal.operation("Rename “{old}” to “{name}”", old=collection.name, name=name):
            self._store.put(replace(collection, name=name))

    def move(self, collection_id: str, parent_id: str | None, before: str | None = None) -> None:
        """Put a collection below `parent_id` (None: at the top), in front of its child `before`, or last."""
        tree = self.tree()
        with self._journal.operation("Move “{name}”", name=tree.get(collection_id).name):
            self._store.put(*tree.moved(collection_id, parent_id, before))

    def remove(self, collection_id: str) -> None:
        """Delete a collection with those below it; the documents stay in the library."""
        tree = self.tree()
        branch = {collection.id for collection in tree.branch(collection_id)}
        with self._journal.operation("Delete collection “{name}”", name=tree.get(collection_id).name):
            notes = self._store.all(Note, target_kind="collection", target_id=branch)
            places = self._store.all(Placement, collection_id=branch)
            self._store.remove(Note, [(note.id,) for note in notes])
            self._store.remove(Placement, [(place.collection_id, place.document_id) for place in places])
            self._store.remove(Collection, [(node_id,) for node_id in branch])

    def placements(self) -> list[Placement]:
        """Return which document stands in which collection, in the order by hand."""
        return self._store.all(Placement, "collection_id", "position", "document_id")

    def documents(self, collection_id: str, *, deep: bool = False) -> list[Document]:
        """Return the documents of a collection in their order by hand; `deep`: with those of the collections below."""
        ids = [node.id for node in self.tree().branch(collection_id)] if deep else [collection_id]
        rows = self._store.all(Placement, "position", "document_id", collection_id=ids)
        rows.sort(key=lambda row: ids.index(row.collection_id))
        places = list(dict.fromkeys(row.document_id for row in rows))
        documents = {document.id: document for document in self._store.all(Document, id=places, removed=None)}
        return [documents[document_id] for document_id in places if document_id in documents]

    def place(self, collection_id: str, document_ids: Sequence[str], before: str | None = None) -> None:
        """Put documents into a collection too, in front of its document `before`, or last."""
        collection = self.get(collection_id)
        with self._journal.operation(
            "Put {count} documents into “{name}”",
            one="Put document into “{name}”",
            count=len(document_ids),
            name=collection.name,
        ):
            present = [row.document_id for row in self._store.all(Placement, "position", collection_id=collection_id)]
            self._order(collection_id, reordered(present, document_ids, before))

    def unplace(self, collection_id: str, document_ids: Sequence[str]) -> None:
        """Take documents out of a collection; they stay in the library."""
        collection = self.get(collection_id)
        with self._journal.operation(
            "Take {count} documents out of “{name}”",
            one="Take document out of “{name}”",
            count=len(document_ids),
            name=collection.name,
        ):
            self._store.remove(Placement, [(collection_id, document_id) for document_id in document_ids])

    def move_documents(
        self, document_ids: Sequence[str], source_id: str | None, target_id: str, before: str | None = None
    ) -> None:
        """Take documents out of `source_id` (None: of none) and put them into `target_id`, as one operation."""
        target = self.get(target_id)
        with self._journal.operation(
            "Move {count} documents to “{name}”",
            one="Move document to “{name}”",
            count=len(document_ids),
            name=target.name,
        ):
            if source_id is not None and source_id != target_id:
                self.unplace(source_id, document_ids)
            self.place(target_id, document_ids, before)

    def sort_documents(self, collection_id: str, document_ids: Sequence[str]) -> None:
        """Put the documents of a collection in this order by hand."""
        with self._journal.operation("Sort “{name}”", name=self.get(collection_id).name):
            self._order(collection_id, document_ids)

    def _child(self, parent_id: str | None, name: str) -> Collection:
        return self.tree().find_child(parent_id, name) or self.add(name, parent_id)

    def _order(self, collection_id: str, document_ids: Sequence[str]) -> None:
        current = {row.document_id: row.position for row in self._store.all(Placement, collection_id=collection_id)}
        self._store.put(
            *(
                Placement(collection_id, document_id, float(place))
                for place, document_id in enumerate(document_ids, 1)
                if current.get(document_id) != place
            )
        )
