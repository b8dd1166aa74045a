"""Reading files as an import does, to say what is in them, without a library."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from library.drafting import finished
from library.errors import LibraryError, Refused
from library.importers.archive import open_archive
from library.importers.base import Importers, ImportOptions
from library.importers.isolation import Isolation
from library.importers.members import LIMIT, Member, members
from library.importers.recognition import importer_for, is_archive, refuse_large
from library.importers.sources import Source, collect, failure, shown
from library.intake import read_drafts
from library.models import Draft
from library.progress import Progress


@dataclass(frozen=True, slots=True)
class Inspected:
    """A file, by its path, in an archive behind the path of that: its drafts, or why an import would refuse it."""

    path: str
    drafts: tuple[Draft, ...] = ()
    reason: LibraryError | None = None


def inspected(path: Path, importers: Importers, options: ImportOptions, progress: Progress) -> Iterator[Inspected]:
    """Yield what an import would make of each file at or below `path`, and in each archive there, as it is read."""
    sources = collect([path])
    yield from (Inspected(shown(refused), reason=reason) for refused, reason in sources.refused)
    with closing(Isolation()) as isolation:
        reading = _Reading(importers, isolation, options, progress)
        for done, source in enumerate(sources.files):
            progress.report(done, len(sources.files), shown(Path(source.path.name)))
            yield from reading.files(source)
    progress.report(len(sources.files), len(sources.files))


class _Reading:
    """Reads one file after the other in the process that reads them for imports as well."""

    def __init__(self, importers: Importers, isolation: Isolation, options: ImportOptions, progress: Progress) -> None:
        self._importers = importers
        self._isolation = isolation
        self._options = options
        self._progress = progress

    def files(self, source: Source) -> Iterator[Inspected]:
        """Yield a file, or all those in an archive; one that is refused never stops the others."""
        path = shown(source.path)
        try:
            refuse_large(source.path)
            if is_archive(source.path):
                yield from self._archive(source.path)
            else:
                yield Inspected(path, self._drafts(source.path, source.path.name, named=source.named))
        except LibraryError as error:
            yield Inspected(path, reason=error)
        except OSError as error:
            yield Inspected(path, reason=failure(error))

    def _archive(self, path: Path) -> Iterator[Inspected]:
        empty = True
        with open_archive(path, LIMIT) as archive, TemporaryDirectory(prefix="zhupi-") as folder:
            for member in members(archive, Path(folder)):
                empty = False
                yield self._member(f"{shown(path)}/{member.name}", member)
        if empty:
            raise Refused("There is nothing in this archive to import.")

    def _member(self, path: str, member: Member) -> Inspected:
        if member.path is None or member.reason is not None:
            return Inspected(path, reason=member.reason)
        try:
            return Inspected(path, self._drafts(member.path, PurePosixPath(member.name).name, named=False))
        except LibraryError as error:
            return Inspected(path, reason=error)
        except OSError as error:
            return Inspected(path, reason=failure(error))

    def _drafts(self, path: Path, name: str, *, named: bool) -> tuple[Draft, ...]:
        options = replace(self._options, name=name)
        importer = importer_for(path, self._importers, named=named)
        drafts = read_drafts(importer, self._isolation, path, options, self._progress.inner())
        if not drafts:
            raise Refused("There is no text in this file.")
        return tuple(finished(draft, options) for draft in drafts)
