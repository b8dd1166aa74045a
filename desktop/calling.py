"""What is opened from outside: handed to the window that has its library open, or else shown in a new one."""

from __future__ import annotations

import os
import sys

from desktop.destinations import destination, find_library
from desktop.doorbell import Call, ring
from desktop.settings import Settings
from library.errors import LibraryError

_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
"""By these a desktop lets a window come to the front that somebody asked for."""


def open_target(target: str, *, clicked: bool = False) -> int:
    """Show the library or the passage that `target` names, and return the exit status.

    What is wrong is said on the standard error stream with 1, and to somebody who has `clicked` a link, in a box.
    """
    try:
        found = destination(target)
        token = next(filter(None, map(os.environ.get, _TOKENS)), "")
        if ring(found.library_id, Call(found.link, token)):
            return 0
        folder = found.folder or find_library(found.library_id, Settings().recent_libraries)
    except LibraryError as error:
        if clicked:
            from desktop.app import tell

            tell(error)
        print(error, file=sys.stderr)  # noqa: T201 - said to who has a terminal
        return 1
    from desktop.app import run

    return run([str(folder)], found.link)
