"""Writing an export so that the target holds either all of the new file or the old one."""

import errno
import os
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO

from library.errors import InvalidValue, LibraryError, StorageFailed, TargetExists
from library.exporters.base import Content, Exporter, ExportJob
from library.progress import Progress

_LIBRARY_FOLDERS = {"texts", "originals", "cache", "backups", "imports", "templates"}
_LIBRARY_FILES = ("library.db", "index.db", "writer.")

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_FOLDER = {errno.ENOENT, errno.ENOTDIR}

_REFUSED: dict[Content, str] = {
    "excerpts": "{format} cannot hold excerpts. Choose another format.",
    "memo": "{format} cannot hold a memo. Choose another format, such as Word or Markdown.",
    "annotated": "{format} cannot hold an annotated document. Choose Word, HTML, PDF or Markdown.",
}


def write(
    exporter: Exporter, job: ExportJob, target: Path, *, force: bool = False, progress: Progress | None = None
) -> None:
    """Write `job` to `target`, as `write_pieces` does; InvalidValue for what the format cannot hold."""
    if job.content not in exporter.contents:
        raise InvalidValue(_REFUSED[job.content], format=exporter.label)
    told = progress or Progress()
    replace_file(target, partial(_fill, write=lambda file: exporter.write(job, file, told)), force=force)


def write_pieces(
    pieces: Iterable[str], total: int, target: Path, *, force: bool = False, progress: Progress | None = None
) -> None:
    """Write a file in UTF-8 that comes in about `total` pieces to `target`; with `force` over what is there.

    TargetExists without `force`, StorageFailed when the disk or the folder cannot take it, Cancelled from `progress`:
    then the old file is as it was and nothing is left beside it.
    """
    told = progress or Progress()

    def write_text(file: BinaryIO) -> None:
        for done, piece in enumerate(pieces):
            told.report(min(done, total), total)
            file.write(piece.encode())

    replace_file(target, partial(_fill, write=write_text), force=force)


def replace_file(target: Path, fill: Callable[[Path], None], *, force: bool = False) -> None:
    """Put the file that `fill` makes, and syncs, at the path it is given to `target`; with `force` over what is there.

    The errors are those of `write_pieces`, and whatever `fill` raises.
    """
    try:
        place = Path(os.path.realpath(target))
        mode = _check(place, force)
        temporary = place.with_name(f".{os.urandom(8).hex()}.part")
        try:
            fill(temporary)
            if mode is not None:
                temporary.chmod(mode)
            # Once more: filling takes time, in which another program may have put a file there.
            _check(place, force)
            temporary.replace(place)
        finally:
            with suppress(FileNotFoundError):
                temporary.unlink()
        _sync_folder(place.parent)
    except OSError as error:
        raise _in_words(error, target) from error


def _check(place: Path, force: bool) -> int | None:
    """Return the permissions of the file that stands at `place`, or None; raise where it must not be replaced."""
    if _belongs_to_a_library(place):
        raise StorageFailed("“{path}” is a file that a library is made of. Choose another name.", path=_shown(place))
    try:
        there = place.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(there.st_mode):
        raise StorageFailed("“{path}” is a folder. Name a file to write to.", path=_shown(place))
    if not force:
        raise TargetExists(
            "“{path}” is already there. Choose another name, or allow it to be replaced.", path=_shown(place)
        )
    if not stat.S_ISREG(there.st_mode):
        raise StorageFailed("“{path}” is not an ordinary file. Name a file to write to.", path=_shown(place))
    if not os.access(place, os.W_OK):
        raise StorageFailed("“{path}” is write-protected. Choose another name.", path=_shown(place))
    return stat.S_IMODE(there.st_mode)


def _belongs_to_a_library(place: Path) -> bool:
    """Say whether a library keeps, or would look for, something of its own at `place`."""
    for folder in place.parents:
        if (folder / "library.db").exists():
            name = place.relative_to(folder).parts[0]
            return name in _LIBRARY_FOLDERS or name.startswith(_LIBRARY_FILES)
    return False


def _fill(temporary: Path, *, write: Callable[[BinaryIO], None]) -> None:
    with temporary.open("xb") as file:
        write(file)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name durable, where the system can sync a folder."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _in_words(error: OSError, target: Path) -> LibraryError:
    path, folder = _shown(target), _shown(target.parent)
    if error.errno in _FULL:
        return StorageFailed("There is no room on the disk to write “{path}”. Make room, then try again.", path=path)
    if error.errno in _FORBIDDEN:
        return StorageFailed("The folder “{folder}” may not be written to. Choose another one.", folder=folder)
    if error.errno in _NO_FOLDER:
        return StorageFailed("The folder “{folder}” is not there. Make it first, or choose another one.", folder=folder)
    reason = error.strerror or str(error)
    return StorageFailed(
        "“{path}” could not be written: {reason}. Choose another name or place.", path=path, reason=reason
    )


def _shown(path: Path) -> str:
    """Return a path for people; bytes that are no text are shown as such."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
