"""Highlights as W3C Web Annotations in JSON-LD (Web Annotation Data Model, 2017)."""

import json
from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from library.exporters.base import Content, ExportJob, TextExporter
from library.exporters.palette import palette
from library.models import Excerpt
from library.values import Json

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


class WebAnnotationExporter(TextExporter):
    """Writes an AnnotationCollection with one AnnotationPage, for one file is one resource; all `id`s are URNs."""

    name = "w3c"
    label = "W3C Web Annotation (JSON-LD)"
    suffix = ".jsonld"
    contents: tuple[Content, ...] = ("excerpts",)
    complete = True

    def render(self, job: ExportJob) -> Iterator[str]:
        """Yield the collection and the head of its page, then a line for each annotation."""
        ids = "\n".join(excerpt.highlight.id for excerpt in job.excerpts)
        collection = _urn(str(uuid5(NAMESPACE_URL, f"{job.title}\n{job.made}\n{ids}")))
        page = _urn(str(uuid5(NAMESPACE_URL, f"{collection}#1")))
        head: dict[str, Json] = {
            "@context": CONTEXT,
            "id": collection,
            "type": "AnnotationCollection",
            "label": job.title,
            "total": job.highlight_count,
        }
        if not job.excerpts:
            yield _line(head) + "\n"
            return
        whole: Json = {"id": collection, "type": "AnnotationCollection", "total": job.highlight_count}
        first: dict[str, Json] = {"id": page, "type": "AnnotationPage", "partOf": whole, "startIndex": 0}
        yield f'{_line(head)[:-1]}, "last": {_line(page)}, "first": {_line(first)[:-1]}, "items": ['
        for number, excerpt in enumerate(job.excerpts):
            yield f"{',' if number else ''}\n{_line(_annotation(excerpt, job.address(excerpt)))}"
        yield "\n]}}\n"


def _annotation(excerpt: Excerpt, address: str) -> Json:
    """Return an annotation; `via` is where it came from (3.3.7), the address that leads back to it."""
    mark = excerpt.highlight
    value: dict[str, Json] = {
        "@context": CONTEXT,
        "id": _urn(mark.id),
        "type": "Annotation",
        "motivation": "commenting" if excerpt.note else "tagging" if excerpt.tag_paths else "highlighting",
    }
    value |= {name: moment for name, moment in (("created", mark.created), ("modified", mark.modified)) if moment}
    if address:
        value["via"] = address
    if mark.author:
        value["creator"] = {"type": "Person", "name": mark.author}
    bodies = _bodies(excerpt)
    if bodies:
        value["body"] = bodies
    value["stylesheet"] = {"type": "CssStylesheet", "value": _style(excerpt)}
    value["target"] = _target(excerpt)
    return value


def _style(excerpt: Excerpt) -> str:
    """Return what the class of the target looks like (4.4): a class may not stand without its style."""
    look = palette("white")
    line, ground = f"text-decoration: underline {look.lines[excerpt.color]}", f"background: {look.tints[excerpt.color]}"
    return f".{_class(excerpt)} {{ {line if excerpt.highlight.style == 'underline' else ground}; }}"


def _class(excerpt: Excerpt) -> str:
    return f"zhupi-{excerpt.highlight.style}-{excerpt.color}"


def _bodies(excerpt: Excerpt) -> list[Json]:
    """Return note, correction and tags, in this order."""
    bodies: list[Json] = []
    if excerpt.note:
        bodies.append(
            {"type": "TextualBody", "value": excerpt.note, "format": "text/markdown", "purpose": "commenting"}
        )
    if excerpt.highlight.correction:
        bodies.append({"type": "TextualBody", "value": excerpt.highlight.correction, "purpose": "editing"})
    for path in excerpt.tag_paths:
        bodies.append({"type": "TextualBody", "value": path, "purpose": "tagging"})
    return bodies


def _target(excerpt: Excerpt) -> Json:
    """Return the passage by its quote and by its position; positions count code points, as the model has it (4.2.5)."""
    mark, document = excerpt.highlight, excerpt.document
    source: dict[str, Json] = {"id": _urn(document.id), "type": "Text", "format": "text/plain"}
    source["title"] = document.title
    if document.language:
        source["language"] = document.language
    quote: dict[str, Json] = {"type": "TextQuoteSelector", "exact": mark.quote}
    quote |= {name: text for name, text in (("prefix", mark.prefix), ("suffix", mark.suffix)) if text}
    return {
        "type": "SpecificResource",
        "source": source,
        "selector": [quote, {"type": "TextPositionSelector", "start": mark.start, "end": mark.end}],
        "styleClass": _class(excerpt),
    }


def _urn(id: str) -> str:
    return f"urn:uuid:{id}"


def _line(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)
