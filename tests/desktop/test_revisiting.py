"""What is undone and redone out of sight: shown where it is, in the text, the tags, the notes or the shelf, or said."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.translation import CHINESE
from library.library import Library
from library.models import Document, Highlight
from tests.desktop.desk import Desk

TEXT = "".join(f"第{number}段：一二三四五六七八九十，𠮷😀e\u0301。\n" for number in range(1400))
FAR = 20_000


class Undoing(Desk):
    """A window with a long text in view, at its beginning, and a short one."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        super().__init__(qtbot, folder)
        self.open(make=True)
        self.short: Document = self.add("先把话听完，再把事分清。\n", "简报")
        self.long: Document = self.add(TEXT, "长编")
        self.read(self.long)

    def mark(self, document: Document, start: int) -> Highlight:
        return self.write(lambda library: library.highlights.add(document.id, start, start + 4))

    def step(self, name: str) -> None:
        """Undo or redo the last step, with nothing said before."""
        self.said.clear()
        getattr(self.window.session, name)()
        self.window.session.flush()

    def in_sight(self, mark: Highlight) -> bool:
        return not self.window.pane.rect_of(mark.start, mark.end).isEmpty()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Undoing]:
    made = Undoing(qtbot, tmp_path)
    yield made
    made.close()


def test_what_is_undone_far_away_in_the_text_is_scrolled_to_and_selected(desk: Undoing) -> None:
    mark = desk.mark(desk.long, FAR)
    desk.write(lambda library: library.highlights.recolor([mark.id], "purple"))
    for name in ("undo", "redo"):
        desk.window.pane.scroll_to_place(0)
        desk.window.pane.set_selected_highlight(None)
        assert not desk.in_sight(mark)
        desk.step(name)
        assert desk.in_sight(mark)
        assert desk.window.pane.selected_highlight() == mark.id
        assert desk.said == []
    desk.step("undo")
    desk.window.pane.scroll_to_place(0)
    desk.step("undo")
    assert desk.in_sight(mark), "where the mark was that is gone"
    assert desk.window.pane.selected_highlight() is None


def test_what_is_undone_in_another_text_is_selected_there(desk: Undoing) -> None:
    mark = desk.mark(desk.long, FAR)
    desk.write(lambda library: library.notes.write("highlight", mark.id, "按语"))
    desk.read(desk.short)
    desk.step("undo")
    desk.settle(lambda: desk.window.navigation.document_id == desk.long.id and desk.in_sight(mark))
    assert desk.window.pane.selected_highlight() == mark.id


def test_an_undone_rename_of_a_tag_turns_to_the_tags(desk: Undoing) -> None:
    for name in ("方法", "主题"):
        tag = desk.write(lambda library, name=name: library.tags.add_path(name))
    desk.write(lambda library: library.tags.rename_path(tag.id, "题目"))
    sidebar = desk.window.sidebar
    assert sidebar.highlights.isVisible()
    desk.step("undo")
    assert sidebar.tags.isVisible()
    assert sidebar.tags.chosen_ids() == [tag.id]
    assert desk.said == []
    desk.window.sides.toggle("sidebar")
    desk.step("redo")
    assert sidebar.tags.isVisible()
    desk.step("undo")
    desk.step("undo")
    assert desk.texts == ["Undone: Add tag “主题”"], "it is gone from the tags"


def test_an_undone_tagging_over_two_documents_is_said(desk: Undoing) -> None:
    marks = [desk.mark(desk.short, 0), desk.mark(desk.long, FAR)]
    tag = desk.write(lambda library: library.tags.add_path("方法"))
    desk.write(lambda library: library.tags.apply([mark.id for mark in marks], [tag.id]))
    for name, told in (("undo", "Undone: Tag 2 highlights"), ("redo", "Redone: Tag 2 highlights")):
        desk.window.pane.scroll_to_place(0)
        desk.step(name)
        assert desk.texts == [told]
        assert desk.window.navigation.document_id == desk.long.id
        assert desk.in_sight(marks[1]), "the part that is in the text in view"
    desk.window.settings.language = CHINESE
    desk.step("undo")
    assert desk.texts == ["已撤销：给 2 处划线加标签"]


def test_an_undone_note_on_a_collection_turns_to_the_notes(desk: Undoing) -> None:
    def verb(library: Library) -> str:
        collection = library.collections.add("政协")
        for text in ("一", "一二"):
            library.notes.write("collection", collection.id, text)
            library.journal.seal()
        return collection.id

    collection_id = desk.write(verb)
    desk.step("undo")
    notes = desk.window.sidebar.notes
    assert notes.isVisible()
    note = notes.rows.current_note
    assert note is not None
    assert (note.target_id, note.text) == (collection_id, "一")
    assert desk.said == []
    desk.step("undo")
    assert len(desk.texts) == 1, "a note that is gone is said"
    assert desk.texts[0].startswith("Undone: ")


def test_an_undone_rename_of_a_collection_is_shown_on_the_shelf(desk: Undoing) -> None:
    inner = desk.write(lambda library: library.collections.add("委员", library.collections.add("政协").id))
    desk.write(lambda library: library.collections.rename(inner.id, "界别"))
    desk.window.sides.toggle("shelf")
    desk.step("undo")
    shelf = desk.window.shelf
    assert shelf.isVisible()
    assert [index.data() for index in shelf.tree.selectedIndexes()] == ["委员"]
    assert desk.said == []


def test_what_stands_in_no_view_is_said(desk: Undoing) -> None:
    desk.write(lambda library: library.documents.rename(desk.short.id, "快报"))
    desk.step("undo")
    assert len(desk.texts) == 1
    assert desk.texts[0].startswith("Undone: ")
    assert desk.window.navigation.document_id == desk.long.id
