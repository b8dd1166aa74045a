"""The commands that list documents and show and set their fields."""

from pathlib import Path

import pytest

from tests.library.test_commands import Done, run_in_process


def run(*arguments: object, code: int = 0) -> Done:
    done = run_in_process(*arguments)
    assert done.code == code, done
    return done


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for name in ("章程", "𠮷祥简报"):
        (tmp_path / f"{name}.txt").write_text(f"{name}的正文", encoding="utf-8")
    path = tmp_path / "库"
    run("import", path, tmp_path / "章程.txt", tmp_path / "𠮷祥简报.txt")
    return path


def test_fields_are_set_in_one_step_and_shown(library: Path) -> None:
    changes = (
        "--set",
        "kind=official",
        "--set",
        "author=张三；李四",
        "--set",
        "date=2018年3月",
        "--set",
        "issuer=𠮷😀=局",
    )
    value = run("document", library, "章程", *changes, "--json").value
    assert (value["kind"], value["author"], value["date"], value["issuer"]) == (
        "official", "张三; 李四", "2018-03", "𠮷😀=局",
    )  # fmt: skip
    assert "kind\tofficial" in run("document", library, "章程").output
    run("undo", library)
    assert run("document", library, "章程", "--json").value["kind"] == ""
    run("redo", library)
    run("document", library, "章程", "--set", "kind=")
    assert "kind" not in run("document", library, "章程").output


def test_own_fields_come_by_their_names(library: Path) -> None:
    run("fields", library, "--add", "卷宗 号", "--add", "箱")
    run("document", library, "𠮷祥", "--set", "卷宗 号=12")
    assert run("document", library, "𠮷祥", "--json").value["fields"] == {"卷宗 号": "12"}
    rows = run("fields", library, "--rename", "卷宗 号", "档号", "--remove", "箱", "--json").value
    assert rows[0] == {"name": "title", "form": "line", "label": "Title"}
    assert [row["name"] for row in rows[-1:]] == ["档号"]
    assert "档号\t12" in run("document", library, "𠮷祥").output
    values = {row["title"]: row for row in run("documents", library, "--json").value}
    assert [values[title]["fields"] for title in ("章程的正文", "𠮷祥简报的正文")] == [{}, {"档号": "12"}]


@pytest.mark.parametrize(
    ("change", "told", "code"),
    [
        ("date=昨天", "is no date", 1),
        ("kind=诗", "no kind", 1),
        ("nothing=1", "no field", 1),
        ("author", "--set takes", 2),
    ],
)
def test_what_does_not_fit_is_refused_with_the_reason(library: Path, change: str, told: str, code: int) -> None:
    before = run("history", library).output
    result = run("document", library, "章程", "--set", "publisher=甲", "--set", change, code=code)
    assert told in result.error
    assert run("history", library).output == before


def test_documents_are_found_by_their_fields(library: Path) -> None:
    run("fields", library, "--add", "卷宗号")
    run("document", library, "章程", "--set", "卷宗号=甲12", "--set", "date=2017-05", "--set", "kind=book")
    for query in ("卷宗号:12", "date:2017..2019", "date:..2017", "kind:book", "-date:2018 kind:book"):
        found = run("search", library, f"正文 {query}", "--json").value
        assert [hit["text"] for hit in found["hits"]] == ["正文"], query
    assert run("search", library, "正文 卷宗号:13", "--json").value["total"] == 0
