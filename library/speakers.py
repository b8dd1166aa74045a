"""Who speaks in documents: found in their texts, kept for next time, put right by their readers."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from contextlib import closing

from library.chinese.folding import fold
from library.derived import Derived
from library.documents import Documents
from library.errors import InvalidName, InvalidSpan, NotFound
from library.models import Document
from library.speeches import (
    AT_ONCE,
    KEPT,
    Passage,
    SpeakerCorrection,
    SpeakerName,
    Speeches,
    as_corrected,
    packed,
    unpacked,
    without,
)
from library.storage.characters import storable
from library.storage.journal import Journal
from library.storage.store import Store
from library.storage.texts import TextStore

LONGEST_NAME = 60
"""Code points of a name that is given."""


class Speakers:
    """Verbs on speakers. `waits` says whether those not kept are found at once; else that has to be done elsewhere.

    All offsets are code points of the reading text.
    """

    def __init__(self, store: Store, journal: Journal, documents: Documents, texts: TextStore) -> None:
        self._store = store
        self._journal = journal
        self._documents = documents
        self._texts = texts
        self._derived = Derived(texts, KEPT, unpacked, lambda found: len(found.passages))
        self._names: dict[str, tuple[str, ...]] = {}
        self.waits = True

    def of_document(self, document_id: str) -> Speeches:
        """Return who speaks in a document, as its reader left it."""
        return self._as_corrected(document_id, self.found(document_id))

    def find(self, document: Document) -> Speeches | None:
        """Return who speaks in a document, or None where that is not kept and is not to be waited for."""
        kept = self._derived.find(document.text_sha, None if self.waits else AT_ONCE)
        if kept is None and self.waits:
            kept = self._made(document.text_sha)
        return self._as_corrected(document.id, kept) if kept is not None else None

    def found(self, document_id: str) -> Speeches:
        """Return who speaks in a document as it was found, without what its reader put right."""
        return self._found(self._documents.get(document_id).text_sha)

    def take(self, document_id: str, found: Speeches) -> None:
        """Take over what `found` returned elsewhere, on another thread."""
        self._derived.hold(self._documents.get(document_id).text_sha, found)

    def set(self, document_id: str, start: int, end: int, name: str) -> None:
        """Say who speaks from `start` to `end`: InvalidSpan if that is no passage, InvalidName if it is no name."""
        self._say(document_id, start, end, clean_name(name))

    def remove(self, document_id: str, start: int, end: int) -> None:
        """Say that nobody speaks from `start` to `end`; InvalidSpan if that is no passage."""
        self._say(document_id, start, end, "")

    def rename(self, document_id: str, old: str, name: str) -> None:
        """Give a speaker another name throughout a document; that of another joins the two as one person.

        NotFound if nobody is called `old` there, InvalidName if `name` is none.
        """
        name = clean_name(name)
        if name == old:
            return
        joins = name in self.of_document(document_id).names
        renaming = self._journal.operation("Rename speaker “{old}” to “{name}”", old=old, name=name)
        joining = self._journal.operation("Join speaker “{old}” with “{name}”", old=old, name=name)
        with joining if joins else renaming:
            self._call(document_id, old, name)

    def dismiss(self, document_id: str, name: str) -> None:
        """Say that what was found as a speaker is none, throughout a document; NotFound if nobody is called so."""
        with self._journal.operation("Remove speaker “{name}”", name=name):
            self._call(document_id, name, "")

    def names(self, opening: Callable[[], object] = lambda: None) -> Counter[str]:
        """Return the names of all who speak in the library, and in how many documents, those in the bin left out.

        `opening` is called before each document: what it raises ends the search.
        """
        return Counter(name for names in self._names_by_document(opening).values() for name in names)

    def called(self, written: str, opening: Callable[[], object] = lambda: None) -> dict[str, frozenset[str]]:
        """Return by document the names of those called as `written`, in any form, or else of those with it in theirs.

        `opening` as in `names`.
        """
        by_document = self._names_by_document(opening)
        key = fold(written, spaces=False).text or written
        keys = {name: fold(name, spaces=False).text or name for names in by_document.values() for name in names}
        meant = {name for name, own in keys.items() if own == key} or {name for name, own in keys.items() if key in own}
        found = {document_id: meant.intersection(names) for document_id, names in by_document.items()}
        return {document_id: frozenset(names) for document_id, names in found.items() if names}

    def passages_of(self, written: str, opening: Callable[[], object] = lambda: None) -> dict[str, list[Passage]]:
        """Return by document what is said by those whom `called` finds, in order."""
        return {
            document_id: [passage for passage in self.of_document(document_id).passages if passage.name in names]
            for document_id, names in self.called(written, opening).items()
        }

    def _names_by_document(self, opening: Callable[[], object]) -> dict[str, tuple[str, ...]]:
        shas = self._store.pairs(Document, "id", "text_sha", "added", "id", removed=None)
        put_right = {row.document_id for row in self._store.all(SpeakerCorrection)}
        called: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for row in self._store.all(SpeakerName):
            called[row.document_id][row.found] = row.name
        by_document: dict[str, tuple[str, ...]] = {}
        for document_id, sha in shas.items():
            opening()
            if document_id in put_right:
                by_document[document_id] = self.of_document(document_id).names
            else:
                names = called.get(document_id, {})
                by_document[document_id] = tuple(
                    dict.fromkeys(name for each in self._found_names(sha) if (name := names.get(each, each)))
                )
        return by_document

    def _found_names(self, sha: str) -> tuple[str, ...]:
        if sha not in self._names:
            self._names[sha] = self._found(sha).names
        return self._names[sha]

    def _say(self, document_id: str, start: int, end: int, name: str) -> None:
        document = self._documents.get(document_id)
        if not 0 <= start < end <= document.length:
            raise InvalidSpan("There is no passage from {start} to {end}.", start=start, end=end)
        rows = self._spans(document_id)
        said = SpeakerCorrection(document_id, start, end, name)
        left = without(rows, start, end)
        if self._is_wanted(document_id, said, left):
            left.append(said)
        setting = self._journal.operation("Set speaker")
        removing = self._journal.operation("Remove speaker")
        with setting if name else removing:
            kept = {row.start for row in left}
            self._store.remove(SpeakerCorrection, [_key(row) for row in rows if row.start not in kept])
            self._store.put(*(row for row in left if row not in rows))

    def _is_wanted(self, document_id: str, said: SpeakerCorrection, others: Iterable[SpeakerCorrection]) -> bool:
        """Say whether a correction says anything that is not so without it."""
        so = as_corrected(self.found(document_id), sorted(others, key=_start), self._called(document_id))
        touched = so.at(said.start, said.end)
        return touched != Passage(said.name, said.start, said.end) if said.name else touched is not None

    def _call(self, document_id: str, old: str, name: str) -> None:
        called, rows = self._called(document_id), self._spans(document_id)
        found = [each for each in self.found(document_id).names if called.get(each, each) == old]
        own = [row for row in rows if row.name == old]
        if not (found or own) or not old:
            raise NotFound("Nobody called “{name}” speaks in this document.", name=old)
        self._store.remove(SpeakerName, [(document_id, each) for each in found if each == name and each in called])
        self._store.put(*(SpeakerName(document_id, each, name) for each in found if each != name))
        if name:
            self._store.put(*(SpeakerCorrection(document_id, row.start, row.end, name) for row in own))
        else:
            self._store.remove(SpeakerCorrection, [_key(row) for row in own])

    def _as_corrected(self, document_id: str, found: Speeches) -> Speeches:
        spans, names = self._spans(document_id), self._called(document_id)
        return as_corrected(found, spans, names) if spans or names else found

    def _spans(self, document_id: str) -> list[SpeakerCorrection]:
        return self._store.all(SpeakerCorrection, "start", document_id=document_id)

    def _called(self, document_id: str) -> dict[str, str]:
        return self._store.pairs(SpeakerName, "found", "name", document_id=document_id)

    def _found(self, sha: str) -> Speeches:
        return self._derived.find(sha) or self._made(sha)

    def _made(self, sha: str) -> Speeches:
        with closing(self._texts.open(sha)) as text:
            return self._derived.hold(sha, keep_speakers(self._texts, sha, text.text()))


def keep_speakers(texts: TextStore, sha: str, text: str) -> Speeches:
    """Find who speaks in `text`, which is kept under `sha`, and keep it for next time."""
    from library.chinese.speakers import speakers  # its rules take a while to load, and most are kept

    made = Speeches(speakers(text))
    texts.keep_derived(sha, KEPT, packed(made))
    return made


def clean_name(name: str) -> str:
    """Return a name on one line; InvalidName if nothing is left, or more than LONGEST_NAME."""
    plain = " ".join(storable(name).replace("\0", "").split())
    if not plain:
        raise InvalidName("A speaker’s name cannot be empty.")
    if len(plain) > LONGEST_NAME:
        raise InvalidName("A speaker’s name has at most {count} characters.", count=LONGEST_NAME)
    return plain


def _key(row: SpeakerCorrection) -> tuple[str, str]:
    return row.document_id, str(row.start)


def _start(row: SpeakerCorrection) -> int:
    return row.start
