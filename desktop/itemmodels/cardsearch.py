"""Finding cards by what is typed: in quote, note and tags, and where that finds nothing, by what comes near."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from library.search.gists import Gist

GAP = 4
"""Letters that may stand between two that were typed."""
SHORTEST_TYPO = 3
"""A word of fewer letters is not taken for a mistyped one: nearly everything would come near it."""
TYPO = 3
"""What a mistyped letter counts beside letters in between."""


def card_text(gist: Gist) -> str:
    """Return what a card is searched in: its quote, how it should read, and its note, each folded, a line each."""
    from library.chinese.folding import fold  # heavy; with a library open it is loaded already

    return "\n".join(fold(part).text for part in (gist.quote, gist.correction, gist.note) if part)


class CardSearch:
    """One search. Every word must be found: in the text of a card, or in a tag's name as written or by its pinyin."""

    def __init__(self, text: str, tags: Mapping[str, str], *, by_pinyin: bool) -> None:
        """Take what is typed and the full names of the tags by their ids."""
        from library.chinese.folding import fold

        names = {tag_id: fold(path).text for tag_id, path in tags.items()}
        words = [(word, folded) for word in text.split() if (folded := fold(word).text)]
        self._words = [folded for _, folded in words]
        self._tagged = [
            frozenset(tag_id for tag_id, name in names.items() if folded in name)
            | (spelled(word, tags) if by_pinyin else frozenset())
            for word, folded in words
        ]
        self._near = [_near(folded) for folded in self._words]
        self._near_tags = [
            {tag_id: score for tag_id, name in names.items() if (score := _score(near, folded, name)) is not None}
            for near, folded in zip(self._near, self._words, strict=True)
        ]

    def finds(self, text: str, tag_ids: tuple[str, ...]) -> bool:
        """Say whether every word is in the text of a card, or in one of its tags."""
        pairs = zip(self._words, self._tagged, strict=True)
        return all(word in text or not tagged.isdisjoint(tag_ids) for word, tagged in pairs)

    def distance(self, text: str, tag_ids: tuple[str, ...]) -> int | None:
        """Return how far a card is from what was typed: 0 where it is found, None where it does not come near it."""
        total = 0
        for word, tagged, near, near_tags in zip(self._words, self._tagged, self._near, self._near_tags, strict=True):
            if word in text or not tagged.isdisjoint(tag_ids):
                continue
            scores = [near_tags[tag_id] for tag_id in tag_ids if tag_id in near_tags]
            in_text = _score(near, word, text)
            if in_text is not None:
                scores.append(in_text)
            if not scores:
                return None
            total += min(scores)
        return total


def spelled(word: str, tags: Mapping[str, str]) -> frozenset[str]:
    """Return the tags whose full or own name is found by what is typed, also by pinyin and initials."""
    from library.chinese.pinyin import matches

    return frozenset(
        tag_id
        for tag_id, path in tags.items()
        if matches(word, path) is not None or matches(word, path.rpartition("/")[2]) is not None
    )


def _near(word: str) -> re.Pattern[str]:
    """Return a pattern for what comes near a word: its letters with others in between, or one of them mistyped.

    A mistyped letter is another one, one too many, or one that changed places with the next.
    """
    letters = [re.escape(letter) for letter in word]
    ways = [f"(?:{f'.{{0,{GAP}}}?'.join(letters)})"] if len(letters) > 1 else []
    if len(letters) >= SHORTEST_TYPO:
        for at in range(len(letters)):
            before, behind = "".join(letters[:at]), "".join(letters[at + 1 :])
            ways.append(f"(?P<typo{at}>{before}.?{behind})")
        for at in range(len(letters) - 1):
            swapped = [*letters[:at], letters[at + 1], letters[at], *letters[at + 2 :]]
            ways.append(f"(?P<swap{at}>{''.join(swapped)})")
    return re.compile("|".join(ways) or r"(?!)")


def _score(near: re.Pattern[str], word: str, text: str) -> int | None:
    found = near.search(text)
    if found is None:
        return None
    return 1 + abs(len(found[0]) - len(word)) + (TYPO if found.lastgroup else 0)
