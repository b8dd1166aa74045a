"""How characters are shown: one character for one, so that no position moves. The text itself is never altered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.reader.punctuation import CLOSING, CLOSING_BRACKETS, OPENING
from library.chinese.han import is_han

if TYPE_CHECKING:
    from collections.abc import Iterable

_HALF_WIDTH = re.compile("[,.;:!?\u00b7]")
_FULL_WIDTH = {",": "，", ".": "。", ";": "；", ":": "：", "!": "！", "?": "？"}
_DOT, _FULL_WIDTH_DOT = "\u00b7\u30fb"
_WIDE = ("\u2e80\ua4cf", "\uac00\ud7ff", "\uf900\ufaff", "\ufe30\ufe4f", "\uff00\uff60", "\U00020000\U0003ffff")
"""The first and the last character of each range; compiling a pattern of them takes longer than a page of text."""
OPEN_END, CLOSED_END = "\u200b", "\u2060"
"""Characters of no width: a line may end behind the one, and not beside the other."""
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_DIRECTION_SIGN = "◇"


def shown(text: str) -> str:
    """Return `text` as it is painted, of the same length in code points and in UTF-16 units.

    Punctuation that was left half-width between Han is set full-width, the dot within a foreign name as well, and the
    dash of a span becomes the one that Unicode's rules let begin no line (UAX 14: class NS, not ID). Characters that
    would turn the direction of the text unseen become a visible sign.
    """
    if text.isascii():
        return text
    text = _HALF_WIDTH.sub(_widened, text).replace("～", "〜")
    return _DIRECTION.sub(_DIRECTION_SIGN, text)


def hidden(text: str, places: Iterable[tuple[int, int]]) -> str:
    """Return `text` with the characters at `places` replaced by ones of no width, which leave its lines as they were.

    A line may end at such a place where it might if nothing stood there: between Han, or behind a space.
    """
    pieces: list[str] = []
    last = 0
    for start, end in places:
        between = text[start - 1 : start] + text[end : end + 1] if start else ""
        splits = between[:1].isspace() or (len(between) == 2 and _parts(*between))
        pieces += text[last:start], (OPEN_END if splits else CLOSED_END) * (end - start)
        last = end
    return "".join(pieces) + text[last:]


def is_narrow(text: str) -> bool:
    """Say whether no character of `text` is of the East Asian scripts: its quotation marks are then set narrow."""
    return text.isascii() or not any(_is_wide(character) for character in set(text))


def direction_signs(text: str) -> list[int]:
    """Return the code points of `text` that are shown as the sign of a hidden change of direction."""
    return [] if text.isascii() else [found.start() for found in _DIRECTION.finditer(text)]


def _widened(found: re.Match[str]) -> str:
    """Return the full-width form of a mark that stands between Han; any other as it is."""
    text, at, mark = found.string, found.start(), found[0]
    former, latter = text[at - 1 : at], text[at + 1 : at + 2]
    if mark == _DOT:
        return _FULL_WIDTH_DOT if former and latter and is_han(former) and is_han(latter) else mark
    closes = former != "" and (former in CLOSING_BRACKETS or is_han(former))
    return _FULL_WIDTH[mark] if closes and (latter in OPENING or is_han(latter)) else mark


def _parts(former: str, latter: str) -> bool:
    """Say whether a line may end between two characters with nothing between them."""
    return (former in CLOSING or is_han(former)) and (latter in OPENING or is_han(latter))


def _is_wide(character: str) -> bool:
    return any(first <= character <= last for first, last in _WIDE)
