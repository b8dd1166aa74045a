"""The files in a ZIP archive, unpacked one at a time under names of our own."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from library.errors import LibraryError, Refused
from library.importers.archive import Archive
from library.importers.sources import natural_key

LIMIT = 2 * 1024 * 1024 * 1024
"""Bytes unpacked above which an archive of files is refused."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its name there, and where it is unpacked, or why it is not."""

    name: str
    path: Path | None = None
    reason: LibraryError | None = None


def members(archive: Archive, folder: Path) -> Iterator[Member]:
    """Unpack the files of an archive into `folder`, each in turn and removed again, in natural order of their names.

    Files that systems add (`__MACOSX`, hidden ones) are passed over. An archive in an archive is refused.
    """
    for number, name in enumerate(sorted(archive.names, key=natural_key)):
        parts = PurePosixPath(name).parts
        if not parts or parts[0] == "__MACOSX" or any(part.startswith(".") and part != ".." for part in parts):
            continue
        if archive.is_link(name):
            yield Member(name, reason=Refused("This is a link to another file, which is not followed."))
            continue
        suffix = PurePosixPath(name).suffix.lower()
        if suffix == ".zip":
            yield Member(name, reason=Refused("This archive stands in another one. Unpack that, then import it."))
            continue
        path = folder / f"{number:05}{suffix if suffix.isascii() and len(suffix) < 12 else ''}"
        try:
            path.write_bytes(archive.read(name))
        except Refused as error:
            yield Member(name, reason=error)
            continue
        try:
            yield Member(name, path)
        finally:
            path.unlink()
