"""The command that says what is in a file without importing it."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields
from pathlib import Path

import click

from library import reporting
from library.chinese.counts import Counts, counts
from library.chinese.metadata import Finding, Metadata, metadata
from library.chinese.outlining import outline_of
from library.chinese.repair import Repair, RepairPlan, plan
from library.chinese.speakers import speakers
from library.drafting import fields_of
from library.errors import Refused
from library.headings import Heading
from library.importers import BUILT_IN
from library.importers.base import ImportOptions, load_importers
from library.inspecting import Inspected, inspected
from library.models import Draft
from library.parameters import PLACE, EncodingName, json_option
from library.speeches import Passage

_AROUND = 12
"""Code points shown on either side of a repair, and of what a speaker begins with."""


@click.command("inspect")
@click.argument("path", metavar="PATH", type=PLACE)
@click.option("--encoding", metavar="ENC", type=EncodingName(), help="Read the file as this encoding, do not guess.")
@json_option
def inspect_command(path: Path, encoding: str | None, as_json: bool) -> None:
    """Say what is in a file, without importing it; of a folder or a ZIP archive, in each file there.

    Files are read as “import” reads them. Encoding, title, what the file and its text say of themselves, its headings
    and the numbers they leave out, who speaks, what can be repaired, and how much there is: passages that stand twice
    are counted once. Spans count characters of the text as it stands in the file.
    """
    importers = load_importers(BUILT_IN)
    for problem in importers.problems:
        reporting.print_problem(str(problem))
    values: list[reporting.Json] = []
    files = refused = 0
    for file in inspected(path, importers, ImportOptions(encoding=encoding), reporting.terminal_progress()):
        files += 1
        if file.reason is not None:
            refused += 1
            reporting.print_problem(f"{file.path}: {file.reason}")
            values.append({"path": file.path, "refused": str(file.reason)})
        elif as_json:
            values += (_value(file.path, draft) for draft in file.drafts)
        else:
            _print(file)
    if not files:
        raise Refused("There is nothing in this folder to import.")
    if as_json:
        reporting.print_json(values[0] if len(values) == 1 else values)
    if refused:
        click.get_current_context().exit(1)


def _print(file: Inspected) -> None:
    for draft in file.drafts:
        reporting.print_columns(_rows(file.path, draft))


def _value(path: str, draft: Draft) -> reporting.Json:
    text = draft.text
    outline = outline_of(text, draft.elements)
    repairs = plan(text)
    return {
        "path": path,
        "title": draft.title,
        "format": draft.format,
        "encoding": draft.encoding,
        "replaced": draft.replaced,
        "length": len(text),
        "fields": fields_of(draft),
        "remarks": [str(remark) for remark in draft.remarks],
        "metadata": {name: asdict(found) if found else None for name, found in _findings(metadata(text))},
        "outline": [{**asdict(heading), "depth": heading.level - 1} for heading in outline.headings],
        "missing": [asdict(gap) for gap in outline.missing],
        "speakers": [asdict(passage) for passage in speakers(text)],
        "repairs": {kind: [asdict(repair) for repair in found] for kind, found in _repairs(repairs)},
        "counts": asdict(_counts(text, repairs)),
    }


def _rows(path: str, draft: Draft) -> Iterator[Sequence[object]]:
    text = draft.text
    yield "file", path
    yield "title", draft.title
    yield "format", draft.format
    yield "encoding", draft.encoding
    yield from (("field", name, value) for name, value in fields_of(draft).items() if name != "title")
    yield from (("remark", remark) for remark in draft.remarks)
    for name, found in _findings(metadata(text)):
        if found and name != "title":
            yield name.replace("_", " "), found.value, _span(found.start, found.end)
    outline = outline_of(text, draft.elements)
    yield from (_heading_cells(heading) for heading in outline.headings)
    yield from (("missing", gap.number, _span(gap.start, gap.end)) for gap in outline.missing)
    for passage in speakers(text):
        yield _speaker_cells(text, passage)
    repairs = plan(text)
    for _, found in _repairs(repairs):
        yield from ((repair.kind, _around(text, repair), _span(repair.start, repair.end)) for repair in found)
    yield from asdict(_counts(text, repairs)).items()


def _heading_cells(heading: Heading) -> Sequence[object]:
    return heading.kind.replace("_", "-"), "  " * (heading.level - 1) + heading.title, _span(heading.start, heading.end)


def _speaker_cells(text: str, passage: Passage) -> Sequence[object]:
    return (
        "speaker",
        passage.name,
        _span(passage.start, passage.end),
        text[passage.start : passage.start + _AROUND] + "…",
    )


def _around(text: str, repair: Repair) -> str:
    """Return what stands around a repair: for a passage that stands twice, how it begins and ends."""
    if repair.end - repair.start > 2 * _AROUND:
        return f"{text[repair.start : repair.start + _AROUND]}…{text[repair.end - _AROUND : repair.end]}"
    within = text[repair.start : repair.end].strip() or "|"
    return f"{text[max(repair.start - _AROUND, 0) : repair.start]}【{within}】{text[repair.end : repair.end + _AROUND]}"


def _findings(found: Metadata) -> Iterator[tuple[str, Finding | None]]:
    yield from ((field.name, getattr(found, field.name)) for field in fields(found))


def _repairs(found: RepairPlan) -> Iterator[tuple[str, tuple[Repair, ...]]]:
    yield from ((field.name, getattr(found, field.name)) for field in fields(found))


def _counts(text: str, repairs: RepairPlan) -> Counts:
    return counts(text, [(repair.start, repair.end) for repair in repairs.duplicates])


def _span(start: int, end: int) -> str:
    return f"{start}-{end}"
