"""Cards: chosen, gone to, coloured, noted and deleted with real keys and clicks."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.itemmodels.cards import CardModel
from desktop.messages import Message
from desktop.sidebar.cards import Cards
from desktop.sidebar.panel import SidebarPanel
from desktop.widgets.noteeditor import NoteEditor
from tests.desktop.annotated import Annotated

Key = Qt.Key


@pytest.fixture
def cards(panel: SidebarPanel) -> Cards:
    return panel.highlights.cards


def quotes(cards: Cards) -> list[str]:
    model = cards.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def choose(cards: Cards, row: int) -> None:
    cards.setFocus()
    cards.choose(cards.model().index(row, 0).data(CardModel.IdRole))


def editor(cards: Cards) -> NoteEditor:
    found = cards.viewport().findChild(NoteEditor)
    assert isinstance(found, NoteEditor)
    return found


def center(cards: Cards, row: int) -> QPoint:
    return cards.visualRect(cards.model().index(row, 0)).center()


def test_a_card_a_highlight_in_the_order_of_the_text(annotated: Annotated, cards: Cards) -> None:
    annotated.mark("吵散了场")
    annotated.mark("𠮷祥里的墙上贴着😀")
    annotated.mark("e\u0301tude")
    assert quotes(cards) == ["𠮷祥里的墙上贴着😀", "e\u0301tude", "吵散了场"]
    annotated.undo()
    assert quotes(cards) == ["𠮷祥里的墙上贴着😀", "吵散了场"]
    annotated.redo()
    assert quotes(cards) == ["𠮷祥里的墙上贴着😀", "e\u0301tude", "吵散了场"]


def test_arrows_choose_and_enter_goes(annotated: Annotated, panel: SidebarPanel, cards: Cards, qtbot: QtBot) -> None:
    first, second = annotated.mark("意见箱"), annotated.mark("主持人")
    choose(cards, 0)
    with qtbot.waitSignal(panel.highlight_selected) as chosen:
        QTest.keyClick(cards, Key.Key_Down)
    with qtbot.waitSignal(panel.highlight_activated) as gone:
        QTest.keyClick(cards, Key.Key_Return)
    with qtbot.waitSignal(panel.text_focus_requested):
        QTest.keyClick(cards, Key.Key_Escape)
    assert (chosen.args, gone.args) == ([second.id], [second.id])
    with qtbot.waitSignal(panel.highlight_selected) as back:
        QTest.keyClick(cards, Key.Key_Home)
    assert back.args == [first.id]


def test_a_click_goes_to_the_passage_and_says_so_once(
    annotated: Annotated, panel: SidebarPanel, cards: Cards, qtbot: QtBot
) -> None:
    annotated.mark("意见箱")
    second = annotated.mark("主持人")
    selected: list[str] = []
    panel.highlight_selected.connect(selected.append)
    with qtbot.waitSignal(panel.highlight_activated) as gone:
        QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=center(cards, 1))
    assert gone.args == [second.id]
    assert selected == []
    assert cards.chosen_ids() == [second.id]


def test_choosing_from_the_text_is_not_sent_back(annotated: Annotated, panel: SidebarPanel, qtbot: QtBot) -> None:
    made = annotated.mark("主持人")
    panel.highlights.cards.setFocus()
    with qtbot.assertNotEmitted(panel.highlight_selected), qtbot.assertNotEmitted(panel.highlight_activated):
        panel.show_highlight(made.id)
    assert panel.highlights.cards.chosen_ids() == [made.id]
    panel.show_highlight("")
    assert panel.highlights.cards.chosen_ids() == []


def test_digits_recolour_the_chosen_cards(annotated: Annotated, cards: Cards) -> None:
    annotated.mark("意见箱")
    annotated.mark("主持人")
    choose(cards, 0)
    QTest.keyClick(cards, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(cards, Key.Key_5)
    assert [excerpt.color for excerpt in annotated.excerpts()] == ["purple", "purple"]
    annotated.undo()
    assert [excerpt.color for excerpt in annotated.excerpts()] == ["yellow", "yellow"]


def test_deleting_names_the_count_and_its_undo_brings_all_back(
    annotated: Annotated, cards: Cards, said: list[Message]
) -> None:
    annotated.mark("意见箱", note="😀")
    annotated.mark("主持人", tags=["<b>"])
    before = annotated.excerpts()
    choose(cards, 0)
    QTest.keyClick(cards, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(cards, Key.Key_Delete)
    assert annotated.excerpts() == []
    assert "2" in said[0].text
    assert said[0].action is not None
    said[0].action()
    assert annotated.excerpts() == before
    assert len(quotes(cards)) == 2


def test_a_late_undo_of_a_deletion_does_not_undo_something_else(
    annotated: Annotated, cards: Cards, said: list[Message]
) -> None:
    annotated.mark("意见箱")
    choose(cards, 0)
    QTest.keyClick(cards, Key.Key_Delete)
    annotated.session.flush()
    annotated.mark("主持人")
    assert said[0].action is not None
    said[0].action()
    assert [excerpt.highlight.quote for excerpt in annotated.excerpts()] == ["主持人"]


def test_a_note_is_written_in_place_and_escape_returns_to_the_text(
    annotated: Annotated, panel: SidebarPanel, cards: Cards, qtbot: QtBot
) -> None:
    annotated.mark("意见箱")
    choose(cards, 0)
    height = cards.visualRect(cards.model().index(0, 0)).height()
    QTest.keyClick(cards, Key.Key_N)
    assert editor(cards).hasFocus()
    assert cards.visualRect(cards.model().index(0, 0)).height() > height
    QTest.keyClicks(editor(cards), "n1 ok")
    editor(cards).insertPlainText("𠮷\u00a0😀\n<b>")
    with qtbot.waitSignal(panel.text_focus_requested):
        QTest.keyClick(editor(cards), Key.Key_Escape)
    assert [excerpt.note for excerpt in annotated.excerpts()] == ["n1 ok𠮷\u00a0😀\n<b>"]
    assert not editor(cards).isVisible()
    annotated.undo()
    assert [excerpt.note for excerpt in annotated.excerpts()] == [""]
    annotated.redo()
    annotated.reopen()
    assert [excerpt.note for excerpt in annotated.excerpts()] == ["n1 ok𠮷\u00a0😀\n<b>"]


def test_a_note_saves_itself_from_the_first_keystroke_on(annotated: Annotated, cards: Cards, qtbot: QtBot) -> None:
    annotated.mark("意见箱")
    choose(cards, 0)
    QTest.keyClick(cards, Key.Key_N)
    QTest.keyClicks(editor(cards), "typed")
    qtbot.waitUntil(lambda: [excerpt.note for excerpt in annotated.excerpts()] == ["typed"])
    assert editor(cards).isVisible()


def test_what_an_input_method_composes_is_letters_in_a_note(annotated: Annotated, cards: Cards) -> None:
    made = annotated.mark("意见箱")
    cards.edit_note(made.id)
    QApplication.sendEvent(editor(cards), QInputMethodEvent("nt1", []))
    assert editor(cards).text == ""
    committed = QInputMethodEvent("", [])
    committed.setCommitString("你𠮷")
    QApplication.sendEvent(editor(cards), committed)
    cards.close_note()
    assert [(excerpt.note, excerpt.color) for excerpt in annotated.excerpts()] == [("你𠮷", "yellow")]


def test_only_an_empty_new_note_takes_its_highlight_with_it(annotated: Annotated, cards: Cards) -> None:
    made = annotated.mark("意见箱")
    cards.edit_note(made.id)
    cards.close_note()
    assert len(annotated.excerpts()) == 1
    cards.edit_note(made.id, fresh=True)
    QTest.keyClicks(editor(cards), "x")
    cards.close_note()
    assert len(annotated.excerpts()) == 1
    cards.edit_note(made.id, fresh=True)
    QTest.keyClick(editor(cards), Key.Key_Backspace)
    cards.close_note()
    assert annotated.excerpts() == []


def test_a_note_waits_for_its_card(annotated: Annotated, cards: Cards) -> None:
    span = annotated.span("意见箱")
    made = annotated.write(lambda library: library.highlights.add(annotated.document.id, *span))
    annotated.undo()
    cards.edit_note(made.id, fresh=True)
    assert cards.edited_id is None
    annotated.redo()
    assert cards.edited_id == made.id


def test_unsaved_typing_survives_another_document_and_the_end(
    annotated: Annotated, panel: SidebarPanel, cards: Cards
) -> None:
    made = annotated.mark("意见箱")
    cards.edit_note(made.id)
    QTest.keyClicks(editor(cards), "one")
    panel.show_document(None)
    assert [excerpt.note for excerpt in annotated.excerpts()] == ["one"]
    panel.show_document(annotated.document.id)
    cards.edit_note(made.id)
    QTest.keyClicks(editor(cards), " two")
    annotated.session.close()
    annotated.reopen()
    assert [excerpt.note for excerpt in annotated.excerpts()] == ["one two"]


def test_undoing_a_highlight_whose_note_is_open_closes_the_editor(annotated: Annotated, cards: Cards) -> None:
    made = annotated.mark("意见箱")
    cards.edit_note(made.id)
    annotated.undo()
    assert cards.edited_id is None
    assert not editor(cards).isVisible()
    assert annotated.excerpts() == []


def test_an_undone_note_is_shown_in_its_open_editor(annotated: Annotated, cards: Cards) -> None:
    made = annotated.mark("意见箱")
    cards.edit_note(made.id)
    QTest.keyClicks(editor(cards), "text")
    cards.save_note()
    annotated.session.flush()
    annotated.undo()
    assert editor(cards).text == ""


def test_double_click_opens_the_note(annotated: Annotated, cards: Cards) -> None:
    made = annotated.mark("意见箱")
    QTest.mouseDClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=center(cards, 0))
    assert cards.edited_id == made.id


def test_typing_in_the_filter_marks_nothing(annotated: Annotated, panel: SidebarPanel, qtbot: QtBot) -> None:
    annotated.mark("意见箱", note="先看现场")
    annotated.mark("主持人", tags=["主题/<b>x"])
    panel.highlights.field.setFocus()
    QTest.keyClicks(panel.highlights.field, "<B>X")
    qtbot.waitUntil(lambda: quotes(panel.highlights.cards) == ["主持人"])
    QTest.keyClick(panel.highlights.field, Key.Key_Escape)
    qtbot.waitUntil(lambda: len(quotes(panel.highlights.cards)) == 2)
    panel.highlights.field.setText("现场")
    QTest.keyClick(panel.highlights.field, Key.Key_Return)
    assert quotes(panel.highlights.cards) == ["意见箱"]
    assert panel.highlights.cards.hasFocus()


def test_the_cards_follow_the_text_unless_filtered_or_edited(annotated: Annotated, panel: SidebarPanel) -> None:
    cards = panel.highlights.cards
    for at in range(40):
        annotated.write(lambda library, at=at: library.highlights.add(annotated.document.id, at * 3, at * 3 + 2))
    panel.highlights.field.setFocus()
    panel.follow(100, 110)
    followed = cards.verticalOffset()
    assert followed > 0
    panel.follow(0, 10)
    assert cards.verticalOffset() == 0
    cards.edit_note(cards.model().index(0, 0).data(CardModel.IdRole))
    panel.follow(100, 110)
    assert cards.verticalOffset() == 0


def test_tags_are_picked_at_the_card(annotated: Annotated, panel: SidebarPanel, cards: Cards) -> None:
    annotated.mark("意见箱")
    choose(cards, 0)
    QTest.keyClick(cards, Key.Key_T)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "'; DROP TABLE tag/<b>1")
    QTest.keyClick(field, Key.Key_Return)
    assert [excerpt.tag_paths for excerpt in annotated.excerpts()] == [("'; DROP TABLE tag/<b>1",)]
    assert cards.hasFocus()
    annotated.undo()
    assert annotated.library.tags.all() == []


@pytest.mark.parametrize("row", [0, 1, 2])
def test_after_a_deletion_a_neighbour_is_chosen(annotated: Annotated, cards: Cards, row: int) -> None:
    made = [annotated.mark(quote) for quote in ("意见箱", "主持人", "停车位")]
    choose(cards, row)
    QTest.keyClick(cards, Key.Key_Delete)
    annotated.session.flush()
    left = [highlight.id for highlight in made if highlight is not made[row]]
    assert cards.chosen_ids() == [left[max(row - 1, 0)]]
    assert cards.currentIndex().data(CardModel.IdRole) == left[max(row - 1, 0)]
