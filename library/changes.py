"""What one operation altered, and the wording key that names it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from library.models import Span

Initiator = Literal["do", "undo", "redo"]


@dataclass(frozen=True, slots=True)
class Label:
    """The name of an operation: an English template, which is also the key of its translation, and its arguments."""

    text: str
    arguments: Mapping[str, object] = field(default_factory=dict[str, object])

    def __str__(self) -> str:
        return self.text.format(**self.arguments)


@dataclass(frozen=True, slots=True)
class Changes:
    """What one operation, undo or redo altered.

    `keys` maps the name of a table (those of library/storage/store.py but `reading`) to the primary keys of its
    altered rows, each key a tuple in the order of the table's key columns.
    `document_ids` are the documents whose marks, notes, bookmarks or own row changed.
    `places` are, of an undo or redo, the passages in text order that were altered, or whose tags, notes or links were:
    where they stand, or stood if they are gone.
    """

    label: Label
    keys: Mapping[str, frozenset[tuple[str, ...]]]
    document_ids: frozenset[str]
    initiator: Initiator = "do"
    places: tuple[Span, ...] = ()

    def ids(self, kind: str) -> frozenset[str]:
        """Return the first key column of each altered row of `kind`: for tables with one key column, the ids."""
        return frozenset(key[0] for key in self.keys.get(kind, frozenset()))

    def touches(self, *kinds: str) -> bool:
        """Say whether any row of one of `kinds` was altered."""
        return any(self.keys.get(kind) for kind in kinds)


Listener = Callable[[Changes], None]
