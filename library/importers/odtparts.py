"""What an OpenDocument text says of its styles and lists (OpenDocument 1.3, part 3: 16 and 19)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from library.importers.numerals import numeral
from library.importers.wordparts import attribute, local

_FORMATS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一, 二, 三, ...": "chineseCounting",
    "壹, 贰, 叁, ...": "chineseLegalSimplified",
    "甲, 乙, 丙, ...": "ideographTraditional",
    "子, 丑, 寅, ...": "ideographZodiac",
    "①, ②, ③, ...": "decimalEnclosedCircle",
}
OUTLINE = " "
"""Under this name, which no list has, the numbers of headings are kept."""

_LEVELS = frozenset("123456789")


@dataclass(slots=True)
class OdtStyle:
    """How words or paragraphs of a style are set, Asian ones where that differs; None says nothing.

    `title` marks the style of a title, `level` is that of a heading.
    """

    strong: bool | None = None
    emphasis: bool | None = None
    title: bool = False
    base: str = ""
    level: int | None = None


@dataclass(slots=True)
class _Level:
    """How one level of a list is numbered: a `format` of nothing stands for a bullet."""

    format: str = ""
    prefix: str = ""
    suffix: str = ""
    first: int = 1
    shown: int = 1
    numbered: bool = False


@dataclass
class OdtStyles:
    """Takes the events of `styles.xml` and of the styles in `content.xml`."""

    styles: dict[str, OdtStyle] = field(default_factory=dict[str, OdtStyle])
    lists: dict[str, dict[int, _Level]] = field(default_factory=dict[str, dict[int, _Level]])
    _style: OdtStyle = field(default_factory=OdtStyle)
    _list: str = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        match local(tag):
            case "style":
                base = attribute(attributes, "parent-style-name")
                name = attribute(attributes, "name")
                self._style = self.styles.setdefault(name, OdtStyle(title=name == "Title", base=base))
                outline = attribute(attributes, "default-outline-level")
                self._style.level = int(outline) if outline in _LEVELS else None
            case "text-properties":
                weight = attribute(attributes, "font-weight-asian") or attribute(attributes, "font-weight")
                slant = attribute(attributes, "font-style-asian") or attribute(attributes, "font-style")
                if weight:
                    self._style.strong = weight == "bold" or (weight.isdecimal() and int(weight) >= 600)
                if slant:
                    self._style.emphasis = slant in {"italic", "oblique"}
            case "list-style":
                self._list = attribute(attributes, "name")
            case "outline-style":
                self._list = OUTLINE
            case "list-level-style-number" | "outline-level-style":
                self._level(attributes, numbered=True)
            case "list-level-style-bullet":
                self._level(attributes, numbered=False)
            case _:
                pass

    def end(self, tag: str) -> None:
        """Take the end of an element."""

    def data(self, words: str) -> None:
        """Leave out words: styles have none."""

    def close(self) -> None:
        """Have nothing to end."""

    def get(self, name: str) -> OdtStyle:
        """Return a style with what it takes from its parents."""
        found = OdtStyle()
        seen: set[str] = set()
        while name in self.styles and name not in seen:
            seen.add(name)
            style = self.styles[name]
            found.strong = style.strong if found.strong is None else found.strong
            found.emphasis = style.emphasis if found.emphasis is None else found.emphasis
            found.title = found.title or style.title
            found.level = style.level if found.level is None else found.level
            name = style.base
        return found

    def first(self, name: str, depth: int) -> int:
        """Return the number at which a level of a list begins."""
        return self.lists.get(name, {}).get(depth, _Level()).first

    def sign(self, name: str, numbers: list[int]) -> str:
        """Return what stands before the item with these numbers, one a level from the outermost, with its space."""
        levels = self.lists.get(name, {})
        level = levels.get(len(numbers), _Level(numbered=name == OUTLINE))
        if not level.numbered:
            return f"{'  ' * (len(numbers) - 1)}• "
        if not level.format:
            return ""
        shown = range(max(len(numbers) - level.shown, 0), len(numbers))
        parts = (numeral(numbers[at], _FORMATS.get(levels.get(at + 1, level).format, "decimal")) for at in shown)
        written = f"{level.prefix}{'.'.join(parts)}{level.suffix}"
        return written if written.endswith(("、", "）", "．", "：", " ")) else f"{written} "

    def _level(self, attributes: Mapping[str, str], *, numbered: bool) -> None:
        number = attribute(attributes, "level")
        first, shown = attribute(attributes, "start-value"), attribute(attributes, "display-levels")
        self.lists.setdefault(self._list, {})[int(number) if number.isdecimal() else 1] = _Level(
            attribute(attributes, "num-format"),
            attribute(attributes, "num-prefix"),
            attribute(attributes, "num-suffix"),
            int(first) if first.isdecimal() else 1,
            int(shown) if shown.isdecimal() else 1,
            numbered,
        )
