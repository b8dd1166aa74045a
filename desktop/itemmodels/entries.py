"""The entries of a bibliography as rows: what each says, its document, why, and what would change there."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.fieldwords import field_label
from desktop.translation import tr, words
from library.fields import BY_NAME

if TYPE_CHECKING:
    from library.bibliography.base import Problem
    from library.bibliography.matching import Match, Reason
    from library.bibliography.taking import Plan, TakingChoice

EntryPart = Literal["all", "matched", "open", "none", "unread"]
PARTS: tuple[EntryPart, ...] = ("all", "matched", "open", "none", "unread")

_Index = QModelIndex | QPersistentModelIndex


class EntryRows(QAbstractTableModel):
    """The entries of one part of a plan. `chosen` are documents by the place of their entries in the plan."""

    def __init__(self, plan: Plan, problems: Sequence[Problem], choice: TakingChoice, parent: QObject) -> None:
        super().__init__(parent)
        self.plan = plan
        self.problems = problems
        self.choice = choice
        self.chosen = {place: match.chosen for place, match in enumerate(plan.matches) if match.chosen}
        self._part: EntryPart = "all"
        self._places: list[int] = list(range(len(plan.matches)))

    def counts(self) -> dict[EntryPart, int]:
        """Return how many rows each part has."""
        return {part: len(self.problems) if part == "unread" else len(self._of(part)) for part in PARTS}

    def show(self, part: EntryPart) -> None:
        """Show another part."""
        self.beginResetModel()
        self._part, self._places = part, self._of(part)
        self.endResetModel()

    def place(self, index: _Index) -> int | None:
        """Return the place in the plan of the entry in a row; None of a row that was not read."""
        return self._places[index.row()] if index.isValid() and self._part != "unread" else None

    def choose(self, place: int, document_id: str | None) -> None:
        """Give an entry a document, or none. The row stays where it is until another part is shown."""
        if document_id is None:
            self.chosen.pop(place, None)
        else:
            self.chosen[place] = document_id
        self._tell()

    def take(self, choice: TakingChoice) -> None:
        """Let fields be taken otherwise."""
        self.choice = choice
        self._tell()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        if parent.isValid():
            return 0
        return len(self.problems) if self._part == "unread" else len(self._places)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        names = (tr("Entry"), tr("Document"), tr("Why"), tr("Changes"))
        return names[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        cells = self._problem(index.row()) if self._part == "unread" else self._entry(self._places[index.row()])
        text = cells[index.column()]
        return html.escape(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def _entry(self, place: int) -> tuple[str, str, str, str]:
        match, document_id = self.plan.matches[place], self.chosen.get(place)
        values = match.reference.values
        told = " · ".join(values[name] for name in ("title", "author", "date") if name in values)
        if document_id is None:
            count = len(match.candidates)
            return told or values.get("citekey", ""), tr("Choose: {count}", count=count) if count else "—", "", ""
        taken = [one for one in self.plan.differences(match.reference, document_id, self.choice) if one.taken]
        changes = " · ".join(shown_field(one.field, one.name) for one in taken)
        return told or values.get("citekey", ""), self.title(document_id), self.why(match, document_id), changes

    def title(self, document_id: str) -> str:
        """Return the title of a document."""
        return self.plan.documents[document_id].values.get("title", "")

    def why(self, match: Match, document_id: str) -> str:
        """Return in words why an entry has a document."""
        found = next((each.reason for each in match.candidates if each.document_id == document_id), None)
        return tr("Chosen") if found is None else reason_words(found)

    def _problem(self, row: int) -> tuple[str, str, str, str]:
        problem = self.problems[row]
        where = tr("Line {number}", number=problem.line)
        return f"{where} {problem.entry}", "—", words(problem.error), ""

    def _of(self, part: EntryPart) -> list[int]:
        places = range(len(self.plan.matches))
        match part:
            case "all":
                return list(places)
            case "matched":
                return [place for place in places if place in self.chosen]
            case "open":
                return [at for at in places if at not in self.chosen and self.plan.matches[at].candidates]
            case "none":
                return [at for at in places if at not in self.chosen and not self.plan.matches[at].candidates]
            case "unread":
                return []

    def _tell(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 3))


def shown_field(field: str, name: str) -> str:
    """Return what a field is called: a declared one in the user's language, an own one as it is."""
    return field_label(field) if field in BY_NAME else name


def reason_words(reason: Reason) -> str:
    """Return in words what an entry and a document have in common."""
    return {
        "citekey": tr("Citation key"),
        "doi": tr("DOI"),
        "isbn": tr("ISBN"),
        "url": tr("Web address"),
        "file": tr("File name"),
        "title+": tr("Title and author or year"),
        "head+": tr("Title without subtitle, and author or year"),
        "title": tr("Only the title"),
        "head": tr("Title without subtitle"),
        "title?": tr("Title, but another author, year or number"),
    }[reason]
