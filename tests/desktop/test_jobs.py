"""Jobs: work on another thread, with progress, cancel and failure."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from desktop.jobs import Job, Jobs
from library.errors import LibraryError
from library.progress import Progress


def test_the_result_arrives_on_the_main_thread(qtbot: QtBot) -> None:
    jobs = Jobs()
    results: list[tuple[bool, bool]] = []

    def on_main() -> bool:
        return threading.current_thread() is threading.main_thread()

    def work(progress: Progress) -> bool:
        progress.report(1, 1, "𠮷")
        return on_main()

    jobs.start("Work", work, lambda there: results.append((there, on_main())))
    qtbot.waitUntil(lambda: bool(results))
    assert results == [(False, True)]
    assert jobs.running == ()
    jobs.shut_down()


def test_progress_is_shown_and_cancel_stops_the_work(qtbot: QtBot) -> None:
    jobs = Jobs()
    seen: list[tuple[int, int, str]] = []
    results: list[None] = []
    go_on = threading.Event()

    def work(progress: Progress) -> None:
        progress.report(0, 2, "first")
        go_on.wait(5)
        progress.report(1, 2, "second")

    job: Job = jobs.start("Work", work, results.append)
    job.progressed.connect(lambda: seen.append((job.done, job.total, job.name)))
    qtbot.waitUntil(lambda: bool(seen))
    with qtbot.waitSignal(jobs.finished):
        job.cancel()
        go_on.set()
    assert seen == [(0, 2, "first")]
    assert results == []
    jobs.shut_down()


def test_an_error_the_user_can_act_on_is_told(qtbot: QtBot) -> None:
    jobs = Jobs()

    def work(progress: Progress) -> None:
        raise LibraryError("{name} is missing.", name="a.txt")

    with qtbot.waitSignal(jobs.failed) as failed:
        jobs.start("Work", work)
    assert str(failed.args[0]) == "a.txt is missing."
    jobs.shut_down()


def test_a_bug_reaches_the_exception_hook(qtbot: QtBot) -> None:
    jobs = Jobs()
    with qtbot.captureExceptions() as exceptions, qtbot.waitSignal(jobs.finished):
        jobs.start("Work", lambda progress: 1 // 0)
    assert [kind for kind, _, _ in exceptions] == [ZeroDivisionError]
    jobs.shut_down()


def test_quiet_work_is_shown_once_it_has_gone_on_for_a_while(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    jobs = Jobs()
    started: list[Job] = []
    jobs.started.connect(started.append)

    def work(progress: Progress) -> None:
        progress.report(0, 1, "")
        progress.report(1, 1, "")

    with qtbot.waitSignal(jobs.finished):
        jobs.start("Work", work, quietly=True)
    assert started == []
    monkeypatch.setattr("desktop.jobs._QUIET_SECONDS", 0)
    with qtbot.waitSignal(jobs.started), qtbot.waitSignal(jobs.finished):
        job = jobs.start("Work", work, quietly=True)
        assert jobs.running == ()
    assert started == [job]
    jobs.shut_down()
