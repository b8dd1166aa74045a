"""Links between highlights in the window: made, followed both ways, and taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.takingback import TakingBack
from desktop.translation import tr

if TYPE_CHECKING:
    from desktop.messages import Messages
    from desktop.session import Session
    from desktop.theme import Themes
    from desktop.widgets.linkpicker import LinkPicker


class Linking(QObject):
    """Asks where a highlight is to lead, and writes what was chosen."""

    followed = Signal(str, str)
    """Carries the kind and the id of what a link leads to."""

    def __init__(self, window: QWidget, session: Session, messages: Messages, themes: Themes) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._themes = themes
        self._taking_back = TakingBack(session, messages)
        self._left: QWidget | None = None
        self.picker: LinkPicker | None = None

    def ask(self, highlight_id: str, anchor: QRect) -> None:
        """Show the links of a highlight, and what it can be linked with; it stands at `anchor` on the screen."""
        if self._session.library is None:
            return
        self._left = self._window.focusWidget()
        if self.picker is None:
            from desktop.widgets.linkpicker import LinkPicker  # once it is wanted

            self.picker = LinkPicker(self._session, self._themes, self._window)
            self.picker.followed.connect(self.followed)
            self.picker.link_wanted.connect(self._add)
            self.picker.removal_wanted.connect(self._remove)
            self.picker.closed.connect(self._return)
        self.picker.open_for(highlight_id, anchor)

    def _add(self, source_id: str, target_id: str) -> None:
        self._taking_back.write(lambda library: library.links.add(source_id, target_id), tr("Highlights linked"))

    def _remove(self, link_id: str) -> None:
        self._taking_back.write(lambda library: library.links.remove(link_id), tr("Link removed"))

    def _return(self) -> None:
        if self._left is not None and self._left.isVisible():
            self._left.setFocus(Qt.FocusReason.OtherFocusReason)
