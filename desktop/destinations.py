"""Where what is to be opened lies: a path, or a link into a library that was open before, wherever it was moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from urllib.parse import unquote, urlsplit

from library.errors import InvalidLink, LibraryError
from library.links import Link, is_address, parse
from library.storage.glimpse import glimpse

SUFFIX = ".zhupi"
"""By this the folder of a library is known."""
DATABASE = "library.db"
_LOOKED_INTO = 300
"""Libraries that are looked into for one that was moved."""


@dataclass(frozen=True, slots=True)
class Destination:
    """What is to be opened: a library, where a folder was named, or a document or highlight of one."""

    library_id: str
    folder: Path | None = None
    link: Link | None = None


def destination(target: str) -> Destination:
    """Return what a path, a link or the URL of a file names; LibraryError in words for whatever is neither."""
    if is_address(target):
        link = parse(target)
        return Destination(link.library_id, link=link)
    folder = _folder(target)
    return Destination(library_id(folder), folder)


def library_id(folder: Path) -> str:
    """Return the id of the library in a folder; LibraryError where there is none."""
    with glimpse(folder) as library:
        return library.library_id


def find_library(wanted: str, recent: Iterable[str]) -> Path:
    """Return the folder of the library with an id: one that was open lately, or one beside those; else InvalidLink."""
    known = [Path(path) for path in recent]
    for folder in islice(_candidates(known), _LOOKED_INTO):
        try:
            if library_id(folder) == wanted:
                return folder
        except LibraryError:
            continue
    raise InvalidLink(
        "This link leads into a library that Zhupi does not know on this computer. Open that library once "
        "(File → Open library…), then follow the link again."
    )


def _candidates(known: list[Path]) -> Iterator[Path]:
    """Yield the libraries that were open lately, then those in the same folders and in the person's documents."""
    yield from known
    from platformdirs import user_documents_path  # only for a library that is not where it was

    met = set(known)
    for parent in dict.fromkeys([*(folder.parent for folder in known), user_documents_path()]):
        try:
            beside = sorted(parent.glob(f"*{SUFFIX}"))
        except OSError:
            continue
        yield from (folder for folder in beside if folder not in met)
        met.update(beside)


def _folder(target: str) -> Path:
    """Return the folder of the library that a path, or the URL of a file, names; its database stands for it."""
    parts = urlsplit(target) if target.lower().startswith("file:") else None
    if parts is not None and parts.netloc not in ("", "localhost"):
        raise InvalidLink("“{address}” lies on another computer. Copy the library to this one.", address=target[:200])
    path = Path(unquote(parts.path) if parts is not None else target).absolute()
    return path.parent if path.name == DATABASE else path
