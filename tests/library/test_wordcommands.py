"""The commands on words."""

import json
from pathlib import Path

from click.testing import CliRunner

from library.commands import commands
from tests.library.conftest import Desk


def run(*arguments: str | Path) -> str:
    done = CliRunner().invoke(commands, [str(argument) for argument in arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_words_come_in_and_out_of_lists(desk: Desk, tmp_path: Path) -> None:
    desk.library.close()
    listed = tmp_path / "terms.txt"
    listed.write_text("委员工作站 12 n\n𠮷祥\n", encoding="gb18030")
    assert json.loads(run("terms", desk.path, "--add", listed, "--json")) == [
        {"word": "委员工作站", "frequency": 12, "kind": "n"},
        {"word": "𠮷祥", "frequency": 0, "kind": ""},
    ]
    assert sorted(run("terms", desk.path).splitlines()) == ["委员工作站 12 n", "𠮷祥"]


def test_the_glossary_comes_in_and_out_as_a_table(desk: Desk, tmp_path: Path) -> None:
    desk.library.close()
    table = tmp_path / "glossary.csv"
    table.write_text("term,gloss,note\n议事会,council,\n", encoding="utf-8-sig")
    assert run("glossary", desk.path, "--add", table).splitlines() == ["term,gloss,note", "议事会,council,"]
    assert json.loads(run("glossary", desk.path, "--json")) == [{"term": "议事会", "gloss": "council", "note": ""}]


def test_a_word_is_looked_up(desk: Desk) -> None:
    desk.add("議事會", "甲")
    desk.library.glossary.set("议事会", "council")
    desk.library.close()
    found = json.loads(run("lookup", desk.path, "议事会", "--json"))
    assert (found["reading"], found["traditional"], found["places"]["count"]["places"]) == ("yì shì huì", "議事會", 1)
    shown = run("lookup", desk.path, "议事会")
    assert "U+8BAE\tyì\t議" in shown
    assert "1\t甲" in shown
    assert "议事会\tcouncil" in shown
