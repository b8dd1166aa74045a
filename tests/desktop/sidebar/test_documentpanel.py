"""The panel of a document's fields: shown, entered, taken back, told as wrong, for one document and for several."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.dialogs.line import LineDialog
from desktop.sidebar.documentpanel import DocumentPanel
from desktop.sidebar.fieldeditors import KindEditor, LineEditor
from desktop.theme import Themes
from library.library import Library
from library.models import Document, Draft, PreparedDraft
from tests.desktop.annotated import Annotated

NOTICE = "柳河县水利局文件\n柳水发〔2019〕3号\n工作要点\n（2019年1月15日会议通过）\n各级组织要始终保持意志统一。\n"


def add(annotated: Annotated, title: str, text: str) -> Document:
    def put(library: Library) -> Document:
        prepared = PreparedDraft(Draft(text, title, "text"), library.texts.add_text(text), "", f"{title}.txt", "")
        return library.documents.add_drafts([prepared])[0][0]

    return annotated.write(put)


@pytest.fixture
def panel(qtbot: QtBot, annotated: Annotated, themes: Themes) -> DocumentPanel:
    panel = DocumentPanel(annotated.session, themes)
    qtbot.addWidget(panel)
    panel.resize(336, 900)
    panel.show_documents((annotated.document.id,))
    panel.show()
    qtbot.waitExposed(panel)
    panel.activateWindow()
    return panel


def line(panel: DocumentPanel, key: str) -> LineEditor:
    editor = panel.rows[key].editor
    assert isinstance(editor, LineEditor)
    return editor


def enter(panel: DocumentPanel, key: str, text: str) -> None:
    editor = line(panel, key)
    editor.setFocus()
    editor.selectAll()
    editor.insert(text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def test_what_is_entered_is_kept_undone_and_done_again(annotated: Annotated, panel: DocumentPanel) -> None:
    enter(panel, "publisher", " 中华 𠮷😀 书局 ")
    annotated.session.flush()
    fields = annotated.session.library.fields
    assert fields.of(annotated.document.id)["publisher"] == line(panel, "publisher").text() == "中华 𠮷😀 书局"
    annotated.session.undo()
    annotated.session.flush()
    assert line(panel, "publisher").text() == ""
    annotated.session.redo()
    annotated.session.flush()
    assert line(panel, "publisher").text() == "中华 𠮷😀 书局"


def test_leaving_a_field_saves_and_escape_takes_back(annotated: Annotated, panel: DocumentPanel) -> None:
    editor = line(panel, "place")
    editor.setFocus()
    editor.insert("北京")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.text() == ""
    editor.insert("上海")
    line(panel, "edition").setFocus()
    annotated.session.flush()
    assert annotated.session.library.fields.of(annotated.document.id)["place"] == "上海"


def test_a_date_that_is_none_is_told_and_nothing_is_lost(annotated: Annotated, panel: DocumentPanel) -> None:
    other = add(annotated, "别的", "别的正文")
    panel.more.click()
    enter(panel, "accessed", "昨天")
    panel.more.click()  # what is wrong is not folded away
    wrong = panel.rows["accessed"].wrong
    assert "is no date" in wrong.text()
    assert wrong.isVisible()
    panel.show_documents((other.id,))
    assert line(panel, "accessed").text() == ""
    assert not wrong.isVisible()
    panel.show_documents((annotated.document.id,))
    assert line(panel, "accessed").text() == "昨天"
    assert wrong.isVisible()
    enter(panel, "accessed", "2017年5月")
    annotated.session.flush()
    assert annotated.session.library.fields.of(annotated.document.id)["accessed"] == "2017-05"
    assert not wrong.isVisible()


def test_several_documents_show_what_they_share_and_are_set_in_one_step(
    annotated: Annotated, panel: DocumentPanel
) -> None:
    other = add(annotated, "别的", "别的正文")
    ids = (annotated.document.id, other.id)
    annotated.write(lambda library: library.fields.describe(ids, issuer="同", publisher="甲"))
    annotated.write(lambda library: library.fields.describe([other.id], publisher="乙", place="丙"))
    panel.show_documents(ids)
    assert line(panel, "issuer").text() == "同"
    assert (line(panel, "publisher").text(), line(panel, "publisher").placeholderText()) == ("", "several values")
    assert line(panel, "place").placeholderText() == "several values"
    line(panel, "publisher").setFocus()
    line(panel, "place").setFocus()
    annotated.session.flush()
    assert set(annotated.session.library.fields.column("publisher").values()) == {"甲", "乙"}
    enter(panel, "publisher", "中华书局")
    QTest.keyClick(line(panel, "place"), Qt.Key.Key_Backspace)
    QTest.keyClick(line(panel, "place"), Qt.Key.Key_Return)
    annotated.session.flush()
    fields = annotated.session.library.fields
    assert set(fields.column("publisher").values()) == {"中华书局"}
    assert fields.column("place") == {}
    annotated.session.undo()
    annotated.session.undo()
    annotated.session.flush()
    assert fields.column("publisher") == {ids[0]: "甲", ids[1]: "乙"}
    assert line(panel, "publisher").placeholderText() == "several values"


def test_a_kind_is_chosen(annotated: Annotated, panel: DocumentPanel) -> None:
    editor = panel.rows["kind"].editor
    assert isinstance(editor, KindEditor)
    editor.setCurrentIndex(editor.findData("gazetteer"))
    editor.activated.emit(editor.currentIndex())
    annotated.session.flush()
    assert annotated.session.library.fields.of(annotated.document.id)["kind"] == "gazetteer"
    annotated.session.undo()
    annotated.session.flush()
    assert editor.value == ""


def test_the_place_in_the_text_is_offered_and_gone_to(qtbot: QtBot, annotated: Annotated, panel: DocumentPanel) -> None:
    notice = add(annotated, "工作要点", NOTICE)
    annotated.write(lambda library: library.fields.describe([notice.id], number="柳水发〔2019〕3号", issuer="别处"))
    panel.show_documents((notice.id,))
    qtbot.waitUntil(lambda: panel.rows["number"].button.isVisible())
    assert not panel.rows["issuer"].button.isVisible()
    with qtbot.waitSignal(panel.place_wanted) as wanted:
        panel.rows["number"].button.click()
    document_id, start, end = wanted.args
    assert (document_id, NOTICE[start:end]) == (notice.id, "柳水发〔2019〕3号")


def test_values_of_the_library_complete(annotated: Annotated, panel: DocumentPanel) -> None:
    annotated.write(lambda library: library.fields.describe([annotated.document.id], author="张三；𠮷李四"))
    other = add(annotated, "别的", "别的正文")
    panel.show_documents((other.id,))
    editor = line(panel, "author")
    editor.setFocus()
    editor.insert("王五；李")
    completer = editor.completer()
    completer.setCompletionPrefix(completer.splitPath(editor.text())[0])
    assert completer.currentCompletion() == "王五; 𠮷李四"


def test_own_fields_are_added_renamed_and_removed(qtbot: QtBot, annotated: Annotated, panel: DocumentPanel) -> None:
    panel.own_verbs.add()
    dialog = panel.window().findChild(LineDialog)
    dialog.field.setText("Date")
    dialog.accept()
    assert "already" in dialog.wrong.text()
    dialog.field.setText("卷宗号")
    dialog.accept()
    annotated.session.flush()
    (own,) = annotated.session.library.fields.own()
    assert panel.rows[own.id].label.text() == "卷宗号"
    enter(panel, own.id, "𠮷12")
    annotated.session.flush()
    annotated.write(lambda library: library.fields.rename_own(own.id, "档号"))
    assert (panel.rows[own.id].label.text(), line(panel, own.id).text()) == ("档号", "𠮷12")
    annotated.write(lambda library: library.fields.remove_own(own.id))
    assert own.id not in panel.rows
    annotated.session.undo()
    annotated.session.flush()
    assert line(panel, own.id).text() == "𠮷12"


def test_the_file_is_told_and_compared_with_its_hash(qtbot: QtBot, annotated: Annotated, panel: DocumentPanel) -> None:
    other = add(annotated, "别的", "别的正文")
    panel.show_documents((other.id,))
    facts = panel._facts
    assert {"text", "4 characters", "别的.txt"} <= {part.text() for part in facts.findChildren(QLabel)}
    facts.check.click()
    qtbot.waitUntil(lambda: facts.check.text() == "Unchanged since its import")
    annotated.session.library.texts.text_path(other.text_sha).write_text("anders", encoding="utf-8")
    facts.check.click()
    qtbot.waitUntil(lambda: facts.check.text() == "Damaged on the disk")
    assert "The text was changed on disk. Import the file again" in facts.advice.text()
    panel.show_documents((annotated.document.id,))
    assert (facts.check.text(), facts.advice.isVisible()) == ("Check the file", False)


def test_nothing_selected_says_what_to_do(annotated: Annotated, panel: DocumentPanel) -> None:
    panel.show_documents(())
    assert any("Open a document" in part.text() for part in panel.findChildren(QLabel) if part.isVisible())
    assert not panel.rows["title"].isVisible()


def test_a_document_that_is_deleted_is_shown_no_more(annotated: Annotated, panel: DocumentPanel) -> None:
    other = add(annotated, "别的", "别的正文")
    panel.show_documents((other.id,))
    annotated.write(lambda library: library.documents.erase(other.id))
    assert panel.document_ids == ()


def test_filled_fields_stand_alone_until_more_are_wanted(annotated: Annotated, panel: DocumentPanel) -> None:
    assert panel.rows["title"].isVisible()
    assert not panel.rows["publisher"].isVisible()
    panel.more.click()
    assert panel.rows["publisher"].isVisible()
    enter(panel, "publisher", "中华书局")
    annotated.session.flush()
    panel.more.click()
    assert panel.rows["publisher"].isVisible()
    assert not panel.rows["isbn"].isVisible()
    enter(panel, "publisher", "")
    annotated.session.flush()
    assert panel.rows["publisher"].isVisible()  # nothing moves away under the hands
    other = add(annotated, "别的", "别的正文")
    panel.show_documents((other.id,))
    assert not panel.rows["publisher"].isVisible()


def test_a_title_longer_than_its_field_ends_in_an_ellipsis(annotated: Annotated, panel: DocumentPanel) -> None:
    title = line(panel, "title")
    title.clearFocus()
    assert not title.is_elided
    title.begin("中国历史" * 40)
    assert title.is_elided
    before = title.grab().toImage()
    title.setFocus()
    assert not title.is_elided  # all of it can be reached while it is typed
    title.clearFocus()
    title.begin("中国历史")
    assert title.grab().toImage() != before
