"""Deleting at once, with a notice that offers to take it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from desktop.messages import Message, Messages
from desktop.translation import tr

if TYPE_CHECKING:
    from desktop.session import Session
    from library.library import Library

T = TypeVar("T")


class TakingBack:
    """Runs verbs that can be undone from a notice, which goes once theirs is no longer the last step."""

    def __init__(self, session: Session, messages: Messages) -> None:
        self._session = session
        self._messages = messages
        self._step_id: int | None = None
        self._notice: Message | None = None
        session.changed.connect(self._look)
        session.closed.connect(self._look)

    def write(self, verb: Callable[[Library], T], done: str | Callable[[T], str]) -> None:
        """Run `verb` and say what was `done`, which may depend on its result, with an Undo if it altered anything."""

        def noted(library: Library) -> tuple[T, int | None]:
            before = _last_step(library)
            result = verb(library)
            after = _last_step(library)
            return result, after if after != before else None

        def tell(noted: tuple[T, int | None]) -> None:
            result, step_id = noted
            self._offer(done if isinstance(done, str) else done(result), step_id)

        self._session.write(noted, tell)

    def _offer(self, done: str, step_id: int | None) -> None:
        if step_id is None:
            self._messages.info(done)
            return
        self._step_id = step_id
        self._notice = self._messages.notice(done, tr("Undo"), lambda: self._undo(step_id))

    def _look(self) -> None:
        """Withdraw the notice once another step is the last: its own was undone, or more was done."""
        if self._notice is not None and self._last() != self._step_id:
            self._messages.withdraw(self._notice)
            self._notice = None

    def _undo(self, step_id: int) -> None:
        """Take the step back while it is still the last one: a late click must not undo something else."""
        if self._last() == step_id:
            self._session.undo()
        else:
            self._messages.info(tr("Something else was done since. Take it back first, with Undo."))

    def _last(self) -> int | None:
        library = self._session.library
        return _last_step(library) if library is not None else None


def _last_step(library: Library) -> int | None:
    step = library.journal.undoable()
    return step.id if step is not None else None
