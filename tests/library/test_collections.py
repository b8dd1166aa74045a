"""Collections: a tree in whose nodes documents stand by hand, several times if wanted."""

import pytest

from library.errors import InvalidMove, InvalidName, NotFound
from tests.library.conftest import Desk, prove, refuse


def names(desk: Desk, collection_id: str, *, deep: bool = False) -> list[str]:
    return [document.title for document in desk.library.collections.documents(collection_id, deep=deep)]


def test_adding(desk: Desk) -> None:
    prove(desk, lambda library: library.collections.add(" 方\n志 "), "Add collection “方 志”")
    (parent,) = desk.library.collections.all()
    prove(desk, lambda library: library.collections.add("方 志", parent.id), "Add collection “方 志”")
    refuse(desk, InvalidName, lambda library: library.collections.add("方 志"))
    refuse(desk, InvalidName, lambda library: library.collections.add(" "))
    refuse(desk, InvalidName, lambda library: library.collections.add("a/b"))
    refuse(desk, NotFound, lambda library: library.collections.add("x", "nowhere"))
    assert sorted(desk.library.collections.tree().paths().values()) == ["方 志", "方 志/方 志"]


def test_adding_a_path_is_one_operation(desk: Desk) -> None:
    prove(desk, lambda library: library.collections.add_path("方志/风俗/𠮷😀"), "Add collection “方志/风俗/𠮷😀”")
    deepest = desk.library.collections.find_path("方志/风俗/𠮷😀")
    assert deepest is not None
    assert desk.library.collections.path(deepest.id) == "方志/风俗/𠮷😀"
    revision = desk.library.revision
    assert desk.library.collections.add_path("方志/风俗/𠮷😀") == deepest
    assert desk.library.revision == revision
    assert desk.library.collections.find_path("方志/没有") is None
    refuse(desk, InvalidName, lambda library: library.collections.add_path("新//x"))


def test_renaming(desk: Desk) -> None:
    collection = desk.library.collections.add("甲")
    desk.library.collections.add("乙")
    prove(desk, lambda library: library.collections.rename(collection.id, "丙"), "Rename “甲” to “丙”")
    refuse(desk, InvalidName, lambda library: library.collections.rename(collection.id, "乙"))
    refuse(desk, InvalidName, lambda library: library.collections.rename(collection.id, ""))
    refuse(desk, NotFound, lambda library: library.collections.rename("nowhere", "丁"))
    desk.library.collections.rename(collection.id, "丙")
    assert desk.library.journal.history()[0].arguments == {"old": "甲", "name": "丙"}


def test_moving(desk: Desk) -> None:
    first, second, third = (desk.library.collections.add(name) for name in "甲乙丙")
    prove(desk, lambda library: library.collections.move(third.id, None, first.id), "Move “丙”")
    assert [node.name for node in desk.library.collections.tree().children(None)] == ["丙", "甲", "乙"]
    prove(desk, lambda library: library.collections.move(first.id, second.id), "Move “甲”")
    assert desk.library.collections.path(first.id) == "乙/甲"
    refuse(desk, InvalidMove, lambda library: library.collections.move(second.id, first.id))
    refuse(desk, InvalidMove, lambda library: library.collections.move(second.id, second.id))
    refuse(desk, NotFound, lambda library: library.collections.move(second.id, "nowhere"))
    desk.library.collections.add("甲")
    refuse(desk, InvalidName, lambda library: library.collections.move(first.id, None))


def test_removing_keeps_the_documents(desk: Desk) -> None:
    document = desk.add()
    parent = desk.library.collections.add("甲")
    child = desk.library.collections.add("乙", parent.id)
    other = desk.library.collections.add("丙")
    for collection in (parent, child, other):
        desk.library.collections.place(collection.id, [document.id])
    desk.library.notes.write("collection", child.id, "注")
    prove(desk, lambda library: library.collections.remove(parent.id), "Delete collection “甲”")
    assert desk.library.collections.all() == [other]
    assert desk.library.documents.all() == [document]
    assert desk.table("note") == []
    refuse(desk, NotFound, lambda library: library.collections.remove(child.id))


