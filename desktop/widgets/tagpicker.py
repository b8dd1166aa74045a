"""The field that tags highlights: it completes by substring, pinyin and initials, and makes new tags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QStandardItem
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.listpicker import CHOICE_ROLE, ListPicker
from desktop.widgets.pickfield import PickField
from desktop.widgets.tagchoices import Choice, common, offered, read_choices
from desktop.widgets.tagrow import TagRowDelegate, row_words

if TYPE_CHECKING:
    from desktop.session import Session
    from library.changes import Changes

WIDTH = 300


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


class TagPicker(ListPicker):
    """Says which tags are wanted; it writes nothing itself."""

    tags_chosen = Signal(list)
    """Full names of tags to put on; those that are missing are to be made."""
    tag_withdrawn = Signal(str)
    """The id of a tag to take off."""

    def __init__(self, session: Session, themes: Themes, parent: QWidget) -> None:
        super().__init__(themes, WIDTH, parent)
        self._session = session
        self._highlight_ids: list[str] = []
        self._carried: list[str] = []
        self._ticked: Sequence[str] | None = None
        self._tags: list[Choice] = []
        self.list.setItemDelegate(TagRowDelegate(themes, self.list))
        self._hint = QLabel(self)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setProperty("role", "caption")
        self.column.addWidget(self._hint)
        session.changed.connect(self._follow)
        session.closed.connect(self.close_picker)
        self.retranslate()

    @property
    def highlight_ids(self) -> list[str]:
        """The highlights whose tags are ticked; none while a bare selection is to be tagged."""
        return self._highlight_ids

    @property
    def current_choice(self) -> Choice | None:
        """The row that Enter takes."""
        choice = self.list.currentIndex().data(CHOICE_ROLE)
        return choice if isinstance(choice, Choice) else None

    def open_for(self, highlight_ids: Sequence[str], anchor: QRect) -> None:
        """Open beside `anchor`, as `open_at` does, with the tags of these highlights ticked."""
        self.set_highlights(highlight_ids)
        self.open_at(anchor)

    def set_highlights(self, highlight_ids: Sequence[str]) -> None:
        """Tick the tags of these highlights: the selection has become one, for instance."""
        self._highlight_ids, self._ticked = list(highlight_ids), None
        self._read()

    def tick(self, tag_ids: Sequence[str]) -> None:
        """Tick these tags: what is tagged is no highlight but, for instance, a pen."""
        self._highlight_ids, self._ticked = [], tag_ids
        self._read()

    def complete(self) -> None:
        """Write the current row's name into the field, to go on from there."""
        choice = self.current_choice
        if choice is not None and choice.kind == "tag":
            self.field.setText(choice.path)

    def take_key(self, event: QKeyEvent) -> bool:
        """Act on a key that is the list's rather than the field's, and say so."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._enter(stay=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            case Qt.Key.Key_Backspace if not self.field.text():
                self._withdraw_last()
            case _:
                return super().take_key(event)
        return True

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.field.setPlaceholderText(tr("Tag, or new tag; / makes levels"))
        self.field.setAccessibleName(tr("Tag"))
        self.list.setAccessibleName(tr("Tags"))
        self._hint.setText(tr("Enter tags · Shift+Enter tags and stays"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

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
        self.offer()

    def make_field(self) -> PickField:
        """Return a field that completes and takes lists."""
        return TagField(self)

    def offer(self) -> None:
        """Show the tags that are called like what is typed, and one to be made."""
        query = self.field.text()
        items: list[QStandardItem] = []
        for choice in offered(query, self._tags):
            item = QStandardItem(row_words(choice))
            item.setData(choice, CHOICE_ROLE)
            item.setToolTip(choice.tip)
            spoken = tr("{tag}, on", tag=choice.path) if choice.carried else row_words(choice)
            item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
            items.append(item)
        self.show_rows(items, 0 if query.strip() and items else -1)

    def _enter(self, *, stay: bool) -> None:
        choice, typed = self.current_choice, bool(self.field.text().strip())
        if choice is not None and choice.carried and not typed:
            self.tag_withdrawn.emit(choice.tag_id)
        elif choice is not None and not choice.carried:
            self.tags_chosen.emit(list(choice.paths))
        if stay:
            self.field.clear()
        else:
            self.close_picker()

    def take_row(self, index: QModelIndex) -> None:
        """Put a tag on, or take it off, and stay."""
        choice = index.data(CHOICE_ROLE)
        if choice.carried:
            self.tag_withdrawn.emit(choice.tag_id)
        else:
            self.tags_chosen.emit(list(choice.paths))
        self.field.clear()

    def _withdraw_last(self) -> None:
        if self._carried:
            self.tag_withdrawn.emit(self._carried[-1])
