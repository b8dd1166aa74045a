"""Making tags one: which of them stays, and what that changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLabel, QListView, QWidget

from desktop.dialogs.narrowing import NarrowingDialog
from desktop.translation import plural, tr
from desktop.widgets.listpicker import CHOICE_ROLE
from desktop.widgets.tagchoices import Choice, offered, read_choices
from desktop.widgets.tagrow import TagRowDelegate, row_words

if TYPE_CHECKING:
    from desktop.theme import Themes
    from library.library import Library
    from library.models import MergePreview

_SIZE = QSize(440, 480)


class MergeDialog(NarrowingDialog):
    """A field that narrows the tags below it, and what making the others one with the current tag would change.

    Where the target is known, only that is told. `chosen` carries the ids of the tags that go, the id of the one that
    stays and its name.
    """

    chosen = Signal(list, str, str)

    def __init__(
        self, library: Library, tag_ids: Sequence[str], target_id: str | None, themes: Themes, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._tag_ids = list(tag_ids)
        self._target_id = target_id
        self._tags = library.tags.tree()
        self._choices = self._mergeable(read_choices(library, []))
        self._build(themes)
        self.list.selectionModel().currentChanged.connect(self._preview)
        self.retranslate()

    @property
    def target_id(self) -> str | None:
        """The tag that stays, or None as long as none is chosen."""
        if self._target_id is not None:
            return self._target_id
        choice = self.list.currentIndex().data(CHOICE_ROLE)
        return choice.tag_id if isinstance(choice, Choice) else None

    @property
    def source_ids(self) -> list[str]:
        """The tags that go."""
        return [tag_id for tag_id in self._tag_ids if tag_id != self.target_id]

    def accept(self) -> None:
        """Have the tags made one; without a target there is nothing to be done."""
        target_id = self.target_id
        if target_id is not None and self.act.isEnabled():
            super().accept()
            self.chosen.emit(self.source_ids, target_id, self._tags.get(target_id).name)

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        self.setWindowTitle(tr("Merge tags"))
        self.field.setPlaceholderText(tr("Filter tags"))
        self.field.setAccessibleName(tr("Merge into"))
        self.list.setAccessibleName(tr("Tags"))
        self.act.setText(tr("Merge"))
        self.cancel.setText(tr("Cancel"))
        self.narrow()

    def _build(self, themes: Themes) -> None:
        self._what = QLabel(self)
        self.told = QLabel(self)
        for label in (self._what, self.told):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.told.setProperty("role", "soft")
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._model = QStandardItemModel(self)
        self.list = QListView(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(TagRowDelegate(themes, self.list))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.lay_out(self.list, _SIZE if self._target_id is None else QSize(), [self._what], [self.told])
        if self._target_id is not None:
            self.field.hide()
            self.list.hide()
            self.setMinimumWidth(_SIZE.width())

    def _mergeable(self, choices: Sequence[Choice]) -> list[Choice]:
        """Return the tags that can stay: none that one to go stands above; first those that were chosen together."""
        kept: list[Choice] = []
        for choice in choices:
            others = [tag_id for tag_id in self._tag_ids if tag_id != choice.tag_id]
            below = {tag.id for tag_id in others for tag in self._tags.branch(tag_id)}
            if others and choice.tag_id not in below:
                kept.append(choice)
        return sorted(kept, key=lambda choice: (choice.tag_id not in self._tag_ids, -choice.count))

    def narrow(self) -> None:
        """List the tags that the field finds."""
        query = self.field.text().strip()
        found = [choice for choice in offered(query, self._choices) if choice.kind == "tag"] if query else self._choices
        self._model.clear()
        for choice in found:
            item = QStandardItem(row_words(choice))
            item.setData(choice, CHOICE_ROLE)
            self._model.appendRow(item)
        self.list.setCurrentIndex(self._model.index(0, 0) if found else QModelIndex())
        self._preview()

    def _preview(self) -> None:
        target_id, paths = self.target_id, self._library.tags.paths()
        names = tr("“, ”").join(paths[tag_id] for tag_id in self.source_ids)
        self.act.setEnabled(target_id is not None)
        if target_id is None:
            self._what.setText(tr("Merge “{names}” into:", names=names))
            self.told.setText(tr("No such tag."))
            return
        if self._target_id is None:
            self._what.setText(tr("Merge “{names}” into:", names=names))
        else:
            self._what.setText(tr("Merge “{names}” into “{name}”?", names=names, name=paths[target_id]))
        preview = self._library.codebook.preview_merge(self.source_ids, target_id)
        self.told.setText("\n".join(told(preview, self._tags.get(target_id).name, len(self.source_ids))))


def told(preview: MergePreview, name: str, sources: int) -> Iterator[str]:
    """Yield in words, a line each, what making tags one with the tag `name` changes."""
    fresh = preview.highlights - preview.already
    yield plural(fresh, "{count} highlight gets “{name}”.", "{count} highlights get “{name}”.", name=name)
    if preview.already:
        yield plural(
            preview.already, "{count} carries both, and keeps one.", "{count} carry both, and keep one.", name=name
        )
    if preview.below:
        yield plural(preview.below, "{count} tag below goes there with it.", "{count} tags below go there with them.")
    if preview.notes:
        yield plural(preview.notes, "{count} note is put with its note.", "{count} notes are put with its note.")
    yield plural(sources, "The tag is deleted. Undo brings it back.", "The tags are deleted. Undo brings them back.")
