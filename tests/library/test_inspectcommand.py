"""The command that says what is in a file."""

import json
import os
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from library.commands import commands
from library.library import Library
from tests.library.chinese.labelled import labelled


def run(*arguments: object) -> Result:
    return CliRunner().invoke(commands, [str(argument) for argument in arguments])


@pytest.fixture
def newsletter(tmp_path: Path) -> Path:
    path = tmp_path / "简报.txt"
    path.write_text(labelled("newsletter.txt").text, encoding="gb18030")
    return path


def test_all_that_is_known_of_a_file_as_json(newsletter: Path) -> None:
    text = labelled("newsletter.txt").text
    value = json.loads(run("inspect", newsletter, "--json").output)
    assert (value["encoding"], value["title"], value["length"]) == ("GB18030", "全县冬修水利动员会召开", len(text))
    date = value["metadata"]["date"]
    assert (date["value"], text[date["start"] : date["end"]]) == ("2018-12-03", "二〇一八年十二月三日")
    assert value["metadata"]["document_number"] is None
    assert [(row["kind"], row["level"], row["depth"]) for row in value["outline"]] == [("run_in", 1, 0)] * 3
    assert [row["name"] for row in value["speakers"]] == ["刘小青", "石大山"]
    assert [len(value["repairs"][kind]) for kind in ("joins", "gaps", "duplicates", "wraps")] == [2, 1, 0, 0]
    assert value["counts"]["paragraphs"] == len([line for line in text.split("\n") if line.strip()])
    assert value["missing"] == []


def test_all_that_is_known_of_a_file_for_people(newsletter: Path) -> None:
    rows = [line.split("\t") for line in run("inspect", newsletter).output.splitlines()]
    assert ["issuer", "柳河县水利局办公室", "26-35"] in rows
    assert next(row[1] for row in rows if row[0] == "run-in") == "一、把任务分到村"
    assert next(row[1] for row in rows if row[0] == "join") == "，要把群众的意见收上来、【|】登记好、答复清，一件一件"
    assert ["repeated", "0"] in rows


def test_passages_that_stand_twice_are_counted_once_and_shown_by_their_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(labelled("page_cuts.txt").text, encoding="utf-8")
    value = json.loads(run("inspect", path, "--json").output)
    (twice,) = value["repairs"]["duplicates"]
    assert value["counts"]["repeated"] == twice["end"] - twice["start"]
    assert (
        f"duplicate\t会员有疑问的，可以当场提…提出异议，就要再查一次。\t{twice['start']}-"
        in run("inspect", path).output
    )


def test_a_file_that_cannot_be_read_is_refused_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02" * 100)
    for path in (tmp_path / "a.txt", tmp_path / "none.txt", tmp_path):
        done = run("inspect", path)
        assert done.exit_code == 1
        assert done.stderr


def test_an_empty_file_has_nothing_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    value = json.loads(run("inspect", tmp_path / "a.txt", "--json").output)
    assert (value["length"], value["outline"], value["counts"]["characters"]) == (0, [], 0)


def test_texts_are_repaired_on_import_only_when_asked_for(newsletter: Path, tmp_path: Path) -> None:
    text = labelled("newsletter.txt").text
    kept = json.loads(run("import", tmp_path / "A", newsletter, "--json").output)["imported"][0]
    mended = json.loads(run("import", tmp_path / "B", newsletter, "--repair", "--json").output)["imported"][0]
    none = dict.fromkeys(("wrap", "space", "duplicate", "stray"), 0)
    assert (kept["repairs"], mended["repairs"]) == (None, {"join": 2, "gap": 1, **none})
    assert run("text", tmp_path / "A", kept["id"]).output == text
    assert run("text", tmp_path / "B", mended["id"]).output == text.replace("收上来、\n\n登", "收上来、登").replace(
        "三是\n\n公", "三是公"
    )
    library = Library.open(tmp_path / "B")
    document = library.documents.get(mended["id"])
    assert (document.date, document.issuer, document.number) == ("2018-12-03", "柳河县水利局办公室", "第 14 期")
    original = library.texts.find_original(document.original_sha)
    assert original is not None
    assert original.read_bytes() == newsletter.read_bytes()
    library.close()
    assert ", 2 repairs, 1 place to look at" in run("import", tmp_path / "C", newsletter, "--repair").output


def test_a_file_is_read_as_an_import_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<html lang='zh'><head><title>渡口</title><meta name='author' content='佚名'></head><body><h1>渡口</h1>"
        "<h2>缘起</h2><p>河上有船。</p><ol><li>甲</li><li value='4'>乙</li></ol><h3>近事</h3><p>船停了。</p>"
        "</body></html>",
        encoding="utf-8",
    )
    value = json.loads(run("inspect", path, "--json").output)
    assert [(row["title"], row["level"]) for row in value["outline"]] == [("缘起", 1), ("近事", 2)]
    assert value["missing"] == []
    assert (value["fields"]["author"], value["fields"]["title"]) == ("佚名", "渡口")
    assert "field\tauthor\t佚名" in run("inspect", path).output


def test_remarks_on_a_file_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<title>甲</title><meta name='date' content='不详'><p>河上有船。</p>", encoding="utf-8")
    value = json.loads(run("inspect", path, "--json").output)
    assert value["remarks"] == ["A part of what the file says of itself, such as a date that is none, was left out."]
    assert "remark\tA part of what the file says" in run("inspect", path).output


def test_each_file_of_an_archive_and_of_a_folder(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("甲.txt", "甲的文字。")
        archive.writestr("乙.caj", b"CAJ\0\1\0")
    (tmp_path / "丙.md").write_text("# 丙\n\n文字。", encoding="utf-8")
    done = run("inspect", tmp_path, "--json")
    assert done.exit_code == 1
    assert "CAJViewer" in done.stderr
    rows = {Path(row["path"]).name: row for row in json.loads(done.stdout)}
    assert sorted(rows) == ["丙.md", "乙.caj", "甲.txt"]
    assert (rows["甲.txt"]["title"], rows["丙.md"]["title"]) == ("甲", "丙")
    assert "CAJViewer" in rows["乙.caj"]["refused"]


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        done = run("inspect", path)
        assert done.exit_code == 1
        assert "not a file" in done.stderr


def test_an_empty_folder_and_an_empty_archive(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert "nothing in this folder" in run("inspect", tmp_path / "a").stderr
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("__MACOSX/x", "x")
    assert "nothing in this archive" in run("inspect", tmp_path / "b.zip").stderr
