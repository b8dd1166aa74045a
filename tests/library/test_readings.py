"""Reading places: kept at once, outside the journal."""

import pytest

from library.errors import ReadOnly
from library.library import Library
from library.models import Reading
from tests.library.conftest import Desk


def test_a_place_is_kept_and_leaves_no_step(desk: Desk) -> None:
    document = desk.add()
    revision = desk.library.revision
    assert desk.library.readings.find(document.id) is None
    desk.library.readings.save(Reading(document.id, 7, 9, "2024-05-01T00:00:00.000Z"))
    place = Reading(document.id, 8, 12, "2024-05-02T00:00:00.000Z")
    desk.library.readings.save(place)
    assert desk.library.revision == revision
    assert desk.library.journal.undoable() is not None
    assert str(desk.library.undo().label) == "Import document"
    assert desk.reopen().readings.find(document.id) == place
    assert desk.library.readings.all() == {document.id: place}


def test_the_last_opened_come_first(library: Library) -> None:
    for number in (2, 5, 1, 4):
        library.readings.save(Reading(f"d{number}", opened=f"2024-05-0{number}"))
    assert [place.document_id for place in library.readings.recent(3)] == ["d5", "d4", "d2"]
    assert library.readings.recent(0) == []


def test_a_reader_keeps_nothing(desk: Desk) -> None:
    reader = Library.open(desk.path, write=False)
    with pytest.raises(ReadOnly):
        reader.readings.save(Reading("d1"))
    reader.close()
    assert desk.library.readings.all() == {}
