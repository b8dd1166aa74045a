"""The command on a library's templates of exports: those there are listed, and examples put beside them."""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import click

from library import reporting
from library.opening import read_library
from library.parameters import json_option, library_argument
from library.templates.folder import Template, add_examples, folder_of, templates_in


@click.command()
@library_argument
@click.option("--examples", is_flag=True, help="Put the examples, and the page that explains them, into the folder.")
@json_option
def templates(path: Path, examples: bool, as_json: bool) -> None:
    """List the templates in the library's folder “templates”, by which `export --template` writes.

    Each is a text file of Jinja2, such as Notes.md.j2: the suffix before .j2 is that of the file it writes.
    """
    with closing(read_library(path)) as library:
        folder = folder_of(library.path)
    if examples:
        add_examples(folder)
    _print(templates_in(folder), as_json)


def _print(found: Iterable[Template], as_json: bool) -> None:
    if as_json:
        reporting.print_json([{"name": each.name, "suffix": each.suffix, "path": str(each.path)} for each in found])
    else:
        reporting.print_columns((each.name, each.suffix) for each in found)
