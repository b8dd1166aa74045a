"""What the terms of a library mean, in and out as a table."""

import csv
import io
from dataclasses import replace

from library.errors import InvalidName, Refused
from library.models import now
from library.storage.characters import storable
from library.storage.journal import Journal
from library.storage.store import Store
from library.words import GlossaryEntry, TakenIn

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

    def add_table(self, text: str) -> TakenIn[GlossaryEntry]:
        """Add the rows of a table as one step: term, gloss and note, below a first row of names or none.

        Commas, semicolons or tabs part the columns. An entry that is there is replaced. Rows whose term is too long, or
        that cannot be read, are left out and told by the number of their last line. Refused if no row has a term.
        """
        lines = storable(text).lstrip("\ufeff")
        first = lines.split("\n", 1)[0]
        delimiter = next((sign for sign in ("\t", ",", ";") if sign in first), ",")
        rows, left_out = _rows(lines, delimiter)
        if rows and tuple(cell.casefold() for cell in rows[0][:3]) == _HEADER[: len(rows[0])]:
            rows = rows[1:]
        there = {entry.term: entry for entry in self.all()}
        moment = now()
        entries = {
            term: GlossaryEntry(term, gloss, note, there[term].created if term in there else moment, moment)
            for term, gloss, note in ((row[0], *map(_cell, row[1:]), "", "")[:3] for row in rows)
        }
        if not entries and not left_out:
            raise Refused("The table has no terms. Its columns are term, gloss and note.")
        if entries:
            with self._journal.operation("Add {count} glossary entries", one="Add glossary entry", count=len(entries)):
                self._store.put(*entries.values())
        return TakenIn(tuple(entries.values()), left_out)

    def table(self) -> str:
        """Return the entries as comma-separated values with a row of names, as spreadsheets take them."""
        from library.exporters.csv import csv_row  # what exports is loaded when something goes out

        return "".join(csv_row(row) for row in (_HEADER, *((one.term, one.gloss, one.note) for one in self.all())))


def _rows(table: str, delimiter: str) -> tuple[list[list[str]], tuple[int, ...]]:
    """Return the rows of a table, their terms as they are kept, and the numbers of the lines that hold none."""
    reader = csv.reader(io.StringIO(table, newline=""), delimiter=delimiter)
    rows: list[list[str]] = []
    left_out: list[int] = []
    while True:
        try:
            row = [cell.strip() for cell in next(reader)]
            if row and row[0]:
                rows.append([_term(_cell(row[0])), *row[1:]])
        except StopIteration:
            return rows, tuple(left_out)
        except (csv.Error, InvalidName):
            left_out.append(reader.line_num)


def _cell(cell: str) -> str:
    """Return a cell without the sign that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@") else cell


def _term(text: str) -> str:
    term = " ".join(storable(text).split())
    if not 0 < len(term) <= LONGEST:
        raise InvalidName("A term has 1 to {most} characters.", most=LONGEST)
    return term
