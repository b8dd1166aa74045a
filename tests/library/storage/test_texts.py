"""Texts and originals: named by their content, written whole, read from a map."""

import hashlib
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.errors import LibraryDamaged, NotFound, StorageFailed
from library.storage.texts import ReadingText, TextStore, safe_name

TEXT = "𠮷祥里\n\n😀 e\u0301\n"
AWKWARD = [
    "../../etc/passwd", "/etc/passwd", "C:\\Windows\\x.txt", "a\x00b.txt", "…" * 300 + ".markdown", "尾" * 300,
    "name. . .", "...", "", " ", ".hidden", "x.tmp", ".tmp", "con", "NUL.txt", "lpt1.tar.gz", "a:b*c?d\"e<f>g|h",
    "\udcff\udcfe.txt", "换\n行\t.txt", "e\u0301😀𠮷.txt", "x" * 195 + ". .txt", "a." + "b" * 100,
]  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> TextStore:
    return TextStore(tmp_path)


def contents(store: TextStore, sha: str) -> str:
    """Return a text, read block by block."""
    reading = store.open(sha)
    try:
        assert reading.length == len(reading.text())
        first = [index and reading.is_first(index) for index in range(reading.block_count)]
        return "".join("\n" * bool(new) + reading.block(index) for index, new in enumerate(first))
    finally:
        reading.close()


@pytest.mark.parametrize("text", ["", "\n", "\n\n\n", TEXT, "一" * 5000, "\ufeff\u202e\x85\u2028"])
def test_a_text_is_named_by_its_content(store: TextStore, tmp_path: Path, text: str) -> None:
    sha = store.add_text(text)
    assert sha == hashlib.sha256(text.encode()).hexdigest()
    assert store.text_path(sha).read_bytes() == text.encode()
    assert contents(store, sha) == text
    written = store.text_path(sha).stat().st_mtime_ns
    assert store.add_text(text) == sha
    assert store.text_path(sha).stat().st_mtime_ns == written
    assert [path.name for path in (tmp_path / "texts").iterdir()] == [f"{sha}.txt"]
    assert [path.name for path in (tmp_path / "cache").iterdir()] == [f"{sha}.par"]


@pytest.mark.parametrize("table", [None, b"", b"damaged", b"x" * 400, "another text", "cut"])
def test_the_cache_is_made_again_when_it_is_missing_or_damaged(
    store: TextStore, tmp_path: Path, table: bytes | str | None
) -> None:
    sha = store.add_text(TEXT)
    cache = tmp_path / "cache" / f"{sha}.par"
    sound = cache.read_bytes()
    if table is None:
        cache.unlink()
    elif table == "another text":
        cache.write_bytes((tmp_path / "cache" / f"{store.add_text(TEXT * 2)}.par").read_bytes())
    elif table == "cut":
        cache.write_bytes(sound[:-8])
    else:
        assert isinstance(table, bytes)
        cache.write_bytes(table)
    assert contents(store, sha) == TEXT
    assert cache.read_bytes() == sound


def test_a_cache_of_another_version_is_made_again(store: TextStore, tmp_path: Path) -> None:
    sha = store.add_text(TEXT)
    cache = tmp_path / "cache" / f"{sha}.par"
    sound = cache.read_bytes()
    cache.write_bytes(sound[:8] + (2).to_bytes(8, "little") + sound[16:])
    assert contents(store, sha) == TEXT
    assert cache.read_bytes() == sound


def test_a_cache_that_cannot_be_written_is_done_without(store: TextStore, tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"in the way")
    assert contents(store, store.add_text(TEXT)) == TEXT


def test_texts_that_are_missing_or_damaged(store: TextStore) -> None:
    with pytest.raises(NotFound, match="missing"):
        store.open("0" * 64)
    sha = store.add_text(TEXT)
    store.text_path(sha).write_bytes(b"\xff half")
    with pytest.raises(LibraryDamaged, match="damaged"):
        store.open(sha)


def test_a_text_that_cannot_be_written_leaves_nothing(store: TextStore, tmp_path: Path) -> None:
    (tmp_path / "texts").write_bytes(b"in the way")
    with pytest.raises(StorageFailed, match="could not be written"):
        store.add_text(TEXT)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["texts"]


def test_a_closed_text_cannot_be_read(store: TextStore) -> None:
    reading = store.open(store.add_text(TEXT))
    reading.close()
    with pytest.raises(ValueError, match=r"closed|released"):
        reading.block(0)


def test_several_threads_read_one_text(store: TextStore) -> None:
    text = "\n".join(f"{number}𠮷" for number in range(2000))
    reading: ReadingText = store.open(store.add_text(text))
    lines, wrong = text.split("\n"), []

    def read() -> None:
        wrong.extend(index for index, line in enumerate(lines) if reading.block(index) != line)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    reading.close()
    assert wrong == []


def test_several_threads_write_one_text(store: TextStore, tmp_path: Path) -> None:
    threads = [threading.Thread(target=store.add_text, args=(TEXT,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(list((tmp_path / "texts").iterdir())) == len(list((tmp_path / "cache").iterdir())) == 1


@pytest.mark.parametrize("name", AWKWARD)
def test_originals_keep_their_bytes_under_a_safe_name(store: TextStore, tmp_path: Path, name: str) -> None:
    data = b"\xff\x00\r\n" + name.encode(errors="replace")
    sha = store.add_original(data, name)
    assert sha == hashlib.sha256(data).hexdigest()
    path = store.find_original(sha)
    assert path is not None
    assert path.read_bytes() == data
    assert path.parent == tmp_path / "originals" / sha
    assert store.add_original(data, "another name") == sha
    assert list(path.parent.iterdir()) == [path]


def test_an_original_that_is_not_there(store: TextStore, tmp_path: Path) -> None:
    assert store.find_original("") is None
    assert store.find_original("0" * 64) is None
    (tmp_path / "originals" / ("0" * 64)).mkdir(parents=True)
    (tmp_path / "originals" / ("0" * 64) / ".1-abc.tmp").write_bytes(b"half")
    assert store.find_original("0" * 64) is None


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../x", "_x"), ("简报 第2期.txt", "简报 第2期.txt"), ("...", "original"), ("a. .", "a"),
        ("con.txt", "_con.txt"), ("CON", "_CON"), ("console.txt", "console.txt"), (".tmp", "tmp"), ("a/b\\c", "a_b_c"),
    ],
)  # fmt: skip
def test_names_are_changed_no_more_than_is_needed(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text() | st.sampled_from(AWKWARD))
def test_a_safe_name_is_one_that_every_system_takes(name: str) -> None:
    safe = safe_name(name)
    assert 0 < len(safe.encode()) <= 204
    assert safe == safe.strip(" ")
    assert not safe.startswith(".")
    assert not safe.endswith(".")
    assert not set(safe) & set('/\\:*?"<>|\x00\n')
    assert safe_name(safe) == safe
