"""Who speaks: the passages of speeches, interviews and minutes, each with its speaker."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from library.chinese.cuts import is_cut
from library.chinese.declared import declared_names
from library.chinese.layout import Layout
from library.chinese.numbering import STARTS, numbering_of
from library.chinese.persons import byline_name, is_credit, is_reporter
from library.chinese.sayings import goes_on, sayer
from library.chinese.sentences import is_ended
from library.chinese.speakerlabels import HEAD, SENTENCE, begins_with_particular, names_of_labels, names_of_posts
from library.speeches import Passage

_COUNTED = re.compile(r"(?:第?[一二三四五六七八九十]{1,2}(?:是|要|，|,|点|、)|首先|其次|再次|最后)")
_ASIDE = re.compile(r"[（(\[【〔].*[）)\]】〕]|[—\-*=_·]{3,}")


def speakers(text: str) -> list[Passage]:
    """Return the passages of `text` whose speaker is named, in order; they do not overlap.

    A speaker is named in front of a colon (李华：, 问：), in a line of position and name above a speech, or in a
    paragraph as 李华委员说, at its head or behind what it quotes. What is said goes on to the next speaker, to an aside
    or to the end; after 李华说 it is the paragraph, with the points that it announces. A part in the talk (问, 主持人)
    is named as who has it, where the head of the text says who that is.
    """
    return _Speech(text).passages()


class _Speech:
    """The lines of one text, and who is named at the head of each."""

    def __init__(self, text: str) -> None:
        self._layout = Layout(text)
        self._lines = self._layout.texts

    def passages(self) -> list[Passage]:
        """Return the passages by labels where there are any, else those by bylines and by verbs."""
        posts = names_of_posts(self._lines)
        if posts:
            return [self._passage(name, index + 1, end) for index, name, end in self._posts(posts)]
        declared = declared_names(self._lines)
        labels = names_of_labels(self._lines, declared)
        if labels:
            return [
                self._passage(declared.get(name, name), index, self._end_of_label(index, labels))
                for index, name in labels.items()
            ]
        bylines = self._bylines()
        found = [one for one in self._said() if not any(_overlap(one, other) for other in _near(one, bylines))]
        return sorted([*bylines, *found], key=lambda passage: passage.start)

    def _passage(self, name: str, first: int, end: int) -> Passage:
        return Passage(name, self._layout.start(first), self._layout.end(end - 1))

    def _posts(self, posts: dict[int, str]) -> Iterator[tuple[int, str, int]]:
        """Yield the lines above posts, who wrote each, and the lines behind; those of nothing are left out."""
        for (index, name), end in zip(posts.items(), [*list(posts)[1:], len(self._lines)], strict=True):
            if end > index + 1:
                yield index, name, end

    def _end_of_label(self, index: int, labels: dict[int, str]) -> int:
        """Return the index behind the last line of what is said from `index` on."""
        end = index + 1
        while end < len(self._lines) and end not in labels and not self._is_break(end):
            end += 1
        return end

    def _is_break(self, index: int) -> bool:
        """Say whether a line is no speech: an aside, a credit, a particular, or a line without an end."""
        line = self._lines[index]
        if _ASIDE.fullmatch(line) or is_credit(line) or line[0] == "#":
            return True
        return begins_with_particular(line) or (len(line) <= SENTENCE and not is_ended(line))

    def _bylines(self) -> list[Passage]:
        """Return the passages below lines of position and name, up to what stands above the next of them."""
        named = [(index, name) for index, line in enumerate(self._lines) if (name := byline_name(line))]
        named = [(index, name) for index, name in named if self._is_paragraph(index + 1)]
        found: list[Passage] = []
        for place, (index, name) in enumerate(named, 1):
            end = self._above(named[place][0]) if place < len(named) else len(self._lines)
            if end > index + 1:
                found.append(self._passage(name, index + 1, end))
        return found

    def _above(self, index: int) -> int:
        """Return the index of the first line of the heading above a byline."""
        while index and not self._is_paragraph(index - 1):
            index -= 1
        return index

    def _is_paragraph(self, index: int) -> bool:
        if not 0 <= index < len(self._lines):
            return False
        line = self._lines[index]
        if line[0] in STARTS and index + 1 < len(self._lines) and numbering_of(line) and self._is_paragraph(index + 1):
            return True
        return is_ended(line) or (len(line) > SENTENCE and ("。" in line or len(line) > HEAD))

    def _said(self) -> Iterator[Passage]:
        """Yield the paragraphs that begin with who says what follows."""
        last = ""
        free = 0
        for index, line in enumerate(self._lines):
            if index < free:
                continue
            head = line[:HEAD]
            name = sayer(line, HEAD) or (last if goes_on(head) else "")
            last = name
            if name and len(line) > SENTENCE // 4 and not is_reporter(line):
                free = self._end_of_saying(index)
                yield self._passage(name, index, free)

    def _end_of_saying(self, index: int) -> int:
        """Return the index behind a paragraph, the rest that a page break cut off, and the points that it announces."""
        end = self._end_of_paragraph(index)
        if self._lines[end - 1].endswith(("：", ":")):
            while end < len(self._lines) and self._is_counted(self._lines[end]):
                end = self._end_of_paragraph(end)
        return end

    def _end_of_paragraph(self, index: int) -> int:
        while index + 1 < len(self._lines) and is_cut(self._lines[index], self._lines[index + 1]):
            index += 1
        return index + 1

    def _is_counted(self, line: str) -> bool:
        return bool(_COUNTED.match(line)) or (line[0] in STARTS and numbering_of(line) is not None)


def _near(passage: Passage, others: list[Passage]) -> Iterator[Passage]:
    """Yield those of `others`, in order, that may overlap `passage`."""
    at = bisect_right(others, passage.start, key=lambda other: other.start)
    yield from others[max(at - 1, 0) : at + 1]


def _overlap(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end
