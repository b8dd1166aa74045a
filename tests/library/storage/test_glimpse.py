import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from library.errors import LibraryError, NotALibrary
from library.library import Library
from library.models import Document, Draft, PreparedDraft
from library.storage.glimpse import glimpse

TEXT = "第一段𠮷😀\n第二段e\u0301\n"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with closing(Library.create(tmp_path / "研究.zhupi")) as made:
        yield made


def add(library: Library, text: str = TEXT) -> Document:
    draft = PreparedDraft(Draft(text, "标题", "text"), library.texts.add_text(text), "", "", "")
    ((document, _),) = library.documents.add_drafts([draft])
    return document


def test_a_document_is_seen_as_it_was_left(library: Library) -> None:
    document = add(library)
    library.readings.see(document.id, 6, 9)
    library.state.set("key", "值")
    library.close()
    with glimpse(library.path) as rows:
        assert (rows.state("key"), rows.state("other")) == ("值", "")
        assert rows.has_document(document.id)
        seen = rows.open_text(document.id)
        there = rows.open_text(document.id, 3)
    assert (seen.title, seen.format, seen.text_sha) == (document.title, document.format, document.text_sha)
    assert (seen.place, there.place) == (6, 3)
    assert seen.text.text() == there.text.text() == TEXT
    for one in (seen, there):
        one.text.close()


def test_one_that_was_never_read_is_seen_from_its_start_and_one_in_the_bin_is_not(library: Library) -> None:
    document, binned = add(library), add(library, "空")
    library.documents.remove(binned.id)
    with glimpse(library.path) as rows:
        assert rows.open_text(document.id).place == 0
        assert not rows.has_document(binned.id)
        assert not rows.has_document("gone")


def test_what_another_process_has_locked_is_not_waited_for(library: Library) -> None:
    library.close()
    with closing(sqlite3.connect(library.path / "library.db", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("INSERT INTO state VALUES ('a', 'b')")
        with pytest.raises(LibraryError), glimpse(library.path) as rows:
            rows.state("a")


@pytest.mark.parametrize("content", [None, b"", b"no database"])
def test_what_is_no_library_is_an_error_and_stays_as_it_is(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "library.db").write_bytes(content)
    with pytest.raises(NotALibrary), glimpse(tmp_path) as rows:
        rows.state("a")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == ([] if content is None else [content])


def test_a_text_that_is_missing_is_an_error(library: Library) -> None:
    document = add(library)
    library.texts.text_path(document.text_sha).unlink()
    with pytest.raises(LibraryError), glimpse(library.path) as rows:
        rows.open_text(document.id)
