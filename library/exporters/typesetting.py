"""An export as paragraphs of styled runs: what Word, PDF and rich text on the clipboard are set from."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from library.exporters.annotated import Paragraph, is_indented, opening, paragraphs
from library.exporters.base import ExportJob
from library.exporters.composing import (
    Listing,
    Part,
    Passage,
    Prose,
    Section,
    compose,
    document_section,
    passage,
    wording_of,
)
from library.exporters.prose import prose_blocks
from library.exporters.runs import Block, Run, cited
from library.exporters.visible import has_right_to_left, one_line, parting, visible
from library.exporters.wording import Wording
from library.links import ARROW
from library.models import Document, Excerpt

Notes = Literal["beside", "below"]
"""Where what is said of a passage in an annotated text goes: into comments, or into paragraphs below its own."""


def typeset(job: ExportJob, *, notes: Notes = "below", footnotes: bool = False) -> Iterator[tuple[Block, ...]]:
    """Yield the title, then the paragraphs of each heading, quotation, stretch of prose or line of a text.

    The title of a text that is written alone stands as it does in the text: what is before it comes with it.

    With `footnotes` a quotation ends with its footnote, otherwise its citation stands below it.
    """
    wording = wording_of(job)
    documents = job.document_count or len(job.documents)
    counts = wording.counts(job.highlight_count, documents, job.made)
    head = Block("title", (Run(visible(one_line(job.title))),)), Block("counts", (Run(counts),))
    if job.content == "annotated":
        yield from _texts(job, wording, notes, head)
        return
    yield head
    for part in compose(job):
        yield tuple(_set(part, wording, footnotes=footnotes))


def _set(part: Part, wording: Wording, *, footnotes: bool) -> Iterator[Block]:
    match part:
        case Section():
            yield from _section(part)
        case Passage():
            yield from _passage(part, wording, footnotes=footnotes)
        case Prose():
            yield from prose_blocks(part.text, "prose")
        case Listing():
            yield Block("heading", (Run(part.title),), level=1)
            yield from (Block("reference", cited(entry.line)) for entry in part.entries)


def _section(section: Section) -> Iterator[Block]:
    yield Block("heading", (Run(visible(section.title)),), level=section.level)
    if section.known:
        yield Block("known", tuple(_parted(section.known, parting(" · ", section.known))))
    yield from prose_blocks(section.note, "note")


def _passage(said: Passage, wording: Wording, *, footnotes: bool) -> Iterator[Block]:
    if said.before:
        yield Block("around", (Run("…" + visible(one_line(said.before))),), color=said.color)
    lines = [line for line in visible(said.quote).split("\n") if line.strip()] or [""]
    for number, line in enumerate(lines, 1):
        last = footnotes and number == len(lines)
        note = (Run("", role="footnote", href=said.link, said=cited(said.footnote)),) if last else ()
        yield Block("quote", (Run(line), *note), color=said.color)
    if said.after:
        yield Block("around", (Run(visible(one_line(said.after)) + "…"),), color=said.color)
    if said.original:
        yield Block("original", (Run(visible(wording.original.format(quote=said.original))),), color=said.color)
    yield from prose_blocks(said.note, "note")
    foot = tuple(_foot(said, sourced=not footnotes))
    if foot:
        yield Block("source", foot)


def _foot(said: Passage, *, sourced: bool) -> Iterator[Run]:
    source = said.source if sourced else (*said.source, *said.place)
    texts = (*said.tags, *source, said.citation.plain if sourced else "")
    for path in said.tags:
        yield Run(visible(path), role="tag", color=said.color)
        yield Run(parting("  ", texts))
    if source:
        yield from _parted(source, parting(" · ", texts))
    if sourced:
        yield Run(f"{parting('  ', texts) if source else ''}—— {parting('', texts)}")
        yield from cited(said.citation)
        yield from _way_back(said)


def _parted(told: Sequence[str], between: str) -> Iterator[Run]:
    """Yield what is told on a line; each is a run of its own where one of them is written from right to left."""
    if not has_right_to_left(told):
        yield Run(visible(between.join(told)))
        return
    for number, each in enumerate(told):
        yield from (Run(between), Run(visible(each))) if number else (Run(visible(each)),)


def _way_back(said: Passage) -> Iterator[Run]:
    """Yield the link that leads back to a passage, if it is carried."""
    if said.link:
        yield from (Run(" "), Run(ARROW, href=said.link))


def _texts(job: ExportJob, wording: Wording, notes: Notes, head: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """Yield whole texts; `head` is the title of them all and what there is of them."""
    numbers: dict[str, int] = {}
    alone = len(job.documents) == 1
    if not alone:
        yield head
    for number, document in enumerate(job.documents):
        text = list(paragraphs(job.read(document.id)))
        known = tuple(_section(document_section(job, document)))
        lines = (_lines(job, document, paragraph, numbers, wording, notes) for paragraph in text)
        first = tuple(block for _ in range(opening(text)) for block in next(lines))
        if alone:
            # the title above is that of the only document, unless it stands in its text
            first = (*head[1:], *first, *known[1:]) if first else (*head, *known[1:])
        else:
            first = (*first, *known[1:]) if first else known
        yield (replace(first[0], turns=number > 0), *first[1:])
        yield from lines


def _lines(
    job: ExportJob, document: Document, paragraph: Paragraph, numbers: dict[str, int], wording: Wording, notes: Notes
) -> tuple[Block, ...]:
    """Return a line of a text, and below it what is said of what ends in it if that does not stand beside it."""
    for excerpt in paragraph.ends:
        numbers[excerpt.highlight.id] = len(numbers) + 1
    below = [_remark(job, excerpt, numbers, wording) for excerpt in paragraph.ends] if notes == "below" else []
    line = _line(job, document, paragraph, numbers, numbered=notes == "below")
    return (line, *(block for remark in below for block in remark))


def _line(
    job: ExportJob, document: Document, paragraph: Paragraph, numbers: dict[str, int], *, numbered: bool
) -> Block:
    runs: list[Run] = []
    for segment in paragraph.segments:
        runs.append(
            Run(
                visible(segment.text),
                bold=segment.strong,
                covering=segment.covering,
                begins=segment.begins,
                ends=segment.ends,
            )
        )
        for place, excerpt in enumerate(segment.ends if numbered else ()):
            # what ends at one place has its numbers apart: 1 2 is not 12
            runs += [Run("\u00a0", role="number")] * bool(place) + [_number(job, excerpt, numbers)]
    if paragraph.kind == "title":
        alone = len(job.documents) == 1
        return Block("title" if alone else "heading", tuple(runs), level=0 if alone else 1, centred=True)
    if paragraph.kind == "heading":
        return Block("heading", tuple(runs), level=paragraph.level + 1)
    return Block(paragraph.kind, tuple(runs), indented=is_indented(paragraph, job.language(document)))


def _remark(job: ExportJob, excerpt: Excerpt, numbers: dict[str, int], wording: Wording) -> list[Block]:
    """Return what is said of a highlight as paragraphs, its number before the first; nothing where nothing is said."""
    return remark(passage(job, excerpt, wording), _number(job, excerpt, numbers))


def _number(job: ExportJob, excerpt: Excerpt, numbers: dict[str, int]) -> Run:
    """Return the number of a highlight, which leads back to it."""
    href = job.address(excerpt) if job.options.carried.links else ""
    return Run(str(numbers[excerpt.highlight.id]), role="number", href=href)


def remark(said: Passage, first: Run | None = None) -> list[Block]:
    """Return tags, correction and note of a highlight as paragraphs of a note, `first` before all else.

    Where there is nothing before them, the way back is behind them.
    """
    head = [Run(visible(path), role="tag", color=said.color) for path in said.tags]
    spaced = [run for each in head for run in (each, Run(parting(" ", said.tags)))]
    if said.excerpt.highlight.correction:
        spaced.append(Run(f"→ {visible(said.quote)}"))
    made = ([Block("note", tuple(spaced), color=said.color)] if spaced else []) + list(prose_blocks(said.note, "note"))
    if made and first is not None:
        made[0] = replace(made[0], runs=(first, Run(" "), *made[0].runs))
    elif made:
        made[-1] = replace(made[-1], runs=(*made[-1].runs, *_way_back(said)))
    return made
