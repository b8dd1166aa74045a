"""Whether documents are unread, being read or done: what that is called, and a filter by it."""

from desktop.itemmodels.holdings import Holdings
from desktop.translation import tr
from library.models import Stage


class StageFilter:
    """Lets through the documents at one stage, or all.

    A document that was let through stays as long as the filter: opening an unread one does not take it from under the
    reader's hand.
    """

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings
        self._kept: set[str] = set()
        self.stage: Stage | None = None

    def choose(self, stage: Stage | None) -> None:
        """Let through the documents that are at `stage` from now on; None lets all through."""
        self.stage = stage
        self._kept.clear()

    def lets(self, document_id: str) -> bool:
        """Say whether a document is let through."""
        if self.stage is None or document_id in self._kept:
            return True
        if self._holdings.stage(document_id) != self.stage:
            return False
        self._kept.add(document_id)
        return True


def stage_title(stage: Stage | None) -> str:
    """Return what a stage is called; None stands for all of them."""
    match stage:
        case "unread":
            return tr("Unread")
        case "reading":
            return tr("Being read")
        case "done":
            return tr("Read")
        case _:
            return tr("All")
