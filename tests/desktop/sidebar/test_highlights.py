"""The highlights view as a person uses it: filtered, sorted, grouped, followed, and many cards at once."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollBar
from pytestqt.qtbot import QtBot

from desktop.forms import Form
from desktop.itemmodels.cardcargo import highlights_in, pack_highlights
from desktop.itemmodels.tagcargo import pack_tags
from desktop.messages import Message
from desktop.settings import Settings
from desktop.sidebar.cardmenu import CardMenu
from desktop.sidebar.cards import Cards
from desktop.sidebar.highlights import HighlightsView
from desktop.sidebar.panel import SidebarPanel
from tests.desktop.annotated import Annotated
from tests.desktop.dragging import Dragging

Key, Held, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
QUOTES = ("意见箱", "𠮷祥里", "主持人", "停车位", "现场")


@pytest.fixture
def view(annotated: Annotated, panel: SidebarPanel) -> HighlightsView:
    annotated.mark("意见箱", color="red", tags=["主题/协商"], note="先看")
    annotated.mark("𠮷祥里", color="red", note="再看😀")
    annotated.mark("主持人", color="blue", tags=["主题/协商"])
    annotated.mark("停车位", color="blue", tags=["方法"])
    annotated.mark("现场", color="green")
    return panel.highlights


def quotes(view: HighlightsView) -> list[str]:
    return [view.model.index(row).data() for row in range(view.model.rowCount())]


def click(view: HighlightsView, row: int, held: Held = Held.NoModifier) -> None:
    place = view.cards.visualRect(view.model.index(row)).center()
    QTest.mouseClick(view.cards.viewport(), Left, held, place)


def chosen(view: HighlightsView) -> list[str]:
    return [view.model.index(view.model.find_row(id_)).data() for id_ in view.cards.chosen_ids()]


def select(view: HighlightsView, *rows: int) -> None:
    view.cards.setFocus()
    click(view, rows[0])
    for row in rows[1:]:
        click(view, row, Held.ControlModifier)


def undo_to(annotated: Annotated, before: object) -> None:
    annotated.undo()
    assert annotated.excerpts() == before


def test_or_within_a_group_and_between_groups(view: HighlightsView) -> None:
    bar = view.bar
    assert view.counts.text() == "5 highlights · 2 notes"
    bar.colors["red"].click()
    assert (quotes(view), view.counts.text()) == (["意见箱", "𠮷祥里"], "2 of 5")
    bar.colors["blue"].click()
    assert quotes(view) == ["意见箱", "𠮷祥里", "主持人", "停车位"]
    bar.noted.click()
    assert quotes(view) == ["意见箱", "𠮷祥里"]
    assert view.link.isVisible()
    view.link.click()
    assert (quotes(view), bar.colors["red"].isChecked(), bar.noted.isChecked()) == (list(QUOTES), False, False)
    assert not view.link.isVisible()


def test_values_without_a_match_dim_and_those_selected_stay(annotated: Annotated, view: HighlightsView) -> None:
    bar = view.bar
    assert not bar.colors["red"].dim
    assert bar.colors["purple"].dim
    bar.noted.click()
    assert (bar.colors["red"].dim, bar.colors["blue"].dim) == (False, True)
    bar.noted.click()
    bar.colors["green"].click()
    bar.noted.click()
    assert quotes(view) == []
    assert (bar.colors["green"].isChecked(), bar.colors["green"].dim) == (True, False)
    assert bar.colors["red"].accessibleName() == "Red: 2 highlights"


def test_tags_are_chosen_from_a_list_by_pinyin(view: HighlightsView, qtbot: QtBot) -> None:
    view.bar.tags.click()
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "xieshang")
    QTest.keyClick(field, Key.Key_Return)
    assert quotes(view) == ["意见箱", "主持人"]
    assert view.counts.text() == "2 of 5 · 主题/协商"
    field.clear()
    QTest.keyClicks(field, "ff")
    QTest.keyClick(field, Key.Key_Return)
    assert quotes(view) == ["意见箱", "主持人", "停车位"]
    QTest.keyClick(field, Key.Key_Return)
    QTest.keyClick(field, Key.Key_Escape)
    assert view.cards.hasFocus()
    assert view.bar.tags.isChecked()


def test_the_search_finds_folded_by_pinyin_and_what_comes_near(view: HighlightsView, qtbot: QtBot) -> None:
    view.field.setFocus()
    for typed, found in (("停車位", ["停车位"]), ("再看", ["𠮷祥里"]), ("停位", ["停车位"]), ("ff", ["停车位"])):
        view.field.clear()
        view.field.insert(typed)
        qtbot.waitUntil(lambda found=found: quotes(view) == found)


def test_order_and_groups_are_kept_in_the_settings(
    view: HighlightsView, settings: Settings, panel: SidebarPanel
) -> None:
    menu = view.bar.order.menu()
    menu.aboutToShow.emit()
    next(entry for entry in menu.actions() if entry.text() == "Grouped by colour").trigger()
    menu.aboutToShow.emit()
    next(entry for entry in menu.actions() if entry.text() == "Newest first").trigger()
    assert (settings.card_sorting, settings.card_grouping) == ("date", "color")
    assert quotes(view) == ["Red", "𠮷祥里", "意见箱", "Green", "现场", "Blue", "停车位", "主持人"]
    assert view.counts.text() == "5 highlights · 2 notes"


def test_groups_fold_by_key_and_click(view: HighlightsView, settings: Settings) -> None:
    settings.card_grouping = "color"
    cards = view.cards
    cards.setFocus()
    click(view, 1)
    QTest.keyClick(cards, Key.Key_Left)
    assert quotes(view)[:3] == ["Red", "Green", "现场"]
    assert cards.currentIndex().data() == "Red"
    QTest.keyClick(cards, Key.Key_Return)
    assert quotes(view)[:2] == ["Red", "意见箱"]
    click(view, 0)
    assert quotes(view)[:2] == ["Red", "Green"]
    cards.choose(view.model.gist(2).id)
    QTest.keyClick(cards, Key.Key_Up)
    QTest.keyClick(cards, Key.Key_Up)
    QTest.keyClick(cards, Key.Key_Right)
    assert quotes(view)[1] == "意见箱"


def test_clicks_and_arrows_select_several(view: HighlightsView) -> None:
    select(view, 0, 2)
    assert chosen(view) == ["意见箱", "主持人"]
    click(view, 4, Held.ShiftModifier)
    assert chosen(view) == ["意见箱", "主持人", "停车位", "现场"]
    click(view, 1)
    QTest.keyClick(view.cards, Key.Key_Down, Held.ShiftModifier)
    QTest.keyClick(view.cards, Key.Key_Down, Held.ShiftModifier)
    QTest.keyClick(view.cards, Key.Key_Up, Held.ShiftModifier)
    assert chosen(view) == ["𠮷祥里", "主持人"]
    QTest.keyClick(view.cards, Key.Key_A, Held.ControlModifier)
    assert chosen(view) == list(QUOTES)


@pytest.mark.parametrize(
    ("key", "told"),
    [
        (Key.Key_K, lambda excerpt: excerpt.highlight.starred),
        (Key.Key_U, lambda excerpt: excerpt.highlight.style == "underline"),
        (Key.Key_5, lambda excerpt: excerpt.color == "purple"),
    ],
)
def test_a_bulk_act_is_one_step(
    annotated: Annotated, view: HighlightsView, key: Key, told: Callable[[object], bool]
) -> None:
    before = annotated.excerpts()
    select(view, 0, 1, 4)
    QTest.keyClick(view.cards, key)
    assert [told(excerpt) for excerpt in annotated.excerpts()] == [True, True, False, False, True]
    assert chosen(view) == ["意见箱", "𠮷祥里", "现场"]
    undo_to(annotated, before)


def test_tags_are_put_on_and_taken_off_many_at_once(annotated: Annotated, view: HighlightsView) -> None:
    before = annotated.excerpts()
    QTest.keyClick(view.cards, Key.Key_A, Held.ControlModifier)
    QTest.keyClick(view.cards, Key.Key_T)
    field = QApplication.focusWidget()
    assert field is not None
    field.insert("规则")
    QTest.keyClick(field, Key.Key_Return)
    assert all("规则" in excerpt.tag_paths for excerpt in annotated.excerpts())
    tagged = annotated.excerpts()
    QTest.keyClick(view.cards, Key.Key_T)
    QTest.keyClick(field, Key.Key_Backspace)
    assert annotated.excerpts() == before
    undo_to(annotated, tagged)
    undo_to(annotated, before)


def test_the_menu_copies_exports_and_deletes(
    annotated: Annotated, panel: SidebarPanel, view: HighlightsView, qtbot: QtBot, said: list[Message]
) -> None:
    select(view, 0, 3)
    ids = view.cards.chosen_ids()

    def choose(words: str) -> None:
        next(entry for entry in view.menu().actions() if entry.text().startswith(words)).trigger()

    for words, form in (("Copy as text", Form.CLEAN), ("Copy as quotation", Form.QUOTATION)):
        with qtbot.waitSignal(panel.copy_requested) as copied:
            choose(words)
        assert copied.args == [ids, form]
    with qtbot.waitSignal(panel.copy_requested) as copied:
        QTest.keyClick(view.cards, Key.Key_C, Held.ControlModifier | Held.ShiftModifier)
    assert copied.args == [ids, Form.QUOTATION]
    with qtbot.waitSignal(panel.selection_export_requested) as exported:
        choose("Export…")
    assert exported.args == [ids]
    before = annotated.excerpts()
    choose("Delete")
    annotated.session.flush()
    assert (quotes(view), said[-1].text) == (["𠮷祥里", "主持人", "现场"], "2 highlights deleted")
    undo_to(annotated, before)


def test_shift_f10_opens_the_menu_and_what_is_for_one_alone_is_off_for_many(view: HighlightsView) -> None:
    select(view, 0, 1)
    QTest.keyClick(view.cards, Key.Key_F10, Held.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, CardMenu)
    off = [entry.text().partition("\t")[0] for entry in menu.actions() if not entry.isEnabled()]
    assert [words for words in off if words] == ["Go to passage", "Edit note", "Link to…", "Correct the quotation…"]
    menu.close()


def drop(cards: Cards, data: QMimeData, row: int) -> bool:
    drag = Dragging(cards.window(), data)
    drag.over(cards.viewport(), cards.visualRect(cards.model().index(row, 0)).center())
    return drag.drop()


def test_tags_dropped_on_a_selected_card_go_to_all_that_are_selected(
    annotated: Annotated, view: HighlightsView
) -> None:
    tags = {path: tag_id for tag_id, path in annotated.library.tags.paths().items()}
    before = annotated.excerpts()
    select(view, 0, 4)
    assert drop(view.cards, pack_tags([tags["方法"]]), 4)
    assert ["方法" in excerpt.tag_paths for excerpt in annotated.excerpts()] == [True, False, False, True, True]
    undo_to(annotated, before)
    assert drop(view.cards, pack_tags([tags["方法"]]), 1)
    assert ["方法" in excerpt.tag_paths for excerpt in annotated.excerpts()] == [False, True, False, True, False]
    assert highlights_in(pack_highlights(view.cards.chosen_ids())) == view.cards.chosen_ids()


def many(annotated: Annotated) -> None:
    def verb(library: object) -> None:
        with library.journal.operation("Add highlight"):
            for at in range(40):
                library.highlights.add(annotated.document.id, at * 3, at * 3 + 2)

    annotated.write(verb)


def test_the_cards_follow_the_text_unless_scrolled_or_pointed_at(annotated: Annotated, view: HighlightsView) -> None:
    many(annotated)
    cards = view.cards
    view.field.setFocus()
    view.follow(100, 110)
    followed = cards.verticalOffset()
    assert followed > 0
    view.follow(0, 10)
    assert cards.verticalOffset() == 0
    cards.verticalScrollBar().triggerAction(QScrollBar.SliderAction.SliderSingleStepAdd)
    scrolled = cards.verticalOffset()
    view.follow(100, 110)
    assert cards.verticalOffset() == scrolled
    view.show_highlight(view.model.gist(0).id)
    view.follow(100, 110)
    assert cards.verticalOffset() == followed
    cards.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    view.follow(0, 10)
    assert cards.verticalOffset() == followed
    cards.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    view.bar.starred.click()
    view.bar.starred.click()
    view.bar.colors["yellow"].click()
    offset = cards.verticalOffset()
    view.follow(100, 110)
    assert cards.verticalOffset() == offset


def test_a_card_chosen_in_the_text_comes_minimally_into_view(annotated: Annotated, view: HighlightsView) -> None:
    many(annotated)
    cards = view.cards
    sight = cards.rows_in_sight()
    inside = view.model.gist(sight.start + 1).id
    view.show_highlight(inside)
    assert cards.verticalOffset() == 0
    row = sight.stop + 2
    view.show_highlight(view.model.gist(row).id)
    rect = cards.visualRect(view.model.index(row))
    assert cards.verticalOffset() > 0
    assert rect.bottom() <= cards.viewport().height() <= rect.bottom() + 16


def test_what_is_filtered_out_of_sight_stays_selected_by_nobody(view: HighlightsView) -> None:
    select(view, 0, 3)
    view.bar.colors["red"].click()
    assert chosen(view) == ["意见箱"]
    view.link.click()
    assert chosen(view) == ["意见箱"]
    QGuiApplication.processEvents()
    assert view.cards.indexAt(QPoint(40, 20)).row() == 0
