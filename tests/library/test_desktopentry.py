"""What a Linux desktop is told: valid by its own tools, quoted for any path, and gone again without a trace."""

import shutil
import subprocess
from configparser import ConfigParser
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PySide6.QtGui import QImage

from library.commands import commands
from library.desktopentry import ICON_SIZES, data_home, entry, exec_line, install, mime_package, remove
from library.errors import StorageFailed
from library.installcommand import program
from library.library import Library
from resources import path as resource

HOSTILE = ['/opt/研究 100%/zhu"pi', "a b", "$HOME`x`\\", "%u %%", "quote'", "", "\t\n", "-x;&|<>~*?#()"]


def arguments(line: str) -> list[str]:
    """What a desktop makes of the value of Exec, in the order in which the specification has it."""
    value = line.replace("\\\\", "\0").replace("\\n", "\n").replace("\\t", "\t").replace("\0", "\\")
    found: list[str] = []
    at = 0
    while at < len(value):
        if value[at] == '"':
            made, at = "", at + 1
            while value[at] != '"':
                at += value[at] == "\\"
                made, at = made + value[at], at + 1
            found.append(made.replace("%%", "%"))
        elif value[at] != " ":
            found.append(value[at:])
            break
        at += 1
    return found


@settings(max_examples=30)
@given(st.lists(st.sampled_from(HOSTILE) | st.text("字\"$`\\% '\t\n", max_size=8), max_size=3))
def test_the_command_comes_through_the_quotes_of_the_specification(command: list[str]) -> None:
    assert arguments(exec_line(command)) == [*command, "%u"]


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not installed")
def test_the_entry_is_valid(tmp_path: Path) -> None:
    place = tmp_path / "zhupi.desktop"
    place.write_text(entry(["/opt/研究 100%/python", '/a"b/$x/main.py']), encoding="utf-8")
    done = subprocess.run(["desktop-file-validate", str(place)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_entry_names_its_scheme_its_type_and_its_icon() -> None:
    read = ConfigParser(interpolation=None, delimiters="=")
    read.read_string(entry(["/usr/bin/zhupi"]))
    told = read["Desktop Entry"]
    assert told["Exec"] == '"/usr/bin/zhupi" %u'
    assert told["MimeType"] == "application/x-zhupi-library;x-scheme-handler/zhupi;"
    assert (told["Icon"], told["Name[zh_CN]"]) == ("zhupi", "朱批")


def test_the_type_is_told_by_what_stands_in_a_library(tmp_path: Path) -> None:
    root = etree.fromstring(mime_package().encode())
    Library.create(tmp_path / "库.zhupi").close()
    data = (tmp_path / "库.zhupi" / "library.db").read_bytes()
    matches = list(root.iter("{*}match"))
    assert len(matches) == 2
    for match in matches:
        at = int(match.get("offset") or "")
        value = (match.get("value") or "").encode()
        assert data[at : at + len(value)] == value


def test_what_is_installed_is_removed_and_nothing_else(tmp_path: Path) -> None:
    other = tmp_path / "applications" / "other.desktop"
    other.parent.mkdir()
    other.write_text("[Desktop Entry]\nType=Application\nName=X\nExec=x\n", encoding="utf-8")
    written = install(["/usr/bin/zhupi"], tmp_path)
    assert all(file.is_file() for file in written)
    assert install(["/usr/bin/zhupi"], tmp_path) == written
    assert remove(tmp_path) == written
    left = {file for file in tmp_path.rglob("*") if file.is_file()}
    assert left - {tmp_path / "applications" / "mimeinfo.cache"} == {other}
    assert remove(tmp_path) == []


def test_the_command_says_what_it_did(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "数据 data"))
    done = CliRunner().invoke(commands, ["install-desktop"])
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == 3 + len(ICON_SIZES)
    assert f"written: {tmp_path / '数据 data'}/applications/zhupi.desktop" in done.stdout
    done = CliRunner().invoke(commands, ["install-desktop", "--remove", "--json"])
    assert done.exit_code == 0
    assert done.stdout.startswith('{"removed": [')
    assert not list((tmp_path / "数据 data").iterdir())
    assert "nothing of Zhupi is there" in CliRunner().invoke(commands, ["install-desktop", "--remove"]).stdout
    monkeypatch.setattr("sys.platform", "win32")
    done = CliRunner().invoke(commands, ["install-desktop"])
    assert done.exit_code == 1
    assert "Linux" in done.stderr


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "applications").write_text("", encoding="utf-8")
    with pytest.raises(StorageFailed, match="applications"):
        install(["zhupi"], tmp_path)


def test_a_relative_data_home_does_not_count() -> None:
    assert data_home({"XDG_DATA_HOME": "here"}) == data_home({}) == Path.home() / ".local" / "share"


def test_the_program_is_started_as_it_was() -> None:
    assert program(["/opt/bin/zhupi"]) == ["/opt/bin/zhupi"]
    python, script = program(["main.py"])
    assert Path(python).is_absolute()
    assert script == str(Path("main.py").absolute())


@pytest.mark.parametrize("size", ICON_SIZES)
def test_the_icons_are_there_in_their_sizes(size: int) -> None:
    image = QImage(str(resource(f"icons/application/zhupi-{size}.png")))
    assert (image.width(), image.height(), image.hasAlphaChannel()) == (size, size, True)
    middle = image.pixelColor(size // 10, size // 2)
    assert middle.red() > 150 > middle.green()
