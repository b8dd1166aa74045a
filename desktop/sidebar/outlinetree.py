"""The tree of headings: how its rows are painted, and what keys do on them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView, QWidget

from desktop.itemmodels.outline import OutlineModel
from desktop.sidebar.rowdelegate import INSET, Index, SidebarRowDelegate
from desktop.theme import Themes
from desktop.ways import WAY_KEYS
from library.correcting import Way

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
WAYS: tuple[Way, ...] = ("out", "in")


class OutlineDelegate(SidebarRowDelegate):
    """The highest headings in ink, those below soft."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self.themes.current
        painter.save()
        selected = self.paint_ground(painter, option)
        font = self.bold if selected else self.plain
        painter.setFont(font)
        ink = "soft" if index.parent().isValid() else "ink"
        painter.setPen(theme.color("accent" if selected else ink))
        room = QRect(option.rect).adjusted(INSET, 0, -INSET, 0)
        title = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.restore()


class OutlineTree(QTreeView):
    """A tree of headings.

    Enter goes to one, F2 puts its words right, Delete removes, Alt+Shift with left and right promotes and demotes.
    """

    entered = Signal()
    """The current heading is to be gone to, and reading to go on there."""
    move_pressed = Signal(str)
    """Carries the `Way` in which the selected headings are to move."""
    delete_pressed = Signal()
    escape_pressed = Signal()

    def __init__(self, model: OutlineModel, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headings = model
        self.setModel(model)
        self.setItemDelegate(OutlineDelegate(themes, self))
        # the delegate paints what is selected; Qt would fill the room of the arrow at its left as well
        self.setStyleSheet(
            "QTreeView { selection-background-color: transparent; }"
            "QTreeView::item:selected, QTreeView::item:hover { background: transparent; }"
        )
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QTreeView.EditTrigger.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def chosen(self) -> list[int]:
        """Return the code points at which the selected headings begin, in text order."""
        rows = (self._headings.heading(index) for index in self.selectedIndexes())
        return sorted(heading.start for heading in rows if heading is not None)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            if self._way(event) or (plain and (event.text().isprintable() or event.key() == Qt.Key.Key_Delete)):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = self._way(event)
        if self.state() == self.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() in ENTER:
            self.entered.emit()
        elif way is not None:
            self.move_pressed.emit(way)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
        else:
            super().keyPressEvent(event)

    def _way(self, event: QKeyEvent) -> Way | None:
        pressed = QKeySequence(event.keyCombination())
        return next((way for way in WAYS if QKeySequence(WAY_KEYS[way]) == pressed), None)
