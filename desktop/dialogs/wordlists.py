"""The lists of words that can be edited: own words, corrected readings, the glossary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.translation import tr_later

if TYPE_CHECKING:
    from library.library import Library

Cells = Sequence[str]


@dataclass(frozen=True, slots=True)
class WordList:
    """A list of words: its columns, the first of which names a row, and what is done to its rows.

    `put` takes the cells of a new row, or of one that is there with its name before; `take_in` and `give_out` are for
    lists that go in and out as files named like `pattern`. The former returns the numbers of the lines it left out.
    """

    title: str
    about: str
    columns: tuple[str, ...]
    rows: Callable[[Library], list[Cells]]
    put: Callable[[Library, str, Cells], object]
    remove: Callable[[Library, Cells], object]
    table: str
    pattern: str = ""
    take_in: Callable[[Library, str], Sequence[int]] | None = None
    give_out: Callable[[Library], str] | None = None


def _put_term(library: Library, before: str, cells: Cells) -> None:
    if before:
        library.terms.rename(before, cells[0])
    else:
        library.terms.add(cells[0])


def _put_reading(library: Library, before: str, cells: Cells) -> None:
    library.pronunciations.set(cells[0], cells[1])
    if before and before != cells[0]:
        library.pronunciations.remove(before)


def _put_entry(library: Library, before: str, cells: Cells) -> None:
    library.glossary.set(*cells)
    if before and before != cells[0]:
        library.glossary.remove(before)


OWN_WORDS = WordList(
    title=tr_later("Own words"),
    about=tr_later("Words that stay whole in this library: to a double click, to the keys and to searches."),
    columns=(tr_later("Word"),),
    rows=lambda library: [(row.word,) for row in library.terms.all()],
    put=_put_term,
    remove=lambda library, names: library.terms.remove(*names),
    table="term",
    pattern="*.txt",
    take_in=lambda library, text: library.terms.add_list(text).left_out,
    give_out=lambda library: library.terms.listing(),
)
CORRECTED_READINGS = WordList(
    title=tr_later("Corrected readings"),
    about=tr_later("How words are read wherever they stand in this library."),
    columns=(tr_later("Word"), tr_later("Reading")),
    rows=lambda library: [(row.word, row.reading) for row in library.pronunciations.all()],
    put=_put_reading,
    remove=lambda library, names: library.pronunciations.remove(*names),
    table="pronunciation",
)
GLOSSARY = WordList(
    title=tr_later("Glossary"),
    about=tr_later("What terms of this library mean: shown where they are looked up."),
    columns=(tr_later("Term"), tr_later("Gloss"), tr_later("Note")),
    rows=lambda library: [(row.term, row.gloss, row.note) for row in library.glossary.all()],
    put=_put_entry,
    remove=lambda library, names: library.glossary.remove(*names),
    table="glossary",
    pattern="*.csv",
    take_in=lambda library, text: library.glossary.add_table(text).left_out,
    give_out=lambda library: library.glossary.table(),
)
