"""Words that someone made their own, found in a text in any form of their characters."""

import re
from collections import defaultdict
from collections.abc import Iterable

from library.chinese.rarity import common_form

Span = tuple[int, int]


class OwnWords:
    """Finds given words in texts: from left to right, the longest first, none inside another."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        by_first: defaultdict[str, set[str]] = defaultdict(set)
        for word in map(in_common_form, words):
            if word:
                by_first[word[0]].add(word)
        self._by_first = {first: sorted(found, key=len, reverse=True) for first, found in by_first.items()}
        # a class of characters keeps the search linear however many words there are
        self._first = re.compile(f"[{''.join(map(re.escape, by_first))}]") if by_first else None

    def __bool__(self) -> bool:
        return self._first is not None

    def spans(self, text: str) -> list[Span]:
        """Return where the words stand in `text`, in code points."""
        if self._first is None or self._first.search(common := in_common_form(text)) is None:
            return []
        found: list[Span] = []
        at = 0
        while first := self._first.search(common, at):
            at = first.start()
            word = next((word for word in self._by_first[first[0]] if common.startswith(word, at)), "")
            if word:
                found.append((at, at + len(word)))
            at += len(word) or 1
        return found


def in_common_form(text: str) -> str:
    """Return `text` with the common character for each, one code point for one."""
    return "".join(map(common_form, text))
