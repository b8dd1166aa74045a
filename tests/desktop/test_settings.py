"""Settings keep their values and types, and say which was altered."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from desktop.settings import RECENT_LIBRARIES, Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def test_values_come_back_with_their_types(qtbot: QtBot, file: Path) -> None:
    settings = Settings(file)
    settings.font_size = 21.5
    settings.measure = 40
    settings.first_line_indent = False
    settings.geometry = b"\x00\xff,;=\n"
    settings.recent_libraries = ("/tmp/𠮷 😀, é.zhupi",)
    settings.language = "zh_CN"
    settings.save()
    again = Settings(file)
    assert (again.font_size, again.measure, again.first_line_indent) == (21.5, 40, False)
    assert again.geometry == b"\x00\xff,;=\n"
    assert again.recent_libraries == ("/tmp/𠮷 😀, é.zhupi",)
    assert again.language == "zh_CN"


def test_a_change_is_announced_once(qtbot: QtBot, file: Path) -> None:
    settings = Settings(file)
    heard: list[str] = []
    settings.changed.connect(heard.append)
    settings.theme = "night"
    settings.theme = "night"
    settings.reset(Settings.theme)
    assert heard == ["theme", "theme"]


def test_values_stay_between_their_limits(qtbot: QtBot, file: Path) -> None:
    settings = Settings(file)
    settings.font_size = 1000
    assert settings.font_size == Settings.font_size.high
    settings.measure = -3
    assert settings.measure == Settings.measure.low
    settings.theme = "no such theme"
    assert settings.theme == "system"


@pytest.mark.parametrize("junk", ["", "abc", "[1, 2", "@Invalid()", "nan"])
def test_junk_in_the_file_counts_as_the_default(qtbot: QtBot, file: Path, junk: str) -> None:
    raw = QSettings(str(file), QSettings.Format.IniFormat)
    for name in ("font_size", "measure", "popup", "theme", "geometry"):
        raw.setValue(name, junk)
    raw.sync()
    settings = Settings(file)
    assert (settings.font_size, settings.measure, settings.popup) == (19.0, 30, True)
    assert (settings.theme, settings.geometry) == ("system", b"")


def test_recent_libraries_are_the_latest_ones_first(qtbot: QtBot, file: Path) -> None:
    settings = Settings(file)
    for number in range(RECENT_LIBRARIES + 2):
        settings.remember_library(f"/{number}")
    settings.remember_library("/5")
    assert settings.recent_libraries[:2] == ("/5", "/9")
    assert len(settings.recent_libraries) == RECENT_LIBRARIES
    settings.forget_library("/5")
    assert (settings.last_library, settings.recent_libraries[0]) == ("", "/9")
