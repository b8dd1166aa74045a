"""Lists of tags as people write them: indented lines, outlines, full names."""

import re
from collections.abc import Iterator

from library.tree import SEPARATOR

_TAB = 4
_BULLET = re.compile(r"(?:[-*+•·●○▪–—]|\(?\d{1,3}[.)、]|[#＃](?=\S))[ \t\u3000]*")
_LEVELS = re.compile(r"[ \t]*[/／>›→][ \t]*")


def tag_paths(text: str) -> list[str]:
    """Return the full names of the tags in a list: a line each, what is indented stands below what is not.

    Bullets and numbers are left out; `主题/协商` and `主题 > 协商` name a tag below another. Blank lines do not matter.
    """
    found: dict[str, None] = {}
    above: list[tuple[int, str]] = []
    for indent, names in _lines(text):
        while above and above[-1][0] >= indent:
            above.pop()
        path = SEPARATOR.join(([above[-1][1]] if above else []) + names)
        above.append((indent, path))
        found[path] = None
    return list(found)


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the indent of each line, in characters, and the names of its levels."""
    for line in text.expandtabs(_TAB).splitlines():
        plain = line.strip().strip("\u3000")
        plain = _BULLET.sub("", plain, count=1) if _BULLET.match(plain) else plain
        names = [" ".join(name.split()) for name in _LEVELS.split(plain)]
        names = [name for name in names if name]
        if names:
            yield len(line) - len(line.lstrip(" \u3000")), names
