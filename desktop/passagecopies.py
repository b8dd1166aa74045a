"""Excerpts as they are copied: their text alone, as quotations with their source, or as an export writes them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.widgets.passages import CopyForm
    from library.library import Library
    from library.models import Excerpt


def copied(library: Library, highlight_ids: Sequence[str], form: CopyForm, title: str) -> str:
    """Return highlights in the form that is asked for, in their order; `title` heads what is written as Markdown."""
    excerpts = library.excerpts.of_highlights(list(highlight_ids))
    if form == "markdown":
        from library.exporters.base import ExportJob
        from library.exporters.markdown import MarkdownExporter

        return "".join(MarkdownExporter().render(ExportJob(title, tuple(excerpts))))
    parts = [
        part
        for _, group in groupby(excerpts, key=lambda excerpt: excerpt.document.id)
        for part in _of_document(library, list(group), quoted=form == "quotation")
    ]
    return "\n\n".join(parts)


def _of_document(library: Library, excerpts: Sequence[Excerpt], *, quoted: bool) -> list[str]:
    from library.annotation.quotation import clean_text, quotation

    document, made = excerpts[0].document, list[str]()
    with closing(library.texts.open(document.text_sha)) as text:
        for excerpt in excerpts:
            mark = excerpt.highlight
            passage = mark.correction or clean_text(text, mark.start, mark.end)
            last = text.number(text.block_at(mark.end - 1))
            made.append(quotation(passage, document, excerpt.paragraph, last, excerpt.pages) if quoted else passage)
    return made
