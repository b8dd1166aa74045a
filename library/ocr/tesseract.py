"""The program tesseract: whether it is here, which languages it knows, and one page read by it."""

import os
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass

from library.errors import Refused
from library.ocr.pictures import Shot
from library.processes import limit_memory_of
from library.progress import Cancelled, Progress

PROGRAM = "tesseract"
LANGUAGES = ("chi_sim", "chi_tra", "eng")
"""The languages that are asked for where nothing else is said, as far as they are installed."""

PAGE_SECONDS = 180.0
"""Seconds that one page may take."""

_LIST_SECONDS = 20.0
_LOOK = 0.05
"""Seconds between two looks at whether the time is over or the work is cancelled."""

_LANGUAGE = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:/[A-Za-z][A-Za-z0-9_]*)?")
_NO_LANGUAGES = frozenset({"osd", "equ"})
"""Files of tesseract's own that are listed among its languages."""


@dataclass(frozen=True, slots=True)
class Tesseract:
    """The program at `path` and the `languages` that are installed with it."""

    path: str
    languages: tuple[str, ...]

    def chosen(self, wanted: str) -> str:
        """Return languages as tesseract takes them, `chi_sim+eng`; "" means all of `LANGUAGES` that are here.

        Refused, with advice, for those that are not installed.
        """
        asked = [name.strip() for name in wanted.split("+") if name.strip()]
        missing = [name for name in asked if name not in self.languages]
        found = asked or [name for name in LANGUAGES if name in self.languages] or list(self.languages[:1])
        if missing or not found:
            raise Refused(
                "Tesseract cannot read “{languages}” here; it knows: {installed}. On Debian and Ubuntu install "
                "tesseract-ocr-chi-sim and tesseract-ocr-chi-tra, on Fedora tesseract-langpack-chi_sim and "
                "tesseract-langpack-chi_tra, on macOS run “brew install tesseract-lang”; on Windows run its installer "
                "again and choose the languages.",
                languages="+".join(missing or LANGUAGES),
                installed=", ".join(self.languages) or "–",
            )
        return "+".join(found)

    def read(self, shot: Shot, languages: str, progress: Progress, seconds: float = PAGE_SECONDS) -> str:
        """Return the words of a page (in any format that tesseract takes) as tesseract's table of them (TSV).

        Refused if tesseract fails or needs too long; Cancelled, within a moment, if `progress` is.
        """
        page = ["-c", f"tessedit_page_number={shot.page}"] if shot.page or _is_tiff(shot.data) else []
        command = [self.path, "-", "-", "-l", languages, "--dpi", str(shot.dots), *page, "tsv"]
        with _started(command) as process:
            exchange = _Exchange(process, shot.data)
            ended = exchange.wait(seconds, progress)
        if not ended:
            raise Refused("Reading this page took longer than {seconds} seconds and was ended.", seconds=round(seconds))
        if process.returncode:
            raise Refused("Tesseract could not read this page: {reason}", reason=_last_line(exchange.errors))
        return exchange.output.decode(errors="replace")


def get_tesseract() -> Tesseract:
    """Return the program; Refused, with what to install, where there is none."""
    found = find_tesseract()
    if found is None:
        raise not_installed()
    return found


def is_installed() -> bool:
    """Say whether the program is on the path, without starting it."""
    return shutil.which(PROGRAM) is not None


def not_installed() -> Refused:
    """Return what is to be said where the program is missing: what to install."""
    return Refused(
        "Scanned pages are read by tesseract, which is not installed here. On Debian and Ubuntu install "
        "tesseract-ocr, tesseract-ocr-chi-sim and tesseract-ocr-chi-tra, on Fedora tesseract, "
        "tesseract-langpack-chi_sim and tesseract-langpack-chi_tra; on macOS run “brew install tesseract "
        "tesseract-lang”; on Windows run the installer of UB Mannheim and choose the Chinese languages in it. "
        "Then import the file again."
    )


def find_tesseract() -> Tesseract | None:
    """Return the program if it is on the path and answers, or None."""
    path = shutil.which(PROGRAM)
    if path is None:
        return None
    try:
        done = subprocess.run([path, "--list-langs"], capture_output=True, timeout=_LIST_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    if done.returncode:
        return None
    lines = (done.stdout or done.stderr).decode(errors="replace").splitlines()
    names = (line.strip() for line in lines)
    found = sorted({name for name in names if _LANGUAGE.fullmatch(name)} - _NO_LANGUAGES)
    return Tesseract(path, tuple(found))


class _Exchange:
    """What goes into a process and comes out of it, on a thread of its own so that nobody waits for the other."""

    def __init__(self, process: subprocess.Popen[bytes], sent: bytes) -> None:
        self.output = b""
        self.errors = b""
        self._process = process
        self._sent = sent
        self._thread = threading.Thread(target=self._communicate, daemon=True)
        self._thread.start()

    def wait(self, seconds: float, progress: Progress) -> bool:
        """Return True once the process has ended, False after it was ended for being late; Cancelled as `progress`."""
        limit = time.monotonic() + seconds
        while self._thread.is_alive():
            if progress.cancelled or time.monotonic() > limit:
                self._process.kill()
                self._thread.join()
                if progress.cancelled:
                    raise Cancelled
                return False
            self._thread.join(_LOOK)
        return True

    def _communicate(self) -> None:
        self.output, self.errors = self._process.communicate(self._sent)


def _started(command: Sequence[str]) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    # its own threads gain little and would take all processors from the reader
    environment = os.environ | {"OMP_THREAD_LIMIT": "1"}
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment)
    limit_memory_of(process.pid)
    return process


def _is_tiff(data: bytes) -> bool:
    """Say whether a picture may have several pages, all of which would be read."""
    return data.startswith((b"II*\0", b"MM\0*"))


def _last_line(errors: bytes) -> str:
    lines = errors.decode(errors="replace").strip().splitlines()
    return lines[-1][:200] if lines else "?"
