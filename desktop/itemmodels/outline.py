"""The headings of the open document as a tree, narrowed by what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

if TYPE_CHECKING:
    from desktop.session import Session
    from library.chinese.naming import NameIndex
    from library.headings import Heading, Outline

Index = QModelIndex | QPersistentModelIndex

NAMES = "outline names"
"""Under this key the spelling of headings is asked for."""


class OutlineModel(QAbstractItemModel):
    """Rows are headings, each below the one it stands under; an index carries the number of its heading."""

    HeadingRole = Qt.ItemDataRole.UserRole + 1

    counted = Signal()
    """Other headings are shown, or it is known now whether there are any."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._document_id: str | None = None
        self._names: NameIndex | None = None
        self._rows: dict[int, list[int]] = {}
        self._places: dict[int, int] = {}
        self.outline: Outline | None = None
        self.filter = ""
        self.found: frozenset[int] = frozenset()
        session.outlines.changed.connect(self._follow)
        session.closed.connect(lambda: self.show_document(None))

    def show_document(self, document_id: str | None) -> None:
        """Show the headings of a document, or none."""
        self._document_id = document_id
        self._load()

    def set_filter(self, text: str) -> None:
        """Show only the headings that `text` finds, by a part of them, pinyin or initials, and those above them."""
        self.filter = text.strip()
        if self.filter and self._names is None:
            self._learn()
        self._choose()

    def heading(self, index: Index) -> Heading | None:
        """Return the heading at an index; None for the root."""
        return self.outline.headings[index.internalId()] if index.isValid() and self.outline is not None else None

    def index_above(self, position: int) -> QModelIndex:
        """Return the index of the last shown heading that begins at or before a code point, or an invalid one."""
        above = self.outline.above(position) if self.outline is not None else None
        while above is not None and above >= 0 and above not in self._places:
            above -= 1
        return self._index_of(above) if above is not None and above >= 0 else QModelIndex()

    # Qt's questions

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        rows = self._rows.get(self._number(parent), [])
        if column or not 0 <= row < len(rows):
            return QModelIndex()
        return self.createIndex(row, 0, rows[row])

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]
        if index is None or not index.isValid() or self.outline is None:
            return QModelIndex()
        above = self.outline.parents[index.internalId()]
        return self._index_of(above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self._rows.get(self._number(parent), ()))

    def columnCount(self, parent: Index | None = None) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        heading = self.heading(index)
        if heading is None:
            return None
        if role == self.HeadingRole:
            return heading
        shown = (
            Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )  # fmt: skip
        return heading.title if role in shown else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() and self._session.writable else flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        heading, document_id = self.heading(index), self._document_id
        title = str(value).strip()
        if heading is None or document_id is None or role != Qt.ItemDataRole.EditRole or title == heading.title:
            return False
        self._session.write(lambda library: library.outlines.rename(document_id, heading.start, title))
        return True

    # What is shown

    def _number(self, index: Index | None) -> int:
        return index.internalId() if index is not None and index.isValid() else -1

    def _index_of(self, number: int) -> QModelIndex:
        return self.createIndex(self._places[number], 0, number)

    def _load(self) -> None:
        known = self._session.outlines.find(self._document_id) if self._document_id is not None else None
        self.beginResetModel()
        self.outline, self._names = known, None
        self._arrange()
        self.endResetModel()
        if self.filter and known is not None:
            self._learn()
        self.counted.emit()

    def _choose(self) -> None:
        self.beginResetModel()
        self._arrange()
        self.endResetModel()
        self.counted.emit()

    def _arrange(self) -> None:
        self._rows, self._places = {}, {}
        if self.outline is None:
            return
        headings, parents = self.outline.headings, self.outline.parents
        shown: set[int] | range = range(len(headings))
        if self.filter:
            self.found = frozenset(self._find())
            shown = set(self.found)
            for number in self.found:
                above = parents[number]
                while above >= 0 and above not in shown:
                    shown.add(above)
                    above = parents[above]
        for number in sorted(shown):
            rows = self._rows.setdefault(parents[number], [])
            self._places[number] = len(rows)
            rows.append(number)

    def _find(self) -> list[int]:
        if self.outline is None:
            return []
        if self._names is not None:
            return [index for _, index in self._names.find(self.filter, len(self.outline.headings))]
        wanted = self.filter.casefold()
        return [number for number, row in enumerate(self.outline.headings) if wanted in row.title.casefold()]

    def _learn(self) -> None:
        """Have the headings spelled beside the main thread: until then they are found as they are written."""
        if self.outline is not None:
            titles = [heading.title for heading in self.outline.headings]
            outline = self.outline
            self._session.ask(NAMES, lambda _: _spelled(titles), lambda names: self._take(outline, names))

    def _take(self, outline: Outline, names: NameIndex) -> None:
        if outline is self.outline:
            self._names = names
            self._choose()

    def _follow(self, document_id: str) -> None:
        if document_id == self._document_id:
            self._load()


def _spelled(titles: list[str]) -> NameIndex:
    from library.chinese.naming import NameIndex  # with the readings of all characters: once something is sought

    return NameIndex(titles)
