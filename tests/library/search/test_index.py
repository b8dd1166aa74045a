"""The index as a file: kept up, made again where it does not fit, shared, and whole after a crash."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from library.progress import Cancelled
from library.search import index as index_module
from library.search.index import Index
from library.search.places import Places
from library.storage.blocks import build_table
from library.storage.texts import ReadingText

TEXTS = {"a": "人民政協。", "b": "e\u0301te\u0301 𠮷😀 政协", "c": ""}


def opened(sha: str) -> ReadingText:
    return ReadingText(TEXTS[sha].encode(), build_table(TEXTS[sha]))


def wanted(*shas: str) -> list[tuple[str, str]]:
    return [(f"document {sha}", sha) for sha in shas]


def fill(
    index: Index,
    documents: list[tuple[str, str]],
    opener: Callable[[str], ReadingText] = opened,
    report: Callable[[int, int], None] = lambda done, total: None,
) -> None:
    """Let the index hold just these documents."""
    index.keep({document_id for document_id, _ in documents})
    index.put(documents, opener, report)


def documents_with(index: Index, key: str) -> set[str]:
    names = {entry.id: entry.document_id for entry in index.entries()}
    return {names[entry_id] for entry_id, _ in Places(index, key).tallies()}


def test_it_holds_what_is_wanted_and_nothing_else(tmp_path: Path) -> None:
    with closing(Index(tmp_path / "index.db")) as index:
        fill(index, wanted("a", "b", "c"))
        assert documents_with(index, "政协") == {"document a", "document b"}
        fill(index, wanted("b"))
        assert documents_with(index, "政协") == {"document b"}
        assert documents_with(index, "人民") == set()
        fill(index, [("document b", "a")])
        assert documents_with(index, "人民") == {"document b"}
        assert documents_with(index, "ete") == set()
        fill(index, [])
        assert index.entries() == []
        assert list(index.all_chunks()) == []


def test_what_is_there_is_not_read_again(tmp_path: Path) -> None:
    with closing(Index(tmp_path / "index.db")) as index:
        fill(index, wanted("a"))
        heard: list[tuple[int, int]] = []
        fill(index, wanted("a", "b", "c"), report=lambda done, total: heard.append((done, total)))
        assert heard == [(0, 2), (1, 2), (2, 2)]
        fill(index, wanted("a", "b", "c"), lambda sha: pytest.fail(sha))


def test_it_outlives_its_connection(tmp_path: Path) -> None:
    with closing(Index(tmp_path / "index.db")) as index:
        fill(index, wanted("a", "b"))
    with closing(Index(tmp_path / "index.db")) as index:
        assert documents_with(index, "𠮷😀") == {"document b"}


@pytest.mark.parametrize("harm", ["noise", "truncated", "foreign", "older", "text"])
def test_what_does_not_fit_is_made_again(tmp_path: Path, harm: str) -> None:
    path = tmp_path / "index.db"
    with closing(Index(path)) as index:
        fill(index, wanted("a", "b"))
    if harm == "noise":
        path.write_bytes(bytes(range(256)) * 64)
    elif harm == "truncated":
        path.write_bytes(path.read_bytes()[:5000])
    elif harm == "text":
        path.write_text("no database")
    else:
        with closing(sqlite3.connect(path)) as db, db:
            db.execute("PRAGMA user_version = 0" if harm == "foreign" else "PRAGMA user_version = 77")
    with closing(Index(path)) as index:
        fill(index, wanted("a", "b"))
        assert documents_with(index, "政协") == {"document a", "document b"}


def test_stopping_keeps_what_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_module, "_BATCH", 1)

    def report(done: int, total: int) -> None:
        if done:
            raise Cancelled

    with closing(Index(tmp_path / "index.db")) as index:
        with pytest.raises(Cancelled):
            fill(index, wanted("a", "b"), report=report)
        assert [entry.document_id for entry in index.entries()] == ["document a"]
        fill(index, wanted("a", "b"))
        assert documents_with(index, "政协") == {"document a", "document b"}


def test_a_text_that_cannot_be_read_leaves_no_half_of_itself(tmp_path: Path) -> None:
    with closing(Index(tmp_path / "index.db")) as index:
        with pytest.raises(KeyError):
            fill(index, wanted("a", "missing"))
        assert index.entries() == []
        fill(index, wanted("a"))
        assert documents_with(index, "人民政协") == {"document a"}


def test_two_at_once(tmp_path: Path) -> None:
    with closing(Index(tmp_path / "index.db")) as one, closing(Index(tmp_path / "index.db")) as other:
        fill(one, wanted("a"))
        assert documents_with(other, "政协") == {"document a"}
        fill(other, wanted("a", "b"))
        assert documents_with(one, "政协") == {"document a", "document b"}


def test_without_a_file() -> None:
    with closing(Index(None)) as index:
        fill(index, wanted("a"))
        assert documents_with(index, "政协") == {"document a"}
