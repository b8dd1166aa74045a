"""What can be done with templates, beside the formats of an export."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.icons import icon


class TemplatesButton(QToolButton):
    """A button with a menu. `wanted` carries what was chosen: `folder`, `examples` or `guide`."""

    wanted = Signal(str)

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self._folder, self._examples, self._guide = (menu.addAction("") for _ in range(3))
        self._folder.triggered.connect(lambda: self.wanted.emit("folder"))
        self._examples.triggered.connect(lambda: self.wanted.emit("examples"))
        self._guide.triggered.connect(lambda: self.wanted.emit("guide"))
        self.setMenu(menu)
        themes.changed.connect(self._draw)
        self._draw()
        self.retranslate()

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        self.setToolTip(tr("Templates"))
        self.setAccessibleName(tr("Templates"))
        self._folder.setText(tr("Open the folder of templates"))
        self._examples.setText(tr("Add the examples"))
        self._guide.setText(tr("How templates are written"))

    def _draw(self) -> None:
        self.setIcon(icon("dots-three", self._themes.current, color="ink"))
