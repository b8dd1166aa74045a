"""The outline of a text: its headings, with what they are, how deep they stand, and which numbers are missing."""

import re
from collections.abc import Iterator, Mapping, Sequence

from library.chinese.bracketed import bracketed
from library.chinese.entries import (
    CHAPTERS,
    Entry,
    Run,
    entries_of,
    headings_in,
    is_latin,
    listed_in_contents,
    runs_of,
)
from library.chinese.layout import Layout
from library.chinese.numbering import LONGEST, Numbering, Style, numbering_of
from library.chinese.numerals import HAN, han_numeral
from library.chinese.persons import byline_name
from library.chinese.sections import decimal_entries
from library.chinese.standing import lone_numbers
from library.chinese.subheads import Subheads
from library.chinese.titles import title_span
from library.headings import Heading, HeadingKind, Missing, depths_of

_LEVELS: dict[Style, int] = {
    "roman": 1, "han": 1, "han_bracket": 2, "digit": 3, "digit_bracket": 4, "circled": 5, "bare": 1, "han_space": 1,
}  # fmt: skip
_ENDS = frozenset("。；：，、…”’」』;:,")
_SHORT = 80
_MARKS = re.compile(r"\*\*|__|\s#+$")
_FENCE = ("```", "~~~")


def outline(text: str) -> list[Heading]:
    """Return the headings of `text` in order; neither its title nor bylines, dates, captions and notes are any.

    The rules are those of Chinese official documents, of books, of speeches and of Markdown (see the parts above).
    Linear in the length of the text.
    """
    return _Outline(text).headings()


def missing_numbers(text: str) -> list[Missing]:
    """Return the numbers that the headings of `text` leave out: pages that were lost, or never printed."""
    return _Outline(text).missing()


def outline_and_missing(text: str) -> tuple[list[Heading], list[Missing]]:
    """Return both the headings of `text` and the numbers that they leave out, reading it once."""
    read = _Outline(text)
    return read.headings(), read.missing()


def depths(headings: Sequence[Heading]) -> list[int]:
    """Return how deep each heading stands below the others, from 0: a speech above all sections in it."""
    return depths_of([(heading.kind != "speech", heading.level) for heading in headings])


