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

_MARK = 4
"""Bytes that may stand before the first file: the mark of an archive once made in several parts (APPNOTE.TXT 8.5.4)."""

_PIECE = 1 << 18
_UTF8 = 0x800
"""The flag of an entry whose name is UTF-8 (APPNOTE.TXT 4.4.4, bit 11)."""


class Archive:
    """The files in a ZIP archive, by their names in it; no name ever becomes a path on this machine.

    They are the parts of one document, which is refused as a whole; or they stand for themselves (`apart`): then one
    that is refused does not count against the others.
    """

    def __init__(self, opened: zipfile.ZipFile, limit: int, *, apart: bool) -> None:
        entries = opened.infolist()
        if len(entries) > ENTRIES:
            raise Refused("There are more than {limit} files in this archive, which is refused.", limit=ENTRIES)
        if not 0 <= min((entry.header_offset for entry in entries), default=0) <= _MARK:
            raise zipfile.BadZipFile
        self._opened = opened
        self._limit = limit
        self._apart = apart
        self._inflated = 0
        self._packed = max(sum(entry.compress_size for entry in entries), 1)
        self._entries = {_name(entry): entry for entry in entries if not entry.is_dir()}
        self._by_folded = {name.casefold(): entry for name, entry in self._entries.items()}
        if not apart:
            self._check(sum(entry.file_size for entry in entries), self._packed)

    def is_link(self, name: str) -> bool:
        """Say whether an entry is a symbolic link, as archives from Unix keep them: its content is but a path."""
        return stat.S_ISLNK(self._entries[name].external_attr >> 16)

    @property
    def names(self) -> list[str]:
        """Return the names of the files, in their order in the archive."""
        return list(self._entries)

    def read(self, name: str) -> bytes:
        """Return the bytes of a file; Refused if it is missing, damaged or locked, or grows out of all measure."""
        entry = self._entry(name)
        if entry is None:
            raise Refused("This file is damaged: “{part}” is missing in it.", part=name)
        if entry.flag_bits & 1:
            raise Refused(
                "This file is locked with a password. Unlock it in the program it comes from, then import it."
            )
        pieces: list[bytes] = []
        length, packed = (0, max(entry.compress_size, 1)) if self._apart else (self._inflated, self._packed)
        try:
            with self._opened.open(entry) as stream:
                while piece := stream.read(_PIECE):
                    length += len(piece)
                    self._check(length, packed)
                    pieces.append(piece)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
            raise Refused("This file is damaged: “{part}” in it cannot be unpacked.", part=name) from error
        self._inflated = self._inflated + length if self._apart else length
        return b"".join(pieces)

    def find(self, name: str) -> bytes | None:
        """Return the bytes of a file, or None if there is none of this name."""
        return self.read(name) if self._entry(name) is not None else None

    def _entry(self, name: str) -> zipfile.ZipInfo | None:
        """Return the entry of a name, in whatever case it is written: in Word documents that makes no difference."""
        path = posixpath.normpath(name)
        return self._entries.get(name) or self._entries.get(path) or self._by_folded.get(path.casefold())

    def _check(self, length: int, packed: int) -> None:
        """Raise Refused if so many bytes, unpacked from `packed`, are out of all measure."""
        if length + (self._inflated if self._apart else 0) > self._limit:
            raise Refused(
                "What is packed in this file is larger than {limit} MB, which is refused.", limit=self._limit >> 20
            )
        if length > _SMALL and length > packed * _RATIO:
            raise Refused("This file unpacks to more than {ratio} times its size, which is refused.", ratio=_RATIO)


def locked() -> Refused:
    """Return why a file with a password is not imported."""
    return Refused("This file is locked with a password. Unlock it in the program it comes from, then import it.")


@contextmanager
def open_archive(path: Path, limit: int = INFLATED, *, apart: bool = False) -> Generator[Archive]:
    """Open a ZIP file of which at most `limit` bytes are unpacked; Refused if it is none, cut off or out of measure.

    `apart` says that its files are not the parts of one document.
    """
    try:
        with zipfile.ZipFile(path) as opened:
            yield Archive(opened, limit, apart=apart)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError) as error:
        raise Refused("This file is damaged or cut off. Get it again, or save it anew, then import it.") from error


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
    return name.replace("\\", "/").removeprefix("./")
