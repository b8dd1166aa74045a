"""The documents of a collection as a table: title, date, issuer, number, marks, progress."""

from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.itemmodels.holdings import ALL, SPECIAL, Holdings
from desktop.itemmodels.shelfcargo import Cargo, pack
from desktop.itemmodels.stages import StageFilter, stage_title
from desktop.translation import plural, tr
from library.models import Document, Stage

if TYPE_CHECKING:
    from desktop.session import Session

Index = QModelIndex | QPersistentModelIndex

TITLE, DATE, ISSUER, NUMBER, MARKS, PROGRESS = range(6)
COLUMNS = ("title", "date", "issuer", "number", "marks", "progress")
EDITABLE = ("title", "date", "issuer", "number")

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
_UNSORTED = -1
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
        self._column = _UNSORTED
        self._descending = False
        self._rows: list[Document] = []
        self._stages = StageFilter(holdings)
        self._fetch()
        holdings.reset.connect(self._restart)
        holdings.altered.connect(self.rebuild)
        holdings.counted.connect(self._recount)

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

    def is_filled(self, column: int) -> bool:
        """Say whether any document of the list has something in a column; marks and progress count as filled."""
        name = COLUMNS[column]
        return name not in EDITABLE or any(getattr(document, name) for document in self._rows)

    def cargo(self, rows: Sequence[int]) -> Cargo:
        """Return the documents in `rows` with the list they are in: the collection itself, or one below it."""
        ids = (self._rows[row].id for row in rows)
        return Cargo(tuple((document_id, self.holdings.holder(document_id, self._key)) for document_id in ids))

    def edit(self, document_ids: Sequence[str], column: int, text: str) -> None:
        """Set the field of a column for documents, as one operation."""
        fields = {COLUMNS[column]: text.strip()}
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
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = Qt.AlignmentFlag.AlignRight if section == MARKS else Qt.AlignmentFlag.AlignLeft
            return right | Qt.AlignmentFlag.AlignVCenter
        return column_title(section) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _EDITABLE if index.column() <= NUMBER else _USABLE

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
            case Qt.ItemDataRole.TextAlignmentRole if column == MARKS:
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
        if role != Qt.ItemDataRole.EditRole or COLUMNS[column] not in EDITABLE or text == self._text(document, column):
            return False
        if column == TITLE and not text:
            return False
        self.edit([document.id], column, text)
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column = column
        self._descending = order == Qt.SortOrder.DescendingOrder
        self.rebuild()

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
        if self._column == _UNSORTED:
            self._rows = documents
            return
        value = self._value(self._column)
        filled = [document for document in documents if value(document) is not None]
        filled.sort(key=value, reverse=self._descending)
        # What is missing stands last either way.
        self._rows = filled + [document for document in documents if value(document) is None]

    def _value(self, column: int) -> Callable[[Document], Any]:
        """Return what a column sorts by; None where the field is empty."""
        keys = self.holdings.keys
        match column:
            case 0:
                return lambda document: keys.key(document.title)
            case 1:
                return lambda document: document.date or None
            case 2:
                return lambda document: keys.key(document.issuer) if document.issuer else None
            case 3:
                return lambda document: keys.key(document.number) if document.number else None
            case 4:
                return lambda document: self.holdings.marks(document.id)
            case _:
                return lambda document: self.holdings.progress(document.id)

    def _text(self, document: Document, column: int) -> str:
        if column == MARKS:
            count = self.holdings.marks(document.id)
            return str(count) if count else ""
        if column == PROGRESS:
            stage = self.holdings.stage(document.id)
            if stage != "reading":
                return stage_title(stage)
            return tr("{percent}%", percent=int(self.holdings.progress(document.id) * _PERCENT))
        return str(getattr(document, COLUMNS[column]))

    def _spoken(self, document: Document, column: int) -> str:
        if column == MARKS:
            return plural(self.holdings.marks(document.id), "{count} highlight", "{count} highlights")
        if column == PROGRESS and self.holdings.stage(document.id) == "reading":
            return f"{stage_title('reading')}, {self._text(document, column)}"
        return self._text(document, column)

    def _recount(self) -> None:
        if self._column in (MARKS, PROGRESS) or self.stage is not None:
            self.rebuild()
        elif self._rows:
            self.dataChanged.emit(self.index(0, MARKS), self.index(len(self._rows) - 1, PROGRESS))

    def _restart(self) -> None:
        self.beginResetModel()
        self._key = ALL
        self._stages.choose(None)
        self._fetch()
        self.endResetModel()


def column_title(column: int) -> str:
    """Return the heading of a column."""
    match COLUMNS[column]:
        case "title":
            return tr("Title")
        case "date":
            return tr("Date")
        case "issuer":
            return tr("Issuer")
        case "number":
            return tr("Number")
        case "marks":
            return tr("Highlights")
        case _:
            return tr("Progress")
