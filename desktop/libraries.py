"""Opening, making and closing libraries from the window, and the sample library."""

from __future__ import annotations

from collections.abc import Callable
from os.path import isdir
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desktop.destinations import SUFFIX
from desktop.messages import Messages
from desktop.session import Session
from desktop.settings import Settings
from desktop.translation import tr, words
from desktop.widgets.question import ask
from library.errors import LibraryBusy, LibraryError, ReadOnly
from resources import path as resource

SAMPLE_TEXTS = (".txt", ".md")


class Libraries(QObject):
    """Asks which library, hands it to the session, and remembers it.

    `sample_made` carries the paths of the sample texts, to be imported into the library that was just made for them.
    """

    sample_made = Signal(list)

    def __init__(self, window: QWidget, session: Session, settings: Settings, messages: Messages) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._messages = messages
        self._then: Callable[[], None] | None = None
        session.opened.connect(self._opened)
        session.refused.connect(self._refused)

    def ask_new(self, then: Callable[[], None] | None = None) -> None:
        """Ask where to make a library, and make it; `then` is called once it is open."""
        folder = documents_folder() if documents_folder().is_dir() else Path.home()
        start = folder / (tr("My library") + SUFFIX)
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, tr("Make a library"), str(start), tr("Libraries ({pattern})", pattern=f"*{SUFFIX}")
        )
        if not chosen:
            return
        if not Path(chosen).name.removesuffix(SUFFIX).strip(". "):
            self._messages.warning(tr("A library needs a name before “{suffix}”. Choose one.", suffix=SUFFIX))
            return
        self._then = then
        self._session.create(with_suffix(Path(chosen)))

    def ask_open(self) -> None:
        """Ask for the folder of a library, and open it."""
        start = self._settings.last_folder or str(documents_folder())
        chosen = QFileDialog.getExistingDirectory(self._window, tr("Open a library"), start)
        if chosen:
            self._settings.last_folder = str(Path(chosen).parent)
            self.open(Path(chosen))

    def open(self, path: Path) -> None:
        """Open the library at `path`."""
        self._then = None
        self._session.open(path)

    def open_last(self) -> bool:
        """Open the library that was open last time; False if there was none or it is not there, but may come back."""
        path = self._settings.last_library
        if not isdir(path):
            return False
        self.open(Path(path))
        return True

    def open_sample(self) -> None:
        """Open the sample library in the person's documents folder, making it where it is not there."""
        path = documents_folder() / (tr("Zhupi sample") + SUFFIX)
        if path.is_dir() and any(path.iterdir()):
            self.open(path)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        self._then = lambda: self.sample_made.emit(sample_texts())
        self._session.create(path)

    def close(self) -> None:
        """Close the library; the next start begins with the welcome page."""
        self._settings.last_library = ""
        self._session.close()

    def fill_recent(self, menu: QMenu) -> None:
        """Write the libraries opened lately into a menu."""
        menu.clear()
        for path in self._settings.recent_libraries:
            there = isdir(path)
            shown = path if there else tr("{path} (not found)", path=path)
            action = menu.addAction(shown.replace("&", "&&"))
            action.setEnabled(there)
            action.triggered.connect(lambda _=False, path=path: self.open(Path(path)))
        if not self._settings.recent_libraries:
            menu.addAction(tr("None yet")).setEnabled(False)

    def _opened(self) -> None:
        library = self._session.library
        if library is not None:
            self._settings.remember_library(str(library.path))
        then, self._then = self._then, None
        if then is not None:
            then()

    def _refused(self, path: Path, error: LibraryError) -> None:
        """Offer to read what cannot be written now; say anything else, and forget a folder that holds no library.

        One that is not there stays among the recent ones: it may be on a disk that is away, and links into it are
        looked for beside it.
        """
        self._then = None
        if isinstance(error, LibraryBusy | ReadOnly):
            more = tr("You can read it meanwhile, and what is written there appears here.")
            if isinstance(error, ReadOnly):
                more = tr("You can read it as it is. To mark in it, copy its folder and open the copy.")
            reading = tr("Open for reading")
            ask(self._window, words(error), reading, lambda: self._session.open(path, write=False), more=more)
            return
        if isdir(path):
            self._settings.forget_library(str(path))
        self._messages.failure(error)


def documents_folder() -> Path:
    """Return the person's documents folder."""
    from platformdirs import user_documents_path  # only once it is wanted, after the first paint

    return user_documents_path()


def sample_texts() -> list[Path]:
    """Return the texts of the sample library."""
    return sorted(file for file in resource("sample").iterdir() if file.suffix in SAMPLE_TEXTS)


def with_suffix(path: Path) -> Path:
    """Return `path` with the suffix by which a library is known."""
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
