"""Highlights and memos as plain text, to be read and to be pasted anywhere."""

from collections.abc import Iterator

from library.exporters.base import Content, ExportJob, TextExporter
from library.exporters.composing import Listing, Part, Passage, Prose, Section, compose, wording_of
from library.exporters.visible import one_line
from library.exporters.wording import Wording
from library.references import shown_titles

_INDENT = "    "
_RULE = "─" * 24
_TITLE_RULE = "━" * 24


class PlainTextExporter(TextExporter):
    """Writes quotations as they are, and what goes with each indented below it."""

    name = "text"
    label = "Plain text"
    suffix = ".txt"
    contents: tuple[Content, ...] = ("excerpts", "memo")
    complete = False

    def render(self, job: ExportJob) -> Iterator[str]:
        """Yield the title, then each heading, quotation and stretch of prose with a blank line above it."""
        wording = wording_of(job)
        yield f"{one_line(job.title)}\n{_TITLE_RULE}\n"
        for part in compose(job):
            yield f"\n{_set(part, wording)}\n"


def _set(part: Part, wording: Wording) -> str:
    match part:
        case Section():
            return _section(part, wording)
        case Passage():
            return _passage(part, wording)
        case Prose():
            return shown_titles(part.text)
        case Listing():
            return "\n".join((part.title, _RULE, *(entry.line.plain for entry in part.entries)))


def _section(section: Section, wording: Wording) -> str:
    title = f"{section.title}\n{_RULE}" if section.level == 1 else f"{'■' * (section.level - 1)} {section.title}"
    known = " · ".join(section.known)
    return "\n".join(filter(None, (title, known, _labelled(wording.note + wording.colon, shown_titles(section.note)))))


def _passage(passage: Passage, wording: Wording) -> str:
    lines = (
        _labelled(wording.column("before") + wording.colon, f"……{one_line(passage.before)}" if passage.before else ""),
        passage.quote,
        _labelled(wording.column("after") + wording.colon, f"{one_line(passage.after)}……" if passage.after else ""),
        _INDENT + wording.original.format(quote=passage.original) if passage.original else "",
        _labelled(wording.note + wording.colon, shown_titles(passage.note)),
        _labelled(wording.tags + wording.colon, wording.semicolon.join(map(one_line, passage.tags))),
        _INDENT + " · ".join(passage.source) if passage.source else "",
        f"{_INDENT}—— {passage.citation.plain}",
    )
    return "\n".join(line for line in lines if line)


def _labelled(label: str, text: str) -> str:
    """Return lines of text below a label; a single one stands beside it."""
    if not text.strip():
        return ""
    lines = text.strip("\n").split("\n")
    if len(lines) == 1:
        return f"{_INDENT}{label}{lines[0]}"
    return "\n".join((_INDENT + label.rstrip(), *(_INDENT * 2 + line for line in lines)))
