"""Every command, through click and as a process of its own, on real libraries."""

import csv
import io
import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from library.commands import commands
from library.importers.base import ImportOptions
from library.importers.sources import Source
from library.importlists import begin
from library.library import Library
from library.models import COLORS
from tests.library.conftest import damage_page

ROOT = Path(__file__).parent.parent.parent
MAIN = ROOT / "main.py"

ONE, TWO = "第一篇𠮷野家", "第二篇简报"
FIRST = "第一篇𠮷野家\r\n他说😀，cafe\u0301 很好。\r\n𠮷野家又开了。\r\n"
FIRST_TEXT = FIRST.replace("\r\n", "\n")
SECOND = "第二篇简报\n议事会把每一条意见都贴上墙。\n"


def _bound() -> list[str] | None:
    """Return what to put before a command so that permissions count for it, or None where that cannot be done."""
    if os.name != "posix" or os.geteuid() != 0:
        return [] if os.name == "posix" else None
    dropped = "-dac_override,-dac_read_search"
    return ["setpriv", f"--bounding-set={dropped}", f"--inh-caps={dropped}"] if shutil.which("setpriv") else None


BOUND = _bound()


@dataclass(frozen=True)
class Done:
    """What one run of the program did."""

    code: int
    output: str
    error: str

    @property
    def value(self) -> Any:
        return json.loads(self.output)


Run = Callable[..., Done]


def run_in_process(*arguments: object) -> Done:
    result: Result = CliRunner().invoke(
        commands, [os.fspath(word) if isinstance(word, Path) else str(word) for word in arguments]
    )
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Done(result.exit_code, result.stdout, result.stderr)


