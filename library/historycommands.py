"""The commands that take steps back, do them again and list them."""

from contextlib import closing
from pathlib import Path

import click

from library import reporting
from library.importlists import drop_undone
from library.opening import read_library, write_library
from library.parameters import json_option, library_argument


@click.command()
@library_argument
@json_option
def undo(path: Path, as_json: bool) -> None:
    """Take back the last step."""
    with closing(write_library(path)) as library:
        step = library.journal.undoable()
        label = str(library.undo().label)
        drop_undone(library)
    _print_step("Undone", step.id if step else None, label, as_json)


@click.command()
@library_argument
@json_option
def redo(path: Path, as_json: bool) -> None:
    """Do the last undone step again."""
    with closing(write_library(path)) as library:
        step = library.journal.redoable()
        label = str(library.redo().label)
    _print_step("Redone", step.id if step else None, label, as_json)


@click.command()
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


def _print_step(done: str, step_id: int | None, label: str, as_json: bool) -> None:
    if as_json:
        reporting.print_json({"id": step_id, "label": label})
    else:
        reporting.print_lines([f"{done}: {label}"])
