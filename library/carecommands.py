"""The commands that check a library and copy its database."""

from contextlib import closing
from pathlib import Path

import click

from library import reporting
from library.opening import read_library
from library.parameters import json_option, library_argument


@click.command()
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


@click.command()
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
