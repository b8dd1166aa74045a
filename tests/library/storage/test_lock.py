"""One process writes; its lock ends with it."""

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from library.errors import LibraryBusy, StorageFailed
from library.storage.lock import WriterLock

ROOT = Path(__file__).parent.parent.parent.parent
HOLD = (
    "import sys; from pathlib import Path; from library.storage.lock import WriterLock; "
    "lock = WriterLock(Path(sys.argv[1])); lock.acquire(); print('held', flush=True); sys.stdin.read()"
)


@contextmanager
def another_process(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a process that holds the lock of `folder` until it is killed."""
    command = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, text=True) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "held\n"
            yield process
        finally:
            process.kill()


def test_the_same_process_is_refused_too(tmp_path: Path) -> None:
    first, second = WriterLock(tmp_path), WriterLock(tmp_path)
    assert first.acquire()
    with pytest.raises(LibraryBusy) as caught:
        second.acquire()
    assert caught.value.arguments == {"process": os.getpid(), "host": socket.gethostname()}
    first.release()
    assert second.acquire()
    second.release()


def test_another_process_is_named_and_its_death_frees_the_lock(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path)
    with another_process(tmp_path) as process:
        with pytest.raises(LibraryBusy) as caught:
            lock.acquire()
        assert caught.value.arguments["process"] == process.pid
        assert str(process.pid) in str(caught.value)
        process.kill()
        process.wait()
        assert lock.acquire() is False
    lock.release()
    assert lock.acquire() is True
    lock.release()


def test_waiting_for_the_holder(tmp_path: Path) -> None:
    first, second = WriterLock(tmp_path), WriterLock(tmp_path)
    first.acquire()
    timer = threading.Timer(0.1, first.release)
    timer.start()
    assert second.acquire(wait=30)
    timer.join()
    second.release()


def test_an_unclean_release_is_taken_for_a_crash(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path)
    lock.acquire()
    lock.release(clean=False)
    assert lock.acquire() is False
    lock.release()
    lock.release()


@pytest.mark.parametrize("said", ["", "{", "[]", "{}", json.dumps({"process": 1})])
def test_a_holder_that_cannot_be_read_is_still_refused(tmp_path: Path, said: str) -> None:
    lock = WriterLock(tmp_path)
    lock.acquire()
    (tmp_path / "writer.json").write_text(said, encoding="utf-8")
    with pytest.raises(LibraryBusy, match="Another program"):
        WriterLock(tmp_path).acquire()
    lock.release()


def test_a_folder_that_takes_no_files_says_so_and_keeps_no_lock(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed):
        WriterLock(tmp_path / "missing").acquire()
    (tmp_path / "writer.json").mkdir()
    with pytest.raises(StorageFailed):
        WriterLock(tmp_path).acquire()
    (tmp_path / "writer.json").rmdir()
    lock = WriterLock(tmp_path)
    assert lock.acquire()
    lock.release()
