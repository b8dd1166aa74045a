"""The real window on settings and a library of its own, for tests of the frame."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.messages import Message
from desktop.settings import Settings
from desktop.theme import Themes
from desktop.translation import ENGLISH, Languages
from desktop.window import MainWindow
from library.library import Library
from library.models import Document, Draft, PreparedDraft
from library.outlines import keep_outline

T = TypeVar("T")


class Desk:
    """A window that is shown, in English and on paper."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.path = folder / "研究 😀.zhupi"
        self.settings_file = folder / "settings.ini"
        self.said: list[Message] = []
        self.window = self.start()

    def start(self) -> MainWindow:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        settings = Settings(self.settings_file)
        if settings.language == "system":
            settings.language, settings.theme = ENGLISH, "paper"
        self._languages = Languages(app)
        self._languages.use(settings.language)
        themes = Themes(settings.theme)
        themes.apply(app)
        window = MainWindow(settings, themes, self._languages)
        window.messages.said.connect(self.said.append)
        self.qtbot.addWidget(window)
        window.resize(1440, 900)
        with self.qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    def close(self) -> None:
        self.window.close()
        self._languages.use(ENGLISH)

    def restart(self) -> None:
        self.window.close()
        self.window = self.start()

    @property
    def library(self) -> Library:
        library = self.window.session.library
        assert library is not None
        return library

    @property
    def texts(self) -> list[str]:
        return [message.text for message in self.said]

    def open(self, *, make: bool = False, write: bool = True) -> None:
        session = self.window.session
        with self.qtbot.waitSignal(session.opened):
            session.create(self.path) if make else session.open(self.path, write=write)

    def write(self, verb: Callable[[Library], T]) -> T:
        """Run a verb on the writer and return its result once its changes are delivered."""
        found: list[T] = []
        self.window.session.write(verb, found.append)
        self.window.session.flush()
        return found[0]

    def add(self, text: str, title: str) -> Document:
        def verb(library: Library) -> Document:
            sha = library.texts.add_text(text)
            keep_outline(library.texts, sha, text)  # as an import does
            draft = PreparedDraft(Draft(text, title, "text"), sha, "", "", "")
            return library.documents.add_drafts([draft])[0][0]

        return self.write(verb)

    def read(self, document: Document) -> None:
        self.window.navigation.open_document(document.id)
        self.settle(lambda: self.window.pane.flow is not None)

    def trigger(self, action_id: str) -> None:
        """Choose an action from its menu, which looks first what can be done."""
        self.window.menus.refresh()
        assert self.window.menus[action_id].isEnabled()
        self.window.menus[action_id].trigger()

    def settle(self, until: Callable[[], object]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(lambda: bool(until()))
