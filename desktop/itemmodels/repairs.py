"""What was repaired in the open document and what is pointed out in it, by kind, narrowed by what is typed."""

from __future__ import annotations

import html
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from desktop.repairwords import BREAK, MADE, SPACE, kind_name, missing_told, one_line, refused_name
from desktop.widgets.placelines import PARTS, Parts

if TYPE_CHECKING:
    from desktop.session import Session
    from library.changes import Changes
    from library.library import Library
    from library.mending import Mend, RepairKind

Index = QModelIndex | QPersistentModelIndex

ASKED = "repairs"
"""Under this key the repairs of a document are asked for."""
AROUND = 60
"""Code points of its paragraph that are shown on either side of a place, as far as there is room for them."""
_ENDS = 12
"""Code points of a long passage that are shown at either end."""
_MARKED = 2
"""Code points on either side of a place where nothing stands any more, which are marked in its stead."""


@dataclass(frozen=True, slots=True)
class Row:
    """The head of a kind, of which there are `number`, or one repair.

    `parts` are the passage, `start` and `end` the code points that show where it is. What was refused stands below
    heads of its own.
    """

    kind: RepairKind
    parts: Parts = ("", "", "")
    start: int = -1
    end: int = -1
    number: int = 0
    refused: bool = False


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
        if role == PARTS:
            return None if row.number else row.parts
        if role == Qt.ItemDataRole.ToolTipRole:
            return html.escape("".join(row.parts)) or None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        name = refused_name(row.kind) if row.refused else kind_name(row.kind)
        return f"{name} {row.number:,}" if row.number else "".join(row.parts)

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


def _listed(library: Library, document_id: str, wanted: str) -> list[Row]:
    from library.mending import mends_of

    with closing(library.documents.text(document_id)) as reading:
        text = reading.text()
    kept = [(row.kind, mends_of(row)) for row in library.repairs.rows(document_id)]
    found: list[Row] = []
    for refused in (False, True):
        for kind, mends in kept:
            rows = [_row(text, mend) for mend in mends if mend.refused == refused]
            rows = [row for row in rows if wanted.casefold() in "".join(row.parts).casefold()]
            if rows:
                found += [Row(kind, number=len(rows), refused=refused), *rows]
    return found


def _row(text: str, mend: Mend) -> Row:
    """Return a repair with what stands around it in its paragraph."""
    above = text[max(mend.start - AROUND, 0) : mend.start].rpartition("\n")[2]
    below = text[mend.end : mend.end + AROUND].partition("\n")[0]
    within = text[mend.start : mend.end]
    if len(within) > 3 * _ENDS:
        within = f"{within[:_ENDS]}…{within[-_ENDS:]}"
    match mend.kind:
        case "gap":
            place = missing_told(mend.detail) if mend.detail else BREAK
        case "space":
            place = SPACE
        case "duplicate" | "stray":
            place = one_line(within)
        case _:
            place = BREAK if mend.refused else MADE
    start, end = mend.start, mend.end
    if mend.kind not in ("duplicate", "stray"):
        start, end = start - min(_MARKED, len(above)), end + min(_MARKED, len(below))
    return Row(mend.kind, (one_line(above), place, one_line(below)), start, end)
