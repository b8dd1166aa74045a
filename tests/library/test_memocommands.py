"""Memos on the command line: written, listed, printed, exported."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from library.commands import commands
from library.library import Library
from tests.library.conftest import Desk


def run(*arguments: object) -> Result:
    return CliRunner().invoke(commands, [str(word) for word in arguments])


def value(*arguments: object) -> object:
    done = run(*arguments, "--json")
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def path(desk: Desk) -> Path:
    desk.mark((0, 3), tags=("规则",))
    desk.mark((12, 17), tags=("规则/先后",))
    desk.library.close()
    return desk.path


def test_a_memo_is_made_written_printed_and_exported(path: Path, tmp_path: Path) -> None:
    assert value("memos", path) == []
    made = value("memo", path, "由来 𠮷", "--write", "先看：", "--tag", "规则")
    assert isinstance(made, dict)
    assert (made["title"], made["excerpts"]) == ("由来 𠮷", 2)
    done = run("memo", path, "由来")
    body = re.sub(r"\^[0-9a-f-]{36}", "^id", done.stdout.partition("---\n\n")[2])
    first = "> 𠮷祥里\n\n^id\n\n#规则 — [[城东简报]] [@chengdong, 段 1]\n"
    second = "> 先把话听完\n\n^id\n\n#规则/先后 — [[城东简报]] [@chengdong, 段 2]\n"
    assert body == f"# 由来 𠮷\n\n先看：\n\n{first}\n{second}"
    target = tmp_path / "memo.md"
    assert run("memo", path, made["id"], "--export", target).stdout == f"{target}: 2 excerpts\n"
    written = target.read_text(encoding="utf-8")
    assert written.count(" [↗](zhupi://") == 2
    assert re.sub(r" \[↗\]\(zhupi://[^)]+\)", "", written) == done.stdout
    assert run("memo", path, "由来", "--export", target).exit_code == 1
    assert run("memo", path, "由来", "--export", target, "--force").exit_code == 0
    assert run("memos", path).stdout == f"{made['id']}\t2\t由来 𠮷\n"


def test_all_that_a_command_adds_is_one_step(path: Path) -> None:
    run("memo", path, "由来", "--write", "一", "--tag", "规则")
    run("memo", path, "由来", "--write", "二")
    assert run("memo", path, "由来").stdout.endswith("段 2]\n\n二\n")
    run("undo", path)
    assert run("memo", path, "由来").stdout.endswith("段 2]\n")
    run("undo", path)
    assert value("memos", path) == []


def test_what_is_not_there_or_not_one_is_refused(path: Path) -> None:
    run("memo", path, "第一章", "--write", "一")
    run("memo", path, "第一节", "--write", "二")
    assert "No memo’s id or title matches “乙”" in run("memo", path, "乙").stderr
    assert "“第一” matches 2 memos: " in run("memo", path, "第一").stderr
    assert "There is no tag “无”" in run("memo", path, "第一章", "--tag", "无").stderr
    assert run("memo", path, "").exit_code == 1


def test_a_highlight_that_is_gone_stays_a_reference(path: Path) -> None:
    run("memo", path, "由来", "--tag", "规则/先后")
    run("undo", path)
    run("redo", path)
    before = value("memo", path, "由来")
    assert isinstance(before, dict)
    library = Library.open(path)
    library.highlights.remove(*(highlight.id for highlight in library.highlights.all()))
    library.close()
    assert run("memo", path, "由来").stdout.endswith(f"# 由来\n\n{before['text'].strip()}\n")
