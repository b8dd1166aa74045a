"""What was repaired in the open document and what is pointed out in it, by kind, narrowed by what is typed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from desktop.translation import plural

if TYPE_CHECKING:
    from desktop.session import Session
    from library.changes import Changes
    from library.library import Library
    from library.mending import Mend, RepairKind

Index = QModelIndex | QPersistentModelIndex

ASKED = "repairs"
"""Under this key the repairs of a document are asked for."""
BEFORE, AFTER = 9, 14
"""Code points shown on either side of a place: the place itself stands in sight also where the list is narrow."""
_BREAK, _SPACE = "｜", "·"


@dataclass(frozen=True, slots=True)
class Row:
    """The head of a kind, of which there are `number`, or one repair in `words`: code point `start` is where it is."""

    kind: RepairKind
    words: str = ""
    start: int = -1
    number: int = 0


class RepairModel(QAbstractListModel):
    """Heads, and below each what belongs there; found and narrowed beside the main thread."""

    counted = Signal()
    """Other repairs are shown, or it is known now whether there are any."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._document_id: str | None = None
        self._rows: list[Row] = []
        self.filter = ""
        self.is_known = False
        self.total = 0
        """How many repairs are shown."""
        session.closed.connect(lambda: self.show_document(None))
        session.changed.connect(self._follow)

    def show_document(self, document_id: str | None) -> None:
        """Show the repairs of a document, or none."""
        self._document_id = document_id
        self._show([], known=document_id is None)
        self._ask()

    def set_filter(self, text: str) -> None:
        """Show only the repairs that have `text` in what is shown of them."""
        self.filter = text.strip()
        self._ask()

    def row(self, index: Index) -> Row | None:
        """Return the row at an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        return Qt.ItemFlag.ItemIsEnabled if row is None or row.number else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.FontRole and row.number:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        if role not in shown:
            return None
        return kind_name(row.kind, row.number) if row.number else row.words

    def _ask(self) -> None:
        document_id, wanted = self._document_id, self.filter
        if document_id is not None:
            self._session.ask(
                ASKED, lambda library: _listed(library, document_id, wanted), lambda rows: self._show(rows, known=True)
            )

    def _show(self, rows: list[Row], *, known: bool) -> None:
        self.beginResetModel()
        self._rows, self.is_known = rows, known
        self.endResetModel()
        self.total = sum(row.number for row in rows)
        self.counted.emit()

    def _follow(self, changes: Changes) -> None:
        if changes.touches("mend") and self._document_id in changes.document_ids:
            self._ask()


def kind_name(kind: RepairKind, count: int) -> str:
    """Return what `count` repairs of a kind are called in the user's language."""
    match kind:
        case "join":
            return plural(count, "{count} paragraph joined", "{count} paragraphs joined")
        case "wrap":
            return plural(count, "{count} line end taken out", "{count} line ends taken out")
        case "space":
            return plural(count, "{count} space taken out", "{count} spaces taken out")
        case "gap":
            return plural(count, "{count} gap: text may be lost", "{count} gaps: text may be lost")
        case "duplicate":
            return plural(count, "{count} passage printed twice", "{count} passages printed twice")
        case "stray":
            return plural(count, "{count} stray word", "{count} stray words")


def _listed(library: Library, document_id: str, wanted: str) -> list[Row]:
    from library.mending import mends_of

    with closing(library.documents.text(document_id)) as reading:
        text = reading.text()
    found: list[Row] = []
    for kept in library.repairs.rows(document_id):
        rows = [Row(mend.kind, _words(text, mend), mend.start) for mend in mends_of(kept)]
        rows = [row for row in rows if wanted.casefold() in row.words.casefold()]
        if rows:
            found += [Row(kept.kind, number=len(rows)), *rows]
    return found


def _words(text: str, mend: Mend) -> str:
    """Return what stands around a repair, on one line."""
    flat: Callable[[str], str] = lambda part: " ".join(part.split())  # noqa: E731
    if mend.kind == "duplicate":
        return f"{flat(text[mend.start : mend.start + AFTER])}…{flat(text[mend.end - BEFORE : mend.end])}"
    above, below = text[max(mend.start - BEFORE, 0) : mend.start], text[mend.end : mend.end + AFTER]
    middle = {"space": _SPACE, "stray": f"【{mend.detail}】"}.get(mend.kind, _BREAK)
    missing = f"（{mend.detail}）" if mend.kind == "gap" and mend.detail else ""
    return f"…{flat(above)}{middle}{missing}{flat(below)}…"
