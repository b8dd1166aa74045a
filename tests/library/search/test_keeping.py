"""The index kept right: damaged or taken away while it is open, stale, shared, and after a kill."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from library.errors import IndexDamaged
from library.library import Library
from library.search.index import Index
from tests.library.conftest import Desk
from tests.source import ROOT

TEXT = "人民政\n\n協的章程，ＡＢＣ企業。"


def places(library: Library) -> int:
    return library.search.count("人民政协").places


@pytest.fixture
def filled(desk: Desk) -> Library:
    desk.add_many(("甲", TEXT), ("乙", TEXT * 3), ("丙", "别的"))
    desk.library.search.update()
    assert places(desk.library) == 4
    return desk.library


def spoil(path: Path, harm: str) -> None:
    if harm == "removed":
        for file in path.parent.glob("index.db*"):
            file.unlink()
    elif harm == "replaced":
        shutil.copy(path.parent / "library.db", path.with_name("other"))
        path.with_name("other").replace(path)
    elif harm == "garbage":
        with path.open("r+b") as file:
            file.write(b"no database" * 60_000)
    else:
        os.truncate(path, {"cut": 70_000, "emptied": 0}[harm])


@pytest.mark.parametrize("harm", ["removed", "replaced", "garbage", "cut", "emptied"])
def test_what_happens_to_an_open_index_is_mended(filled: Library, harm: str) -> None:
    with closing(Library.open(filled.path, write=False)) as other:
        assert places(other) == 4
        filled.search.close()
        with closing(Index(filled.texts.index_path)) as index:
            index.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        spoil(filled.texts.index_path, harm)
        for library in (other, filled):
            with suppress(IndexDamaged):
                places(library)
            library.search.update()
            assert places(library) == 4
            assert library.search.is_current


def test_findings_outlive_their_index_with_words_only(filled: Library) -> None:
    findings = filled.search.ask("人民政协")
    spoil(filled.texts.index_path, "removed")
    filled.search.update()
    with pytest.raises(IndexDamaged):
        list(findings.tallies())
    assert places(filled) == 4


def test_a_state_that_is_known_is_not_looked_at_again(filled: Library) -> None:
    def listen(done: int, total: int, name: str) -> None:
        pytest.fail(f"{done} of {total} {name}")

    from library.progress import Progress

    filled.search.update(Progress(listen))
    filled.tags.add_path("甲")
    assert filled.search.is_current
    filled.search.update(Progress(listen))


def test_an_index_of_another_state_is_brought_up(desk: Desk, filled: Library) -> None:
    old = desk.path / "old"
    filled.search.close()
    shutil.copy(filled.texts.index_path, old)
    desk.add("人民政协", "丁")
    filled.search.update()
    assert places(filled) == 5
    filled.search.close()
    for file in desk.path.glob("index.db-*"):
        file.unlink()
    old.replace(filled.texts.index_path)
    assert not filled.search.is_current
    filled.search.update()
    assert places(filled) == 5


def test_a_text_that_is_missing_does_not_stop_the_others(desk: Desk, filled: Library) -> None:
    filled.search.close()
    (document, *_) = filled.documents.all()
    filled.texts.text_path(document.text_sha).unlink()
    filled.texts.index_path.unlink()
    filled.search.update()
    assert places(filled) == 3


WORK = """
import sys
from pathlib import Path
from library.library import Library
from library.progress import Progress
from library.search import index

index._BATCH = 2000
library = Library.open(Path(sys.argv[1]), write=False)
library.search.update(Progress(lambda done, total, name: print(done, flush=True)))
print("end", flush=True)
"""


def documents(work: "subprocess.Popen[str]") -> Iterator[str]:
    assert work.stdout is not None
    return (line.strip() for line in work.stdout)


@pytest.mark.parametrize("at", ["0", "3", "17"])
def test_killed_while_it_is_made_it_is_made_up(desk: Desk, at: str) -> None:
    desk.add_many(*((f"第{number}篇", f"{number}号{TEXT}" + "之乎者也" * 200) for number in range(20)))
    arguments = [sys.executable, "-c", WORK, str(desk.path)]
    with subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8") as work:
        assert at in documents(work)
        work.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    library = desk.library
    assert library.check() == []
    library.search.update()
    assert library.search.is_current
    assert places(library) == 20
    assert library.search.count("之乎").places == 20 * 200
