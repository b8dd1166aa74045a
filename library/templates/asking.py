"""Asking the process that fills in templates; it is ended when it takes too long or is not wanted any more."""

import json
import pickle
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from typing import Any, cast

from library.errors import Refused
from library.processes import end_process, start_module
from library.progress import Cancelled, Progress
from library.templates import faults
from library.templates.context import Context
from library.templates.folder import Template, read_sources
from library.templates.request import Request

SECONDS = 60.0
"""Seconds that a template may take."""
_GRACE = 5.0
"""Seconds more after which a process is ended that did not end itself."""
_LOOK = 0.05
"""Seconds between two looks at whether the work is cancelled."""

_Answer = tuple[dict[str, Any], bytes]


def filled(
    template: Template,
    context: Callable[[], Context],
    progress: Progress,
    *,
    seconds: float = SECONDS,
    most: int = 1 << 62,
) -> Iterator[bytes]:
    """Yield what a template makes of a context, in UTF-8, until more than `most` characters have come.

    Refused with line and reason for a template that is wrong, takes more than `seconds` or too much memory; Cancelled
    from `progress`, within a moment. The process starts while the context is made.
    """
    sources = read_sources(template)
    process = start_module("library.templates.filler")
    try:
        request = Request(template.name, sources, context(), seconds, most)
        with closing(_Listener(process, request)) as listener:
            end = monotonic() + seconds + _GRACE
            while (answer := listener.answer(progress, end)) is not None:
                yield answer
    finally:
        end_process(process)


class _Listener:
    """Sends a request, and hears what answers it, on a thread of its own."""

    def __init__(self, process: subprocess.Popen[bytes], request: Request) -> None:
        self._process = process
        self._request = request
        self._answers: Queue[_Answer | None] = Queue(maxsize=4)
        self._thread = Thread(target=self._listen, daemon=True)
        self._thread.start()

    def answer(self, progress: Progress, end: float) -> bytes | None:
        """Return what comes next, None at the end; wait for it until the moment `end`, unless that is cancelled."""
        while not progress.cancelled:
            try:
                answer = self._answers.get(timeout=_LOOK)
            except Empty:
                if monotonic() < end:
                    continue
                answer = None
            if answer is None:
                raise faults.fault(self._request.name, 0, faults.too_much())
            head, data = answer
            if head["kind"] == "refused":
                raise _error(head)
            return None if head["kind"] == "done" else data
        raise Cancelled

    def close(self) -> None:
        """End the process, and the thread with it, wherever they are."""
        self._process.kill()
        while self._thread.is_alive():
            with suppress(Empty):
                self._answers.get(timeout=_LOOK)

    def _listen(self) -> None:
        with suppress(OSError, ValueError):  # it ended before its last answer, which is told by None
            self._converse()
        self._answers.put(None)

    def _converse(self) -> None:
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            return
        pickle.dump(self._request, stdin, pickle.HIGHEST_PROTOCOL)
        stdin.flush()
        for line in stdout:
            head: dict[str, Any] = json.loads(line)
            self._answers.put((head, stdout.read(head.get("bytes", 0))))


def _error(told: dict[str, Any]) -> Refused:
    arguments = {
        name: _error(cast(dict[str, Any], value)) if isinstance(value, dict) else value
        for name, value in told["arguments"].items()
    }
    return Refused(told["message"], **arguments)
