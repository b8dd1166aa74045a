"""Deleting at once, with a notice that offers to take it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.messages import Message, Messages
from desktop.translation import tr

if TYPE_CHECKING:
    from desktop.session import Session
    from library.library import Library


class TakingBack:
    """Runs verbs that can be undone from a notice, which goes once theirs is no longer the last step."""

    def __init__(self, session: Session, messages: Messages) -> None:
        self._session = session
        self._messages = messages
        self._step_id: int | None = None
        self._notice: Message | None = None
        session.changed.connect(self._look)
        session.closed.connect(self._look)

    def write(self, verb: Callable[[Library], object], done: str) -> None:
        """Run `verb` and say what was `done`, with an Undo."""

        def noted(library: Library) -> int | None:
            verb(library)
            step = library.journal.undoable()
            return step.id if step else None

        self._session.write(noted, lambda step_id: self._offer(done, step_id))

    def _offer(self, done: str, step_id: int | None) -> None:
        self._step_id = step_id
        self._notice = self._messages.notice(done, tr("Undo"), lambda: self._undo(step_id))

    def _look(self) -> None:
        """Withdraw the notice once another step is the last: its own was undone, or more was done."""
        if self._notice is not None and self._last() != self._step_id:
            self._messages.withdraw(self._notice)
            self._notice = None

    def _undo(self, step_id: int | None) -> None:
        """Take the step back while it is still the last one: a late click must not undo something else."""
        if step_id is not None and self._last() == step_id:
            self._session.undo()
        else:
            self._messages.info(tr("Something else was done since. Take it back first, with Undo."))

    def _last(self) -> int | None:
        library = self._session.library
        step = library.journal.undoable() if library else None
        return step.id if step else None
