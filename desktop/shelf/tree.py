"""The tree on the shelf: what its rows do when they are clicked, opened, dragged and typed at."""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QToolButton, QTreeView, QWidget

from desktop.itemmodels.shelf import ShelfModel
from desktop.itemmodels.shelfnodes import COLLECTIONS, LIBRARY, SMARTS, Name
from desktop.shelf.delegate import ShelfDelegate, triangle_rect
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.icons import icon

_SMARTS: Name = ("section", "", SMARTS)
_COLLECTIONS: Name = ("section", "", COLLECTIONS)
_SECTIONS: tuple[Name, ...] = (("section", "", LIBRARY), _SMARTS, _COLLECTIONS)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_EXPAND_DELAY = 600
_BUTTON = 22


class ShelfTree(QTreeView):
    """Rows of the shelf. `chosen` says that one is to be opened, `opened_changed` that a collection was folded.

    `entered` follows `chosen` when the person goes on in what was opened: by Enter or a double click. `tab_wanted` says
    that one is to be opened beside what is open: by Ctrl+Enter or the middle button.
    """

    chosen = Signal(QModelIndex)
    entered = Signal(QModelIndex)
    tab_wanted = Signal(QModelIndex)
    menu_wanted = Signal(QPoint)
    removal_wanted = Signal()
    addition_wanted = Signal()
    step_wanted = Signal(int)
    """The selected smart collections are to go one place up, with -1, or down."""
    opened_changed = Signal()

    def __init__(self, model: ShelfModel, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = model
        self._themes = themes
        self._adding: QToolButton | None = None
        self.setModel(model)
        self.setItemDelegate(ShelfDelegate(themes, self))
        self._set_up_look()
        self._set_up_dragging()
        self.clicked.connect(self._choose_clicked)
        self.doubleClicked.connect(self.entered)
        self._restoring = False
        self.expanded.connect(self._tell)
        self.collapsed.connect(self._keep_section_open)
        model.modelReset.connect(self.open_sections)
        model.layoutChanged.connect(lambda: self.expand(model.index_of(_SMARTS)))
        themes.changed.connect(self.retheme)
        self.open_sections()

    def open_sections(self) -> None:
        """Open the sections, which never close, and give the last its button."""
        for name in _SECTIONS:
            self.expand(self._shelf.index_of(name))
        corner = QWidget()
        self._adding = QToolButton(corner)
        self._adding.setFixedSize(QSize(_BUTTON, _BUTTON))
        self._adding.clicked.connect(self.addition_wanted)
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._adding, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self.setIndexWidget(self._shelf.index_of(_COLLECTIONS), corner)
        self.retheme()
        self.retranslate()

    def open_collections(self) -> set[str]:
        """Return the ids of the collections that are open."""
        found: set[str] = set()
        index = self.indexBelow(self._shelf.index_of(_COLLECTIONS))
        while index.isValid():
            if self.isExpanded(index):
                found.add(self._shelf.node(index).id)
            index = self.indexBelow(index)
        return found

    def show_open(self, collection_ids: set[str]) -> None:
        """Open these collections and close the others; nobody folded them, so `opened_changed` is not said."""
        self._restoring = True
        waiting = [self._shelf.index_of(_COLLECTIONS)]
        while waiting:
            above = waiting.pop()
            for row in range(self._shelf.rowCount(above)):
                index = self._shelf.index(row, 0, above)
                node = self._shelf.node(index)
                if node.kind != "collection":
                    break
                self.setExpanded(index, node.id in collection_ids)
                if node.id in collection_ids:
                    waiting.append(index)
        self._restoring = False

    def reveal(self, name: Name) -> bool:
        """Open what the row called `name` is in, make it the current one and show it; False if it is not there."""
        index = self._shelf.index_of(name)
        if not index.isValid():
            return False
        above = index.parent()
        while above.isValid():
            self.expand(above)
            above = above.parent()
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def select_documents(self, document_ids: frozenset[str], collection_id: str) -> None:
        """Open a collection and select documents in it; the first is shown."""
        above, chosen = self._shelf.index_of(("collection", "", collection_id)), QItemSelection()
        for row in range(self._shelf.rowCount(above)):
            index = self._shelf.index(row, 0, above)
            node = self._shelf.node(index)
            if node.kind == "document" and node.id in document_ids:
                chosen.select(index, index)
        if chosen:
            self.reveal(self._shelf.node(chosen[0].topLeft()).name)
            self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def is_unfolded(self, index: QModelIndex) -> bool:
        """Say whether all that a row is in is open."""
        above = index.parent()
        while above.isValid() and self.isExpanded(above):
            above = above.parent()
        return not above.isValid()

    def enter(self) -> None:
        """Open the current row, and go on in it."""
        index = QPersistentModelIndex(self.currentIndex())  # what is opened is among the recent ones: rows are rebuilt
        self.chosen.emit(QModelIndex(index))
        self.entered.emit(QModelIndex(index))

    def selectAll(self) -> None:
        """Select the rows of the current one's kind: what is done to several is done to the like."""
        current = self.currentIndex()
        if not current.isValid():
            return
        kind, chosen = self._shelf.node(current).kind, QItemSelection()
        index = self._shelf.index(0, 0)
        while index.isValid():
            if self._shelf.node(index).kind == kind and (kind != "special" or index == current):
                chosen.select(index, index)
            index = self.indexBelow(index)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def retheme(self) -> None:
        """Take the colours of the theme in force."""
        if self._adding is not None:
            self._adding.setIcon(icon("plus", self._themes.current))
        self.viewport().update()

    def retranslate(self) -> None:
        """Take the words of the language in force."""
        if self._adding is not None:
            self._adding.setToolTip(tr("New collection"))
            self._adding.setAccessibleName(tr("New collection"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self._on_triangle(index, event.position().toPoint()):
            self.setExpanded(index, not self.isExpanded(index))
            event.accept()
            return
        if event.button() == Qt.MouseButton.MiddleButton:
            if index.isValid():
                self.tab_wanted.emit(index)
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The second click on a triangle folds again; it is not a double click on the row.
        if self._on_triangle(self.indexAt(event.position().toPoint()), event.position().toPoint()):
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def event(self, event: QEvent) -> bool:
        # elsewhere these keys go from bookmark to bookmark
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._step(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif step := self._step(event):
            self.step_wanted.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self.tab_wanted.emit(self.currentIndex()) if held else self.enter()
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        files = event.mimeData().hasUrls()
        super().dropEvent(event)
        if files and event.isAccepted():
            # Whatever was proposed: a file manager told "moved" would delete its files.
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_wanted.emit(at)

    def _step(self, event: QKeyEvent) -> int:
        """Return by how many places a key moves the current row, a smart collection; 0 for other keys and rows."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.AltModifier:
            return 0
        return _STEPS.get(Qt.Key(event.key()), 0) if self._shelf.node(self.currentIndex()).kind == "smart" else 0

    def _on_triangle(self, index: QModelIndex, at: QPoint) -> bool:
        if not index.isValid() or not self._shelf.hasChildren(index):
            return False
        node = self._shelf.node(index)
        return node.kind != "section" and triangle_rect(self.visualRect(index), node).contains(at)

    def _choose_clicked(self, index: QModelIndex) -> None:
        if len(self.selectedIndexes()) == 1 and self.selectedIndexes()[0] == index:
            self.chosen.emit(index)

    def _keep_section_open(self, index: QModelIndex) -> None:
        if self._shelf.node(index).kind == "section":
            self.expand(index)
        self._tell(index)

    def _tell(self, index: QModelIndex) -> None:
        if not self._restoring and self._shelf.node(index).kind != "section":
            self.opened_changed.emit()

    def _set_up_look(self) -> None:
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _set_up_dragging(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setAutoExpandDelay(_EXPAND_DELAY)
