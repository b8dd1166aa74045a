"""A memo as Markdown: its prose as it was written, each excerpt a block quotation with its citation."""

from collections.abc import Iterator, Sequence

from library.exporters.base import ExportJob
from library.exporters.markup import at_line_start, block_quote, heading, one_line
from library.models import Excerpt


class MemoExporter:
    """Writes one memo, of which `pieces` are the prose and the excerpts in their order."""

    name = "memo"
    label = "Markdown"
    suffix = ".md"
    encoding = "utf-8"

    def __init__(self, pieces: Sequence[str | Excerpt]) -> None:
        self._pieces = tuple(pieces)

    def job(self, title: str) -> ExportJob:
        """Return what `render` writes under `title`."""
        return ExportJob(title, tuple(piece for piece in self._pieces if isinstance(piece, Excerpt)))

    def render(self, job: ExportJob) -> Iterator[str]:
        """Yield the title as a heading, then each piece with a blank line above it."""
        yield heading(job.title) + "\n"
        for piece in self._pieces:
            yield f"\n{piece if isinstance(piece, str) else _quotation(piece)}\n"


def _quotation(excerpt: Excerpt) -> str:
    quote = block_quote(excerpt.highlight.correction or excerpt.highlight.quote)
    return f"{quote}\n>\n> {at_line_start('— ' + _citation(excerpt))}"


def _citation(excerpt: Excerpt) -> str:
    document = excerpt.document
    number = f"¶ {excerpt.paragraph}" if excerpt.paragraph else ""
    known = (document.title, document.author or document.issuer, document.number, document.date)
    return ", ".join(filter(None, (*map(one_line, known), number)))
