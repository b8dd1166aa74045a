"""The documents of a collection as a table: a column a field, and their marks and progress."""

from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.itemmodels.documentcolumns import FIRST, DocumentColumns
from desktop.itemmodels.holdings import ALL, SPECIAL, Holdings
from desktop.itemmodels.shelfcargo import Cargo, pack
from desktop.itemmodels.stages import StageFilter, stage_title
from desktop.translation import plural, tr
from library.models import Document, Stage

if TYPE_CHECKING:
    from desktop.session import Session

Index = QModelIndex | QPersistentModelIndex

TITLE, DATE, ISSUER, NUMBER, MARKS, PROGRESS = range(len(FIRST))
"""The columns that have been there always; `DocumentsModel.columns` has all by name."""

ID_ROLE = Qt.ItemDataRole.UserRole
PROGRESS_ROLE = Qt.ItemDataRole.UserRole + 1
STAGE_ROLE = Qt.ItemDataRole.UserRole + 2

_NOWHERE = QModelIndex()
_USABLE = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
_EDITABLE = _USABLE | Qt.ItemFlag.ItemIsEditable
_RIGHT = ("marks", "length")
_PERCENT = 100


class DocumentsModel(QAbstractTableModel):
    """One row a document of the list that is shown; a header sorts it, without one it stands as on the shelf."""

    turned = Signal()
    """Another list was asked for: it is shown from the top."""

    def __init__(self, holdings: Holdings, session: "Session", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.holdings = holdings
        self._session = session
        self._key = ALL
        self._sorted_by = ""
        self._descending = False
        self.columns = DocumentColumns(session, self)
        self._names = self.columns.names
        self._rows: list[Document] = []
        self._stages = StageFilter(holdings)
        self._fetch()
        holdings.reset.connect(self._restart)
        holdings.altered.connect(self.rebuild)
        holdings.counted.connect(self._recount)
        self.columns.own_changed.connect(self._change_columns)
        self.columns.altered.connect(self._alter)

    @property
    def key(self) -> str:
        """What is shown: the id of a collection, or `all`, `recent` or `bin`."""
        return self._key

    def show(self, key: str) -> None:
        """Show the documents of a collection with those below it, or of `all`, `recent` or `bin`."""
        self.holdings.refresh_readings()
        self.beginResetModel()
        self._key = key
        self._fetch()
        self.endResetModel()
        self.turned.emit()

    @property
    def stage(self) -> Stage | None:
        """The stage of reading that the rows are narrowed to, or None."""
        return self._stages.stage

    def set_stage(self, stage: Stage | None) -> None:
        """Show only documents that are unread, being read or done; None shows all."""
        self._stages.choose(stage)
        self.rebuild()

    def document(self, row: int) -> Document:
        """Return the document in a row."""
        return self._rows[row]

    def row(self, document_id: str) -> int:
        """Return the row of a document, or -1."""
        return next((row for row, document in enumerate(self._rows) if document.id == document_id), -1)

    def name(self, column: int) -> str:
        """Return the name of a column, "" for one there is not."""
        return self._names[column] if 0 <= column < len(self._names) else ""

    def column(self, name: str) -> int:
        """Return the column with this name, or -1."""
        return self._names.index(name) if name in self._names else -1

    def is_filled(self, column: int) -> bool:
        """Say whether any document of the list has something in a column; marks and progress count as filled."""
        name = self._names[column]
        if not self.columns.is_editable(name):
            return True
        return any(self.columns.value(document, name) for document in self._rows)

    def cargo(self, rows: Sequence[int]) -> Cargo:
        """Return the documents in `rows` with the list they are in: the collection itself, or one below it."""
        ids = (self._rows[row].id for row in rows)
        return Cargo(tuple((document_id, self.holdings.holder(document_id, self._key)) for document_id in ids))

    def edit(self, document_ids: Sequence[str], column: int, text: str) -> None:
        """Set the field of a column for documents, as one operation."""
        fields = {self._names[column]: text.strip()}
        self._session.write(lambda library: library.fields.describe(list(document_ids), **fields))

    def rebuild(self) -> None:
        """Make the rows anew from the holdings; selected documents stay selected."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = [(self._rows[index.row()].id, index.column()) for index in before]
        self._fetch()
        rows = {document.id: row for row, document in enumerate(self._rows)}
        after = [
            self.createIndex(rows[document_id], column) if document_id in rows else QModelIndex()
            for document_id, column in places
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    # --- QAbstractTableModel ---

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._names)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = Qt.AlignmentFlag.AlignRight if self.name(section) in _RIGHT else Qt.AlignmentFlag.AlignLeft
            return right | Qt.AlignmentFlag.AlignVCenter
        return self.columns.title(self.name(section)) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _EDITABLE if self.columns.is_editable(self._names[index.column()]) else _USABLE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        document, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._text(document, column)
            case Qt.ItemDataRole.ToolTipRole:
                return f"<span>{escape(self._text(document, column))}</span>"
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(document, column)
            case Qt.ItemDataRole.TextAlignmentRole if self._names[column] in _RIGHT:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case _ if role == ID_ROLE:
                return document.id
            case _ if role == STAGE_ROLE:
                return self.holdings.stage(document.id)
            case _ if role == PROGRESS_ROLE:
                return self.holdings.progress(document.id)
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        text = str(value).strip()
        column = index.column()
        document = self._rows[index.row()]
        editable = role == Qt.ItemDataRole.EditRole and self.columns.is_editable(self._names[column])
        if not editable or text == self._text(document, column):
            return False
        if column == TITLE and not text:
            return False
        self.edit([document.id], column, text)
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.sort_by(self.name(column), descending=order == Qt.SortOrder.DescendingOrder)

    def sort_by(self, name: str, *, descending: bool = False) -> None:
        """Sort by the column with this name, once it is there; "" leaves the order of the shelf."""
        self._sorted_by, self._descending = name, descending
        self.rebuild()

    @property
    def sorted_by(self) -> tuple[str, bool]:
        """The name of the column that the rows are sorted by, or "", and whether from the end."""
        return self._sorted_by, self._descending

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return pack(self.cargo(list(dict.fromkeys(index.row() for index in indexes))))

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    # --- own ---

    def _fetch(self) -> None:
        if self._key in SPECIAL:
            listed = self.holdings.documents(self._key)
        else:
            listed = self.holdings.gathered(self._key) if self.holdings.collection(self._key) is not None else []
        documents = [document for document in listed if self._stages.lets(document.id)]
        if self._sorted_by not in self._names:
            self._rows = documents
            return
        value = self._value(self._sorted_by, documents)
        filled = [document for document in documents if value(document) is not None]
        filled.sort(key=value, reverse=self._descending)
        # What is missing stands last either way.
        self._rows = filled + [document for document in documents if value(document) is None]

    def _value(self, name: str, documents: Sequence[Document]) -> Callable[[Document], Any]:
        """Return what a column sorts by; None where the field is empty."""
        keys, columns = self.holdings.keys, self.columns
        match name:
            case "marks":
                return lambda document: self.holdings.marks(document.id)
            case "progress":
                return lambda document: self.holdings.progress(document.id)
            case "length":
                return columns.length
            case "date" | "adopted" | "accessed" | "added":
                return lambda document: columns.value(document, name) or None
            case _:
                texts = {document.id: columns.text(document, name) for document in documents}
                keys.learn({text for text in texts.values() if text})
                return lambda document: keys.key(texts[document.id]) if texts[document.id] else None

    def _text(self, document: Document, column: int) -> str:
        if column == MARKS:
            count = self.holdings.marks(document.id)
            return str(count) if count else ""
        if column == PROGRESS:
            stage = self.holdings.stage(document.id)
            if stage != "reading":
                return stage_title(stage)
            return tr("{percent}%", percent=int(self.holdings.progress(document.id) * _PERCENT))
        return self.columns.text(document, self._names[column])

    def _spoken(self, document: Document, column: int) -> str:
        if column == MARKS:
            return plural(self.holdings.marks(document.id), "{count} highlight", "{count} highlights")
        if column == PROGRESS and self.holdings.stage(document.id) == "reading":
            return f"{stage_title('reading')}, {self._text(document, column)}"
        return self._text(document, column)

    def _recount(self) -> None:
        if self._sorted_by in ("marks", "progress") or self.stage is not None:
            self.rebuild()
        elif self._rows:
            self.dataChanged.emit(self.index(0, MARKS), self.index(len(self._rows) - 1, PROGRESS))

    def _restart(self) -> None:
        self.beginResetModel()
        self._key = ALL
        self._stages.choose(None)
        self._fetch()
        self.endResetModel()

    def _change_columns(self) -> None:
        self.beginResetModel()
        self._names = self.columns.names
        self._fetch()
        self.endResetModel()

    def _alter(self, names: set[str]) -> None:
        if self._sorted_by in names:
            self.rebuild()
        elif self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self._names) - 1))
