"""What the open library holds, as the shelf and the document table show it: kept in step by its Changes."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.itemmodels.titlekeys import TitleKeys
from library.changes import Changes
from library.errors import NotFound
from library.models import Collection, Document, Reading, Stage

if TYPE_CHECKING:
    from desktop.session import Session
    from library.library import Library

Order = Literal["title", "date", "added", "hand"]

ORDERS: tuple[Order, ...] = ("title", "date", "added", "hand")
ALL, RECENT, BIN = "all", "recent", "bin"
SPECIAL = (ALL, RECENT, BIN)
RECENT_LIMIT = 50

_ORDERS_KEY = "shelf.orders"
_FEW = 100
"""Up to so many altered documents are fetched one by one."""
_COUNT_DELAY = 120
"""Milliseconds until marks are counted again: the mark itself is painted first."""


class Holdings(QObject):
    """Documents, collections and what stands where, with counts and orders; for the main thread.

    `altered` says that rows may have come, gone or moved; `counted` that only marks or progress have. `reset` says that
    another library, or none, is open.
    """

    reset = Signal()
    altered = Signal()
    counted = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.keys = TitleKeys(self)
        self._counting = QTimer(self, singleShot=True, interval=_COUNT_DELAY)
        self._counting.timeout.connect(self._count_again)
        self.keys.ready.connect(self._alter)
        session.opened.connect(self._open)
        session.closed.connect(self._open)
        session.changed.connect(self._apply)
        self._open()

    # --- documents ---

    def document(self, document_id: str) -> Document | None:
        """Return a document, be it in the bin or not, or None."""
        return self._documents.get(document_id)

    def documents(self, key: str) -> list[Document]:
        """Return the documents of a collection in its order, or those of `all`, `recent` or `bin`."""
        if key not in self._lists:
            self._lists[key] = self._list(key)
        return self._lists[key]

    def standing(self, collection_id: str) -> list[Document]:
        """Return the documents right in a collection in their order by hand, without those in the bin."""
        found = (self._documents.get(document_id) for document_id in self._places.get(collection_id, []))
        return [document for document in found if document is not None and document.removed is None]

    def unplaced(self) -> list[Document]:
        """Return the documents that stand in no collection."""
        placed = {document_id for ids in self._places.values() for document_id in ids}
        return [document for document in self.documents(ALL) if document.id not in placed]

    def count(self, key: str) -> int:
        """Return the number of documents in a collection and those below it, or in `all`, `recent` or `bin`."""
        if key not in self._counts:
            self._counts[key] = len(self.documents(key) if key in SPECIAL else self._deep(key))
        return self._counts[key]

    def gathered(self, collection_id: str) -> list[Document]:
        """Return the documents of a collection and of those below it in its order; by hand, its own come first."""
        if collection_id not in self._gathered:
            found = (self._documents[document_id] for document_id in self._deep(collection_id))
            self._gathered[collection_id] = self.sorted(found, self.order(collection_id))
        return self._gathered[collection_id]

    def holder(self, document_id: str, key: str) -> str:
        """Return the list that a document among those of `key` is taken from: `key`, or a collection below it."""
        return key if key in SPECIAL else self._deep(key).get(document_id, key)

    def home(self, document_ids: frozenset[str]) -> str:
        """Return the collection that all these documents stand in, or `all`."""
        return next((key for key, placed in self._places.items() if document_ids.issubset(placed)), ALL)

    def marks(self, document_id: str) -> int:
        """Return the number of highlights of a document."""
        return self._marks.get(document_id, 0)

    def progress(self, document_id: str) -> float:
        """Return how far a document was read, from 0 to 1."""
        reading, document = self._readings.get(document_id), self._documents.get(document_id)
        if reading is None or document is None:
            return 0.0
        return min(1.0, reading.furthest / document.length) if document.length else 1.0

    def stage(self, document_id: str) -> Stage:
        """Return whether a document is unread, being read or done."""
        reading, document = self._readings.get(document_id), self._documents.get(document_id)
        return "unread" if reading is None or document is None else reading.stage(document.length)

    # --- collections ---

    def collection(self, collection_id: str) -> Collection | None:
        """Return a collection, or None."""
        return self._collections.get(collection_id)

    def below(self, parent_id: str | None) -> list[Collection]:
        """Return the collections right below `parent_id`, or at the top, in their order by hand."""
        return self._below.get(parent_id, [])

    def paths(self, parent_id: str | None = None, above: str = "") -> list[str]:
        """Return the full names of all collections below `parent_id`, each before those it holds."""
        found: list[str] = []
        for collection in self.below(parent_id):
            found += [above + collection.name, *self.paths(collection.id, f"{above}{collection.name}/")]
        return found

    def is_within(self, collection_id: str, ancestor_id: str) -> bool:
        """Say whether a collection is `ancestor_id` or lies below it."""
        at: str | None = collection_id
        while at is not None and at != ancestor_id:
            collection = self._collections.get(at)
            at = None if collection is None else collection.parent_id
        return at is not None

    # --- orders ---

    def order(self, key: str) -> Order:
        """Return what the documents of a collection are sorted by."""
        return self._orders.get(key, self._orders.get("", "title"))

    def choose_order(self, order: Order, collection_id: str = "") -> None:
        """Sort a collection by `order` from now on, or all of them; the library remembers it."""
        chosen: dict[str, Order] = {"": order} if not collection_id else {**self._orders, collection_id: order}
        if chosen == self._orders:
            return
        self._orders = chosen
        self.keep(_ORDERS_KEY, json.dumps(chosen))
        self._alter()

    def keep(self, key: str, value: str) -> None:
        """Remember a fact of layout in the library, where it can be written."""
        if self._session.library is not None and self._session.writable:
            self._session.write(lambda library: library.state.set(key, value))

    def kept(self, key: str) -> str:
        """Return what `keep` remembered under `key`, or ""."""
        library = self._session.library
        return "" if library is None else library.state.get(key) or ""

    def sorted(self, documents: Iterable[Document], order: Order) -> list[Document]:
        """Return `documents` in an order; `hand` leaves them as they come. Those without a date stand last."""
        found = list(documents)
        if order == "hand":
            return found
        found.sort(key=lambda document: self.keys.key(document.title))
        if order == "date":
            found.sort(key=lambda document: (not document.date, document.date))
        elif order == "added":
            found.sort(key=lambda document: document.added, reverse=True)
        return found

    # --- keeping in step ---

    def refresh_readings(self) -> None:
        """Fetch anew how far documents were read: no Changes tell of that."""
        library = self._session.library
        if library is None:
            return
        known = self._readings
        self._readings = library.readings.all()
        if self._recent_ids(known) != self._recent_ids(self._readings):
            self._alter()
        elif self._readings != known:
            self.counted.emit()

    def take_reading(self, reading: Reading) -> None:
        """Take how far the open document is read now."""
        known = self._readings.get(reading.document_id)
        self._readings[reading.document_id] = reading
        document = self._documents.get(reading.document_id)
        if known is None or not known.opened:
            self._alter()
        elif document is not None and _told(known, document.length) != _told(reading, document.length):
            self.counted.emit()

    def _open(self) -> None:
        library = self._session.library
        self._counting.stop()
        if library is None:
            self.keys.wait()
        self._counts: dict[str, int] = {}
        self._lists: dict[str, list[Document]] = {}
        self._gathered: dict[str, list[Document]] = {}
        self._holders: dict[str, dict[str, str]] = {}
        self._orders = _read_orders(self.kept(_ORDERS_KEY))
        self._documents: dict[str, Document] = {}
        self._marks: dict[str, int] = {}
        self._readings: dict[str, Reading] = {}
        self._collections: dict[str, Collection] = {}
        self._below: dict[str | None, list[Collection]] = {}
        self._places: dict[str, list[str]] = {}
        if library is not None:
            self._fetch_all(library)
        self.reset.emit()

    def _apply(self, changes: Changes) -> None:
        library = self._session.library
        if library is None:
            return
        if not self._session.writable:
            # Another program writes: its Changes name what is there, not what has gone.
            self._fetch_all(library)
            self._alter()
            return
        if changes.touches("document"):
            self._fetch_documents(library, changes.ids("document"))
        if changes.touches("collection"):
            self._fetch_collections(library)
        if changes.touches("placement"):
            self._fetch_places(library)
        if changes.touches("highlight"):
            self._counting.start()
        if changes.touches("document", "collection", "placement"):
            self._alter()

    def _fetch_all(self, library: Library) -> None:
        self._fetch_documents(library)
        self._fetch_collections(library)
        self._fetch_places(library)
        self._marks = library.documents.mark_counts()
        self._readings = library.readings.all()

    def _fetch_documents(self, library: Library, ids: frozenset[str] = frozenset()) -> None:
        if 0 < len(ids) <= _FEW:
            self._fetch_few(library, ids)
        else:
            every = library.documents.all() + library.documents.all(removed=True)
            self._documents = {document.id: document for document in every}
        for field in ("title", "issuer", "number"):
            self.keys.learn({getattr(document, field) for document in self._documents.values()})

    def _fetch_few(self, library: Library, ids: Iterable[str]) -> None:
        for document_id in ids:
            try:
                self._documents[document_id] = library.documents.get(document_id)
            except NotFound:
                self._documents.pop(document_id, None)

    def _fetch_collections(self, library: Library) -> None:
        below: defaultdict[str | None, list[Collection]] = defaultdict(list)
        self._collections = {collection.id: collection for collection in library.collections.all()}
        for collection in self._collections.values():
            below[collection.parent_id].append(collection)
        self._below = dict(below)

    def _fetch_places(self, library: Library) -> None:
        places: defaultdict[str, list[str]] = defaultdict(list)
        for placement in library.collections.placements():
            places[placement.collection_id].append(placement.document_id)
        self._places = dict(places)

    def _count_again(self) -> None:
        library = self._session.library
        if library is not None:
            self._marks = library.documents.mark_counts()
            self.counted.emit()

    def _list(self, key: str) -> list[Document]:
        match key:
            case "all":
                return self.sorted([one for one in self._documents.values() if one.removed is None], self.order(ALL))
            case "recent":
                return self._recent()
            case "bin":
                removed = [one for one in self._documents.values() if one.removed is not None]
                return sorted(removed, key=lambda document: document.removed or "", reverse=True)
            case _:
                return self.sorted(self.standing(key), self.order(key))

    def _alter(self) -> None:
        self._counts.clear()
        self._lists.clear()
        self._gathered.clear()
        self._holders.clear()
        self.altered.emit()

    def _deep(self, collection_id: str) -> dict[str, str]:
        """Return the first collection that each document stands in, of a collection and those below it."""
        if collection_id not in self._holders:
            holders = {document.id: collection_id for document in self.standing(collection_id)}
            for collection in self.below(collection_id):
                for document_id, holder in self._deep(collection.id).items():
                    holders.setdefault(document_id, holder)
            self._holders[collection_id] = holders
        return self._holders[collection_id]

    def _recent(self) -> list[Document]:
        found = (self._documents.get(document_id) for document_id in self._recent_ids(self._readings))
        return [document for document in found if document is not None and document.removed is None][:RECENT_LIMIT]

    @staticmethod
    def _recent_ids(readings: dict[str, Reading]) -> list[str]:
        opened = [reading for reading in readings.values() if reading.opened]
        return [reading.document_id for reading in sorted(opened, key=lambda reading: reading.opened, reverse=True)]


def _read_orders(stored: str) -> dict[str, Order]:
    """Return the orders kept as JSON; what is not one is left out."""
    try:
        found = json.loads(stored or "{}")
    except ValueError:
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    return {str(key): order for key, value in pairs for order in ORDERS if order == value}


def _told(reading: Reading, length: int) -> tuple[Stage, int]:
    """Return what is shown of a reading: its stage and whole percents."""
    return reading.stage(length), reading.percent(length)
