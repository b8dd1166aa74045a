"""The commands on memos."""

from contextlib import closing
from pathlib import Path

import click

from library import reporting
from library.errors import NotFound
from library.exporters.base import Carried, ExportJob, ExportOptions, ExportScope
from library.exporters.markdown import MarkdownExporter
from library.exporters.scope import collect
from library.exporters.target import write
from library.library import Library
from library.models import Memo
from library.opening import read_library, tag_id_of, write_library
from library.parameters import PLACE, TEXT, json_option, library_argument
from library.references import parts


@click.command()
@library_argument
@json_option
def memos(path: Path, as_json: bool) -> None:
    """List the memos, the one changed last first: id, number of excerpts, title."""
    with closing(read_library(path)) as library:
        found = library.memos.all()
    if as_json:
        reporting.print_json([_value(one) for one in found])
    else:
        reporting.print_columns((one.id, _excerpt_count(one), one.title) for one in found)


@click.command()
@library_argument
@click.argument("name", metavar="MEMO", type=TEXT)
@click.option("--write", "prose", metavar="TEXT", type=TEXT, help="Add this prose, in Markdown, at its end.")
@click.option("--tag", metavar="T", type=TEXT, help="Add the excerpts with this tag or one below it at its end.")
@click.option("--export", "target", metavar="PATH", type=PLACE, help="Write it to this file, as Markdown.")
@click.option("--originals", is_flag=True, help="Put the text's own words beside a corrected quotation.")
@click.option("--force", is_flag=True, help="Replace the file if it is there already.")
@json_option
def memo(
    path: Path,
    name: str,
    prose: str | None,
    tag: str | None,
    target: Path | None,
    originals: bool,
    force: bool,
    as_json: bool,
) -> None:
    """Print a memo as Markdown, its excerpts as quotations; write in it, or export it with links to its passages.

    MEMO is an id or a part of a title that only one memo has. With --write or --tag, a memo that is not there is made
    with that title, and all of it is one step.
    """
    options = ExportOptions(carried=Carried(originals=originals, links=target is not None))
    adds = prose is not None or tag is not None
    with closing(write_library(path) if adds else read_library(path)) as library:
        found = _add(library, name, prose, tag) if adds else library.memos.resolve(name)
        _show(found, collect(library, ExportScope(memo_id=found.id), options), target, force, as_json)


def _add(library: Library, name: str, prose: str | None, tag: str | None) -> Memo:
    """Add prose and the excerpts with a tag to a memo, which is made where it is missing."""
    marks = [] if tag is None else library.excerpts.of_tag(tag_id_of(library, tag))
    try:
        found = library.memos.resolve(name)
    except NotFound:
        found = None
    with library.journal.operation("Write memo “{name}”", name=name if found is None else found.title):
        held = library.memos.add(name) if found is None else found
        if prose is not None and prose.strip():
            before = f"{held.text.rstrip()}\n\n" if held.text.strip() else ""
            library.memos.write(held.id, f"{before}{prose}\n")
        if marks:
            library.memos.send(held.id, [excerpt.highlight.id for excerpt in marks])
    return library.memos.get(held.id)


def _show(found: Memo, job: ExportJob, target: Path | None, force: bool, as_json: bool) -> None:
    exporter = MarkdownExporter()
    if target is not None:
        write(exporter, job, target, force=force, progress=reporting.terminal_progress())
    if as_json:
        reporting.print_json(_value(found) | ({} if target is None else {"path": str(target)}))
    elif target is None:
        reporting.print_bytes("".join(exporter.render(job)).encode())
    else:
        reporting.print_lines([f"{target}: {reporting.counted(len(job.excerpts), 'excerpt')}"])


def _value(memo: Memo) -> dict[str, reporting.Json]:
    """Return a memo as JSON: `text` is as it is kept, with the references to its excerpts."""
    return {
        "id": memo.id,
        "title": memo.title,
        "text": memo.text,
        "excerpts": _excerpt_count(memo),
        "created": memo.created,
        "modified": memo.modified,
    }


def _excerpt_count(memo: Memo) -> int:
    return sum(part.highlight_id is not None for part in parts(memo.text))
