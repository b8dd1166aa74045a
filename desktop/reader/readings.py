"""The readings of characters: loaded in the background when first asked for, for that takes some tenths of a second."""

from __future__ import annotations

from functools import cache
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from library.chinese.corrections import Corrections

_LOOK_MS = 15


class Readings(QObject):
    """Knows how characters are read, once it is `ready`."""

    loaded = Signal()
    """From now on readings are known at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ready = False
        self.corrections: Corrections | None = None
        self._thread: Thread | None = None
        # The thread tells nobody: whoever waits may be gone before it has finished.
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._see)

    def prepare(self) -> None:
        """Load what is needed, unless it is there or on its way; `loaded` follows, at once where it was there."""
        if not self.ready and _load.cache_info().currsize:
            self._become_ready()
        elif self._thread is None and not self.ready:
            self._thread = Thread(target=_load, daemon=True)
            self._thread.start()
            self._look.start()

    def of(self, text: str, *, rare_only: bool = False) -> list[str]:
        """Return the reading of each code point of `text`, empty where there is none or only rare ones are wanted."""
        from library.chinese.pinyin import readings
        from library.chinese.rarity import is_rare

        if rare_only and not any(map(is_rare, text)):
            return [""] * len(text)
        found = readings(text, corrections=self.corrections)
        return [reading if is_rare(text[at]) else "" for at, reading in enumerate(found)] if rare_only else found

    def _see(self) -> None:
        if self._thread is not None and not self._thread.is_alive():
            self._look.stop()
            self._become_ready()

    def _become_ready(self) -> None:
        self.ready = True
        self.loaded.emit()


@cache
def _load() -> None:
    """Import the words, the dictionary and the lists of characters, all of which readings go through."""
    from library.chinese.pinyin import readings
    from library.chinese.rarity import is_rare

    readings("重慶")
    is_rare("龘")
