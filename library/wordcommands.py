"""The commands on words: the library's own, its glossary, and what is known of a word."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO

import click

from library import reporting
from library.opening import read_library, update_index, write_library
from library.parameters import TEXT, json_option, library_argument
from library.words import GlossaryEntry, Term


def _add_option(help: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option("--add", "source", metavar="FILE", type=click.File("rb"), help=help)


@click.command()
@library_argument
@_add_option("Add the words of a list in the format of jieba's user dictionaries; - is the standard input.")
@json_option
def terms(path: Path, source: BinaryIO | None, as_json: bool) -> None:
    """List the library's own words, or those of a list after adding them.

    A line is a word, and with spaces between them its frequency and part of speech, both optional.
    """
    if source is not None:
        text = _decoded(source)
        with closing(write_library(path)) as library:
            taken = library.terms.add_list(text)
        _print_left_out(taken.left_out)
        _print_terms(taken.rows, as_json)
        return
    with closing(read_library(path)) as library:
        if as_json:
            _print_terms(library.terms.all(), as_json)
        else:
            reporting.print_lines(library.terms.listing().splitlines())


@click.command()
@library_argument
@_add_option("Add the rows of a table: term, gloss and note, parted by commas; - is the standard input.")
@json_option
def glossary(path: Path, source: BinaryIO | None, as_json: bool) -> None:
    """Print the glossary as comma-separated values, after adding the rows of a table.

    An entry that is there is replaced.
    """
    if source is not None:
        text = _decoded(source)
        with closing(write_library(path)) as library:
            _print_left_out(library.glossary.add_table(text).left_out)
    with closing(read_library(path)) as library:
        if as_json:
            reporting.print_json([_entry_value(entry) for entry in library.glossary.all()])
        else:
            reporting.print_bytes(library.glossary.table().encode())


@click.command("lookup")
@library_argument
@click.argument("text", metavar="TEXT", type=TEXT)
@json_option
def look_up_command(path: Path, text: str, as_json: bool) -> None:
    """Say what is known of a word: readings, parts, forms, code points, its places in the library, the glossary."""
    from library.lookup import look_up, places_of  # with the dictionaries

    with closing(read_library(path)) as library:
        update_index(library)
        known, places = look_up(library, text), places_of(library, text)
    if as_json:
        reporting.print_json({**asdict(known), "places": asdict(places)})
        return
    rows = [(known.text, known.reading), ("simplified", known.simplified), ("traditional", known.traditional)]
    rows += [(part.text, part.reading) for part in known.parts]
    reporting.print_columns(rows)
    reporting.print_columns((one.text, one.code, " ".join(one.readings), one.variants) for one in known.characters)
    reporting.print_columns((one.places, one.title) for one in places.documents)
    if known.entry is not None:
        reporting.print_columns([(known.entry.term, known.entry.gloss, known.entry.note)])


def _print_left_out(numbers: Sequence[int]) -> None:
    """Say which lines of a list held nothing that could be added."""
    if numbers:
        reporting.print_problem(f"Left out, as they hold no word: lines {', '.join(map(str, numbers))}.")


def _print_terms(rows: Sequence[Term], as_json: bool) -> None:
    if as_json:
        reporting.print_json([{"word": row.word, "frequency": row.frequency, "kind": row.kind} for row in rows])
    else:
        reporting.print_lines(row.word for row in rows)


def _entry_value(entry: GlossaryEntry) -> dict[str, str]:
    return {"term": entry.term, "gloss": entry.gloss, "note": entry.note}


def _decoded(source: BinaryIO) -> str:
    from library.importers.encodings import decode  # only a list from outside needs the detector's tables

    return decode(source.read()).text
