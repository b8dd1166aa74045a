"""The one entry: without an argument or with a library's path the window, otherwise the command line."""

import gc
import os
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with `arguments` (those of the process) and return its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if is_clicked(given):
        return _open(given[0], clicked=True)
    if opens_window(given):
        gc.disable()  # what is loaded at the start stays: to look for garbage in it would take a tenth of the time
        from desktop.app import run

        return run(given)
    from library.commands import commands

    # click ends the process itself, with the command's status
    commands.main(given, prog_name="zhupi", obj=_open)
    return 0


def is_clicked(arguments: Sequence[str]) -> bool:
    """Say whether these arguments are those of a click outside: a link, or the file by which a library is known."""
    name = arguments[0] if len(arguments) == 1 else ""
    return name.lower().startswith(("zhupi:", "file:")) or os.path.basename(name) == "library.db"


def _open(target: str, *, clicked: bool = False) -> int:
    gc.disable()  # as above
    from desktop.calling import open_target

    return open_target(target, clicked=clicked)


def opens_window(arguments: Sequence[str]) -> bool:
    """Say whether these arguments ask for the window: there is none, or one that can only be a library's path."""
    if not arguments:
        return True
    if len(arguments) > 1 or arguments[0].startswith("-"):
        return False
    name = arguments[0]
    if name.endswith(".zhupi") or any(separator in name for separator in {os.sep, "/"}):
        return True
    return os.path.isdir(name) and not _is_command(name)


def _is_command(name: str) -> bool:
    # Only a folder with a plain name can be mistaken for a command: no other start of the window pays for this import.
    from library.commands import commands

    return name in commands.names


if __name__ == "__main__":
    sys.exit(main())
