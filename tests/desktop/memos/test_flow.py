"""Places of a memo have widgets near the view alone, and what is in view stays there."""

from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.memos.excerptcard import ExcerptCard
from desktop.memos.page import MemoPage
from desktop.memos.prose import ProseEditor
from desktop.settings import Settings
from desktop.theme import Themes
from library.models import Document, Excerpt, Highlight, Memo
from library.references import excerpt_line, with_part_moved

COUNT = 400
QUOTES = ("𠮷祥里", "先把话听完，再把事分清。😀" * 9, "e\u0301" * 40, "几乎吵散了场\n" * 3)


def excerpt(number: int, note: str = "") -> Excerpt:
    quote = QUOTES[number % len(QUOTES)] + str(number)
    highlight = Highlight(str(UUID(int=number)), "d", number, number + 9, quote, "", "")
    return Excerpt(highlight, Document("d", "简报", "sha", 9), (), (), "yellow", note, number, "")


def number_of(card: ExcerptCard) -> int:
    assert card.excerpt is not None
    return card.excerpt.paragraph


@dataclass
class Big:
    """A memo of very many excerpts with prose after every tenth, on a page of its own."""

    page: MemoPage
    excerpts: list[Excerpt]
    text: str = field(init=False)

    def __post_init__(self) -> None:
        lines: list[str] = []
        for number, one in enumerate(self.excerpts):
            lines += [excerpt_line(one.highlight.id)] + [f"其间 {number} 𠮷"] * (number % 10 == 9)
        self.text = "\n\n".join(lines) + "\n"
        self.show(self.text)

    def show(self, text: str) -> None:
        self.text = text
        memo = Memo("m", "札记", text)
        if self.page.memo_id is None:
            self.page.show_memo(memo, self.excerpts, writable=True)
        else:
            self.page.follow(memo, self.excerpts)
        QApplication.processEvents()

    def scroll(self, share: float) -> None:
        bar = self.page.verticalScrollBar()
        bar.setValue(round(bar.maximum() * share))
        QApplication.processEvents()

    def top(self, widget: QWidget) -> int:
        return widget.mapTo(self.page.viewport(), widget.rect().topLeft()).y()

    def in_view(self) -> list[ExcerptCard]:
        height = self.page.viewport().height()
        cards = [one for one in self.page.parts.widgets if isinstance(one, ExcerptCard)]
        return [card for card in cards if 0 <= self.top(card) < height]


@pytest.fixture
def big(qtbot: QtBot, tmp_path: Path) -> Big:
    page = MemoPage(Themes("paper"), Settings(tmp_path / "s.ini"))
    qtbot.addWidget(page)
    page.resize(800, 700)
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    return Big(page, [excerpt(number) for number in range(COUNT)])


@pytest.mark.parametrize("share", [0.0, 0.3, 0.75, 1.0])
def test_the_view_is_filled_wherever_it_is_and_nothing_far_from_it_is_made(big: Big, share: float) -> None:
    big.scroll(share)
    parts = big.page.parts.widgets
    assert 3 < len(parts) < 80
    shown = sorted((big.top(part), part.height()) for part in parts)
    for (top, height), (below, _) in pairwise(shown):
        assert below >= top + height
        if 0 <= below < big.page.viewport().height():
            assert below - top - height < 30  # no hole
    assert big.in_view()
    order = [number_of(card) for card in big.in_view()]
    assert order == list(range(order[0], order[0] + len(order)))


def test_scrolling_up_over_heights_that_were_guessed_moves_nothing_in_view(big: Big) -> None:
    big.scroll(1.0)
    bar = big.page.verticalScrollBar()
    for _ in range(60):
        card = big.in_view()[0]
        before = big.top(card)
        bar.setValue(bar.value() - 40)
        assert big.top(card) == before + 40


def test_what_was_in_view_is_let_go(big: Big) -> None:
    bar = big.page.verticalScrollBar()
    first = big.in_view()[2].highlight_id
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + 600)
    parts = big.page.parts.widgets
    assert len(parts) < 80
    assert first not in [part.highlight_id for part in parts if isinstance(part, ExcerptCard)]


def test_another_width_keeps_the_first_part_in_view(big: Big) -> None:
    big.scroll(0.6)
    first = big.in_view()[0]
    for width in (430, 600, 800):
        big.page.resize(width, 700)
        QApplication.processEvents()
        assert abs(number_of(big.in_view()[0]) - number_of(first)) <= 1


def test_the_text_is_whole_though_most_of_it_has_no_widget(big: Big) -> None:
    assert big.page.parts.shape.text == big.text
    big.scroll(0.5)
    assert big.page.parts.shape.text == big.text


def test_what_is_typed_stays_when_it_is_scrolled_away_and_can_be_taken_back(big: Big) -> None:
    editor = next(one for one in big.page.parts.widgets if isinstance(one, ProseEditor))
    before = editor.text
    editor.setFocus()
    QTest.keyClicks(editor, "abc")
    big.in_view()[0].setFocus()
    written: list[str] = []
    big.page.saved.connect(written.append)
    big.scroll(1.0)
    big.scroll(0.0)
    assert editor in big.page.parts.widgets
    assert editor.text == before + "abc"
    editor.undo()
    assert editor.text == before
    big.page.save()
    assert written == [big.text]


def test_arrows_walk_through_all_of_it_and_the_focus_stays_in_view(big: Big) -> None:
    first = big.in_view()[0]
    first.setFocus()
    for _ in range(60):
        held = QApplication.focusWidget()
        assert held is not None
        QTest.keyClick(held, Qt.Key.Key_Down)
    last = QApplication.focusWidget()
    assert isinstance(last, ExcerptCard | ProseEditor)
    assert 0 <= big.top(last) < big.page.viewport().height()
    assert big.page.verticalScrollBar().value() > 2000
    for _ in range(60):
        held = QApplication.focusWidget()
        assert held is not None
        QTest.keyClick(held, Qt.Key.Key_Up)
    assert isinstance(QApplication.focusWidget(), ExcerptCard)
    assert big.in_view()[0].highlight_id == first.highlight_id


def test_an_excerpt_that_is_moved_takes_focus_and_view_along(big: Big) -> None:
    card = big.in_view()[1]
    card.setFocus()
    big.page.part_moved.connect(lambda part, step: big.show(with_part_moved(big.text, part, step)))
    for _ in range(15):
        QTest.keyClick(card, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert card.hasFocus()
    assert 0 <= big.top(card) < big.page.viewport().height()
    assert big.page.parts.shape.text == big.text
    for _ in range(15):
        QTest.keyClick(card, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert big.page.parts.shape.highlight_ids == tuple(one.highlight.id for one in big.excerpts)


def test_a_note_far_away_is_there_once_it_comes_into_view(big: Big) -> None:
    big.excerpts[200] = excerpt(200, note="按语")
    big.show(big.text)
    bar = big.page.verticalScrollBar()
    while 200 not in map(number_of, big.in_view()):
        assert bar.value() < bar.maximum()
        bar.setValue(bar.value() + 500)
    card = next(card for card in big.in_view() if number_of(card) == 200)
    assert "按语" in card.accessibleName()
    before = card.height()
    big.excerpts[200] = excerpt(200)
    big.show(big.text)
    assert card.height() < before
