"""From dataclass to row and back."""

import pytest

from library.library import Library
from library.models import Document, Highlight, Note, Placement, Tag, Tagging
from library.storage.store import Store
from tests.library.conftest import Desk


@pytest.fixture
def store(library: Library) -> Store:
    return library._store


def put(library: Library, *rows: Tag) -> None:
    with library.journal.operation("Put"):
        library._store.put(*rows)


@pytest.mark.parametrize("name", ["", "𠮷😀e\u0301", "a\x00b", "'; DROP TABLE tag; --", "\r\n", "é", '"', "NULL"])
def test_a_row_comes_back_as_it_was(desk: Desk, name: str) -> None:
    tag = Tag("a'\"", name, None, "red", name, 1.5)
    put(desk.library, tag)
    assert desk.library._store.find(Tag, tag.id) == tag
    assert desk.library._store.all(Tag, name=name) == [tag]
    desk.library.undo()
    assert desk.library._store.find(Tag, tag.id) is None
    desk.library.redo()
    assert desk.reopen().tags.all() == [tag]


def test_reading_by_equality_membership_and_absence(library: Library, store: Store) -> None:
    put(library, Tag("a", "甲", position=2), Tag("b", "乙", "a", position=1), Tag("c", "丙", "a", position=3))
    assert [tag.id for tag in store.all(Tag, "position")] == ["b", "a", "c"]
    assert [tag.id for tag in store.all(Tag, "-position")] == ["c", "a", "b"]
    assert [tag.id for tag in store.all(Tag, parent_id=None)] == ["a"]
    assert [tag.id for tag in store.all(Tag, "id", parent_id="a", id={"c", "b", "a"})] == ["b", "c"]
    assert store.all(Tag, id=()) == []
    assert store.all(Tag, position=3.0) == [Tag("c", "丙", "a", position=3)]
    assert store.highest(Tag, "position") == 3
    assert store.highest(Tag, "position", parent_id="nowhere") == 0
    assert store.counts(Tag, by="parent_id", parent_id={"a"}) == {"a": 2}


def test_rows_with_two_keys(desk: Desk) -> None:
    (highlight,) = desk.mark((0, 3), tags=("甲", "乙"))
    store = desk.library._store
    taggings = store.all(Tagging, "position")
    assert store.find(Tagging, highlight.id, taggings[1].tag_id) == taggings[1]
    with desk.library.journal.operation("Remove"):
        store.remove(Tagging, [(highlight.id, taggings[0].tag_id), (highlight.id, "nowhere")])
        store.remove(Placement, [])
    assert store.all(Tagging) == taggings[1:]
    desk.library.undo()
    assert store.all(Tagging, "position") == taggings


def test_several_kinds_at_once(desk: Desk) -> None:
    document = Document("d", "题", "0" * 64, 3)
    highlight = Highlight("h", "d", 0, 1, "一", "", "二三")
    note = Note("n", "highlight", "h", "批")
    with desk.library.journal.operation("Put"):
        desk.library._store.put(note, highlight, document, highlight)
    store = desk.library._store
    assert (store.all(Document), store.all(Highlight), store.all(Note)) == ([document], [highlight], [note])
