"""What the command line takes, and how it says that something is wrong."""

import errno
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from library.errors import LibraryError, NotFound

if TYPE_CHECKING:
    from library.exporters.base import Exporter

_Command = TypeVar("_Command", bound=Callable[..., None])


class Commands(click.Group):
    """Commands that are imported when they are asked for; what the user can act on ends with a message and status 1.

    `places` says of each, in the order in which they are listed, its module and its name there: `module:name`.
    """

    def __init__(self, *arguments: Any, places: Mapping[str, str], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._places = places

    @property
    def names(self) -> list[str]:
        """The names of all commands."""
        return list(self._places)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return self.names

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._places:
            return None
        module, _, name = self._places[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except LibraryError as error:
            raise click.ClickException(str(error)) from error
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # the reader of our output went away, which click passes over
            place = f"{error.filename}: " if error.filename else ""
            raise click.ClickException(f"{place}{error.strerror or error}") from error


class PlainText(click.ParamType[str]):
    """Text from the shell: UTF-8, its line ends as in reading texts."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        text = str(value)
        if any("\ud800" <= character <= "\udfff" for character in text):
            self.fail("This is not valid UTF-8.", param, ctx)
        return text.replace("\r\n", "\n").replace("\r", "\n")


class EncodingName(click.ParamType[str]):
    """The name of a text encoding."""

    name = "encoding"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from library.importers.encodings import known_encoding  # only an import needs the detector's tables

        try:
            return known_encoding(str(value))
        except LibraryError as error:
            return self.fail(str(error), param, ctx)


class FormatName(click.ParamType["Exporter"]):
    """The name of an export format, ours or an installed one."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> "Exporter":
        if not isinstance(value, str):
            return value  # click may convert twice
        from library import exporters  # only an export needs the formats

        try:
            return exporters.get(value)
        except NotFound as error:
            return self.fail(str(error), param, ctx)


TEXT = PlainText()
PLACE = click.Path(readable=False, path_type=Path)
"""A path as it is given: what is wrong with it is found out, and told, by what reads or writes it."""

library_argument = click.argument("path", metavar="LIBRARY", type=PLACE)
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON value.")


def strictness_options(command: _Command) -> _Command:
    """Add the options that say how strictly a query is taken."""
    for add in (
        click.option("--repeated", is_flag=True, help="Count passages that stand twice in a text each time."),
        click.option("--whole-words", is_flag=True, help="Find only whole words."),
        click.option("--case", is_flag=True, help="Let capital and small letters differ."),
        click.option("--exact", is_flag=True, help="Find only what is written as in the query."),
    ):
        command = add(command)
    return command
