"""What of the entries of a bibliography goes into the fields of their documents, and how it is written there."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from library.bibliography.base import Reference
from library.bibliography.matching import Known, Match, match
from library.describing import cleaned
from library.errors import LibraryError
from library.fields import BY_NAME
from library.library import Library
from library.progress import Progress

Policy = Literal["fill", "theirs", "mine"]
"""What becomes of a field: filled where it is empty, the value of the entry taken, what is there kept."""


@dataclass(frozen=True, slots=True)
class TakingChoice:
    """How values are taken: `policy`, and of single fields otherwise; `notes` also takes abstracts, keywords, notes."""

    policy: Policy = "fill"
    by_field: Mapping[str, Policy] = field(default_factory=dict[str, Policy])
    notes: bool = False

    def of(self, name: str) -> Policy:
        """Return what becomes of a field."""
        return self.by_field.get(name, self.policy)


@dataclass(frozen=True, slots=True)
class Difference:
    """What an entry says in a field, by its id or name, beside what is there; `taken` is whether it goes there."""

    field: str
    name: str
    mine: str
    theirs: str
    taken: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """Entries with their documents. `documents` are those of the library by id, `own` ids of own fields by name.

    `keys` are the citation keys of the entries as they would be kept, which are compared at each choice.
    """

    matches: tuple[Match, ...]
    documents: Mapping[str, Known]
    own: Mapping[str, str]
    keys: tuple[str, ...]

    def differences(self, reference: Reference, document_id: str, choice: TakingChoice) -> list[Difference]:
        """Return the fields in which an entry says something else than its document, or where that says nothing."""
        values = self.documents[document_id].values
        found: list[Difference] = []
        for name, written in reference.values.items():
            field_id = self._field(name)
            theirs = _as_kept(field_id, written)
            mine = values.get(field_id, "")
            if field_id and theirs and theirs != mine:
                found.append(Difference(field_id, name, mine, theirs, _is_taken(choice.of(field_id), mine)))
        return found

    def untaken(self, reference: Reference) -> list[tuple[str, str]]:
        """Return what an entry says that no field takes."""
        strange = [(name, value) for name, value in reference.values.items() if not self._field(name)]
        return [*strange, *reference.untaken]

    def clashes(self, chosen: Mapping[int, str], choice: TakingChoice) -> dict[str, list[str]]:
        """Return the citation keys that several documents would have, with the ids of these.

        `chosen` are documents by the place of their entries in `matches`.
        """
        keys = {document_id: known.values.get("citekey", "") for document_id, known in self.documents.items()}
        for place, document_id in chosen.items():
            if self.keys[place] and _is_taken(choice.of("citekey"), keys[document_id]):
                keys[document_id] = self.keys[place]
        together: defaultdict[str, list[str]] = defaultdict(list)
        for document_id, key in keys.items():
            together[key].append(document_id)
        written = {keys[document_id] for document_id in chosen.values()}
        return {key: ids for key, ids in together.items() if key and key in written and len(ids) > 1}

    def _field(self, name: str) -> str:
        return name if name in BY_NAME else self.own.get(name, "")


def plan(library: Library, references: Sequence[Reference], progress: Progress | None = None) -> Plan:
    """Match entries to the documents of a library that are not in the bin."""
    told = library.fields.of_documents()
    documents = [Known(row.id, told.get(row.id, {}), row.original_name) for row in library.documents.all()]
    own = {one.name: one.id for one in library.fields.own()}
    matches = match(references, documents, progress)
    keys = tuple(_as_kept("citekey", one.reference.values.get("citekey", "")) for one in matches)
    return Plan(tuple(matches), {document.id: document for document in documents}, own, keys)


def take(library: Library, plan: Plan, chosen: Mapping[int, str], choice: TakingChoice) -> int:
    """Write what is taken into the fields of documents, as one operation; return how many were altered.

    `chosen` are documents by the place of their entries in the plan; one of several entries for a document comes first.
    """
    changes: dict[str, dict[str, str]] = {}
    notes: dict[str, str] = {}
    for place, document_id in chosen.items():
        reference = plan.matches[place].reference
        taken = {one.field: one.theirs for one in plan.differences(reference, document_id, choice) if one.taken}
        if taken:
            changes[document_id] = taken | changes.get(document_id, {})
        words = note_of(reference) if choice.notes else ""
        if words:
            notes[document_id] = words
    added = {document_id: words for document_id, words in notes.items() if _is_new(library, document_id, words)}
    count = len(changes.keys() | added.keys())
    with library.journal.operation("Import bibliography of {count} documents", one="Import bibliography", count=count):
        for document_id, values in changes.items():
            library.fields.describe([document_id], **values)
        for document_id, words in added.items():
            library.notes.append("document", document_id, words)
    return count


def note_of(reference: Reference) -> str:
    """Return abstract, keywords and note of an entry as paragraphs of a note."""
    keywords = " · ".join(reference.keywords)
    return "\n\n".join(filter(None, (reference.abstract, keywords, reference.note)))


def doubly_chosen(chosen: Mapping[int, str]) -> list[str]:
    """Return the documents that several entries were given."""
    return [document_id for document_id, count in Counter(chosen.values()).items() if count > 1]


def _is_new(library: Library, document_id: str, words: str) -> bool:
    note = library.notes.find("document", document_id)
    return note is None or words not in note.text


def _is_taken(policy: Policy, mine: str) -> bool:
    return policy == "theirs" or (policy == "fill" and not mine)


def _as_kept(field_id: str, written: str) -> str:
    """Return a value as it would be kept, "" of one that does not fit."""
    try:
        return cleaned(field_id, written)
    except LibraryError:
        return ""
