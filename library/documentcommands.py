"""The commands that list documents, print their texts, and show and set their fields."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import click

from library import reporting
from library.fields import FIELDS
from library.library import Library
from library.models import STAGES, Document, Reading, Stage
from library.opening import read_library, write_library
from library.parameters import TEXT, json_option, library_argument


@click.command()
@library_argument
@click.option("--progress", type=click.Choice(STAGES), help="Only those that are unread, being read, or done.")
@json_option
def documents(path: Path, progress: Stage | None, as_json: bool) -> None:
    """List the documents: id, length in characters, how far they are read, title.

    What is printed twice counts once in the length. --json tells all fields, the library's own ones under “fields”, and
    the length of the whole text, with how much of it is “repeated”.
    """
    with closing(read_library(path)) as library:
        readings = library.readings.all()
        twice = library.search.printed_twice()
        found = [
            row
            for row in library.documents.all()
            if progress in (None, readings.get(row.id, Reading(row.id)).stage(row.length))
        ]
        if as_json:
            return reporting.print_json(_values(library, found))
        return reporting.print_columns(
            (
                row.id,
                row.length - twice.get(row.id, 0),
                reporting.progress(readings.get(row.id), row.length),
                row.title,
            )
            for row in found
        )


@click.command()
@library_argument
@click.argument("document", metavar="DOCUMENT", type=TEXT)
@json_option
def text(path: Path, document: str, as_json: bool) -> None:
    """Print the reading text of a document.

    It is printed exactly as it is kept, in UTF-8, without a line break at its end if it has none.
    """
    with closing(read_library(path)) as library:
        found = library.documents.resolve(document)
        with closing(library.documents.text(found.id)) as reading:
            if not as_json:
                return reporting.print_bytes(bytes(reading.data))
            return reporting.print_json(
                {"id": found.id, "title": found.title, "length": reading.length, "text": reading.text()}
            )


@click.command()
@library_argument
@click.argument("document", metavar="DOCUMENT", type=TEXT)
@click.option(
    "--set", "changes", metavar="FIELD=VALUE", multiple=True, type=TEXT, help="Set a field; may be given several times."
)
@json_option
def document(path: Path, document: str, changes: Sequence[str], as_json: bool) -> None:
    """Show the fields of DOCUMENT, an id, a title or a part of one, and set them.

    All that --set sets is one step, which `undo` takes back; nothing after the sign = takes a value away. Dates are
    2018, 2018-03, 2018-03-05 or 2018年3月5日; “;” stands between several authors. `fields` lists what fields there are.
    """
    with closing(write_library(path) if changes else read_library(path)) as library:
        found = library.documents.resolve(document)
        if changes:
            library.fields.describe([found.id], **dict(_change(library, change) for change in changes))
        if as_json:
            return reporting.print_json(_values(library, [library.documents.get(found.id)])[0])
        return reporting.print_columns(_rows(library, found.id))


@click.command()
@library_argument
@click.option("--add", "added", metavar="NAME", multiple=True, type=TEXT, help="Add a field of the library's own.")
@click.option("--rename", nargs=2, metavar="OLD NEW", type=TEXT, help="Call an own field otherwise.")
@click.option("--remove", "removed", metavar="NAME", type=TEXT, help="Take an own field away, with all its values.")
@json_option
def fields(
    path: Path, added: Sequence[str], rename: tuple[str, str] | None, removed: str | None, as_json: bool
) -> None:
    """List the fields of documents: name, form, label. Add, rename and remove those of the library's own."""
    with closing(write_library(path) if added or rename or removed else read_library(path)) as library:
        for name in added:
            library.fields.add_own(name)
        if rename:
            library.fields.rename_own(library.fields.resolve(rename[0]), rename[1])
        if removed:
            library.fields.remove_own(library.fields.resolve(removed))
        own = library.fields.own()
    rows = [(field.name, field.form, field.label) for field in FIELDS] + [(one.name, "line", one.name) for one in own]
    if as_json:
        keys = ("name", "form", "label")
        reporting.print_json([dict(zip(keys, row, strict=True)) for row in rows])
    else:
        reporting.print_columns(rows)


def _change(library: Library, change: str) -> tuple[str, str]:
    name, sign, value = change.partition("=")
    if not sign:
        raise click.UsageError("--set takes a field and its value, such as issuer=街道办事处.")
    return library.fields.resolve(name), value


def _rows(library: Library, document_id: str) -> Iterator[Sequence[object]]:
    names = {own.id: own.name for own in library.fields.own()}
    for field, value in library.fields.of(document_id).items():
        yield names.get(field, field), value


def _values(library: Library, documents: Sequence[Document]) -> list[reporting.Json]:
    twice = library.search.printed_twice()
    marks, readings, own = library.documents.mark_counts(), library.readings.all(), library.fields.own()
    names: dict[str, list[str]] = {}
    for place in library.collections.placements():
        names.setdefault(place.document_id, []).append(library.collections.path(place.collection_id))
    told = library.fields.of_documents([row.id for row in documents])
    return [
        reporting.document_value(
            row,
            told[row.id],
            own,
            names.get(row.id, []),
            marks.get(row.id, 0),
            readings.get(row.id, Reading(row.id)).stage(row.length),
            twice.get(row.id, 0),
        )
        for row in documents
    ]
