"""What scanning leaves in a text: spaces between Han characters, and Latin letters that do not belong there."""

import re
from collections.abc import Container, Iterator

from library.chinese.layout import Layout

Span = tuple[int, int]

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_BETWEEN = re.compile(
    rf"(?<=[{_HAN}，。、；：！？）》”])(?<![讯訊电電按])[ \u00a0\u3000]+(?=[{_HAN}，。、；：！？（《“])"
)
_PAIRS = re.compile(rf"[{_HAN}](?=[{_HAN}])")
_APART = re.compile("《[^《》]{1,80}》|“[^“”]{1,200}”|「[^「」]{1,200}」|〈[^〈〉]{1,80}〉")
_SENTENCE = re.compile("[。，；]")
_SHORTEST = 25
"""Code points of a line from which it is a paragraph, in which no space sets anything apart."""
_SPREAD = 6
"""Han characters with spaces between most of them before a line counts as spread by the scanner, title or not."""

_STRAY = re.compile(
    rf"(?<=[{_HAN}，。、；：])[ ]?(?P<word>and|or|of|the|to|in|on|at|for|with|by|from|is|are|as|that|this|but|not|"
    rf"[bcdfghjklmnpqrstvwxz]{{2,6}})[ ]?(?=[{_HAN}，。、；：“（《])"
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
    """Yield the spaces between Han characters that say nothing: in paragraphs, and wherever most are spread by them.

    In a title, a byline or a list a space sets words apart, as it does within quotation marks and brackets of titles.
    """
    for index, line in enumerate(lines.texts):
        if " " not in line and "\u3000" not in line and "\u00a0" not in line:
            continue
        found = [match.span() for match in _BETWEEN.finditer(line)]
        if not found:
            continue
        if not _is_spread(line, len(found)):
            if index in headings or len(line) < _SHORTEST or not _SENTENCE.search(line):
                continue
            found = list(_outside(found, [match.span() for match in _APART.finditer(line)]))
        start = lines.start(index)
        yield from ((start + one, start + other) for one, other in found)


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
