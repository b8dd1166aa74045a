"""The frozen dataclasses of words: a library's own, how they are read, and what they mean."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a person's own; `frequency` (0: none given) and `kind` are those of jieba's user dictionaries."""

    word: str
    frequency: int = 0
    kind: str = ""
    created: str = ""


@dataclass(frozen=True, slots=True)
class Pronunciation:
    """How a word is read where the program has it wrong: a syllable with its tone mark for each Chinese character."""

    word: str
    reading: str
    created: str = ""


@dataclass(frozen=True, slots=True)
class TakenIn(Generic[Row]):
    """What was taken out of a list that came in: its rows, and the numbers, from 1, of the lines that hold none."""

    rows: tuple[Row, ...]
    left_out: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """What a term of the library means: `gloss` in a few words, `note` what else is to be said."""

    term: str
    gloss: str
    note: str = ""
    created: str = ""
    modified: str = ""
