"""Links to highlights and documents as they are copied: their addresses, and as HTML with words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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


def copy_links(session: Session, messages: Messages, count: int, links: Callable[[Library], tuple[str, str]]) -> None:
    """Put `count` links on the clipboard, once they are read, and say so."""

    def put(made: tuple[str, str]) -> None:
        clipboard.put_both(*made)
        messages.info(plural(count, "The link was copied.", "{count} links were copied."))

    session.ask("link", links, put)


def links_to_marks(library: Library, highlight_ids: Sequence[str]) -> tuple[str, str]:
    """Return links to highlights, a line each, as text and as HTML with their words; what is gone is left out."""
    marks = {mark.id: mark for mark in library.highlights.some(highlight_ids)}
    found = [marks[id] for id in highlight_ids if id in marks]
    titles = {id: library.documents.get(id).title for id in {mark.document_id for mark in found}}
    return _written(
        (address(library.id, mark.document_id, mark.id), f"{_short(mark.quote)} — {titles[mark.document_id]}")
        for mark in found
    )


def links_to_documents(library: Library, document_ids: Sequence[str]) -> tuple[str, str]:
    """Return links to documents, as above."""
    return _written((address(library.id, id), library.documents.get(id).title) for id in document_ids)


def _written(links: Iterable[tuple[str, str]]) -> tuple[str, str]:
    made = list(links)
    plain = "\n".join(leads for leads, _ in made)
    return plain, "<br>".join(f'<a href="{leads}">{escape(words)}</a>' for leads, words in made)


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return f"{words[:_LONGEST]}…" if len(words) > _LONGEST else words