class _Outline:
    """One text, its numbered lines sorted into sequences."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = Layout(text)
        self._title = self._title_line()
        fenced = self._fenced()
        entries = [entry for entry in entries_of(self._lines) if entry.index not in fenced]
        self._entries = self._without_title(entries)
        self._marked = [entry for entry in self._entries if entry.numbering.style == "markdown"]
        self._decimals = decimal_entries(self._entries)
        counted = {entry.index for entry in self._decimals}
        runs = runs_of([entry for entry in self._entries if entry.index not in counted])
        self._runs = [
            (run, headings_in(run, self._lines))
            for run in runs
            if run.entries[0].numbering.style not in ("bare", "decimal")
        ]
        chapters: set[Style] = {entry.numbering.style for _, found in self._runs for entry in found}
        chapters |= {entry.numbering.style for entry in self._entries}
        self._chapters = [style for style in CHAPTERS if style in chapters]

    def headings(self) -> list[Heading]:
        """Return all headings in order."""
        found = [*self._numbered()]
        found += self._standing()
        found += self._bold({index for index, _ in found})
        found += self._unnumbered({index: heading.kind for index, heading in found})
        return self._with_bracketed([heading for _, heading in sorted(found, key=lambda pair: pair[1].start)])

    def _with_bracketed(self, headings: list[Heading]) -> list[Heading]:
        """Return headings with those in brackets, each below what stands above it."""
        level = 0
        found: list[Heading] = []
        above = iter(headings)
        heading = next(above, None)
        for one in bracketed(self._lines):
            start = self._lines.start(one.index)
            while heading is not None and heading.start <= start:
                found.append(heading)
                level, heading = heading.level, next(above, None)
            title = self._lines.texts[one.index][: one.end]
            if not found or found[-1].end <= start:
                found.append(Heading(level + 1, title, start, start + one.end, one.kind))
        return found + ([heading, *above] if heading is not None else [])

    def missing(self) -> list[Missing]:
        """Return the missing numbers in order."""
        runs = [run for run, found in self._runs if found]
        runs += runs_of([entry for entry in map(self._inside, self._marked) if entry])
        found = [
            Missing(written(self._mark(one), one.numbering, number), self._start(one) + one.end, self._start(other))
            for run in runs
            for one, other, number in run.missing()
        ]
        return sorted(found, key=lambda gap: (gap.start, gap.end))

    def _mark(self, entry: Entry) -> str:
        return self._lines.texts[entry.index][: entry.numbering.end]

    def _inside(self, entry: Entry) -> Entry | None:
        """Return a Markdown heading as the numbered line that it would be without its signs."""
        line = self._lines.texts[entry.index]
        numbering = numbering_of(line[entry.numbering.end :])
        if numbering is None:
            return None
        return Entry(entry.index, numbering, entry.form, entry.end, entry.goes_on, entry.pauses)

    def _title_line(self) -> int:
        span = title_span(self._text, of_page=True)
        if span is None:
            return -1
        return next((index for index in range(len(self._lines)) if self._lines.end(index) >= span[1]), -1)

    def _without_title(self, entries: list[Entry]) -> list[Entry]:
        """Return entries without the title and the subtitle, which begins with a dash, of a text in Markdown."""
        tops = [entry for entry in entries if entry.numbering.level == 1]
        first = next((entry for entry in entries if entry.numbering.style == "markdown"), None)
        titled = len(tops) == 1 and tops[0] is first and self._is_first(tops[0].index)
        if titled and first:
            self._title = first.index
        elif first and first.index == self._title:
            self._title = -1  # one heading among several of its kind
        kept = [entry for entry in entries if not (titled and entry is first) and not self._is_volume(entry, entries)]
        return [entry for entry in kept if not self._words(entry).startswith(("—", "--", "－"))]

    def _is_volume(self, entry: Entry, entries: list[Entry]) -> bool:
        """Say whether a line at the head names the text itself, which is one volume of several: 卷三　食货志."""
        is_volume = entry.index == 0 and entry.numbering.style == "volume" and entry.numbering.number > 0
        return is_volume and not any(other.numbering.style in CHAPTERS for other in entries if other is not entry)

    def _is_first(self, index: int) -> bool:
        return index <= 12

    def _words(self, entry: Entry) -> str:
        return self._lines.texts[entry.index][entry.numbering.end :]

    def _fenced(self) -> set[int]:
        """Return the indexes of lines of code between Markdown's fences."""
        fences = [index for index, line in enumerate(self._lines.texts) if line.startswith(_FENCE)]
        pairs = zip(fences[::2], fences[1::2], strict=False)
        return {index for start, end in pairs for index in range(start, end + 1)}

    def _numbered(self) -> Iterator[tuple[int, Heading]]:
        for entry in self._marked:
            yield entry.index, self._heading(entry, entry.numbering.level, self._markdown_kind(entry))
        for entry in self._decimals:
            yield entry.index, self._heading(entry, self._decimal_level(entry), "section")
        for run, found in self._runs:
            for entry in found:
                yield entry.index, self._heading(entry, self._level(entry), self._kind(run, entry))
        for entry in self._entries:
            if entry.numbering.style in CHAPTERS and not entry.numbering.number:
                yield entry.index, self._heading(entry, self._level(entry), "chapter")

    def _standing(self) -> Iterator[tuple[int, Heading]]:
        """Yield the numbers that stand alone on a line."""
        for index in lone_numbers(self._lines):
            start, end = self._lines.start(index), self._lines.end(index)
            yield index, Heading(len(self._chapters) + 1, self._text[start:end], start, end, "section")

    def _markdown_kind(self, entry: Entry) -> HeadingKind:
        inside = self._inside(entry)
        return "chapter" if inside and inside.numbering.style in CHAPTERS else "section"

    def _kind(self, run: Run, entry: Entry) -> HeadingKind:
        style = entry.numbering.style
        if style in CHAPTERS:
            return "chapter"
        if style in ("digit", "digit_bracket", "circled"):
            return "section" if self._is_latin_section(run) else "item"
        return "run_in" if entry.form == "run_in" else "section"

    def _is_latin_section(self, run: Run) -> bool:
        """Say whether 1. counts the sections of a text that is not Chinese: lines that are titles whole."""
        return run.entries[0].numbering.style == "digit" and all(
            entry.form == "line" and is_latin(entry, self._lines) for entry in run.entries
        )

    def _level(self, entry: Entry) -> int:
        style = entry.numbering.style
        if style in CHAPTERS:
            return self._chapters.index(style) + 1
        if style == "digit" and entry.form == "line" and is_latin(entry, self._lines):
            return len(self._chapters) + 1
        return len(self._chapters) + _LEVELS[style]

    def _decimal_level(self, entry: Entry) -> int:
        """Return the level of 1.1: below 1, or where chapters take its place, below them."""
        depth = len(entry.numbering.parts) or 1
        return depth + max(len(self._chapters) - 1, 0)

    def _heading(self, entry: Entry, level: int, kind: HeadingKind) -> Heading:
        line = self._lines.texts[entry.index]
        from_ = entry.numbering.end if entry.numbering.style == "markdown" else 0
        start = self._start(entry)
        return Heading(level, _plain(line[from_ : entry.end]), start, start + entry.end, kind)

    def _start(self, entry: Entry) -> int:
        return self._lines.start(entry.index)

    def _bold(self, taken: set[int]) -> Iterator[tuple[int, Heading]]:
        """Yield the headings in bold: a sentence that opens a paragraph, or a whole line."""
        if "**" not in self._text:
            return
        level = 1
        marked = {entry.index: entry.numbering.level for entry in self._marked}
        for index, line in enumerate(self._lines.texts):
            if index in marked:
                level = marked[index] + 1
            elif "**" in line and index not in taken and index > self._title:
                yield from self._bold_in(index, line, level)

    def _bold_in(self, index: int, line: str, level: int) -> Iterator[tuple[int, Heading]]:
        start = self._lines.start(index)
        for found in _BOLD_SENTENCE.finditer(line):
            heading = Heading(level, _plain(found["words"]), start + found.start(), start + found.end(), "run_in")
            yield index, heading
        whole = _BOLD_LINE.fullmatch(line)
        if whole and not byline_name(whole["words"]):
            yield index, Heading(level, _plain(line), start, start + len(line), "section")

    def _unnumbered(self, taken: Mapping[int, str]) -> Iterator[tuple[int, Heading]]:
        """Yield the headings without a number; a text with Markdown's signs has none beside them."""
        if len(self._marked) > 1:
            return
        numbered = {entry.index for entry in self._entries}
        candidates = [
            index
            for index, line in enumerate(self._lines.texts)
            if len(line) <= _SHORT and line[-1] not in _ENDS and index not in numbered and index not in taken
        ]
        listed = listed_in_contents(self._lines)
        subheads = Subheads(self._lines, candidates, taken, title=self._title, length=len(self._text), listed=listed)
        first = min(
            (entry.index for entry in self._entries if entry.numbering.style in CHAPTERS), default=len(self._lines)
        )
        for subhead in subheads.find():
            start, end = self._lines.start(subhead.index), self._lines.end(subhead.index)
            deep = len(self._chapters) if subhead.index > first and not subhead.is_matter else 0
            kind = subhead.kind if subhead.kind != "chapter" or self._chapters else "section"
            level = 1 if subhead.kind == "speech" else 1 + deep
            yield subhead.index, Heading(level, _plain(self._text[start:end]), start, end, kind)


_BOLD_SENTENCE = re.compile(r"(?:^|(?<=[。！？]))\*\*(?P<words>[^*]{2,100}?[。！？.])\*\*(?=.)")
_BOLD_LINE = re.compile(rf"(\*\*|__)(?P<words>[^*。；：:]{{2,{LONGEST}}}?)\1")


def _plain(words: str) -> str:
    """Return the words of a heading: without marks of bold, without the stop of a run-in heading."""
    return _MARKS.sub("", words).strip().rstrip("。：:").strip()


def written(mark: str, numbering: Numbering, number: int) -> str:
    """Return how `number` would be written in the sequence of `numbering`, which has `mark` in front of its words."""
    numeral = numbering.numeral
    digits = han_numeral(number) if numeral[0] in HAN and number < 100 else str(number)
    return mark.rstrip().replace(numeral, digits, 1)
