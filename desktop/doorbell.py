"""How a window that has a library open is told what to show: a socket in the person's own folder, no network."""

from __future__ import annotations

import getpass
import json
import os
import socket
import stat
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtCore import QObject, Signal

from library.errors import InvalidLink
from library.links import Link, parse

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_SECONDS = 4.0
"""How long an answer is waited for."""
_ANSWER = b"+\n"
_LONGEST = 4096
"""Bytes of a call; what is longer is none."""


@dataclass(frozen=True, slots=True)
class Call:
    """What a window is to show: a passage, or with None only itself; by the `token` it may come to the front."""

    link: Link | None = None
    token: str = ""


def ring(library_id: str, call: Call) -> bool:
    """Tell the window that has a library open what to show; False where there is none, or it does not answer."""
    told = {"link": call.link.address if call.link is not None else "", "token": call.token}
    try:
        with _connected(_name(library_id)) as line:
            line.write(json.dumps(told).encode() + b"\n")
            line.flush()
            return line.readline(_LONGEST) == _ANSWER
    except OSError:
        return False


class Doorbell(QObject):
    """Listens for a library, unless another window does so already."""

    rung = Signal(object)
    """Carries the `Call`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server: QLocalServer | None = None

    def listen(self, library_id: str) -> bool:
        """Listen for a library from now on, and for no other; False where that cannot be."""
        self.stop()
        try:
            name = _name(library_id)
        except OSError:  # there is no folder for it: then links open windows of their own
            return False
        if _answers(name):
            return False
        from PySide6.QtNetwork import QLocalServer  # once a library is open, long after the first paint

        self._server = QLocalServer(self)
        if sys.platform == "win32":
            self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        else:
            QLocalServer.removeServer(name)  # what a process left behind that was killed
        self._server.newConnection.connect(self._greet)
        return self._server.listen(name)

    def stop(self) -> None:
        """Listen no more."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None

    def _greet(self) -> None:
        line = self._server.nextPendingConnection() if self._server is not None else None
        if line is None:
            return
        line.setReadBufferSize(_LONGEST)
        line.disconnected.connect(line.deleteLater)
        line.readyRead.connect(lambda: self._hear(line))
        self._hear(line)

    def _hear(self, line: QLocalSocket) -> None:
        if not line.canReadLine():
            if line.bytesAvailable() >= _LONGEST:
                line.abort()
            return
        call = _read(bytes(line.readLine().data()))
        if call is None:
            line.abort()
            return
        line.write(_ANSWER)
        line.flush()  # now: what is called for may take a while
        line.disconnectFromServer()
        self.rung.emit(call)


def _read(told: bytes) -> Call | None:
    """Return what was called, or None where it is nothing that another start of the program says."""
    try:
        value = json.loads(told)
        link, token = str(value["link"]), str(value["token"])
        return Call(parse(link) if link else None, token)
    except (ValueError, KeyError, TypeError, InvalidLink):
        return None


def _name(library_id: str) -> str:
    """Return what the socket of a library is called: a path, or on Windows the name of a pipe."""
    name = f"zhupi-{library_id.replace('-', '')[-16:]}"  # what is random of it: a path must be short here
    return rf"\\.\pipe\{name}-{getpass.getuser()}" if sys.platform == "win32" else str(_folder() / name)


def _folder() -> Path:
    """Return the folder in which nobody else may write: the session's own, or one made for it."""
    given = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    if given.is_absolute() and _is_private(given):
        return given
    made = Path(tempfile.gettempdir()) / f"zhupi-{os.getuid()}"
    with suppress(FileExistsError):
        made.mkdir(mode=0o700)
    if not _is_private(made):
        raise PermissionError(f"{made} belongs to somebody else")
    return made


def _is_private(folder: Path) -> bool:
    try:
        there = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(there.st_mode) and there.st_uid == os.getuid() and not there.st_mode & 0o077


def _answers(name: str) -> bool:
    try:
        _connected(name).close()
    except OSError:
        return False
    return True


def _connected(name: str) -> BinaryIO:
    if sys.platform == "win32":
        return open(name, "r+b", buffering=0)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(_SECONDS)
        line.connect(name)
        return line.makefile("rwb")
