"""The three parts of the window side by side: shelf, centre, sidebar; what is folded away, and how wide each is."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QWidget

from desktop.settings import Settings

Side = Literal["shelf", "centre", "sidebar"]
HAIRLINE = 1
ROOMY = 1000
"""Pixels that the centre has at least where two parts can stand beside one another in it and be read."""
NARROWEST = {"shelf": 160, "centre": 440, "sidebar": 240}


class Sides(QObject):
    """A splitter that remembers. `text_only` hides everything but the centre and fills the screen."""

    def __init__(self, window: QMainWindow, settings: Settings, centre: QWidget, top: QWidget, foot: QWidget) -> None:
        """Have room at the sides of `centre`; `top` and `foot` are hidden where only the text is to be seen."""
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._top = top
        self._foot = foot
        self._library_open = False
        self._was_maximized = False
        self._lent = False
        self.text_only = False
        self.splitter = QSplitter(Qt.Orientation.Horizontal, window)
        self.splitter.setHandleWidth(HAIRLINE)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.splitterMoved.connect(self._keep_widths)

        self._parts: dict[Side, QWidget] = {"shelf": _blank("shelf"), "centre": centre, "sidebar": _blank("sidebar")}
        for index, (name, part) in enumerate(self._parts.items()):
            part.setMinimumWidth(NARROWEST[name])
            self.splitter.addWidget(part)
            self.splitter.setStretchFactor(index, 1 if name == "centre" else 0)
        self.splitter.setSizes([settings.shelf_width, window.width(), settings.sidebar_width])

    def fill(self, shelf: QWidget, sidebar: QWidget) -> None:
        """Put shelf and sidebar where room was kept for them."""
        parts: tuple[tuple[Side, QWidget], ...] = (("shelf", shelf), ("sidebar", sidebar))
        for name, part in parts:
            part.setMinimumWidth(NARROWEST[name])
            self.splitter.replaceWidget(self.splitter.indexOf(self._parts[name]), part).deleteLater()
            self._parts[name] = part

    def show(self, *, library_open: bool) -> None:
        """Show what should be seen: without a library nothing stands at the sides and below."""
        self._library_open = library_open
        shown = library_open and not self.text_only
        self._parts["shelf"].setVisible(shown and self._settings.shelf_visible)
        self._parts["sidebar"].setVisible(shown and self._settings.sidebar_visible)
        self._top.setVisible(not self.text_only)
        self._foot.setVisible(shown)

    def toggle(self, side: Side) -> None:
        """Fold a side away, or out again."""
        if self.text_only:
            self.toggle_text_only()
        elif side == "shelf":
            self._lent = False
            self._settings.shelf_visible = not self._settings.shelf_visible
        elif side == "sidebar":
            self._settings.sidebar_visible = not self._settings.sidebar_visible

    def toggle_text_only(self) -> None:
        """Fill the screen with the text alone, or go back to the window as it was."""
        self.text_only = not self.text_only
        if self.text_only:
            self._was_maximized = self._window.isMaximized()
            self._window.showFullScreen()
        elif self._was_maximized:
            self._window.showMaximized()
        else:
            self._window.showNormal()
        self.show(library_open=self._library_open)

    def focus(self, side: Side) -> None:
        """Move the keyboard to a part, folding it out where it is hidden."""
        self.unfold(side)
        self._parts[side].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def unfold(self, side: Side) -> None:
        """Let a part be seen."""
        if not self._parts[side].isVisible():
            self.toggle(side)

    def make_room(self) -> None:
        """Fold the shelf away where the centre is too narrow for two parts beside one another."""
        shelf, centre = self._parts["shelf"], self._parts["centre"]
        if not shelf.isVisible() or centre.width() >= ROOMY:
            return
        focus = QApplication.focusWidget()
        if focus is not None and shelf.isAncestorOf(focus):
            centre.setFocus(Qt.FocusReason.OtherFocusReason)
        self._settings.shelf_visible = False
        self._lent = True

    def take_room_back(self) -> None:
        """Fold the shelf out again that was folded away for more room, unless that was done meanwhile."""
        if self._lent:
            self._settings.shelf_visible = True
        self._lent = False

    def _keep_widths(self) -> None:
        if self._parts["shelf"].isVisible():
            self._settings.shelf_width = self._parts["shelf"].width()
        if self._parts["sidebar"].isVisible():
            self._settings.sidebar_width = self._parts["sidebar"].width()


def _blank(name: str) -> QWidget:
    """Return what keeps the room of a side, in its colours."""
    blank = QWidget()
    blank.setObjectName(name)
    blank.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return blank
