"""Adding a list of tags on the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from library.commands import commands


@pytest.fixture
def library(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("甲乙丙", encoding="utf-8")
    assert run("import", tmp_path / "研究.zhupi", tmp_path / "a.txt").exit_code == 0
    return tmp_path / "研究.zhupi"


def run(*arguments: object, given: bytes | None = None) -> Result:
    return CliRunner().invoke(commands, [str(argument) for argument in arguments], input=given)


def test_a_list_in_a_file_is_added_and_shown(library: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_bytes("主题\r\n\t协商 😀\r\n\t党建\r\n".encode("gb18030"))
    done = run("tags", library, "--add", listed)
    assert done.exit_code == 0
    assert done.output.split("\n") == ["0\t0\t主题", "0\t0\t主题/协商 😀", "0\t0\t主题/党建", ""]
    assert run("undo", library).output == "Undone: Add 3 tags\n"
    assert run("tags", library).output == ""


def test_the_standard_input_is_added_below_a_tag(library: Path) -> None:
    run("tags", library, "--add", "-", given="主题".encode())
    done = run("tags", library, "--add", "-", "--below", "主题", given="- 𠮷\n  - 民主\n".encode())
    assert done.exit_code == 0
    names = [line.split()[-1] for line in run("tags", library).output.splitlines()]
    assert names == ["主题", "主题/𠮷", "主题/𠮷/民主"]


def test_what_cannot_be_added_is_told(library: Path, tmp_path: Path) -> None:
    assert run("tags", library, "--below", "主题").exit_code == 2
    done = run("tags", library, "--add", "-", "--below", "没有", given="甲".encode())
    assert (done.exit_code, "没有" in done.output) == (1, True)
    assert run("tags", library, "--add", tmp_path / "none.txt").exit_code == 2
    assert run("tags", library).output == ""
