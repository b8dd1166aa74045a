"""The command that marks what a query finds."""

import json

from tests.library.conftest import Desk
from tests.library.test_searchcommand import run


def test_hits_are_marked_as_one_step(desk: Desk) -> None:
    desk.add_many(("甲", "协商民主。协商、民主。"), ("乙", "協商民主𠮷"))
    desk.library.close()
    value = json.loads(run("mark", desk.path, "协商民主", "--tag", "主题/协商", "--color", "red", "--json").output)
    assert (len(value["added"]), value["known"]) == (2, [])
    result = run("mark", desk.path, "协商民主", "--tag", "乙", "--crossing", "--underline")
    assert result.output == "1 highlight added, 2 there already\n"
    rows = json.loads(run("highlights", desk.path, "--json").output)
    assert [(row["quote"], row["tags"], row["style"]) for row in rows] == [
        ("协商民主", ["主题/协商", "乙"], "highlight"),
        ("协商、民主", ["乙"], "underline"),
        ("協商民主", ["主题/协商", "乙"], "highlight"),
    ]
    run("undo", desk.path)
    run("undo", desk.path)
    assert json.loads(run("highlights", desk.path, "--json").output) == []


def test_pinyin_is_taken_as_search_takes_it(desk: Desk) -> None:
    desk.add("先说协商。再说协商。", "甲")
    desk.library.close()
    assert run("mark", desk.path, "xieshang").output == "2 highlights added, 0 there already\n"
    assert run("concordance", desk.path, "xieshang").output.splitlines()[-1] == "2 hits in 1 document"


def test_whole_sentences_and_mistakes(desk: Desk) -> None:
    desk.add("先说协商。再说协商、民主。", "甲")
    desk.library.close()
    run("mark", desk.path, "协商", "--reach", "sentences")
    rows = json.loads(run("highlights", desk.path, "--json").output)
    assert [row["quote"] for row in rows] == ["先说协商。", "再说协商、民主。"]
    assert run("mark", desk.path, "没有").output == "0 highlights added, 0 there already\n"
    assert run("mark", desk.path, "-协商").exit_code == 2
    assert run("mark", desk.path, "--", "-协商").exit_code == 1
