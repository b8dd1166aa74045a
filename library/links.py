"""Addresses that lead into a library from anywhere: `zhupi://LIBRARY/DOCUMENT/HIGHLIGHT`, made and read."""

import re
from dataclasses import dataclass

from library.errors import InvalidLink

SCHEME = "zhupi"
ARROW = "↗"
"""What stands for a link where nothing else says where it leads."""
_ID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_LINK = re.compile(rf"{SCHEME}://({_ID})/({_ID})(?:/({_ID}))?", re.IGNORECASE | re.ASCII)
_SHOWN = 80
"""Characters of a wrong address that are said again."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where an address leads: to a document of a library, or to a highlight in it."""

    library_id: str
    document_id: str
    highlight_id: str = ""

    @property
    def address(self) -> str:
        return address(self.library_id, self.document_id, self.highlight_id)


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A link that stands in a text at code points `start` to `end`, end exclusive."""

    start: int
    end: int
    link: Link


def address(library_id: str, document_id: str, highlight_id: str = "") -> str:
    """Return the address of a document, or of a highlight in it."""
    return "/".join((f"{SCHEME}://{library_id}", document_id, *filter(None, (highlight_id,))))


def is_address(text: str) -> bool:
    """Say whether a text is meant as an address of this program, right or wrong."""
    return text.strip()[: len(SCHEME) + 1].lower() == f"{SCHEME}:"


def parse(text: str) -> Link:
    """Return where an address leads; InvalidLink for whatever is no address of a document or a highlight.

    Letters may be large or small, as some programs change them, and a slash may follow.
    """
    found = _LINK.fullmatch(text.strip().removesuffix("/"))
    if found is not None:
        return _link(found)
    if not is_address(text):
        raise InvalidLink("“{address}” is no link of Zhupi: such a link begins with zhupi://.", address=_shown(text))
    raise InvalidLink(
        "“{address}” leads nowhere. A link names a library, a document and a highlight by their ids: "
        "zhupi://LIBRARY/DOCUMENT/HIGHLIGHT. Copy it again where it came from.",
        address=_shown(text),
    )


def links_in(text: str) -> list[FoundLink]:
    """Return the links that stand in a text, in order."""
    return [FoundLink(found.start(), found.end(), _link(found)) for found in _LINK.finditer(text)]


def _link(found: re.Match[str]) -> Link:
    return Link(*(part.lower() for part in found.groups(default="")))


def _shown(text: str) -> str:
    """Return the beginning of a text on one line, in which what cannot be printed stands as its number."""
    plain = "".join(one if one.isprintable() else f"\\x{ord(one):02x}" for one in text[: _SHOWN + 1])
    return f"{plain[:_SHOWN]}…" if len(plain) > _SHOWN else plain
