"""How characters are shown: one character for one, so that no position moves. The text itself is never altered."""

import re

_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_BETWEEN_HAN = re.compile(f"(?<=[{_HAN}”’》）】])[,.;:!?](?=[{_HAN}“‘《（【]|$)")
_FULL_WIDTH = {",": "，", ".": "。", ";": "；", ":": "：", "!": "！", "?": "？"}
_DOT_BETWEEN_HAN = re.compile(f"(?<=[{_HAN}])\u00b7(?=[{_HAN}])")
_FULL_WIDTH_DOT = "\u30fb"
_WIDE = re.compile("[\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\U00020000-\U0003ffff]")
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_DIRECTION_SIGN = "◇"


def shown(text: str) -> str:
    """Return `text` as it is painted, of the same length in code points and in UTF-16 units.

    Punctuation that was left half-width between Han is set full-width, the dot within a foreign name as well (it then
    begins no line), and characters that would turn the direction of the text unseen become a visible sign.
    """
    if text.isascii():
        return text
    text = _BETWEEN_HAN.sub(lambda found: _FULL_WIDTH[found[0]], text)
    text = _DOT_BETWEEN_HAN.sub(_FULL_WIDTH_DOT, text)
    return _DIRECTION.sub(_DIRECTION_SIGN, text)


def is_narrow(text: str) -> bool:
    """Say whether no character of `text` is of the East Asian scripts: its quotation marks are then set narrow."""
    return text.isascii() or _WIDE.search(text) is None


def direction_signs(text: str) -> list[int]:
    """Return the code points of `text` that are shown as the sign of a hidden change of direction."""
    return [] if text.isascii() else [found.start() for found in _DIRECTION.finditer(text)]
