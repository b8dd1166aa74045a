"""What can be done to smart collections on the shelf."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.takingback import TakingBack
from desktop.translation import plural

if TYPE_CHECKING:
    from desktop.itemmodels.smartrows import SmartRows
    from desktop.messages import Messages
    from desktop.session import Session


class SmartVerbs:
    """Verbs on smart collections, handed to the library's writer; each does nothing without ids."""

    def __init__(self, session: Session, smarts: SmartRows, messages: Messages) -> None:
        self._session = session
        self._smarts = smarts
        self._taking_back = TakingBack(session, messages)

    def remove(self, smart_ids: Sequence[str]) -> None:
        """Delete smart collections at once and offer to take it back."""
        ids = list(smart_ids)
        first = self._smarts.find(ids[0]) if ids else None
        if first is not None:
            done = plural(
                len(ids),
                "Smart collection “{name}” deleted; what it found stays",
                "{count} smart collections deleted; what they found stays",
                name=first.name,
            )
            self._taking_back.write(lambda library: library.smart.remove(*ids), done)

    def step(self, smart_ids: Sequence[str], step: int) -> None:
        """Move smart collections one place up, with `step` -1, or down."""
        order = [row.id for row in self._smarts.all()]
        places = [order.index(smart_id) for smart_id in smart_ids if smart_id in order]
        if not places or (min(places) == 0 if step < 0 else max(places) == len(order) - 1):
            return
        ids = [order[place] for place in sorted(places)]
        behind = min(places) - 1 if step < 0 else max(places) + 2
        before = order[behind] if behind < len(order) else None
        self._session.write(lambda library: library.smart.move(ids, before))
