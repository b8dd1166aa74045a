"""The notes view: of the document and of the library, searched, gone to, written in place, followed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.itemmodels.notes import NoteModel, Target
from desktop.sidebar.notes import NotesView
from desktop.widgets.noteeditor import NoteEditor
from library.models import Document, Highlight, NoteTarget
from tests.desktop.desk import Desk

TEXT = "𠮷祥里的墙上贴着😀。\n\n先把话听完，再把事分清。\n\n第三次几乎吵散了场。\n"


class Noted(Desk):
    """A window with two documents, a tag and a collection, and a note on each, and on two highlights."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        super().__init__(qtbot, folder)
        self.open(make=True)
        self.document = self.add(TEXT, "简报")
        self.other = self.add(TEXT + "又", "县志")
        self.last = self.mark(self.document, "吵散了场")
        self.first = self.mark(self.document, "𠮷祥里")
        self.far = self.mark(self.other, "先把话听完")
        self.tag = self.write(lambda library: library.tags.add_path("主题/规则"))
        self.collection = self.write(lambda library: library.collections.add_path("方志"))
        self.note("highlight", self.last.id, "場面")
        self.note("highlight", self.first.id, "地名，待考")
        self.note("highlight", self.far.id, "别处")
        self.note("document", self.document.id, "总说")
        self.note("tag", self.tag.id, "凡规则者")
        self.note("collection", self.collection.id, "方志一类")
        self.read(self.document)
        self.trigger("to_notes")

    def mark(self, document: Document, quote: str) -> Highlight:
        start = TEXT.index(quote)
        return self.write(lambda library: library.highlights.add(document.id, start, start + len(quote)))

    def note(self, kind: NoteTarget, target_id: str, text: str) -> None:
        self.write(lambda library: library.notes.write(kind, target_id, text))

    @property
    def view(self) -> NotesView:
        return self.window.sidebar.notes

    @property
    def shown(self) -> list[str]:
        model = self.view.model
        return [str(model.index(row).data()) for row in range(model.rowCount())]

    def target(self, row: int) -> Target:
        target = self.view.model.index(row).data(NoteModel.TargetRole)
        assert isinstance(target, Target)
        return target

    def read_note(self, kind: NoteTarget, target_id: str) -> str:
        note = self.library.notes.find(kind, target_id)
        return "" if note is None else note.text

    def append(self, text: str) -> None:
        """Write in the note that was opened in a window of its own, and leave it."""
        self.settle(lambda: isinstance(QApplication.focusWidget(), NoteEditor))
        QTest.keyClicks(QApplication.focusWidget(), text)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        self.settle(lambda: not isinstance(QApplication.focusWidget(), NoteEditor))

    def choose(self, text: str) -> None:
        self.view.rows.setFocus()
        self.view.rows.setCurrentIndex(self.view.model.index(self.shown.index(text)))


@pytest.fixture
def noted(qtbot: QtBot, tmp_path: Path) -> Iterator[Noted]:
    made = Noted(qtbot, tmp_path)
    yield made
    made.close()


def test_the_notes_of_the_document_and_of_the_library(noted: Noted) -> None:
    assert noted.shown == ["总说", "地名，待考", "場面"]
    assert noted.target(0) == Target("简报", "Document note")
    assert noted.target(1) == Target("𠮷祥里", "简报 · ¶ 1")
    noted.view.scope.select("library")
    assert noted.shown == ["方志一类", "凡规则者", "总说", "别处", "地名，待考", "場面"]
    assert noted.target(0) == Target("方志", "Collection")
    assert noted.target(1) == Target("主题/规则", "Tag")
    noted.view.link.click()
    assert noted.shown == ["总说", "地名，待考", "場面", "别处", "方志一类", "凡规则者"]


def test_words_are_found_however_they_are_written(noted: Noted) -> None:
    noted.view.scope.select("library")
    noted.view.field.setText("场面")
    noted.settle(lambda: noted.shown == ["場面"])
    noted.view.field.setText("考 地名")
    noted.settle(lambda: noted.shown == ["地名，待考"])
    noted.view.field.setText("没有")
    noted.settle(lambda: noted.shown == [])
    assert noted.view.rows.isHidden()


def test_enter_goes_to_what_a_note_is_on(noted: Noted) -> None:
    noted.view.scope.select("library")
    noted.choose("别处")
    QTest.keyClick(noted.view.rows, Qt.Key.Key_Return)
    assert noted.window.marking.current_id == noted.far.id
    noted.choose("总说")
    QTest.keyClick(noted.view.rows, Qt.Key.Key_Return)
    assert noted.window.reading.document is not None
    assert noted.window.reading.document.id == noted.document.id
    noted.choose("方志一类")
    QTest.keyClick(noted.view.rows, Qt.Key.Key_Return)
    assert noted.window.navigation.collection_id == noted.collection.id
    noted.choose("凡规则者")
    QTest.keyClick(noted.view.rows, Qt.Key.Key_Return)
    assert noted.window.codebook.tag_id == noted.tag.id


def test_a_note_is_written_in_place_and_undone(noted: Noted) -> None:
    noted.choose("場面")
    QTest.keyClick(noted.view.rows, Qt.Key.Key_N)
    editor = noted.view.rows.editor
    assert QApplication.focusWidget() is editor
    QTest.keyClicks(editor, "!")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    noted.settle(lambda: noted.shown == ["总说", "地名，待考", "場面!"])
    assert QApplication.focusWidget() is noted.view.rows
    noted.window.session.undo()
    noted.settle(lambda: noted.shown == ["总说", "地名，待考", "場面"])
    noted.window.session.redo()
    noted.settle(lambda: noted.shown == ["总说", "地名，待考", "場面!"])
    noted.restart()
    noted.open()
    noted.settle(lambda: "場面!" in noted.shown)


def test_notes_come_and_go_with_what_they_are_on(noted: Noted) -> None:
    third = noted.mark(noted.document, "再把事分清")
    noted.note("highlight", third.id, "新的")
    assert noted.shown == ["新的", "总说", "地名，待考", "場面"]
    noted.note("highlight", noted.far.id, "别处又")
    assert noted.shown == ["新的", "总说", "地名，待考", "場面"]
    noted.write(lambda library: library.highlights.remove(third.id))
    assert noted.shown == ["总说", "地名，待考", "場面"]
    noted.window.session.undo()
    noted.settle(lambda: noted.shown == ["新的", "总说", "地名，待考", "場面"])
    noted.write(lambda library: library.documents.rename(noted.document.id, "新名"))
    assert noted.target(1).name == "新名"


def test_the_notes_on_tags_and_collections_are_written_from_their_menus(noted: Noted) -> None:
    noted.window.sidebar.show_view("tags")
    noted.window.sidebar.tags.choose(noted.tag.id)
    noted.window.sidebar.tags.write_note()
    noted.append("+")
    noted.settle(lambda: noted.read_note("tag", noted.tag.id) == "凡规则者+")
    noted.window.shelf.write_note(noted.collection.id)
    noted.append("+")
    noted.settle(lambda: noted.read_note("collection", noted.collection.id) == "方志一类+")
