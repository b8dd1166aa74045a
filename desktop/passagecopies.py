"""Excerpts as they are copied: their text alone, as quotations with their citation, or as an export writes them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from desktop.quotations import item_of_document, joined_quotations, quoted_excerpts

if TYPE_CHECKING:
    from desktop.forms import Quoting
    from desktop.widgets.passages import CopyForm
    from library.citations import RichText
    from library.library import Library
    from library.models import Excerpt


def copied(
    library: Library, highlight_ids: Sequence[str], form: CopyForm, title: str, quoting: Quoting
) -> str | RichText:
    """Return highlights in the form that is asked for, in their order; `title` heads what is written as Markdown."""
    excerpts = library.excerpts.of_highlights(list(highlight_ids))
    groups = [list(group) for _, group in groupby(excerpts, key=lambda excerpt: excerpt.document.id)]
    match form:
        case "markdown":
            from library.exporters.base import ExportScope
            from library.exporters.markdown import MarkdownExporter
            from library.exporters.scope import collect

            job = collect(library, ExportScope(highlight_ids=tuple(highlight_ids)))
            return "".join(MarkdownExporter().render(replace(job, title=title)))
        case "quotation":
            return joined_quotations([made for group in groups for made in _quoted(library, group, quoting)])
        case "text":
            return "\n\n".join(passage for group in groups for passage in _clean(library, group))


def _quoted(library: Library, excerpts: Sequence[Excerpt], quoting: Quoting) -> list[RichText]:
    document = excerpts[0].document
    with closing(library.texts.open(document.text_sha)) as text:
        return quoted_excerpts(text, item_of_document(library, document.id), excerpts, quoting)


def _clean(library: Library, excerpts: Sequence[Excerpt]) -> list[str]:
    from library.annotation.quotation import clean_text

    with closing(library.texts.open(excerpts[0].document.text_sha)) as text:
        marks = [excerpt.highlight for excerpt in excerpts]
        return [mark.correction or clean_text(text, mark.start, mark.end) for mark in marks]
