"""The list of cards: where they stand, also when there are thousands, and how they are folded."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.sidebar.cardlayout import QUOTE_LINES, CardLayouts, text_width
from desktop.sidebar.cards import Cards
from desktop.sidebar.panel import SidebarPanel
from desktop.theme import Themes
from desktop.widgets.cardparts import LONGEST, fold, place_words
from desktop.widgets.latin import Faces
from library.library import Library
from tests.desktop.annotated import Annotated

MANY = 600


def fill(annotated: Annotated, count: int) -> str:
    sentences = [f"第{number}句话说得长短不一{'长' * (number % 90)}。" for number in range(count)]
    document = annotated.add_document("".join(sentences))

    def verb(library: Library) -> None:
        start = 0
        with library.journal.operation("Add highlight"):
            for number, sentence in enumerate(sentences):
                note = "批注" * (number % 40) if number % 7 == 0 else ""
                library.highlights.add(document.id, start, start + len(sentence), note=note)
                start += len(sentence)

    annotated.write(verb)
    return document.id


@pytest.fixture
def cards(annotated: Annotated, panel: SidebarPanel) -> Cards:
    panel.show_document(fill(annotated, MANY))
    return panel.highlights.cards


def assert_in_order(cards: Cards) -> None:
    """Check that what is in sight covers the viewport without gap or overlap."""
    rows = cards.rows_in_sight()
    rects = [cards.visualRect(cards.model().index(row, 0)) for row in rows]
    assert rects[0].top() <= 4
    for upper, lower in pairwise(rects):
        assert lower.top() == upper.top() + upper.height()
    assert rects[-1].bottom() >= cards.viewport().height() - 12 or rows.stop == MANY


@pytest.mark.parametrize("row", [0, 1, 299, MANY - 1])
def test_scrolling_to_a_card_brings_all_of_it_into_view(cards: Cards, row: int) -> None:
    index = cards.model().index(row, 0)
    cards.scrollTo(index)
    rect = cards.visualRect(index)
    assert rect.top() >= 0
    assert rect.bottom() <= cards.viewport().height()
    assert_in_order(cards)
    assert cards.indexAt(rect.center()) == index


def test_scrolling_up_never_moves_the_cards_against_the_wheel(cards: Cards) -> None:
    cards.scrollToBottom()
    bar = cards.verticalScrollBar()
    while bar.value() > 2000:
        row = cards.rows_in_sight().stop - 1
        index = cards.model().index(row, 0)
        before = cards.visualRect(index).top()
        bar.setValue(bar.value() - 40)
        assert cards.visualRect(index).top() == before + 40
        assert_in_order(cards)
        bar.setValue(bar.value() - 400)


def test_keys_walk_through_all_of_it(cards: Cards) -> None:
    cards.setFocus()
    QTest.keyClick(cards, Qt.Key.Key_End)
    assert cards.currentIndex().row() == MANY - 1
    QTest.keyClick(cards, Qt.Key.Key_PageUp)
    assert MANY - 20 < cards.currentIndex().row() < MANY - 1
    QTest.keyClick(cards, Qt.Key.Key_Home)
    QTest.keyClick(cards, Qt.Key.Key_Up)
    assert cards.currentIndex().row() == 0
    assert_in_order(cards)


def test_another_width_keeps_the_first_card(cards: Cards, panel: SidebarPanel) -> None:
    cards.scrollTo(cards.model().index(300, 0), Cards.ScrollHint.PositionAtTop)
    first = cards.rows_in_sight().start
    panel.resize(260, 700)
    QTest.qWait(0)
    assert cards.rows_in_sight().start == first
    assert_in_order(cards)


def test_only_what_is_in_sight_is_fetched(cards: Cards) -> None:
    cards.scrollTo(cards.model().index(300, 0))
    assert len(cards.cards_delegate.layouts) < MANY / 4


def test_empty_space_is_no_card(annotated: Annotated, panel: SidebarPanel) -> None:
    annotated.mark("意见箱")
    cards = panel.highlights.cards
    assert not cards.indexAt(QPoint(50, cards.viewport().height() - 2)).isValid()
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, cards.viewport().height() - 2))
    assert cards.chosen_ids() == []


@pytest.mark.parametrize(
    "text", ["", "𠮷", "😀" * 500, "一句话。" * 4000, "a\n\nb\nc\nd\ne\nf", "e\u0301 " * 200, "\n\n"]
)
def test_folding_keeps_within_lines_and_width_and_cuts_no_character(themes: Themes, text: str) -> None:
    font = themes.current.reading_font(themes.current.size("quote"))
    lines = fold(text, Faces(font), 270, QUOTE_LINES)
    assert len(lines) <= QUOTE_LINES
    metrics = QFontMetricsF(font)
    assert all(metrics.horizontalAdvance(line.rstrip()) <= 271 for line in lines)
    whole = text.strip("\n").replace("\n", "")
    shown = "".join(lines)
    assert whole.startswith(shown.removesuffix("…").replace("\n", ""))
    assert shown.endswith("…") or shown == whole[:LONGEST]


def test_a_card_grows_with_what_it_says(annotated: Annotated, themes: Themes, qtbot: QtBot) -> None:
    annotated.mark("意见箱")
    annotated.mark("主持人", note="一句批注", tags=["主题/程序公开", "方法", "成效/数字", "规则", "冲突与化解"])
    layouts = CardLayouts(themes)
    plain, full = (layouts.layout(excerpt, 326) for excerpt in annotated.excerpts())
    assert full.height > plain.height
    assert full.note_lines == ("一句批注",)
    assert all(full.frame.contains(pill.rect) for pill in full.foot.pills)
    assert not any(a.rect.intersects(b.rect) for a in full.foot.pills for b in full.foot.pills if a is not b)
    assert not any(pill.rect.intersects(full.foot.place_rect) for pill in full.foot.pills)
    assert full.quote_rect.width() == text_width(326)


def test_the_place_names_the_heading_and_the_paragraph(annotated: Annotated) -> None:
    annotated.mark("意见箱")
    annotated.mark("停车位")
    assert [place_words(excerpt) for excerpt in annotated.excerpts()] == ["一 · ¶ 3", "二 · ¶ 6"]
