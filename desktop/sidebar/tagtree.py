"""The tree of tags: what its rows do when they are clicked, dragged, dropped on and typed at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from desktop.itemmodels.cardcargo import highlights_in
from desktop.itemmodels.tagcargo import tags_in
from desktop.itemmodels.tags import TagModel
from desktop.sidebar.tagdelegate import TagDelegate
from desktop.theme import Themes

EXPAND_DELAY = 600
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TagTree(QTreeView):
    """A tree whose letters find tags rather than mark the text."""

    opened = Signal()
    """The page of the current tag is to be shown: by Enter or a double click."""
    highlights_wanted = Signal()
    """The highlights of the current tag are to be shown: by Ctrl+Enter."""
    delete_pressed = Signal()
    escape_pressed = Signal()
    pasted = Signal()
    merge_wanted = Signal(list, str)
    """Tags, by their ids, were dropped with Alt on the one with the second id."""

    def __init__(self, model: TagModel, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = model
        self.setModel(model)
        self.setItemDelegate(TagDelegate(themes, self))
        # the delegate paints what is selected; Qt would fill the room of the arrow at its left as well
        self.setStyleSheet(
            "QTreeView { selection-background-color: transparent; }"
            "QTreeView::item:selected, QTreeView::item:hover { background: transparent; }"
        )
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QTreeView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QTreeView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAutoExpandDelay(EXPAND_DELAY)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(self.opened)

    def chosen_ids(self) -> list[str]:
        """Return the ids of the selected tags, from the top down."""
        rows = sorted(self.selectedIndexes(), key=lambda index: self.visualRect(index).top())
        return [tag.id for index in rows if (tag := self._tags.tag(index)) is not None]

    # Keys

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            if plain and (event.text().isprintable() or event.key() == Qt.Key.Key_Delete):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == self.State.EditingState
        if event.key() in ENTER and not editing:
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.highlights_wanted if held else self.opened).emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape and not editing:
            self.escape_pressed.emit()
        else:
            super().keyPressEvent(event)

    # Dropping

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if self._merge_target(event) is not None:
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        target_id = self._merge_target(event)
        if target_id is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.setState(self.State.NoState)
            self.viewport().update()
            self.merge_wanted.emit(tags_in(event.mimeData()), target_id)
            return
        marks = highlights_in(event.mimeData())
        super().dropEvent(event)
        if marks and event.isAccepted():
            event.setDropAction(Qt.DropAction.CopyAction)  # the cards stay where they are
            event.accept()

    def _merge_target(self, event: QDropEvent) -> str | None:
        """Return the tag that those dragged would become one with; None where they would be moved, or nothing."""
        ids = tags_in(event.mimeData())
        target = self._tags.tag(self._under(event))
        if not ids or target is None or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return None
        return None if any(target.id in self._tags.ids_below(tag_id) for tag_id in ids) else target.id

    def _under(self, event: QDropEvent) -> QModelIndex:
        return self.indexAt(event.position().toPoint())
