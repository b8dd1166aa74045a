"""What a Word document says of its styles, its numbered lists and its links."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from library.importers.numerals import numeral

_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])$", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|标题|標題|题名|題名)$", re.IGNORECASE)
_PLACE = re.compile(r"%([1-9])")
_CLOSED = re.compile("[\u2000-\u2021\u2023-\u206f\u3000-\u303f\uff00-\uffef]$")
"""What needs no space between the number and the words."""


OFF = frozenset({"0", "false", "off", "none"})
"""How a property says that it does not hold."""


@dataclass(slots=True)
class Style:
    """A style of paragraphs: `level` from 1 for headings, what it is based on, and the list it numbers by.

    `strong` and `emphasis` say how a style of words sets them; what styles of whole paragraphs say of it is left out.
    """

    name: str = ""
    base: str = ""
    level: int | None = None
    list_id: str = ""
    depth: int = 0
    strong: bool = False
    emphasis: bool = False

    @property
    def titles(self) -> bool:
        """Say whether it is the style of a document's title."""
        return bool(_TITLE.match(self.name))


class Styles:
    """Takes the events of `styles.xml`."""

    def __init__(self) -> None:
        self._styles: dict[str, Style] = {}
        self._current = Style()
        self._of_words = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        value = attribute(attributes, "val")
        match local(tag):
            case "style":
                self._current = self._styles.setdefault(attribute(attributes, "styleId"), Style())
                self._of_words = attribute(attributes, "type") == "character"
            case "name":
                self._current.name = value
                if self._current.level is None:
                    self._current.level = level_of_name(value)
            case "basedOn":
                self._current.base = value
            case "b" if self._of_words:
                self._current.strong = value not in OFF
            case "i" if self._of_words:
                self._current.emphasis = value not in OFF
            case "outlineLvl":
                self._current.level = level(value)
            case "numId":
                self._current.list_id = value
            case "ilvl":
                self._current.depth = int(value) if value.isdecimal() else 0
            case _:
                pass

    def end(self, tag: str) -> None:
        pass

    def data(self, words: str) -> None:
        pass

    def close(self) -> None:
        return None

    def get(self, style_id: str) -> Style:
        """Return a style with what it takes from those it is based on; a plain one if there is none of this id."""
        found = Style()
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            style = self._styles[style_id]
            found.name = found.name or style.name
            found.strong, found.emphasis = found.strong or style.strong, found.emphasis or style.emphasis
            found.level = style.level if found.level is None else found.level
            if not found.list_id:
                found.list_id, found.depth = style.list_id, style.depth
            style_id = style.base
        return found


@dataclass(slots=True)
class _Level:
    """How one level of a list is numbered."""

    first: int = 1
    style: str = "decimal"
    pattern: str = ""
    digits: bool = False


class Numbering:
    """Takes the events of `numbering.xml`, then counts the items (ECMA-376 part 1, 17.9)."""

    def __init__(self) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counters: dict[str, list[int]] = {}
        self._abstract = self._list = ""
        self._level = _Level()
        self._depth = 0
        self._overriding = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        value = attribute(attributes, "val")
        match local(tag):
            case "abstractNum":
                self._abstract = attribute(attributes, "abstractNumId")
            case "num":
                self._list = attribute(attributes, "numId")
            case "abstractNumId":
                self._lists[self._list] = value
            case "lvlOverride":
                self._overriding = True
                self._depth = _number(attribute(attributes, "ilvl"), 0)
            case "startOverride":
                self._restarts.setdefault(self._list, {})[self._depth] = _number(value, 1)
            case "lvl" if not self._overriding:
                self._level = _Level()
                self._levels.setdefault(self._abstract, {})[_number(attribute(attributes, "ilvl"), 0)] = self._level
            case "start":
                self._level.first = _number(value, 1)
            case "numFmt":
                self._level.style = value
            case "lvlText":
                self._level.pattern = value
            case "isLgl":
                self._level.digits = value not in {"0", "false"}
            case _:
                pass

    def end(self, tag: str) -> None:
        if local(tag) == "lvlOverride":
            self._overriding = False
            self._level = _Level()

    def data(self, words: str) -> None:
        pass

    def close(self) -> None:
        return None

    def next(self, list_id: str, depth: int) -> str:
        """Count one item of a list and return what stands before it, with the space after it; nothing for no list."""
        abstract = self._lists.get(list_id)
        levels = self._levels.get(abstract or "")
        if abstract is None or not levels or depth not in levels:
            return ""
        counters = self._counters.setdefault(abstract, [])
        self._restart(list_id, counters, levels)
        while len(counters) <= depth:
            counters.append(levels.get(len(counters), _Level()).first - 1)
        counters[depth] += 1
        for above in range(depth):
            counters[above] = max(counters[above], levels.get(above, _Level()).first)
        del counters[depth + 1 :]
        return _written(levels, counters, depth)

    def _restart(self, list_id: str, counters: list[int], levels: Mapping[int, _Level]) -> None:
        for depth, first in self._restarts.pop(list_id, {}).items():
            while len(counters) <= depth:
                counters.append(levels.get(len(counters), _Level()).first - 1)
            counters[depth] = first - 1


@dataclass(slots=True)
class Relations:
    """Takes the events of a file of relations: targets by id, and by the last word of their type."""

    targets: dict[str, str] = field(default_factory=dict[str, str])
    kinds: dict[str, str] = field(default_factory=dict[str, str])

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if local(tag) == "Relationship":
            target = attributes.get("Target", "")
            self.targets[attributes.get("Id", "")] = target
            self.kinds.setdefault(attributes.get("Type", "").rpartition("/")[2], target)

    def end(self, tag: str) -> None:
        pass

    def data(self, words: str) -> None:
        pass

    def close(self) -> None:
        return None


def local(tag: str) -> str:
    """Return the name of an element without its namespace."""
    return tag.rpartition("}")[2]


def attribute(attributes: Mapping[str, str], name: str) -> str:
    """Return an attribute by its name without its namespace, or nothing."""
    return next((value for key, value in attributes.items() if local(key) == name), "")


def level(value: str) -> int | None:
    """Return the level of a heading from Word's outline level (0 to 8; 9 is body text)."""
    return int(value) + 1 if value.isdecimal() and int(value) < 9 else None


def level_of_name(name: str) -> int | None:
    """Return the level of a heading from the name of its style."""
    named = _HEADING.match(name)
    return int(named[1]) if named else None


def spaced(number: str) -> str:
    """Return the number of an item with the space after it, if it needs one."""
    return number if _CLOSED.search(number) else f"{number} "


def _number(value: str, otherwise: int) -> int:
    return int(value) if value.isdecimal() and len(value) < 10 else otherwise


def _written(levels: Mapping[int, _Level], counters: list[int], depth: int) -> str:
    current = levels[depth]
    if current.style == "bullet":
        return f"{'  ' * depth}• "
    if current.style == "none" or not current.pattern:
        return current.pattern

    def count(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        style = "decimal" if current.digits else levels.get(place, _Level()).style
        return numeral(counters[place], style) if place < len(counters) else ""

    return spaced(_PLACE.sub(count, current.pattern))
