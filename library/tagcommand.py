"""The command on the codebook: its tags listed, and a list of tags added to it."""

from contextlib import closing
from pathlib import Path
from typing import BinaryIO

import click

from library import reporting
from library.library import Library
from library.opening import read_library, tag_id_of, write_library
from library.parameters import TEXT, json_option, library_argument


@click.command()
@library_argument
@click.option(
    "--add",
    "source",
    metavar="FILE",
    type=click.File("rb"),
    help="Add the tags of a list: a tag a line, what is indented below the line above it; - is the standard input.",
)
@click.option("--below", metavar="T", type=TEXT, help="Add them below this tag.")
@json_option
def tags(path: Path, source: BinaryIO | None, below: str | None, as_json: bool) -> None:
    """List the tags, or those of a list after adding them.

    Each comes with the number of highlights that carry it, of those that carry it or a tag below it, and its full name.
    A list is added as one step; a tag that is there already stays as it is.
    """
    if source is None and below is not None:
        raise click.UsageError("--below says where the tags of --add go.")
    if source is None:
        with closing(read_library(path)) as library:
            _print(library, [tag.id for tag in library.tags.all()], as_json)
        return
    from library.importers.encodings import decode  # only a list from outside needs the detector's tables

    text = decode(source.read()).text
    with closing(write_library(path)) as library:
        added = library.tags.add_list(text, None if below is None else tag_id_of(library, below))
        _print(library, [tag.id for tag in added], as_json)


def _print(library: Library, tag_ids: list[str], as_json: bool) -> None:
    tree, counts, totals = library.tags.tree(), library.tags.counts(), library.codebook.counts()
    rows = [(tree.get(tag_id), tree.path(tag_id), counts.get(tag_id, 0), totals.get(tag_id, 0)) for tag_id in tag_ids]
    if as_json:
        reporting.print_json([reporting.tag_value(*row) for row in rows])
    else:
        reporting.print_columns((count, total, name) for _, name, count, total in rows)
