"""The one place that tells the user something; whoever shows it listens here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from desktop.translation import words
from library.errors import LibraryError

Level = Literal["information", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to say: `text` is already in the user's language; `action` is what a button beside it does."""

    level: Level
    text: str
    action_text: str = ""
    action: Callable[[], object] | None = None


class Messages(QObject):
    """Carries messages from where they arise to the window. Call it on the main thread."""

    said = Signal(object)
    withdrawn = Signal(object)
    """Carries a `Message` that is no longer so."""
    crashed = Signal(object)

    def info(self, text: str) -> None:
        """Say something in passing."""
        self.said.emit(Message("information", text))

    def warning(self, text: str) -> None:
        """Say what the user should know before going on."""
        self.said.emit(Message("warning", text))

    def error(self, text: str) -> None:
        """Say what did not work and what to do next."""
        self.said.emit(Message("error", text))

    def notice(self, text: str, action_text: str, action: Callable[[], object]) -> Message:
        """Say what was done, with one button, such as Undo; return what can be withdrawn."""
        message = Message("information", text, action_text, action)
        self.said.emit(message)
        return message

    def withdraw(self, message: Message) -> None:
        """Let a message go that is no longer so, if it is still shown."""
        self.withdrawn.emit(message)

    def failure(self, error: BaseException) -> None:
        """Say what a LibraryError says; anything else is a bug and goes to the error dialog."""
        if isinstance(error, LibraryError):
            self.error(words(error))
        else:
            self.crashed.emit(error)
