"""The text that was last read, on the screen before the library is open and the rest of the window is made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.layingout import lay_out
from desktop.layouts import GROUPS_KEY, SHOWN_KEY, decode
from desktop.reader.dress import Dress
from desktop.reader.focusline import HEIGHT
from desktop.reader.pane import ReaderPane
from desktop.reader.style import reader_style
from desktop.widgets.firstpaint import FirstPaint
from library.errors import LibraryError
from library.storage.glimpse import Glimpse, SeenText, glimpse

if TYPE_CHECKING:
    from desktop.settings import Settings
    from desktop.theme import Themes
    from desktop.window import MainWindow


class FirstText(QWidget):
    """Shows a text in a pane that the first group of tabs takes over, as it stands by then."""

    painted = Signal()
    """The text can be read."""

    def __init__(self, seen: SeenText, themes: Themes, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.seen = seen
        self.pane = ReaderPane(reader_style(themes.current, settings), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, HEIGHT, 0, 0)  # where the group has its line of focus
        column.addWidget(self.pane)
        self.setFocusProxy(self.pane)
        FirstPaint(self.pane.viewport()).painted.connect(self.painted)

    def open(self) -> None:
        """Show the text, now that this stands in its place: it is laid out once, at its width."""
        seen = self.seen
        dress = Dress(seen.outline, seen.marks) if seen.outline is not None else None
        self.pane.open_text(seen.text, title=seen.title, format=seen.format, place=seen.place, dress=dress)
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)


def last_read(folder: Path) -> SeenText | None:
    """Return the text that was in view when the library in `folder` was left.

    None where something else was, where two texts stood side by side, and where the library cannot be looked into:
    what is wrong with it is said when it is opened.
    """
    try:
        with glimpse(folder) as library:
            return _last_read(library)
    except LibraryError:
        return None


def _last_read(library: Glimpse) -> SeenText | None:
    kind, _, key = library.state(SHOWN_KEY).partition(":")
    if kind != "document":
        return None
    place: int | None = None
    layout = decode(library.state(GROUPS_KEY))
    if layout is not None and layout.groups:
        group = layout.groups[0]
        if len(layout.groups) > 1 or not 0 <= group.index < len(group.tabs):
            return None
        key, place = group.tabs[group.index]
    if not library.has_document(key):
        return None
    return library.open_text(key, place)


def show_first(window: MainWindow, seen: SeenText) -> FirstText:
    """Show a text that was seen in a library where it will stand once the library is open."""
    lay_out(window)
    window.first_text = first = FirstText(seen, window.themes, window.settings, window.centre)
    window.centre.show_first(first)
    window.sides.show(library_open=True)
    window.tools.show_tools(True)
    first.open()
    return first
