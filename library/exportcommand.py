"""The command that writes excerpts, memos and annotated texts to a file."""

from contextlib import closing
from pathlib import Path
from typing import TypedDict, Unpack

import click

from library import exporters, reporting
from library.citations.locators import LOCATORS, LocatorChoice
from library.exporters.base import (
    GROUPINGS,
    MARKS,
    Carried,
    Exporter,
    ExportJob,
    ExportOptions,
    ExportScope,
    Grouping,
    Marks,
)
from library.exporters.scope import collect
from library.exporters.target import write
from library.exporters.template import TemplateExporter
from library.library import Library
from library.opening import collection_id_of, read_library, tag_id_of
from library.parameters import PLACE, TEXT, FormatName, json_option, library_argument
from library.templates.folder import find_template, folder_of

_NAMES = "|".join(exporter.name for exporter in exporters.BUILT_IN)


class _Asked(TypedDict):
    template: str | None
    document: str | None
    collection: str | None
    tag: str | None
    memo: str | None
    annotated: bool
    grouping: Grouping
    style: str
    locator: LocatorChoice
    marks: Marks
    originals: bool
    context: bool
    no_links: bool
    force: bool


@click.command()
@library_argument
@click.option("--format", "exporter", metavar=_NAMES, type=FormatName(), help="How to write them.")
@click.option("--template", metavar="FILE", help="Write by this template, a file or one of the library's, instead.")
@click.option("--output", metavar="PATH", required=True, type=PLACE, help="The file to write.")
@click.option("--document", metavar="D", type=TEXT, help="Only those of this document.")
@click.option("--collection", metavar="NAME", type=TEXT, help="Only those of this collection and the ones below it.")
@click.option("--tag", metavar="T", type=TEXT, help="Only those with this tag or one below it.")
@click.option("--memo", metavar="M", type=TEXT, help="Write this memo instead, with its prose and its excerpts.")
@click.option("--annotated", is_flag=True, help="Write whole texts, with what is marked in them.")
@click.option("--group", "grouping", type=click.Choice(GROUPINGS), default="document", help="Below which headings.")
@click.option("--style", metavar="S", type=TEXT, default="", help="Cite in this style, such as gbt7714-2025.")
@click.option(
    "--locator",
    type=click.Choice(LOCATORS),
    default="page",
    show_default=True,
    help="Cite places by page, paragraph or heading, where there is one.",
)
@click.option(
    "--marks", type=click.Choice(MARKS), default="none", show_default=True,
    help="Put quotations in quotation marks: as their script has them, “ ”, or 「」 in Chinese.",
)  # fmt: skip
@click.option("--originals", is_flag=True, help="Put the text's own words beside a corrected quotation.")
@click.option("--context", is_flag=True, help="Put the text around each quotation beside it.")
@click.option("--no-links", is_flag=True, help="Put no links that lead back into the library.")
@click.option("--force", is_flag=True, help="Replace the file if it is there already.")
@json_option
def export(path: Path, exporter: Exporter | None, output: Path, as_json: bool, **asked: Unpack[_Asked]) -> None:
    """Write highlights, tags and notes to a file.

    With several of --document, --collection and --tag, those that all of them have in common; without any, the whole
    library.
    """
    template = asked["template"]
    if asked["memo"] is not None and any(asked[other] for other in ("annotated", "document", "collection", "tag")):
        raise click.UsageError("A memo is written as it is: --memo goes with no other choice of what to write.")
    if template is None and exporter is None:
        raise click.UsageError("Say how to write them: with --format or with --template.")
    with closing(read_library(path)) as library:
        job = collect(library, _scope(library, asked), _options(asked))
        form = exporter if exporter is not None and template is None else _by_template(library, template or "")
        write(form, job, output, force=asked["force"], progress=reporting.terminal_progress())
    _tell(job, output, as_json)


def _scope(library: Library, asked: _Asked) -> ExportScope:
    document, collection, tag, memo = (asked[name] for name in ("document", "collection", "tag", "memo"))
    return ExportScope(
        document_id=None if document is None else library.documents.resolve(document).id,
        collection_id=None if collection is None else collection_id_of(library, collection),
        tag_id=None if tag is None else tag_id_of(library, tag),
        memo_id=None if memo is None else library.memos.resolve(memo).id,
    )


def _options(asked: _Asked) -> ExportOptions:
    return ExportOptions(
        grouping=asked["grouping"],
        annotated=asked["annotated"],
        style=asked["style"],
        locator=asked["locator"],
        marks=asked["marks"],
        carried=Carried(originals=asked["originals"], context=asked["context"], links=not asked["no_links"]),
    )


def _by_template(library: Library, wanted: str) -> TemplateExporter:
    return TemplateExporter(find_template(folder_of(library.path), wanted))


def _tell(job: ExportJob, output: Path, as_json: bool) -> None:
    documents = max(job.document_count, len(job.documents))
    if as_json:
        reporting.print_json({"path": str(output), "highlights": len(job.excerpts), "documents": documents})
    else:
        marks = reporting.counted(len(job.excerpts), "highlight")
        reporting.print_lines([f"{output}: {marks} of {reporting.counted(documents, 'document')}"])
