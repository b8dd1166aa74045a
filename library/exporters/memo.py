"""A memo as Markdown: its prose as it was written, each excerpt a block quotation with its citation."""

from collections.abc import Iterator, Sequence

from library.escaping import at_line_start, one_line
from library.exporters.base import ExportJob
from library.exporters.markup import heading, page_and_paragraph, quotation
from library.models import Excerpt
from library.references import shown_words


class MemoExporter:
    """Writes one memo, of which `pieces` are the prose and the excerpts in their order; references are their words."""

    name = "memo"
    label = "Markdown"
    suffix = ".md"
    encoding = "utf-8"

    def __init__(self, pieces: Sequence[str | Excerpt], *, originals: bool = False) -> None:
        self._pieces = tuple(pieces)
        self._originals = originals

    def job(self, title: str) -> ExportJob:
        """Return what `render` writes under `title`."""
        return ExportJob(title, tuple(piece for piece in self._pieces if isinstance(piece, Excerpt)))

    def render(self, job: ExportJob) -> Iterator[str]:
        """Yield the title as a heading, then each piece with a blank line above it."""
        yield heading(job.title) + "\n"
        for piece in self._pieces:
            yield f"\n{shown_words(piece) if isinstance(piece, str) else self._quotation(piece)}\n"

    def _quotation(self, excerpt: Excerpt) -> str:
        quote = quotation(excerpt.highlight, original=self._originals)
        return f"{quote}\n>\n> {at_line_start('— ' + _citation(excerpt))}"


def _citation(excerpt: Excerpt) -> str:
    document = excerpt.document
    known = (document.title, document.author or document.issuer, document.number, document.date)
    return ", ".join(filter(None, (*map(one_line, known), *page_and_paragraph(excerpt))))
