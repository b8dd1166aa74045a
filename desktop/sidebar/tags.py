"""The tag tree: rename, recolour, nest, remove; and which tag's highlights to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QTreeView, QVBoxLayout, QWidget

from desktop.itemmodels.tags import TagModel
from desktop.messages import Messages
from desktop.pens import Pens
from desktop.sidebar.tagdelegate import TagDelegate
from desktop.takingback import TakingBack
from desktop.theme import Themes
from desktop.translation import plural, tr
from desktop.widgets.icons import icon
from desktop.widgets.penswatch import add_pens
from desktop.widgets.question import ask
from desktop.widgets.swatch import add_colors

if TYPE_CHECKING:
    from desktop.session import Session
    from library.models import Color, Tag

MARGIN = 12


class TagTree(QTreeView):
    """A tree whose letters find tags rather than mark the text."""

    enter_pressed = Signal()
    delete_pressed = Signal()
    escape_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # the delegate paints what is selected; Qt would fill the room of the arrow at its left as well
        self.setStyleSheet(
            "QTreeView { selection-background-color: transparent; }"
            "QTreeView::item:selected, QTreeView::item:hover { background: transparent; }"
        )

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            if plain and (event.text().isprintable() or event.key() == Qt.Key.Key_Delete):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.state() != self.State.EditingState:
                self.enter_pressed.emit()
            case Qt.Key.Key_Delete:
                self.delete_pressed.emit()
            case Qt.Key.Key_Escape:
                self.escape_pressed.emit()
            case _:
                super().keyPressEvent(event)


class TagsView(QWidget):
    """The codebook of the open library."""

    tag_opened = Signal(str)
    """Only the highlights with this tag, or one below it, are to be shown."""
    export_requested = Signal(str)
    text_wanted = Signal()

    def __init__(
        self, session: Session, themes: Themes, messages: Messages, pens: Pens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._themes = themes
        self._pens = pens
        self._taking_back = TakingBack(session, messages)
        self._folded: set[str] = set()
        self._current_id: str | None = None
        self.model = TagModel(session, self)
        self.tree = TagTree(self)
        self._build()
        self._connect()
        self._restore()
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the user's language and wear the theme's icons."""
        self._new.setIcon(icon("plus", self._themes.current))
        self._new.setText(tr("New tag"))
        self.tree.setAccessibleName(tr("Tags"))
        self._empty.setText(tr("No tags yet. Select a passage and press T, or make one here."))
        self._show_counts()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def current_tag(self) -> Tag | None:
        """Return the tag that is selected."""
        return self.model.tag(self.tree.currentIndex())

    def add_tag(self, parent: Tag | None = None) -> None:
        """Add a tag, at the top or below another, and have it named at once."""
        library = self._session.library
        if library is None:
            return
        above = f"{library.tags.path(parent.id)}/" if parent else ""
        taken, name, number = set(library.tags.paths().values()), tr("New tag"), 1
        path = above + name
        while path in taken:
            number += 1
            path = f"{above}{name} {number}"
        self._session.write(lambda writing: writing.tags.add_path(path), lambda tag: self._name(tag.id))

    def rename_tag(self) -> None:
        """Let the user type another name for the selected tag."""
        if self.current_tag() is not None:
            self.tree.edit(self.tree.currentIndex())

    def recolor_tag(self, color: Color) -> None:
        """Give the selected tag another colour."""
        tag = self.current_tag()
        if tag is not None:
            self._session.write(lambda library: library.tags.recolor(tag.id, color))

    def remove_tag(self) -> None:
        """Delete the selected tag with those below it, and offer to take that back; ask first where it is in use."""
        tag = self.current_tag()
        if tag is None:
            return
        carried = self.model.carriers(tag.id)
        if not carried:
            self._remove(tag)
            return
        question = tr("Delete the tag “{name}”?", name=tag.name)
        more = plural(
            carried,
            "{count} highlight carries it or a tag below it. The highlight stays.",
            "{count} highlights carry it or a tag below it. The highlights stay.",
        )
        ask(self.window(), question, tr("Delete"), lambda: self._remove(tag), more=more)

    def describe_tag(self) -> None:
        """Let the user write what belongs under the selected tag."""
        tag, library = self.current_tag(), self._session.library
        if tag is None or library is None:
            return
        from desktop.dialogs.describetag import DescribeDialog

        dialog = DescribeDialog(library.tags.path(tag.id), tag.description, self.window())
        dialog.described.connect(
            lambda text: self._session.write(lambda writing: writing.tags.describe(tag.id, text))
        )
        dialog.open()

    def write_note(self) -> None:
        """Let the note on the selected tag be written."""
        tag, library = self.current_tag(), self._session.library
        if tag is None or library is None:
            return
        from desktop.dialogs.note import NoteDialog

        NoteDialog(self._session, self._themes, "tag", tag.id, library.tags.path(tag.id), self.window()).open()

    def show_tag(self, tag_id: str) -> None:
        """Make a tag the selected one, and go on there."""
        index = self.model.find_index(tag_id)
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def menu(self) -> QMenu:
        """Return the menu of the selected tag."""
        menu, tag = QMenu(self), self.current_tag()
        if tag is None:
            menu.addAction(tr("New tag"), self.add_tag)
            return menu
        menu.addAction(tr("Show its highlights"), lambda: self.tag_opened.emit(tag.id))
        menu.addSeparator()
        menu.addAction(tr("Rename"), self.rename_tag)
        menu.addAction(tr("Describe…"), self.describe_tag)
        menu.addAction(tr("Note…"), self.write_note)
        add_colors(menu.addMenu(tr("Colour")), self._themes.current, self.recolor_tag)
        add_pens(menu.addMenu(tr("Put on a pen")), self._themes.current, self._pens, tag.id)
        menu.addAction(tr("New tag below"), lambda: self.add_tag(tag))
        menu.addSeparator()
        menu.addAction(tr("Export this tag…"), lambda: self.export_requested.emit(tag.id))
        menu.addAction(tr("Delete"), self.remove_tag)
        return menu

    def _remove(self, tag: Tag) -> None:
        done = tr("Tag “{name}” deleted", name=tag.name)
        self._taking_back.write(lambda library: library.tags.remove(tag.id), done)

    def _build(self) -> None:
        self._counts = QLabel(self)
        self._counts.setTextFormat(Qt.TextFormat.PlainText)
        self._counts.setProperty("role", "small")
        self._new = QToolButton(self)
        self._new.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._empty = QLabel(self)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setProperty("role", "soft")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setMargin(2 * MARGIN)
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(TagDelegate(self._themes, self.tree))
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(16)
        self.tree.setUniformRowHeights(True)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.setEditTriggers(QTreeView.EditTrigger.EditKeyPressed)
        self.tree.setDragDropMode(QTreeView.DragDropMode.InternalMove)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN + 4, 0, MARGIN, 6)
        head.addWidget(self._counts, 1)
        head.addWidget(self._new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._empty, 1)
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN - 4, 0, MARGIN - 4, 0)
        row.addWidget(self.tree)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.model.modelReset.connect(self._restore)
        self.model.dataChanged.connect(self._show_counts)
        self._themes.changed.connect(self.retranslate)
        self._new.clicked.connect(lambda: self.add_tag())
        self.tree.collapsed.connect(lambda index: self._fold(index, True))
        self.tree.expanded.connect(lambda index: self._fold(index, False))
        self.tree.selectionModel().currentChanged.connect(self._remember)
        self.tree.doubleClicked.connect(self._open)
        self.tree.enter_pressed.connect(self._open)
        self.tree.delete_pressed.connect(self.remove_tag)
        self.tree.escape_pressed.connect(self.text_wanted)
        self.tree.customContextMenuRequested.connect(self._open_menu)

    def _open(self) -> None:
        tag = self.current_tag()
        if tag is not None:
            self.tag_opened.emit(tag.id)

    def _open_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.tree.viewport().mapToGlobal(place))

    def _name(self, tag_id: str) -> None:
        index = self.model.find_index(tag_id)
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.edit(index)

    # What stays as it was when the tree is read anew

    def _fold(self, index: QModelIndex, folded: bool) -> None:
        tag = self.model.tag(index)
        if tag is not None:
            (self._folded.add if folded else self._folded.discard)(tag.id)

    def _remember(self, current: QModelIndex) -> None:
        tag = self.model.tag(current)
        if tag is not None:
            self._current_id = tag.id

    def _restore(self) -> None:
        folded = set(self._folded)
        self.tree.expandAll()
        for tag_id in folded:
            self.tree.collapse(self.model.find_index(tag_id))
        if self._current_id is not None:
            self.tree.setCurrentIndex(self.model.find_index(self._current_id))
        self._show_counts()

    def _show_counts(self) -> None:
        count = self.model.tag_count
        opened = self._session.library is not None
        self._counts.setText(plural(count, "{count} tag", "{count} tags") if count else "")
        self._new.setEnabled(opened)
        self._empty.setVisible(opened and not count)
        self.tree.setVisible(bool(count))
