"""What is said of a tag in short: what it means, what belongs under it, what does not, and an example."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal

from desktop.translation import tr

if TYPE_CHECKING:
    from library.models import Tag

Field = Literal["description", "includes", "excludes", "example"]
FIELDS: tuple[Field, ...] = ("description", "includes", "excludes", "example")
"""The texts that describe a tag."""
LONGEST, MOST = 120, 6
"""Code points of a line and lines that are shown of one field."""


def field_text(tag: Tag, name: Field) -> str:
    """Return one of the texts that describe a tag."""
    match name:
        case "description":
            return tag.description
        case "includes":
            return tag.includes
        case "excludes":
            return tag.excludes
        case "example":
            return tag.example


def field_name(name: Field) -> str:
    """Return what one of these texts is called in the user's language."""
    match name:
        case "description":
            return tr("Meaning")
        case "includes":
            return tr("Belongs here")
        case "excludes":
            return tr("Does not belong here")
        case "example":
            return tr("Example")


def described(tag: Tag) -> Iterator[str]:
    """Yield in short lines what is said of a tag."""
    for name in FIELDS:
        lines = field_text(tag, name).splitlines()
        shown = [_short(line) for line in lines[:MOST]]
        if lines and name != "description":
            shown[0] = tr("{title}: {text}", title=field_name(name), text=shown[0])
        if len(lines) > MOST:
            shown[-1] += "…"
        yield from shown


def tip(lines: Iterable[str]) -> str:
    """Return lines as the rich text of a tool tip."""
    return "<br>".join(html.escape(line) for line in lines)


def _short(line: str) -> str:
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
