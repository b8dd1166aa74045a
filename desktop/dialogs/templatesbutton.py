"""What can be done with templates, beside the formats of an export."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop.translation import tr


class TemplatesButton(QPushButton):
    """A button with a menu. `wanted` carries what was chosen: `folder`, `examples` or `guide`."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        menu = QMenu(self)
        self._folder, self._examples, self._guide = (menu.addAction("") for _ in range(3))
        self._folder.triggered.connect(lambda: self.wanted.emit("folder"))
        self._examples.triggered.connect(lambda: self.wanted.emit("examples"))
        self._guide.triggered.connect(lambda: self.wanted.emit("guide"))
        self.setMenu(menu)
        self.retranslate()

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        self.setText("…")
        self.setToolTip(tr("Templates"))
        self.setAccessibleName(tr("Templates"))
        self._folder.setText(tr("Open the folder of templates"))
        self._examples.setText(tr("Add the examples"))
        self._guide.setText(tr("How templates are written"))
