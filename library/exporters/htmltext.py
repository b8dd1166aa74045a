"""A whole text with its highlights as HTML: notes in the margin beside it, an index of tags behind it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from library.exporters.annotated import Paragraph, Segment, is_indented, opening, paragraphs
from library.exporters.base import ExportJob
from library.exporters.composing import document_section, passage
from library.exporters.htmlparts import (
    header_html,
    known_html,
    link_html,
    note_html,
    places_of,
    section_html,
    tags_html,
)
from library.exporters.visible import escaped
from library.exporters.wording import Wording
from library.models import Document, Excerpt


def annotated(job: ExportJob, wording: Wording) -> Iterator[str]:
    """Yield the title, each document as an article, then the index; a title that stands in a text is not put above."""
    numbers: dict[str, int] = {}
    places = places_of(job)
    alone = len(job.documents) == 1
    if not alone:
        yield header_html(job, wording)
    for document in job.documents:
        text = list(paragraphs(job.read(document.id)))
        rows = [_row(job, document, paragraph, numbers, wording, places) for paragraph in text]
        begun, section = opening(text), document_section(job, document)
        if alone:
            yield header_html(job, wording, titled=not begun)
        above = known_html(section, places) if begun or alone else section_html(section, places)
        name = f' id="d-{document.id}"' if begun or alone else ""
        yield f"<article{name}>\n{''.join(rows[:begun])}{above}{''.join(rows[begun:])}</article>\n"
    if job.options.carried.tags:
        yield _index(job, numbers, wording)


def _row(
    job: ExportJob,
    document: Document,
    paragraph: Paragraph,
    numbers: dict[str, int],
    wording: Wording,
    places: Mapping[str, str],
) -> str:
    name, kind = "p", f' class="{paragraph.kind}"'
    if paragraph.kind == "title":
        name = "h1" if len(job.documents) == 1 else "h2"
    elif paragraph.kind == "heading":
        name, kind = f"h{min(paragraph.level + 2, 6)}", ""
    if is_indented(paragraph, job.language(document)):
        kind = f' class="{paragraph.kind} indented"'
    text = "".join(_segment(segment, numbers) for segment in paragraph.segments)
    margin, passed = "", 0
    for segment in paragraph.segments:
        passed += len(segment.text)
        for excerpt in segment.ends:
            # so much of the room beside a paragraph stands above what is said of a passage as there is text before it
            margin += f'<div style="flex-grow:{passed}"></div>{_aside(job, excerpt, numbers, wording, places)}'
            passed = 0
    if margin:
        margin += f'<div style="flex-grow:{passed}"></div>'
    return f'<div class="row"><{name}{kind} dir="auto">{text}</{name}><div class="margin">{margin}</div></div>\n'


def _segment(segment: Segment, numbers: dict[str, int]) -> str:
    """Return text within a mark for each excerpt that covers it; the ids stand where an excerpt begins."""
    anchors = "".join(f'<span id="h-{excerpt.highlight.id}"></span>' for excerpt in segment.begins)
    made = f"<strong>{escaped(segment.text)}</strong>" if segment.strong else escaped(segment.text)
    for depth, excerpt in enumerate(reversed(segment.covering)):
        kinds = [
            excerpt.color,
            *(["under"] if excerpt.highlight.style == "underline" else ["stacked"] if depth else []),
        ]
        made = f'<mark class="{" ".join(kinds)}">{made}</mark>'
    for excerpt in segment.ends:
        number = numbers.setdefault(excerpt.highlight.id, len(numbers) + 1)
        made += f'<sup><a href="#n-{excerpt.highlight.id}">{number}</a></sup>'
    return anchors + made


def _aside(
    job: ExportJob, excerpt: Excerpt, numbers: dict[str, int], wording: Wording, places: Mapping[str, str]
) -> str:
    """Return what is said of a highlight, with the number that stands where it ends."""
    said, mark = passage(job, excerpt, wording), excerpt.highlight
    corrected = f"<p>→ {escaped(mark.correction)}</p>" if mark.correction else ""
    back = f'<a href="#h-{mark.id}">{numbers[mark.id]}</a>'
    told = f"<sup>{back}</sup>{link_html(said, wording)} {tags_html(said)}{corrected}{note_html(said.note, places)}"
    return f'<aside id="n-{mark.id}" class="{excerpt.color}">{told}</aside>'


def _index(job: ExportJob, numbers: dict[str, int], wording: Wording) -> str:
    """Return every tag with the numbers of what carries it."""
    carriers: defaultdict[str, list[str]] = defaultdict(list)
    for excerpt in job.excerpts:
        for path in excerpt.tag_paths:
            carriers[path].append(excerpt.highlight.id)
    if not carriers:
        return ""
    rows = "".join(
        f"<li><bdi>{escaped(path)}</bdi> "
        + " ".join(f'<a href="#h-{id}">{numbers[id]}</a>' for id in carriers[path] if id in numbers)
        + "</li>\n"
        for path in sorted(carriers)
    )
    return f"<nav>\n<h2>{escaped(wording.index)}</h2>\n<ul>\n{rows}</ul>\n</nav>\n"
