"""Which files an import means: those named and those below the folders named, each once."""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from library.errors import LibraryError, Refused

_DIGITS = re.compile(r"(\d+)")
_LIBRARY = "library.db"
"""A folder that holds this file is a library."""


@dataclass(frozen=True, slots=True)
class Source:
    """A regular file to be read; `named` by the user itself, not found below a folder."""

    path: Path
    named: bool


@dataclass(slots=True)
class Sources:
    """What lies at and below some paths: files to read, what cannot be read and why, links that were not followed."""

    files: list[Source] = field(default_factory=list[Source])
    refused: list[tuple[Path, LibraryError]] = field(default_factory=list[tuple[Path, LibraryError]])
    links: list[Path] = field(default_factory=list[Path])


def collect(paths: Sequence[Path]) -> Sources:
    """Return every regular file at or below `paths` exactly once, each folder in natural order (2 before 12).

    Links found below a folder are listed and not followed; hidden files, folders that cannot be opened, and what is
    neither file nor folder are refused, and so is a library, as a whole. Nothing is opened but folders.
    """
    sources = Sources()
    seen: set[str] = set()
    for path in paths:
        try:
            mode = path.stat().st_mode
        except OSError as error:
            sources.refused.append((path, failure(error)))
            continue
        for source in _below(path, sources, seen) if stat.S_ISDIR(mode) else _named(path, mode, sources):
            if _is_new(os.path.realpath(source.path), seen):
                _sort_out(source, path, sources)
    return sources


def failure(error: OSError) -> LibraryError:
    """Return what the user can make of a file or folder that the system would not open."""
    if isinstance(error, FileNotFoundError):
        return Refused("There is no such file, or it has been moved or deleted.")
    if isinstance(error, PermissionError):
        return Refused("You have no permission to read this. Change its permissions, then import it again.")
    return Refused("This cannot be read: {reason}.", reason=error.strerror or str(error))


def shown(path: Path) -> str:
    """Return `path` as text that can be stored and printed: bytes of its name that are no UTF-8 become `�`."""
    return os.fsencode(path).decode("utf-8", "replace")


def natural_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """Return what `name` sorts by: letters without regard to case, digits by their number."""
    parts = _DIGITS.split(name.casefold())
    return tuple((1, int(part), "") if place % 2 else (2, 0, part) for place, part in enumerate(parts) if part)


def _named(path: Path, mode: int, sources: Sources) -> Iterator[Source]:
    if stat.S_ISREG(mode):
        yield Source(path, named=True)
    else:
        sources.refused.append((path, _special()))


def _is_new(real: str, seen: set[str]) -> bool:
    """Say whether a path, without links in it, is met for the first time, and remember it."""
    new = real not in seen
    seen.add(real)
    return new


def _below(folder: Path, sources: Sources, seen: set[str]) -> Iterator[Source]:
    """Yield the regular files below `folder`, depth first, with a stack of its own: folders may nest very deep."""
    waiting = [(folder, True)]
    while waiting:
        current, is_folder = waiting.pop()
        if not is_folder:
            yield Source(current, named=False)
            continue
        try:
            with os.scandir(current) as entries:
                found = sorted(entries, key=lambda entry: natural_key(entry.name))
        except OSError as error:
            sources.refused.append((current, failure(error)))
            continue
        if any(entry.name == _LIBRARY and entry.is_file() for entry in found):
            if _is_new(os.path.realpath(current), seen):
                sources.refused.append((current, Refused("A Zhupi library; open it instead.")))
            continue
        inner: list[tuple[Path, bool]] = []
        for entry in found:
            path = current / entry.name
            if entry.is_symlink():
                if _is_new(os.path.join(os.path.realpath(current), entry.name), seen):
                    sources.links.append(path)
            elif entry.is_dir(follow_symlinks=False) or entry.is_file(follow_symlinks=False):
                inner.append((path, entry.is_dir(follow_symlinks=False)))
            else:
                sources.refused.append((path, _special()))
        waiting += reversed(inner)


def _sort_out(source: Source, root: Path, sources: Sources) -> None:
    if not source.named and any(part.startswith(".") for part in source.path.relative_to(root).parts):
        reason = Refused(
            "This file is hidden: its name or its folder’s begins with a dot. Import it by itself to have it."
        )
        sources.refused.append((source.path, reason))
    else:
        sources.files.append(source)


def _special() -> LibraryError:
    return Refused("This is a device, a pipe or a socket, not a file.")
