"""The files of an import that is being put together, and what is chosen for each of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from library.importchoices import Choice
from library.importers.base import ImportOptions
from library.importers.sources import Source
from library.mending import RepairChoice
from library.recognised import Recognised

NOTHING = RepairChoice(frozenset())
"""Nothing is repaired, and nothing pointed out."""


@dataclass(slots=True)
class Entry:
    """A file. `guess` is the encoding it was first read in; `duplicate` the title of the document with its text."""

    recognised: Recognised
    source: Source
    repair: RepairChoice
    guess: str = ""
    duplicate: str = ""
    wanted: bool = True
    encoding: str | None = None
    whole_page: bool = False
    copied: bool = False
    fields: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def key(self) -> str:
        return self.recognised.key

    @property
    def member(self) -> str:
        """The file's name in the archive it stands in, or ""."""
        archive = self.recognised.archive
        return self.key.removeprefix(f"{archive}/") if archive else ""

    @property
    def repairs(self) -> bool:
        """Whether anything is to be repaired or pointed out."""
        return bool(self.repair.kinds)

    def options(self) -> ImportOptions:
        """Return how the file is to be read."""
        return ImportOptions(
            encoding=self.encoding,
            repair=self.repair if self.repairs else None,
            whole_page=self.whole_page,
            name=self.member.rpartition("/")[2],
        )

    def is_obvious(self, *, repairs_asked: bool) -> bool:
        """Say whether there is nothing to be asked about the file; what is refused is told afterwards."""
        seen = self.recognised
        if seen.reason is not None:
            return True
        lost = seen.replaced or seen.stripped or seen.remarks
        asked = seen.doubtful or seen.partial or seen.archive or self.duplicate or lost
        return not asked and not (repairs_asked and (seen.edits or seen.flags))


class Batch:
    """The entries by their key, in the order they were found in."""

    def __init__(self, *, repairs: bool, encoding: str | None = None) -> None:
        self.entries: list[Entry] = []
        self.rows: dict[str, int] = {}
        self._repair = RepairChoice() if repairs else NOTHING
        self._encoding = encoding

    def add(self, recognised: Recognised, source: Source, duplicate: str) -> None:
        """Take in what was recognised in one more file."""
        self.rows[recognised.key] = len(self.entries)
        entry = Entry(recognised, source, self._repair, recognised.encoding, duplicate, encoding=self._encoding)
        self.entries.append(entry)

    def renew(self, recognised: Recognised, duplicate: str) -> int:
        """Take in what was recognised in a file when it was read in another way, and return its row."""
        row = self.rows[recognised.key]
        self.entries[row].recognised = recognised
        self.entries[row].duplicate = duplicate
        return row

    def spread(self, like: Entry, what: str) -> list[Entry]:
        """Let what was chosen for one file count for all others that it fits; return those to be read again.

        An encoding fits those that were taken for the same one, and refused repairs are those of one file.
        """
        others: list[Entry] = []
        for entry in self.entries:
            if entry is like or (entry.recognised.reason is not None and entry.encoding is None):
                continue
            if what == "encoding" and entry.guess == like.guess and entry.encoding != like.encoding:
                entry.encoding = like.encoding
                others.append(entry)
            elif what == "page" and entry.whole_page != like.whole_page:
                entry.whole_page = like.whole_page
                others += [entry] if entry.recognised.partial else []
            elif what == "repair":
                entry.repair = replace(entry.repair, kinds=like.repair.kinds)
            elif what == "copied":
                entry.copied = like.copied
        return others

    def repair_all(self, *, repairs: bool) -> None:
        """Let nothing be repaired in any file, or everything."""
        self._repair = RepairChoice() if repairs else NOTHING
        for entry in self.entries:
            entry.repair = self._repair

    @property
    def wanted(self) -> int:
        """How many files are to be imported."""
        return sum(
            entry.wanted and entry.recognised.reason is None and (not entry.duplicate or entry.copied)
            for entry in self.entries
        )

    def choices(self) -> dict[str, Choice]:
        """Return what is chosen for each file, by its key; those that go as all others are left out."""
        every = {
            entry.key: Choice(
                entry.encoding,
                entry.whole_page or None,
                entry.repair if entry.repair != self._repair else None,
                left_out=not entry.wanted,
                copied=entry.copied,
                fields=entry.fields,
            )
            for entry in self.entries
        }
        return {key: choice for key, choice in every.items() if choice != Choice()}

    def options(self, collection: str) -> ImportOptions:
        """Return what counts for all files; `collection` is a path or ""."""
        repair = self._repair if self._repair.kinds else None
        return ImportOptions(encoding=self._encoding, collection=collection or None, repair=repair)
