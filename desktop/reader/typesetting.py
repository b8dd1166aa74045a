"""How characters are shown: one character for one, so that no position moves. The text itself is never altered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.reader.punctuation import CLOSING, CLOSING_BRACKETS, HAN, OPENING

if TYPE_CHECKING:
    from collections.abc import Iterable

_BETWEEN_HAN = re.compile(f"(?<=[{HAN}{re.escape(CLOSING_BRACKETS)}])[,.;:!?](?=[{HAN}{re.escape(OPENING)}]|$)")
_FULL_WIDTH = {",": "，", ".": "。", ";": "；", ":": "：", "!": "！", "?": "？"}
_DOT_BETWEEN_HAN = re.compile(f"(?<=[{HAN}])\u00b7(?=[{HAN}])")
_FULL_WIDTH_DOT = "\u30fb"
_WIDE = re.compile("[\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\U00020000-\U0003ffff]")
_SPLITS = re.compile(f"[{HAN}{re.escape(CLOSING)}][{HAN}{re.escape(OPENING)}]")
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
    text = _BETWEEN_HAN.sub(lambda found: _FULL_WIDTH[found[0]], text)
    text = _DOT_BETWEEN_HAN.sub(_FULL_WIDTH_DOT, text).replace("～", "〜")
    return _DIRECTION.sub(_DIRECTION_SIGN, text)


def hidden(text: str, places: Iterable[tuple[int, int]]) -> str:
    """Return `text` with the characters at `places` replaced by ones of no width, which leave its lines as they were.

    A line may end at such a place where it might if nothing stood there: between Han, or behind a space.
    """
    pieces: list[str] = []
    last = 0
    for start, end in places:
        between = text[start - 1 : start] + text[end : end + 1] if start else ""
        splits = between[:1].isspace() or _SPLITS.fullmatch(between) is not None
        pieces += text[last:start], (OPEN_END if splits else CLOSED_END) * (end - start)
        last = end
    return "".join(pieces) + text[last:]


def is_narrow(text: str) -> bool:
    """Say whether no character of `text` is of the East Asian scripts: its quotation marks are then set narrow."""
    return text.isascii() or _WIDE.search(text) is None


def direction_signs(text: str) -> list[int]:
    """Return the code points of `text` that are shown as the sign of a hidden change of direction."""
    return [] if text.isascii() else [found.start() for found in _DIRECTION.finditer(text)]
