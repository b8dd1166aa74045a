"""Words in the real window: made one, read rightly, looked up, explained; by keyboard, undone and after a restart."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.dialogs.entries import EntriesDialog
from desktop.dialogs.line import LineDialog
from desktop.dialogs.lookup import LookUpDialog
from desktop.reader.selection import word_at
from desktop.translation import CHINESE, ENGLISH
from tests.desktop.desk import Desk

TEXT = "𠮷😀，区里的委员工作站开了。\n朝阳区的議事會，议事会。"
TERM = "委员工作站"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(make=True)
    desk.read(desk.add(TEXT, "工作站"))
    yield desk
    desk.close()


def word(desk: Desk, part: str) -> str:
    flow = desk.window.pane.flow
    assert flow is not None
    return TEXT[slice(*word_at(flow.document, TEXT.index(part)))]


def choose(desk: Desk, part: str) -> None:
    at = TEXT.index(part)
    desk.window.pane.select(at, at + len(part))
    desk.window.menus.refresh()
    desk.window.pane.setFocus()


def found(desk: Desk, kind: type[QDialog]) -> QDialog:
    desk.settle(lambda: [one for one in desk.window.findChildren(kind) if one.isVisible()])
    return next(one for one in desk.window.findChildren(kind) if one.isVisible())


def test_a_selection_becomes_one_word_and_is_given_back(desk: Desk) -> None:
    assert word(desk, "作站") == "工作站"
    choose(desk, TERM)
    QTest.keyClick(desk.window.pane, Qt.Key.Key_W)
    desk.settle(lambda: word(desk, "作站") == TERM)
    desk.trigger("undo")
    desk.settle(lambda: word(desk, "作站") == "工作站")
    desk.trigger("redo")
    desk.settle(lambda: word(desk, "作站") == TERM)
    documents = desk.library.documents.all()
    desk.restart()
    desk.open()
    desk.read(documents[0])
    desk.settle(lambda: word(desk, "作站") == TERM)


def test_word_motion_goes_over_own_words(desk: Desk) -> None:
    desk.write(lambda library: library.terms.add(TERM))
    desk.settle(lambda: word(desk, "作站") == TERM)
    at = TEXT.index(TERM)
    desk.window.pane.select(at, at)
    desk.window.pane.setFocus()
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(desk.window.pane, Qt.Key.Key_Right, modifiers)
    assert desk.window.pane.selected_text() == TERM


def test_a_reading_is_corrected_from_the_text(desk: Desk) -> None:
    window = desk.window
    window.settings.pinyin = "all"
    desk.settle(lambda: window.pane.readings.ready)
    choose(desk, "朝阳")
    QTest.keyClick(window.pane, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    dialog = found(desk, LineDialog)
    assert isinstance(dialog, LineDialog)
    assert dialog.field.text() == "cháo yáng"
    dialog.field.setText("zhao1 yang2")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    desk.settle(lambda: window.pane.readings.of("朝阳区")[0] == "zhāo")
    desk.trigger("undo")
    desk.settle(lambda: window.pane.readings.of("朝阳区")[0] == "cháo")
    desk.trigger("redo")
    desk.settle(lambda: window.pane.readings.of("朝阳区")[0] == "zhāo")
    window.lexicon.show_readings()
    listed = found(desk, EntriesDialog)
    assert isinstance(listed, EntriesDialog)
    assert [listed.list.topLevelItem(0).text(column) for column in (0, 1)] == ["朝阳", "zhāo yáng"]
    QTest.keyClick(listed.list, Qt.Key.Key_Delete)
    desk.settle(lambda: window.pane.readings.of("朝阳区")[0] == "cháo")
    desk.settle(lambda: listed.list.topLevelItemCount() == 0)
    listed.close()


def test_what_is_selected_is_looked_up_and_explained(desk: Desk) -> None:
    desk.window.session.submit(lambda library: library.search.update())
    choose(desk, "议事会")
    QTest.keyClick(desk.window.pane, Qt.Key.Key_D)
    page = found(desk, LookUpDialog)
    assert isinstance(page, LookUpDialog)
    desk.settle(lambda: page.reading.text() == "yì shì huì")
    desk.settle(lambda: page.count.text().startswith("2 places in 1 document\nas in a search, with the forms "))
    with desk.qtbot.waitSignal(page.document_wanted) as wanted:
        page.documents.itemActivated.emit(page.documents.item(0))
    document = desk.library.documents.all()[0]
    document_id, first = wanted.args
    assert document_id == document.id
    assert desk.library.documents.text(document.id).text()[first : first + 3] in ("议事会", "議事會")
    page.gloss.setText("council 😀")
    page.save_button.click()
    desk.settle(lambda: desk.library.glossary.find("议事会") is not None)
    assert page.saved.text() == "Saved in the glossary"
    page.note.setPlainText("见第二条")
    page.activateWindow()
    QTest.keyClick(page.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle(lambda: desk.library.glossary.all()[0].note == "见第二条")
    assert page.documents.height() == page.documents.sizeHintForRow(0) + 2 * page.documents.frameWidth()
    page.note.setPlainText("见第三条")
    page.reject()
    desk.settle(lambda: desk.library.glossary.all()[0].note == "见第三条")
    assert [(one.term, one.gloss) for one in desk.library.glossary.all()] == [("议事会", "council 😀")]


def test_lists_are_edited_where_they_stand(desk: Desk, tmp_path: Path) -> None:
    desk.trigger("glossary")
    listed = found(desk, EntriesDialog)
    assert isinstance(listed, EntriesDialog)
    for field, text in zip(listed.fields, ("议事会", "council", ""), strict=True):
        field.setText(text)
    QTest.keyClick(listed.fields[0], Qt.Key.Key_Return)
    desk.settle(lambda: listed.list.topLevelItemCount() == 1)
    desk.settle(lambda: listed.fields[0].text() == "")
    listed.list.topLevelItem(0).setText(1, "assembly")
    desk.settle(lambda: desk.library.glossary.all()[0].gloss == "assembly")
    target = tmp_path / "glossary.csv"
    listed.give_out(target)
    assert target.read_bytes().startswith(b"\xef\xbb\xbfterm,gloss,note\r\n")
    desk.window.session.undo()
    desk.settle(lambda: listed.list.topLevelItem(0).text(1) == "council")
    target.write_text("街道,sub-district,\n", encoding="gb18030")
    listed.take_in(target)
    desk.settle(lambda: listed.list.topLevelItemCount() == 2)
    listed.close()


def test_the_popup_looks_up_makes_words_and_corrects(desk: Desk) -> None:
    popup = desk.window.marking.popup
    choose(desk, TERM)
    popup.one_word_pressed.emit()
    desk.settle(lambda: word(desk, "作站") == TERM)
    popup.reading_pressed.emit()
    found(desk, LineDialog).close()
    popup.look_up_pressed.emit()
    found(desk, LookUpDialog).close()


def test_lines_left_out_are_told_and_the_list_speaks_another_language(desk: Desk, tmp_path: Path) -> None:
    source = tmp_path / "words.txt"
    source.write_text("界别\n，。\n议事会 3 n\n……\n", encoding="utf-8")
    desk.trigger("own_words")
    listed = found(desk, EntriesDialog)
    assert isinstance(listed, EntriesDialog)
    listed.take_in(source)
    desk.settle(lambda: listed.list.topLevelItemCount() == 2)
    desk.settle(lambda: any("2, 4" in text for text in desk.texts))
    desk.window.settings.language = CHINESE
    desk.settle(lambda: listed.add_button.text() == "添加")
    assert listed.windowTitle() == "自定词"
    desk.window.settings.language = ENGLISH
    desk.settle(lambda: listed.add_button.text() == "Add")
    listed.close()


def test_what_is_refused_is_shown_as_it_was(desk: Desk) -> None:
    desk.write(lambda library: library.pronunciations.set("朝阳", "zhao1 yang2"))
    desk.window.lexicon.show_readings()
    listed = found(desk, EntriesDialog)
    assert isinstance(listed, EntriesDialog)
    listed.list.topLevelItem(0).setText(1, "xx")
    desk.settle(lambda: listed.list.topLevelItem(0).text(1) == "zhāo yáng")
    assert "xx" in listed.wrong.text()
    assert listed.wrong.isVisible()
    listed.fields[0].setText("议")
    listed.fields[1].setText("one two")
    QTest.keyClick(listed.fields[1], Qt.Key.Key_Return)
    desk.settle(lambda: "one two" in listed.wrong.text())
    assert listed.fields[1].text() == "one two"  # typed text is kept, to be put right
    listed.close()


def test_a_list_of_words_is_narrowed_by_typing(desk: Desk) -> None:
    desk.write(lambda library: library.glossary.set("议事会", "council", ""))
    desk.write(lambda library: library.glossary.set("街道", "sub-district", "見第三條"))
    desk.window.lexicon.show_glossary()
    listed = found(desk, EntriesDialog)
    assert isinstance(listed, EntriesDialog)
    rows = [listed.list.topLevelItem(at) for at in range(2)]
    listed.list.selectAll()
    for typed, shown in (("COUNCIL", "议事会"), ("见第三", "街道"), ("議事", "议事会")):
        listed.filter.setText(typed)
        assert [row.text(0) for row in rows if not row.isHidden()] == [shown]
    listed.remove()
    desk.window.session.flush()
    assert {row.term for row in desk.library.glossary.all()} == {"议事会", "街道"}  # what is hidden is not selected
    listed.filter.clear()
    assert not any(row.isHidden() for row in rows)
    listed.close()


def test_a_wrong_reading_keeps_the_dialog_open(desk: Desk) -> None:
    choose(desk, "朝阳")
    QTest.keyClick(desk.window.pane, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    dialog = found(desk, LineDialog)
    assert isinstance(dialog, LineDialog)
    dialog.field.clear()
    QTest.keyClicks(dialog.field, "abc")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "abc" in dialog.wrong.text()
    assert dialog.wrong.isVisible()
    QTest.keyClicks(dialog.field, "zong3 yang2")
    assert not dialog.wrong.isVisible()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "朝 zǒng" in dialog.wrong.text()
    assert not desk.library.pronunciations.all()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    desk.settle(lambda: [row.reading for row in desk.library.pronunciations.all()] == ["zǒng yáng"])
    desk.settle(lambda: any("zǒng yáng" in text for text in desk.texts))
