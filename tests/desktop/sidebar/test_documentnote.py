"""The note on the document itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from desktop.sidebar.documentnote import HIGHEST, DocumentNote
from desktop.sidebar.panel import SidebarPanel
from desktop.sides import NARROWEST
from desktop.translation import CHINESE, ENGLISH, Languages
from tests.desktop.annotated import Annotated


def unfold(note: DocumentNote) -> None:
    button = note.findChild(QToolButton)
    assert isinstance(button, QToolButton)
    if not button.isChecked():
        button.click()


def written(annotated: Annotated) -> str | None:
    annotated.session.flush()
    note = annotated.library.notes.find("document", annotated.document.id)
    return note.text if note else None


def test_it_is_folded_until_wanted_and_open_where_there_is_one(annotated: Annotated, panel: SidebarPanel) -> None:
    note = panel.highlights.document_note
    assert not note.editor.isVisible()
    annotated.write(lambda library: library.notes.write("document", annotated.document.id, "论述协商的来历"))
    panel.show_document(annotated.document.id)
    assert note.editor.isVisible()
    assert note.editor.text == "论述协商的来历"


def test_it_saves_itself_and_undo_shows_in_it(annotated: Annotated, panel: SidebarPanel, qtbot: QtBot) -> None:
    note = panel.highlights.document_note
    unfold(note)
    note.editor.setFocus()
    QTest.keyClicks(note.editor, "1 about <b>")
    qtbot.waitUntil(lambda: written(annotated) == "1 about <b>")
    annotated.undo()
    assert note.editor.text == ""
    annotated.redo()
    assert note.editor.text == "1 about <b>"
    with qtbot.waitSignal(panel.text_focus_requested):
        QTest.keyClick(note.editor, Qt.Key.Key_Escape)


def test_each_document_has_its_own(annotated: Annotated, panel: SidebarPanel) -> None:
    other = annotated.add_document("另一篇文献")
    note = panel.highlights.document_note
    unfold(note)
    QTest.keyClicks(note.editor, "first")
    panel.show_document(other.id)
    assert note.editor.text == ""
    QTest.keyClicks(note.editor, "second")
    panel.show_document(None)
    assert not note.isVisible()
    assert written(annotated) == "first"
    found = annotated.library.notes.find("document", other.id)
    assert found is not None
    assert found.text == "second"


def test_a_long_one_does_not_push_the_cards_out(annotated: Annotated, panel: SidebarPanel) -> None:
    annotated.write(lambda library: library.notes.write("document", annotated.document.id, "字\n" * 300))
    panel.show_document(annotated.document.id)
    assert panel.highlights.document_note.editor.height() == HIGHEST


def test_unfolding_it_begins_the_writing(panel: SidebarPanel, qtbot: QtBot) -> None:
    note = panel.highlights.document_note
    button = note.findChild(QToolButton)
    assert isinstance(button, QToolButton)
    panel.highlights.field.setFocus()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert note.editor.hasFocus()


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_what_to_write_there_is_read_in_full_on_the_narrowest_sidebar(
    panel: SidebarPanel, qapp: QApplication, language: str
) -> None:
    languages = Languages(qapp)
    languages.use(language)
    panel.resize(NARROWEST["sidebar"], 700)
    note = panel.highlights.document_note
    unfold(note)
    QApplication.processEvents()
    width = QFontMetrics(note.editor.font()).horizontalAdvance(note.editor.placeholderText())
    languages.use(ENGLISH)
    assert 0 < width <= note.editor.viewport().width()
