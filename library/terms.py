"""The library's own words, which stay whole wherever texts are cut into words; as lists in the format of jieba."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from library.errors import InvalidName
from library.models import now
from library.storage.characters import storable
from library.storage.journal import Journal
from library.storage.store import Store
from library.words import TakenIn, Term

if TYPE_CHECKING:
    from library.chinese.ownwords import OwnWords

LONGEST = 60
"""Code points of a word."""

_LONGEST_LINE = 200
_DIGITS = 18
"""Digits of a frequency at most: more than that cannot be stored."""
_BREAK = re.compile(r"\r\n|\r|\n")
_LINE = re.compile(r"(?P<word>.+?)(?:\s+(?P<frequency>\d+))?(?:\s+(?P<kind>[A-Za-z]+))?")
"""A line of a user dictionary, as jieba reads it: the word, its frequency and its part of speech, both optional."""


class Terms:
    """Verbs on own words. A word is named by its characters."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    @property
    def is_empty(self) -> bool:
        """Whether there are none."""
        return not self._store.latest(Term, "word", 1)

    def all(self) -> list[Term]:
        """Return the words, the one added last first."""
        return self._store.all(Term, "-created", "word")

    def own(self) -> "OwnWords":
        """Return what finds the words in texts."""
        return own_words(self._store)

    def add(self, *words: str) -> list[Term]:
        """Let words be whole; those that are so already stay as they are. InvalidName for what can be no word."""
        return self._put([Term(_word(word)) for word in words])

    def add_list(self, text: str) -> TakenIn[Term]:
        """Add a list in the format of jieba's user dictionaries as one step; those that are there take its values.

        Lines that hold no word, or a frequency that can be none, are left out and told by their numbers.
        """
        lines = _BREAK.split(storable(text).lstrip("\ufeff"))
        found = {number: _listed(line.strip()) for number, line in enumerate(lines, 1) if line.strip()}
        rows = self._put([row for row in found.values() if row is not None], anew=True)
        return TakenIn(tuple(rows), tuple(number for number, row in found.items() if row is None))

    def listing(self) -> str:
        """Return the words as a list in the format of jieba's user dictionaries."""
        lines = (" ".join(filter(None, (row.word, str(row.frequency or ""), row.kind))) for row in reversed(self.all()))
        return "".join(f"{line}\n" for line in lines)

    def rename(self, word: str, changed: str) -> None:
        """Let a word have other characters; a word that has them already takes its place."""
        row = self._store.find(Term, word)
        if row is None or _word(changed) == word:
            return
        with self._journal.operation("Change own word"):
            self._store.remove(Term, [(word,)])
            self._store.put(Term(_word(changed), row.frequency, row.kind, row.created))

    def remove(self, *words: str) -> None:
        """Let words be cut as they would be without this list."""
        with self._journal.operation("Remove {count} own words", one="Remove own word", count=len(words)):
            self._store.remove(Term, [(word,) for word in words])

    def _put(self, rows: Iterable[Term], *, anew: bool = False) -> list[Term]:
        there = {row.word: row for row in self._store.all(Term)}
        moment = now()
        wanted = {row.word: Term(row.word, row.frequency, row.kind, moment) for row in rows}
        for word in wanted.keys() & there.keys():
            kept = there[word]
            wanted[word] = Term(word, wanted[word].frequency, wanted[word].kind, kept.created) if anew else kept
        changed = [row for row in wanted.values() if row != there.get(row.word)]
        if changed:
            with self._journal.operation("Add {count} own words", one="Add own word", count=len(changed)):
                self._store.put(*changed)
        return list(wanted.values())


def own_words(store: Store) -> "OwnWords":
    """Return what finds the own words of a library in its texts."""
    from library.chinese.ownwords import OwnWords  # with the tables of forms, which an opened library does without

    return OwnWords(store.column(Term, "word"))


def _listed(line: str) -> Term | None:
    """Return the word of a line of a list, or None where it holds none."""
    found = _LINE.fullmatch(line) if len(line) <= _LONGEST_LINE else None
    if found is None or len(found["frequency"] or "") > _DIGITS:
        return None
    try:
        word = _word(found["word"])
    except InvalidName:
        return None
    return Term(word, int(found["frequency"] or 0), found["kind"] or "")


def _word(text: str) -> str:
    """Return `text` as a word: without the line breaks of a page, and the white space around it."""
    word = re.sub(r"\s*\n\s*", "", storable(text)).strip()
    if not 0 < len(word) <= LONGEST or not any(character.isalnum() for character in word):
        raise InvalidName("“{word}” can be no word: one has 1 to {most} characters.", word=word[:LONGEST], most=LONGEST)
    return word
