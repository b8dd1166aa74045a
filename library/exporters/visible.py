"""Plain text set into XML and HTML so that nothing in it is obeyed and nothing is lost."""

import re
from collections.abc import Iterable
from html import escape

_LINE_END = re.compile("\r\n?|[\x0b\x0c]")
_ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_NONCHARACTER = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LEFT_TO_RIGHT_MARK = "\u200e"
_LETTER = re.compile(r"[^\W\d_]")


def visible(text: str) -> str:
    """Return text without what XML 1.0 (2.2) forbids or discourages: such characters are shown as their signs.

    A control character becomes its picture (Unicode 2400–2421), anything else its number, `\\ufffe`; line ends are LF.
    """
    return _ILLEGAL.sub(_sign, _LINE_END.sub("\n", text)) if text else text


def encodable(text: str) -> str:
    """Return text in which control characters stay, and what no file in UTF-8 or XML can hold is its number."""
    return _NONCHARACTER.sub(_sign, text)


def escaped(text: str) -> str:
    """Return text as it stands in XML or HTML, in an attribute too."""
    return escape(visible(text))


def is_right_to_left(text: str) -> bool:
    """Say whether the first letter of `text` is written from right to left (Unicode Annex 9, P2)."""
    found = _LETTER.search(text)
    return found is not None and _RIGHT_TO_LEFT.match(found[0]) is not None


def parting(separator: str, texts: Iterable[str]) -> str:
    """Return what stands between `texts` on one line: one that is written from right to left does not turn it.

    A mark at either end keeps it what it is between texts of any direction (Unicode Annex 9, 2.6).
    """
    mark = _LEFT_TO_RIGHT_MARK
    return f"{mark}{separator}{mark}" if has_right_to_left(texts) else separator


def has_right_to_left(texts: Iterable[str]) -> bool:
    """Say whether there is anything in `texts` that is written from right to left."""
    return any(_RIGHT_TO_LEFT.search(text) for text in texts)


def one_line(text: str) -> str:
    """Return text on one line, with single spaces."""
    return " ".join(text.split())


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
