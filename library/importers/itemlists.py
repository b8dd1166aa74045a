"""Lists of web pages while they are read: what stands before each item."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from library.importers.flow import Flow
from library.importers.numerals import numeral

_STYLES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_NUMBER = re.compile(r"\s*-?\d{1,9}\s*", re.ASCII)


@dataclass(slots=True)
class _List:
    """A list that is open: the number of its next item, how it is counted, or None for bullets.

    Where it is counted backwards, `outer` is what goes on after it and its items are kept until it ends: only then
    their numbers are known.
    """

    number: int | None = 1
    style: str | None = None
    outer: Flow | None = None
    items: list[tuple[int | None, Flow]] = field(default_factory=list[tuple[int | None, Flow]])


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
        style = _STYLES.get(attributes.get("type", "1"), "decimal") if numbered else None
        self._lists.append(_List(first, style, flow if backwards else None))
        return flow

    def begin_item(self, flow: Flow, attributes: Mapping[str, str]) -> Flow:
        """Begin the next item of the innermost list."""
        flow.end_paragraph()
        current = self._lists[-1] if self._lists else _List()
        value = _number(attributes.get("value", ""), None)
        if current.outer is not None:
            current.items.append((value, Flow()))
            return current.items[-1][1]
        number = (current.number or 0) if value is None else value
        current.number = number + 1
        flow.prefix(_sign(number, current.style, len(self._lists) - 1))
        return flow

    def end(self, flow: Flow) -> Flow:
        """End the innermost list."""
        flow.end_paragraph()
        ended = self._lists.pop() if self._lists else _List()
        if ended.outer is None:
            return flow
        number = len(ended.items) if ended.number is None else ended.number
        for value, item in ended.items:
            number = number if value is None else value
            ended.outer.prefix(_sign(number, ended.style, len(self._lists)))
            ended.outer.append(item)
            ended.outer.end_paragraph()
            number -= 1
        return ended.outer


def _sign(number: int, style: str | None, depth: int) -> str:
    """Return what stands before an item, at a depth of lists within lists from 0."""
    sign = "•" if style is None else f"{numeral(number, style)}."
    return f"{'  ' * min(max(depth, 0), 8)}{sign} "


def _number(written: str, otherwise: int | None) -> int | None:
    """Return a number of a list, which may be below zero."""
    return int(written) if _NUMBER.fullmatch(written) else otherwise
