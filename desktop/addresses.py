"""Links to highlights and documents as they are copied: their addresses, and as HTML with words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from desktop import clipboard
from desktop.translation import plural
from library.links import address

if TYPE_CHECKING:
    from desktop.messages import Messages
    from desktop.session import Session
    from library.library import Library

_LONGEST = 60
"""Code points of a quotation that stand for a link."""


@dataclass(frozen=True, slots=True)
class Links:
    """Links as text, a line each, and as HTML; `words` say where each leads."""

    plain: str
    rich: str
    words: tuple[str, ...]


def copy_links(session: Session, messages: Messages, links: Callable[[Library], Links]) -> None:
    """Put links on the clipboard, once they are read, and say where they lead."""

    def put(made: Links) -> None:
        clipboard.put_both(made.plain, made.rich)
        words = made.words[0] if made.words else ""
        messages.info(
            plural(len(made.words), "The link to “{words}” was copied.", "{count} links were copied.", words=words)
        )

    session.ask("link", links, put)


def links_to_marks(library: Library, highlight_ids: Sequence[str]) -> Links:
    """Return links to highlights; what is gone is left out."""
    marks = {mark.id: mark for mark in library.highlights.some(highlight_ids)}
    found = [marks[id] for id in highlight_ids if id in marks]
    titles = {id: library.documents.get(id).title for id in {mark.document_id for mark in found}}
    return _written(
        (address(library.id, mark.document_id, mark.id), f"{_short(mark.quote)} — {titles[mark.document_id]}")
        for mark in found
    )


def links_to_documents(library: Library, document_ids: Sequence[str]) -> Links:
    """Return links to documents."""
    return _written((address(library.id, id), library.documents.get(id).title) for id in document_ids)


def _written(links: Iterable[tuple[str, str]]) -> Links:
    made = list(links)
    plain = "\n".join(leads for leads, _ in made)
    rich = "<br>".join(f'<a href="{leads}">{escape(words)}</a>' for leads, words in made)
    return Links(plain, rich, tuple(words for _, words in made))


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return f"{words[:_LONGEST]}…" if len(words) > _LONGEST else words
