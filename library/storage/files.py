"""Writing a file so that a crash leaves either the whole of it or nothing."""

import os
from contextlib import suppress
from pathlib import Path

from library.errors import StorageFailed


def write_whole(path: Path, data: bytes, *, sync: bool) -> None:
    """Write `data` under a temporary name, `sync` it, and rename it to `path`; StorageFailed if the disk is full.

    The name is durable only once the folder is synced too: many files may share one `sync_folder`.
    """
    temporary = path.with_name(f".{os.getpid()}-{os.urandom(6).hex()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            if sync:
                os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise StorageFailed(
            "“{name}” could not be written: {reason}. Make room on the disk or check its permissions, then try again.",
            name=path.name,
            reason=error.strerror or str(error),
        ) from error


def sync_folder(folder: Path) -> None:
    """Make a rename inside `folder` durable, where the system knows how to."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
