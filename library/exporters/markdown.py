"""Highlights as Markdown: front matter, then a section a document, a block quotation a highlight."""

from collections.abc import Iterator

from library.escaping import at_line_start, one_line
from library.exporters.base import ExportJob
from library.exporters.markup import code_span, contained, heading, page_and_paragraph, quotation, yaml_string
from library.models import Document, Excerpt


class MarkdownExporter:
    """Writes CommonMark with YAML front matter; quotes, titles and tags stand as written, notes are Markdown."""

    name = "markdown"
    label = "Markdown"
    suffix = ".md"
    encoding = "utf-8"

    def render(self, job: ExportJob) -> Iterator[str]:
        """Yield the front matter, then for each document its heading and its excerpts in text order."""
        yield _front_matter(job)
        for document, excerpts in job.by_document():
            yield _document_head(document, job.document_notes.get(document.id, ""))
            for excerpt in excerpts:
                yield _excerpt(excerpt, originals=job.originals)


def _front_matter(job: ExportJob) -> str:
    lines = [
        "---",
        f"title: {yaml_string(job.title)}",
        f"exported: {yaml_string(job.made)}",
        f"documents: {job.document_count}",
        f"highlights: {len(job.excerpts)}",
        "tags:" if job.tag_paths else "tags: []",
        *(f"  - {yaml_string(path)}" for path in job.tag_paths),
        "---",
    ]
    return "\n".join(lines) + "\n"


def _document_head(document: Document, note: str) -> str:
    known = (document.author, document.issuer, document.date, document.number)
    described = " · ".join(one_line(value) for value in known if value)
    return _paragraphs(heading(document.title), at_line_start(described), contained(note))


def _excerpt(excerpt: Excerpt, *, originals: bool) -> str:
    return _paragraphs(
        quotation(excerpt.highlight, original=originals), contained(excerpt.note), _tags_and_place(excerpt)
    )


def _tags_and_place(excerpt: Excerpt) -> str:
    tags = " ".join(code_span(path) for path in excerpt.tag_paths)
    above = one_line(" › ".join(excerpt.headings))
    place = " · ".join(filter(None, (one_line(excerpt.speaker), above, *page_and_paragraph(excerpt))))
    return at_line_start(" — ".join(part for part in (tags, place) if part))


def _paragraphs(*parts: str) -> str:
    return "".join(f"\n{part}\n" for part in parts if part.strip())
