"""The places of a memo's page: what stands at each, how high it is, and its widget while it has one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.memos.excerptcard import ExcerptCard
from desktop.memos.prose import Gap, ProseEditor

if TYPE_CHECKING:
    from library.models import Excerpt


@dataclass(eq=False, slots=True)
class CardPlace:
    """The place of an excerpt; without one the highlight is gone."""

    highlight_id: str
    excerpt: Excerpt | None = None
    widget: ExcerptCard | None = None
    height: int = 0

    @property
    def spaced(self) -> bool:
        """Whether it keeps its distance by itself: cards leave that to what is between them."""
        return False

    @property
    def held(self) -> bool:
        """Whether its widget holds something that would be lost with it."""
        return False


@dataclass(eq=False, slots=True)
class RoomPlace:
    """Room for prose: one that is empty is a gap, unless it is open to be written in."""

    prose: str = ""
    open: bool = False
    widget: ProseEditor | Gap | None = None
    height: int = 0

    @property
    def text(self) -> str:
        """The prose, with what is unsaved."""
        return self.widget.text if isinstance(self.widget, ProseEditor) else self.prose

    @property
    def is_gap(self) -> bool:
        """Whether it is nothing but room."""
        return not self.open and not self.text.strip()

    @property
    def spaced(self) -> bool:
        """Whether it keeps its distance from what is above and below."""
        return not self.is_gap

    @property
    def held(self) -> bool:
        """Whether its widget holds something that would be lost with it: unsaved typing, or steps to take back."""
        if not isinstance(self.widget, ProseEditor):
            return False
        document = self.widget.document()
        return self.widget.text != self.prose or document.isUndoAvailable() or document.isRedoAvailable()


Place = CardPlace | RoomPlace
Part = ExcerptCard | ProseEditor | Gap
