"""Own words of a library: done, undone, listed, in and out, and obeyed by search and marks."""

import pytest

from library.errors import InvalidName
from library.models import Span
from library.progress import Progress
from library.search.concordance import Order
from library.search.leaves import Options
from tests.library.conftest import Desk, prove, refuse


def words(desk: Desk) -> list[str]:
    return sorted(term.word for term in desk.library.terms.all())


def test_words_are_added_renamed_and_removed(desk: Desk) -> None:
    prove(desk, lambda library: library.terms.add("委员\n工作站", "𠮷😀祥"), "Add 2 own words")
    assert words(desk) == ["委员工作站", "𠮷😀祥"]
    assert desk.library.terms.add("委员工作站")[0].word == "委员工作站"
    prove(desk, lambda library: library.terms.rename("𠮷😀祥", "𠮷祥"), "Change own word")
    prove(desk, lambda library: library.terms.remove("𠮷祥"), "Remove own word")
    assert words(desk) == ["委员工作站"]


@pytest.mark.parametrize("word", ["", " \n", "，。", "长" * 61])
def test_what_can_be_no_word_is_refused(desk: Desk, word: str) -> None:
    refuse(desk, InvalidName, lambda library: library.terms.add(word))


def test_lists_are_those_of_jieba(desk: Desk) -> None:
    text = "\ufeff委员工作站 12 n\r\n界别\n\n云计算 5\n凱特琳 nz\nHigh Tea 3\n"
    prove(desk, lambda library: library.terms.add_list(text), "Add 5 own words")
    assert sorted(desk.library.terms.listing().splitlines()) == sorted(
        ["委员工作站 12 n", "界别", "云计算 5", "凱特琳 nz", "High Tea 3"]
    )
    before = desk.rows()
    desk.library.terms.add_list(desk.library.terms.listing())
    assert desk.rows() == before
    desk.library.terms.add_list("界别 7 n")
    assert "界别 7 n" in desk.library.terms.listing().splitlines()


def test_lines_that_hold_no_word_are_told_and_the_others_taken(desk: Desk) -> None:
    lines = [
        "界别",
        "，。",
        "议事会 3 n",
        "长" * 61,
        "云 " + "9" * 40,
        "",
        "a" + " " * 100_000 + "b!",
        "工作站 1 nz",
        "名 12\x0b n",
    ]
    taken = desk.library.terms.add_list("\r\n".join(lines))
    assert taken.left_out == (2, 4, 5, 7)
    assert [(row.word, row.frequency, row.kind) for row in taken.rows] == [
        ("界别", 0, ""), ("议事会", 3, "n"), ("工作站", 1, "nz"), ("名", 12, "n"),
    ]  # fmt: skip
    desk.library.undo()
    assert words(desk) == []
    revision = desk.library.revision
    assert desk.library.terms.add_list("……\n").left_out == (1,)
    assert desk.library.revision == revision


def test_concordances_sort_by_own_words(desk: Desk) -> None:
    desk.add("去委员工作站。去委员办公室。去委员工作站。", "甲")
    search = desk.library.search
    search.update()
    order = Order(side="right", word=1, by="frequency")
    assert len(search.ask("去").concordance().arrange(order, Progress()).words) == 1
    desk.library.terms.add("委员工作站")
    assert len(search.ask("去").concordance().arrange(order, Progress()).words) == 2


def test_typed_pinyin_knows_own_words(desk: Desk) -> None:
    desk.add("槐川议亭长说了话。", "甲")
    desk.library.search.update()
    assert "川议亭" not in desk.library.search.candidates("chuanyiting")
    desk.library.terms.add("川议亭")
    assert desk.library.search.candidates("chuanyiting")[0] == "川议亭"


def test_searches_for_whole_words_and_marks_obey(desk: Desk) -> None:
    document = desk.add("区里的委员工作站开了。", "甲")
    search = desk.library.search
    search.update()
    whole = Options(whole_words=True)
    assert len(search.ask("工作站", whole).places(document.id)) == 1
    desk.library.terms.add("委员工作站")
    assert search.ask("工作站", whole).places(document.id) == []
    assert len(search.ask("委员工作站", whole).places(document.id)) == 1
    (place,) = search.ask("工作").places(document.id)
    marked = desk.library.hitmarks.add([Span(document.id, place.start, place.end)], reach="words")
    assert desk.library.highlights.get(marked.added[0]).quote == "委员工作站"
    desk.library.undo()
    desk.library.undo()
    assert len(search.ask("工作站", whole).places(document.id)) == 1
