"""Lists of web pages while they are read: what stands before each item."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from library.importers.flow import Flow
from library.importers.numerals import numeral

_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_NONE = "none"
_STYLES = {
    "decimal": "decimal", "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCounting", "simp-chinese-informal": "chineseCounting",
    "trad-chinese-informal": "chineseCounting", "japanese-informal": "japaneseCounting",
    "simp-chinese-formal": "chineseLegalSimplified", "trad-chinese-formal": "ideographLegalTraditional",
    "cjk-decimal": "ideographDigital", "cjk-heavenly-stem": "ideographTraditional",
    "cjk-earthly-branch": "ideographZodiac", "disc": "", "circle": "", "square": "", "none": _NONE,
}  # fmt: skip
"""How lists are counted by the names of it in style sheets (CSS Counter Styles 3, 6); nothing stands for bullets."""

_NAMED = re.compile(r"(?:^|;)\s*list-style(?:-type)?\s*:\s*([^;]*)", re.IGNORECASE)
_NUMBER = re.compile(r"\s*-?\d{1,9}\s*", re.ASCII)


@dataclass(slots=True)
class _List:
    """A list that is open: the number of its next item, how it is counted, nothing for bullets and "none" for neither.

    Where it is counted backwards, `outer` is what goes on after it and its items are kept until it ends: only then
    their numbers are known.
    """

    number: int | None = 1
    style: str = ""
    outer: Flow | None = None
    items: list[tuple[int | None, str, Flow]] = field(default_factory=list[tuple[int | None, str, Flow]])


class Lists:
    """The lists that are open, innermost last. Each verb takes the flow that is written and returns the next one."""

    def __init__(self) -> None:
        self._lists: list[_List] = []

    def __bool__(self) -> bool:
        return bool(self._lists)

    def begin(self, flow: Flow, attributes: Mapping[str, str], *, numbered: bool) -> Flow:
        """Begin a list, counted as its attributes say."""
        flow.end_paragraph()
        backwards = numbered and "reversed" in attributes
        first = _number(attributes.get("start", ""), None if backwards else 1)
        style = _counted(attributes, "decimal" if numbered else "")
        self._lists.append(_List(first, style, flow if backwards else None))
        return flow

    def begin_item(self, flow: Flow, attributes: Mapping[str, str]) -> Flow:
        """Begin the next item of the innermost list."""
        flow.end_paragraph()
        current = self._lists[-1] if self._lists else _List()
        value = _number(attributes.get("value", ""), None)
        style = _counted(attributes, current.style)
        if current.outer is not None:
            current.items.append((value, style, Flow()))
            return current.items[-1][-1]
        number = (current.number or 0) if value is None else value
        current.number = number + 1
        flow.prefix(_sign(number, style, len(self._lists) - 1))
        return flow

    def end(self, flow: Flow) -> Flow:
        """End the innermost list."""
        flow.end_paragraph()
        ended = self._lists.pop() if self._lists else _List()
        if ended.outer is None:
            return flow
        number = len(ended.items) if ended.number is None else ended.number
        for value, style, item in ended.items:
            number = number if value is None else value
            ended.outer.prefix(_sign(number, style, len(self._lists)))
            ended.outer.append(item)
            ended.outer.end_paragraph()
            number -= 1
        return ended.outer


def _counted(attributes: Mapping[str, str], otherwise: str) -> str:
    """Return how the items of a list are counted, as its own style or its type says."""
    for words in reversed(_NAMED.findall(attributes.get("style", ""))):
        for word in words.lower().replace("!important", "").split():
            if word in _STYLES:
                return _STYLES[word]
    kind = attributes.get("type", "")
    return _TYPES.get(kind) or _STYLES.get(kind.lower(), otherwise)


def _sign(number: int, style: str, depth: int) -> str:
    """Return what stands before an item, at a depth of lists within lists from 0."""
    if style == _NONE:
        return ""
    written = numeral(number, style) if style else "•"
    chinese = style and not written.lstrip("-").isascii()
    return f"{'  ' * min(max(depth, 0), 8)}{written}{'、' if chinese else '. ' if style else ' '}"


def _number(written: str, otherwise: int | None) -> int | None:
    """Return a number of a list, which may be below zero."""
    return int(written) if _NUMBER.fullmatch(written) else otherwise
