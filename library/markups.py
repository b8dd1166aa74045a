"""What the files of documents set apart in their texts: read as it was kept, held for the documents read last."""

from collections import OrderedDict

from library.elements import AT_ONCE, Marks, elements_of
from library.models import Document, Markup
from library.storage.store import Store

_HELD = 200_000
"""Elements of the documents read last that are held in memory."""


class Markups:
    """Verbs on what files set apart. `waits` says whether many are read at once; else that has to be done elsewhere.

    What a file said of its text never changes. All offsets are code points of the reading text.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._held: OrderedDict[str, Marks] = OrderedDict()
        self.waits = True

    def find(self, document: Document) -> Marks | None:
        """Return what is set apart in a document, or None where that is much and is not to be waited for."""
        return self._read(document.id, most=None if self.waits else AT_ONCE)

    def found(self, document_id: str) -> Marks:
        """Return what is set apart in a document, nothing where its file said nothing."""
        return self._read(document_id) or Marks()

    def take(self, document_id: str, found: Marks) -> None:
        """Take over what `found` returned elsewhere, on another thread."""
        self._hold(document_id, found)

    def _read(self, document_id: str, most: int | None = None) -> Marks | None:
        held = self._held.get(document_id)
        if held is not None:
            self._held.move_to_end(document_id)
            return held
        kept = self._store.find(Markup, document_id)
        if kept is None:
            return Marks()
        if most is not None and len(kept.elements) > most:
            return None
        return self._hold(document_id, Marks(elements_of(kept.elements)))

    def _hold(self, document_id: str, marks: Marks) -> Marks:
        self._held[document_id] = marks
        while len(self._held) > 1 and sum(len(held.elements) for held in self._held.values()) > _HELD:
            self._held.popitem(last=False)
        return marks
