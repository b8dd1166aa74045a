"""The command that cites documents."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import click

from library import reporting
from library.citations import BUILT_IN, DEFAULT, Bibliography, Locator, bibliography, get
from library.citing import cited_items
from library.opening import read_library
from library.parameters import TEXT, json_option, library_argument


@click.command()
@library_argument
@click.argument("documents", metavar="DOCUMENT...", nargs=-1, required=True, type=TEXT)
@click.option(
    "--style", type=click.Choice([style.name for style in BUILT_IN]), default=DEFAULT, show_default=True,
    help="The style of citation.",
)  # fmt: skip
@click.option(
    "--locator", metavar="PLACE", type=TEXT, help="Cite a place too: 12, pp. 3-5, 第12段, para. 3, a heading."
)
@json_option
def cite(path: Path, documents: Sequence[str], style: str, locator: str | None, as_json: bool) -> None:
    """Print how documents are cited: the entry of a bibliography, and with --locator what stands in the text.

    Several documents are a bibliography, in the order of the style; it tells apart what would be cited alike. Where no
    kind is set, it is guessed by what fields there are. --json tells entries as plain text, Markdown and HTML.
    """
    with closing(read_library(path)) as library:
        ids = [library.documents.resolve(name).id for name in documents]
        items = cited_items(library.documents, library.fields, ids)
    made = bibliography(items, get(style))
    place = Locator.parse(locator) if locator else None
    if as_json:
        return reporting.print_json({"style": style, "entries": _values(made, place)})
    alone = len(made.entries) == 1 and place is None
    for entry in made.entries:
        if place is not None:
            reporting.print_lines([made.cite(entry.item, place).plain])
        reporting.print_lines([(entry.text if alone else entry.line).plain])


def _values(made: Bibliography, place: Locator | None) -> list[reporting.Json]:
    return [
        {
            "document": entry.item.identifier,
            "kind": entry.item.kind,
            "number": entry.mark.number or None,
            "entry": entry.text.plain,
            "markdown": entry.text.markdown,
            "html": entry.text.html,
            "citation": made.cite(entry.item, place).plain,
        }
        for entry in made.entries
    ]
