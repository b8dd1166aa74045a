"""What was repaired in documents and pointed out in them: kept since their import, or found in their texts."""

import json
from collections.abc import Sequence
from contextlib import closing

from library.documents import Documents
from library.mending import KINDS, KeptMends, Mend, kept_mends, mends_of
from library.storage.store import Store
from library.storage.texts import TextStore

RULES = 2
"""Another number with every change of what is pointed out, so that what was kept before is made again."""
LOOKED_THROUGH = 200_000
"""Code points of a text that is looked through only to say how much of it is printed twice: 0.2 seconds."""
_FOUND = ".flags"
"""Under this suffix is kept what is pointed out in a text that was not repaired."""


class Repairs:
    """What was done to documents' texts, by kind. All offsets are code points of the reading text."""

    def __init__(self, store: Store, documents: Documents, texts: TextStore) -> None:
        self._store = store
        self._documents = documents
        self._texts = texts

    def is_repaired(self, document_id: str) -> bool:
        """Say whether a document was repaired when it was imported."""
        return bool(self._kept(document_id))

    def of_document(self, document_id: str) -> list[Mend]:
        """Return what was repaired in a document, pointed out in it, or refused, in the order of its text."""
        found = [mend for row in self.rows(document_id) for mend in mends_of(row)]
        return sorted(found, key=lambda mend: (mend.start, mend.end))

    def rows(self, document_id: str) -> list[KeptMends]:
        """Return the same as rows of each kind, in the order of KINDS, those without any left out.

        Where a document was not repaired, its text is looked through, which takes a second for a million characters,
        and what is pointed out in it is kept for next time.
        """
        rows = self._kept(document_id) or self._found(document_id)
        return sorted((row for row in rows if row.number), key=lambda row: KINDS.index(row.kind))

    def find(self, document_id: str) -> list[KeptMends] | None:
        """Return what `rows` does where that takes no looking through a text, or None."""
        document = self._documents.get(document_id)
        if not self._kept(document_id) and self._derived(document_id, document.text_sha) is None:
            return None
        return self.rows(document_id)

    def repeated(self, document_id: str) -> int:
        """Return how many code points of a document stand in passages printed twice, the first time not counted.

        A long text that was not repaired, nor looked through yet, is not looked through for this: 0.
        """
        is_short = self._documents.get(document_id).length <= LOOKED_THROUGH
        rows = self.rows(document_id) if is_short else self.find(document_id) or []
        twice = [mend for row in rows if row.kind == "duplicate" for mend in mends_of(row) if not mend.refused]
        return sum(mend.end - mend.start for mend in twice)

    def _kept(self, document_id: str) -> list[KeptMends]:
        return self._store.all(KeptMends, document_id=document_id)

    def _found(self, document_id: str) -> list[KeptMends]:
        sha = self._documents.get(document_id).text_sha
        derived = self._derived(document_id, sha)
        if derived is None:
            with closing(self._texts.open(sha)) as text:
                derived = kept_mends(document_id, _flags(text.text()))
            packed = [[row.kind, row.number, row.mends] for row in derived]
            self._texts.keep_derived(sha, _FOUND, json.dumps([RULES, packed]).encode())
        return derived

    def _derived(self, document_id: str, sha: str) -> list[KeptMends] | None:
        """Return what is kept of a text, None where that is nothing, spoiled, or by other rules."""
        data = self._texts.find_derived(sha, _FOUND)
        if data is None:
            return None
        try:
            rules, rows = json.loads(data)
            return None if rules != RULES else [KeptMends(document_id, *row) for row in rows]
        except (ValueError, TypeError):
            return None


def _flags(text: str) -> Sequence[Mend]:
    """Return what is pointed out in a text that was not repaired: it stands where it stood."""
    from library.chinese.repair import apply, plan  # its rules take a while to load, and most answers are kept

    as_it_is = apply(text, ())
    return [as_it_is.mend(repair) for repair in plan(text).flags]
