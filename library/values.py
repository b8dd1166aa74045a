"""What is said of a highlight as JSON: the same on the command line and in an exported file."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from library.links import address
from library.models import Excerpt

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"


def highlight_value(excerpt: Excerpt, library_id: str) -> Json:
    """Return a highlight as JSON: `start` and `end` in code points, `color` the one it is shown in, full tag names.

    `quote` are the text's own words, `correction` those that should be quoted instead, or "". `before` and `after` are
    the text around. `links` are the ids of the highlights that it is linked with, `url` is the address that leads to it
    in its library.
    """
    highlight = excerpt.highlight
    return {
        "id": highlight.id,
        "document_id": highlight.document_id,
        "start": highlight.start,
        "end": highlight.end,
        "quote": highlight.quote,
        "correction": highlight.correction,
        "before": highlight.prefix,
        "after": highlight.suffix,
        "color": excerpt.color,
        "tags": list(excerpt.tag_paths),
        "note": excerpt.note,
        "document": excerpt.document.title,
        "heading": excerpt.heading,
        "headings": list(excerpt.headings),
        "paragraph": excerpt.paragraph,
        "speaker": excerpt.speaker,
        "page": excerpt.page,
        "links": [link.other_end(highlight.id) for link in excerpt.links],
        "url": address(library_id, highlight.document_id, highlight.id),
        "style": highlight.style,
        "starred": highlight.starred,
        "created": highlight.created,
        "modified": highlight.modified,
    }
