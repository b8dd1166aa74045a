"""What the terms of a library mean, in and out as a table."""

import csv
import io
from dataclasses import replace

from library.errors import InvalidName, Refused
from library.models import now
from library.storage.characters import storable
from library.storage.journal import Journal
from library.storage.store import Store
from library.words import GlossaryEntry

LONGEST = 200
"""Code points of a term."""

_HEADER = ("term", "gloss", "note")


class Glossary:
    """Verbs on what terms mean. An entry is named by its term."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def all(self) -> list[GlossaryEntry]:
        """Return the entries in the order of their characters."""
        return self._store.all(GlossaryEntry, "term")

    def find(self, term: str) -> GlossaryEntry | None:
        """Return the entry of a term, or None."""
        return self._store.find(GlossaryEntry, _term(term)) if term.strip() else None

    def set(self, term: str, gloss: str, note: str = "") -> None:
        """Say what a term means; with neither gloss nor note its entry goes. InvalidName for a term that is none."""
        there = self._store.find(GlossaryEntry, _term(term))
        gloss, note = storable(gloss).strip(), storable(note).strip()
        if there is not None and not gloss and not note:
            self.remove(there.term)
            return
        entry = GlossaryEntry(_term(term), gloss, note, there.created if there is not None else now())
        if there is None or (there.gloss, there.note) != (gloss, note):
            with self._journal.operation("Explain term"):
                self._store.put(replace(entry, modified=now()))

    def remove(self, *terms: str) -> None:
        """Take entries out."""
        with self._journal.operation("Remove {count} glossary entries", one="Remove glossary entry", count=len(terms)):
            self._store.remove(GlossaryEntry, [(term,) for term in terms])

    def add_table(self, text: str) -> int:
        """Add the rows of a table as one step and return how many: term, gloss and note, a first row of names or none.

        Commas, semicolons or tabs part the columns. An entry that is there is replaced. Refused if no row has a term.
        """
        lines = storable(text).lstrip("\ufeff")
        first = lines.split("\n", 1)[0]
        delimiter = next((sign for sign in ("\t", ",", ";") if sign in first), ",")
        rows = [
            [cell.strip() for cell in row] for row in csv.reader(io.StringIO(lines, newline=""), delimiter=delimiter)
        ]
        if rows and tuple(cell.casefold() for cell in rows[0][:3]) == _HEADER[: len(rows[0])]:
            rows = rows[1:]
        there = {entry.term: entry for entry in self.all()}
        moment = now()
        entries = {
            term: GlossaryEntry(term, gloss, note, there[term].created if term in there else moment, moment)
            for term, gloss, note in ((*map(_cell, row), "", "")[:3] for row in rows if row and row[0])
        }
        if not entries:
            raise Refused("The table has no terms. Its columns are term, gloss and note.")
        with self._journal.operation("Add {count} glossary entries", one="Add glossary entry", count=len(entries)):
            self._store.put(*(replace(entry, term=_term(entry.term)) for entry in entries.values()))
        return len(entries)

    def table(self) -> str:
        """Return the entries as comma-separated values with a row of names, as spreadsheets take them."""
        from library.exporters.csv import csv_row  # what exports is loaded when something goes out

        return "".join(csv_row(row) for row in (_HEADER, *((one.term, one.gloss, one.note) for one in self.all())))


def _cell(cell: str) -> str:
    """Return a cell without the sign that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@") else cell


def _term(text: str) -> str:
    term = " ".join(storable(text).split())
    if not 0 < len(term) <= LONGEST:
        raise InvalidName("A term has 1 to {most} characters.", most=LONGEST)
    return term
