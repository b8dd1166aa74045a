"""The commands that mark passages and list the highlights."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import click

from library import reporting
from library.errors import NotFound
from library.library import Library
from library.models import COLORS, Color
from library.opening import read_library, tag_id_of, write_library
from library.parameters import TEXT, json_option, library_argument
from library.values import highlight_value


@click.command()
@library_argument
@click.argument("document", metavar="DOCUMENT", type=TEXT)
@click.option("--quote", metavar="TEXT", type=TEXT, help="Mark this passage, which must stand in the text.")
@click.option(
    "--nth", metavar="N", type=click.IntRange(min=1), help="Mark its Nth occurrence; they may overlap.  [default: 1]"
)
@click.option("--start", metavar="N", type=int, help="Mark from this character, counted from 0 …")
@click.option("--end", metavar="N", type=int, help="… up to, not including, this one.")
@click.option("--tag", "tags", metavar="T", multiple=True, type=TEXT, help="Tag it; may be given several times.")
@click.option("--note", metavar="TEXT", type=TEXT, default="", help="Write a note on it, in Markdown.")
@click.option("--color", type=click.Choice(COLORS), help="Give it a colour of its own.")
@json_option
def highlight(
    path: Path,
    document: str,
    quote: str | None,
    nth: int | None,
    start: int | None,
    end: int | None,
    tags: Sequence[str],
    note: str,
    color: Color | None,
    as_json: bool,
) -> None:
    """Mark a passage, tag it and annotate it.

    The passage is given by --quote, or by --start and --end. All this is one step, which `undo` takes back. The same
    passage again is the highlight that is there: new tags are added, the note is appended.
    """
    _require_one_span(quote, nth, start, end)
    with closing(write_library(path)) as library:
        found = library.documents.resolve(document)
        if quote is not None:
            start, end = _find_quote(library, found.id, quote, nth or 1)
        made = library.highlights.add(found.id, start or 0, end or 0, color=color, tags=tags, note=note)
        (excerpt,) = library.excerpts.of_highlights([made.id])
    if as_json:
        reporting.print_json(highlight_value(excerpt, library.id))
    else:
        reporting.print_columns([reporting.highlight_cells(excerpt)])


@click.command()
@library_argument
@click.option("--tag", metavar="T", type=TEXT, help="Only those with this tag or one below it.")
@json_option
def highlights(path: Path, tag: str | None, as_json: bool) -> None:
    """List the highlights: id, document, span, quote, tags, note."""
    with closing(read_library(path)) as library:
        found = library.excerpts.all() if tag is None else library.excerpts.of_tag(tag_id_of(library, tag))
    if as_json:
        reporting.print_json([highlight_value(excerpt, library.id) for excerpt in found])
    else:
        reporting.print_columns(reporting.highlight_cells(excerpt) for excerpt in found)


def _require_one_span(quote: str | None, nth: int | None, start: int | None, end: int | None) -> None:
    if (quote is None) == (start is None and end is None):
        raise click.UsageError("Give the passage by --quote, or by --start and --end.")
    if quote is None and (start is None or end is None):
        raise click.UsageError("--start and --end belong together.")
    if quote is None and nth is not None:
        raise click.UsageError("--nth counts occurrences of a --quote.")
    if quote == "":
        raise click.UsageError("--quote is empty.")


def _find_quote(library: Library, document_id: str, quote: str, nth: int) -> tuple[int, int]:
    """Return the span of the `nth` occurrence of `quote`, counted from 1; occurrences may overlap."""
    with closing(library.documents.text(document_id)) as reading:
        content = reading.text()
    start, found = content.find(quote), 0
    while start >= 0:
        found += 1
        if found == nth:
            return start, start + len(quote)
        start = content.find(quote, start + 1)
    if found:
        raise NotFound("The quote stands {count} times in the text, not {nth} times.", count=found, nth=nth)
    raise NotFound("The quote “{quote}” is not in the text. It must be written exactly as there.", quote=quote)
