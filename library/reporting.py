"""What the command line prints: one JSON value, or lines for people."""

import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from library.fields import FIELDS, OwnField
from library.mending import EDITS
from library.models import Document, Excerpt, Reading, Stage, Step, Tag
from library.progress import Progress
from library.values import Json

if TYPE_CHECKING:
    from library.outcomes import ImportResult

_SURROGATE = re.compile("[\ud800-\udfff]")


def print_json(value: Json) -> None:
    """Print one JSON value. Bytes of a file name that are no text stand as `\\udcXX`, as `os.fsdecode` gives them."""
    encoding = _encoding()
    text = json.dumps(value, ensure_ascii=not encoding.startswith("utf"))
    print_bytes((_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n").encode(encoding))


def print_lines(lines: Iterable[str]) -> None:
    """Print lines for people; what the terminal cannot show, or would obey, is written as an escape."""
    text = "".join(f"{_shown(line)}\n" for line in lines)
    print_bytes(text.encode(_encoding(), "backslashreplace"))


def print_columns(rows: Iterable[Sequence[object]]) -> None:
    """Print a line a row, its cells separated by tabs."""
    print_lines("\t".join(_flat(str(cell)) for cell in row) for row in rows)


def print_bytes(data: bytes) -> None:
    """Print bytes as they are."""
    click.echo(data, nl=False)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural where it is not one."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def repeated(number: int) -> str:
    """Return how many more hits stand in passages that stand twice, to follow other numbers; nothing of none."""
    return f", {number} more in passages printed twice" if number else ""


def print_problem(text: str) -> None:
    """Say on the standard error stream what is wrong."""
    click.echo(_shown(text).encode("utf-8", "backslashreplace").decode(), err=True)


def progress(reading: Reading | None, length: int) -> str:
    """Return how far a document of `length` code points is read: in whole percents between unread and done."""
    stage = Reading("").stage(length) if reading is None else reading.stage(length)
    return f"{reading.percent(length)}%" if reading is not None and stage == "reading" else stage


def document_value(
    document: Document,
    fields: Mapping[str, str],
    own: Iterable[OwnField],
    collections: Sequence[str],
    highlights: int,
    progress: Stage,
    repeated: int,
) -> Json:
    """Return a document as JSON: every field by its name, those of the library's own under `fields`.

    `length` is in code points, `repeated` how many of them stand in passages printed twice, the first time not counted;
    `collections` are by their full names.
    """
    return {
        "id": document.id,
        **{field.name: fields.get(field.name, "") for field in FIELDS},
        "fields": {field.name: fields[field.id] for field in own if field.id in fields},
        "length": document.length,
        "repeated": repeated,
        "format": document.format,
        "encoding": document.encoding,
        "source": document.source,
        "added": document.added,
        "collections": list(collections),
        "highlights": highlights,
        "progress": progress,
    }


def highlight_cells(excerpt: Excerpt) -> Sequence[object]:
    """Return a highlight as cells of a line."""
    highlight = excerpt.highlight
    span = f"{highlight.start}-{highlight.end}"
    return highlight.id, excerpt.document.title, span, highlight.quote, "; ".join(excerpt.tag_paths), excerpt.note


def tag_value(tag: Tag, path: str, count: int, total: int) -> Json:
    """Return a tag as JSON: `name` is its full name, `count` the number of highlights that carry the tag itself.

    `total` is the number of those that carry it or a tag below it.
    """
    described = {"description": tag.description, "includes": tag.includes, "excludes": tag.excludes}
    counted = {"example": tag.example, "count": count, "total": total}
    return {"id": tag.id, "name": path, "color": tag.color, **described, **counted}


def step_value(step: Step) -> Json:
    """Return a step of the history as JSON."""
    return {"id": step.id, "label": step_label(step), "created": step.created, "undone": step.undone}


def step_label(step: Step) -> str:
    """Return the name of a step in English."""
    return step.label.format(**step.arguments)


def import_value(result: "ImportResult") -> Json:
    """Return what became of each file as JSON; an archive stands once, with its files as its `members`."""
    value = _lists(result, "")
    archives = {item.archive: None for item in (*result.imported, *result.duplicates, *result.refused)}
    for archive in filter(None, archives):
        members = _lists(result, archive)
        kind = next((kind for kind in ("imported", "duplicates") if members[kind]), "refused")
        reason: Json = {} if kind != "refused" else {"reason": "None of the files in this archive could be imported."}
        value[kind].append({"path": archive, **reason, "members": members})
    return {**value, "links": list(result.links)}


def _lists(result: "ImportResult", archive: str) -> dict[str, list[Json]]:
    """Return what became of the files of an archive, or of those in none."""
    return {
        "imported": [
            {
                "path": item.path,
                "id": item.id,
                "title": item.title,
                "length": item.length,
                "encoding": item.encoding,
                "replaced": item.replaced,
                "remarks": [str(remark) for remark in item.remarks],
                "repairs": item.repairs,
            }
            for item in result.imported
            if item.archive == archive
        ],
        "duplicates": [{"path": item.path, "id": item.id} for item in result.duplicates if item.archive == archive],
        "refused": [
            {"path": item.path, "reason": str(item.reason)} for item in result.refused if item.archive == archive
        ],
    }


def import_lines(result: "ImportResult") -> Iterable[str]:
    """Yield what became of each file, for people; refused files are told elsewhere."""
    for item in result.imported:
        replaced = f", {item.replaced} characters could not be read" if item.replaced else ""
        length = counted(item.length, "character")
        yield f"{item.path}: “{_flat(item.title)}”, {length}, {item.encoding}{replaced}{_repairs(item.repairs or {})}"
    for duplicate in result.duplicates:
        yield f"{duplicate.path}: in the library already"
    for link in result.links:
        yield f"{link}: a link, not followed"
    yield (f"{len(result.imported)} imported, {len(result.duplicates)} already there, {len(result.refused)} refused")


def _repairs(number: Mapping[str, int]) -> str:
    """Return how much was repaired and how much pointed out, to stand behind what else is said; nothing of none."""
    made = sum(number.get(kind, 0) for kind in EDITS)
    pointed_out = sum(number.values()) - made
    told = [counted(made, "repair")] * bool(made)
    told += [f"{counted(pointed_out, 'place')} to look at"] * bool(pointed_out)
    return "".join(f", {part}" for part in told)


def terminal_progress() -> Progress:
    """Return a progress that shows itself on the standard error stream where that is a terminal."""
    return Progress(_show_progress if sys.stderr.isatty() else None)


def _show_progress(done: int, total: int, name: str) -> None:
    end = "\r" if done < total else "\n"
    click.echo(f"\r\x1b[K{done}/{total} {_flat(name)[:60]}{end}", nl=False, err=True)


def _encoding() -> str:
    """Return the encoding of the standard output stream, in lower case."""
    return (sys.stdout.encoding or "utf-8").lower()


def _flat(text: str) -> str:
    """Return `text` on one line, without tabs."""
    return re.sub("[\t-\r\x85\u2028\u2029]+", " ", text)


def _shown(line: str) -> str:
    """Return `line` with control characters, which a terminal would obey, written as escapes; tabs stay."""
    return "".join(
        character if character == "\t" or unicodedata.category(character) != "Cc" else f"\\x{ord(character):02x}"
        for character in line
    )
