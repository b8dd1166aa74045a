"""The outline in the sidebar: the headings of the open document below a filter, following what is read."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from desktop.itemmodels.outline import OutlineModel
from desktop.sidebar.outlinetree import OutlineTree
from desktop.theme import Themes
from desktop.translation import plural, tr
from desktop.ways import WAY_KEYS
from desktop.widgets.searchfield import SearchField

if TYPE_CHECKING:
    from desktop.session import Session
    from library.correcting import Way
    from library.headings import Missing

MARGIN = 12
Flag = QItemSelectionModel.SelectionFlag
FILTER_AFTER = 120
"""Milliseconds of rest in typing before the tree is narrowed."""
_PAUSES = "、.．,， "
UNFOLDED = 2000
"""With more headings than these only the highest are unfolded at first."""


class OutlineView(QWidget):
    """The headings of the open document."""

    gone_to = Signal(int, bool)
    """Carries the code point of a heading that is to be shown, and whether reading goes on there."""
    gap_wanted = Signal(int, int)
    """Carries between which code points a number is missing, which is to be shown."""
    heading_wanted = Signal()
    """What is selected in the text, or the line of the caret, is to be a heading."""
    text_wanted = Signal()

    def __init__(self, session: Session, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._document_id: str | None = None
        self._seen = (0, 0)
        self._folded: set[int] = set()
        self._chosen: list[int] = []
        self._restoring = False
        self.model = OutlineModel(session, self)
        self.tree = OutlineTree(self.model, themes, self)
        self.field = SearchField(themes, self)
        self._build()
        self._connect()
        self.retranslate()

    def show_document(self, document_id: str | None) -> None:
        """Show the outline of a document, or none, without a filter."""
        self._document_id = document_id
        self._folded.clear()
        self.field.clear()
        self._filter_now()
        self.model.show_document(document_id)

    def follow(self, start: int, end: int) -> None:
        """Select the heading of the text of which the code points `start` to `end` are in sight."""
        self._seen = (start, end)
        if self.model.filter or self.tree.hasFocus():
            return
        index = self.model.index_above(start)  # above the first heading one stands below none
        shown, above = index, index.parent()
        while above.isValid():
            if not self.tree.isExpanded(above):
                shown = above
            above = above.parent()
        if shown.isValid():
            self.tree.setCurrentIndex(shown)
        else:
            self.tree.clearSelection()
            self.tree.scrollToTop()

    def menu(self) -> QMenu:
        """Return the menu of the selected headings."""
        menu, chosen, writable = QMenu(self), self.tree.chosen(), self._session.writable
        _add(menu, tr("Go there"), "Return", bool(chosen)).triggered.connect(self._enter)
        menu.addSeparator()
        rename = _add(menu, tr("Rename"), "F2", len(chosen) == 1 and writable)
        rename.triggered.connect(lambda: self.tree.edit(self.tree.currentIndex()))
        promote = _add(menu, tr("Promote"), WAY_KEYS["out"], bool(chosen) and writable)
        promote.triggered.connect(lambda: self.move_headings("out"))
        demote = _add(menu, tr("Demote"), WAY_KEYS["in"], bool(chosen) and writable)
        demote.triggered.connect(lambda: self.move_headings("in"))
        _add(menu, tr("Remove from the outline"), "Del", bool(chosen) and writable).triggered.connect(self.remove)
        menu.addSeparator()
        add = _add(menu, tr("Make a heading of the line or selection"), "", writable)
        add.triggered.connect(self.heading_wanted)
        return menu

    def move_headings(self, way: Way) -> None:
        """Promote or demote the selected headings with those below them."""
        document_id, chosen = self._document_id, self.tree.chosen()
        if document_id is not None and chosen:
            self._session.write(lambda library: library.outlines.move(document_id, way, *chosen))

    def remove(self) -> None:
        """Take the selected headings out of the outline."""
        document_id, chosen = self._document_id, self.tree.chosen()
        if document_id is not None and chosen:
            self._session.write(lambda library: library.outlines.remove(document_id, *chosen))

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.field.setPlaceholderText(tr("Filter headings"))
        self.field.setAccessibleName(tr("Filter headings"))
        self.tree.setAccessibleName(tr("Outline"))
        self._show_counts()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        self._counts, self._missing, self._empty = QLabel(self), QLabel(self), QLabel(self)
        for label, role in ((self._counts, "small"), (self._missing, "small"), (self._empty, "soft")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", role)
            label.setWordWrap(True)
        self._missing.setTextFormat(Qt.TextFormat.RichText)
        self._missing.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setMargin(2 * MARGIN)
        self._missing.setContentsMargins(MARGIN + 4, 6, MARGIN, 10)
        top = QHBoxLayout()
        top.setContentsMargins(MARGIN, 0, MARGIN, 6)
        top.addWidget(self.field)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN + 4, 0, MARGIN, 6)
        head.addWidget(self._counts)
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
        column.addWidget(self._missing)

    def _connect(self) -> None:
        self._timer = QTimer(self, singleShot=True, interval=FILTER_AFTER)
        self._timer.timeout.connect(self._filter_now)
        self.field.textChanged.connect(lambda: self._timer.start())
        self.field.returnPressed.connect(self._enter_tree)
        self.field.left.connect(self.text_wanted)
        self.model.modelAboutToBeReset.connect(self._remember)
        self.model.modelReset.connect(self._restore)
        self.model.counted.connect(self._show_counts)
        self._missing.linkActivated.connect(lambda place: self.gap_wanted.emit(*map(int, place.split("-"))))
        self.tree.clicked.connect(lambda: self._go(False))
        self.tree.entered.connect(lambda: self._go(True))
        self.tree.move_pressed.connect(self.move_headings)
        self.tree.delete_pressed.connect(self.remove)
        self.tree.escape_pressed.connect(self.text_wanted)
        self.tree.collapsed.connect(lambda index: self._fold(index, True))
        self.tree.expanded.connect(lambda index: self._fold(index, False))
        self.tree.customContextMenuRequested.connect(self._open_menu)

    def _enter(self) -> None:
        self._go(True)

    def _go(self, go_on: bool) -> None:
        heading = self.model.heading(self.tree.currentIndex())
        if heading is not None:
            self.gone_to.emit(heading.start, go_on)

    def _open_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.tree.viewport().mapToGlobal(place))

    def _filter_now(self) -> None:
        self._timer.stop()
        self.model.set_filter(self.field.text())

    def _enter_tree(self) -> None:
        """Go from the field to the first heading it found."""
        self._filter_now()
        index = self.model.index(0, 0)
        while index.isValid() and self.model.filter and index.internalId() not in self.model.found:
            index = self.tree.indexBelow(index)
        if index.isValid():
            self.tree.setCurrentIndex(index)
        self.tree.setFocus()

    # What stays as it was when the tree is shown anew

    def _fold(self, index: QModelIndex, folded: bool) -> None:
        heading = self.model.heading(index)
        if heading is not None and not self._restoring and not self.model.filter:
            (self._folded.add if folded else self._folded.discard)(heading.start)

    def _remember(self) -> None:
        self._chosen = self.tree.chosen()

    def _restore(self) -> None:
        focused = self.tree.hasFocus()
        outline, self._restoring = self.model.outline, True
        if outline is not None and (self.model.filter or len(outline.headings) <= UNFOLDED):
            self.tree.expandAll()
        for start in () if self.model.filter else self._folded:
            index = self.model.index_above(start)
            heading = self.model.heading(index)
            if heading is not None and heading.start == start:
                self.tree.collapse(index)
        self._restoring = False
        if not focused or not self._chosen:
            self.follow(*self._seen)
            return
        chosen = QItemSelection()
        for start in self._chosen:
            index = self.model.index_above(start)
            chosen.select(index, index)
        self.tree.selectionModel().setCurrentIndex(self.model.index_above(self._chosen[0]), Flag.NoUpdate)
        self.tree.selectionModel().select(chosen, Flag.ClearAndSelect)

    def _show_counts(self) -> None:
        outline = self.model.outline
        total = len(outline.headings) if outline is not None else 0
        told = plural(total, "{count} heading", "{count} headings") if total else ""
        found = len(self.model.found)
        self._counts.setText(tr("{shown} of {total}", shown=found, total=total) if self.model.filter else told)
        missing = ", ".join(map(_linked, outline.missing)) if outline is not None else ""
        self._missing.setText(tr("Not in the text: {numbers}", numbers=missing))
        self._missing.setVisible(bool(missing))
        unfound = bool(self.model.filter) and not found
        self._empty.setText(self._reason(unfound))
        self._empty.setVisible(not total or unfound)
        self.tree.setVisible(bool(total) and not unfound)
        self.field.setVisible(bool(total))

    def _reason(self, unfound: bool) -> str:
        if unfound:
            return tr("No heading is found by these words.")
        if self._document_id is None:
            return tr("Open a document to see its headings.")
        if self.model.outline is None:
            return tr("The headings are being looked for.")
        return tr("No headings were found. Select a line in the text and press Shift+H to make it one.")


def _linked(gap: Missing) -> str:
    """Return a missing number as a link to where it is missing."""
    return f'<a href="{gap.start}-{gap.end}">{escape(gap.number.rstrip(_PAUSES))}</a>'


def _add(menu: QMenu, text: str, keys: str, enabled: bool) -> QAction:
    action = menu.addAction(text)
    action.setShortcut(QKeySequence(keys))
    action.setEnabled(enabled)
    return action
