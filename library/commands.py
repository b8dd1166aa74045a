"""The command line, on the same verbs as the window."""

from collections.abc import Sequence
from contextlib import closing
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from library import reporting
from library.bibliographycommand import bibliography, references
from library.citecommand import cite
from library.concordancecommand import concordance
from library.documentcommands import document, documents, fields
from library.errors import NotFound
from library.excerptcommand import excerpts
from library.exportcommand import export
from library.exporters.values import highlight_value
from library.formatscommand import formats
from library.importcommand import import_command
from library.inspectcommand import inspect_command
from library.library import Library
from library.markcommand import mark
from library.memocommands import memo, memos
from library.models import COLORS, Color
from library.opening import read_library, tag_id_of, write_library
from library.originalcommand import original_command
from library.outlinecommand import outline_command
from library.parameters import TEXT, Commands, json_option, library_argument
from library.repairscommand import repairs_command
from library.searchcommand import search
from library.tagcommand import tags
from library.wordcommands import glossary, look_up_command, terms

_document = click.argument("document", metavar="DOCUMENT", type=TEXT)


def _print_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    try:
        number = version("zhupi")
    except PackageNotFoundError:
        number = "(run from its source)"
    click.echo(f"zhupi {number}")
    ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Print the version."
)
def commands() -> None:
    """Read and annotate texts on your own machine.

    Without a command, or with only the path of a library, the window opens.

    LIBRARY is the path of a library. DOCUMENT is an id or a part of a title that only one document has. In the name
    of a tag or a collection, “/” separates levels. Offsets count characters (code points) from 0; the end is not
    included.

    The exit status is 0 when all was done, 1 when something was refused or is wrong, 2 when the command was not
    understood.
    """


commands.add_command(import_command)
commands.add_command(formats)
commands.add_command(inspect_command)


commands.add_command(documents)
commands.add_command(document)
commands.add_command(fields)


@commands.command()
@library_argument
@_document
@json_option
def text(path: Path, document: str, as_json: bool) -> None:
    """Print the reading text of a document.

    It is printed exactly as it is kept, in UTF-8, without a line break at its end if it has none.
    """
    with closing(read_library(path)) as library:
        found = library.documents.resolve(document)
        with closing(library.documents.text(found.id)) as reading:
            if not as_json:
                return reporting.print_bytes(bytes(reading.data))
            return reporting.print_json(
                {"id": found.id, "title": found.title, "length": reading.length, "text": reading.text()}
            )


@commands.command()
@library_argument
@_document
@click.option("--quote", metavar="TEXT", type=TEXT, help="Mark this passage, which must stand in the text.")
@click.option(
    "--nth", metavar="N", type=click.IntRange(min=1), help="Mark its Nth occurrence; they may overlap.  [default: 1]"
)
@click.option("--start", metavar="N", type=int, help="Mark from this character, counted from 0 …")
@click.option("--end", metavar="N", type=int, help="… up to, not including, this one.")
@click.option("--tag", "tags", metavar="T", multiple=True, type=TEXT, help="Tag it; may be given several times.")
@click.option("--note", metavar="TEXT", type=TEXT, default="", help="Write a note on it, in Markdown.")
@click.option("--color", type=click.Choice(COLORS), help="Give it a colour of its own.")
@json_option
def highlight(
    path: Path,
    document: str,
    quote: str | None,
    nth: int | None,
    start: int | None,
    end: int | None,
    tags: Sequence[str],
    note: str,
    color: Color | None,
    as_json: bool,
) -> None:
    """Mark a passage, tag it and annotate it.

    The passage is given by --quote, or by --start and --end. All this is one step, which `undo` takes back. The same
    passage again is the highlight that is there: new tags are added, the note is appended.
    """
    _require_one_span(quote, nth, start, end)
    with closing(write_library(path)) as library:
        found = library.documents.resolve(document)
        if quote is not None:
            start, end = _find_quote(library, found.id, quote, nth or 1)
        made = library.highlights.add(found.id, start or 0, end or 0, color=color, tags=tags, note=note)
        (excerpt,) = library.excerpts.of_highlights([made.id])
    if as_json:
        reporting.print_json(highlight_value(excerpt))
    else:
        reporting.print_columns([reporting.highlight_cells(excerpt)])


