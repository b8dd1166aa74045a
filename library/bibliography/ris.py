"""RIS, as Zotero, EndNote, Mendeley, NoteExpress, CNKI and Wanfang write it."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress

from library.bibliography.base import Draft, Problems, Reading, Reference, TooFaulty, nothing_said
from library.bibliography.beside import MARK, left_over, take
from library.bibliography.kinds import RIS_KINDS, first_type
from library.bibliography.names import inverted, joined
from library.errors import Refused
from library.fields import split_names

_TAG = re.compile(r"\s{0,4}([A-Z][A-Z0-9])\s{1,3}-(?:\s(.*)|)\Z")
_ISBN = re.compile(r"(?:97[89][\s-]?)?(?:\d[\s-]?){9}[\dXx]")
_PAGES = re.compile(r"\s*[-–—‐]+\s*")

_LINES = {
    "T1": "title", "TI": "title",
    "PB": "publisher", "CY": "place", "PP": "place", "ET": "edition", "VL": "volume", "IS": "issue", "CP": "issue",
    "UR": "url", "L2": "url", "DO": "doi", "LA": "language", "ID": "citekey", "Y2": "accessed",
    "M1": "number",
}  # fmt: skip
"""The fields of tags; what a field has twice is not taken the second time."""
_CONTAINERS = ("T2", "JF", "JO", "BT", "JA", "J2", "J1", "T3")
"""The tags of what something is published in, the full name first."""
_DATES = ("DA", "Y1", "PY")
"""The tags of the date, the one that may say most first."""
_PERSONS = {"AU": "author", "A1": "author", "A2": "editor", "ED": "editor", "A3": "editor", "A4": "translator"}
_BESIDE = "U1"
_WRITTEN = {
    "title": "TI", "container": "T2", "publisher": "PB", "place": "CY", "edition": "ET", "volume": "VL",
    "issue": "IS", "number": "M1", "url": "UR", "doi": "DO", "isbn": "SN", "language": "LA", "citekey": "ID",
}  # fmt: skip


class Ris:
    """RIS: a tag of two letters and its value on each line, entries from TY to ER."""

    name = "ris"
    label = "RIS"
    suffixes = (".ris",)

    def is_recognised(self, text: str) -> bool:
        """Say whether a file with this text begins an entry of RIS."""
        return re.search(r"^\s{0,4}TY\s{1,3}-", text[:200_000], re.MULTILINE) is not None

    def read(self, text: str) -> Reading:
        """Return the entries in the text of a file."""
        problems = Problems()
        return read_entries(_entries(text, problems), problems)

    def render(self, references: Iterable[Reference]) -> Iterator[str]:
        """Yield a file, an entry a piece."""
        for reference in references:
            lines = [*_lines(reference)]
            beside = left_over(reference, lambda one: _text(_lines(one)), self.read)
            yield _text([*lines, *((_BESIDE, f"{MARK} {line}") for line in beside)])


class Entry:
    """The lines of an entry, by tag and in order."""

    def __init__(self, line: int, type_: str) -> None:
        self.line = line
        self.type = type_.strip().upper()
        self.lines: list[tuple[str, list[str]]] = []

    def values(self, tag: str) -> list[str]:
        """Return what stands under a tag, line for line."""
        return ["\n".join(parts).strip() for each, parts in self.lines if each == tag]


def read_entries(entries: Iterable[Entry], problems: Problems) -> Reading:
    """Return what entries say that were read line by line, with the problems met so far and here."""
    references: list[Reference] = []
    with suppress(TooFaulty):
        for entry in entries:
            reference = _reference(entry)
            if reference.says_nothing:
                problems.fault(entry.line, reference.value("citekey"), nothing_said())
            else:
                references.append(reference)
    return Reading(tuple(references), problems.done())


def _entries(text: str, problems: Problems) -> Iterator[Entry]:
    """Yield the entries; one that the next TY or the end of the file cuts short is told, and read."""
    entry: Entry | None = None
    stray = 0
    for number, line in enumerate(text.split("\n"), 1):
        found = _TAG.match(line)
        if found is None:
            if entry is not None and entry.lines and line.strip():
                entry.lines[-1][1].append(line.strip())
            elif entry is None and line.strip():
                stray = stray or number
            continue
        tag, value = found[1], found[2] or ""
        if tag == "TY":
            if entry is not None:
                problems.say(entry.line, "", _unended())
                yield entry
            entry = Entry(number, value)
        elif tag == "ER":
            if entry is not None:
                yield entry
            entry = None
        elif entry is None:
            stray = stray or number
        else:
            entry.lines.append((tag, [value.strip()]))
        if stray and tag in ("TY", "ER"):
            problems.say(stray, "", Refused("What stands here belongs to no entry."))
            stray = 0
    if stray:
        problems.say(stray, "", Refused("What stands here belongs to no entry."))
    if entry is not None:
        problems.say(entry.line, "", _unended())
        yield entry


def _reference(entry: Entry) -> Reference:
    draft = Draft(entry.line)
    draft.fill("kind", RIS_KINDS.get(entry.type, ""), "TY")
    if entry.type not in RIS_KINDS and entry.type not in ("GEN", ""):
        draft.untaken.append(("TY", entry.type))
    used = {"BT", *_CONTAINERS, *_DATES, *_PERSONS, "SP", "EP", "SN", "KW", "AB", "N1", "N2", "RN", "L1", "L4", _BESIDE}
    for tag in _DATES:
        _fill_date(draft, tag, entry.values(tag))
    _fill_persons(draft, entry)
    if entry.type in ("BOOK", "EBOOK") and not entry.values("TI") and not entry.values("T1"):
        for value in entry.values("BT"):
            draft.fill("title", value, "BT")
    for tag in _CONTAINERS:
        for value in entry.values(tag):
            if value != draft.values.get("title") or tag != "BT":
                draft.fill("container", value, tag)
    for tag, parts in entry.lines:
        value = "\n".join(parts).strip()
        if tag in _LINES:
            draft.fill(_LINES[tag], value, tag)
        elif tag not in used and value:
            draft.untaken.append((tag, value))
    _fill_pages(draft, entry.values("SP"), entry.values("EP"))
    for value in entry.values("SN"):
        if _ISBN.fullmatch(value):
            draft.fill("isbn", value, "SN")
        else:
            draft.untaken.append(("SN", value))
    _fill_words(draft, entry)
    return draft.done()


def _fill_date(draft: Draft, tag: str, values: list[str]) -> None:
    """Put a date into its field; a shorter one that says the same is none that is left out."""
    for value in values:
        before = list(draft.untaken)
        known = draft.values.get("date", "")
        draft.fill("date", value, tag)
        plain = value.strip("/").replace("/", "-")
        if plain == draft.values.get("date") or (known and known.startswith(plain)):
            draft.untaken[:] = before


def _fill_persons(draft: Draft, entry: Entry) -> None:
    persons: dict[str, list[str]] = {}
    for tag, parts in entry.lines:
        if tag in _PERSONS:
            # CNKI and Wanfang put all of them on one line, parted by semicolons
            written = split_names(" ".join(parts))
            persons.setdefault(_PERSONS[tag], []).extend(inverted(name) for name in written)
    for field, names in persons.items():
        draft.fill(field, joined(names), field)


def _fill_pages(draft: Draft, first: list[str], last: list[str]) -> None:
    begin, end = "".join(first[:1]), "".join(last[:1])
    pages = begin if not end or begin == end or _PAGES.search(begin) else f"{begin}-{end}" if begin else end
    draft.fill("pages", _PAGES.sub("-", pages), "SP")
    draft.untaken += [("SP", value) for value in first[1:]] + [("EP", value) for value in last[1:]]


def _fill_words(draft: Draft, entry: Entry) -> None:
    """Take keywords, abstracts, notes, attachments, and what was written beside it all."""
    for value in entry.values("KW"):
        draft.keywords += [word.strip() for word in re.split(r"[;；\n]", value) if word.strip()]
    draft.abstract = "\n\n".join(value for tag in ("AB", "N2") for value in entry.values(tag))
    draft.notes = [value for tag in ("N1", "RN") for value in entry.values(tag)]
    draft.files = [value for tag in ("L1", "L4") for value in entry.values(tag)]
    marked = [value for value in entry.values(_BESIDE) if value.startswith(f"{MARK} ")]
    draft.untaken += [(_BESIDE, value) for value in entry.values(_BESIDE) if value not in marked]
    take(draft, (value.removeprefix(f"{MARK} ") for value in marked))


def _lines(reference: Reference) -> Iterator[tuple[str, str]]:
    values = reference.values
    yield "TY", first_type(RIS_KINDS, reference.value("kind"), "GEN")
    for field, tag in (("author", "AU"), ("editor", "A2"), ("translator", "A4")):
        yield from ((tag, name) for name in split_names(reference.value(field)))
    date = reference.value("date")
    if date:
        yield "PY", date[:4]
        yield "DA", date.replace("-", "/")
    if "accessed" in values:
        yield "Y2", values["accessed"].replace("-", "/")
    yield from ((tag, values[field]) for field, tag in _WRITTEN.items() if field in values)
    first, sign, last = reference.value("pages").partition("-")
    yield from [("SP", first)] * bool(first) + [("EP", last)] * bool(sign)
    yield from (("KW", word) for word in reference.keywords)
    yield from [("AB", reference.abstract)] * bool(reference.abstract)
    yield from [("N1", reference.note)] * bool(reference.note)
    yield from (("L1", path) for path in reference.files)


def _text(lines: Iterable[tuple[str, str]]) -> str:
    """Return an entry; line ends inside a value are spaces, of which the value beside it knows better."""
    rows = "".join(f"{tag}  - {' '.join(value.splitlines())}\n" for tag, value in lines)
    return f"{rows}ER  - \n\n"


def _unended() -> Refused:
    return Refused("The entry has no end (ER). It was read as far as it goes.")
