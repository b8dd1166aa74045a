"""Links between highlights: made from the text and from cards, followed both ways, taken away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.itemmodels.linkchoices import LinkChoice
from desktop.widgets.cardparts import LINKS, place_words
from desktop.widgets.linkpicker import LinkPicker
from library.models import Document, Highlight
from library.references import reference
from tests.desktop.desk import Desk

Key = Qt.Key
TEXT = "𠮷祥里的墙上贴着😀。\n\n先把话听完，再把事分清。\n\n末了才谈谁来办。\n"
OTHER = "民谚：先把话说完。\n\n嘉庆旧志所载。\n"


class Linked(Desk):
    """A window with two documents, one of them read, with highlights in both."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        super().__init__(qtbot, folder)
        self.open(make=True)
        self.document, self.other = self.add(TEXT, "简报"), self.add(OTHER, "县志")
        self.first = self.mark(self.document, TEXT, "𠮷祥里")
        self.second = self.mark(self.document, TEXT, "先把话听完")
        self.third = self.mark(self.document, TEXT, "谁来办")
        self.far = self.mark(self.other, OTHER, "嘉庆旧志")
        self.read(self.document)
        self.window.pane.setFocus()

    def mark(self, document: Document, text: str, quote: str) -> Highlight:
        start = text.index(quote)
        return self.write(lambda library: library.highlights.add(document.id, start, start + len(quote)))

    def ask(self, highlight: Highlight) -> QWidget:
        """Ask for the links of a highlight in the text, and return the field that has the focus then."""
        self.window.pane.set_selected_highlight(highlight.id)
        self.window.menus.refresh()
        QTest.keyClick(self.window.pane, Key.Key_L)
        assert self.picker.isVisible()
        return self.field

    @property
    def picker(self) -> LinkPicker:
        assert self.window.linking.picker is not None
        return self.window.linking.picker

    @property
    def field(self) -> QWidget:
        assert QApplication.focusWidget() is self.picker.field
        return self.picker.field

    def choices(self) -> list[LinkChoice]:
        return self.picker.choices

    def offered(self) -> list[str]:
        return [choice.id for choice in self.choices()]

    def links(self, highlight: Highlight) -> list[str]:
        (excerpt,) = self.library.excerpts.of_highlights([highlight.id])
        return [link.source_id if link.target_id == highlight.id else link.target_id for link in excerpt.links]

    def place_on_card(self, highlight: Highlight) -> str:
        model = self.window.sidebar.highlights.model
        row = model.find_row(highlight.id)
        assert row is not None
        excerpt = model.excerpt(row)
        assert excerpt is not None
        return place_words(excerpt)


def type_in(field: QWidget, words: str) -> None:
    """Type as an input method does, which QTest's keys cannot."""
    done = QInputMethodEvent()
    done.setCommitString(words)
    QApplication.sendEvent(field, done)


@pytest.fixture
def linked(qtbot: QtBot, tmp_path: Path) -> Iterator[Linked]:
    made = Linked(qtbot, tmp_path)
    yield made
    made.close()


def test_the_other_highlights_are_offered_those_of_the_document_first_and_the_nearest(linked: Linked) -> None:
    linked.ask(linked.second)
    linked.settle(lambda: len(linked.offered()) == 3)
    assert linked.offered() == [linked.first.id, linked.third.id, linked.far.id]
    assert [choice.place for choice in linked.choices()] == ["", "", "县志"]
    assert linked.picker.list.currentIndex().row() == 0


def test_enter_takes_the_first_row_says_so_and_goes_back_to_the_text(linked: Linked) -> None:
    field = linked.ask(linked.second)
    linked.settle(lambda: len(linked.offered()) == 3)
    QTest.keyClick(field, Key.Key_Return)
    assert QApplication.focusWidget() is linked.window.pane
    linked.settle(lambda: linked.links(linked.second) == [linked.first.id])
    linked.settle(lambda: linked.texts == ["Highlights linked"])
    assert any(label.text() == "Highlights linked" for label in linked.window.findChildren(QLabel) if label.isVisible())


def test_a_highlight_is_linked_by_keys_undone_redone_and_kept(linked: Linked) -> None:
    field = linked.ask(linked.first)
    type_in(field, "嘉庆")
    linked.settle(lambda: linked.offered() == [linked.far.id])
    QTest.keyClick(field, Key.Key_Return)
    assert QApplication.focusWidget() is linked.window.pane
    linked.settle(lambda: linked.links(linked.first) == [linked.far.id])
    assert linked.links(linked.far) == [linked.first.id]
    linked.settle(lambda: linked.place_on_card(linked.first).startswith(f"{LINKS} 1"))
    linked.trigger("undo")
    linked.settle(lambda: linked.links(linked.first) == [])
    linked.settle(lambda: LINKS not in linked.place_on_card(linked.first))
    linked.trigger("redo")
    linked.settle(lambda: linked.place_on_card(linked.first).startswith(f"{LINKS} 1"))
    linked.window.libraries.close()
    linked.open()
    assert linked.links(linked.far) == [linked.first.id]


