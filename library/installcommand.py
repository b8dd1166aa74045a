"""The command that makes the program known to a Linux desktop, and unknown again."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from library import reporting
from library.desktopentry import data_home, install, remove
from library.errors import LibraryError
from library.parameters import PLACE, json_option


@click.command("install-desktop")
@click.option("--remove", "removes", is_flag=True, help="Take away again what this command writes.")
@click.option("--prefix", metavar="PATH", type=PLACE, help="Write below PATH/share, not in your own data folder.")
@json_option
def install_desktop(removes: bool, prefix: Path | None, as_json: bool) -> None:
    """Make Zhupi known to a Linux desktop: its entry, icons, type of file and links (zhupi://).

    The files are written for you alone (into $XDG_DATA_HOME, or ~/.local/share), and each is named.
    """
    if not sys.platform.startswith(("linux", "freebsd", "openbsd", "netbsd")):
        raise LibraryError("install-desktop is for the desktops of Linux. Elsewhere, start links with “zhupi open”.")
    folder = data_home(os.environ) if prefix is None else prefix.absolute() / "share"
    files = remove(folder) if removes else install(program(sys.argv), folder)
    if as_json:
        reporting.print_json({"removed" if removes else "written": [str(file) for file in files]})
    elif files:
        reporting.print_lines(f"{'removed' if removes else 'written'}: {file}" for file in files)
    else:
        reporting.print_lines([f"{folder}: nothing of Zhupi is there"])


def program(arguments: Sequence[str]) -> list[str]:
    """Return what starts the program that is running, from any folder: its script, with Python where that is a file."""
    started = Path(arguments[0]).absolute()
    return [sys.executable, str(started)] if started.suffix == ".py" else [str(started)]
