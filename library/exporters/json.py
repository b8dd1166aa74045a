"""Highlights and memos as JSON, for other programs."""

import json
from collections.abc import Iterator, Sequence

from library.exporters.base import Content, ExportJob, TextExporter
from library.models import Document, Excerpt, Memo
from library.values import Json, highlight_value


class JsonExporter(TextExporter):
    """Writes one object: each of its `highlights` is what the command `highlights` prints of it."""

    name = "json"
    label = "JSON"
    suffix = ".json"
    contents: tuple[Content, ...] = ("excerpts", "memo")
    complete = True

    def render(self, job: ExportJob) -> Iterator[str]:
        """Yield title and day, then a line for each highlight, then documents and tags, and the memo if it is one."""
        yield f'{{\n"title": {_line(job.title)},\n"exported": {_line(job.made)},\n"highlights": ['
        for number, excerpt in enumerate(job.excerpts):
            yield f"{',' if number else ''}\n{_line(highlight_value(excerpt, job.library_id))}"
        documents: list[Json] = [_document_value(job, document) for document in job.sources]
        tags: list[Json] = [{"name": each.path, "color": each.tag.color, "count": each.count} for each in job.tags()]
        end = f'\n],\n"documents": {_lines(documents)},\n"tags": {_lines(tags)}'
        if job.memo is not None:
            end += f',\n"memo": {_line(_memo_value(job.memo, job.pieces))}'
        yield f"{end}\n}}\n"


def _document_value(job: ExportJob, document: Document) -> Json:
    return {
        "id": document.id,
        "title": document.title,
        "author": document.author,
        "issuer": document.issuer,
        "date": document.date,
        "number": document.number,
        "length": document.length,
        "citekey": job.keys().get(document.id, ""),
        "note": job.document_notes.get(document.id, ""),
    }


def _memo_value(memo: Memo, pieces: Sequence[str | Excerpt]) -> Json:
    """Return a memo: prose is text, an excerpt stands as the id of its highlight."""
    parts: list[Json] = [
        {"highlight": piece.highlight.id} if isinstance(piece, Excerpt) else {"text": piece} for piece in pieces
    ]
    return {"id": memo.id, "title": memo.title, "created": memo.created, "modified": memo.modified, "parts": parts}


def _lines(values: list[Json]) -> str:
    return "[\n" + ",\n".join(map(_line, values)) + "\n]" if values else "[]"


def _line(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)
