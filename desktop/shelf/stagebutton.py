"""The button beside the filter of the shelf: a menu of which documents to show by how far they are read."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.itemmodels.stages import stage_title
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.icons import icon
from library.models import STAGES, Stage


class StageButton(QToolButton):
    """`chosen` carries the stage to show, or None for all; the button is on while it narrows."""

    chosen = Signal(object)

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.setCheckable(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        group = QActionGroup(menu)
        for stage in (None, *STAGES):
            action = menu.addAction("")
            action.setCheckable(True)
            action.setChecked(stage is None)
            action.setData(stage)
            action.triggered.connect(lambda _checked=False, stage=stage: self.choose(stage))
            group.addAction(action)
        self.setMenu(menu)
        menu.aboutToHide.connect(self._show_state)
        themes.changed.connect(self._draw)
        self._stage: Stage | None = None
        self._draw()
        self.retranslate()

    def choose(self, stage: Stage | None) -> None:
        """Show the documents at `stage`, or all with None."""
        self._stage = stage
        for action in self.menu().actions():
            action.setChecked(action.data() == stage)
        self._show_state()
        self.chosen.emit(stage)

    def retranslate(self) -> None:
        """Take the words of the language in force."""
        for action in self.menu().actions():
            action.setText(stage_title(action.data()))
        self._show_state()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_state(self) -> None:
        self.setChecked(self._stage is not None)
        title = tr("Filter by reading: {stage}", stage=stage_title(self._stage))
        self.setToolTip(title)
        self.setAccessibleName(title)

    def _draw(self) -> None:
        self.setIcon(icon("funnel-simple", self._themes.current, on="accent"))
