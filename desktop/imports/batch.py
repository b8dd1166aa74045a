"""The files of an import that is being put together, and what is chosen for each of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from library.importchoices import Choice
from library.importers.base import ImportOptions
from library.importers.encodings import is_undecodable
from library.importers.scans import is_scanned
from library.importers.sources import Source
from library.mending import RepairChoice, RepairKind
from library.recognised import Recognised

NOTHING = RepairChoice(frozenset())
"""Nothing is repaired, and nothing pointed out."""


@dataclass(slots=True)
class Entry:
    """A file. `guess` is the encoding it was first read in; `duplicate` the title of the document with its text.

    `ocr`: its pages are pictures, and are to be read. `twin` is the key of a file that came before it in the batch,
    with the same text. `refusals` are the repairs that are refused, by where they stand.
    """

    recognised: Recognised
    source: Source
    repair: RepairChoice
    guess: str = ""
    duplicate: str = ""
    twin: str = ""
    wanted: bool = True
    ocr: bool = False
    encoding: str | None = None
    whole_page: bool = False
    copied: bool = False
    fields: dict[str, str] = field(default_factory=dict[str, str])
    refusals: dict[tuple[int, int], RepairKind] = field(default_factory=dict[tuple[int, int], RepairKind])

    @property
    def key(self) -> str:
        return self.recognised.key

    @property
    def member(self) -> str:
        """The file's name in the archive it stands in, or ""."""
        archive = self.recognised.archive
        return self.key.removeprefix(f"{archive}/") if archive else ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be read in the file."""
        return self.recognised.reason is None and self.recognised.length == 0

    @property
    def is_scanned(self) -> bool:
        """Whether the pages of the file are pictures, which OCR can read."""
        return self.recognised.reason is not None and is_scanned(self.recognised.reason)

    @property
    def is_refused(self) -> bool:
        """Whether the file cannot be read, whatever encoding is chosen for it."""
        reason = self.recognised.reason
        return reason is not None and self.encoding is None and not is_undecodable(reason)

    @property
    def comes(self) -> bool:
        """Whether the file is to be imported."""
        is_there = bool(self.duplicate or self.twin)
        if self.is_scanned:
            return self.ocr
        return self.recognised.reason is None and self.wanted and (self.copied or not is_there)

    @property
    def repairs(self) -> dict[RepairKind, int]:
        """How many repairs of each kind are wanted."""
        refused = Counter(self.refusals.values())
        kinds = self.repair.kinds
        return {kind: number - refused[kind] for kind, number in self.recognised.repairs.items() if kind in kinds}

    def take(self, *, wanted: bool) -> None:
        """Import the file, although its text is there, or leave it out."""
        if self.is_scanned:
            self.ocr = wanted
        elif self.duplicate or self.twin:
            self.wanted, self.copied = True, wanted
        else:
            self.wanted = wanted

    def switch(self, kind: RepairKind, *, on: bool) -> None:
        """Make repairs of a kind, or none."""
        self.repair = replace(self.repair, kinds=self.repair.kinds | {kind} if on else self.repair.kinds - {kind})

    def refuse(self, kind: RepairKind, span: tuple[int, int], *, refused: bool) -> None:
        """Refuse one repair, or take it."""
        if refused:
            self.refusals[span] = kind
        else:
            self.refusals.pop(span, None)
        self.repair = replace(self.repair, refused=frozenset(self.refusals))

    def repair_as(self, choice: RepairChoice) -> None:
        """Repair as `choice` says, refusing no single repair."""
        self.repair, self.refusals = replace(choice, refused=frozenset()), {}

    def options(self) -> ImportOptions:
        """Return how the file is to be read."""
        return ImportOptions(
            encoding=self.encoding,
            repair=self.repair if self.repair.kinds else None,
            whole_page=self.whole_page,
            name=self.member.rpartition("/")[2],
        )

    def is_obvious(self, *, repairs_asked: bool) -> bool:
        """Say whether there is nothing to be asked about the file; what is refused is told afterwards."""
        seen = self.recognised
        if seen.reason is not None:
            return True
        lost = seen.replaced or seen.stripped or seen.remarks
        asked = seen.doubtful or seen.partial or seen.archive or self.duplicate or self.twin or lost
        return not asked and not (repairs_asked and any(seen.repairs.values()))


class Batch:
    """The entries by their key, in the order they were found in."""

    def __init__(self, *, repairs: bool, encoding: str | None = None) -> None:
        self.entries: list[Entry] = []
        self.rows: dict[str, int] = {}
        self._asked = False
        self._first: dict[str, str] = {}
        self._repair = RepairChoice() if repairs else NOTHING
        self._encoding = encoding

    def add(self, recognised: Recognised, source: Source, duplicate: str) -> None:
        """Take in what was recognised in one more file; `duplicate` is the title of the document with its text."""
        self.rows[recognised.key] = len(self.entries)
        entry = Entry(recognised, source, self._repair, recognised.encoding, duplicate, encoding=self._encoding)
        entry.twin = self._twin(recognised)
        entry.wanted = not (self._asked and entry.is_empty)
        self.entries.append(entry)

    def ask(self) -> None:
        """Have files that are empty come only if that is asked for: from now on a person looks at them."""
        self._asked = True
        for entry in self.entries:
            entry.wanted = not entry.is_empty

    def renew(self, recognised: Recognised, duplicate: str) -> int:
        """Take in what was recognised in a file when it was read in another way, and return its row."""
        row = self.rows[recognised.key]
        self.entries[row].recognised = recognised
        self.entries[row].duplicate = duplicate
        self.entries[row].twin = self._twin(recognised)
        return row

    def _twin(self, recognised: Recognised) -> str:
        """Return the key of the first file with the same text or the same bytes, "" where that is this one."""
        if recognised.reason is not None:
            return ""
        keys = (recognised.text_sha, f"{recognised.original_sha} {recognised.encoding}")
        first = next((self._first[key] for key in keys if key in self._first), recognised.key)
        for key in keys:
            self._first.setdefault(key, first)
        return "" if first == recognised.key else first

    def spread(self, like: Entry, what: str) -> list[Entry]:
        """Let what was chosen for one file count for all others that it fits; return those to be read again.

        An encoding fits those that were taken for the same one, and refused repairs are those of one file.
        """
        others: list[Entry] = []
        for entry in self.entries:
            if entry is like or (entry.recognised.reason is not None and entry.encoding is None and what != "ocr"):
                continue
            if what == "encoding" and entry.guess == like.guess and entry.encoding != like.encoding:
                entry.encoding = like.encoding
                others.append(entry)
            elif what == "page" and entry.whole_page != like.whole_page:
                entry.whole_page = like.whole_page
                others += [entry] if entry.recognised.partial else []
            elif what == "repair":
                entry.repair = replace(entry.repair, kinds=like.repair.kinds)
            elif what == "ocr" and entry.is_scanned:
                entry.ocr = like.ocr
            elif what == "copied" and (entry.duplicate or entry.twin):
                entry.copied = like.copied
        return others

    def repair_all(self, *, repairs: bool) -> None:
        """Let nothing be repaired in any file, or everything."""
        self._repair = RepairChoice() if repairs else NOTHING
        for entry in self.entries:
            entry.repair_as(self._repair)

    @property
    def wanted(self) -> int:
        """How many files are to be imported."""
        return sum(entry.comes for entry in self.entries)

    def choices(self) -> dict[str, Choice]:
        """Return what is chosen for each file, by its key; those that go as all others are left out."""
        every = {
            entry.key: Choice(
                entry.encoding,
                entry.whole_page or None,
                entry.repair if entry.repair != self._repair else None,
                left_out=not entry.wanted or self._is_left_with_its_twin(entry),
                copied=entry.copied,
                fields=entry.fields,
                ocr="" if entry.ocr else None,
            )
            for entry in self.entries
        }
        return {key: choice for key, choice in every.items() if choice != Choice()}

    def _is_left_with_its_twin(self, entry: Entry) -> bool:
        """Say whether a file is skipped for its twin, which does not come in either."""
        return bool(entry.twin) and not entry.comes and not self.entries[self.rows[entry.twin]].comes

    def options(self, collection: str) -> ImportOptions:
        """Return what counts for all files; `collection` is a path or ""."""
        repair = self._repair if self._repair.kinds else None
        return ImportOptions(encoding=self._encoding, collection=collection or None, repair=repair)