@pytest.mark.parametrize("query", ["听完", "清单", "zhuti", "xieshang zhuti"])
def test_a_highlight_is_found_by_quote_note_and_tag(linked: Linked, query: str) -> None:
    def verb(library: object) -> None:
        linked_library = library
        linked_library.notes.write("highlight", linked.second.id, "一张清单")  # type: ignore[attr-defined]
        linked_library.highlights.add(  # type: ignore[attr-defined]
            linked.document.id, linked.second.start, linked.second.end, tags=["主题/协商"]
        )

    linked.write(verb)
    field = linked.ask(linked.first)
    type_in(field, query)
    linked.settle(lambda: linked.offered() == [linked.second.id])


def test_a_link_is_gone_both_ways_and_the_chip_leads_back(linked: Linked) -> None:
    linked.write(lambda library: library.links.add(linked.first.id, linked.far.id))
    QTest.keyClick(linked.ask(linked.first), Key.Key_Return)
    window = linked.window
    linked.settle(lambda: window.reading.document is not None and window.reading.document.id == linked.other.id)
    linked.settle(lambda: window.marking.current_id == linked.far.id)
    chip = window.stands.active.chip
    assert chip is not None
    assert chip.isVisible()
    QTest.keyClick(linked.ask(linked.far), Key.Key_Return)
    linked.settle(lambda: window.marking.current_id == linked.first.id)


def test_delete_takes_a_link_away_and_letters_stay_letters(linked: Linked) -> None:
    linked.write(lambda library: library.links.add(linked.second.id, linked.first.id))
    field = linked.ask(linked.first)
    assert linked.choices()[0].leads
    type_in(field, "先l")
    assert linked.picker.field.text() == "先l"
    linked.picker.field.clear()
    QTest.keyClick(field, Key.Key_Delete)
    linked.settle(lambda: linked.links(linked.first) == [])
    linked.settle(lambda: linked.texts[-1:] == ["Link removed"])
    assert linked.library.highlights.get(linked.first.id)
    linked.settle(lambda: LINKS not in linked.place_on_card(linked.second))


def test_a_linked_highlight_is_not_offered_again(linked: Linked) -> None:
    linked.write(lambda library: library.links.add(linked.second.id, linked.first.id))
    linked.ask(linked.first)
    linked.settle(lambda: linked.far.id in linked.offered())
    assert linked.offered().count(linked.second.id) == 1


def test_a_card_shows_its_links_and_those_of_its_note(linked: Linked) -> None:
    words = f"见{reference('document', linked.other.id, '县志')}"
    linked.write(lambda library: library.notes.write("highlight", linked.first.id, words))
    cards = linked.window.sidebar.highlights.cards
    cards.choose(linked.first.id)
    cards.setFocus()
    QTest.keyClick(cards, Key.Key_L)
    assert linked.choices()[0].kind == "document"
    QTest.keyClick(linked.field, Key.Key_Delete)
    assert linked.choices()[0].leads
    QTest.keyClick(linked.field, Key.Key_Return)
    assert linked.window.reading.document is not None
    assert linked.window.reading.document.id == linked.other.id


def test_a_selection_is_marked_to_be_linked(linked: Linked) -> None:
    start = TEXT.index("墙上")
    linked.window.pane.select(start, start + 2)
    linked.window.menus.refresh()
    QTest.keyClick(linked.window.pane, Key.Key_L)
    linked.settle(lambda: linked.window.linking.picker is not None and linked.picker.isVisible())
    linked.settle(lambda: len(linked.offered()) == 4)
    assert any(mark.quote == "墙上" for mark in linked.library.highlights.all())


def test_no_key_of_the_list_acts_while_an_input_method_composes(linked: Linked) -> None:
    field = linked.ask(linked.first)
    QApplication.sendEvent(field, QInputMethodEvent("jia qing", []))
    for key in (Key.Key_Down, Key.Key_Return, Key.Key_Delete, Key.Key_Escape):
        QTest.keyClick(field, key)
    assert linked.picker.isVisible()
    assert linked.picker.list.currentIndex().row() == 0
    assert linked.links(linked.first) == []


def test_a_library_that_is_only_read_shows_links_and_offers_none(linked: Linked) -> None:
    linked.write(lambda library: library.links.add(linked.second.id, linked.first.id))
    linked.window.libraries.close()
    linked.open(write=False)
    linked.read(linked.document)
    linked.window.pane.setFocus()
    linked.ask(linked.first)
    assert linked.offered() == [linked.second.id]
    QTest.keyClick(linked.field, Key.Key_Return)
    linked.settle(lambda: linked.window.marking.current_id == linked.second.id)


def test_a_large_library_is_looked_through_a_stretch_at_a_time(linked: Linked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("library.annotation.links.STRETCH", 1)
    linked.write(lambda library: library.highlights.add(linked.other.id, 0, 2))
    type_in(linked.ask(linked.first), "嘉庆")
    assert linked.offered() == []
    linked.settle(lambda: linked.offered() == [linked.far.id])


def test_closing_the_library_ends_the_search(linked: Linked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("library.annotation.links.STRETCH", 1)
    linked.ask(linked.first)
    picker = linked.picker
    linked.window.libraries.close()
    QApplication.processEvents()  # an error in a late step would fail the test
    QApplication.processEvents()
    assert not picker.isVisible()
