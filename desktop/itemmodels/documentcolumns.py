"""The columns of the document table: every field of documents, the library's own ones, and what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.fieldwords import field_label, shown_value
from desktop.translation import tr
from library.fields import BY_NAME, FIELDS

if TYPE_CHECKING:
    from desktop.session import Session
    from library.changes import Changes
    from library.models import Document

FIRST = ("title", "date", "issuer", "number", "marks", "progress")
"""The columns that are shown by themselves; all others only when they are chosen."""
FACTS = ("added", "length", "format")
DECLARED = (*FIRST, *(field.name for field in FIELDS if field.name not in FIRST), *FACTS)

LENGTHS = "lengths"
"""Under this key it is asked how much of documents is printed twice."""


class DocumentColumns(QObject):
    """Knows the columns there are by name, and fetches the values of those that stand beside the documents' rows."""

    own_changed = Signal()
    """The library has other fields of its own, or they are called otherwise."""
    altered = Signal(object)
    """Carries the names of columns that were shown and have other values now."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._own: dict[str, str] = {}
        self._values: dict[str, dict[str, str]] = {}
        self._twice: dict[str, int] | None = None
        session.opened.connect(self._restart)
        session.closed.connect(self._restart)
        session.changed.connect(self._follow)
        self._fetch_own()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all columns: declared fields by theirs, own ones by their ids."""
        return (*DECLARED, *self._own)

    @property
    def own(self) -> tuple[str, ...]:
        """The names of the columns of own fields."""
        return tuple(self._own)

    def title(self, name: str) -> str:
        """Return the heading of a column."""
        words = {
            "marks": tr("Highlights"), "progress": tr("Progress"), "added": tr("Added"), "length": tr("Length"),
            "format": tr("Format"),
        }  # fmt: skip
        if name in BY_NAME:
            return field_label(name)
        return words[name] if name in words else self._own.get(name, "")

    def is_editable(self, name: str) -> bool:
        """Say whether values of a column can be typed on one line."""
        return name in self._own or (name in BY_NAME and BY_NAME[name].form not in ("kind", "passage"))

    def value(self, document: Document, name: str) -> str:
        """Return what a document has in the column of a field or a fact, as it is kept."""
        if name in FACTS or (name in BY_NAME and BY_NAME[name].kept == "row"):
            return str(getattr(document, name))
        if name not in self._values:
            library = self._session.library
            self._values[name] = {} if library is None else library.fields.column(name)
        return self._values[name].get(document.id, "")

    def text(self, document: Document, name: str) -> str:
        """Return the same as it is shown."""
        value = self.value(document, name)
        if name == "added":
            return value[:10]
        return f"{self.length(document):,}" if name == "length" else shown_value(name, value)

    def length(self, document: Document) -> int:
        """Return how many characters a document has, what is printed twice counted once, as soon as that is known."""
        if self._twice is None:
            self._twice = {}
            self.renew_lengths()
        return document.length - self._twice.get(document.id, 0)

    def renew_lengths(self) -> None:
        """Have it found out anew what is printed twice, where lengths are shown: the index knows more texts now."""
        if self._twice is not None:
            self._session.ask(LENGTHS, lambda library: library.search.printed_twice(), self._take_lengths)

    def _take_lengths(self, twice: dict[str, int]) -> None:
        if twice != self._twice:
            self._twice = twice
            self.altered.emit({"length"})

    def _restart(self) -> None:
        self._values.clear()
        self._twice = None
        self._fetch_own()

    def _fetch_own(self) -> None:
        library = self._session.library
        own = {} if library is None else {field.id: field.name for field in library.fields.own()}
        if own != self._own:
            self._own = own
            self.own_changed.emit()

    def _follow(self, changes: Changes) -> None:
        if changes.touches("field_value"):
            touched = {key[1] for key in changes.keys["field_value"]} & self._values.keys()
            for name in touched:
                del self._values[name]
            if touched:
                self.altered.emit(touched)
        if changes.touches("own_field"):
            self._fetch_own()
