"""The process that reads foreign files for another one: a request a line comes in, answers a line go out, as JSON."""

import json
import os
import sys
from base64 import b64decode
from dataclasses import astuple, fields
from pathlib import Path
from typing import IO, Any

from library.errors import LibraryError, Refused
from library.importers import BUILT_IN
from library.importers.base import ImportOptions, load_importers
from library.models import Draft
from library.processes import limit_memory
from library.progress import Progress


def main() -> None:
    """Answer requests until there are no more; whatever others print goes where errors go."""
    limit_memory()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    for line in sys.stdin.buffer:
        _answer(json.loads(line), answers)


def _answer(request: dict[str, Any], answers: IO[bytes]) -> None:
    def send(kind: str, **values: Any) -> None:
        answers.write(json.dumps({"kind": kind, **values}).encode() + b"\n")
        answers.flush()

    def refuse(error: LibraryError) -> None:
        arguments = {name: str(value) for name, value in error.arguments.items()}
        send("refused", message=error.message, arguments=arguments)

    path = Path(os.fsdecode(b64decode(request["path"])))
    progress = Progress(lambda done, total, name: send("progress", done=done, total=total, name=name))
    importer = load_importers(BUILT_IN).named(request["importer"])
    try:
        for draft in importer.read(path, ImportOptions(**request["options"]), progress) if importer else ():
            send("draft", draft=_values(draft))
    except LibraryError as error:
        refuse(error)
    except OSError as error:
        send("failed", number=error.errno, reason=error.strerror or str(error))
    except MemoryError:
        refuse(Refused("This file needs more memory to be read than there is."))
    except Exception as error:  # foreign files reach foreign code: whatever it stumbles over, the file is the reason
        refuse(Refused("This file is damaged: {reason}.", reason=f"{type(error).__name__}: {error}"))
    else:
        send("done")


def _values(draft: Draft) -> dict[str, Any]:
    values = {field.name: getattr(draft, field.name) for field in fields(draft)}
    packed = {name: [astuple(each) for each in values[name]] for name in ("elements", "remarks")}
    return values | packed


if __name__ == "__main__":
    main()
