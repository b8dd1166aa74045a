"""Readings that were corrected for the library."""

from typing import TYPE_CHECKING

from library.errors import InvalidName
from library.models import now
from library.storage.journal import Journal
from library.storage.store import Store
from library.words import Pronunciation

if TYPE_CHECKING:
    from library.chinese.corrections import Corrections

LONGEST = 60
"""Code points of a word."""


class Pronunciations:
    """Verbs on corrected readings. Each counts wherever the characters of its word stand."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    @property
    def is_empty(self) -> bool:
        """Whether there are none."""
        return not self._store.latest(Pronunciation, "word", 1)

    def all(self) -> list[Pronunciation]:
        """Return the corrections, the one made last first."""
        return self._store.all(Pronunciation, "-created", "word")

    def corrections(self) -> "Corrections":
        """Return what `pinyin.readings` takes."""
        from library.chinese.corrections import Corrections  # with the tables of forms, once something is read

        return Corrections({row.word: row.reading for row in self._store.all(Pronunciation)})

    def set(self, word: str, reading: str) -> None:
        """Say how a word is read: a syllable for each Chinese character, as `lǜ sè`, `lv4 se4` or `lü4 se4`.

        InvalidName if there are more or fewer, or what is given is no syllable.
        """
        from library.chinese.corrections import typed_reading

        word = word.strip()
        spoken = typed_reading(word, reading)
        if not spoken or len(word) > LONGEST:
            raise InvalidName(
                "“{reading}” does not read “{word}”: one syllable for each Chinese character, such as lǜ or lv4.",
                reading=reading.strip(),
                word=word[:LONGEST],
            )
        there = self._store.find(Pronunciation, word)
        if there is None or there.reading != spoken:
            with self._journal.operation("Correct reading"):
                self._store.put(Pronunciation(word, spoken, there.created if there is not None else now()))

    def remove(self, *words: str) -> None:
        """Let words be read as they would be without a correction."""
        with self._journal.operation(
            "Remove {count} corrected readings", one="Remove corrected reading", count=len(words)
        ):
            self._store.remove(Pronunciation, [(word,) for word in words])
