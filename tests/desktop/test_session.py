"""The session: verbs on the writer thread, changes on the main one."""

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.session import Session
from library.changes import Changes
from library.errors import InvalidSpan, LibraryBusy, NotALibrary, ReadOnly
from library.library import Library
from library.models import Document, Draft, PreparedDraft


def add_document(library: Library, text: str = "𠮷野家😀 e\u0301tude") -> Document:
    sha = library.texts.add_text(text)
    original = library.texts.add_original(text.encode(), "a.txt")
    prepared = PreparedDraft(Draft(text, "Title", "text"), sha, original, "a.txt", "a.txt")
    return library.documents.add_drafts([prepared])[0][0]


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path):
    session = Session()
    with qtbot.waitSignal(session.opened):
        session.create(tmp_path / "a.zhupi")
    yield session
    session.shut_down()


def test_a_verb_runs_elsewhere_and_its_changes_arrive_here_before_its_result(session: Session, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    events: list[object] = []
    session.changed.connect(lambda changes: events.append(changes))

    def verb(library: Library) -> str:
        threads.append(threading.current_thread())
        return add_document(library).id

    session.write(verb, events.append)
    qtbot.waitUntil(lambda: len(events) == 2)
    changes, document_id = events
    assert threads[0] is not threading.main_thread()
    assert isinstance(changes, Changes)
    assert changes.ids("document") == {document_id}
    assert session.library is not None
    assert [document.id for document in session.library.documents.all()] == [document_id]


def test_undo_and_redo_come_back_as_changes(session: Session, qtbot: QtBot) -> None:
    session.write(add_document)
    session.flush()
    with qtbot.waitSignal(session.changed) as undone:
        session.undo()
    with qtbot.waitSignal(session.changed) as redone:
        session.redo()
    assert [undone.args[0].initiator, redone.args[0].initiator] == ["undo", "redo"]


def test_an_error_the_user_can_act_on_is_told_and_changes_nothing(session: Session, qtbot: QtBot) -> None:
    session.write(add_document)
    session.flush()
    assert session.library is not None
    document = session.library.documents.all()[0]
    with qtbot.waitSignal(session.failed) as failed:
        session.write(lambda library: library.highlights.add(document.id, 5, 2))
    assert isinstance(failed.args[0], InvalidSpan)
    assert session.library.highlights.all() == []


def test_a_bug_in_a_verb_reaches_the_exception_hook(session: Session, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as exceptions:
        session.write(lambda library: 1 // 0)
        session.flush()
    assert [kind for kind, _, _ in exceptions] == [ZeroDivisionError]


def test_flush_waits_for_everything_handed_over(session: Session) -> None:
    for _ in range(20):
        session.write(lambda library: library.collections.add(str(library.revision)))
    session.flush()
    assert session.library is not None
    assert len(session.library.collections.all()) == 20


def test_a_folder_that_is_no_library_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session()
    with qtbot.waitSignal(session.refused) as refused:
        session.open(tmp_path)
    assert refused.args[0] == tmp_path
    assert isinstance(refused.args[1], NotALibrary)
    assert session.library is None
    session.shut_down()


def test_a_second_window_reads_and_follows(session: Session, qtbot: QtBot) -> None:
    assert session.library is not None
    second = Session()
    with qtbot.waitSignal(second.refused) as refused:
        second.open(session.library.path)
    assert isinstance(refused.args[1], LibraryBusy)
    with qtbot.waitSignal(second.opened):
        second.open(session.library.path, write=False)
    assert not second.writable
    with qtbot.waitSignal(second.failed) as failed:
        second.write(add_document)
    assert isinstance(failed.args[0], ReadOnly)
    with qtbot.waitSignal(second.changed) as followed:
        session.write(add_document)
    assert followed.args[0].touches("document")
    second.shut_down()


def test_opening_another_library_closes_the_first(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    assert session.library is not None
    first = session.library.path
    session.write(add_document)
    with qtbot.waitSignals([session.closed, session.opened]):
        session.create(tmp_path / "b.zhupi")
    library = Library.open(first)
    assert len(library.documents.all()) == 1
    library.close()


def test_a_library_that_is_still_being_opened_is_closed_too(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session()
    opened: list[bool] = []
    session.opened.connect(lambda: opened.append(True))
    session.create(tmp_path / "a.zhupi")
    session.create(tmp_path / "b.zhupi")
    qtbot.waitUntil(lambda: bool(opened))
    assert session.library is not None
    assert session.library.path.name == "b.zhupi"
    Library.open(tmp_path / "a.zhupi").close()
    session.open(tmp_path / "a.zhupi")
    session.shut_down()
    Library.open(tmp_path / "a.zhupi").close()
    assert opened == [True]


def test_what_answers_the_last_changes_is_written_before_the_library_closes(session: Session, qtbot: QtBot) -> None:
    closed = threading.Event()
    session.closed.connect(closed.set)
    session.closing.connect(lambda: session.write(add_document))

    def answer(changes: Changes) -> None:
        session.write(lambda _: closed.wait(10))
        session.write(lambda library: library.state.set("kept", "𠮷"))

    session.changed.connect(answer)
    told: list[object] = []
    session.failed.connect(told.append)
    assert session.library is not None
    path = session.library.path
    session.close()
    session.flush()
    assert told == []
    with qtbot.waitSignal(session.opened):
        session.open(path)
    assert session.library.state.get("kept") == "𠮷"


def test_after_closing_nothing_is_written_and_nothing_changes(session: Session) -> None:
    told: list[object] = []
    session.failed.connect(told.append)
    session.changed.connect(told.append)
    session.close()
    session.write(add_document)
    session.flush()
    assert [type(error) for error in told] == [ReadOnly]
