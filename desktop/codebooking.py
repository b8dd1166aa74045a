"""The codebook in the window: on which tags what is done to tags is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop.sidebar.tags import TagsView


class Codebooking(QObject):
    """What menus and keys do to tags."""

    def __init__(self, window: QWidget, tags: TagsView) -> None:
        super().__init__(window)
        self._tags = tags

    @property
    def tag_ids(self) -> list[str]:
        """The tags on which a verb acts: those selected in the tree while it is in view."""
        return self._tags.chosen_ids() if self._tags.isVisible() else []

    def describe(self) -> None:
        """Let the user describe the tag."""
        if self.tag_ids:
            self._tags.verbs.describe(self.tag_ids[0])

    def merge(self) -> None:
        """Ask which tag these are to become."""
        self._tags.verbs.merge(self.tag_ids)

    def paste(self) -> None:
        """Let the list of tags in the clipboard be looked at and added."""
        self._tags.verbs.paste(QGuiApplication.clipboard().text(), next(iter(self.tag_ids), None))

    def import_list(self) -> None:
        """Let a list of tags be chosen from a file, looked at and added."""
        self._tags.verbs.import_list(next(iter(self.tag_ids), None))
