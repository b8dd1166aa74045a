"""The command that says what is in a file without importing it."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, fields
from pathlib import Path

import click

from library import reporting
from library.chinese.counts import Counts, counts
from library.chinese.metadata import Finding, Metadata, metadata
from library.chinese.repair import Repair, RepairPlan, plan
from library.chinese.speakers import speakers
from library.chinese.structure import Heading, depths, outline_and_missing
from library.errors import Refused
from library.importers import BUILT_IN
from library.importers.base import ImportOptions, load_importers
from library.importers.isolation import Isolation
from library.importers.recognition import recognise
from library.importers.text import TextImporter
from library.intake import read_drafts
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
    """Say what is in a file, without importing it.

    Encoding, title, what the text says of itself, its headings and the numbers they leave out, who speaks, what can be
    repaired, and how much there is: passages that stand twice are counted once. Spans count characters of the text as
    it stands in the file.
    """
    importer = recognise(path, load_importers(BUILT_IN)) or TextImporter()
    with closing(Isolation()) as isolation:
        drafts = read_drafts(importer, isolation, path, ImportOptions(encoding=encoding), reporting.terminal_progress())
    if not drafts:
        raise Refused("There is no text in this file.")
    if as_json:
        values = [_value(draft) for draft in drafts]
        reporting.print_json(values[0] if len(values) == 1 else values)
    else:
        for draft in drafts:
            reporting.print_columns(_rows(draft))


def _value(draft: Draft) -> reporting.Json:
    text = draft.text
    headings, missing = outline_and_missing(text)
    repairs = plan(text)
    return {
        "title": draft.title,
        "format": draft.format,
        "encoding": draft.encoding,
        "replaced": draft.replaced,
        "length": len(text),
        "metadata": {name: asdict(found) if found else None for name, found in _findings(metadata(text))},
        "outline": [
            {**asdict(heading), "depth": depth} for heading, depth in zip(headings, depths(headings), strict=True)
        ],
        "missing": [asdict(gap) for gap in missing],
        "speakers": [asdict(passage) for passage in speakers(text)],
        "repairs": {kind: [asdict(repair) for repair in found] for kind, found in _repairs(repairs)},
        "counts": asdict(_counts(text, repairs)),
    }


def _rows(draft: Draft) -> Iterator[Sequence[object]]:
    text = draft.text
    yield "title", draft.title
    yield "format", draft.format
    yield "encoding", draft.encoding
    for name, found in _findings(metadata(text)):
        if found and name != "title":
            yield name.replace("_", " "), found.value, _span(found.start, found.end)
    headings, missing = outline_and_missing(text)
    for heading, depth in zip(headings, depths(headings), strict=True):
        yield _heading_cells(heading, depth)
    yield from (("missing", gap.number, _span(gap.start, gap.end)) for gap in missing)
    for passage in speakers(text):
        yield _speaker_cells(text, passage)
    repairs = plan(text)
    for _, found in _repairs(repairs):
        yield from ((repair.kind, _around(text, repair), _span(repair.start, repair.end)) for repair in found)
    yield from asdict(_counts(text, repairs)).items()


def _heading_cells(heading: Heading, depth: int) -> Sequence[object]:
    return heading.kind.replace("_", "-"), "  " * depth + heading.title, _span(heading.start, heading.end)


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
