"""What can be done to tags by their ids, from their tree and from their pages alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from desktop.itemmodels.tagnodes import outermost
from desktop.messages import Messages
from desktop.takingback import TakingBack
from desktop.translation import plural, tr
from desktop.widgets.question import ask

if TYPE_CHECKING:
    from desktop.dialogs.pastetags import PasteTagsDialog
    from desktop.session import Session
    from desktop.theme import Themes
    from desktop.ways import Way
    from library.library import Library
    from library.models import Color, Tag


def move_tags(library: Library, tag_ids: Sequence[str], parent_id: str | None, before: str | None) -> None:
    """Put tags below another, in front of its child `before` or last, as one operation."""
    if len(tag_ids) == 1:
        library.tags.move(tag_ids[0], parent_id, before)
        return
    with library.journal.operation("Move {count} tags", count=len(tag_ids)):
        for tag_id in tag_ids:
            library.tags.move(tag_id, parent_id, before)


class TagVerbs(QObject):
    """Verbs on tags, handed to the library's writer; what deletes or merges asks first where something is at stake."""

    def __init__(self, session: Session, themes: Themes, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._themes = themes
        self._place = parent
        self._taking_back = TakingBack(session, messages)

    @property
    def writable(self) -> bool:
        """Whether tags can be changed: not in a library that is only read."""
        return self._session.writable

    def add(self, name: str, parent_id: str | None, then: Callable[[Tag], object]) -> None:
        """Add a tag below another or at the top, called `name` or, where that is taken, so with a number."""
        library = self._session.library
        if library is None or not self.writable:
            return
        above = f"{library.tags.path(parent_id)}/" if parent_id else ""
        taken, number, path = set(library.tags.paths().values()), 1, above + name
        while path in taken:
            number += 1
            path = f"{above}{name} {number}"
        self._session.write(lambda writing: writing.tags.add_path(path), then)

    def rename(self, tag_id: str, path: str) -> None:
        """Give a tag another name; what stands before a slash in it makes levels."""
        self._session.write(lambda library: library.tags.rename_path(tag_id, path))

    def withdraw(self, highlight_ids: Sequence[str], tag_id: str, name: str) -> None:
        """Take a tag and those below it off highlights, and offer to take that back."""
        ids = list(highlight_ids)
        done = plural(len(ids), "Tag taken off the highlight", "Tag taken off {count} highlights", name=name)

        def verb(library: Library) -> None:
            library.tags.withdraw(ids, [tag.id for tag in library.tags.tree().branch(tag_id)])

        self._taking_back.write(verb, done)

    def recolor(self, tag_ids: Sequence[str], color: Color) -> None:
        """Give tags another colour, as one operation."""
        ids = list(tag_ids)
        if len(ids) == 1:
            self._session.write(lambda library: library.tags.recolor(ids[0], color))
            return

        def verb(library: Library) -> None:
            with library.journal.operation("Recolour {count} tags", count=len(ids)):
                for tag_id in ids:
                    library.tags.recolor(tag_id, color)

        self._session.write(verb)

    def remove(self, tag_ids: Sequence[str]) -> None:
        """Delete tags with those below them, and offer to take that back; ask first where they are in use."""
        library = self._session.library
        if library is None or not self.writable or not tag_ids:
            return
        ids = outermost(library.tags.all(), tag_ids)
        name = library.tags.get(ids[0]).name
        carried = library.codebook.carriers(ids)
        if not carried:
            self._remove(ids, name)
            return
        question = plural(len(ids), "Delete the tag “{name}”?", "Delete {count} tags?", name=name)
        more = plural(
            carried,
            "{count} highlight carries it or a tag below it. The highlight stays.",
            "{count} highlights carry it or a tag below it. The highlights stay.",
        ) if len(ids) == 1 else plural(
            carried,
            "{count} highlight carries one of them or a tag below them. The highlight stays.",
            "{count} highlights carry one of them or a tag below them. The highlights stay.",
        )  # fmt: skip
        ask(self._window, question, tr("Delete"), lambda: self._remove(ids, name), more=more)

    def describe(self, tag_id: str) -> None:
        """Let the user write what a tag means, what belongs under it and what does not, and an example."""
        library = self._session.library
        if library is None or not self.writable:
            return
        from desktop.dialogs.describetag import DescribeDialog

        dialog = DescribeDialog(library.tags.path(tag_id), library.tags.get(tag_id), self._window)
        dialog.described.connect(lambda fields: self.write_fields(tag_id, fields))
        dialog.open()

    def write_note(self, tag_id: str) -> None:
        """Let the note on a tag be written."""
        library = self._session.library
        if library is None:
            return
        from desktop.dialogs.note import NoteDialog

        NoteDialog(self._session, self._themes, "tag", tag_id, library.tags.path(tag_id), self._window).open()

    def write_fields(self, tag_id: str, fields: dict[str, str]) -> None:
        """Set some of the texts that describe a tag, by the names of its fields."""
        self._session.write(lambda library: library.tags.describe(tag_id, **fields))

    def merge(self, tag_ids: Sequence[str], target_id: str | None = None) -> None:
        """Ask which tag others are to become, `target_id` if it is known, showing what that changes; and do it."""
        library = self._session.library
        if library is None or not tag_ids or not self._session.writable:
            return
        from desktop.dialogs.mergetags import MergeDialog

        dialog = MergeDialog(library, tag_ids, target_id, self._themes, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._merge)
        dialog.open()

    def move(self, tag_ids: Sequence[str], way: Way) -> None:
        """Move tags that stand below the same one: up or down among its children, in or out a level."""
        library = self._session.library
        ids = outermost(library.tags.all(), tag_ids) if library is not None else []
        if library is None or not self.writable or not ids:
            return
        tree = library.tags.tree()
        parent_id = tree.get(ids[0]).parent_id
        if any(tree.get(tag_id).parent_id != parent_id for tag_id in ids):
            return
        siblings = [tag.id for tag in tree.children(parent_id)]
        ids = [tag_id for tag_id in siblings if tag_id in ids]
        first, last = siblings.index(ids[0]), siblings.index(ids[-1])
        if way == "out" and parent_id is not None:
            above = tree.get(parent_id).parent_id
            uncles = [tag.id for tag in tree.children(above)]
            self._put(ids, above, next(iter(uncles[uncles.index(parent_id) + 1 :]), None))
        elif way == "in" and first > 0:
            self._put(ids, siblings[first - 1], None)
        elif way == "up" and first > 0:
            self._put(ids, parent_id, siblings[first - 1])
        elif way == "down" and last + 1 < len(siblings):
            self._put(ids, parent_id, next(iter(siblings[last + 2 :]), None))

    def paste(self, text: str, parent_id: str | None) -> None:
        """Let a list of tags be looked at and altered, below a tag or at the top, and add them."""
        dialog = self._list_dialog(text, parent_id)
        if dialog is not None:
            dialog.open()

    def import_list(self, parent_id: str | None) -> None:
        """Ask for a file with a list of tags, and let it be looked at."""
        dialog = self._list_dialog("", parent_id)
        if dialog is not None:
            dialog.open()
            dialog.ask_file()

    @property
    def _window(self) -> QWidget:
        return self._place.window()

    def _list_dialog(self, text: str, parent_id: str | None) -> PasteTagsDialog | None:
        library = self._session.library
        if library is None or not self._session.writable:
            return None
        from desktop.dialogs.pastetags import PasteTagsDialog

        dialog = PasteTagsDialog(library, self._themes, text, parent_id, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wanted.connect(self._add_list)
        return dialog

    def _put(self, tag_ids: Sequence[str], parent_id: str | None, before: str | None) -> None:
        self._session.write(lambda library: move_tags(library, tag_ids, parent_id, before))

    def _remove(self, tag_ids: Sequence[str], name: str) -> None:
        done = plural(len(tag_ids), "Tag “{name}” deleted", "{count} tags deleted", name=name)

        def verb(library: Library) -> None:
            if len(tag_ids) == 1:
                library.tags.remove(tag_ids[0])
                return
            with library.journal.operation("Delete {count} tags", count=len(tag_ids)):
                for tag_id in tag_ids:
                    library.tags.remove(tag_id)

        self._taking_back.write(verb, done)

    def _merge(self, source_ids: list[str], target_id: str, name: str) -> None:
        done = plural(len(source_ids), "Tag merged into “{name}”", "{count} tags merged into “{name}”", name=name)
        self._taking_back.write(lambda library: library.tags.merge(source_ids, target_id), done)

    def _add_list(self, text: str, parent_id: str) -> None:
        self._session.write(lambda library: library.tags.add_list(text, parent_id or None))
