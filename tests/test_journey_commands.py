"""The whole job once through on the command line, each step in a process of its own, on the sample texts."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from resources import path
from tests.source import ROOT

TEXTS = len(list(path("sample").iterdir()))


class Terminal:
    """Runs commands in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *arguments: str, status: int = 0) -> str:
        """Run one command, which must end with `status`; return what it printed, or of what it complained."""
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *arguments],
            cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == status, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        if status:
            assert done.stderr.strip()
        return done.stderr if status else done.stdout

    def json(self, *arguments: str) -> Any:
        return json.loads(self.run(*arguments, "--json"))


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


def test_the_whole_job(terminal: Terminal) -> None:
    imported = terminal.json("import", "Job.zhupi", str(path("sample")), "--collection", "样本/简报")
    assert len(imported["imported"]) == TEXTS
    assert imported["duplicates"] == imported["refused"] == []
    assert set(imported["imported"][0]) >= {"path", "id", "title", "length"}

    document, highlight = mark_and_read_back(terminal)
    take_back_and_again(terminal, highlight)
    export_and_compare(terminal, document, highlight)

    assert terminal.run("check", "Job.zhupi") is not None
    terminal.run("backup", "Job.zhupi")
    assert list((terminal.folder / "Job.zhupi" / "backups").glob("*.db"))


def mark_and_read_back(terminal: Terminal) -> tuple[dict[str, Any], dict[str, Any]]:
    """Highlight, tag and note a passage behind a character beyond the basic plane; see that it is what was marked."""
    (document,) = [item for item in terminal.json("documents", "Job.zhupi") if "𠮷祥里" in item["title"]]
    text = terminal.run("text", "Job.zhupi", document["id"])
    assert document["length"] in (len(text), len(text) - 1)
    quote = "答复用的话太软"
    highlight = terminal.json(
        "highlight", "Job.zhupi", "𠮷祥里", "--quote", quote, "--tag", "主题/答复", "--tag", "提法", "--note", "原话 😀"
    )
    start = text.index(quote)
    expected = {
        "document_id": document["id"], "start": start, "end": start + len(quote), "quote": quote,
        "tags": ["主题/答复", "提法"], "note": "原话 😀",
    }  # fmt: skip
    assert highlight | expected == highlight
    assert {"id", "color"} <= set(highlight)
    same = terminal.json("highlight", "Job.zhupi", "𠮷祥里", "--start", str(start), "--end", str(start + len(quote)))
    assert same == highlight
    assert terminal.json("highlights", "Job.zhupi", "--tag", "主题/答复") == [highlight]
    return document, highlight


def take_back_and_again(terminal: Terminal, highlight: dict[str, Any]) -> None:
    terminal.run("undo", "Job.zhupi")
    assert terminal.json("highlights", "Job.zhupi") == []
    assert terminal.json("tags", "Job.zhupi") == []
    terminal.run("redo", "Job.zhupi")
    assert terminal.json("highlights", "Job.zhupi") == [highlight]
    terminal.run("redo", "Job.zhupi", status=1)
    history = terminal.json("history", "Job.zhupi")
    assert len(history) >= 2
    terminal.run("undo", "Job.zhupi")
    terminal.run("undo", "Job.zhupi")
    assert terminal.json("documents", "Job.zhupi") == []
    terminal.run("redo", "Job.zhupi")
    terminal.run("redo", "Job.zhupi")
    assert len(terminal.json("documents", "Job.zhupi")) == TEXTS
    assert terminal.json("highlights", "Job.zhupi") == [highlight]


def export_and_compare(terminal: Terminal, document: dict[str, Any], highlight: dict[str, Any]) -> None:
    markdown, table = terminal.folder / "out.md", terminal.folder / "out.csv"
    terminal.run("export", "Job.zhupi", "--format", "markdown", "--output", str(markdown), "--document", document["id"])
    content = markdown.read_text(encoding="utf-8")
    assert content.startswith("---\n")
    for part in (document["title"], highlight["quote"], highlight["note"], *highlight["tags"]):
        assert part in content
    terminal.run("export", "Job.zhupi", "--format", "markdown", "--output", str(markdown), status=1)
    assert markdown.read_text(encoding="utf-8") == content
    terminal.run("export", "Job.zhupi", "--format", "markdown", "--output", str(markdown), "--force")
    terminal.run("export", "Job.zhupi", "--format", "csv", "--output", str(table), "--tag", "提法")
    assert table.read_bytes().startswith(b"\xef\xbb\xbf")
    heads, row = csv.reader(io.StringIO(table.read_bytes().decode("utf-8-sig"), newline=""))
    assert len(heads) == len(row)
    assert {highlight["quote"], highlight["note"], document["title"]} <= set(row)


def test_the_same_file_in_another_encoding_is_the_same_document(terminal: Terminal) -> None:
    source = path("sample/街道议事会工作简报-第12期.txt").read_text(encoding="utf-8")
    (terminal.folder / "utf8.txt").write_text(source, encoding="utf-8", newline="\r\n")
    (terminal.folder / "gb.txt").write_text(source, encoding="gb18030", newline="\n")
    first = terminal.json("import", "Job.zhupi", "utf8.txt")
    second = terminal.json("import", "Job.zhupi", "gb.txt")
    assert [item["id"] for item in second["duplicates"]] == [item["id"] for item in first["imported"]]
    assert second["imported"] == []


def test_what_cannot_be_done_changes_nothing(terminal: Terminal) -> None:
    terminal.run("import", "Job.zhupi", str(path("sample")))
    before = terminal.json("history", "Job.zhupi")
    refused = [
        ["highlight", "Job.zhupi", "朱墨齋記", "--quote", "并无此句"],
        ["highlight", "Job.zhupi", "朱墨齋記", "--quote", "先君", "--nth", "999"],
        ["highlight", "Job.zhupi", "朱墨齋記", "--start", "9", "--end", "3"],
        ["highlight", "Job.zhupi", "朱墨齋記", "--start", "0", "--end", "999999"],
        ["highlight", "Job.zhupi", "議", "--start", "0", "--end", "1"],
        ["text", "Job.zhupi", "没有这一篇"],
        ["import", "Job.zhupi", "nowhere.txt"],
        ["documents", "Nowhere.zhupi"],
        ["export", "Job.zhupi", "--format", "csv", "--output", "nowhere/out.csv"],
    ]
    for arguments in refused:
        terminal.run(*arguments, status=1)
    terminal.run("highlight", "Job.zhupi", "朱墨齋記", status=2)
    terminal.run("highlight", "Job.zhupi", "朱墨齋記", "--start", "0", "--end", "1", "--color", "pink", status=2)
    assert terminal.json("history", "Job.zhupi") == before
    assert terminal.json("highlights", "Job.zhupi") == []
    assert sorted(item.name for item in terminal.folder.iterdir()) == ["Job.zhupi"]
