"""Bookmarks: set, named, taken away, and gone with their document."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.annotation.bookmarks import LONGEST_NAME, NAME_LENGTH, beginning
from library.errors import InvalidSpan, NotFound
from library.storage.blocks import build_table
from library.storage.texts import ReadingText
from tests.library.conftest import TEXT, Desk, prove, refuse


def reading(text: str) -> ReadingText:
    return ReadingText(text.encode(), build_table(text))


def test_a_bookmark_is_named_by_its_sentence(desk: Desk) -> None:
    document = desk.add()
    at = TEXT.index("再把事")
    prove(desk, lambda library: library.bookmarks.add(document.id, at), "Add bookmark")
    (bookmark,) = desk.library.bookmarks.of_document(document.id)
    assert (bookmark.position, bookmark.name) == (at, "先把话听完，再把事分清")
    assert desk.library.bookmarks.get(bookmark.id) == bookmark
    assert bookmark.created


def test_a_given_name_is_one_line(desk: Desk) -> None:
    document = desk.add()
    made = desk.library.bookmarks.add(document.id, 2, " 从\n这里 😀\ud800 ")
    assert made.name == "从 这里 😀�"
    assert len(desk.library.bookmarks.add(document.id, 3, "长" * 999).name) == LONGEST_NAME


def test_one_place_has_one_bookmark(desk: Desk) -> None:
    document = desk.add()
    first = desk.library.bookmarks.add(document.id, 5)
    revision = desk.library.revision
    assert desk.library.bookmarks.add(document.id, 5, "另一个") == first
    assert desk.library.revision == revision
    assert desk.library.bookmarks.of_document(document.id) == [first]


def test_they_come_in_text_order(desk: Desk) -> None:
    document = desk.add()
    for position in (len(TEXT), 0, 7):
        desk.library.bookmarks.add(document.id, position)
    assert [one.position for one in desk.library.bookmarks.of_document(document.id)] == [0, 7, len(TEXT)]


def test_renaming_and_taking_the_name_back(desk: Desk) -> None:
    document = desk.add()
    made = desk.library.bookmarks.add(document.id, 0)
    prove(desk, lambda library: library.bookmarks.rename(made.id, "开头 𠮷"), "Rename bookmark")
    assert desk.library.bookmarks.get(made.id).name == "开头 𠮷"
    prove(desk, lambda library: library.bookmarks.rename(made.id, " "), "Rename bookmark")
    assert desk.library.bookmarks.get(made.id) == made


def test_removing(desk: Desk) -> None:
    document = desk.add()
    ids = [desk.library.bookmarks.add(document.id, position).id for position in (0, 4, 9)]
    prove(desk, lambda library: library.bookmarks.remove(ids[0]), "Remove bookmark")
    prove(desk, lambda library: library.bookmarks.remove(*ids), "Remove 3 bookmarks")
    assert desk.library.bookmarks.of_document(document.id) == []


def test_erasing_a_document_takes_its_bookmarks_along(desk: Desk) -> None:
    document, other = desk.add_many(("一", "甲"), ("二", "乙"))
    for one in (document, other):
        desk.library.bookmarks.add(one.id, 0)
    done = prove(desk, lambda library: library.documents.erase(document.id), "Delete document")
    assert done.touches("bookmark")
    assert len(desk.table("bookmark")) == 1


@pytest.mark.parametrize("position", [-1, len(TEXT) + 1])
def test_a_place_outside_the_text_is_refused(desk: Desk, position: int) -> None:
    document = desk.add()
    refuse(desk, InvalidSpan, lambda library: library.bookmarks.add(document.id, position))


def test_what_is_not_there_is_refused(desk: Desk) -> None:
    refuse(desk, NotFound, lambda library: library.bookmarks.get("nothing"))
    refuse(desk, NotFound, lambda library: library.bookmarks.rename("nothing", "名"))
    refuse(desk, NotFound, lambda library: library.bookmarks.add("nothing", 0))


def test_a_bookmark_outside_its_text_is_told_by_the_check(desk: Desk) -> None:
    document = desk.add()
    made = desk.library.bookmarks.add(document.id, 0)
    desk.library.close()
    with closing(sqlite3.connect(desk.path / "library.db")) as connection, connection:
        connection.execute("UPDATE bookmark SET position = 999")
    assert desk.reopen().check() == [f"A bookmark stands outside its text: {made.id}."]


@pytest.mark.parametrize(
    ("text", "position", "name"),
    [
        ("", 0, ""),
        ("\n\n 后文。", 0, "后文"),
        ("## 一、开会\n文", 5, "一、开会"),
        ("一句。“二句！”三句", 9, "三句"),
        ("Dr no. Then this one. End", 12, "Then this one"),
        ("字" * 2000, 1000, "字" * (NAME_LENGTH - 1) + "…"),
        ("完。", 2, ""),
    ],
)
def test_how_a_sentence_begins(text: str, position: int, name: str) -> None:
    assert beginning(reading(text), position) == name


@given(st.text(st.sampled_from("𠮷😀。\n ae\u0301.#”"), max_size=60), st.data())
def test_a_name_is_one_short_line_of_the_text(text: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(text)))
    name = beginning(reading(text), position)
    assert len(name) <= NAME_LENGTH
    assert "\n" not in name
    assert name.rstrip("…").split(" ")[0] in text
