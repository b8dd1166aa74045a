"""The field that tags highlights: it completes by substring, pinyin and initials, and makes new tags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLabel, QListView, QVBoxLayout, QWidget

from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.floating import FloatingPanel
from desktop.widgets.pickfield import PickField
from desktop.widgets.tagchoices import Choice, common, offered, read_choices
from desktop.widgets.tagrow import CHOICE_ROLE, ROW_HEIGHT, TagRowDelegate, row_words

if TYPE_CHECKING:
    from desktop.session import Session
    from library.changes import Changes

WIDTH = 300
ROWS = 7
PADDING = 8


class TagField(PickField):
    """A field in which Tab completes, and a pasted list becomes one line."""

    def __init__(self, picker: TagPicker) -> None:
        super().__init__(picker.take_key, picker)
        self._picker = picker

    def event(self, event: QEvent) -> bool:
        # Tab would otherwise move the focus before keyPressEvent hears of it
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and event.key() == Qt.Key.Key_Tab and not self.composing:
            self._picker.complete()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.insert("、".join(QApplication.clipboard().text().split("\n")))
        else:
            super().keyPressEvent(event)


class TagPicker(FloatingPanel):
    """Says which tags are wanted; it writes nothing itself."""

    tags_chosen = Signal(list)
    """Full names of tags to put on; those that are missing are to be made."""
    tag_withdrawn = Signal(str)
    """The id of a tag to take off."""
    closed = Signal()

    def __init__(self, session: Session, themes: Themes, parent: QWidget) -> None:
        super().__init__(themes, parent)
        self._session = session
        self._highlight_ids: list[str] = []
        self._carried: list[str] = []
        self._ticked: Sequence[str] | None = None
        self._tags: list[Choice] = []
        self._build()
        self.setFixedWidth(WIDTH)
        session.changed.connect(self._follow)
        session.closed.connect(self.close_picker)
        self.retranslate()

    @property
    def highlight_ids(self) -> list[str]:
        """The highlights whose tags are ticked; none while a bare selection is to be tagged."""
        return self._highlight_ids

    @property
    def choices(self) -> list[Choice]:
        """The rows that are offered now."""
        return [self._rows.item(row).data(CHOICE_ROLE) for row in range(self._rows.rowCount())]

    @property
    def current_choice(self) -> Choice | None:
        """The row that Enter takes."""
        choice = self._list.currentIndex().data(CHOICE_ROLE)
        return choice if isinstance(choice, Choice) else None

    def open_at(self, anchor: QRect, highlight_ids: Sequence[str]) -> None:
        """Open below `anchor`, or above it, and take the focus; `anchor` is in global coordinates."""
        self._field.clear()
        self.set_highlights(highlight_ids)
        self.stand_by(anchor)
        self.appear()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_highlights(self, highlight_ids: Sequence[str]) -> None:
        """Tick the tags of these highlights: the selection has become one, for instance."""
        self._highlight_ids, self._ticked = list(highlight_ids), None
        self._read()

    def tick(self, tag_ids: Sequence[str]) -> None:
        """Tick these tags: what is tagged is no highlight but, for instance, a pen."""
        self._highlight_ids, self._ticked = [], tag_ids
        self._read()

    def close_picker(self) -> None:
        """Go, saying so once."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def complete(self) -> None:
        """Write the current row's name into the field, to go on from there."""
        choice = self.current_choice
        if choice is not None and choice.kind == "tag":
            self._field.setText(choice.path)

    def take_key(self, event: QKeyEvent) -> bool:
        """Act on a key that is the list's rather than the field's, and say so."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_picker()
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._enter(stay=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            case Qt.Key.Key_Backspace if not self._field.text():
                self._withdraw_last()
            case _:
                return False
        return True

    def retranslate(self) -> None:
        """Speak the user's language."""
        self._field.setPlaceholderText(tr("Tag, or new tag; / makes levels"))
        self._field.setAccessibleName(tr("Tag"))
        self._list.setAccessibleName(tr("Tags"))
        self._hint.setText(tr("Enter tags · Shift+Enter tags and stays"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        self._field = TagField(self)
        self._field.left.connect(self.close_picker)
        self._field.textChanged.connect(self._offer)
        self._rows = QStandardItemModel(self)
        self._list = QListView(self)
        self._list.setModel(self._rows)
        self._list.setItemDelegate(TagRowDelegate(self.themes, self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setUniformItemSizes(True)
        self._list.clicked.connect(self._click)
        self._hint = QLabel(self)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setProperty("role", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(6)
        column.addWidget(self._field)
        column.addWidget(self._list)
        column.addWidget(self._hint)

    def _follow(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches("tag", "tagging"):
            self._read()

    def _read(self) -> None:
        library = self._session.library
        if library is None:
            self._tags = []
            return
        found = library.tags.of_highlights(self._highlight_ids) if self._highlight_ids else {}
        carried = common([row.tag_id for row in found.get(id_, [])] for id_ in self._highlight_ids)
        if self._ticked is not None:
            carried = list(self._ticked)
        self._carried = carried
        self._tags = read_choices(library, carried)
        self._offer()

    def _offer(self) -> None:
        query = self._field.text()
        choices = offered(query, self._tags)
        self._rows.clear()
        for choice in choices:
            item = QStandardItem(row_words(choice))
            item.setData(choice, CHOICE_ROLE)
            item.setToolTip(choice.tip)
            spoken = tr("{tag}, on", tag=choice.path) if choice.carried else row_words(choice)
            item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
            self._rows.appendRow(item)
        self._list.setFixedHeight(ROW_HEIGHT * min(ROWS, len(choices)))
        self._list.setVisible(bool(choices))
        self._list.setCurrentIndex(self._rows.index(0, 0) if query.strip() and choices else QModelIndex())
        self.adjustSize()

    def _step(self, by: int) -> None:
        count = self._rows.rowCount()
        if count:
            row = self._list.currentIndex().row()
            start = row + by if row >= 0 else (0 if by > 0 else count - 1)
            self._list.setCurrentIndex(self._rows.index(start % count, 0))

    def _enter(self, *, stay: bool) -> None:
        choice, typed = self.current_choice, bool(self._field.text().strip())
        if choice is not None and choice.carried and not typed:
            self.tag_withdrawn.emit(choice.tag_id)
        elif choice is not None and not choice.carried:
            self.tags_chosen.emit(list(choice.paths))
        if stay:
            self._field.clear()
        else:
            self.close_picker()

    def _click(self, index: QModelIndex) -> None:
        choice = index.data(CHOICE_ROLE)
        if choice.carried:
            self.tag_withdrawn.emit(choice.tag_id)
        else:
            self.tags_chosen.emit(list(choice.paths))
        self._field.clear()

    def _withdraw_last(self) -> None:
        if self._carried:
            self.tag_withdrawn.emit(self._carried[-1])
