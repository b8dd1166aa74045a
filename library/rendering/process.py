"""Asking the process that draws pages; it is ended when it takes too long, and started again when it is gone."""

import json
import os
import subprocess
import threading
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from library.errors import Refused
from library.pagemap import Glyph, PageMap
from library.pages import Box
from library.processes import end_process, start_module

DRAWER = "library.rendering.drawer"
SECONDS = 15.0
"""Seconds that one answer may take."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page drawn: rows of `stride` bytes from the top; a pixel is blue, green, red and nothing, or one gray."""

    width: int
    height: int
    stride: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Stretches:
    """What of a text is on a `page`, from 0: stretches of it, each with the code point at which it begins.

    `scanned` is what is kept of a page that was read by OCR (`library.ocr.page`).
    """

    page: int
    texts: tuple[tuple[int, str], ...]
    scanned: str = ""


class PageProcess:
    """The pages of one PDF file, numbered from 0. Not to be used from two threads at once, but for `close`.

    The process is started at once, so that it is ready when the first question comes.

    Every question is Refused if the file, or the page it is about, cannot be drawn; the next question may be answered.
    """

    def __init__(self, path: Path, seconds: float = SECONDS) -> None:
        self.path = path
        self._seconds = seconds
        self._closed = False
        self._count: int | None = None
        self._process: subprocess.Popen[bytes] | None = start_module(DRAWER)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def count(self) -> int:
        """Return how many pages there are."""
        if self._count is None:
            self._open()
        return self._count or 0

    def sizes(self, first: int, last: int) -> list[tuple[float, float]]:
        """Return width and height in points of the pages from `first` to before `last`."""
        said, _ = self._ask(verb="sizes", first=first, last=last)
        return [(width, height) for width, height in said["sizes"]]

    def draw(self, page: int, width: int, height: int, *, gray: bool = False) -> Picture:
        """Return a page drawn so large in pixels."""
        said, data = self._ask(verb="draw", page=page, width=width, height=height, gray=gray)
        return Picture(said["width"], said["height"], said["stride"], data)

    def map(self, question: Stretches) -> PageMap:
        """Return where on a page the text stands that is said to be there."""
        said, _ = self._ask(verb="map", page=question.page, stretches=question.texts)
        glyphs = [Glyph(position, Box(*box)) for position, *box in said["glyphs"]]
        return PageMap(said["width"], said["height"], glyphs)

    def close(self) -> None:
        """End the process; whoever waits for an answer from it, on another thread, is refused, and so is all else."""
        self._closed = True
        self._end()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            end_process(process)

    def _open(self) -> None:
        """Let the process open the file, a new one if there is none that runs."""
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = start_module(DRAWER)
            if self._closed:  # meanwhile, by another thread
                self._end()
        said, _ = self._answer({"verb": "open", "path": b64encode(os.fsencode(self.path)).decode()})
        self._count = said["count"]

    def _ask(self, **request: Any) -> tuple[dict[str, Any], bytes]:
        if self._count is None or self._process is None or self._process.poll() is not None:
            self._open()
        return self._answer(request)

    def _answer(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise _undrawn()
        limit = threading.Timer(self._seconds, process.kill)
        limit.start()
        try:
            process.stdin.write(json.dumps(request).encode() + b"\n")
            process.stdin.flush()
            said: dict[str, Any] = json.loads(process.stdout.readline() or b"{}")
            data = process.stdout.read(said.get("bytes", 0))
        except (OSError, ValueError) as error:  # it ended, or was closed, before its answer was out
            raise _undrawn() from error
        finally:
            limit.cancel()
        if not said or "failed" in said or len(data) < said.get("bytes", 0):
            raise _undrawn()
        return said, data


def _undrawn() -> Refused:
    return Refused("This page cannot be shown: the file is damaged there, or needs more time or memory than there is.")
