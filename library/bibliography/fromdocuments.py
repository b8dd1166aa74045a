"""The documents of a library as the entries of a bibliography."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from library.bibliography.base import BibliographyFormat, Reference
from library.bibliography.citekeys import generated
from library.library import Library


@dataclass(frozen=True, slots=True)
class Entries:
    """Entries made of documents, and the citation keys, by document id, that were made up for those without one."""

    references: tuple[Reference, ...]
    made: dict[str, str]

    def pieces(self, format_: BibliographyFormat) -> Iterator[str]:
        """Yield the file of a format piece by piece."""
        return format_.render(self.references)


def entries_of(library: Library, document_ids: Iterable[str] | None = None) -> Entries:
    """Return the entries of documents in the order they were added, or of all that are not in the bin.

    A key that is made up is the same whichever documents are asked for.
    """
    told = library.fields.of_documents()
    own = {one.id: one.name for one in library.fields.own()}
    documents = library.documents.all()
    keys = {row.id: key for row in documents if (key := told[row.id].get("citekey", ""))}
    made = generated([(row.id, told[row.id]) for row in documents if row.id not in keys], keys.values())
    notes = {note.target_id: note.text for note in library.notes.all() if note.target_kind == "document"}
    wanted = None if document_ids is None else set(document_ids)
    rows = [row for row in documents if wanted is None or row.id in wanted]
    references = tuple(
        Reference(
            {own.get(name, name): value for name, value in told[row.id].items()}
            | {"citekey": keys.get(row.id) or made[row.id]},
            note=notes.get(row.id, "").strip(),
        )
        for row in rows
    )
    return Entries(references, {row.id: made[row.id] for row in rows if row.id in made})


def keep_keys(library: Library, made: dict[str, str]) -> None:
    """Write keys that were made up into the fields of their documents, as one operation."""
    with library.journal.operation("Set {count} citation keys", one="Set citation key", count=len(made)):
        for document_id, key in made.items():
            library.fields.describe([document_id], citekey=key)
