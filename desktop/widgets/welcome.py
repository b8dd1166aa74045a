"""What is shown while no library is open: the ways to begin."""

from collections.abc import Sequence
from os.path import isdir
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.icons import application_icon, pixmap

WIDTH = 440
RECENT = 4


class Choice(QPushButton):
    """A large button: an icon, what it does, and a line about it."""

    def __init__(self, icon_name: str, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._themes = themes
        self._sign, self._title, self._about = QLabel(self), QLabel(self), QLabel(self)
        self.setProperty("role", "choice")
        self._about.setProperty("role", "small")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        for label in (self._sign, self._title, self._about):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        grid = QGridLayout(self)
        grid.setContentsMargins(18, 10, 18, 10)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._sign, 0, 0, 2, 1)
        grid.addWidget(self._title, 0, 1, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self._about, 1, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)
        themes.changed.connect(self._draw)
        self._draw()

    def set_texts(self, title: str, about: str) -> None:
        """Say what the button does."""
        self._title.setText(title)
        self._about.setText(about)
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _draw(self) -> None:
        font = self._themes.current.interface_font()
        font.setWeight(font.Weight.DemiBold)
        self._title.setFont(font)
        self._sign.setPixmap(pixmap(self._icon_name, self._themes.current, "accent", size=22))


class Welcome(QFrame):
    """The first page: the sample library, a new one, one that is there, or files dropped anywhere."""

    sample_wanted = Signal()
    new_wanted = Signal()
    open_wanted = Signal()
    recent_wanted = Signal(str)

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self._themes = themes
        self._seal, self._name, self._motto, self._drop, self._recent_title = (QLabel(self) for _ in range(5))
        self.missing = QLabel(self)
        self._missing_path = ""
        self._sample = Choice("book-open", themes, self)
        self._new = Choice("folder-plus", themes, self)
        self._open = Choice("folder-open", themes, self)
        self._sample.clicked.connect(self.sample_wanted)
        self._new.clicked.connect(self.new_wanted)
        self._open.clicked.connect(self.open_wanted)
        self._recent = QHBoxLayout()
        self._recent.setSpacing(4)
        self.setFocusProxy(self._sample)
        self._build()
        self.retranslate()

    def show_recent(self, paths: Sequence[str], last: str) -> None:
        """Offer the libraries at `paths`, the latest first; say so where `last`, open the last time, is not there.

        One that is not there may come back with its disk: it is shown, and cannot be pressed.
        """
        self._missing_path = "" if isdir(last) else last
        self._tell_missing()
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for path in paths[:RECENT]:
            button = QPushButton(Path(path).stem.replace("&", "&&"), self)
            button.setProperty("role", "link")
            button.setEnabled(isdir(path))
            where = path if button.isEnabled() else tr("Not found: {path}", path=path)
            button.setToolTip(where.replace("&", "&amp;").replace("<", "&lt;"))
            button.clicked.connect(lambda _=False, path=path: self.recent_wanted.emit(path))
            self._recent.addWidget(button)
        self._recent.addStretch(1)
        self._recent_title.setVisible(bool(paths))

    def retranslate(self) -> None:
        theme = self._themes.current
        self._name.setText(tr("Zhupi"))
        self._name.setFont(theme.reading_font(theme.size("title"), bold=True))
        self._motto.setText(tr("Read, mark, and write in the margin."))
        self._sample.set_texts(tr("Open the sample library"), tr("A few texts to try everything on"))
        self._new.set_texts(tr("Make a library"), tr("A folder that holds your texts, marks and notes"))
        self._open.set_texts(tr("Open a library"), tr("One that is on this computer already"))
        self._drop.setText(
            tr("Or drop files of any kind anywhere in this window: texts, Word, PDF, web pages, e-books.")
        )
        self._recent_title.setText(tr("Lately"))
        self._tell_missing()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _tell_missing(self) -> None:
        path = Path(self._missing_path)
        self.missing.setText(
            tr(
                "The library “{name}” is not in {folder} any more. Open it from where it is now.",
                name=path.name,
                folder=path.parent,
            )
        )
        self.missing.setMinimumHeight(self.missing.heightForWidth(WIDTH) + 8)
        self.missing.setVisible(bool(self._missing_path))

    def _build(self) -> None:
        self._seal.setPixmap(application_icon().pixmap(QSize(56, 56), self.devicePixelRatio()))
        self._name.setProperty("role", "accent")
        for label in (self._motto, self._drop, self._recent_title):
            label.setProperty("role", "soft")
        for label in (self._seal, self._name, self._motto, self._drop):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.missing.setTextFormat(Qt.TextFormat.PlainText)
        self.missing.setProperty("role", "error")
        self.missing.setWordWrap(True)
        self.missing.setFixedWidth(WIDTH)
        self.missing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        page = QVBoxLayout()
        page.setSpacing(8)
        page.addStretch(3)
        for label, gap in ((self._seal, 10), (self._name, 0), (self._motto, 22)):
            page.addWidget(label)
            page.addSpacing(gap)
        page.addWidget(self.missing, 0, Qt.AlignmentFlag.AlignHCenter)
        for choice in (self._sample, self._new, self._open):
            choice.setFixedWidth(WIDTH)
            page.addWidget(choice, 0, Qt.AlignmentFlag.AlignHCenter)
        page.addSpacing(14)
        page.addWidget(self._drop)
        recent = QHBoxLayout()
        recent.addStretch(1)
        recent.addWidget(self._recent_title)
        recent.addLayout(self._recent)
        recent.addStretch(1)
        page.addSpacing(4)
        page.addLayout(recent)
        page.addStretch(4)
        self.setLayout(page)
