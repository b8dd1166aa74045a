"""The table of contents of an e-book: its chapters by page and place (EPUB 3.3, 7; OPF 2.0.1, 2.4.1)."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

_NAMELESS = re.compile(r"(?:section|untitled|file)\s*\d*", re.IGNORECASE)
"""What programs call a chapter that has no name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A chapter as the contents name it: `place` is the name of its page with `#` and that of a place on it."""

    page: str
    place: str
    words: str
    level: int


class Contents:
    """Takes the events of a navigation document or an NCX, called `name` in the book; `entries` are in their order."""

    def __init__(self, name: str) -> None:
        self.entries: list[Entry] = []
        self._folder = posixpath.dirname(name)
        self._name = name
        self._level = 0
        self._within = False
        self._target = self._words = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        match tag.rpartition("}")[2]:
            case "nav":
                kinds = (value for key, value in attributes.items() if key.rpartition("}")[2].endswith("type"))
                self._within = any("toc" in kind.split() for kind in kinds)
            case "navPoint":
                self._level += 1
                self._words = ""
            case "ol" if self._within:
                self._level += 1
            case "a" if self._within:
                self._target, self._words = attributes.get("href", ""), ""
            case "content" if self._level:
                self._add(attributes.get("src", ""))
            case _:
                pass

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        match tag.rpartition("}")[2]:
            case "nav":
                self._within = False
            case "navPoint":
                self._level -= 1
            case "ol" if self._within:
                self._level -= 1
            case "a" if self._within:
                self._add(self._target)
            case _:
                pass

    def data(self, words: str) -> None:
        """Take text."""
        self._words += words

    def close(self) -> None:
        """Have nothing to end."""

    def _add(self, target: str) -> None:
        words = " ".join(self._words.split())
        path, _, place = target.partition("#")
        page = posixpath.normpath(posixpath.join(self._folder, unquote(path))) if path else self._name
        if words and not _NAMELESS.fullmatch(words):
            self.entries.append(Entry(page, f"{page}#{place}", words, min(max(self._level, 1), 6)))