@commands.command()
@library_argument
@click.option("--tag", metavar="T", type=TEXT, help="Only those with this tag or one below it.")
@json_option
def highlights(path: Path, tag: str | None, as_json: bool) -> None:
    """List the highlights: id, document, span, quote, tags, note."""
    with closing(read_library(path)) as library:
        found = library.excerpts.all() if tag is None else library.excerpts.of_tag(tag_id_of(library, tag))
    if as_json:
        reporting.print_json([highlight_value(excerpt) for excerpt in found])
    else:
        reporting.print_columns(reporting.highlight_cells(excerpt) for excerpt in found)


commands.add_command(excerpts)
commands.add_command(tags)


commands.add_command(export)
commands.add_command(bibliography)
commands.add_command(cite)
commands.add_command(references)
commands.add_command(memos)
commands.add_command(memo)
commands.add_command(search)
commands.add_command(concordance)
commands.add_command(mark)
commands.add_command(original_command)
commands.add_command(outline_command)
commands.add_command(repairs_command)
commands.add_command(terms)
commands.add_command(glossary)
commands.add_command(look_up_command)


@commands.command()
@library_argument
@json_option
def undo(path: Path, as_json: bool) -> None:
    """Take back the last step."""
    with closing(write_library(path)) as library:
        step = library.journal.undoable()
        label = str(library.undo().label)
    _print_step("Undone", step.id if step else None, label, as_json)


@commands.command()
@library_argument
@json_option
def redo(path: Path, as_json: bool) -> None:
    """Do the last undone step again."""
    with closing(write_library(path)) as library:
        step = library.journal.redoable()
        label = str(library.redo().label)
    _print_step("Redone", step.id if step else None, label, as_json)


@commands.command()
@library_argument
@json_option
def history(path: Path, as_json: bool) -> None:
    """List the steps, newest first: id, moment, name."""
    with closing(read_library(path)) as library:
        steps = library.journal.history()
    if as_json:
        reporting.print_json([reporting.step_value(step) for step in steps])
    else:
        reporting.print_columns(
            (step.id, step.created, reporting.step_label(step) + " (undone)" * step.undone) for step in steps
        )


@commands.command()
@library_argument
@json_option
def check(path: Path, as_json: bool) -> None:
    """Check the database, the texts and the originals.

    Everything that is wrong is named, and then the exit status is 1.
    """
    with closing(read_library(path)) as library:
        problems = library.check()
    for problem in problems:
        reporting.print_problem(problem)
    if as_json:
        reporting.print_json({"ok": not problems, "problems": problems})
    elif not problems:
        reporting.print_lines([f"{path}: sound"])
    if problems:
        click.get_current_context().exit(1)


@commands.command()
@library_argument
@json_option
def backup(path: Path, as_json: bool) -> None:
    """Copy the database into the backups folder.

    The copy is verified, and old ones are dropped: of the newest days 7 are kept, of the newest weeks 4.
    """
    with closing(read_library(path)) as library:
        copy = library.backup()
    if as_json:
        reporting.print_json({"path": str(copy)})
    else:
        reporting.print_lines([str(copy)])


def _require_one_span(quote: str | None, nth: int | None, start: int | None, end: int | None) -> None:
    if (quote is None) == (start is None and end is None):
        raise click.UsageError("Give the passage by --quote, or by --start and --end.")
    if quote is None and (start is None or end is None):
        raise click.UsageError("--start and --end belong together.")
    if quote is None and nth is not None:
        raise click.UsageError("--nth counts occurrences of a --quote.")
    if quote == "":
        raise click.UsageError("--quote is empty.")


def _find_quote(library: Library, document_id: str, quote: str, nth: int) -> tuple[int, int]:
    """Return the span of the `nth` occurrence of `quote`, counted from 1; occurrences may overlap."""
    with closing(library.documents.text(document_id)) as reading:
        content = reading.text()
    start, found = content.find(quote), 0
    while start >= 0:
        found += 1
        if found == nth:
            return start, start + len(quote)
        start = content.find(quote, start + 1)
    if found:
        raise NotFound("The quote stands {count} times in the text, not {nth} times.", count=found, nth=nth)
    raise NotFound("The quote “{quote}” is not in the text. It must be written exactly as there.", quote=quote)


def _print_step(done: str, step_id: int | None, label: str, as_json: bool) -> None:
    if as_json:
        reporting.print_json({"id": step_id, "label": label})
    else:
        reporting.print_lines([f"{done}: {label}"])
