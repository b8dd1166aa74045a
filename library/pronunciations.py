"""Readings that were corrected for the library."""

from collections.abc import Sequence
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
        word = word.strip()
        spoken = self.as_kept(word, reading)
        there = self._store.find(Pronunciation, word)
        if there is None or there.reading != spoken:
            with self._journal.operation("Correct reading"):
                self._store.put(Pronunciation(word, spoken, there.created if there is not None else now()))

    @staticmethod
    def as_kept(word: str, reading: str) -> str:
        """Return how a reading is kept, with the marks of its tones; InvalidName where it does not read `word`."""
        from library.chinese.corrections import typed_reading

        spoken = typed_reading(word, reading)
        if not spoken or len(word) > LONGEST:
            raise InvalidName(
                "“{reading}” does not read “{word}”: one syllable for each Chinese character, such as lǜ or lv4.",
                reading=reading.strip(),
                word=word[:LONGEST],
            )
        return spoken

    @staticmethod
    def unusual(word: str, reading: str) -> list[tuple[str, str]]:
        """Return those characters of a word, with their syllables, that no table reads so; tones may be lighter."""
        from library.chinese.corrections import typed_reading
        from library.chinese.han import is_han
        from library.chinese.spoken import known_readings

        spoken = zip(filter(is_han, word), typed_reading(word, reading).split(), strict=False)
        return [(one, syllable) for one, syllable in spoken if not _is_known(syllable, known_readings(one))]

    def remove(self, *words: str) -> None:
        """Let words be read as they would be without a correction."""
        with self._journal.operation(
            "Remove {count} corrected readings", one="Remove corrected reading", count=len(words)
        ):
            self._store.remove(Pronunciation, [(word,) for word in words])


def _is_known(syllable: str, known: Sequence[str]) -> bool:
    """Say whether one of the `known` readings is spoken so, in its own tone or in none; of no readings, it may be."""
    from library.chinese.corrections import without_tone

    plain = {without_tone(reading)[0] for reading in known}
    return not known or syllable in known or syllable in plain