def run_as_process(*arguments: object, prefix: Sequence[str] | None = (), **options: Any) -> Done:
    command = [
        *(prefix or ()),
        sys.executable,
        "-B",
        str(MAIN),
        *(word if isinstance(word, bytes) else str(word) for word in arguments),
    ]
    done = subprocess.run(command, capture_output=True, check=False, **options)
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(params=[run_in_process, run_as_process], ids=["click", "process"])
def run(request: pytest.FixtureRequest) -> Run:
    return request.param


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two texts to be imported."""
    made = tmp_path / "文本"
    made.mkdir()
    (made / f"{ONE}.txt").write_bytes(FIRST.encode())
    (made / f"{TWO}.md").write_bytes(SECOND.encode())
    return made


@pytest.fixture
def library(tmp_path: Path, folder: Path) -> Path:
    """A library with the two texts; the path has no suffix."""
    path = tmp_path / "研究 库"
    assert run_in_process("import", path, folder).code == 0
    return path


def contents(path: Path) -> dict[str, bytes]:
    """Everything in a library that matters: its rows as SQL, its texts and originals as bytes."""
    with closing(sqlite3.connect(path / "library.db")) as connection:
        found = {"rows": "\n".join(connection.iterdump()).encode()}
    for room in ("texts", "originals"):
        found |= {str(file.relative_to(path)): file.read_bytes() for file in (path / room).rglob("*") if file.is_file()}
    return found


def refused(done: Done, *words: str, code: int = 1) -> None:
    assert done.code == code, done
    assert "Traceback" not in done.error
    assert done.error.strip()
    for word in words:
        assert word in done.error


# import


def test_import_makes_the_library(run: Run, tmp_path: Path, folder: Path) -> None:
    done = run("import", tmp_path / "新库", folder, "--json")
    assert done.code == 0, done
    assert {"imported", "duplicates", "refused"} <= done.value.keys()
    assert done.value["duplicates"] == done.value["refused"] == []
    imported = {Path(item["path"]).name: item for item in done.value["imported"]}
    assert imported.keys() == {f"{ONE}.txt", f"{TWO}.md"}
    assert imported[f"{ONE}.txt"]["length"] == len(FIRST_TEXT)
    assert all(item["id"] and item["title"] for item in imported.values())


def test_import_of_the_same_text_is_no_fault(run: Run, library: Path, folder: Path) -> None:
    ids = {row["id"] for row in run("documents", library, "--json").value}
    done = run("import", library, folder, folder / f"{ONE}.txt", "--json")
    assert done.code == 0, done
    assert done.value["imported"] == done.value["refused"] == []
    assert {item["id"] for item in done.value["duplicates"]} == ids
    assert {Path(item["path"]).name for item in done.value["duplicates"]} == {f"{ONE}.txt", f"{TWO}.md"}


def test_import_names_each_refused_file(run: Run, library: Path, tmp_path: Path) -> None:
    (tmp_path / "坏.bin").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "好.txt").write_text("新的一篇", encoding="utf-8")
    done = run("import", library, tmp_path / "坏.bin", tmp_path / "没有.txt", tmp_path / "好.txt", "--json")
    refused(done, "坏.bin", "没有.txt")
    assert [Path(item["path"]).name for item in done.value["imported"]] == ["好.txt"]
    assert {Path(item["path"]).name for item in done.value["refused"]} == {"坏.bin", "没有.txt"}
    assert all(item["reason"] for item in done.value["refused"])


def test_import_goes_on_with_what_was_interrupted(run: Run, library: Path, tmp_path: Path) -> None:
    (tmp_path / "剩.txt").write_text("剩下的一篇", encoding="utf-8")
    sources = [Source(tmp_path / "剩.txt", named=True), Source(tmp_path / "没有.txt", named=True)]
    begin(library / "imports", sources, ImportOptions(collection="简报"), {})
    done = run("import", library, "--resume", "--json")
    assert done.code == 1
    assert [item["title"] for item in done.value["imported"]] == ["剩下的一篇"]
    assert [Path(item["path"]).name for item in done.value["refused"]] == ["没有.txt"]
    assert run("import", library, "--resume").code == 0
    refused(run("import", library), "--resume", code=2)
    refused(run("import", library, tmp_path, "--resume"), "--resume", code=2)


def test_import_of_an_empty_file(run: Run, library: Path, tmp_path: Path) -> None:
    (tmp_path / "空.txt").touch()
    done = run("import", library, tmp_path / "空.txt", "--json")
    assert done.code == 0, done
    (item,) = done.value["imported"]
    assert item["length"] == 0
    assert "空.txt: the file is empty" in done.error
    assert run("text", library, item["id"]).output == ""
    refused(run("highlight", library, item["id"], "--start", 0, "--end", 0))
    refused(run("highlight", library, item["id"], "--quote", "字"))


def test_import_counts_what_could_not_be_read(run: Run, tmp_path: Path) -> None:
    data = bytearray(("议事会把每一条意见都贴上墙。" * 2000).encode())
    data[30_000] = 0xFF
    (tmp_path / "长.txt").write_bytes(data)
    done = run("import", tmp_path / "库", tmp_path / "长.txt", "--json")
    assert done.code == 0, done
    assert 1 <= done.value["imported"][0]["replaced"] <= 3


def test_import_into_a_collection(run: Run, tmp_path: Path, folder: Path) -> None:
    run("import", tmp_path / "库", folder, "--collection", "简报/2019")
    rows = run("documents", tmp_path / "库", "--json").value
    assert [row["collections"] for row in rows] == [["简报/2019"], ["简报/2019"]]


def test_import_in_a_given_encoding(run: Run, tmp_path: Path) -> None:
    (tmp_path / "繁.txt").write_bytes("議事會".encode("big5"))
    run("import", tmp_path / "库", tmp_path / "繁.txt", "--encoding", "big5")
    assert run("text", tmp_path / "库", "議事會").output == "議事會"
    refused(run("import", tmp_path / "库", tmp_path / "繁.txt", "--encoding", "klingon"), "klingon", code=2)


def test_hidden_and_unknown_files_appear_once(run: Run, tmp_path: Path) -> None:
    tree = tmp_path / "树"
    (tree / ".hidden").mkdir(parents=True)
    (tree / ".hidden" / "a").write_text("没有后缀", encoding="utf-8")
    (tree / ".dot").write_text("隐藏的", encoding="utf-8")
    (tree / "b.xyz").write_text("不认识的后缀", encoding="utf-8")
    (tree / "c.zip").write_bytes(b"PK\x03\x04" + bytes(range(256)))
    done = run("import", tmp_path / "库", tree, "--json")
    paths = [item["path"] for kind in ("imported", "duplicates", "refused") for item in done.value[kind]]
    assert sorted(Path(path).name for path in paths) == [".dot", "a", "b.xyz", "c.zip"]


def test_thousand_files_five_of_them_broken(tmp_path: Path) -> None:
    tree = tmp_path / "千"
    for number in range(1000):
        file = tree / str(number % 10) / f"{number:04}.{'md' if number % 3 else 'txt'}"
        file.parent.mkdir(parents=True, exist_ok=True)
        if number % 200 == 7:
            file.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00" + bytes(range(256)) * 8)
        else:
            encoding = ("utf-8", "gb18030", "utf-8-sig", "utf-16")[number % 4]
            file.write_text(f"第{number}篇 街道议事会工作简报\n其中九十二条在会上就商量出了办法。\n", encoding=encoding)
    done = run_as_process("import", tmp_path / "库", tree, "--json")
    assert done.code == 1
    assert len(done.value["imported"]) == 995
    broken = {"0007.md", "0207.txt", "0407.md", "0607.md", "0807.txt"}
    assert {Path(item["path"]).name for item in done.value["refused"]} == {
        path.name for path in tree.rglob("*") if path.is_file() and path.read_bytes().startswith(b"\x89PNG")
    }
    assert len(done.value["refused"]) == len(broken)
    for item in done.value["refused"]:
        assert Path(item["path"]).name in done.error
    assert run_as_process("check", tmp_path / "库").code == 0


@pytest.mark.skipif(BOUND is None, reason="the superuser may read anything")
def test_folder_without_permission(library: Path, folder: Path, tmp_path: Path) -> None:
    (folder / "三.txt").write_text("第三篇", encoding="utf-8")
    (folder / "三.txt").chmod(0)
    (tmp_path / "关").mkdir()
    (tmp_path / "关" / "四.txt").write_text("第四篇", encoding="utf-8")
    (tmp_path / "关").chmod(0)
    before = contents(library)
    try:
        done = run_as_process("import", library, folder, tmp_path / "关", "--json", prefix=BOUND)
        refused(done, "三.txt", "关")
        assert {Path(item["path"]).name for item in done.value["refused"]} == {"三.txt", "关"}
        assert len(done.value["duplicates"]) == 2
        refused(run_as_process("documents", tmp_path / "关", prefix=BOUND))
        target = tmp_path / "关" / "o.csv"
        refused(run_as_process("export", library, "--format", "csv", "--output", target, prefix=BOUND), "关")
        refused(run_as_process("import", tmp_path / "关" / "库", folder, prefix=BOUND))
    finally:
        (tmp_path / "关").chmod(0o700)
    assert os.listdir(tmp_path / "关") == ["四.txt"]
    assert contents(library) == before


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no text")
def test_file_name_that_is_no_text(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff\xfe.txt"
    with open(name, "wb") as file:
        file.write("内容".encode())
    done = run_as_process("import", str(tmp_path / "库"), name, "--json")
    assert done.code == 0, done
    assert done.value["imported"][0]["length"] == 2


# documents, text


def test_documents(run: Run, library: Path) -> None:
    rows = run("documents", library, "--json").value
    assert sorted(row["length"] for row in rows) == sorted([len(FIRST_TEXT), len(SECOND)])
    assert all({"id", "title", "length"} <= row.keys() for row in rows)
    lines = run("documents", library).output.splitlines()
    assert [line.split("\t") for line in lines] == [
        [row["id"], str(row["length"]), "unread", row["title"]] for row in rows
    ]


def test_documents_say_how_far_they_are_read(run: Run, library: Path) -> None:
    first, second = run("documents", library, "--json").value
    with closing(Library.open(library)) as opened:
        opened.readings.see(first["id"], 0, first["length"] // 2)
    assert run("documents", library, "--progress", "unread", "--json").value == [second]
    (being_read,) = run("documents", library, "--progress", "reading", "--json").value
    assert being_read == {**first, "progress": "reading"}
    with closing(Library.open(library)) as opened:
        opened.readings.mark([second["id"]], done=True)
    cells = [line.split("\t")[2] for line in run("documents", library).output.splitlines()]
    assert cells == [f"{100 * (first['length'] // 2) // first['length']}%", "done"]


def test_text_is_printed_exactly(library: Path, folder: Path) -> None:
    done = subprocess.run([sys.executable, str(MAIN), "text", str(library), "第一篇"], capture_output=True, check=True)
    assert done.stdout == FIRST_TEXT.encode()


def test_text_as_json(run: Run, library: Path) -> None:
    value = run("text", library, "第一篇", "--json").value
    assert value["text"] == FIRST_TEXT
    assert value["length"] == len(FIRST_TEXT)
    assert value.keys() == {"id", "title", "length", "text"}


@pytest.mark.parametrize("name", ["没有这篇", "篇", ""])
def test_document_that_is_not_clear(run: Run, library: Path, name: str) -> None:
    refused(run("text", library, name))


def test_title_of_three_hundred_characters(run: Run, tmp_path: Path) -> None:
    title = "<b>粗</b>" + "长" * 292
    (tmp_path / "a.txt").write_text(title + "\n正文", encoding="utf-8")
    done = run("import", tmp_path / "库", tmp_path / "a.txt", "--json")
    assert done.code == 0, done
    rows = run("documents", tmp_path / "库", "--json").value
    assert len(rows[0]["title"]) <= 300
    out = tmp_path / "o.md"
    assert run("highlight", tmp_path / "库", rows[0]["id"], "--quote", "正文").code == 0
    assert run("export", tmp_path / "库", "--format", "markdown", "--output", out).code == 0


# highlight, highlights, tags


def test_highlight_by_quote(run: Run, library: Path) -> None:
    done = run(
        "highlight", library, "第一篇", "--quote", "𠮷野家", "--nth", 2, "--tag", "主题/商号", "--tag", "方法",
        "--note", "又来了", "--color", "green", "--json",
    )  # fmt: skip
    assert done.code == 0, done
    value = done.value
    start = FIRST_TEXT.index("𠮷野家", FIRST_TEXT.index("𠮷野家") + 1)
    assert (value["start"], value["end"], value["quote"]) == (start, start + 3, "𠮷野家")
    assert (value["tags"], value["note"], value["color"]) == (["主题/商号", "方法"], "又来了", "green")
    assert {"id", "document_id"} <= value.keys()
    assert run("highlights", library, "--json").value == [value]


def test_highlight_by_offsets(run: Run, library: Path) -> None:
    start = FIRST_TEXT.index("😀")
    value = run("highlight", library, "第一篇", "--start", start, "--end", start + 7, "--json").value
    assert value["quote"] == "😀，cafe\u0301"
    assert value["tags"] == []
    assert value["note"] == ""
    assert value["color"] in COLORS


def test_highlight_across_lines_as_a_shell_gives_them(run: Run, library: Path) -> None:
    value = run("highlight", library, "第一篇", "--quote", "家\r\n他说", "--json").value
    assert value["quote"] == "家\n他说"


def test_overlapping_occurrences_are_counted(run: Run, library: Path, tmp_path: Path) -> None:
    (tmp_path / "叠.txt").write_text("叠字\n哈哈哈", encoding="utf-8")
    run("import", library, tmp_path / "叠.txt")
    assert run("highlight", library, "叠字", "--quote", "哈哈", "--nth", 2, "--json").value["start"] == 4
    refused(run("highlight", library, "叠字", "--quote", "哈哈", "--nth", 3), "2")


def test_same_span_again_is_the_existing_highlight(run: Run, library: Path) -> None:
    first = run("highlight", library, "第一篇", "--quote", "很好", "--tag", "甲", "--note", "一", "--json").value
    done = run(
        "highlight", library, "第一篇", "--quote", "很好", "--tag", "乙", "--tag", "甲", "--note", "二", "--json"
    )
    assert done.code == 0
    assert done.value["id"] == first["id"]
    assert done.value["tags"] == ["甲", "乙"]
    assert done.value["note"].startswith("一")
    assert done.value["note"].endswith("二")
    assert len(run("highlights", library, "--json").value) == 1


def test_highlight_is_one_operation(run: Run, library: Path) -> None:
    before = contents(library)["rows"]
    steps = len(run("history", library, "--json").value)
    run("highlight", library, "第一篇", "--quote", "很好", "--tag", "甲/乙", "--tag", "丙", "--note", "批注")
    assert len(run("history", library, "--json").value) == steps + 1
    assert run("undo", library).code == 0
    assert run("highlights", library, "--json").value == []
    assert run("tags", library, "--json").value == []
    assert before.count(b"INSERT") == contents(library)["rows"].count(b"INSERT") - _journal_rows(library, steps)


def _journal_rows(library: Path, steps: int) -> int:
    """The rows of undone operations, which stay so that they can be redone."""
    with closing(sqlite3.connect(library / "library.db")) as connection:
        undone = connection.execute("SELECT count(*) FROM operation WHERE undone").fetchone()[0]
        rows = connection.execute(
            "SELECT count(*) FROM step JOIN operation ON id = operation_id WHERE undone"
        ).fetchone()[0]
    return undone + rows


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--start", "0"],
        ["--end", "3"],
        ["--quote", "很好", "--start", "0", "--end", "2"],
        ["--quote", "很好", "--end", "2"],
        ["--quote", ""],
        ["--quote", "很好", "--nth", "0"],
        ["--quote", "很好", "--nth", "-1"],
        ["--start", "0", "--end", "2", "--nth", "1"],
        ["--start", "a", "--end", "2"],
        ["--quote", "很好", "--color", "pink"],
        ["--quote", "很好", "--unknown"],
    ],
)
def test_highlight_wrongly_used(library: Path, options: list[str]) -> None:
    before = contents(library)
    refused(run_in_process("highlight", library, "第一篇", *options), code=2)
    assert contents(library) == before


@pytest.mark.parametrize(
    "options",
    [
        ["--start", "3", "--end", "3"],
        ["--start", "5", "--end", "2"],
        ["--start", "-3", "--end", "2"],
        ["--start", "0", "--end", "100000"],
        ["--start", "100000", "--end", "100002"],
        ["--start", "0", "--end", "99999999999999999999999"],
        ["--quote", "不在里面"],
        ["--quote", "很好", "--nth", "2"],
        ["--quote", "很好", "--tag", ""],
        ["--quote", "很好", "--tag", "甲", "--tag", "乙//丙"],
    ],
)
def test_highlight_refused(library: Path, options: list[str]) -> None:
    before = contents(library)
    refused(run_in_process("highlight", library, "第一篇", *options))
    assert contents(library) == before


def test_hostile_tag(run: Run, library: Path) -> None:
    tag = "'; DROP TABLE tag; --"
    value = run("highlight", library, "第一篇", "--quote", "很好", "--tag", tag, "--json").value
    assert value["tags"] == [tag]
    assert [row["name"] for row in run("tags", library, "--json").value] == [tag]
    assert run("highlights", library, "--tag", tag, "--json").value == [value]
    assert run("check", library).code == 0


def test_highlights_of_a_tag(run: Run, library: Path) -> None:
    inner = run("highlight", library, "第一篇", "--quote", "很好", "--tag", "主题/评价", "--json").value
    run("highlight", library, "第二篇", "--quote", "意见", "--tag", "方法")
    assert run("highlights", library, "--tag", "主题", "--json").value == [inner]
    assert run("highlights", library, "--tag", "主题/评价", "--json").value == [inner]
    refused(run("highlights", library, "--tag", "评价"), "评价")


def test_highlights_for_people(run: Run, library: Path) -> None:
    run("highlight", library, "第一篇", "--quote", "家\n他说", "--tag", "甲")
    (line,) = run("highlights", library).output.splitlines()
    assert "家 他说" in line
    assert "甲" in line


def test_tags(run: Run, library: Path) -> None:
    run("highlight", library, "第一篇", "--quote", "很好", "--tag", "主题/评价")
    run("highlight", library, "第二篇", "--quote", "意见", "--tag", "主题/评价")
    rows = {row["name"]: row for row in run("tags", library, "--json").value}
    assert rows.keys() == {"主题", "主题/评价"}
    assert (rows["主题"]["count"], rows["主题/评价"]["count"]) == (0, 2)
    assert (rows["主题"]["total"], rows["主题/评价"]["total"]) == (2, 2)
    assert all(row["color"] in COLORS and row["id"] for row in rows.values())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_span_is_taken(library: Path, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(FIRST_TEXT) - 1))
    end = data.draw(st.integers(start + 1, len(FIRST_TEXT)))
    value = run_in_process("highlight", library, "第一篇", "--start", start, "--end", end, "--json").value
    assert value["quote"] == FIRST_TEXT[start:end]


# export


@pytest.fixture
def marked(library: Path) -> Path:
    run_in_process("highlight", library, "第一篇", "--quote", "很好", "--tag", "主题/评价", "--note", "=1+1")
    run_in_process("highlight", library, "第一篇", "--quote", "𠮷野家", "--tag", "方法")
    run_in_process("highlight", library, "第二篇", "--quote", "每一条意见", "--tag", "主题/评价")
    return library


def test_export_markdown(run: Run, marked: Path, tmp_path: Path) -> None:
    done = run("export", marked, "--format", "markdown", "--output", tmp_path / "o.md", "--json")
    assert done.code == 0, done
    assert done.value == {"path": str(tmp_path / "o.md"), "highlights": 3, "documents": 2}
    text = (tmp_path / "o.md").read_text(encoding="utf-8")
    assert text.startswith("---\n")
    assert '  - "主题/评价"\n' in text
    assert text.index("> 𠮷野家") < text.index("> 很好")
    assert "> 每一条意见\n" in text


def test_export_csv(run: Run, marked: Path, tmp_path: Path) -> None:
    assert run("export", marked, "--format", "csv", "--output", tmp_path / "o.csv").code == 0
    data = (tmp_path / "o.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["quote"] for row in rows] == ["𠮷野家", "很好", "每一条意见"]
    assert rows[1]["note"] == "'=1+1"
    assert rows[1]["tags"] == "主题/评价"


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["--document", "第一篇"], 2),
        (["--tag", "主题"], 2),
        (["--tag", "方法"], 1),
        (["--document", "第一篇", "--tag", "主题"], 1),
        (["--document", "第二篇", "--tag", "方法"], 0),
    ],
)
def test_export_of_a_part(marked: Path, tmp_path: Path, options: list[str], count: int) -> None:
    done = run_in_process("export", marked, "--format", "csv", "--output", tmp_path / "o.csv", *options, "--json")
    assert done.value["highlights"] == count
    text = (tmp_path / "o.csv").read_bytes().decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(text, newline="")))) == count + 1


def test_export_of_a_collection(run: Run, tmp_path: Path, folder: Path) -> None:
    library = tmp_path / "库"
    run("import", library, folder / f"{ONE}.txt", "--collection", "甲/乙")
    run("import", library, folder / f"{TWO}.md", "--collection", "丙")
    run("highlight", library, "第一篇", "--quote", "很好")
    run("highlight", library, "第二篇", "--quote", "意见")
    done = run("export", library, "--format", "csv", "--output", tmp_path / "o.csv", "--collection", "甲", "--json")
    assert done.value["highlights"] == 1
    refused(run("export", library, "--format", "csv", "--output", tmp_path / "p", "--collection", "丁"), "丁")


def test_export_over_an_existing_file(run: Run, marked: Path, tmp_path: Path) -> None:
    target = tmp_path / "o.md"
    target.write_text("旧", encoding="utf-8")
    refused(run("export", marked, "--format", "markdown", "--output", target), "o.md")
    assert target.read_text(encoding="utf-8") == "旧"
    assert run("export", marked, "--format", "markdown", "--output", target, "--force").code == 0
    assert target.read_text(encoding="utf-8").startswith("---\n")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--format", "wordstar", "--output", "x"], 2),
        (["--format", "csv"], 2),
        (["--output", "x"], 2),
        (["--format", "csv", "--output", "x", "--document", "没有"], 1),
        (["--format", "csv", "--output", "x", "--tag", "没有"], 1),
    ],
)
def test_export_refused(
    marked: Path, tmp_path: Path, options: list[str], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    refused(run_in_process("export", marked, *options), code=code)
    assert not (tmp_path / "x").exists()


# undo, redo, history


def test_undo_and_redo(run: Run, library: Path) -> None:
    made = run("highlight", library, "第一篇", "--quote", "很好", "--tag", "甲", "--note", "批注", "--json").value
    newest = run("history", library, "--json").value[0]
    assert (newest["undone"], newest.keys() >= {"id", "label", "created", "undone"}) == (False, True)
    undone = run("undo", library, "--json")
    assert undone.code == 0
    assert undone.value == {"id": newest["id"], "label": newest["label"]}
    assert run("highlights", library, "--json").value == []
    assert run("history", library, "--json").value[0]["undone"] is True
    assert run("redo", library, "--json").value == undone.value
    assert run("highlights", library, "--json").value == [made]


def test_nothing_to_undo(run: Run, library: Path) -> None:
    refused(run("redo", library), "nothing to redo")
    while run_in_process("undo", library).code == 0:
        pass
    refused(run("undo", library), "nothing to undo")
    assert run("documents", library, "--json").value == []
    assert run("redo", library).code == 0
    assert len(run("documents", library, "--json").value) >= 1


def test_history_is_newest_first(run: Run, marked: Path) -> None:
    ids = [row["id"] for row in run("history", marked, "--json").value]
    assert ids == sorted(ids, reverse=True)
    assert len(ids) == 4
    assert len(run("history", marked).output.splitlines()) == 4


# check, backup


def test_check(run: Run, marked: Path) -> None:
    assert run("check", marked).code == 0
    assert run("check", marked, "--json").value == {"ok": True, "problems": []}
    text = next((marked / "texts").glob("*.txt"))
    text.write_bytes(text.read_bytes() + b"!")
    done = run("check", marked, "--json")
    refused(done, "changed")
    assert done.value["ok"] is False
    assert len(done.value["problems"]) >= 1
    refused(run("check", marked), "changed")


def test_backup(run: Run, marked: Path) -> None:
    value = run("backup", marked, "--json").value
    copy = Path(value["path"])
    assert copy.parent == marked / "backups"
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM highlight").fetchone() == (3,)


# libraries that cannot be used

READING = (
    ["documents"],
    ["text", "第一篇"],
    ["highlights"],
    ["tags"],
    ["history"],
    ["check"],
    ["export", "--format", "csv", "--output", "never.csv"],
)
WRITING = (["highlight", "第一篇", "--quote", "很好"], ["undo"], ["redo"])


def called(run: Run, path: Path, words: list[str]) -> Done:
    return run(words[0], path, *words[1:])


@pytest.mark.parametrize("words", [*READING, *WRITING, ["backup"]], ids=lambda words: words[0])
def test_no_library(words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    refused(called(run_in_process, tmp_path / "没有", words))
    (tmp_path / "文件").write_text("不是库", encoding="utf-8")
    refused(called(run_in_process, tmp_path / "文件", words))
    (tmp_path / "夹").mkdir()
    refused(called(run_in_process, tmp_path / "夹", words))
    (tmp_path / "夹" / "library.db").write_text("不是数据库" * 1000, encoding="utf-8")
    refused(called(run_in_process, tmp_path / "夹", words))
    assert sorted(os.listdir(tmp_path)) == ["夹", "文件"]
    assert os.listdir(tmp_path / "夹") == ["library.db"]


def test_import_into_what_is_no_library(run: Run, tmp_path: Path, folder: Path) -> None:
    (tmp_path / "文件").write_text("不是库", encoding="utf-8")
    refused(run("import", tmp_path / "文件", folder))
    assert (tmp_path / "文件").read_text(encoding="utf-8") == "不是库"
    refused(run("import", folder, folder / f"{ONE}.txt"))
    assert sorted(os.listdir(folder)) == [f"{ONE}.txt", f"{TWO}.md"]


def test_database_of_something_else(run: Run, tmp_path: Path) -> None:
    (tmp_path / "别的").mkdir()
    with closing(sqlite3.connect(tmp_path / "别的" / "library.db")) as connection:
        connection.execute("CREATE TABLE book (title)")
    before = (tmp_path / "别的" / "library.db").read_bytes()
    refused(run("documents", tmp_path / "别的"))
    refused(run("undo", tmp_path / "别的"))
    refused(run("import", tmp_path / "别的", tmp_path))
    assert (tmp_path / "别的" / "library.db").read_bytes() == before


@pytest.mark.parametrize("words", [*READING, *WRITING, ["import", __file__]], ids=lambda words: words[0])
def test_newer_library(words: list[str], library: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    with closing(sqlite3.connect(library / "library.db")) as connection, connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('zhupi', 'm999_later', '2099')"
        )
    before = contents(library)
    refused(called(run_in_process, library, words), "newer")
    assert contents(library) == before


@pytest.fixture
def busy(library: Path) -> Iterator[Path]:
    """A library that another process is writing."""
    hold = (
        "import sys; from pathlib import Path; from library.library import Library; "
        "held = Library.open(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-B", "-c", hold, str(library)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        assert holder.stdout.readline() == "held\n"
        (library / "holder").write_text(str(holder.pid), encoding="utf-8")
        yield library
        holder.stdin.close()


def test_busy_library(busy: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("library.opening.PATIENCE", 0.1)
    holder = (busy / "holder").read_text(encoding="utf-8")
    before = contents(busy)
    for words in (*WRITING, ["import", __file__]):
        refused(called(run_in_process, busy, words), holder)
    assert contents(busy) == before
    for words in (*READING, ["backup"]):
        assert called(run_in_process, busy, words).code == 0, words


def test_writing_waits_for_the_holder(busy: Path) -> None:
    command = [sys.executable, "-B", str(MAIN), "highlight", str(busy), "第一篇", "--quote", "很好", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as waiting:
        os.kill(int((busy / "holder").read_text(encoding="utf-8")), signal.SIGTERM)
        output, error = waiting.communicate()
    assert waiting.returncode == 0, error
    assert json.loads(output)["quote"] == "很好"


@pytest.mark.skipif(os.name != "posix", reason="resource limits")
@pytest.mark.parametrize("words", [*WRITING[:2], ["import", "新.txt"]], ids=lambda words: words[0])
def test_full_disk(library: Path, tmp_path: Path, words: list[str]) -> None:
    run_in_process("highlight", library, "第二篇", "--quote", "意见")
    (tmp_path / "新.txt").write_text("新的一篇。" * 20_000, encoding="utf-8")
    before = contents(library)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    # The limit belongs to a process of its own; nothing of this one is at stake between fork and exec.
    done = run_as_process(words[0], library, *words[1:], cwd=tmp_path, preexec_fn=limit)
    refused(done)
    after = contents(library)
    assert after["rows"] == before["rows"]
    assert run_in_process("check", library).code == 0
    assert run_as_process(words[0], library, *words[1:], cwd=tmp_path).code == 0


@pytest.mark.skipif(os.name != "posix", reason="resource limits")
def test_a_search_says_when_the_disk_does_not_take_its_index(library: Path, tmp_path: Path) -> None:
    (tmp_path / "长.txt").write_text(
        "".join(f"第{number}次议事，意见不一。\n" for number in range(20_000)), encoding="utf-8"
    )
    assert run_as_process("import", library, "长.txt", cwd=tmp_path).code == 0
    for index in library.glob("index.db*"):
        index.unlink()

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))

    refused(run_as_process("search", library, "意见", cwd=tmp_path, preexec_fn=limit), "index")
    assert json.loads(run_as_process("search", library, "意见", "--json", cwd=tmp_path).output)["total"] >= 20_000


# the shell


def test_help_and_version(run: Run) -> None:
    listed = run("--help")
    assert listed.code == 0
    for name in commands.names:
        assert f"\n  {name} " in listed.output
        assert run_in_process(name, "--help").code == 0
    assert run("--version").output.startswith("zhupi ")


@pytest.mark.parametrize("arguments", [["unknown", "x"], ["documents"], ["import", "only-a-library"], ["--nothing"]])
def test_wrong_usage(run: Run, arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    refused(run(*arguments), code=2)
    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(sys.platform != "linux", reason="arguments that are no text")
def test_arguments_that_are_no_text(library: Path) -> None:
    refused(run_as_process("highlight", library, "第一篇", "--quote", b"\xff\xfe"), "UTF-8", code=2)
    refused(run_as_process("text", library, b"\xff"), "UTF-8", code=2)


@pytest.mark.parametrize("encoding", ["ascii", "gb2312", "cp1252"])
def test_output_that_is_not_utf8(marked: Path, encoding: str) -> None:
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    done = subprocess.run(
        [sys.executable, "-B", str(MAIN), "highlights", str(marked), "--json"],
        env=environment, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert [row["quote"] for row in json.loads(done.stdout.decode(encoding))] == ["𠮷野家", "很好", "每一条意见"]
    for words in (["documents"], ["highlights"], ["history"], ["export", "--format", "docx"]):
        command = [sys.executable, "-B", str(MAIN), words[0], str(marked), *words[1:]]
        done = subprocess.run(command, env=environment, capture_output=True, check=False)
        assert b"Traceback" not in done.stderr


def test_terminal_is_not_obeying_a_title(run: Run, library: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("红\x1b[31m色\n正文", encoding="utf-8")
    run("import", library, tmp_path / "a.txt")
    assert "\x1b" not in run("documents", library).output


@pytest.mark.skipif(os.name != "posix", reason="pipes")
def test_reader_that_goes_away(library: Path, tmp_path: Path) -> None:
    (tmp_path / "长.txt").write_text("长文本\n" * 200_000, encoding="utf-8")
    run_in_process("import", library, tmp_path / "长.txt")
    command = [sys.executable, "-B", str(MAIN), "text", str(library), "长文本"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stderr is not None
        writer.stdout.read(10)
        writer.stdout.close()
        error = writer.stderr.read()
    assert error == b""


def test_commands_need_no_qt(library: Path) -> None:
    script = (
        "import sys; sys.modules['PySide6'] = None; sys.modules['shiboken6'] = None; sys.modules['desktop'] = None; "
        "import main; main.main(sys.argv[1:])"
    )
    for words in (["documents", str(library)], ["import", str(library), str(ROOT / "LICENSE")], ["--help"]):
        done = subprocess.run([sys.executable, "-B", "-c", script, *words], cwd=ROOT, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr


def test_library_may_lie_anywhere(run: Run, tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "深" / "层" / "-库 😀.zhupi"
    assert run("import", path, folder).code == 0
    moved = tmp_path / "搬.zhupi"
    shutil.move(path, moved)
    assert len(run("documents", moved, "--json").value) == 2


def test_library_can_be_open_for_reading_meanwhile(library: Path) -> None:
    with closing(Library.open(library, write=False)):
        assert run_in_process("highlight", library, "第一篇", "--quote", "很好").code == 0


# libraries that someone or something has spoiled


@pytest.mark.parametrize(
    "place", ["library.db", "texts", "originals", "backups", "cache", "index.db", "library.db-wal"]
)
def test_an_export_never_replaces_what_a_library_is_made_of(run: Run, marked: Path, place: str) -> None:
    target = marked / place
    if target.is_dir():
        target = next((path for path in sorted(target.rglob("*")) if path.is_file()), target / "new.csv")
    before = contents(marked)
    done = run("export", marked, "--format", "csv", "--output", target, "--force")
    refused(done, "library")
    assert contents(marked) == before


def test_nor_does_it_through_a_link(run: Run, marked: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(marked / "library.db")
    before = contents(marked)
    refused(run("export", marked, "--format", "csv", "--output", link, "--force"), "library")
    assert contents(marked) == before


def test_an_export_beside_them_is_written(run: Run, marked: Path) -> None:
    done = run("export", marked, "--format", "csv", "--output", marked / "mine.csv")
    assert done.code == 0
    assert (marked / "mine.csv").exists()


@pytest.mark.parametrize(
    ("table", "command"), [("document", "documents"), ("highlight", "highlights"), ("tag", "tags")]
)
def test_a_damaged_database_is_said_to_be_damaged(run: Run, marked: Path, table: str, command: str) -> None:
    Library.open(marked).close()
    damage_page(marked / "library.db", table)
    refused(run(command, marked), "damaged", "backups")


@pytest.mark.parametrize(
    "words", [["text"], ["highlight", "--start", "0", "--end", "3"], ["highlight", "--quote", "他说"]]
)
def test_a_damaged_text_is_said_to_be_damaged(run: Run, marked: Path, words: list[str]) -> None:
    with closing(Library.open(marked, write=False)) as opened:
        document = opened.documents.all()[0]
    path = marked / "texts" / f"{document.text_sha}.txt"
    path.write_bytes(b"\xff" * path.stat().st_size)
    refused(run(words[0], marked, document.id, *words[1:], "--json"), "changed on disk")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only the superuser can make a disk that is full")
def test_a_full_disk_can_still_be_read(run: Run, marked: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip("no small disk can be made here")
    try:
        copy = disk / "a.zhupi"
        subprocess.run(["cp", "-r", marked, copy], check=True)
        fill(disk / "filler")
        for command in ("documents", "highlights", "tags", "history"):
            assert run(command, copy).code == 0, command
        refused(run("highlight", copy, marked_document(copy), "--start", "0", "--end", "1"), "full")
    finally:
        subprocess.run(["umount", disk], check=True)


def fill(path: Path) -> None:
    with path.open("wb", buffering=0) as filler, suppress(OSError):
        while True:
            filler.write(b"0" * 4096)


def marked_document(path: Path) -> str:
    with closing(Library.open(path, write=False)) as opened:
        return opened.documents.all()[0].id
