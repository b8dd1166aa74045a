"""The command that retrieves excerpts by any combination of what is said of them, and keeps such questions."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TypedDict, Unpack

import click

from library import reporting
from library.annotation.retrieval import query_from_json, query_to_json
from library.errors import NotFound
from library.library import Library
from library.models import COLORS, Color, Excerpt, ExcerptQuery
from library.opening import collection_id_of, read_library, tag_id_of, write_library
from library.parameters import TEXT, json_option, library_argument
from library.values import highlight_value


class _Asked(TypedDict):
    all_tags: Sequence[str]
    any_tags: Sequence[str]
    no_tags: Sequence[str]
    near_tags: Sequence[str]
    within: int | None
    untagged: bool
    colors: Sequence[Color]
    documents: Sequence[str]
    collections: Sequence[str]
    since: str
    until: str
    text: str
    speakers: Sequence[str]
    noted: bool
    starred: bool


@click.command()
@library_argument
@click.option("--tag", "all_tags", metavar="T", multiple=True, type=TEXT, help="With this tag; may be repeated.")
@click.option("--any-tag", "any_tags", metavar="T", multiple=True, type=TEXT, help="With at least one of these tags.")
@click.option("--no-tag", "no_tags", metavar="T", multiple=True, type=TEXT, help="Without this tag.")
@click.option("--near-tag", "near_tags", metavar="T", multiple=True, type=TEXT, help="Beside a passage with this tag.")
@click.option("--within", metavar="N", type=click.IntRange(min=0), help="Beside: N characters away, not one paragraph.")
@click.option("--untagged", is_flag=True, help="Without any tag.")
@click.option("--color", "colors", multiple=True, type=click.Choice(COLORS), help="Shown in this colour.")
@click.option("--document", "documents", metavar="D", multiple=True, type=TEXT, help="In this document.")
@click.option("--collection", "collections", metavar="NAME", multiple=True, type=TEXT, help="In this collection.")
@click.option("--since", metavar="DATE", default="", help="In documents of this date or later.")
@click.option("--until", metavar="DATE", default="", help="In documents of this date or earlier.")
@click.option("--text", metavar="WORDS", default="", type=TEXT, help="With these words in quote or note.")
@click.option("--speaker", "speakers", metavar="NAME", multiple=True, type=TEXT, help="Where this one speaks.")
@click.option("--noted", is_flag=True, help="With a note.")
@click.option("--starred", is_flag=True, help="With a star.")
@click.option("--save", metavar="NAME", type=TEXT, help="Keep the question under this name.")
@click.option("--saved", metavar="NAME", type=TEXT, help="Ask the question kept under this name, and no other.")
@json_option
def excerpts(path: Path, save: str | None, saved: str | None, as_json: bool, **asked: Unpack[_Asked]) -> None:
    """Retrieve the highlights that meet everything that is asked for.

    Tags and collections count with those below them. A date may be short: 2017, 2017-03. Of words, any form is found.
    """
    with closing(read_library(path) if save is None else write_library(path)) as library:
        query = _query(library, asked) if saved is None else _saved(library, saved)
        found = library.excerpts.of_highlights(library.retrieval.find(query))
        if save is not None:
            library.smart.add(save, "excerpts", query_to_json(query))
    _print(found, library.id, as_json=as_json)


def _query(library: Library, asked: _Asked) -> ExcerptQuery:
    return ExcerptQuery(
        all_tags=_tag_ids(library, asked["all_tags"]),
        any_tags=_tag_ids(library, asked["any_tags"]),
        no_tags=_tag_ids(library, asked["no_tags"]),
        near_tags=_tag_ids(library, asked["near_tags"]),
        within=asked["within"],
        untagged=asked["untagged"],
        colors=tuple(asked["colors"]),
        document_ids=tuple(library.documents.resolve(name).id for name in asked["documents"]),
        collection_ids=tuple(collection_id_of(library, name) for name in asked["collections"]),
        since=asked["since"],
        until=asked["until"],
        text=asked["text"],
        speakers=_speakers(library, asked["speakers"]),
        noted=asked["noted"],
        starred=asked["starred"],
    )


def _print(found: Sequence[Excerpt], library_id: str, *, as_json: bool) -> None:
    if as_json:
        reporting.print_json([highlight_value(excerpt, library_id) for excerpt in found])
    else:
        reporting.print_columns(reporting.highlight_cells(excerpt) for excerpt in found)


def _tag_ids(library: Library, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(tag_id_of(library, name) for name in names)


def _speakers(library: Library, names: Sequence[str]) -> tuple[str, ...]:
    """Return the names of those who are meant; one that nobody has stays as it is."""
    meant = {name: set[str]().union(*library.speakers.called(name).values()) or {name} for name in names}
    return tuple(sorted(set[str]().union(*meant.values())))


def _saved(library: Library, name: str) -> ExcerptQuery:
    for smart in library.smart.all():
        if smart.name == name and smart.kind == "excerpts":
            return query_from_json(smart.query)
    raise NotFound("No question is kept under the name “{name}”.", name=name)
