"""What a web page says of itself as linked data (JSON-LD with the words of schema.org)."""

import json
from collections.abc import Iterator
from typing import TypeAlias, cast

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

_NAMES = {
    "headline": "ld:title", "datePublished": "ld:date", "inLanguage": "ld:language", "author": "ld:author",
    "publisher": "ld:publisher", "isPartOf": "ld:container",
}  # fmt: skip
_WORKS = ("Article", "Book", "Posting", "Thesis", "Report", "Chapter")
"""By what the type of a thing ends that is a text."""


def linked_data(written: str) -> Iterator[tuple[str, str]]:
    """Yield what a piece of linked data says of the text of its page, by names that begin with `ld:`."""
    try:
        said = cast("Json", json.loads(written))
    except (ValueError, RecursionError):
        return
    things = said if isinstance(said, list) else [said]
    for thing in things:
        graph = thing.get("@graph") if isinstance(thing, dict) else None
        for work in graph if isinstance(graph, list) else [thing]:
            if isinstance(work, dict) and str(work.get("@type", "")).strip("[]'").endswith(_WORKS):
                yield from ((name, words) for key, name in _NAMES.items() for words in _words(work.get(key)))
                return


def _words(value: Json) -> Iterator[str]:
    """Yield a value, or the names of the persons and bodies that it is."""
    for each in value if isinstance(value, list) else [value]:
        name = each.get("name") if isinstance(each, dict) else each
        if isinstance(name, str) and name.strip():
            yield name
