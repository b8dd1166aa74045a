"""A question with one answer that acts and one that does not."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask(
    window: QWidget, text: str, answer: str, action: Callable[[], object], *, more: str = "", risky: bool = False
) -> None:
    """Ask `text`, with `more` below it; `action` is done when the button named `answer` is chosen.

    Enter chooses it, unless it is `risky`: then it leaves all as it is.

    All of it is shown as plain text: names that a person gave may look like markup.
    """
    box = QMessageBox(QMessageBox.Icon.NoIcon, answer, text, parent=window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(more)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    yes = box.addButton(answer, QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(no if risky else yes)
    box.accepted.connect(action)
    box.open()
