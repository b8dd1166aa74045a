"""A whole text with its highlights as Markdown: what is marked between `==`, what is said of it in footnotes."""

from collections.abc import Iterator

from library.escaping import at_line_start, escaped, one_line, tag
from library.exporters.annotated import Paragraph, opening, paragraphs
from library.exporters.base import ExportJob
from library.exporters.composing import Passage, document_section, passage, wording_of
from library.exporters.markdownkeys import citation_key, way_back
from library.exporters.markup import NOTE_LEVEL, contained, heading
from library.exporters.wording import Wording


def annotated(job: ExportJob) -> Iterator[str]:
    """Yield each document with its footnotes, which are numbered through."""
    wording, number = wording_of(job), 0
    for document in job.documents:
        numbers: dict[str, int] = {}
        head = document_section(job, document)
        known = at_line_start(" · ".join(map(one_line, head.known))), contained(head.written, NOTE_LEVEL)
        notes: list[str] = []
        text = list(paragraphs(job.read(document.id)))
        first = opening(text)
        lines = [] if first else [heading(head.title), *known]
        for place, paragraph in enumerate(text, 1):
            for excerpt in paragraph.ends:
                number += 1
                numbers[excerpt.highlight.id] = number
                notes.append(_footnote(number, passage(job, excerpt, wording), job, wording))
            lines += [_line(paragraph, numbers), *(known if place == first else ())]
        yield "".join(f"\n{line}\n" for line in (*lines, *notes) if line)


def _line(paragraph: Paragraph, numbers: dict[str, int]) -> str:
    """Return a paragraph; marks that overlap are one stretch between `==`, which ends where one of them does."""
    made, is_open = "", False
    for segment in paragraph.segments:
        if bool(segment.covering) != is_open:
            made, is_open = made + "==", not is_open
        made += escaped(segment.text)
        if segment.ends:
            made, is_open = made + ("==" if is_open else ""), False
            made += "".join(f"[^{numbers[excerpt.highlight.id]}]" for excerpt in segment.ends)
    made += "==" if is_open else ""
    if paragraph.level or paragraph.kind == "title":
        return f"{'#' * min(paragraph.level + 1, 6)} {made.strip()}"
    return made if made.startswith("==") else at_line_start(made)


def _footnote(number: int, said: Passage, job: ExportJob, wording: Wording) -> str:
    """Return what is said of a highlight: original, note, tags, place; further paragraphs are indented."""
    foot = " — ".join(filter(None, (" ".join(map(tag, said.tags)), " · ".join(map(one_line, said.source)))))
    corrected = f"→ {one_line(said.quote)}" if said.excerpt.highlight.correction else ""
    foot = f"{foot} {citation_key(said.excerpt, job, wording)}{way_back(said)}"
    parts = (corrected, contained(said.written_note, NOTE_LEVEL), foot.strip())
    text = "\n\n".join(part for part in parts if part.strip())
    return f"[^{number}]: " + text.replace("\n", "\n    ")
