"""Deleting at once, with a notice that offers to take it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.messages import Messages
from desktop.translation import tr

if TYPE_CHECKING:
    from desktop.session import Session
    from library.library import Library


class TakingBack:
    """Runs verbs that can be undone from a notice, as long as nothing else was done since."""

    def __init__(self, session: Session, messages: Messages) -> None:
        self._session = session
        self._messages = messages

    def write(self, verb: Callable[[Library], object], done: str) -> None:
        """Run `verb` and say what was `done`, with an Undo."""

        def noted(library: Library) -> int | None:
            verb(library)
            step = library.journal.undoable()
            return step.id if step else None

        self._session.write(noted, lambda step_id: self._offer(done, step_id))

    def _offer(self, done: str, step_id: int | None) -> None:
        self._messages.notice(done, tr("Undo"), lambda: self._undo(step_id))

    def _undo(self, step_id: int | None) -> None:
        """Take the step back while it is still the last one: a late click must not undo something else."""
        library = self._session.library
        step = library.journal.undoable() if library else None
        if step is not None and step.id == step_id:
            self._session.undo()
        else:
            self._messages.info(tr("Something else was done since. Take it back first, with Undo."))
