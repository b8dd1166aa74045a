"""Looking things up beside the main thread: the last question counts, errors are told, closing waits."""

import threading
from collections.abc import Generator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from library.errors import LibraryError, NotFound
from tests.desktop.shelf.stocked import Stocked, stocked_session


@pytest.fixture
def stocked(qtbot: QtBot, tmp_path: Path) -> Generator[Stocked, None, None]:
    with stocked_session(qtbot, tmp_path / "a.zhupi") as stocked:
        yield stocked


def test_an_answer_sees_what_was_written_and_comes_from_another_thread(stocked: Stocked, qtbot: QtBot) -> None:
    stocked.add("", "𠮷")
    found: list[tuple[str, str]] = []
    stocked.session.ask(
        "titles", lambda library: (library.documents.resolve("𠮷").title, threading.current_thread().name), found.append
    )
    assert not found, "it is told with a later event"
    qtbot.waitUntil(lambda: bool(found))
    assert found[0][0] == "𠮷"
    assert found[0][1] != threading.current_thread().name


def test_only_the_last_of_the_same_questions_is_answered(stocked: Stocked, qtbot: QtBot) -> None:
    found: list[int] = []
    others: list[int] = []
    for number in range(20):
        stocked.session.ask("same", lambda _, number=number: number, found.append)
    stocked.session.ask("withdrawn", lambda _: 1, others.append)
    stocked.session.withdraw("withdrawn")
    stocked.session.ask("other", lambda _: 2, others.append)
    qtbot.waitUntil(lambda: bool(others))
    assert (found, others) == ([19], [2])


def test_an_error_is_told_to_who_asked_or_to_the_session(stocked: Stocked, qtbot: QtBot) -> None:
    refused: list[LibraryError] = []
    stocked.session.ask("a", lambda library: library.tags.get("gone"), lambda _: None, refused.append)
    qtbot.waitUntil(lambda: bool(refused))
    assert isinstance(refused[0], NotFound)
    with qtbot.waitSignal(stocked.session.failed):
        stocked.session.ask("a", lambda library: library.tags.get("gone"), lambda _: None)


def test_nothing_is_answered_once_the_library_is_closed(stocked: Stocked, qtbot: QtBot) -> None:
    found: list[int] = []
    stocked.session.ask("a", lambda _: 1, found.append)
    stocked.session.close()
    stocked.session.ask("b", lambda _: 2, found.append)
    with qtbot.waitSignal(stocked.session.opened):
        stocked.session.open(stocked.path)
    stocked.session.ask("c", lambda _: 3, found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [3]