def test_placing_by_hand(desk: Desk) -> None:
    a, b, c, d = (document.id for document in desk.add_many(*((name, name) for name in "甲乙丙丁")))
    collection = desk.library.collections.add("简报")
    prove(desk, lambda library: library.collections.place(collection.id, [a, b, c]), "Put 3 documents into “简报”")
    prove(desk, lambda library: library.collections.place(collection.id, [d], b), "Put document into “简报”")
    assert names(desk, collection.id) == ["甲", "丁", "乙", "丙"]
    desk.library.collections.place(collection.id, [c, a], d)
    assert names(desk, collection.id) == ["丙", "甲", "丁", "乙"]
    prove(desk, lambda library: library.collections.sort_documents(collection.id, [a, b, c, d]), "Sort “简报”")
    assert names(desk, collection.id) == ["甲", "乙", "丙", "丁"]
    prove(desk, lambda library: library.collections.unplace(collection.id, [b, d]), "Take 2 documents out of “简报”")
    assert names(desk, collection.id) == ["甲", "丙"]
    refuse(desk, NotFound, lambda library: library.collections.place(collection.id, ["nowhere"]))
    refuse(desk, NotFound, lambda library: library.collections.place("nowhere", [a]))


def test_a_document_dropped_on_its_own_place_stays_there(desk: Desk) -> None:
    a, b, c = (document.id for document in desk.add_many(*((name, name) for name in "甲乙丙")))
    collection = desk.library.collections.add("简报")
    desk.library.collections.place(collection.id, [a, b, c])
    revision = desk.library.revision
    desk.library.collections.place(collection.id, [a], a)
    desk.library.collections.place(collection.id, [a, b], b)
    assert names(desk, collection.id) == ["甲", "乙", "丙"]
    assert desk.library.revision == revision


def test_moving_documents_between_collections(desk: Desk) -> None:
    a, b = (document.id for document in desk.add_many(("甲", "1"), ("乙", "2")))
    source, target = desk.library.collections.add("旧"), desk.library.collections.add("新")
    desk.library.collections.place(source.id, [a, b])
    desk.library.collections.place(target.id, [b])
    prove(
        desk,
        lambda library: library.collections.move_documents([a, b], source.id, target.id, b),
        "Move 2 documents to “新”",
    )
    assert names(desk, source.id) == []
    assert names(desk, target.id) == ["甲", "乙"]
    desk.library.collections.move_documents([a], None, source.id)
    assert names(desk, source.id) == ["甲"]
    assert names(desk, target.id) == ["甲", "乙"]
    desk.library.collections.move_documents([a], target.id, target.id)
    assert names(desk, target.id) == ["乙", "甲"]


@pytest.mark.parametrize("deep", [False, True])
def test_documents_of_a_branch_stand_once_and_leave_out_the_bin(desk: Desk, deep: bool) -> None:
    a, b, c = (document.id for document in desk.add_many(*((name, name) for name in "甲乙丙")))
    parent = desk.library.collections.add("上")
    child = desk.library.collections.add("下", parent.id)
    desk.library.collections.place(parent.id, [b])
    desk.library.collections.place(child.id, [c, b, a])
    desk.library.documents.remove(c)
    assert names(desk, parent.id, deep=deep) == (["乙", "甲"] if deep else ["乙"])


def test_placements_are_in_the_order_by_hand(desk: Desk) -> None:
    a, b = (document.id for document in desk.add_many(("甲", "1"), ("乙", "2")))
    collection = desk.library.collections.add("简报")
    desk.library.collections.place(collection.id, [b, a])
    assert [row.document_id for row in desk.library.collections.placements()] == [b, a]
