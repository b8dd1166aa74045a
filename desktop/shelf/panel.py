"""The shelf: a filter field above the tree of the library."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.itemmodels.documents import DocumentsModel
from desktop.itemmodels.holdings import SPECIAL, Holdings
from desktop.itemmodels.memos import Memos
from desktop.itemmodels.shelf import ShelfModel
from desktop.itemmodels.shelfcargo import Cargo
from desktop.itemmodels.shelfnodes import EXCERPTS, MEMOS, Node
from desktop.itemmodels.smartrows import SmartRows
from desktop.messages import Messages
from desktop.settings import Settings
from desktop.shelf.rowmenu import row_menu
from desktop.shelf.smartverbs import SmartVerbs
from desktop.shelf.stagebutton import StageButton
from desktop.shelf.tablesettings import sort_as_left
from desktop.shelf.tree import ShelfTree
from desktop.shelf.verbs import ShelfVerbs
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.searchfield import SearchField
from library.models import Stage

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.shelf.table import DocumentTable
    from library.models import Collection

_OPEN_KEY = "shelf.open"
_FILTER_MARGINS = (12, 12, 12, 4)
_FILTER_GAP = 4
_TREE_MARGIN = 8


class ShelfPanel(QWidget):
    """The left side of the window: a filter field above the tree, and a line between them where nothing is found.

    `document_activated` carries a document's id, `collection_activated` that of a collection or `all`, `recent`, `bin`;
    `text_wanted` says that the focus is to follow. `tab_wanted` carries the id of a document that is to have a new tab,
    `files_dropped` the paths of files from outside and the id of the collection they were dropped on, or "".
    """

    document_activated = Signal(str)
    collection_activated = Signal(str)
    memo_activated = Signal(str)
    """Carries the id of a memo, or "" for the list of them."""
    memo_removal_wanted = Signal(list)
    memo_export_wanted = Signal(str)
    memo_wanted = Signal()
    """A new memo is to be made."""
    highlights_dropped = Signal(list, str)
    """Carries the ids of highlights, and of the memo they were dropped on."""
    excerpts_activated = Signal(str)
    """Carries the id of a smart collection that asks for excerpts, or "" for all excerpts."""
    search_activated = Signal(str)
    """Carries the id of a smart collection that is a search."""
    tab_wanted = Signal(str)
    text_wanted = Signal()
    files_dropped = Signal(list, str)

    def __init__(
        self,
        session: "Session",
        themes: Themes,
        settings: Settings,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("shelf")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._themes = themes
        self._settings = settings
        self._messages = messages
        self.memos = Memos(session, self)
        self.holdings = Holdings(session, self)
        self.documents = DocumentsModel(self.holdings, session, self)
        sort_as_left(self.documents, settings)
        self.smarts = SmartRows(session, self)
        self.model = ShelfModel(self.holdings, self.memos, self.smarts, session, self)
        self.smart_verbs = SmartVerbs(session, self.smarts, messages)
        self.verbs = ShelfVerbs(session, self.holdings, messages, self)
        self.filter = SearchField(themes)
        self.stages = StageButton(themes)
        self.tree = ShelfTree(self.model, themes)
        self.nothing = QLabel()
        self._open_before: set[str] = set()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.tree)
        self.retranslate()
        self._recall_open()

    def make_table(self) -> "DocumentTable":
        """Return a document table that shares what this shelf knows of the library."""
        from desktop.shelf.table import DocumentTable  # once it is wanted: what is loaded at the start is waited for

        return DocumentTable(self._themes, self._settings, self.documents, self.verbs)

    def add_collection(self) -> None:
        """Add a collection beside or in the current one, and let its name be typed."""
        node = self.model.node(self.tree.currentIndex())
        parent_id = None
        if node.kind == "collection":
            parent_id = node.id
        elif node.kind == "document" and self.holdings.collection(node.holder) is not None:
            parent_id = node.holder
        self.add_collection_in(parent_id)

    def add_collection_in(self, parent_id: str | None) -> None:
        """Add a collection below another, or at the top, and let its name be typed."""
        self.filter.clear()
        self.stages.choose(None)
        self.verbs.add_collection(parent_id, self._edit_new)

    def rename_current(self) -> None:
        """Let the name of the current row be typed."""
        self.tree.edit(self.tree.currentIndex())

    def remove_selected(self) -> None:
        """Remove what is selected from where it stands."""
        cargo = self.selected()
        memo_ids = [node.id for node in self._selected_nodes() if node.kind == "memo"]
        if cargo.smarts:
            self.smart_verbs.remove(cargo.smarts)
        if cargo.documents or cargo.collections:
            self.verbs.remove(cargo)
        elif memo_ids:
            self.memo_removal_wanted.emit(memo_ids)

    def selected(self) -> Cargo:
        """Return the selected documents and collections of either sort."""
        return self.model.cargo(self.tree.selectedIndexes())

    def show_document(self, document_id: str) -> None:
        """Make a document the selected row where its collection is open; otherwise select nothing."""
        self.holdings.refresh_readings()
        if any(node.kind == "document" and node.id == document_id for node in self._selected_nodes()):
            return
        for key in self.tree.open_collections():
            if self.tree.reveal(("document", key, document_id)):
                return
        self.tree.clearSelection()

    def select_documents(self, document_ids: frozenset[str], collection_id: str) -> None:
        """Select documents in a collection, with everything shown."""
        self.filter.clear()
        self.stages.choose(None)
        self.tree.select_documents(document_ids, collection_id)

    def show_list(self, key: str) -> None:
        """Make the row of a collection, or of `all`, `recent` or `bin`, the selected one where it is to be seen."""
        if any(node.kind in ("collection", "special") and node.id == key for node in self._selected_nodes()):
            return
        index = self.model.index_of(("special" if key in SPECIAL else "collection", "", key))
        self.tree.clearSelection()
        if index.isValid() and self.tree.is_unfolded(index):
            self.tree.setCurrentIndex(index)

    def show_memo(self, memo_id: str) -> None:
        """Make the row of a memo the selected one where it is to be seen, else, or for "", that of all memos."""
        index = self.model.index_of(("memo", "", memo_id) if memo_id else ("special", "", MEMOS))
        if not index.isValid() or not self.tree.is_unfolded(index):
            index = self.model.index_of(("special", "", MEMOS))
        if [index] != self.tree.selectedIndexes():
            self.tree.clearSelection()
            self.tree.setCurrentIndex(index)

    def show_smart(self, smart_id: str) -> None:
        """Make the row of a smart collection the selected one, or for "" that of all excerpts."""
        name = ("smart", "", smart_id) if smart_id else ("special", "", EXCERPTS)
        if [node.name for node in self._selected_nodes()] != [name]:
            self.tree.clearSelection()
            self.tree.reveal(name)

    def activate_smart(self, smart_id: str) -> None:
        """Say that a smart collection is to be opened, as its kind has it."""
        smart = self.smarts.find(smart_id)
        if smart is not None:
            (self.excerpts_activated if smart.kind == "excerpts" else self.search_activated).emit(smart_id)

    def name_smart(self, smart_id: str) -> None:
        """Let the name of a smart collection be typed."""
        self.filter.clear()
        self.stages.choose(None)
        if self.tree.reveal(("smart", "", smart_id)):
            self.tree.edit(self.tree.currentIndex())

    def unfold_all(self) -> None:
        """Open every collection, so that all documents in them are seen."""
        self.tree.expandAll()
        self._keep_open()

    def retranslate(self) -> None:
        """Take the words of the language in force."""
        self.filter.setPlaceholderText(tr("Filter documents"))
        self.filter.setAccessibleName(tr("Filter documents"))
        self.nothing.setText(tr("Nothing matches"))
        self.tree.setAccessibleName(tr("Shelf"))
        self.setAccessibleName(tr("Shelf"))
        self.tree.retranslate()
        self.model.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(*_FILTER_MARGINS)
        row = QHBoxLayout()
        row.setSpacing(_FILTER_GAP)
        row.addWidget(self.filter, 1)
        row.addWidget(self.stages)
        top.addLayout(row)
        self.nothing.setProperty("role", "soft")
        self.nothing.setContentsMargins(_TREE_MARGIN, _TREE_MARGIN, 0, 0)
        self.nothing.hide()
        top.addWidget(self.nothing)
        rows = QVBoxLayout()
        rows.setContentsMargins(_TREE_MARGIN, 0, _TREE_MARGIN, _TREE_MARGIN)
        rows.addWidget(self.tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(rows, 1)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._narrow)
        self.stages.chosen.connect(self._narrow_to_stage)
        self.filter.returnPressed.connect(self._to_first_found)
        self.tree.chosen.connect(self._choose)
        self.tree.entered.connect(self._enter)
        self.tree.tab_wanted.connect(self._want_tab)
        self.tree.menu_wanted.connect(self._show_menu)
        self.tree.removal_wanted.connect(self.remove_selected)
        self.tree.step_wanted.connect(lambda step: self.smart_verbs.step(self.selected().smarts, step))
        self.tree.addition_wanted.connect(lambda: self.add_collection_in(None))
        self.tree.opened_changed.connect(self._keep_open)
        self.model.files_dropped.connect(self.files_dropped)
        self.model.highlights_dropped.connect(self.highlights_dropped)
        self.model.modelReset.connect(self._recall_open)
        for signal in (self.model.layoutChanged, self.model.modelReset):
            signal.connect(self._say_nothing_found)
        self.filter.left.connect(self._to_tree)

    def _choose(self, index: QModelIndex) -> None:
        node = self.model.node(index)
        if node.kind == "document":
            self.document_activated.emit(node.id)
        elif node.kind == "memo" or node.id == MEMOS:
            self.memo_activated.emit(node.id if node.kind == "memo" else "")
        elif node.kind == "smart":
            self.activate_smart(node.id)
        elif node.id == EXCERPTS:
            self.excerpts_activated.emit("")
        elif node.kind in ("collection", "special"):
            self.collection_activated.emit(node.id)

    def _enter(self, index: QModelIndex) -> None:
        node = self.model.node(index)
        if node.kind in ("document", "memo", "smart") or node.id == EXCERPTS:
            self.text_wanted.emit()

    def _want_tab(self, index: QModelIndex) -> None:
        node = self.model.node(index)
        if node.kind == "document":
            self.tab_wanted.emit(node.id)

    def _selected_nodes(self) -> list[Node]:
        return [self.model.node(index) for index in self.tree.selectedIndexes()]

    def _say_nothing_found(self) -> None:
        self.nothing.setVisible(not self.model.has_found)

    def _narrow(self, query: str) -> None:
        self._show_found(lambda: self.model.set_query(query))

    def _narrow_to_stage(self, stage: Stage | None) -> None:
        self._show_found(lambda: self.model.set_stage(stage))

    def _show_found(self, narrow: Callable[[], None]) -> None:
        """Open what is found; once everything is shown, what was open before is open again."""
        before = self.model.is_narrowed
        if not before:
            self._open_before = self.tree.open_collections()
        narrow()
        if self.model.is_narrowed:
            for index in self.model.matching():
                self.tree.expand(index)
        elif before:
            self.tree.show_open(self._open_before)

    def _to_tree(self) -> None:
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_first_found(self) -> None:
        """Go from the filter to the first document it found, or else to the first row."""
        index = self.model.index(0, 0)
        while index.isValid() and self.model.node(index).kind != "document":
            index = self.tree.indexBelow(index)
        if index.isValid():
            self.tree.setCurrentIndex(index)
        self._to_tree()

    def _edit_new(self, collection: "Collection") -> None:
        if self.tree.reveal(("collection", "", collection.id)):
            self.tree.edit(self.tree.currentIndex())

    def _keep_open(self) -> None:
        if not self.model.is_narrowed:
            self.holdings.keep(_OPEN_KEY, json.dumps(sorted(self.tree.open_collections())))

    def _recall_open(self) -> None:
        try:
            found = json.loads(self.holdings.kept(_OPEN_KEY) or "[]")
        except ValueError:
            found = []
        self.filter.clear()
        self.stages.choose(None)
        self.tree.show_open({str(one) for one in found} if isinstance(found, list) else set())

    def _show_menu(self, at: QPoint) -> None:
        index = self.tree.currentIndex() if self.tree.selectedIndexes() else QModelIndex()
        menu = row_menu(self, self.model.node(index))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def write_note(self, collection_id: str) -> None:
        """Let the note on a collection be written."""
        collection = self.holdings.collection(collection_id)
        if collection is not None:
            from desktop.dialogs.note import NoteDialog

            window = self.window()
            NoteDialog(self._session, self._themes, "collection", collection_id, collection.name, window).open()
