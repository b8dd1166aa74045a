"""The application: everything made once and handed on, the window shown first, the library opened after."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from desktop.garbage import spare_frames
from desktop.messages import Messages
from desktop.settings import Settings
from desktop.theme import Themes, shows_chinese
from desktop.translation import Languages, tr, words
from desktop.widgets.icons import application_icon
from desktop.window import MainWindow

if TYPE_CHECKING:
    from library.errors import LibraryError
    from library.links import Link

NO_CHINESE = (
    "No font on this computer can show Chinese: it would appear as empty boxes. "
    "Install one, such as Noto Sans CJK (fonts-noto-cjk), and start again."
)
"""Said in English alone, for no other language of the interface could be read."""


FURNITURE = (
    "library.models", "desktop.stands", "desktop.shelf.panel", "desktop.sidebar.panel", "desktop.codebooking",
    "desktop.memoing", "desktop.exporting", "desktop.importing", "desktop.palette.choosing", "desktop.furnishing",
)  # fmt: skip
"""What the window is furnished from, in pieces that each load quickly."""


class ExceptionHook(QObject):
    """Brings what nobody caught, on whichever thread, to the window instead of the end of the program."""

    _raised = Signal(object)

    def __init__(self, messages: Messages) -> None:
        super().__init__(messages)
        self._raised.connect(messages.failure)

    def install(self) -> None:
        """Take the place of Python's own hooks."""
        sys.excepthook = self._hook
        threading.excepthook = lambda caught: self._hook(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _hook(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error or kind(), trace)
        if not issubclass(kind, KeyboardInterrupt):
            self._raised.emit(error or kind())


def run(arguments: Sequence[str], link: Link | None = None) -> int:
    """Show the window, with the library named in `arguments` or the last one in it, until it is closed.

    A `link` into that library is followed at once.
    """
    app, settings, languages, themes = _application()
    window = MainWindow(settings, themes, languages, bare=True)
    ExceptionHook(window.messages).install()
    window.painted.connect(lambda: begin(window, arguments, link))
    window.show()
    return app.exec()


def tell(error: LibraryError) -> None:
    """Say to somebody who has clicked a link why it cannot be followed, where there is no window to say it in."""
    from PySide6.QtWidgets import QMessageBox

    _app, *_others = _application()
    box = QMessageBox(QMessageBox.Icon.Warning, tr("Zhupi"), words(error))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()


def _application() -> tuple[QApplication, Settings, Languages, Themes]:
    """Return the application as the person prefers it."""
    # asked for here and not by setStyle, which would load all of QStyle into Python before the first paint
    app = QApplication(["zhupi", "-style", "fusion"])
    app.setApplicationName("zhupi")
    app.setDesktopFileName("zhupi")
    app.setWindowIcon(application_icon())
    settings = Settings()
    languages = Languages(app)
    languages.use(settings.language)
    app.setApplicationDisplayName(tr("Zhupi"))
    themes = Themes(settings.theme)
    themes.apply(app)
    return app, settings, languages, themes


def begin(window: MainWindow, arguments: Sequence[str], link: Link | None = None) -> None:
    """Show the text that was last read, now that the window is on the screen; then all the rest."""
    from desktop.firsttext import last_read, show_first
    from desktop.reader.accessible import interface_of

    if not window.isVisible():
        return
    QAccessible.installFactory(interface_of)  # once for the program, before there is a text to ask about
    folder = arguments[0] if arguments else window.settings.last_library
    seen = last_read(Path(folder)) if folder else None
    if seen is None:
        complete(window, arguments, link)
    else:
        show_first(window, seen).painted.connect(lambda: prepare(lambda: complete(window, arguments, link)))


def prepare(then: Callable[[], None], modules: Sequence[str] = FURNITURE) -> None:
    """Load `modules` one after another, with the window free to scroll its text in between; then go on."""
    if not modules:
        then()
        return
    import_module(modules[0])
    QTimer.singleShot(0, lambda: prepare(then, modules[1:]))


def complete(window: MainWindow, arguments: Sequence[str], link: Link | None = None) -> None:
    """Open what there is to open; the window may have been closed again already."""
    spare_frames()
    if not window.isVisible():
        return
    window.furnish()
    if not shows_chinese():
        window.messages.warning(NO_CHINESE)
    if arguments:
        window.following.open(Path(arguments[0]), link)
    elif not window.libraries.open_last():
        window.navigation.begin()
