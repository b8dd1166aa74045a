"""Where an export goes: a name that every system takes, the folder offered, the format that its ending says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from library.exporters.base import Exporter

_NOT_IN_NAMES = '/\\:*?"<>|\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\x7f'
"""What some system takes for a part of a path, or shows the name in another order for."""
_DEVICES = frozenset(["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))])
_LONGEST_NAME = 120


def file_name(title: str) -> str:
    """Return a title as a file's name that every system takes, `export` where nothing of it can stand there."""
    plain = "".join("_" if character in _NOT_IN_NAMES or ord(character) < 32 else character for character in title)
    kept = plain.strip(" .").encode(errors="ignore")[:_LONGEST_NAME].decode(errors="ignore").strip(" .")
    return f"_{kept}" if kept.partition(".")[0].casefold() in _DEVICES else kept or "export"


def meant(chosen: Path, exporter: Exporter, formats: Iterable[Exporter]) -> tuple[Path, Exporter]:
    """Return the file that a name stands for, and the format it is to be written in.

    The ending of another format is taken for that format; a name without the ending of any gets that of `exporter`.
    """
    name = chosen.name.casefold()
    if name.endswith(exporter.suffix):
        return chosen, exporter
    other = next((each for each in formats if name.endswith(each.suffix)), None)
    return (chosen.with_name(chosen.name + exporter.suffix), exporter) if other is None else (chosen, other)


def ask_target(parent: QWidget, kind: str, offered: Path, then: Callable[[Path], None]) -> None:
    """Ask for the file to write, `offered` first; `kind` is the format in words, with its pattern."""
    chooser = QFileDialog(parent, tr("Export highlights"), str(offered.parent))
    chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    chooser.setDefaultSuffix(offered.suffix.removeprefix("."))
    chooser.setNameFilter(kind)
    chooser.selectFile(offered.name)
    chooser.fileSelected.connect(lambda name: then(Path(name)))
    chooser.open()


def documents_folder() -> str:
    """Return the folder in which the system has a person's documents."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def open_folder(folder: Path) -> None:
    """Show a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
