"""Reading a foreign file in a process of its own, which is ended when it takes too long or too much."""

import json
import os
import subprocess
import threading
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import IO, Any

from library.elements import Element
from library.errors import Refused
from library.importers.base import Importer, ImportOptions
from library.models import Draft, Remark
from library.processes import end_process, start_module
from library.progress import Cancelled, Progress

SECONDS = 18
"""Seconds that a file may take of which nothing is heard, and one more for each megabyte above `_FREE`."""

_FREE = 20
_EACH = 0.1
"""Seconds more that a file may take for each page, or other step, that was reported: many pages are no hang."""

_MOST = 10
"""How many times as long as one of which nothing is heard a file may take at most, however it gets on."""

_LOOK = 0.1
"""Seconds between two looks at whether the time is over or the work is cancelled."""


class Isolation:
    """A process that reads files for this one; it is started with the first file and again after it was ended.

    `module` is what runs in it: it answers requests as `library.importers.reader.serve` does.
    """

    def __init__(self, seconds: float = SECONDS, module: str = "library.importers.reader") -> None:
        self._seconds = seconds
        self._module = module
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, importer: Importer, path: Path, options: ImportOptions, progress: Progress) -> list[Draft]:
        """Return the drafts that `importer` makes of a file; raise as `ask` does."""
        reading = replace(options, repair=None)  # what is repaired is repaired afterwards
        request = {"importer": importer.name, "options": asdict(reading)}
        return [draft_of(answer["draft"]) for answer in self.ask(request, path, progress) if answer["kind"] == "draft"]

    def ask(self, request: dict[str, Any], path: Path, progress: Progress) -> Iterator[dict[str, Any]]:
        """Yield the answers to a request about the file at `path`, as they come.

        Refused, too, if the process ends, or is ended because it takes too long or needs too much memory; OSError if
        the file cannot be read; Cancelled from `progress`, within a moment even where nothing is reported.
        """
        process = self._started()
        seconds = self._seconds + max(path.stat().st_size // (1 << 20) - _FREE, 0)
        watch = _Watch(process, seconds, progress)
        try:
            with watch:
                yield from _converse(process, request, path, watch)
        except (Cancelled, GeneratorExit):
            self.close()  # its answers to come belong to no request any more
            raise
        except EOFError as error:
            self.close()
            raise _ended(watch) from error

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            end_process(process)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = start_module(self._module)
        return self._process


class _Watch:
    """Ends a process once its time is over or the work is cancelled; `late` says after how many seconds, else 0."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float, progress: Progress) -> None:
        self.late = 0.0
        self.cancelled = False
        self._process = process
        self._seconds = seconds
        self._progress = progress
        self._waited = self._heard = 0.0
        self._reports = self._furthest = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def report(self, done: int, total: int, name: str) -> None:
        """Pass on how far the process is; only one that is further than it was gets more time by it."""
        if done > self._furthest:
            self._furthest, self._heard = done, self._waited
            self._reports += 1
        self._progress.report(done, total, name)

    def _look(self) -> None:
        while not self._done.wait(_LOOK):
            self._waited += _LOOK
            whole = min(self._seconds + _EACH * self._reports, _MOST * self._seconds)
            if self._waited > whole or self._waited - self._heard > self._seconds:
                self.late = self._waited
            self.cancelled = self._progress.cancelled
            if self.late or self.cancelled:
                self._process.kill()
                return


def _converse(
    process: subprocess.Popen[bytes], request: dict[str, Any], path: Path, watch: _Watch
) -> Iterator[dict[str, Any]]:
    """Send a request and yield what answers it; EOFError if the process ended before its time."""
    try:
        _send(process.stdin, {**request, "path": b64encode(os.fsencode(path)).decode()})
    except BrokenPipeError as error:
        raise EOFError from error
    for line in process.stdout or ():
        answer: dict[str, Any] = json.loads(line)
        match answer["kind"]:
            case "progress":
                watch.report(answer["done"], answer["total"], answer["name"])
            case "refused":
                raise Refused(answer["message"], **answer["arguments"])
            case "failed":
                raise OSError(answer["number"], answer["reason"], str(path))
            case "done":
                return
            case _:
                yield answer
    raise EOFError


def _send(stream: IO[bytes] | None, value: dict[str, Any]) -> None:
    if stream is not None:
        stream.write(json.dumps(value).encode() + b"\n")
        stream.flush()


def draft_of(values: dict[str, Any]) -> Draft:
    """Return a draft from what the process says of it."""
    read: dict[str, Any] = {
        "elements": tuple(Element(*row) for row in values["elements"]),
        "remarks": remarks_of(values["remarks"]),
        "fields": tuple((name, value) for name, value in values["fields"]),
    }
    everything: dict[str, Any] = {**values, **read}
    return Draft(**everything)


def remarks_of(rows: list[Any]) -> tuple[Remark, ...]:
    """Return remarks from what the process says of them."""
    return tuple(Remark(said, tuple((name, value) for name, value in rest)) for said, rest in rows)


def _ended(watch: _Watch) -> Exception:
    if watch.cancelled:
        return Cancelled()
    if watch.late:
        return Refused("Reading this file took longer than {seconds} seconds and was ended.", seconds=int(watch.late))
    return Refused("This file could not be read: it is damaged, or needs more memory than there is.")
