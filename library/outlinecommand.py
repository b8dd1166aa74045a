"""The command that shows the outline of a document."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

import click

from library import reporting
from library.headings import Outline
from library.opening import read_library
from library.parameters import TEXT, json_option, library_argument


@click.command("outline")
@library_argument
@click.argument("document", metavar="DOCUMENT", type=TEXT)
@json_option
def outline_command(path: Path, document: str, as_json: bool) -> None:
    """Show the headings of DOCUMENT, and the numbers that they leave out.

    DOCUMENT is an id, a title or a part of one. The headings are those of its file or its text, as corrected in the
    window; each comes with its span in characters, in the order of the text, indented below the one it stands under.
    """
    with closing(read_library(path)) as library:
        outline = library.outlines.of_document(library.documents.resolve(document).id)
    if as_json:
        headings = [asdict(heading) for heading in outline.headings]
        reporting.print_json({"headings": headings, "missing": [asdict(gap) for gap in outline.missing]})
    else:
        reporting.print_columns(_rows(outline))


def _rows(outline: Outline) -> Iterator[Sequence[object]]:
    for heading in outline.headings:
        title = "  " * (heading.level - 1) + heading.title
        yield f"{heading.start}-{heading.end}", heading.kind.replace("_", "-"), title
    for gap in outline.missing:
        yield f"{gap.start}-{gap.end}", "missing", gap.number
