"""What the choices of an export are called."""

from collections.abc import Sequence

from desktop.translation import tr
from library.exporters.base import ExportScope


def carried_words() -> dict[str, str]:
    """Return what goes with a quotation in words, by the fields of Carried."""
    return {
        "context": tr("Text around it"),
        "notes": tr("Notes"),
        "tags": tr("Tags"),
        "colors": tr("Colours"),
        "headings": tr("Headings"),
        "places": tr("Page and paragraph"),
        "dates": tr("Day of marking"),
        "speakers": tr("Speaker"),
        "originals": tr("Words before correction"),
        "links": tr("Links back"),
    }


def filter_words(scope: ExportScope, tags: Sequence[tuple[str, str]]) -> str:
    """Return in words which highlights of a tag are meant; `tags` are all by id and full name."""
    names = dict(tags)
    name = names.get(scope.tag_id or "", "")
    words = name if scope.below else tr("{name}, without the tags below", name=name)
    if scope.with_tag_id is not None:
        words = tr("{name}, together with {other}", name=words, other=names.get(scope.with_tag_id, ""))
    return words
