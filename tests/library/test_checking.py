"""What `check` finds: nothing in a sound library, and every fault that is planted."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from library.models import Document, Draft, PreparedDraft
from tests.library.conftest import TEXT, Desk, damage_page


@pytest.fixture
def marked(desk: Desk) -> tuple[Desk, Document]:
    """A library with something of everything in it, and its document."""
    library = desk.library
    original = TEXT.encode("gb18030")
    draft = PreparedDraft(
        Draft(TEXT, "简报", "text"),
        library.texts.add_text(TEXT),
        library.texts.add_original(original, "a.txt"),
        "a.txt",
        "",
    )
    collection = library.collections.add("集")
    ((document, _),) = library.documents.add_drafts([draft], collection.id)
    highlight = library.highlights.add(document.id, 0, 9, tags=["主题/协商"], note="批")
    tag = library.tags.all()[0]
    for kind, target_id in (("document", document.id), ("tag", tag.id), ("collection", collection.id)):
        library.notes.write(kind, target_id, "注")  # type: ignore[arg-type]
    library.highlights.resize(highlight.id, 1, len(TEXT))
    desk.add("", "空")
    return desk, document


def test_a_sound_library_has_no_fault(marked: tuple[Desk, Document]) -> None:
    desk, document = marked
    assert desk.library.check() == []
    desk.library.documents.remove(document.id)
    assert desk.reopen().check() == []
    while desk.library.journal.undoable():
        desk.library.undo()
        assert desk.library.check() == []


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE highlight SET quote = quote || 'x'", "does not quote its text"),
        ("UPDATE highlight SET start = start + 1", "does not quote its text"),
        ("UPDATE document SET length = length + 1 WHERE title = '简报'", "characters, not"),
        ("UPDATE document SET text_sha = 'f' WHERE title = '简报'", "is missing: f.txt"),
        ("UPDATE document SET original_sha = 'f' WHERE title = '简报'", "original of “简报” is missing"),
        ("DELETE FROM highlight", "points nowhere"),
        ("DELETE FROM document", "points nowhere"),
        ("DELETE FROM tag WHERE parent_id IS NULL", "points nowhere"),
        ("UPDATE note SET target_id = 'f' WHERE target_kind = 'highlight'", "belongs to nothing"),
        ("UPDATE note SET target_id = 'f' WHERE target_kind = 'document'", "belongs to nothing"),
        ("UPDATE note SET target_id = 'f' WHERE target_kind = 'tag'", "belongs to nothing"),
        ("UPDATE note SET target_id = 'f' WHERE target_kind = 'collection'", "belongs to nothing"),
        ("UPDATE note SET target_kind = 'f' WHERE target_kind = 'tag'", "belongs to nothing"),
    ],
)
def test_a_row_that_is_wrong_is_found(marked: tuple[Desk, Document], statement: str, fault: str) -> None:
    desk, _ = marked
    with closing(sqlite3.connect(desk.path / "library.db")) as connection, connection:
        connection.execute(statement)
    assert any(fault in problem for problem in desk.library.check())


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[0] ^= 1
    path.write_bytes(bytes(data))


@pytest.mark.parametrize(
    ("room", "damage", "fault"),
    [
        ("texts", Path.unlink, "text of “简报” is missing"),
        ("texts", flip, "text of “简报” was changed"),
        ("texts", lambda path: path.write_bytes(b""), "text of “简报” was changed"),
        ("originals", Path.unlink, "original of “简报” is missing"),
        ("originals", flip, "original of “简报” was changed"),
    ],
)
def test_a_file_that_is_wrong_is_found(
    marked: tuple[Desk, Document], room: str, damage: Callable[[Path], object], fault: str
) -> None:
    desk, document = marked
    original = desk.library.texts.find_original(document.original_sha)
    assert original is not None
    damage(desk.library.texts.text_path(document.text_sha) if room == "texts" else original)
    assert [problem for problem in desk.library.check() if fault in problem]


def test_a_damaged_page_is_found(marked: tuple[Desk, Document]) -> None:
    desk, _ = marked
    desk.reopen().close()
    damage_page(desk.path / "library.db", "highlight")
    found = desk.reopen().check()
    assert found != []
    assert not any("“简报”" in problem for problem in found)
