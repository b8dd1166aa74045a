"""Reading places: kept at once, outside the journal; how far a document is read, and said to be read by hand."""

import pytest

from library.errors import ReadOnly
from library.library import Library
from library.models import Reading
from tests.library.conftest import TEXT, Desk


def test_a_place_is_kept_and_leaves_no_step(desk: Desk) -> None:
    document = desk.add()
    revision = desk.library.revision
    assert desk.library.readings.find(document.id) is None
    desk.library.readings.see(document.id, 7, 9)
    seen = desk.library.readings.see(document.id, 8, 12)
    assert (seen.place, seen.furthest) == (8, 12)
    assert seen.opened
    assert desk.library.revision == revision
    assert str(desk.library.undo().label) == "Import document"
    assert desk.reopen().readings.find(document.id) == seen
    assert desk.library.readings.all() == {document.id: seen}


def test_going_back_does_not_unread(desk: Desk) -> None:
    document = desk.add()
    desk.library.readings.see(document.id, 20, 30)
    assert desk.library.readings.see(document.id, 0, 10).furthest == 30


def test_a_document_is_unread_then_being_read_then_done(desk: Desk) -> None:
    document = desk.add()
    assert Reading(document.id).stage(document.length) == "unread"
    assert desk.library.readings.see(document.id, 0, 0).stage(document.length) == "reading"
    assert desk.library.readings.see(document.id, 0, len(TEXT) - 1).stage(document.length) == "reading"
    assert desk.library.readings.see(document.id, 0, len(TEXT)).stage(document.length) == "done"


def test_an_empty_document_is_done_once_it_was_opened(desk: Desk) -> None:
    document = desk.add("", "空")
    assert Reading(document.id).stage(0) == "unread"
    assert desk.library.readings.see(document.id, 0, 0).stage(0) == "done"


def test_documents_are_said_to_be_read_and_unread_and_their_places_stay(desk: Desk) -> None:
    documents = desk.add_many(("甲", TEXT), ("乙", "𠮷😀"), ("空", ""))
    ids = [document.id for document in documents]
    lengths = {document.id: document.length for document in documents}

    def stages() -> set[str]:
        found = desk.library.readings.all()
        return {found.get(id, Reading(id)).stage(lengths[id]) for id in ids}

    first = desk.library.readings.see(ids[0], 7, 9)
    revision = desk.library.revision
    before = desk.library.readings.mark([*ids, "gone"], done=True)
    assert stages() == {"done"}
    assert desk.library.readings.all()[ids[0]].place == 7
    desk.library.readings.mark(ids, done=False)
    assert stages() == {"unread"}
    desk.library.readings.save(before)
    assert desk.library.readings.find(ids[0]) == first
    assert stages() == {"reading", "unread"}
    assert desk.library.revision == revision


def test_a_reader_keeps_nothing(desk: Desk) -> None:
    document = desk.add()
    reader = Library.open(desk.path, write=False)
    with pytest.raises(ReadOnly):
        reader.readings.see(document.id, 0, 1)
    with pytest.raises(ReadOnly):
        reader.readings.mark([document.id], done=True)
    reader.close()
    assert desk.library.readings.all() == {}


def test_how_far_a_document_is_read_is_told_in_whole_percents() -> None:
    told = [(1, 1000), (459, 1000), (999, 1000), (1000, 1000), (0, 0), (3, 2)]
    assert [Reading("", furthest=furthest).percent(length) for furthest, length in told] == [0, 45, 99, 100, 100, 100]
