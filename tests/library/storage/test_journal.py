"""The journal: operations whole or not at all, joined, undone, redone, forgotten."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from library.changes import Changes
from library.errors import NothingToUndo, ReadOnly
from library.library import Library
from library.models import Tag
from library.storage.journal import JOIN_SECONDS
from library.storage.store import Store
from tests.library.conftest import Desk, prove, refuse


def labels(library: Library) -> list[str]:
    return [step.label for step in library.journal.history()]


def age(desk: Desk, seconds: float) -> None:
    """Let the last operation be that old."""
    moment = (datetime.now(UTC) - timedelta(seconds=seconds)).isoformat()
    with closing(sqlite3.connect(desk.path / "library.db")) as connection, connection:
        connection.execute("UPDATE operation SET created = ? WHERE id = (SELECT max(id) FROM operation)", [moment])


def test_nested_operations_belong_to_the_outermost(desk: Desk) -> None:
    def verb(library: Library) -> None:
        with library.journal.operation("Arrange “{name}”", name="简报"):
            library.collections.add_path("甲/乙")
            with library.journal.operation("Inner"):
                library.tags.add_path("主题/协商")

    changes = prove(desk, verb, "Arrange “简报”")
    assert changes.touches("collection")
    assert changes.touches("note", "tag")
    assert not changes.touches("document", "highlight")
    assert len(desk.library.journal.history()) == 1


def test_an_exception_takes_everything_back(desk: Desk) -> None:
    heard: list[Changes] = []
    desk.library.journal.listeners.append(heard.append)

    def verb(library: Library) -> None:
        with library.journal.operation("Fail"):
            library.tags.add_path("甲")
            with library.journal.operation("Inner"):
                library.tags.add_path("乙")
                raise KeyError("fault")

    refuse(desk, KeyError, verb)
    assert heard == []
    prove(desk, lambda library: library.tags.add_path("丙"), "Add tag “丙”")


def test_writing_outside_an_operation_is_a_fault(desk: Desk) -> None:
    store: Store = desk.library._store
    with pytest.raises(sqlite3.ProgrammingError, match="outside an operation"):
        store.put(Tag("a", "主题"))
    with pytest.raises(sqlite3.ProgrammingError, match="outside an operation"):
        store.remove(Tag, [("a",)])
    assert desk.table("tag") == []


def test_an_operation_that_alters_nothing_is_no_step(desk: Desk) -> None:
    tag = desk.library.tags.add_path("甲")
    desk.library.undo()
    heard: list[Changes] = []
    desk.library.journal.listeners.append(heard.append)
    revision = desk.library.revision
    with desk.library.journal.operation("Nothing"):
        made = desk.library.tags.add_path("乙")
        desk.library.tags.remove(made.id)
    assert heard == []
    assert desk.library.revision == revision
    desk.library.redo()
    assert desk.library.tags.all() == [tag]


def test_history_across_sessions(desk: Desk) -> None:
    for name in ("甲", "乙𠮷", "丙"):
        desk.library.tags.add_path(name)
    library = desk.reopen()
    library.tags.add_path("丁")
    library.undo()
    steps = library.journal.history()
    assert [step.arguments["name"] for step in steps] == ["丁", "丙", "乙𠮷", "甲"]
    assert [step.undone for step in steps] == [True, False, False, False]
    assert [step.this_session for step in steps] == [True, False, False, False]
    assert library.journal.history(2) == steps[:2]
    assert library.journal.redoable() == steps[0]
    assert library.journal.undoable() == steps[1]


def test_several_steps_back_and_forth_in_order(desk: Desk) -> None:
    states = [desk.rows()]
    for name in "甲乙丙":
        desk.library.tags.add_path(name)
        states.append(desk.rows())
    for state in reversed(states[:-1]):
        desk.library.undo()
        assert desk.rows() == state
    refuse(desk, NothingToUndo, lambda library: library.undo())
    desk.reopen()
    for state in states[1:]:
        desk.library.redo()
        assert desk.rows() == state
    refuse(desk, NothingToUndo, lambda library: library.redo())


def test_a_new_operation_forgets_what_was_undone(desk: Desk) -> None:
    for name in "甲乙丙":
        desk.library.tags.add_path(name)
    desk.library.undo()
    desk.library.undo()
    desk.library.tags.add_path("丁")
    assert [step.arguments["name"] for step in desk.library.journal.history()] == ["丁", "甲"]
    refuse(desk, NothingToUndo, lambda library: library.redo())
    with closing(sqlite3.connect(desk.path / "library.db")) as connection:
        orphans = "SELECT count(*) FROM step WHERE operation_id NOT IN (SELECT id FROM operation)"
        assert connection.execute(orphans).fetchone() == (0,)


def test_a_failed_operation_keeps_what_was_undone(desk: Desk) -> None:
    desk.library.tags.add_path("甲")
    desk.library.undo()
    refuse(desk, Exception, lambda library: library.tags.add_path("乙//"))
    assert desk.library.journal.redoable() is not None


def test_the_revision_grows_with_every_step(desk: Desk) -> None:
    desk.library.tags.add_path("甲")
    desk.library.undo()
    desk.library.redo()
    assert desk.library.revision == 3
    assert desk.reopen().revision == 3


# joining


@pytest.fixture
def typed(desk: Desk) -> tuple[Desk, str]:
    """A desk with a document, and its id."""
    document = desk.add()
    return desk, document.id


def save(desk: Desk, document_id: str, *texts: str) -> None:
    for text in texts:
        desk.library.notes.write("document", document_id, text)


def test_saves_of_one_note_are_one_step(typed: tuple[Desk, str]) -> None:
    desk, document_id = typed
    before = desk.rows()
    revision = desk.library.revision
    save(desk, document_id, "批", "批注", "批注😀")
    after = desk.rows()
    assert labels(desk.library) == ["Write note", "Import document"]
    assert desk.library.revision == revision + 3
    assert desk.library.undo().ids("note")
    assert desk.rows() == before
    desk.library.redo()
    assert desk.rows() == after


@pytest.mark.parametrize(("seconds", "steps"), [(JOIN_SECONDS - 3, 1), (JOIN_SECONDS + 1, 2)])
def test_saves_join_for_ten_seconds(typed: tuple[Desk, str], seconds: float, steps: int) -> None:
    desk, document_id = typed
    save(desk, document_id, "一")
    age(desk, seconds)
    save(desk, document_id, "一二")
    assert labels(desk.library).count("Write note") == steps


def test_a_seal_another_note_another_verb_and_another_session_end_the_joining(typed: tuple[Desk, str]) -> None:
    desk, document_id = typed
    other = desk.add("别的", "别的")
    desk.library.journal.seal()
    save(desk, document_id, "一")
    desk.library.journal.seal()
    save(desk, document_id, "二")
    save(desk, other.id, "三")
    save(desk, document_id, "四")
    desk.library.tags.add_path("甲")
    save(desk, document_id, "五")
    desk.reopen()
    save(desk, document_id, "六")
    assert labels(desk.library).count("Write note") == 6


def test_undo_ends_the_joining(typed: tuple[Desk, str]) -> None:
    desk, document_id = typed
    save(desk, document_id, "一")
    desk.library.journal.seal()
    save(desk, document_id, "二")
    desk.library.undo()
    save(desk, document_id, "三")
    desk.library.undo()
    note = desk.library.notes.find("document", document_id)
    assert note is not None
    assert note.text == "一"


def test_a_note_written_and_emptied_leaves_no_step(typed: tuple[Desk, str]) -> None:
    desk, document_id = typed
    before = desk.rows()
    save(desk, document_id, "批", "")
    assert desk.rows() == before
    assert labels(desk.library) == ["Import document"]
    save(desk, document_id, "再批")
    written = desk.rows()
    desk.library.undo()
    assert desk.rows() == before
    desk.library.redo()
    assert desk.rows() == written


def test_a_note_emptied_and_written_again_within_one_step(typed: tuple[Desk, str]) -> None:
    desk, document_id = typed
    save(desk, document_id, "旧")
    desk.library.journal.seal()
    before = desk.rows()
    save(desk, document_id, "", "中", "", "新")
    after = desk.rows()
    changes = desk.library.undo()
    assert desk.rows() == before
    assert changes.document_ids == {document_id}
    assert len(changes.ids("note")) == 2
    desk.library.redo()
    assert desk.rows() == after


def test_a_reader_writes_nothing(desk: Desk) -> None:
    desk.library.tags.add_path("甲")
    reader = Library.open(desk.path, write=False)
    assert not reader.writable
    for verb in (lambda: reader.tags.add_path("乙"), reader.undo):
        with pytest.raises(ReadOnly):
            verb()
    reader.close()
    assert [row[1] for row in desk.table("tag")] == ["甲"]


def test_what_is_undone_and_redone_says_where_it_stands_or_stood(desk: Desk) -> None:
    told: list[Changes] = []
    library = desk.library
    near, far = desk.mark((9, 12), (2, 5))
    library.journal.listeners.append(told.append)
    library.notes.write("highlight", near.id, "按语")
    library.tags.apply([near.id, far.id], [library.tags.add_path("甲").id])
    bookmark = library.bookmarks.add(near.document_id, 7)
    library.highlights.remove(near.id, far.id)
    assert [changes.places for changes in told] == [()] * len(told)

    def places() -> list[tuple[int, int]]:
        assert {span.document_id for span in told[-1].places} <= {near.document_id}
        return [(span.start, span.end) for span in told[-1].places]

    assert bookmark.position == 7
    for expected in ([(2, 5), (9, 12)], [(7, 8)], [(2, 5), (9, 12)], [], [(9, 12)], [(2, 5)], [(9, 12)]):
        library.journal.undo()
        assert places() == expected
    library.journal.redo()
    assert places() == [(9, 12)]
