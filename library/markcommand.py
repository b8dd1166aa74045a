"""The command that marks what a query finds."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import click

from library import reporting
from library.models import COLORS, Color, Span
from library.opening import update_index, write_library
from library.parameters import TEXT, json_option, library_argument, strictness_options
from library.search.leaves import Options
from library.search.reach import REACHES, Reach


@click.command()
@library_argument
@click.argument("query", metavar="QUERY", type=TEXT)
@click.option("--tag", "tags", metavar="T", multiple=True, type=TEXT, help="Put this tag on them; may be repeated.")
@click.option("--color", type=click.Choice(COLORS), help="Their colour; without it that of their first tag.")
@click.option("--underline", is_flag=True, help="Underline them.")
@click.option("--reach", type=click.Choice(REACHES), default="exact", help="Mark whole words or whole sentences.")
@click.option("--crossing", is_flag=True, help="Mark hits that cross punctuation, too.")
@strictness_options
@json_option
def mark(
    path: Path,
    query: str,
    tags: Sequence[str],
    color: Color | None,
    underline: bool,
    reach: Reach,
    crossing: bool,
    exact: bool,
    case: bool,
    whole_words: bool,
    repeated: bool,
    as_json: bool,
) -> None:
    """Make highlights of all that QUERY finds in texts, as one step.

    QUERY is what “search” takes. What is marked already is not marked twice: it takes the tags.
    """
    with closing(write_library(path)) as library:
        update_index(library)
        options = Options(exact=exact, case=case, whole_words=whole_words, repeated=repeated)
        findings, _ = library.search.interpret(query, options, reporting.terminal_progress())
        spans = [
            Span(document_id, place.start, place.end)
            for document_id, places in findings.all_places()
            for place in places
            if crossing or not place.crosses
        ]
        style = "underline" if underline else "highlight"
        marked = library.hitmarks.add(spans, reach=reach, color=color, style=style, tags=tags)
    if as_json:
        reporting.print_json({"added": list(marked.added), "known": list(marked.known)})
    else:
        added = reporting.counted(len(marked.added), "highlight")
        reporting.print_lines([f"{added} added, {len(marked.known)} there already"])
