"""The process that reads foreign files for another one: a request a line comes in, answers a line go out, as JSON."""

import json
import os
import sys
from base64 import b64decode
from collections.abc import Callable
from dataclasses import astuple, fields
from pathlib import Path
from typing import Any, Protocol

from library.errors import LibraryError, Refused
from library.importers import BUILT_IN
from library.importers.base import ImportOptions, load_importers
from library.models import Draft
from library.processes import limit_memory
from library.progress import Progress


class Send(Protocol):
    """Sends one answer, of a kind and with what it says."""

    def __call__(self, kind: str, **values: Any) -> None: ...


def serve(answer: Callable[[dict[str, Any], Path, Send], None]) -> None:
    """Answer requests until there are no more; whatever others print goes where errors go.

    `answer` gets a request, the path of the file that it is about, and what sends; what it raises is told.
    """
    limit_memory()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)

    def send(kind: str, **values: Any) -> None:
        try:
            answers.write(json.dumps({"kind": kind, **values}).encode() + b"\n")
            answers.flush()
        except BrokenPipeError:  # the process that asked is gone: there is no one to tell, nor anything left to do
            raise SystemExit(1) from None

    for line in sys.stdin.buffer:
        request: dict[str, Any] = json.loads(line)
        path = Path(os.fsdecode(b64decode(request["path"])))
        try:
            answer(request, path, send)
        except OSError as error:
            send("failed", number=error.errno, reason=error.strerror or str(error))
        except (
            Exception
        ) as error:  # foreign files reach foreign code: whatever it stumbles over, the file is the reason
            send("refused", **refusal(error))
        else:
            send("done")


def refusal(error: Exception) -> dict[str, Any]:
    """Return why a file is refused that was read until `error`, as it is sent."""
    if isinstance(error, MemoryError):
        error = Refused("This file needs more memory to be read than there is.")
    if not isinstance(error, LibraryError):
        error = Refused("This file is damaged: {reason}.", reason=f"{type(error).__name__}: {error}")
    return {"message": error.message, "arguments": {name: str(value) for name, value in error.arguments.items()}}


def _read(request: dict[str, Any], path: Path, send: Send) -> None:
    progress = Progress(lambda done, total, name: send("progress", done=done, total=total, name=name))
    importer = load_importers(BUILT_IN).named(request["importer"])
    for draft in importer.read(path, ImportOptions(**request["options"]), progress) if importer else ():
        send("draft", draft=_values(draft))


def _values(draft: Draft) -> dict[str, Any]:
    values = {field.name: getattr(draft, field.name) for field in fields(draft)}
    packed = {name: [astuple(each) for each in values[name]] for name in ("elements", "remarks")}
    return values | packed


if __name__ == "__main__":
    serve(_read)
