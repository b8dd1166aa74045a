"""What a Linux desktop has to know of the program: its entry, its icons, its type of file and its kind of links."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from library.errors import StorageFailed
from library.links import SCHEME
from resources import path as resource

MIME_TYPE = "application/x-zhupi-library"
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)
_PATIENCE = 30
_QUOTED = str.maketrans({mark: f"\\{mark}" for mark in '"`$\\'})
_TOOLS = (
    ("update-desktop-database", "-q", "applications"),
    ("update-mime-database", "mime"),
    ("gtk-update-icon-cache", "-q", "-t", "-f", "icons/hicolor"),
)
"""What makes a desktop see what was written: the program, its options, and a folder; those that are missing are not
needed there."""

_CACHES = {
    "applications": {"mimeinfo.cache"},
    "icons/hicolor": {"icon-theme.cache"},
    "mime": {
        "aliases", "generic-icons", "globs", "globs2", "icons", "magic", "mime.cache", "subclasses", "treemagic",
        "types", "version", "XMLnamespaces",
    },
}  # fmt: skip
"""What those tools make in each folder."""


def data_home(environment: Mapping[str, str]) -> Path:
    """Return where a person's own entries belong (XDG Base Directory Specification); a relative path does not count."""
    given = Path(environment.get("XDG_DATA_HOME", ""))
    return given if given.is_absolute() else Path.home() / ".local" / "share"


def install(command: Sequence[str], folder: Path) -> list[Path]:
    """Write what a desktop has to know below `folder`, and return the files; `command` starts the program."""
    written: list[Path] = []
    try:
        for name, data in _files(command):
            place = folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
            written.append(place)
    except OSError as error:
        raise StorageFailed(
            "{path} cannot be written: {reason}.", path=error.filename, reason=error.strerror or str(error)
        ) from error
    _tell_desktop(folder)
    return written


def remove(folder: Path) -> list[Path]:
    """Take away what `install` writes below `folder`, with folders that are empty then; return what was there."""
    removed: list[Path] = []
    for name, _ in _files(()):
        place = folder / name
        try:
            place.unlink()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise StorageFailed(
                "{path} cannot be removed: {reason}.", path=place, reason=error.strerror or str(error)
            ) from error
        removed.append(place)
    _tell_desktop(folder)
    _drop_caches(folder)
    for place in (*removed, folder / "mime" / MIME_TYPE):  # the last is the folder of a list
        _prune(place.parent, folder)
    return removed


def entry(command: Sequence[str]) -> str:
    """Return the desktop entry of the program that `command` starts (Desktop Entry Specification)."""
    return "\n".join(
        (
            "[Desktop Entry]",
            "Version=1.1",
            "Type=Application",
            "Name=Zhupi",
            "Name[zh_CN]=朱批",
            "GenericName=Text annotation",
            "GenericName[zh_CN]=文献批注",
            "Comment=Read and annotate texts",
            "Comment[zh_CN]=阅读和批注文献",
            f"Exec={exec_line(command)}",
            "Icon=zhupi",
            "Terminal=false",
            "Categories=Office;",
            "Keywords=annotation;highlight;Chinese;",
            "Keywords[zh_CN]=批注;划线;摘录;",
            f"MimeType={MIME_TYPE};x-scheme-handler/{SCHEME};",
            "StartupNotify=true",
            "StartupWMClass=zhupi",
            "",
        )
    )


def exec_line(command: Sequence[str]) -> str:
    """Return the value of the key Exec: each argument in quotes, and behind them what is to be opened.

    By the specification a quoted argument escapes `"`, `` ` ``, `$` and the backslash, the value of a key then the
    backslash and line ends once more, and a percent sign stands twice.
    """
    quoted = " ".join(f'"{argument.translate(_QUOTED)}"' for argument in command)
    return quoted.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("%", "%%") + " %u"


def mime_package() -> str:
    """Return the type of the file by which a library is known (Shared MIME-info Database 0.21).

    It is told by what stands in it, for other programs have databases of the same name: SQLite keeps in bytes 68 to 71
    the id of the program that a database belongs to.
    """
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{MIME_TYPE}">
    <comment>Zhupi library</comment>
    <comment xml:lang="zh_CN">朱批文献库</comment>
    <icon name="zhupi"/>
    <magic priority="80">
      <match type="string" value="SQLite format 3" offset="0">
        <match type="string" value="ZHUP" offset="68"/>
      </match>
    </magic>
  </mime-type>
</mime-info>
"""


def _files(command: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield each file by its path, with what it holds."""
    yield "applications/zhupi.desktop", entry(command).encode()
    yield "mime/packages/zhupi.xml", mime_package().encode()
    yield "icons/hicolor/scalable/apps/zhupi.svg", resource("icons/zhupi.svg").read_bytes()
    for size in ICON_SIZES:
        data = resource(f"icons/application/zhupi-{size}.png").read_bytes()
        yield f"icons/hicolor/{size}x{size}/apps/zhupi.png", data


def _tell_desktop(folder: Path) -> None:
    """Have the desktop's own lists brought up to date, by the tools that are there."""
    for tool, *options, name in _TOOLS:
        program = shutil.which(tool)
        if program is not None and (folder / name).is_dir():
            with suppress(subprocess.TimeoutExpired):  # what is not told now is seen at the next login
                subprocess.run(
                    [program, *options, os.fspath(folder / name)], capture_output=True, check=False, timeout=_PATIENCE
                )


def _drop_caches(folder: Path) -> None:
    """Take away the lists of which nothing is left that they were made from."""
    for name, caches in _CACHES.items():
        found = [place for place in (folder / name).rglob("*") if place.is_file()]
        if all(place.name in caches for place in found):
            for place in found:
                place.unlink(missing_ok=True)


def _prune(folder: Path, top: Path) -> None:
    """Take away a folder and those above it, up to `top`, as far as they are empty."""
    while folder != top:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
