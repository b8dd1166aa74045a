"""The codebook in the sidebar: its tree below a filter, sorted as one likes, and what is done to its tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.itemmodels.tagnodes import TAG_ORDERS, TagOrder
from desktop.itemmodels.tags import TagModel
from desktop.messages import Messages
from desktop.pens import Pens
from desktop.sidebar.tagmenu import tag_menu
from desktop.sidebar.tagtree import TagTree
from desktop.tags import TagVerbs
from desktop.theme import Themes
from desktop.translation import plural, tr
from desktop.widgets.icons import icon
from desktop.widgets.penswatch import add_pens
from desktop.widgets.searchfield import SearchField
from desktop.widgets.swatch import add_colors

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.ways import Way
    from library.library import Library
    from library.models import Color, Tag

MARGIN = 12
FILTER_AFTER = 120
"""Milliseconds of rest in typing before the tree is narrowed."""
ORDER_KEY = "tags.order"
"""Under this key a library's state says what the tree is sorted by."""
Flag = QItemSelectionModel.SelectionFlag


class TagsView(QWidget):
    """The codebook of the open library."""

    page_wanted = Signal(str)
    """The page of a tag is to be shown."""
    tag_opened = Signal(str)
    """Only the highlights with this tag, or one below it, are to be shown."""
    export_requested = Signal(str)
    text_wanted = Signal()
    chosen_changed = Signal()
    """Other tags are selected."""

    def __init__(
        self, session: Session, themes: Themes, messages: Messages, pens: Pens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._themes = themes
        self._messages = messages
        self._pens = pens
        self._folded: set[str] = set()
        self._chosen: list[str] = []
        self._current_id: str | None = None
        self._restoring = False
        self.verbs = TagVerbs(session, themes, messages, self)
        self.model = TagModel(session, self)
        self.tree = TagTree(self.model, themes, self)
        self.filter_field = SearchField(themes, self)
        self._build()
        self._connect()
        self._recall()
        self._restore()
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the user's language and wear the theme's icons."""
        self._new.setIcon(icon("plus", self._themes.current))
        self._new.setText(tr("New tag"))
        self._sorting.setIcon(icon("caret-down", self._themes.current))
        self.tree.setAccessibleName(tr("Tags"))
        self.filter_field.setPlaceholderText(tr("Filter tags"))
        self.filter_field.setAccessibleName(tr("Filter tags"))
        self._sorting.setToolTip(tr("What the tags are sorted by"))
        self._show_counts()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.look(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.model.look(False)

    def current_tag(self) -> Tag | None:
        """Return the tag that the keyboard is on."""
        return self.model.tag(self.tree.currentIndex())

    def chosen_ids(self) -> list[str]:
        """Return the ids of the selected tags, from the top down."""
        return self.tree.chosen_ids()

    def choose(self, tag_id: str) -> None:
        """Select a tag and bring it into view; a filter that does not find it is taken away."""
        if not self.model.find_index(tag_id).isValid():
            self.filter_field.clear()
            self._filter_now()
        index = self.model.find_index(tag_id)
        above = index.parent()
        while above.isValid():
            self.tree.expand(above)
            above = above.parent()
        self.tree.setCurrentIndex(index)

    # Verbs

    def add_tag(self, parent: Tag | None = None) -> None:
        """Add a tag, at the top or below another, and have it named at once."""
        self.verbs.add(tr("New tag"), parent.id if parent else None, lambda tag: self._name(tag.id))

    def rename_tag(self) -> None:
        """Let the user type another name for the selected tag."""
        if self.current_tag() is not None:
            self.tree.edit(self.tree.currentIndex())

    def recolor_tag(self, color: Color) -> None:
        """Give the selected tags another colour."""
        if self.chosen_ids():
            self.verbs.recolor(self.chosen_ids(), color)

    def remove_tag(self) -> None:
        """Delete the selected tags with those below them."""
        self.verbs.remove(self.chosen_ids())

    def describe_tag(self) -> None:
        """Let the user write what belongs under the selected tag."""
        tag = self.current_tag()
        if tag is not None:
            self.verbs.describe(tag.id)

    def merge_tags(self) -> None:
        """Ask which tag the selected ones are to become."""
        self.verbs.merge(self.chosen_ids())

    def move_tags(self, way: Way) -> None:
        """Move the selected tags among those beside them, which is possible in the order by hand, or by a level."""
        if way in ("up", "down") and self.model.order != "hand":
            self._messages.info(tr("The tags are sorted by name or count. Sort them by hand to move them up or down."))
        else:
            self.verbs.move(self.chosen_ids(), way)

    def paste(self) -> None:
        """Let the list of tags in the clipboard be looked at and added, below the selected tag if there is one."""
        tag = self.current_tag()
        self.verbs.paste(QGuiApplication.clipboard().text(), tag.id if tag else None)

    def sort_by(self, order: TagOrder) -> None:
        """Sort the tags, now and whenever this library is opened again."""
        self.model.sort_by(order)
        self._show_counts()
        if self._session.writable:
            self._session.write(lambda library: library.state.set(ORDER_KEY, order))

    def write_note(self) -> None:
        """Let the note on the selected tag be written."""
        tag = self.current_tag()
        if tag is not None:
            self.verbs.write_note(tag.id)

    def menu(self) -> QMenu:
        """Return the menu of the selected tags."""
        return tag_menu(self)

    def fill_colors(self, menu: QMenu) -> None:
        """Offer the colours for the selected tags."""
        add_colors(menu, self._themes.current, self.recolor_tag)

    def fill_pens(self, menu: QMenu, tag_id: str) -> None:
        """Offer the pens to put a tag on."""
        add_pens(menu, self._themes.current, self._pens, tag_id)

    # Making

    def _build(self) -> None:
        self._counts = QLabel(self)
        self._counts.setTextFormat(Qt.TextFormat.PlainText)
        self._counts.setProperty("role", "small")
        self._sorting = QToolButton(self)
        self._sorting.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._orders = QMenu(self._sorting)
        self._orders.aboutToShow.connect(self._fill_orders)
        self._sorting.setMenu(self._orders)
        self._sorting.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._sorting.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the caret stands behind the words
        self._new = QToolButton(self)
        self._new.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._empty = QLabel(self)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setProperty("role", "soft")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setMargin(2 * MARGIN)
        top = QHBoxLayout()
        top.setContentsMargins(MARGIN, 0, MARGIN, 6)
        top.addWidget(self.filter_field)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN + 4, 0, MARGIN, 6)
        head.addWidget(self._counts, 1)
        head.addWidget(self._sorting)
        head.addWidget(self._new)
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN - 4, 0, MARGIN - 4, 0)
        row.addWidget(self.tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(head)
        column.addWidget(self._empty, 1)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self._timer = QTimer(self, singleShot=True, interval=FILTER_AFTER)
        self._timer.timeout.connect(self._filter_now)
        self.filter_field.textChanged.connect(lambda: self._timer.start())
        self.filter_field.returnPressed.connect(self._enter_tree)
        self.filter_field.left.connect(self.text_wanted)
        self._session.opened.connect(self._recall)
        self.model.modelAboutToBeReset.connect(self._remember)
        self.model.modelReset.connect(self._restore)
        self.model.recounted.connect(self._show_counts)
        self._themes.changed.connect(self.retranslate)
        self._new.clicked.connect(lambda: self.add_tag())
        tree = self.tree
        tree.collapsed.connect(lambda index: self._fold(index, True))
        tree.expanded.connect(lambda index: self._fold(index, False))
        tree.selectionModel().selectionChanged.connect(self.chosen_changed)
        tree.opened.connect(lambda: self._tell(self.page_wanted))
        tree.highlights_wanted.connect(lambda: self._tell(self.tag_opened))
        tree.delete_pressed.connect(self.remove_tag)
        tree.escape_pressed.connect(self.text_wanted)
        tree.pasted.connect(self.paste)
        tree.merge_wanted.connect(self.verbs.merge)
        tree.customContextMenuRequested.connect(self._open_menu)

    def _tell(self, signal: Signal) -> None:
        tag = self.current_tag()
        if tag is not None:
            signal.emit(tag.id)

    def _open_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.tree.viewport().mapToGlobal(place))

    def _fill_orders(self) -> None:
        self._orders.clear()
        for order in TAG_ORDERS:
            action = self._orders.addAction(order_name(order))
            action.setCheckable(True)
            action.setChecked(order == self.model.order)
            action.triggered.connect(lambda _on=False, order=order: self.sort_by(order))

    def _name(self, tag_id: str) -> None:
        self.choose(tag_id)
        index = self.model.find_index(tag_id)
        if index.isValid():
            self.tree.edit(index)

    def _filter_now(self) -> None:
        self._timer.stop()
        self.model.set_filter(self.filter_field.text())

    def _enter_tree(self) -> None:
        """Go from the field to the first tag it found."""
        self._filter_now()
        found = [tag for tag in self._shown() if self.filter_field.text().strip()]
        if found:
            self.tree.setCurrentIndex(found[0])
        self.tree.setFocus()

    def _shown(self) -> list[QModelIndex]:
        """Return the tags that the filter itself finds, not those above them, from the top down."""
        from library.chinese.pinyin import matches  # what was typed has had it loaded

        found: list[QModelIndex] = []
        index = self.model.index(0, 0)
        while index.isValid():
            if matches(self.model.filter, str(index.data())) is not None:
                found.append(index)
            index = self.tree.indexBelow(index)
        return found

    # What stays as it was when the tree is read anew

    def _recall(self) -> None:
        self.model.sort_by(kept_order(self._session.library))
        self._show_counts()

    def _fold(self, index: QModelIndex, folded: bool) -> None:
        tag = self.model.tag(index)
        if tag is not None and not self._restoring and not self.model.filter:
            (self._folded.add if folded else self._folded.discard)(tag.id)

    def _remember(self) -> None:
        tag = self.current_tag()
        if tag is not None:
            self._current_id, self._chosen = tag.id, self.chosen_ids()

    def _restore(self) -> None:
        self._restoring = True
        self.tree.expandAll()
        for tag_id in set() if self.model.filter else self._folded:
            self.tree.collapse(self.model.find_index(tag_id))
        chosen = QItemSelection()
        for tag_id in self._chosen:
            index = self.model.find_index(tag_id)
            if index.isValid():
                chosen.select(index, index)
        current = self.model.find_index(self._current_id or "")
        if current.isValid():
            self.tree.selectionModel().setCurrentIndex(current, Flag.NoUpdate)
            self.tree.selectionModel().select(chosen, Flag.ClearAndSelect)
        self._restoring = False
        if current.isValid():
            self.tree.scrollTo(current)  # which unfolds what it stands in
        self._show_counts()

    def _show_counts(self) -> None:
        count, shown = self.model.tag_count, self.model.shown_count
        opened = self._session.library is not None
        told = plural(count, "{count} tag", "{count} tags") if count else ""
        self._counts.setText(tr("{shown} of {total}", shown=shown, total=count) if self.model.filter else told)
        self._sorting.setText(order_name(self.model.order))
        self._new.setEnabled(self._session.writable)
        self._sorting.setVisible(bool(count))
        self.filter_field.setVisible(bool(count))
        unfound = bool(self.model.filter) and not shown
        told = tr("No tag is called that.") if unfound else ""
        self._empty.setText(told or tr("No tags yet. Select a passage and press T, or make one here."))
        self._empty.setVisible(opened and (not count or unfound))
        self.tree.setVisible(bool(count) and not unfound)


def kept_order(library: Library | None) -> TagOrder:
    """Return what the tags of a library are sorted by."""
    kept = library.state.get(ORDER_KEY) if library is not None else None
    return next((order for order in TAG_ORDERS if order == kept), "hand")


def order_name(order: TagOrder) -> str:
    """Return what tags are sorted by in the user's language."""
    match order:
        case "hand":
            return tr("By hand")
        case "name":
            return tr("By name")
        case "count":
            return tr("By count")
