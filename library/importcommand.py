"""The command that brings files into a library."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import click

from library import reporting
from library.importers.base import ImportOptions
from library.importlists import unfinished
from library.library import Library
from library.mending import RepairChoice
from library.opening import write_library
from library.outcomes import ImportResult, together
from library.parameters import PLACE, TEXT, EncodingName, json_option, library_argument


@click.command("import")
@library_argument
@click.argument("sources", metavar="PATH...", nargs=-1, type=PLACE)
@click.option("--collection", metavar="NAME", type=TEXT, help="Put the documents into this collection.")
@click.option("--encoding", metavar="ENC", type=EncodingName(), help="Read the files as this encoding, do not guess.")
@click.option("--repair", is_flag=True, help="Mend the texts: see “inspect”. The originals are kept as they are.")
@click.option("--whole-page", is_flag=True, help="Take all of a web page, not only what reads as its article.")
@click.option("--ocr", is_flag=True, help="Read pages that are pictures, by tesseract, which has to be installed.")
@click.option("--ocr-languages", metavar="LANG", type=TEXT, help="Languages for --ocr: chi_sim+eng, for instance.")
@click.option("--resume", "go_on", is_flag=True, help="Go on with imports that were interrupted, as they were begun.")
@json_option
def import_command(
    path: Path,
    sources: Sequence[Path],
    collection: str | None,
    encoding: str | None,
    repair: bool,
    whole_page: bool,
    ocr: bool,
    ocr_languages: str | None,
    go_on: bool,
    as_json: bool,
) -> None:
    """Import files and folders into a library.

    The library is made if it is not there. Folders are read with all below them; links are not followed. A text that
    the library has already is not imported again. A file that cannot be read never stops the others: it is named with
    the reason, and the exit status is 1. Date, issuer and number are filled from what the texts say of themselves. All
    of it is one step, which `undo` takes back.
    """
    if go_on == bool(sources):
        raise click.UsageError("Give either the files and folders to import, or --resume.")
    if go_on:
        result = _resume(path)
    else:
        options = ImportOptions(
            encoding,
            collection,
            repair=RepairChoice() if repair else None,
            whole_page=whole_page,
            ocr=ocr_languages or ("" if ocr else None),
        )
        result = _import(path, sources, options)
    _tell(result)
    if as_json:
        reporting.print_json(reporting.import_value(result))
    else:
        reporting.print_lines(reporting.import_lines(result))
    if result.refused:
        click.get_current_context().exit(1)


def _import(path: Path, sources: Sequence[Path], options: ImportOptions) -> ImportResult:
    from library.intake import import_paths

    library = write_library(path) if (path / "library.db").is_file() else Library.create(path)
    with closing(library):
        progress = reporting.terminal_progress()
        return import_paths(sources, library.texts, lambda verb: verb(library), options, progress)


def _resume(path: Path) -> ImportResult:
    """Go on with all imports that were interrupted; there may be none."""
    from library.intake import resume

    with closing(write_library(path)) as library:
        progress = reporting.terminal_progress()
        works = unfinished(library.texts.imports_path)
        return together([resume(work, library.texts, lambda verb: verb(library), progress) for work in works])


def _tell(result: ImportResult) -> None:
    """Say on the standard error stream what did not go well."""
    for problem in result.problems:
        reporting.print_problem(str(problem))
    for refused in result.refused:
        reporting.print_problem(f"{refused.path}: {refused.reason}")
    for item in result.imported:
        if not item.length:
            reporting.print_problem(f"{item.path}: the file is empty; it was imported as an empty document")
        for remark in item.remarks:
            reporting.print_problem(f"{item.path}: {remark}")
