"""Highlights, memos and annotated texts as Markdown, as Obsidian and Pandoc understand it."""

from collections.abc import Iterator

from library.citations import Entry
from library.escaping import at_line_start, code_span, one_line, tag, wiki_link, yaml_string
from library.exporters.base import Content, ExportJob, TextExporter
from library.exporters.composing import Listing, Part, Passage, Prose, Section, compose, listing, wording_of
from library.exporters.markdownkeys import citation_key, way_back
from library.exporters.markdowntext import annotated
from library.exporters.markup import NOTE_LEVEL, contained, heading, quotation
from library.exporters.wording import Wording


class MarkdownExporter(TextExporter):
    """Writes CommonMark with YAML front matter; quotes, titles and tags stand as written, notes are Markdown.

    A quotation has its highlight's id as its block, so that a link can lead to it.
    """

    name = "markdown"
    label = "Markdown"
    suffix = ".md"
    contents: tuple[Content, ...] = ("excerpts", "memo", "annotated")
    complete = False

    def render(self, job: ExportJob) -> Iterator[str]:
        """Yield the front matter, then each heading, quotation, stretch of prose or annotated document."""
        yield _front_matter(job)
        if job.content == "annotated":
            yield from annotated(job)
            listed = listing(job, wording_of(job))
            if listed is not None:
                yield _listing(listed, job)
            return
        if job.memo is not None:
            yield f"\n{heading(job.title)}\n"
        wording = wording_of(job)
        for part in compose(job):
            yield _set(part, job, wording)


def _front_matter(job: ExportJob) -> str:
    tags = job.tag_paths if job.options.carried.tags else ()
    lines = [
        "---",
        f"title: {yaml_string(job.title)}",
        f"exported: {yaml_string(job.made)}",
        f"documents: {job.document_count}",
        f"highlights: {job.highlight_count}",
        "tags:" if tags else "tags: []",
        *(f"  - {yaml_string(path)}" for path in tags),
        "---",
    ]
    return "\n".join(lines) + "\n"


def _set(part: Part, job: ExportJob, wording: Wording) -> str:
    match part:
        case Section():
            known = at_line_start(" · ".join(map(one_line, part.known)))
            return _paragraphs(heading(part.title, part.level), known, contained(part.written, NOTE_LEVEL))
        case Passage():
            return _passage(part, job, wording)
        case Prose():
            return _paragraphs(contained(part.written))
        case Listing():
            return _listing(part, job)


def _listing(listed: Listing, job: ExportJob) -> str:
    entries = "\n".join(f"- {_entry(entry, job)}" for entry in listed.entries)
    return _paragraphs(heading(listed.title), entries)


def _entry(entry: Entry, job: ExportJob) -> str:
    """Return an entry behind the key by which it is cited; as code, it is no citation itself."""
    key = job.keys().get(entry.item.identifier) or entry.item.identifier
    return f"{code_span(f'@{key}')} {entry.line.markdown}"


def _passage(passage: Passage, job: ExportJob, wording: Wording) -> str:
    """Return a quotation, its block id, the note, and a line with tags, document, place and citation key.

    The text around it is a quotation in the quotation: it belongs to the block, and is not what was marked.
    """
    quote = quotation(passage.quote, wording.original.format(quote=passage.original) if passage.original else "")
    if passage.before:
        quote = f"> > …{one_line(passage.before)}\n>\n{quote}"
    if passage.after:
        quote = f"{quote}\n>\n> > {at_line_start(one_line(passage.after) + '…')}"
    tags = " ".join(map(tag, passage.tags))
    source = " · ".join((wiki_link(passage.excerpt.document.title), *map(one_line, passage.source)))
    foot = " — ".join(filter(None, (tags, f"{source} {citation_key(passage.excerpt, job, wording)}")))
    foot += way_back(passage)
    return _paragraphs(quote, f"^{passage.excerpt.highlight.id}", contained(passage.written_note, NOTE_LEVEL), foot)


def _paragraphs(*parts: str) -> str:
    return "".join(f"\n{part}\n" for part in parts if part.strip())
