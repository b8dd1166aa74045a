"""The parts of the window, with nothing in them yet: the centre between the sides, and the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.centre import Centre
from desktop.sides import Sides
from desktop.widgets.statusline import StatusLine

if TYPE_CHECKING:
    from desktop.window import MainWindow


def lay_out(window: MainWindow) -> None:
    """Keep room for each part in the frame, as large as it was left."""
    window.centre = Centre()
    window.status = StatusLine(window.themes)
    window.sides = Sides(window, window.settings, window.centre, window.tools, window.status)
    window.put_in(window.sides.splitter, window.status)
