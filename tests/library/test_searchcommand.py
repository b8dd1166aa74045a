"""The search command: what it prints, as lines and as JSON."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from library.commands import commands
from tests.library.conftest import Desk


@pytest.fixture
def path(desk: Desk) -> Path:
    library = desk.library
    first, _ = desk.add_many(("甲", "人民政\n\n協会议，協商、民主。协商民主。"), ("乙 協商", "民主协商𠮷😀"))
    library.highlights.add(first.id, 0, 2, tags=["主题/协商"], note="协商的批注")
    library.close()
    return desk.path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(commands, [str(argument) for argument in arguments])


def test_everything_as_json(path: Path) -> None:
    result = run("search", path, "协商民主", "--json")
    assert result.exit_code == 0
    value = json.loads(result.output)
    assert {key: value[key] for key in ("total", "exact_total", "truncated", "pinyin")} == {
        "total": 2, "exact_total": 1, "truncated": False, "pinyin": None,
    }  # fmt: skip
    assert [(hit["start"], hit["end"], hit["text"], hit["crosses_punctuation"]) for hit in value["hits"]] == [
        (9, 14, "協商、民主", True),
        (15, 19, "协商民主", False),
    ]
    assert value["hits"][0]["before"] == "人民政\n\n協会议，"
    assert value["hits"][1]["after"] == "。"


def test_the_limit_cuts_the_list_and_not_the_count(path: Path) -> None:
    value = json.loads(run("search", path, "商", "--limit", "1", "--json").output)
    assert (value["total"], len(value["hits"]), value["truncated"]) == (3, 1, True)
    assert [row["title"] for row in value["titles"]] == ["乙 協商"]
    assert [note["text"] for note in value["notes"]] == ["协商的批注"]
    assert [tag["name"] for tag in value["tags"]] == ["主题/协商"]
    value = json.loads(run("search", path, "商", "--limit", "1", "--all", "--json").output)
    assert (value["total"], len(value["hits"]), value["truncated"]) == (3, 3, False)


def test_overlapping_hits_are_all_there(path: Path) -> None:
    run("import", path, _file(path, "哈哈哈"))
    assert json.loads(run("search", path, "哈哈", "--json").output)["total"] == 2


def test_lines_for_people(path: Path) -> None:
    lines = run("search", path, "协商民主").output.splitlines()
    assert lines[-1] == "2 hits in 1 document, 1 of them across punctuation"
    assert lines[0] == "甲\t9-14\t≈ 人民政 協会议，【協商、民主】。协商民主。"


def test_a_query_that_begins_with_a_dash_follows_two(path: Path) -> None:
    assert run("search", path, "--json", "--", "-民主 商").exit_code == 0
    result = run("search", path, "--", "-民主")
    assert result.exit_code == 1
    assert "only says what must not be there" in result.stderr


def test_letters_are_pinyin_where_nothing_is_written_so(path: Path) -> None:
    value = json.loads(run("search", path, "xieshang minzhu", "--json").output)
    assert (value["pinyin"], value["total"]) == ("协商民主", 2)
    lines = run("search", path, "minzhuxieshang").output.splitlines()
    assert lines[0] == "Nothing is written so; 民主协商 is read so."
    assert lines[-1] == "2 hits in 2 documents, 1 of them across punctuation"
    value = json.loads(run("search", path, "qqq", "--json").output)
    assert (value["pinyin"], value["total"]) == (None, 0)


def test_stricter_forms(path: Path) -> None:
    totals = [
        json.loads(run("search", path, "協商", *options, "--json").output)["total"]
        for options in ((), ("--exact",), ("--whole-words",))
    ]
    assert totals[:2] == [3, 1]
    assert totals[2] > 0


def test_a_changed_library_is_indexed_again(path: Path) -> None:
    assert json.loads(run("search", path, "𡈽", "--json").output)["total"] == 0
    run("import", path, _file(path, "有𡈽一处"))
    assert json.loads(run("search", path, "𡈽", "--json").output)["total"] == 1
    run("undo", path)
    assert json.loads(run("search", path, "𡈽", "--json").output)["total"] == 0


def _file(path: Path, text: str) -> Path:
    file = path.with_suffix(".txt")
    file.write_text(text, encoding="utf-8")
    return file


def test_hits_in_passages_that_stand_twice_are_told_apart(desk: Desk) -> None:
    passage = "会员有疑问的可以当场提出，由会长答复。" * 3 + "答复不满意的可以要求查账，查账人由会员公推。" * 4
    desk.add(f"开头。{passage}\n\n中间。\n\n末尾。{passage}", "两遍")
    path = str(desk.library.path)
    once = json.loads(run("search", path, "答复", "--json").output)
    assert (once["total"], once["repeated_total"], len(once["hits"])) == (7, 7, 7)
    each = json.loads(run("search", path, "答复", "--repeated", "--json").output)
    assert (each["total"], each["repeated_total"], len(each["hits"])) == (14, 0, 14)
    assert "7 hits in 1 document, 7 more in passages printed twice" in run("search", path, "答复").output
    lines = json.loads(run("concordance", path, "答复", "--json").output)
    assert (lines["total"], lines["repeated_total"]) == (7, 7)
