"""What the program is, whose it is, and what it is made with."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.translation import tr
from desktop.widgets.icons import application_icon


class AboutDialog(QDialog):
    """A page to read and close."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Zhupi"))
        seal = QLabel(self)
        seal.setPixmap(application_icon().pixmap(QSize(64, 64), self.devicePixelRatio()))
        name = QLabel(tr("Zhupi"), self)
        name.setFont(theme.reading_font(theme.size("title"), bold=True))
        name.setProperty("role", "accent")
        page = QVBoxLayout(self)
        page.setContentsMargins(48, 32, 48, 24)
        page.setSpacing(10)
        for label in (seal, name, *self._lines()):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
            page.addWidget(label)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        buttons.setCenterButtons(True)
        page.addSpacing(12)
        page.addWidget(buttons)

    def _lines(self) -> list[QLabel]:
        texts = (
            tr("Version {version}", version=_version()),
            tr("Read, mark, and write in the margin."),
            tr("朱批 is the vermilion ink in which a reader of memorials wrote in the margin."),
            tr("MIT licence. Made with Qt {qt} and the Phosphor icons.", qt=qVersion()),
        )
        labels = [QLabel(text, self) for text in texts]
        for label in (labels[0], *labels[2:]):
            label.setProperty("role", "soft")
        return labels


def _version() -> str:
    """Return the version that is installed; a copy that only lies there has none."""
    try:
        return version("zhupi")
    except PackageNotFoundError:
        return "–"
