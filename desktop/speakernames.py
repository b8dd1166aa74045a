"""The names of all who speak in the library, looked up beside the main thread once they are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections import Counter

    from desktop.session import Session
    from library.changes import Changes

KINDS = ("speaker", "speaker_name", "document")


class SpeakerNames(QObject):
    """Knows the names, those first that are found in most documents."""

    changed = Signal()
    """There are other names, or they are known now."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent or session)
        self._session = session
        self._names: tuple[str, ...] = ()
        self._current = False
        session.changed.connect(self._follow)
        session.closed.connect(self._forget)

    @property
    def names(self) -> tuple[str, ...]:
        """The names as far as they are known: `changed` tells when there are others."""
        if not self._current and self._session.library is not None:
            self._current = True
            self._session.ask(f"speakers {id(self)}", lambda reading: reading.speakers.names(), self._take)
        return self._names

    def _take(self, counts: Counter[str]) -> None:
        self._names = tuple(name for name, _ in counts.most_common())
        self.changed.emit()

    def _follow(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in KINDS):
            self._current = False

    def _forget(self) -> None:
        self._names, self._current = (), False
