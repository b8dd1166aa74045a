"""Words of Chinese text, and of the Latin words and numbers in it."""

import importlib
import logging
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from library.chinese.han import HAN

if TYPE_CHECKING:
    from library.chinese.ownwords import OwnWords

Span = tuple[int, int]

_REACH = 500
"""Code points on either side of a place that are looked at for its word."""

_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_SCRIPTS = range(0x300, 0x1E00)
"""Where the marks stand that letters of Latin, Hebrew, Arabic and the Indian scripts carry."""
_COMMON = "".join(chr(code) for code in _SCRIPTS if unicodedata.category(chr(code)).startswith("M"))
_MARKS = f"{_COMMON}\u20d0-\u20ff\u3099\u309a{_SELECTORS}"
_INSIDE = "\u00ad\u200c\u200d"
"""What stands unseen inside a word: the soft hyphen, and what joins letters or keeps them apart."""
_LETTER = rf"(?:(?![{HAN}\u3041-\u3096])[^\W\d_][{_MARKS}{_INSIDE}]*)"
_TOKEN = re.compile(
    rf"(?P<han>[{HAN}\u3041-\u3096](?:[{HAN}\u3041-\u3096{_MARKS}])*)"
    rf"|\d+(?:[.,]\d+)*[%％‰]?(?!{_LETTER})"
    rf"|(?:{_LETTER}|\d)+(?:['’](?:{_LETTER})+)*"
    r"|[\U0001f1e6-\U0001f1ff]{2}"
    rf"|[\s\S](?:[{_MARKS}\U0001f3fb-\U0001f3ff]|\u200d[\s\S])*"
)
_MARK = re.compile(f"[{_MARKS}]")


class _Segmenter(Protocol):
    """The functions that jieba and rjieba have in common."""

    def tokenize(self, text: str) -> Iterable[tuple[str, int, int]]: ...

    def cut(self, text: str) -> Iterable[str]: ...

    def cut_for_search(self, text: str) -> Iterable[str]: ...


def words(text: str, own: "OwnWords | None" = None) -> list[Span]:
    """Return the words of `text` as (start, end) in code points; together they cover it.

    A person's `own` words are whole wherever their characters stand; what is between them is cut by itself.
    Chinese is cut by jieba's dictionary and model. A Latin word, with its apostrophes, and a number are whole; any
    other character is by itself, with the marks, selectors and joined emoji that belong to it.
    """
    if not own:
        return _cut(text, 0, len(text))
    spans: list[Span] = []
    start = 0
    for found in own.spans(text):
        spans += _cut(text, start, found[0])
        spans.append(found)
        start = found[1]
    return spans + _cut(text, start, len(text))


def cut_words(text: str, own: "OwnWords | None" = None) -> Iterator[str]:
    """Yield the words of `text` as strings, several times as fast as `words`; together they are the text.

    Of what is not Chinese, letters and digits of ASCII make words, and each other character is one. A person's `own`
    words are whole.
    """
    start = 0
    for found in own.spans(text) if own else ():
        yield from _segmenter().cut(text[start : found[0]])
        yield text[found[0] : found[1]]
        start = found[1]
    yield from _segmenter().cut(text[start:] if start else text)


def search_words(text: str) -> Iterable[str]:
    """Return the words of `text` as strings and, of long ones, also the shorter words of the dictionary inside."""
    return _segmenter().cut_for_search(text)


def word_at(text: str, offset: int, own: "OwnWords | None" = None) -> Span:
    """Return the word that code point `offset` of `text` belongs to; at the end of a line, the last word before it.

    Only the line is looked at, or, of a long one, the surroundings. An empty line gives an empty span.
    """
    offset = min(max(offset, 0), len(text))
    first = max(text.rfind("\n", 0, offset) + 1, offset - _REACH)
    last = text.find("\n", offset, offset + _REACH)
    last = min(len(text), offset + _REACH) if last < 0 else last
    span = (offset, offset)
    for start, end in words(text[first:last], own):
        span = (first + start, first + end)
        if offset < span[1]:
            break
    return span


def _cut(text: str, first: int, last: int) -> list[Span]:
    """Return the words between two places of `text`."""
    spans: list[Span] = []
    for token in _TOKEN.finditer(text, first, last):
        if token.lastgroup == "han" and token.end() - token.start() > 1:
            spans += _chinese(token[0], token.start())
        else:
            spans.append(token.span())
    return spans


def _chinese(run: str, base: int) -> Iterator[Span]:
    """Yield the words of a run of Chinese; a mark or selector stays with the character before it."""
    bounds = [end for _, _, end in _segmenter().tokenize(run)]
    start = 0
    for end in bounds:
        if end < len(run) and _MARK.match(run[end]):
            continue
        yield base + start, base + end
        start = end


@cache
def _segmenter() -> _Segmenter:
    """Return what cuts Chinese: rjieba, or jieba, slower to start, where there is no rjieba."""
    try:
        return importlib.import_module("rjieba")  # pyright: ignore[reportReturnType]  # a module with these functions
    except ImportError:
        return _jieba()


def _jieba() -> _Segmenter:
    """Return jieba; its cache, of a predictable name, is kept in a folder of the user's own."""
    import platformdirs

    jieba = importlib.import_module("jieba")
    jieba.setLogLevel(logging.WARNING)
    folder = Path(platformdirs.user_cache_dir("zhupi"))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    jieba.dt.tmp_dir = str(folder)
    return jieba  # pyright: ignore[reportReturnType]
