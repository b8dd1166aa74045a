"""What became of the files of an import."""

from collections.abc import Mapping
from dataclasses import dataclass

from library.errors import LibraryError
from library.models import Remark


@dataclass(frozen=True, slots=True)
class Imported:
    """A file that became a new document: `length` in code points, `replaced`, `stripped` and `remarks` as in Draft.

    `archive` is the path of the ZIP archive that the file stands in, whose path then begins `path`. `repairs` are how
    many there are of each kind, None where they were not asked for.
    """

    path: str
    id: str
    title: str
    length: int
    encoding: str
    replaced: int = 0
    stripped: int = 0
    remarks: tuple[Remark, ...] = ()
    archive: str = ""
    repairs: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A file whose text the library has already, as the document `id`."""

    path: str
    id: str
    archive: str = ""


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file or folder that was not imported, and why."""

    path: str
    reason: LibraryError
    archive: str = ""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of each file. `links` were not followed; `problems` are importers that do not work.

    `left` counts the files that an import which was stopped has still to do: it can be gone on with. `left_out` are
    files that were not wanted.
    """

    imported: tuple[Imported, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    refused: tuple[RefusedFile, ...] = ()
    links: tuple[str, ...] = ()
    cancelled: bool = False
    problems: tuple[LibraryError, ...] = ()
    left: int = 0
    left_out: tuple[str, ...] = ()


def together(results: list[ImportResult]) -> ImportResult:
    """Return what became of the files of several imports as that of one."""
    return ImportResult(
        tuple(item for result in results for item in result.imported),
        tuple(item for result in results for item in result.duplicates),
        tuple(item for result in results for item in result.refused),
        tuple(link for result in results for link in result.links),
        any(result.cancelled for result in results),
        results[0].problems if results else (),
        sum(result.left for result in results),
        tuple(path for result in results for path in result.left_out),
    )
