"""Memos: prose with excerpts that follow their highlights."""

import pytest

from library.errors import InvalidName, NotFound
from library.references import parts
from tests.library.conftest import Desk, prove, refuse


def test_a_memo_through_its_life(desk: Desk) -> None:
    prove(desk, lambda library: library.memos.add(" 第一章\n𠮷 "), "Add memo “第一章 𠮷”")
    (memo,) = desk.library.memos.all()
    prove(desk, lambda library: library.memos.write(memo.id, "# 一\r\n😀"), "Write memo “第一章 𠮷”")
    assert desk.library.memos.get(memo.id).text == "# 一\r\n😀"
    prove(desk, lambda library: library.memos.rename(memo.id, "二"), "Rename “第一章 𠮷” to “二”")
    prove(desk, lambda library: library.memos.remove(memo.id), "Delete memo")
    refuse(desk, NotFound, lambda library: library.memos.get(memo.id))


@pytest.mark.parametrize("title", ["", " \n", "\x00"[:0]])
def test_a_memo_needs_a_title(desk: Desk, title: str) -> None:
    refuse(desk, InvalidName, lambda library: library.memos.add(title))
    memo = desk.library.memos.add("甲")
    refuse(desk, InvalidName, lambda library: library.memos.rename(memo.id, title))


def test_excerpts_are_sent_reordered_and_taken_out(desk: Desk) -> None:
    first, second, third = desk.mark((0, 3), (3, 5), (5, 9))
    memo = desk.library.memos.add("札记", "开头\n")
    prove(desk, lambda library: library.memos.send(memo.id, [first.id, second.id]), "Send 2 excerpts to “札记”")
    prove(desk, lambda library: library.memos.send(memo.id, [third.id], 1), "Send excerpt to “札记”")
    held = [part.highlight_id for part in parts(desk.library.memos.get(memo.id).text)]
    assert held == [None, third.id, first.id, second.id]
    prove(desk, lambda library: library.memos.move_part(memo.id, 3, -2), "Reorder memo “札记”")
    prove(desk, lambda library: library.memos.remove_part(memo.id, 0), "Take a part out of “札记”")
    held = [part.highlight_id for part in parts(desk.library.memos.get(memo.id).text)]
    assert held == [second.id, third.id, first.id]
    refuse(desk, NotFound, lambda library: library.memos.move_part(memo.id, 3, 1))
    refuse(desk, NotFound, lambda library: library.memos.remove_part(memo.id, -1))


def test_a_part_that_cannot_go_further_is_no_step(desk: Desk) -> None:
    memo = desk.library.memos.add("札记", "一\n")
    revision = desk.library.revision
    desk.library.memos.move_part(memo.id, 0, -1)
    desk.library.memos.write(memo.id, "一\n")
    assert desk.library.revision == revision


def test_a_deleted_highlight_stays_named_in_its_memos(desk: Desk) -> None:
    (mark,) = desk.mark((0, 3))
    memo = desk.library.memos.add("札记")
    desk.library.memos.send(memo.id, [mark.id])
    desk.library.highlights.remove(mark.id)
    assert [part.highlight_id for part in parts(desk.library.memos.get(memo.id).text)] == [mark.id]
    assert desk.library.excerpts.of_highlights([mark.id]) == []
    desk.library.undo()
    assert len(desk.library.excerpts.of_highlights([mark.id])) == 1


def test_saves_close_together_are_one_step(desk: Desk) -> None:
    memo = desk.library.memos.add("札记")
    for text in ("一", "一二", "一二三"):
        desk.library.memos.write(memo.id, text)
    desk.library.undo()
    assert desk.library.memos.get(memo.id).text == ""


def test_the_memo_changed_last_is_first(desk: Desk) -> None:
    old, new = desk.library.memos.add("旧"), desk.library.memos.add("新")
    assert [memo.id for memo in desk.library.memos.all()] == [new.id, old.id]
