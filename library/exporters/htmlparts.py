"""The parts that an exported page of excerpts and one of an annotated text share."""

from collections.abc import Mapping

from library.exporters.base import ExportJob
from library.exporters.composing import Passage, Section
from library.exporters.prose import prose_html
from library.exporters.visible import escaped, one_line
from library.exporters.wording import Wording
from library.links import ARROW

_ABOVE_NOTES = 3
"""The deepest level of headings that a note may stand below, and not count among."""


def header_html(job: ExportJob, wording: Wording, *, titled: bool = True) -> str:
    """Return the title of a page, if it is `titled`, with what there is on it; then its content begins."""
    title = f'<h1 dir="auto">{escaped(one_line(job.title))}</h1>\n' if titled else ""
    documents = job.document_count or len(job.documents)
    counts = wording.counts(job.highlight_count, documents, job.made)
    return f'<header>\n{title}<p class="counts">{escaped(counts)}</p>\n</header>\n<main>\n'


def places_of(job: ExportJob) -> dict[str, str]:
    """Return by the titles of documents where they begin on a page, as far as they do."""
    begin = job.documents if job.content == "annotated" else job.sources if job.options.grouping == "document" else ()
    return {} if job.content == "memo" else {document.title: f"#d-{document.id}" for document in begin}


def section_html(section: Section, places: Mapping[str, str]) -> str:
    """Return a heading, and below it what `known_html` tells of a document."""
    level = min(section.level + 1, 6)
    name = f' id="d-{section.document.id}"' if section.document is not None else ""
    return f'<h{level}{name} dir="auto">{escaped(section.title)}</h{level}>\n{known_html(section, places)}'


def known_html(section: Section, places: Mapping[str, str]) -> str:
    """Return what is known of a document, and the note on it."""
    known = " · ".join(f"<bdi>{escaped(value)}</bdi>" for value in section.known)
    return (f'<p class="known">{known}</p>\n' if known else "") + note_html(section.note, places)


def note_html(note: str, places: Mapping[str, str]) -> str:
    """Return a note in its own type, or nothing."""
    if not note.strip():
        return ""
    return f'<div class="note" dir="auto">{prose_html(note, below=_ABOVE_NOTES, places=places)}</div>\n'


def link_html(passage: Passage, wording: Wording) -> str:
    """Return the link back to a quotation, after a space, or nothing."""
    title = escaped(wording.back)
    return f' <a class="back" href="{passage.link}" title="{title}">{ARROW}</a>' if passage.link else ""


def tags_html(passage: Passage) -> str:
    """Return the tags of a quotation by their full names."""
    return "".join(f'<span class="tag"><bdi>{escaped(path)}</bdi></span>' for path in passage.tags)
