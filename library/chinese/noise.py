"""What scanning leaves in a text: spaces between Han characters, and Latin letters that do not belong there."""

import re
from collections.abc import Container, Iterator

from library.chinese.layout import Layout
from library.chinese.persons import NAME, is_word

Span = tuple[int, int]

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_OPEN, _CLOSED = "“‘「『（《〈", "”’」』）》〉"
_BETWEEN = re.compile(
    rf"(?<=[{_HAN}，。、；：！？{_OPEN}{_CLOSED}])(?<![讯訊電电按])[ \u00a0\u3000]+"
    rf"(?=[{_HAN}，。、；：！？{_OPEN}{_CLOSED}])"
)
_PAIRS = re.compile(rf"[{_HAN}](?=[{_HAN}])")
_APART = re.compile("《[^《》]{1,80}》|“[^“”]{1,200}”|「[^「」]{1,200}」|〈[^〈〉]{1,80}〉")
_SENTENCE = re.compile("[。，；]")
_SHORTEST = 25
"""Code points of a line from which it is a paragraph, in which no space sets anything apart, if it has a pause."""
_ENDED = tuple(f"{end}{mark}" for end in "。！？" for mark in ("", *_CLOSED))
_LEAD = re.compile(
    r"(?:第\s*[\d〇零一二三四五六七八九十百千]+\s*[编編章节節条條款项項回卷]|"
    r"[（(]?[\d一二三四五六七八九十]+[）)、.．]|[甲乙丙丁][、.．]|[问答問])\s+"
)
"""What begins a line and is set apart from its words."""
_PART = re.compile(rf"[{_HAN}]+")
_VERSE = (5, 7)
"""Characters of half a verse."""
_LONGEST_NAME = 3
_NAME = re.compile(NAME)
_SPREAD = 6
"""Han characters with spaces between most of them before a line counts as spread by the scanner, title or not."""

_LATIN = rf"(?<=[{_HAN}，。、；：])[ ]?(?P<word>{{}})[ ]?(?=[{_HAN}，。、；：“（《])"
_STRAY = re.compile(
    _LATIN.format(
        "and|or|of|the|to|in|on|at|for|with|by|from|is|are|as|that|this|but|not|"
        # strokes and loops of a character, read as letters
        "[lo]|(?=[A-Z]?[a-z])[IlinorumO]{2,4}|[bcdfghjklmnpqrstvwxz]{2,6}"
    )
)
_WORDS = frozenset(
    [
        *(
            "cm",
            "mm",
            "km",
            "kg",
            "mg",
            "ml",
            "db",
            "hz",
            "kw",
            "ppm",
            "rpm",
            "nm",
            "um",
            "mol",
            "pm",
            "tv",
            "pc",
            "cd",
            "dvd",
            "gb",
            "mb",
            "kb",
        ),
        *(
            "tb",
            "html",
            "css",
            "xml",
            "sql",
            "php",
            "mp",
            "ppt",
            "pdf",
            "txt",
            "csv",
            "zip",
            "rmb",
            "gps",
            "ktv",
            "ph",
            "vs",
        ),
    ]
)
"""Letters without a vowel that are no noise."""


def spaces(lines: Layout, headings: Container[int]) -> Iterator[Span]:
    """Yield the spaces between Han characters that say nothing: in sentences, and wherever most are spread by them.

    In a title, a byline or a list a space sets words apart, as it does within quotation marks and brackets of titles,
    behind the number of an item, between names and between the halves of a verse. A wide one is set on purpose.
    """
    for index, line in enumerate(lines.texts):
        if " " not in line and "\u3000" not in line and "\u00a0" not in line:
            continue
        found = [match.span() for match in _BETWEEN.finditer(line)]
        if not found:
            continue
        if not _is_spread(line, len(found)):
            if index in headings or not _is_sentence(line):
                continue
            found = list(_needless(line, found))
        start = lines.start(index)
        yield from ((start + one, start + other) for one, other in found)


def _is_sentence(line: str) -> bool:
    return line.endswith(_ENDED) or (len(line) >= _SHORTEST and _SENTENCE.search(line) is not None)


def _needless(line: str, spaces: list[Span]) -> Iterator[Span]:
    """Yield of the spaces of a sentence those that set nothing apart."""
    lead = _LEAD.match(line)
    apart = [match.span() for match in _APART.finditer(line)]
    edges = {edge for start, end in apart for edge in (start + 1, end - 1)}
    inner = set(_outside(spaces, apart))
    for start, end in spaces:
        if (start, end) not in inner and not ({start, end} & edges):
            continue
        is_behind_lead = lead is not None and end <= lead.end()
        if not is_behind_lead and "\u3000" not in line[start:end] and not _sets_apart(line, start, end):
            yield start, end


def _sets_apart(line: str, start: int, end: int) -> bool:
    """Say whether a space stands between two names, or between the halves of a verse."""
    before, after = _run_before(line, start), _PART.match(line, end)
    behind = after.group() if after else ""
    if len(before) == len(behind) and len(before) in _VERSE:
        return True
    is_between = len(behind) <= _LONGEST_NAME and _is_name(behind)
    return is_between and any(_is_name(before[-length:]) for length in range(2, _LONGEST_NAME + 1))


def _run_before(line: str, end: int) -> str:
    """Return the Han characters that end at `end`, a few of them."""
    found = re.search(rf"[{_HAN}]*\Z", line[max(end - _VERSE[-1] - 1, 0) : end])
    return found.group() if found else ""


def _is_name(word: str) -> bool:
    return _NAME.fullmatch(word) is not None and not is_word(word)


def strays(text: str) -> Iterator[Span]:
    """Yield the Latin words within Chinese that are none of its own: and, of, the, and letters that no word has."""
    for found in _STRAY.finditer(text):
        if found["word"] not in _WORDS:
            yield found.span("word")


def _is_spread(line: str, count: int) -> bool:
    return count >= _SPREAD and count > len(_PAIRS.findall(line))


def _outside(spans: list[Span], apart: list[Span]) -> Iterator[Span]:
    """Yield the spans, in order, that lie in none of `apart`, in order."""
    at = 0
    for start, end in spans:
        while at < len(apart) and apart[at][1] <= start:
            at += 1
        if at == len(apart) or not apart[at][0] <= start:
            yield start, end
