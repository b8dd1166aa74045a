"""The process that fills in a template for another one: one request comes in; lines go out, and text after them."""

import codecs
import json
import os
import pickle
import sys
from collections.abc import Mapping
from threading import Lock, Timer, get_ident
from types import FrameType
from typing import Any

from library.errors import LibraryError
from library.processes import limit_memory
from library.templates import faults
from library.templates.filling import fill, place_of
from library.templates.request import Request

MEMORY = 3 << 29
"""Bytes of memory that a template may take, with what it is given."""
_AT_ONCE = 1 << 15
"""Characters that are sent together."""


class Answers:
    """Sends what comes of a request, from any thread."""

    def __init__(self) -> None:
        self._file = os.fdopen(os.dup(1), "wb")
        self._lock = Lock()
        os.dup2(2, 1)  # whatever others print goes where errors go

    def text(self, pieces: list[str]) -> None:
        """Send pieces of text; a lone surrogate, which UTF-8 has no bytes for, as its number."""
        data = "".join(pieces).encode("utf-8", "backslashreplace")
        self._send({"kind": "text", "bytes": len(data)}, data)

    def refused(self, error: LibraryError) -> None:
        """Send why the template cannot be filled in."""
        self._send({"kind": "refused", **_told(error)})

    def done(self) -> None:
        """Send that this was all."""
        self._send({"kind": "done"})

    def _send(self, head: Mapping[str, Any], data: bytes = b"") -> None:
        with self._lock:
            self._file.write(json.dumps(head).encode() + b"\n" + data)
            self._file.flush()


def main() -> None:
    """Answer one request."""
    limit_memory(MEMORY)
    answers = Answers()
    request: Request = pickle.load(sys.stdin.buffer)  # from the process that started this one, and nobody else
    confine()
    main_thread = get_ident()
    watch = Timer(request.seconds, lambda: _end(request, answers, main_thread))
    watch.daemon = True
    watch.start()
    try:
        _answer(request, answers)
    except LibraryError as error:
        answers.refused(error)
    except BrokenPipeError:
        raise SystemExit(1) from None  # the process that asked is gone
    answers.done()


def _answer(request: Request, answers: Answers) -> None:
    pieces: list[str] = []
    length = written = 0
    for piece in fill(request.name, request.sources, request.context):
        pieces.append(piece)
        length += len(piece)
        if length >= _AT_ONCE:
            answers.text(pieces)
            pieces, written, length = [], written + length, 0
        if written + length >= request.most:
            break
    answers.text(pieces)


def _end(request: Request, answers: Answers, thread: int) -> None:
    """Say where the template is, and end this process, whatever it is at."""
    frames: list[tuple[FrameType, int]] = []
    frame = sys._current_frames().get(thread)  # pyright: ignore[reportPrivateUsage]
    while frame is not None:
        frames.append((frame, frame.f_lineno))
        frame = frame.f_back
    template, line = place_of(reversed(frames))
    answers.refused(faults.fault(template or request.name, line, faults.too_slow(request.seconds)))
    os._exit(1)  # the other thread would not hear of anything else


def _told(error: LibraryError) -> dict[str, Any]:
    arguments = {
        name: _told(value) if isinstance(value, LibraryError) else value for name, value in error.arguments.items()
    }
    return {"message": error.message, "arguments": arguments}


def confine() -> None:
    """Let this process open and write no file from now on, where the system can be told so."""
    codecs.lookup("unicode_escape")  # from a file, which Jinja asks for when it meets the first text in quotes
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
