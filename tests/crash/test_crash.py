"""Killed at any instant, nothing that was acknowledged is lost; and the harness would notice if it were."""

import shutil
import subprocess
import sys
from copy import deepcopy
from pathlib import Path

import pytest

from library.library import Library
from tests.crash.harness import ROOT, run
from tests.crash.verification import Account, faults

KILLS = 50


def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    *_, report = run(tmp_path, KILLS, seed=20190618)
    assert report.faults == []
    assert report.kills == KILLS
    assert report.acknowledged > KILLS
    assert report.steps.total() - report.steps["nothing"] > KILLS // 4


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Account]:
    """A folder with a library on which a worker did thirty steps and ended well, and what it said."""
    folder = tmp_path_factory.mktemp("worked")
    path = folder / "Crash.zhupi"
    done = subprocess.run(
        [sys.executable, "-m", "tests.crash.worker", str(path), "7", "30"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    account = Account()
    for line in done.stdout.splitlines(keepends=True):
        account.hear(line)
    assert faults(path, account) == []
    return folder, account


@pytest.fixture
def finished(worked: tuple[Path, Account], tmp_path: Path) -> tuple[Path, Account]:
    """A copy of that library, to be damaged, and what its worker said."""
    folder, account = worked
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    return tmp_path / "Crash.zhupi", deepcopy(account)


def test_a_lost_step_is_noticed(finished: tuple[Path, Account]) -> None:
    path, account = finished
    account.revision = (account.revision or 0) + 1
    assert any("acknowledged steps are lost" in fault for fault in faults(path, account))


def test_a_step_nobody_began_is_noticed(finished: tuple[Path, Account]) -> None:
    path, account = finished
    library = Library.open(path)
    library.undo()
    library.close()
    assert any("never begun" in fault for fault in faults(path, account))


def test_another_state_is_noticed(finished: tuple[Path, Account]) -> None:
    path, account = finished
    account.fingerprint = "another"
    assert any("acknowledged state is not there" in fault for fault in faults(path, account))


def test_a_changed_text_is_noticed(finished: tuple[Path, Account]) -> None:
    path, account = finished
    text = next(iter((path / "texts").iterdir()))
    text.chmod(0o600)
    text.write_bytes(b"half")
    assert faults(path, account) != []


def test_a_cut_export_is_noticed(finished: tuple[Path, Account]) -> None:
    path, account = finished
    name = next(iter(account.exports))
    (path.parent / name).write_bytes(b"half")
    assert any(name in fault for fault in faults(path, account))


def test_a_cut_last_line_is_no_line() -> None:
    account = Account()
    account.hear('{"revision": 3, "fing')
    assert account.revision is None
