"""What a bibliography holds, and what a format of bibliographies must do."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from library.chinese.dates import iso_date
from library.errors import LibraryError, Refused
from library.fields import BY_NAME


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of a bibliography: `values` by the names of fields, of a library's own ones too; none is empty.

    `files` are the paths of attachments as they are written there; `untaken` is what the entry says and no field takes,
    by its name in the file. `line` is where it begins, counted from 1; 0 for what was not read.
    """

    values: Mapping[str, str]
    keywords: tuple[str, ...] = ()
    abstract: str = ""
    note: str = ""
    files: tuple[str, ...] = ()
    untaken: tuple[tuple[str, str], ...] = ()
    line: int = 0

    def value(self, name: str) -> str:
        """Return what is said in a field, "" where nothing is."""
        return self.values.get(name, "")

    @property
    def says_nothing(self) -> bool:
        """Whether no more is said than what it is and by which key it is cited."""
        return set(self.values) <= {"kind", "citekey"}


def nothing_said() -> LibraryError:
    """Return what is wrong with an entry that says nothing."""
    return Refused("The entry says nothing.")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an entry, or with a part of one, that begins in `line`, counted from 1; `entry` names it."""

    line: int
    entry: str
    error: LibraryError

    def __str__(self) -> str:
        """Return it in English, on one line."""
        return f"line {self.line}: {self.entry}: {self.error}" if self.entry else f"line {self.line}: {self.error}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a file: every entry that can be read, and what is wrong with the others."""

    references: tuple[Reference, ...]
    problems: tuple[Problem, ...] = ()


MOST_FAULTS = 1000
"""Entries that cannot be read, after which a file counts as something else."""


class TooFaulty(Exception):
    """Raised once so much of a file cannot be read that the rest is left."""


class Problems:
    """What is wrong with the entries of a file, as it is read."""

    def __init__(self) -> None:
        self._all: list[Problem] = []
        self._faults = 0

    def say(self, line: int, entry: str, error: LibraryError) -> None:
        """Take what is wrong with an entry that is read nevertheless."""
        self._all.append(Problem(line, entry, error))

    def fault(self, line: int, entry: str, error: LibraryError) -> None:
        """Take what is wrong with an entry that cannot be read; TooFaulty if there are more than MOST_FAULTS."""
        self.say(line, entry, error)
        self._faults += 1
        if self._faults >= MOST_FAULTS:
            self.say(line, "", Refused("{count} entries cannot be read. What follows was left out.", count=MOST_FAULTS))
            raise TooFaulty

    def done(self) -> tuple[Problem, ...]:
        """Return all of it in the order of lines."""
        return tuple(sorted(self._all, key=lambda problem: problem.line))


class BibliographyReader(Protocol):
    """A format that is read.

    `name` is its word on the command line, `label` its name for people, `suffixes` have the dot.
    """

    @property
    def name(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def suffixes(self) -> tuple[str, ...]: ...

    def is_recognised(self, text: str) -> bool:
        """Say whether a file with this text is one of this format, whatever its name."""
        ...

    def read(self, text: str) -> Reading:
        """Return the entries in the text of a file, whose lines end in LF; this never fails."""
        ...


class BibliographyFormat(BibliographyReader, Protocol):
    """A format that is read and written."""

    def render(self, references: Iterable[Reference]) -> Iterator[str]:
        """Yield a file piece by piece, so that `read` gives back every value, keyword, note, abstract and file."""
        ...


@dataclass(slots=True)
class Draft:
    """An entry as it is being put together by a reader."""

    line: int
    values: dict[str, str] = field(default_factory=dict[str, str])
    keywords: list[str] = field(default_factory=list[str])
    abstract: str = ""
    notes: list[str] = field(default_factory=list[str])
    files: list[str] = field(default_factory=list[str])
    untaken: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])

    def fill(self, name: str, value: str, source: str) -> None:
        """Put a value into a field that has none; what finds it taken is kept as untaken under its name `source`.

        Of a date its first day counts, in ISO 8601; what says more than the field takes is untaken, too.
        """
        form = BY_NAME[name].form if name in BY_NAME else "line"
        plain = value.strip() if form == "passage" else " ".join(value.split())
        if not plain:
            return
        if form == "date":
            day = first_day(plain)
            if day != plain:
                self.untaken.append((source, plain))
            plain = day
        if plain and self.values.setdefault(name, plain) != plain:
            self.untaken.append((source, plain))

    def done(self) -> Reference:
        """Return the entry."""
        return Reference(
            {name: value for name, value in self.values.items() if value},
            tuple(dict.fromkeys(self.keywords)),
            self.abstract.strip(),
            "\n\n".join(self.notes).strip(),
            tuple(dict.fromkeys(self.files)),
            tuple(self.untaken),
            self.line,
        )


def first_day(written: str) -> str:
    """Return the first day, month or year that a date or a range tells, in ISO 8601, "" if it tells none.

    Besides what documents write, those of bibliographies: 2018/03/05/, 2018-03-05T10:00Z, 2018-03/2018-04, Mar 5 2018.
    """
    plain = " ".join(written.split())[:60].removeprefix("c").removeprefix("a. ").strip("[]() ")
    candidates = [plain, plain.rstrip("/").replace("/", "-"), *_parts(plain)]
    return next((day for each in candidates if (day := iso_date(each))), "")


def _parts(plain: str) -> Iterator[str]:
    """Yield what may be a date in a longer one, the likeliest first."""
    yield plain.partition("T")[0]
    yield plain.partition(" ")[0]
    for sign in ("–", "—", "~", "至"):
        yield plain.partition(sign)[0]
    if plain[:4].isdecimal():
        pieces = [piece for piece in plain.replace("-", "/").split("/") if piece]
        for length in (3, 2, 1):
            yield "-".join(piece.strip() for piece in pieces[:length])
        yield _with_month(plain)
    words = plain.replace(",", " ").replace(".", " ").split()
    yield from (_with_month(" ".join((words[-1], *words[:-1]))) for _ in words[1:2])
    yield plain[:4]
    yield plain[-4:]


def _with_month(plain: str) -> str:
    """Return a year, a month by its English name and perhaps a day, in numbers: 2018 Mar 5, 2018 5 March."""
    year, *rest = plain.replace("/", " ").replace("-", " ").split()
    months = [number for word in rest if (number := month_number(word))]
    days = [word for word in rest if word.isdecimal() and len(word) <= 2]
    return "-".join((year, *(f"{month:02}" for month in months[:1]), *(day.zfill(2) for day in days[:1] if months)))


MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def month_number(written: str) -> int:
    """Return the number of a month that is written in English, short or long, or in digits; 0 if it is none."""
    plain = written.strip(" .{}").lower()
    if plain.isdecimal() and plain.isascii() and len(plain) <= 2:
        return int(plain) if 1 <= int(plain) <= 12 else 0
    return MONTHS.index(plain[:3]) + 1 if plain[:3] in MONTHS else 0
