"""Highlights, memos and annotated texts as one self-contained web page, light and dark, to be read and printed."""

from collections.abc import Iterator, Mapping

from library.exporters.base import Content, ExportJob, TextExporter
from library.exporters.composing import Listing, Part, Passage, Prose, Section, compose, wording_of
from library.exporters.htmlparts import header_html, link_html, note_html, places_of, section_html, tags_html
from library.exporters.htmltext import annotated
from library.exporters.palette import style_sheet
from library.exporters.prose import prose_html
from library.exporters.visible import escaped, one_line, visible
from library.exporters.wording import Wording


class HtmlExporter(TextExporter):
    """Writes HTML 5 that needs no other file and runs nothing; an element's id is that of its highlight."""

    name = "html"
    label = "HTML (web page)"
    suffix = ".html"
    contents: tuple[Content, ...] = ("excerpts", "memo", "annotated")
    complete = False

    def render(self, job: ExportJob) -> Iterator[str]:
        """Yield the head with its style, then each heading, quotation, stretch of prose or annotated document."""
        wording = wording_of(job)
        yield _head(job, wording)
        if job.content == "annotated":
            yield from annotated(job, wording)
        else:
            yield header_html(job, wording)
            places = places_of(job)
            for part in compose(job):
                yield _set(part, job, wording, places)
        yield "</main>\n</body>\n</html>\n"


def _head(job: ExportJob, wording: Wording) -> str:
    title = escaped(one_line(job.title))
    kind = ' class="annotated"' if job.content == "annotated" else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{wording.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        # whatever a text may hold, a page of quotations fetches and runs nothing
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{title}</title>\n<style>\n{style_sheet()}</style>\n</head>\n<body{kind}>\n"
    )


def _set(part: Part, job: ExportJob, wording: Wording, places: Mapping[str, str]) -> str:
    match part:
        case Section():
            return section_html(part, places)
        case Passage():
            return _figure(part, job, wording, places)
        case Prose():
            return f"<section>\n{prose_html(part.text, below=1, places=places)}</section>\n"
        case Listing():
            entries = "".join(f"<li><bdi>{entry.line.mapped(visible).html}</bdi></li>\n" for entry in part.entries)
            return f'<h2>{escaped(part.title)}</h2>\n<ul class="references">\n{entries}</ul>\n'


def _figure(passage: Passage, job: ExportJob, wording: Wording, places: Mapping[str, str]) -> str:
    mark = passage.excerpt.highlight
    before = f'<p class="around" dir="auto">…{escaped(one_line(passage.before))}</p>' if passage.before else ""
    after = f'<p class="around" dir="auto">{escaped(one_line(passage.after))}…</p>' if passage.after else ""
    original = wording.original.format(quote=passage.original) if passage.original else ""
    quote = "".join(f'<p dir="auto">{escaped(line)}</p>' for line in visible(passage.quote).split("\n"))
    # below several tags the same quotation stands several times, and an id may be there once
    name = f' id="h-{mark.id}"' if job.options.grouping != "theme" else ""
    return (
        f'<figure{name} class="{passage.color or "plain"}">\n{before}<blockquote>{quote}</blockquote>{after}\n'
        + (f'<p class="original" dir="auto">{escaped(original)}</p>\n' if original else "")
        + note_html(passage.note, places)
        + f"<figcaption>{tags_html(passage)}{_source(passage)}{link_html(passage, wording)}</figcaption>\n</figure>\n"
    )


def _source(passage: Passage) -> str:
    source = " · ".join(f"<bdi>{escaped(each)}</bdi>" for each in passage.source)
    return f"{source}{'<br>' if source else ''}<cite>—— <bdi>{passage.citation.mapped(visible).html}</bdi></cite>"
