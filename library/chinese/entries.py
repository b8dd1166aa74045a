"""The numbered lines of a text, sorted into sequences: which of them are headings, and which numbers are missing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from library.chinese.layout import Layout
from library.chinese.numbering import LONGEST, STARTS, Numbering, Style, numbering_of
from library.chinese.sentences import is_ended

Form = Literal["line", "label", "run_in", "clause", "listed"]
"""A line that is its heading whole, one with a value behind its colon, one that goes on, none, and a part of a list."""

CHAPTERS: tuple[Style, ...] = ("volume", "chapter", "part")
RANKS: dict[Style, int] = {
    "markdown": 0, "volume": 1, "chapter": 2, "part": 3, "roman": 4, "han": 5, "han_bracket": 6, "digit": 7,
    "digit_bracket": 8, "circled": 9, "bare": 7, "decimal": 7, "han_space": 5,
}  # fmt: skip
_ITEMS: tuple[Style, ...] = ("digit", "digit_bracket", "circled")
FARTHEST = 20
"""Numbers that may be missing in a row; behind more of them another sequence begins."""
_STOP = re.compile("[。][”’」』）)*]*")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.{1,80}?)\1")
_PAUSES = tuple("，,、")
_LISTED = tuple("；;")
_ENDED = tuple("。.：:…")
_LEADER = re.compile(r"(?:[.．·…]{3,}|(?:[.．·…]\s){3,}|…{1,}|\s{2,}|\t)\s*[（(]?\d{1,4}[）)]?$")
_CONTENTS = re.compile(
    r"[#*\s]*(?:目\s*[录錄次]|(?:本[期刊报])?(?:要目|目录|导读|看点)|(?i:table of contents|contents))[\s*：:]*"
)
_PAGED = re.compile(r"(?<=[㐀-鿿”》）\d])\s\d{1,4}$")
"""A page number that only a space sets apart: such stand in a table of contents alone."""
_UNDERLINE = re.compile("={3,}|-{3,}")
_LABEL = re.compile(r"[^。；]{2,20}?(?<![说說道问問答曰])[：:]")
_PARAGRAPH = 8
_ISSUE = re.compile(r"第\s?\S{1,5}\s?[辑輯册冊]")
_HAN = re.compile("[㐀-鿿]")


@dataclass(slots=True, eq=False)
class Entry:
    """A numbered line by its index: `end` of its heading in code points of the line, `goes_on` if more stands there.

    `pauses` says that what stands there ends in a semicolon.
    """

    index: int
    numbering: Numbering
    form: Form
    end: int
    goes_on: bool = False
    pauses: bool = False


@dataclass(slots=True)
class Run:
    """Entries of one style that count on; `interrupted` by a heading above them, so that only the next number fits."""

    entries: list[Entry] = field(default_factory=list)
    interrupted: bool = False

    def takes(self, number: int) -> bool:
        """Say whether the entry numbered `number` goes on with this sequence."""
        last = self.entries[-1].numbering.number
        return number == last + 1 or (not self.interrupted and last < number <= last + FARTHEST)

    def missing(self) -> Iterator[tuple[Entry, Entry, int]]:
        """Yield the numbers that are missing, with the entries around them."""
        for one, other in pairwise(self.entries):
            for number in range(one.numbering.number + 1, other.numbering.number):
                yield one, other, number


def entries_of(lines: Layout) -> list[Entry]:
    """Return the numbered lines, without those of a table of contents."""
    contents = listed_in_contents(lines)
    found: list[Entry] = []
    underlined = set(_underlined(lines))
    for index, line in enumerate(lines.texts):
        if index in underlined:
            level = 1 if lines.texts[index + 1][0] == "=" else 2
            found.append(Entry(index, Numbering("markdown", 0, 0, level=level), "line", len(line)))
        elif line[0] in STARTS and index not in contents:
            numbering = numbering_of(line)
            entry = _entry(index, line, numbering) if numbering else None
            if entry:
                found.append(entry)
    return _without_issue(_without_listing(found, lines), lines)


def _underlined(lines: Layout) -> Iterator[int]:
    """Yield the indexes of the lines that Markdown marks as headings by a line of = or - below them."""
    for below, rule in enumerate(lines.texts[1:], 1):
        if rule[0] not in "=-" or not _UNDERLINE.fullmatch(rule) or not lines.are_adjacent(below - 1):
            continue
        line = lines.texts[below - 1]
        is_apart = below == 1 or not lines.are_adjacent(below - 2)
        if is_apart and len(line) <= LONGEST and line[0] not in "=-#>|*" and not is_ended(line):
            yield below - 1


def runs_of(entries: Sequence[Entry]) -> list[Run]:
    """Return the sequences that entries form, each of one style, in the order in which they begin."""
    runs: list[Run] = []
    running: dict[Style, Run] = {}
    for entry in entries:
        numbering = entry.numbering
        rank = RANKS[numbering.style]
        for style, run in running.items():
            if RANKS[style] > rank:
                run.interrupted = True
        if not numbering.number or numbering.style == "markdown":
            continue
        run = running.get(numbering.style)
        if run is None or not run.takes(numbering.number):
            run = running[numbering.style] = Run()
            runs.append(run)
        run.interrupted = False
        run.entries.append(entry)
    return runs


def headings_in(run: Run, lines: Layout) -> list[Entry]:
    """Return the entries of a sequence that are headings: none, where it is a list or numbers sentences."""
    entries = run.entries
    style = entries[0].numbering.style
    if style in CHAPTERS:
        return entries
    if len(entries) == 1:
        return entries if _is_only(entries[0], lines) else []
    if any(entry.form == "listed" for entry in entries):
        return []
    if all(entry.pauses for entry in entries[:-1]):
        return []  # the parts of one sentence, each in a line
    if style == "han_space" and (entries[0].numbering.number != 1 or any(entry.form != "line" for entry in entries)):
        return []
    bare = sum(_is_bare(one, other) for one, other in pairwise(entries))
    if 2 * bare > len(entries) - 1:
        return []
    return [entry for entry in entries if entry.form in {"line", "label", "run_in"} and not _is_plain(entry, style)]


def is_latin(entry: Entry, lines: Layout) -> bool:
    """Say whether the words of a numbered line are not Chinese."""
    return not _HAN.search(lines.texts[entry.index], entry.numbering.end)


def _is_only(entry: Entry, lines: Layout) -> bool:
    """Say whether a number that nothing follows heads a section: 一、总则 above a paragraph. Another counts nothing."""
    if entry.form != "line" or entry.numbering.style != "han" or entry.numbering.number != 1:
        return False
    below = lines.texts[entry.index + 1] if entry.index + 1 < len(lines) else ""
    return len(below) >= _PARAGRAPH and is_ended(below) and below[0] not in STARTS


def _is_plain(entry: Entry, style: Style) -> bool:
    """Say whether a line counts something that is no heading: a digit before a label and its value."""
    return style in _ITEMS and entry.form == "label"


def _is_bare(one: Entry, other: Entry) -> bool:
    return other.index == one.index + 1 and not one.goes_on


def _entry(index: int, line: str, numbering: Numbering) -> Entry | None:
    if numbering.style == "markdown":
        return (
            Entry(index, numbering, "line", len(line)) if len(line) <= 4 * LONGEST and line[numbering.end :] else None
        )
    if numbering.style in CHAPTERS:
        return (
            None
            if len(line) > LONGEST or line.endswith((*_ENDED, *_PAUSES, *_LISTED))
            else _whole(index, line, numbering)
        )
    if numbering.end >= len(line):
        return None
    bold = _BOLD.match(line, numbering.end)
    if bold:
        return Entry(index, numbering, "run_in" if line[bold.end() :] else "line", bold.end(), bool(line[bold.end() :]))
    stop = _STOP.search(line, numbering.end, numbering.end + LONGEST)
    label = _LABEL.match(line, numbering.end, stop.start()) if stop else None
    if label:
        return Entry(index, numbering, "run_in", label.end(), goes_on=True, pauses=line.endswith(_LISTED))
    if stop:
        return Entry(index, numbering, "run_in", stop.end(), bool(line[stop.end() :]), line.endswith(_LISTED))
    return _unstopped(index, line, numbering)


def _unstopped(index: int, line: str, numbering: Numbering) -> Entry:
    """Return the entry of a line without a 。 near its beginning."""
    if line.endswith(_LISTED):
        return Entry(index, numbering, "listed", len(line))
    if len(line) - numbering.end > LONGEST + 20 * line.isascii() or line.endswith(_PAUSES):
        return Entry(index, numbering, "clause", len(line), goes_on=True)
    if line.endswith(".") and not _HAN.search(line):
        return Entry(index, numbering, "clause", len(line))
    colon = re.search("[：:](?=.)", line[numbering.end :])
    return Entry(index, numbering, "label", len(line), goes_on=True) if colon else _whole(index, line, numbering)


def _whole(index: int, line: str, numbering: Numbering) -> Entry:
    return Entry(index, numbering, "line", len(line))


def listed_in_contents(lines: Layout) -> set[int]:
    """Return the indexes of the lines of a table of contents: with page numbers, or below 目录."""
    listed = {index for index, line in enumerate(lines.texts) if line[-1].isdigit() and _is_leader(line)}
    for index, line in enumerate(lines.texts):
        if line[0] in "目本要导#*CcTt" and len(line) < LONGEST and _CONTENTS.fullmatch(line):
            listed.update(_listed_below(index, lines))
    return listed


def _is_leader(line: str) -> bool:
    return len(line) <= 2 * LONGEST and _LEADER.search(line, 1) is not None and _HAN.search(line) is not None


def _listed_below(index: int, lines: Layout) -> Iterator[int]:
    """Yield the lines below 目录 up to a paragraph, or to where the first of them stands again."""
    first: set[str] = set()
    for below in range(index + 1, len(lines)):
        name = _named(lines.texts[below])
        names = {name, _named(_PAGED.sub("", lines.texts[below][: 4 * LONGEST]))}
        if len(name) > LONGEST or name.endswith("。") or names & first:
            return
        first = first or names
        yield below


def _named(line: str) -> str:
    return "".join(_LEADER.sub("", line[: 4 * LONGEST]).split())


def _without_issue(entries: list[Entry], lines: Layout) -> list[Entry]:
    """Return entries without the number of the text itself, such as 第九辑, which is the only one of its kind."""
    volumes = [entry for entry in entries if entry.numbering.style == "volume"]
    if len(volumes) != 1 or volumes[0].numbering.number < 2 or not _ISSUE.fullmatch(lines.texts[volumes[0].index]):
        return entries
    return [entry for entry in entries if entry is not volumes[0]]


def _without_listing(entries: list[Entry], lines: Layout) -> list[Entry]:
    """Return entries without chapters that are only listed: with nothing below them, and named again further on."""
    seen: dict[str, int] = {}
    for entry in entries:
        if entry.numbering.style in CHAPTERS:
            seen[_named(lines.texts[entry.index])] = entry.index
    indexes = {entry.index for entry in entries}
    return [
        entry
        for entry in entries
        if not (
            entry.numbering.style in CHAPTERS
            and entry.index + 1 in indexes
            and seen[_named(lines.texts[entry.index])] > entry.index
        )
    ]
