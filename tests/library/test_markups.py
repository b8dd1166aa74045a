"""What files set apart in documents: at hand where it is little, else read where it is not waited for."""

import pytest

from library import markups as markups_module
from library.elements import AT_ONCE, Element, Marks
from library.models import Document, Draft, PreparedDraft
from library.storage.glimpse import glimpse
from tests.library.conftest import Desk

TEXT = "见𠮷网站😀。"
LITTLE = (Element(0, 1, "heading", "1"), Element(2, 4, "link", "https://a.example/志"))
MUCH = tuple(Element(2, 4, "link", f"https://a.example/{number}") for number in range(AT_ONCE // 20))


def add(desk: Desk, *elements: Element, text: str = TEXT) -> Document:
    draft = Draft(text, "文", "docx", elements=elements)
    prepared = PreparedDraft(draft, desk.library.texts.add_text(text), "", "", "")
    return desk.library.documents.add_drafts([prepared])[0][0]


def test_little_is_at_hand_and_much_is_read_elsewhere(desk: Desk) -> None:
    little, much, none = add(desk, *LITTLE), add(desk, *MUCH, text=TEXT * 2), add(desk, text=TEXT * 3)
    library = desk.reopen()
    library.markups.waits = False
    assert library.markups.find(little) == Marks(LITTLE)
    assert library.markups.find(none) == Marks()
    assert library.markups.find(much) is None
    found = library.markups.found(much.id)
    desk.reopen().markups.waits = False
    desk.library.markups.take(much.id, found)
    assert desk.library.markups.find(much) is found
    assert found.elements == MUCH


def test_where_it_may_be_waited_for_all_is_read_at_once(desk: Desk) -> None:
    assert desk.library.markups.find(add(desk, *MUCH)) == Marks(MUCH)


def test_what_is_seen_before_the_library_is_open_is_what_is_at_hand(desk: Desk) -> None:
    documents = add(desk, *LITTLE), add(desk, *MUCH, text=TEXT * 2)
    with glimpse(desk.library.path) as seen:
        few, many = (seen.open_text(document.id) for document in documents)
    few.text.close()
    many.text.close()
    assert few.marks == Marks(LITTLE)
    assert many.marks is None


def test_what_was_read_longest_ago_is_let_go_of(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [add(desk, *MUCH, text=TEXT * times) for times in (1, 2, 3)]
    monkeypatch.setattr(markups_module, "_HELD", 2 * len(MUCH))
    for document in documents:
        desk.library.markups.found(document.id)
    desk.library.markups.waits = False
    assert [desk.library.markups.find(document) is None for document in documents] == [True, False, False]
