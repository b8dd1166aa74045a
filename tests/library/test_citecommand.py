"""The command that cites documents."""

from pathlib import Path

import pytest

from tests.library.test_commands import Done, run_in_process


def run(*arguments: object, code: int = 0) -> Done:
    done = run_in_process(*arguments)
    assert done.code == code, done
    return done


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for name in ("章程", "简报"):
        (tmp_path / f"{name}.txt").write_text(f"{name}的正文", encoding="utf-8")
    path = tmp_path / "库"
    run("import", path, tmp_path / "章程.txt", tmp_path / "简报.txt")
    book = ("kind=book", "title=章程", "author=张三", "date=2018", "place=北京", "publisher=社")
    run("document", path, "章程", *(part for value in book for part in ("--set", value)))
    brief = ("title=简报", "author=李四", "date=2018-03-01", "number=第1期", "issuer=街道办", "kind=other")
    run("document", path, "简报", *(part for value in brief for part in ("--set", value)))
    return path


def test_one_document_is_one_entry(library: Path) -> None:
    assert run("cite", library, "章程").output == "张三. 章程[M]. 北京：社，2018.\n"
    assert run("cite", library, "章程", "--style", "apa").output == "张三. (2018). 章程. 社.\n"


def test_a_place_is_cited_above_the_entry(library: Path) -> None:
    done = run("cite", library, "章程", "--style", "gbt7714-2015", "--locator", "第12页")
    assert done.output == "[1]12\n[1] 张三. 章程[M]. 北京: 社, 2018.\n"


def test_several_documents_are_a_bibliography(library: Path) -> None:
    done = run("cite", library, "章程", "简报", "--style", "gbt7714-2025-author-date")
    assert done.output == "李四，2018. 简报[Z]. 街道办，2018-03-01.\n张三，2018. 章程[M]. 北京：社.\n"


def test_json_tells_each_entry(library: Path) -> None:
    value = run("cite", library, "简报", "--style", "chicago", "--locator", "para. 2", "--json").value
    (entry,) = value["entries"]
    assert value["style"] == "chicago"
    assert entry["citation"] == "(李四 2018, para. 2)"
    assert entry["entry"] == "李四. 2018. “简报.” 第1期. 街道办. March 1, 2018."
    assert entry["markdown"] == entry["html"] == entry["entry"]
    assert (entry["kind"], entry["number"]) == ("other", None)


def test_what_is_not_there_is_told(library: Path) -> None:
    run("cite", library, "没有", code=1)
    run("cite", library, "章程", "--style", "mla", code=2)
    run("cite", library, code=2)


def test_a_text_is_asked_for_its_language_where_the_title_shows_none(library: Path, tmp_path: Path) -> None:
    (tmp_path / "crlf.txt").write_text("街坊把意见写在墙上。", encoding="utf-8")
    run("import", library, tmp_path / "crlf.txt")
    run("document", library, "crlf", "--set", "title=crlf", "--set", "author=")
    assert "佚名" in run("cite", library, "crlf", "--style", "gbt7714-2015-author-date").output
