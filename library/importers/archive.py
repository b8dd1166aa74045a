"""ZIP files from anywhere: what they hold is counted while it is unpacked, in memory only."""

import posixpath
import stat
import zipfile
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from library.errors import Refused

ENTRIES = 10_000
INFLATED = 200 * 1024 * 1024
"""Files in an archive, and bytes of them unpacked, above which it is refused."""

_RATIO = 100
_SMALL = 4 * 1024 * 1024
"""Bytes unpacked to one byte packed above which an archive is refused, and bytes up to which that is no danger."""

_PIECE = 1 << 18
_UTF8 = 0x800
"""The flag of an entry whose name is UTF-8 (APPNOTE.TXT 4.4.4, bit 11)."""


class Archive:
    """The files in a ZIP archive, by their names in it; no name ever becomes a path on this machine."""

    def __init__(self, opened: zipfile.ZipFile, limit: int) -> None:
        entries = opened.infolist()
        if len(entries) > ENTRIES:
            raise Refused("There are more than {limit} files in this archive, which is refused.", limit=ENTRIES)
        self._opened = opened
        self._limit = limit
        self._inflated = 0
        self._packed = max(sum(entry.compress_size for entry in entries), 1)
        self._entries = {_name(entry): entry for entry in entries if not entry.is_dir()}

    def is_link(self, name: str) -> bool:
        """Say whether an entry is a symbolic link, as archives from Unix keep them: its content is but a path."""
        return stat.S_ISLNK(self._entries[name].external_attr >> 16)

    @property
    def names(self) -> list[str]:
        """Return the names of the files, in their order in the archive."""
        return list(self._entries)

    def read(self, name: str) -> bytes:
        """Return the bytes of a file; Refused if it is missing, damaged or locked, or grows out of all measure."""
        entry = self._entries.get(name) or self._entries.get(posixpath.normpath(name))
        if entry is None:
            raise Refused("This file is damaged: “{part}” is missing in it.", part=name)
        if entry.flag_bits & 1:
            raise Refused(
                "This file is locked with a password. Unlock it in the program it comes from, then import it."
            )
        pieces: list[bytes] = []
        try:
            with self._opened.open(entry) as stream:
                while piece := stream.read(_PIECE):
                    self._count(len(piece))
                    pieces.append(piece)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
            raise Refused("This file is damaged: {reason}.", reason=str(error)) from error
        return b"".join(pieces)

    def find(self, name: str) -> bytes | None:
        """Return the bytes of a file, or None if there is none of this name."""
        return self.read(name) if name in self._entries else None

    def _count(self, length: int) -> None:
        self._inflated += length
        if self._inflated > self._limit:
            raise Refused(
                "What is packed in this file is larger than {limit} MB, which is refused.", limit=self._limit >> 20
            )
        if self._inflated > _SMALL and self._inflated > self._packed * _RATIO:
            raise Refused("This file unpacks to more than {ratio} times its size, which is refused.", ratio=_RATIO)


def locked() -> Refused:
    """Return why a file with a password is not imported."""
    return Refused("This file is locked with a password. Unlock it in the program it comes from, then import it.")


@contextmanager
def open_archive(path: Path, limit: int = INFLATED) -> Generator[Archive]:
    """Open a ZIP file of which at most `limit` bytes are unpacked; Refused if it is none or has too many files."""
    try:
        with zipfile.ZipFile(path) as opened:
            yield Archive(opened, limit)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError) as error:
        raise Refused("This file is damaged or cut off: {reason}.", reason=str(error)) from error


def _name(entry: zipfile.ZipInfo) -> str:
    """Return an entry's name; without the mark of UTF-8 it is UTF-8 or GB18030 all the same, as programs write it."""
    name = entry.filename
    if not entry.flag_bits & _UTF8:
        written = name.encode("cp437", "replace")
        for codec in ("utf-8", "gb18030"):
            try:
                name = written.decode(codec)
            except UnicodeDecodeError:
                continue
            break
    return name.replace("\\", "/")
