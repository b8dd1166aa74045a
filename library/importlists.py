"""What an import has still to do: a list in the library's folder, which goes when all of it is done."""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from library.errors import StorageFailed
from library.importchoices import Choice, Choices
from library.importers.base import ImportOptions
from library.importers.sources import Source
from library.mending import RepairChoice
from library.models import new_id, now
from library.storage.files import sync_folder, write_whole

if TYPE_CHECKING:
    from library.library import Library

_SUFFIX = ".jsonl"


@dataclass(frozen=True, slots=True)
class ImportList:
    """An import that was begun. `id` names its step of undo; `started` is when, as Document.added has it.

    `done` are the places in `sources` of files that are in the library, or were there already.
    """

    path: Path
    id: str
    started: str
    options: ImportOptions
    sources: tuple[Source, ...]
    choices: Choices
    done: frozenset[int] = frozenset()

    @property
    def left(self) -> list[tuple[int, Source]]:
        """What is still to be done, with its place among the sources."""
        return [(place, source) for place, source in enumerate(self.sources) if place not in self.done]

    def note(self, places: Sequence[int]) -> None:
        """Write down that these sources are done; where that is not possible, they are looked at again."""
        if not places or not self.path.is_file():
            return
        with suppress(OSError), self.path.open("ab") as file:
            file.write(_line({"done": list(places)}))
            file.flush()
            os.fsync(file.fileno())

    def remove(self) -> None:
        """Take the list away: nothing is left to be done, or nobody wants it."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)


def begin(folder: Path, sources: Sequence[Source], options: ImportOptions, choices: Choices) -> ImportList:
    """Write down in `folder` what is to be done. Where the disk does not take it the import cannot be gone on with."""
    name = new_id()
    made = ImportList(folder / f"{name}{_SUFFIX}", name, now(), options, tuple(sources), choices)
    head = {
        "id": made.id,
        "started": made.started,
        "options": asdict(options),
        "choices": {path: asdict(choice) for path, choice in choices.items()},
    }
    rows = ({"path": str(source.path.absolute()), "named": source.named} for source in sources)
    with suppress(StorageFailed, OSError):
        write_whole(made.path, b"".join((_line(head), *map(_line, rows))), sync=True)
        sync_folder(folder)
    return made


def unfinished(folder: Path) -> list[ImportList]:
    """Return the imports that were begun and not brought to an end, the oldest first."""
    found = [_read(path) for path in folder.glob(f"*{_SUFFIX}")]
    return sorted(filter(None, found), key=lambda each: each.started)


def drop_undone(library: "Library") -> None:
    """Take the lists away of imports that were undone: who takes back what came in wants none of the rest."""
    for work in unfinished(library.texts.imports_path):
        if library.journal.is_undone(work.id):
            work.remove()


def _read(path: Path) -> ImportList | None:
    """Return a list; None if it cannot be read. What was being written last may be cut, and is then left out."""
    try:
        head, *rows = path.read_bytes().splitlines()
        values: dict[str, Any] = json.loads(head)
        options = options_of(values["options"])
        choices = {name: Choice(**_with_repair(choice)) for name, choice in values["choices"].items()}
        sources, done = _sorted_out(rows)
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return ImportList(path, values["id"], values["started"], options, tuple(sources), choices, frozenset(done))


def _sorted_out(rows: list[bytes]) -> tuple[list[Source], set[int]]:
    sources: list[Source] = []
    done: set[int] = set()
    for row in rows:
        try:
            values: dict[str, Any] = json.loads(row)
        except ValueError:
            break
        if "done" in values:
            done.update(values["done"])
        else:
            sources.append(Source(Path(values["path"]), values["named"]))
    return sources, done


def options_of(values: dict[str, Any]) -> ImportOptions:
    """Return options from what JSON kept of them."""
    return ImportOptions(**_with_repair(values))


def json_ready(values: dict[str, Any]) -> dict[str, Any]:
    """Return values of which JSON has no shape for some, the sets, with lists in place of these."""
    ready: dict[str, Any] = json.loads(json.dumps(values, default=sorted))
    return ready


def _with_repair(values: dict[str, Any]) -> dict[str, Any]:
    repair = values["repair"]
    if repair is not None:
        refused = frozenset((start, end) for start, end in repair["refused"])
        repair = RepairChoice(frozenset(repair["kinds"]), refused)
    return {**values, "repair": repair}


def _line(values: dict[str, Any]) -> bytes:
    return json.dumps(values, default=sorted).encode() + b"\n"  # what JSON has no shape for are sets
