"""Searches that are kept: a query with what is asked of the form, as JSON in a smart collection."""

import json
from typing import Any

from library.errors import InvalidQuery
from library.search.leaves import Options

SWITCHES = ("exact", "case", "whole_words", "repeated")


def search_to_json(query: str, options: Options) -> str:
    """Return a search as JSON; what is not asked for is left out."""
    return json.dumps(
        {"query": query, **{name: True for name in SWITCHES if getattr(options, name)}}, ensure_ascii=False
    )


def search_from_json(text: str) -> tuple[str, Options]:
    """Return the query and options that were kept; InvalidQuery where that is not what `search_to_json` makes."""
    try:
        kept: Any = json.loads(text)
        query = kept["query"]
        options = Options(**{name: kept.get(name, False) is True for name in SWITCHES})
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InvalidQuery("What is kept here is no search. Delete it, and keep the search again.") from error
    if not isinstance(query, str):
        raise InvalidQuery("What is kept here is no search. Delete it, and keep the search again.")
    return query, options
