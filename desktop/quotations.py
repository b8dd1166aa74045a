"""Passages of a library as quotations, put together beside the main thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.forms import Quoting
    from library.citations import Item, RichText
    from library.library import Library
    from library.models import Excerpt
    from library.storage.texts import ReadingText


def item_of_document(library: Library, document_id: str) -> Item:
    """Return a document as it is cited."""
    from library.citing import cited_items

    return cited_items(library.documents, library.fields, [document_id])[0]


def quoted(
    text: ReadingText, item: Item, span: tuple[int, int], pages: Sequence[str], quoting: Quoting, correction: str = ""
) -> RichText:
    """Return the passage of `text` from `span`'s first code point to its last, or its correction, with its citation.

    `pages` are what the pages are called on which it begins and ends.
    """
    from library.annotation.quotation import clean_text, quotation
    from library.citations import Locator, get

    start, end = span
    first, last = text.number(text.block_at(start)), text.number(text.block_at(max(end - 1, start)))
    place = Locator.of_passage(first, last, pages)
    passage = correction or clean_text(text, start, end)
    return quotation(passage, item, place, get(quoting.style), quoting.marks)


def quoted_excerpts(text: ReadingText, item: Item, excerpts: Sequence[Excerpt], quoting: Quoting) -> list[RichText]:
    """Return excerpts of one text as quotations, those that are corrected as they should read."""
    return [
        quoted(text, item, (mark.start, mark.end), excerpt.pages, quoting, mark.correction)
        for excerpt in excerpts
        for mark in (excerpt.highlight,)
    ]


def joined_quotations(quotations: Sequence[RichText]) -> RichText:
    """Return quotations with a blank line between each two."""
    from library.citations import joined

    return joined(quotations, "\n\n")
