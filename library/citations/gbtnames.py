"""Names as GB/T 7714 lists them: the surname first, given names as initials without dots."""

from collections.abc import Sequence
from dataclasses import dataclass

from library.citations.names import Names, Person
from library.citations.pinyinnames import syllables

MOST_NAMED = 3
"""Authors that are named; of more than these the others are 等 or et al. (8.1.2)."""


@dataclass(frozen=True, slots=True)
class NameRules:
    """How an edition writes names. `capitals`: surnames in capitals; `pinyin_initials`: Chinese names abbreviated."""

    capitals: bool
    hyphens: bool
    """Whether Jean-Luc is J-L, and not J L."""
    pinyin_initials: bool
    before_suffix: str

    def listed(self, names: Names, others: str, comma: str) -> str:
        """Return names as they stand in an entry."""
        shown = [self._name(person, names.persons) for person in names.persons[:MOST_NAMED]]
        if names.more or len(names.persons) > MOST_NAMED:
            shown.append(others)
        return comma.join(shown)

    def called(self, person: Person, *, full: bool) -> str:
        """Return a name as it stands in a text: Western surnames alone, unless that is not enough (9.3.1.1)."""
        if person.form in ("western", "pinyin"):
            return f"{person.surname} {self._given(person)}" if full else person.surname
        return (f"{person.family} {person.given}" if person.given else person.written) if full else person.family

    def _name(self, person: Person, all_named: Sequence[Person]) -> str:
        if person.form == "translated":
            alike = sum(other.family == person.family for other in all_named) > 1
            return self.called(person, full=alike)
        if person.form == "whole":
            return person.family
        surname = person.surname.upper() if self.capitals else person.surname
        suffix = f"{self.before_suffix}{person.suffix.rstrip('.')}" if person.suffix else ""
        return f"{surname} {self._given(person)}{suffix}" + ("." if suffix and self.before_suffix == ", " else "")

    def _given(self, person: Person) -> str:
        if person.form != "pinyin":
            return " ".join(person.initials(hyphens=self.hyphens)) or person.given
        if not self.pinyin_initials:
            return person.given
        return " ".join(syllable[0].upper() for syllable in syllables(person.given))
