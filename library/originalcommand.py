"""The command that gives out the file that a document was imported from, or compares it with its hash."""

from contextlib import closing
from pathlib import Path

import click

from library import reporting
from library.library import Library
from library.models import Document
from library.opening import read_library
from library.originals import FileCheck
from library.parameters import PLACE, TEXT, json_option, library_argument


@click.command("original")
@library_argument
@click.argument("document", metavar="DOCUMENT", type=TEXT)
@click.option(
    "--output", metavar="PATH", type=PLACE, help="Write it to this file, or under its own name into a folder."
)
@click.option("--force", is_flag=True, help="Replace the file at PATH if it is there already.")
@click.option("--verify", is_flag=True, help="Say whether it is still what was imported.")
@json_option
def original_command(path: Path, document: str, output: Path | None, force: bool, verify: bool, as_json: bool) -> None:
    """Give out the file that DOCUMENT was imported from, byte for byte, or verify it by its hash.

    With --verify the text of the document is compared with its hash, too. What is wrong is named, and then the exit
    status is 1.
    """
    if verify == (output is not None):
        raise click.UsageError("Give either --output or --verify.")
    if force and verify:
        raise click.UsageError("--force goes with --output.")
    with closing(read_library(path)) as library:
        found = library.documents.resolve(document)
        if output is None:
            _tell(found, library.originals.check(found.id), as_json=as_json)
        else:
            _export(library, found, output, force=force, as_json=as_json)


def _export(library: Library, document: Document, output: Path, *, force: bool, as_json: bool) -> None:
    written = library.originals.export(document.id, output, force=force)
    if as_json:
        told = {"id": document.id, "name": document.original_name, "sha256": document.original_sha}
        reporting.print_json({**told, "path": str(written)})
    else:
        reporting.print_lines([str(written)])


def _tell(document: Document, check: FileCheck, *, as_json: bool) -> None:
    problems = [str(problem) for problem in check.problems]
    for problem in problems:
        reporting.print_problem(problem)
    if as_json:
        told = {"id": document.id, "name": document.original_name, "sha256": document.original_sha}
        reporting.print_json({**told, "original": check.original, "text": check.text, "problems": problems})
    elif check.original == "none":
        reporting.print_lines([f"{document.title}: not imported from a file"])
    elif not problems:
        reporting.print_lines([f"{document.original_name}: as it was imported"])
    if problems:
        click.get_current_context().exit(1)
