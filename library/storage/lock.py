"""One process writes a library: an operating-system lock, and who holds it."""

import errno
import json
import os
import socket
import time
from pathlib import Path
from typing import IO

from library.errors import LibraryBusy, ReadOnly, StorageFailed

if os.name == "nt":
    import msvcrt

    def _try_lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        # flock belongs to the open file, not to the process: a second opening in the same process is refused too,
        # and reading the holder's name does not let the lock go, as it would with lockf.
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_PATIENCE = 0.05


class WriterLock:
    """The lock of a library's folder, held from `acquire` to `release` or to the end of the process."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "writer.lock"
        self._holder = folder / "writer.json"
        self._file: IO[bytes] | None = None

    def acquire(self, wait: float = 0.0) -> bool:
        """Take the lock, waiting up to `wait` seconds; LibraryBusy names who holds it.

        Returns whether the last holder let go of it properly: False after a crash.
        """
        try:
            file = self._path.open("ab")
        except PermissionError as error:
            raise ReadOnly("The library’s folder cannot be written. Open it for reading, or copy it.") from error
        except OSError as error:
            raise _unlockable(error) from error
        deadline = time.monotonic() + wait
        while True:
            try:
                _try_lock(file.fileno())
                break
            except OSError as error:
                if time.monotonic() >= deadline:
                    file.close()
                    raise self._busy() from error
                time.sleep(_PATIENCE)
        clean = not self._holder.exists()
        try:
            self._sign()
        except OSError as error:
            file.close()
            raise _unlockable(error) from error
        self._file = file
        return clean

    def release(self, *, clean: bool = True) -> None:
        """Let go of the lock; with `clean` False so that the next to take it takes this for a crash."""
        if self._file is not None:
            if clean:
                self._holder.unlink(missing_ok=True)
            self._file.close()
            self._file = None

    def _sign(self) -> None:
        self._holder.write_text(json.dumps({"process": os.getpid(), "host": socket.gethostname()}), encoding="utf-8")

    def _busy(self) -> LibraryBusy:
        try:
            holder = json.loads(self._holder.read_text(encoding="utf-8"))
            process, host = holder["process"], holder["host"]
        except (OSError, ValueError, KeyError, TypeError):
            return LibraryBusy("Another program is writing this library. Close it there, then try again.")
        return LibraryBusy(
            "Process {process} on {host} is writing this library. Close it there, then try again.",
            process=process,
            host=host,
        )


def _unlockable(error: OSError) -> StorageFailed:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StorageFailed("The disk is full. Nothing was changed; make room, then try again.")
    return StorageFailed("The library cannot be locked: {reason}.", reason=error.strerror or error)
