"""Looking at files before they are imported: which there are, and what is recognised in each, by another process."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from library.errors import LibraryError, Refused
from library.headings import Heading
from library.importers.base import ImportOptions
from library.importers.isolation import Isolation, remarks_of
from library.importers.sources import Source, collect, failure, shown
from library.importlists import json_ready
from library.progress import Progress
from library.recognised import Proposal, Recognised

SECONDS = 120
"""Seconds that a file may be looked at."""


class Surveyor:
    """Looks at files in a process of its own; used by one thread at a time, and closed in the end."""

    def __init__(self) -> None:
        self._isolation = Isolation(SECONDS, "library.surveyor")

    def close(self) -> None:
        """End the process."""
        self._isolation.close()

    def files(self, source: Source, options: ImportOptions, progress: Progress) -> Iterator[Recognised]:
        """Yield what is recognised in a file, or in each file of an archive; Cancelled from `progress`."""
        try:
            answers = self._ask(source, options, "", progress, detail=False)
            yield from (_recognised(source, answer) for answer in answers)
        except LibraryError as error:
            yield Recognised(str(source.path), shown(Path(source.path.name)), reason=error)
        except OSError as error:
            yield Recognised(str(source.path), shown(Path(source.path.name)), reason=failure(error))

    def read(self, source: Source, member: str, options: ImportOptions, progress: Progress) -> Recognised:
        """Return what is recognised in one file, of an archive its `member`; Cancelled from `progress`."""
        try:
            for answer in self._ask(source, options, member, progress, detail=False):
                return _recognised(source, {**answer, "member": member})
            reason = Refused("There is no text in this file.")
        except LibraryError as error:
            reason = error
        except OSError as error:
            reason = failure(error)
        return Recognised(*_named(source, member), reason=reason)

    def look(
        self, source: Source, member: str, options: ImportOptions, progress: Progress
    ) -> Iterator[Recognised | Sequence[Heading] | Sequence[Proposal]]:
        """Yield what is recognised in one file, of an archive its `member`: the file, its headings, its repairs.

        The latter two come in parts. Refused or OSError if the file cannot be read, Cancelled from `progress`.
        """
        for answer in self._ask(source, options, member, progress, detail=True):
            match answer["kind"]:
                case "headings":
                    yield tuple(Heading(*row) for row in answer["headings"])
                case "proposals":
                    yield tuple(Proposal(*row) for row in answer["proposals"])
                case _:
                    yield _recognised(source, {**answer, "member": member})

    def _ask(
        self, source: Source, options: ImportOptions, member: str, progress: Progress, *, detail: bool
    ) -> Iterator[dict[str, Any]]:
        request = {
            "options": json_ready(asdict(options)),
            "named": source.named,
            "member": member,
            "detail": detail,
        }
        return self._isolation.ask(request, source.path, progress)


def survey(
    paths: Sequence[Path], options: ImportOptions, progress: Progress, found: Callable[[Recognised, Source], None]
) -> None:
    """Look at all files at and below `paths`; `found` gets each, on this thread. Cancelled from `progress`."""
    sources = collect(paths)
    for path, reason in sources.refused:
        found(Recognised(str(path), shown(Path(path.name)), reason=reason), Source(path, named=False))
    with closing(Surveyor()) as surveyor:
        for done, source in enumerate(sources.files):
            progress.report(done, len(sources.files), shown(Path(source.path.name)))
            for each in surveyor.files(source, options, progress):
                found(each, source)
    progress.report(len(sources.files), len(sources.files))


def _recognised(source: Source, answer: dict[str, Any]) -> Recognised:
    key, name, archive = _named(source, answer["member"])
    if answer["kind"] == "unreadable":
        return Recognised(key, name, archive, reason=Refused(answer["message"], **answer["arguments"]))
    values: dict[str, Any] = {word: value for word, value in answer.items() if word not in ("kind", "member")}
    values["remarks"] = remarks_of(values["remarks"])
    return Recognised(key, name, archive, **values)


def _named(source: Source, member: str) -> tuple[str, str, str]:
    """Return the key and the name of a file, or of the `member` of an archive, and the key of that."""
    path, name = str(source.path), shown(Path(source.path.name))
    return (f"{path}/{member}", f"{name} › {member}", path) if member else (path, name, "")
