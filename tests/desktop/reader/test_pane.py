import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.reader.hits import Hits
from desktop.reader.pane import ReaderPane
from desktop.reader.selection import Selection
from desktop.reader.spans import Span
from desktop.reader.style import ReaderStyle, reader_style, resized
from desktop.reader.units import Unit
from desktop.settings import Settings
from desktop.theme import load_theme
from desktop.typesettings import Kind
from library.storage.texts import TextStore
from tests.desktop.reader.conftest import SENTENCE, OpenText, ShowText, colors_in, picture

LONG = "\n".join(f"{number}" + SENTENCE * (1 + number % 7) for number in range(400))
GRAPHEMES = ["a", "好", "，", "𠮷", "😀", "e\u0301", "葛\U000e0100", "\r\n", " "]


def boundaries(parts: list[str]) -> list[int]:
    """Return where graphemes begin once CRLF has become LF."""
    places = [0]
    for part in parts:
        places.append(places[-1] + len(part.replace("\r\n", "\n")))
    return places


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.sampled_from(GRAPHEMES), min_size=1, max_size=24))
def test_a_place_leads_to_a_point_and_the_point_to_the_place(
    qtbot: QtBot, style: ReaderStyle, read: OpenText, parts: list[str]
) -> None:
    pane = ReaderPane(style)
    qtbot.addWidget(pane)
    pane.resize(812, 1400)
    text = "".join(parts).replace("\r\n", "\n")
    pane.open_text(read(text), title="", format="text")
    assert pane.flow is not None
    for place in boundaries(parts):
        if pane.flow.document.block(pane.flow.document.block_at(place)).strip():
            assert pane.flow.position_at(pane.rect_of(place, place).center()) == place
    pane.clear()


@pytest.mark.parametrize("before", ["𠮷", "😀", "e\u0301", "第一行。\r\n", "葛\U000e0100", "👨‍👩‍👧"])
def test_right_after_a_difficult_character_the_offset_is_exact(show: ShowText, before: str) -> None:
    before = before.replace("\r\n", "\n")
    pane = show(before + "从严治党")
    start = len(before)
    box = pane.rect_of(start, start + 2)
    QTest.mousePress(pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 1, box.center().y()))
    QTest.mouseMove(pane.viewport(), QPoint(box.center().x(), box.center().y()))
    QTest.mouseMove(pane.viewport(), QPoint(box.right(), box.center().y()))
    QTest.mouseRelease(pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.right(), box.center().y()))
    assert pane.selection() == (start, start + 2)
    assert pane.selected_text() == "从严"


def test_the_selected_text_is_read_from_the_document(show: ShowText) -> None:
    pane = show("上午,\u00a0东城。\n二")
    pane.select_all()
    assert pane.selected_text() == "上午,\u00a0东城。\n二"


def test_opening_at_a_place_shows_it_at_the_top(show: ShowText) -> None:
    pane = show(LONG, place=9000)
    assert pane.place() == 9000
    assert pane.rect_of(9000, 9001).top() < 40
    assert pane.furthest() > 9000


def test_the_place_stays_over_size_zoom_and_theme(show: ShowText, qtbot: QtBot) -> None:
    pane = show(LONG, place=9000)
    with qtbot.waitSignal(pane.place_changed):
        pane.resize(560, 420)
    for steps in (1, 1, -1, -3):
        pane.zoom(steps)
    pane.resize(1200, 900)
    assert pane.place() == 9000
    assert pane.rect_of(9000, 9001).top() < 40
    night = reader_style(load_theme("night"), Settings())
    pane.set_style(night)
    assert pane.place() == 9000
    assert colors_in(picture(pane), 2, 2, 5, 5) == {night.page.name()}


def test_zooming_says_the_new_size(show: ShowText, qtbot: QtBot) -> None:
    pane = show(LONG)
    with qtbot.waitSignal(pane.zoomed) as zoomed:
        pane.zoom(1)
    assert zoomed.args == [20]
    assert pane.reader_style.title.pixelSize() == 28
    pane.zoom(-1)
    assert pane.reader_style.title.pixelSize() == 27


def test_scrolling_tells_the_place_when_it_rests(show: ShowText, qtbot: QtBot) -> None:
    pane = show(LONG)
    with qtbot.waitSignal(pane.place_changed) as told:
        pane.scroll_by(3000)
    assert told.args == [pane.place(), pane.furthest()]
    assert 0 < pane.place() < pane.furthest()


def test_the_scroll_bar_and_the_text_go_together(show: ShowText) -> None:
    pane = show(LONG)
    pane.scroll_by(1000)
    assert pane.map.value() == 1000
    pane.map.setValue(pane.map.maximum())
    assert pane.furthest() == len(LONG)
    pane.map.setValue(0)
    assert pane.place() == 0


def test_highlights_are_painted_in_their_tints(show: ShowText, style: ReaderStyle) -> None:
    pane = show(SENTENCE)
    pane.set_spans([Span("a", 0, 6, "yellow"), Span("b", 4, 10, "blue"), Span("c", 12, 14, "green", "underline")])
    image = picture(pane)
    lone = pane.rect_of(0, 3)
    both = pane.rect_of(4, 6)
    lined = pane.rect_of(12, 14)
    assert style.tints["yellow"].name() in colors_in(image, lone.x(), lone.y(), lone.width(), lone.height())
    assert style.lines["yellow"].name() not in colors_in(image, lone.x(), lone.y(), lone.width(), lone.height())
    shared = colors_in(image, both.x() + 1, both.y(), both.width() - 2, both.height())
    assert {style.tints["blue"].name(), style.lines["yellow"].name()} <= shared
    assert style.tints["yellow"].name() not in shared
    under = colors_in(image, lined.x(), lined.y(), lined.width(), lined.height())
    assert style.lines["green"].name() in under
    assert style.tints["green"].name() not in under
    after = pane.rect_of(10, 11)
    assert style.tints["blue"].name() not in colors_in(image, after.x() + 1, after.y(), 10, after.height())


def test_marks_come_and_go_one_at_a_time(show: ShowText, style: ReaderStyle) -> None:
    pane = show(SENTENCE)
    box = pane.rect_of(2, 5)

    def colors() -> set[str]:
        return colors_in(picture(pane), box.x() + 1, box.y(), box.width() - 2, box.height())

    pane.put_span(Span("a", 2, 5, "red"))
    assert style.tints["red"].name() in colors()
    pane.put_span(Span("a", 2, 5, "green"))
    assert style.tints["red"].name() not in colors()
    assert style.tints["green"].name() in colors()
    pane.drop_span("a")
    pane.drop_span("a")
    assert style.tints["green"].name() not in colors()


def test_selection_is_slate_and_hits_are_accented(show: ShowText, style: ReaderStyle) -> None:
    pane = show(SENTENCE)
    pane.select(2, 5)
    pane.set_hits(Hits([(8, 10)]))
    pane.set_current_hit((8, 10))
    image = picture(pane)
    selected, hit = pane.rect_of(2, 5), pane.rect_of(8, 10)
    assert style.selection.name() in colors_in(image, selected.x(), selected.y(), selected.width(), selected.height())
    found = colors_in(image, hit.x(), hit.y(), hit.width(), hit.height())
    assert {style.accent_tint.name(), style.accent.name()} <= found


def test_the_selected_highlight_is_outlined_and_gets_handles(show: ShowText, style: ReaderStyle) -> None:
    pane = show(SENTENCE)
    pane.put_span(Span("a", 2, 5, "red"))
    box = pane.rect_of(2, 5)
    before = colors_in(picture(pane), box.left() - 5, box.top() - 5, 10, 5)
    pane.set_selected_highlight("a")
    assert pane.selected_highlight() == "a"
    assert style.lines["red"].name() in colors_in(picture(pane), box.left() - 5, box.top() - 5, 10, 5) - before


def test_selecting_text_and_selecting_a_highlight_exclude_each_other(show: ShowText, qtbot: QtBot) -> None:
    pane = show(SENTENCE)
    pane.put_span(Span("a", 2, 5, "red"))
    pane.set_selected_highlight("a")
    with qtbot.waitSignals([pane.selection_changed, pane.selected_highlight_changed]):
        pane.select(3, 4)
    assert pane.selected_highlight() is None


def test_a_highlight_that_goes_is_selected_no_longer(show: ShowText, qtbot: QtBot) -> None:
    pane = show(SENTENCE)
    pane.put_span(Span("a", 2, 5, "red"))
    pane.set_selected_highlight("a")
    with qtbot.waitSignal(pane.selected_highlight_changed):
        pane.drop_span("a")
    pane.put_span(Span("b", 2, 5, "red"))
    pane.set_selected_highlight("b")
    pane.set_spans([])
    assert pane.selected_highlight() is None


def test_jumping_with_a_span_selects_it(show: ShowText) -> None:
    pane = show(LONG)
    pane.go_to(7000, select_end=7006)
    assert pane.selection() == (7000, 7006)
    assert not pane.rect_of(7000, 7006).isEmpty()
    assert pane.rect_of(0, 5).isEmpty()


def test_positions_outside_the_text_are_drawn_into_it(show: ShowText) -> None:
    pane = show("短")
    pane.select(-4, 99)
    assert pane.selection() == (0, 1)
    pane.go_to(99)
    pane.scroll_to_place(99)
    assert pane.place() <= 1


def test_sentence_and_paragraph_at_the_caret(show: ShowText) -> None:
    pane = show("一句。二句。\n三句。")
    pane.set_selection(Selection(4, 4))
    pane.select_at_caret(Unit.SENTENCE)
    assert pane.selection() == (3, 6)
    pane.select_at_caret(Unit.PARAGRAPH)
    assert pane.selection() == (0, 6)
    assert pane.caret() == 6
    pane.swap_ends()
    assert pane.caret() == 0


def test_what_is_chosen_is_the_selection_or_else_the_highlight(show: ShowText) -> None:
    pane = show("𠮷从严。")
    assert pane.chosen() is None
    pane.put_span(Span("a", 0, 2, "red"))
    pane.set_selected_highlight("a")
    assert pane.chosen() == (0, 2)
    pane.select(1, 3)
    assert pane.chosen() == (1, 3)


def test_an_empty_text_can_be_clicked_keyed_and_scrolled(show: ShowText) -> None:
    pane = show("")
    QTest.mouseDClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Space):
        QTest.keyClick(pane, key)
        QTest.keyClick(pane, key, Qt.KeyboardModifier.ShiftModifier)
    pane.select_all()
    assert pane.selection() is None
    assert (pane.place(), pane.furthest(), pane.caret()) == (0, 0, 0)
    assert not picture(pane).isNull()


def test_without_a_text_nothing_happens(qtbot: QtBot, style: ReaderStyle) -> None:
    pane = ReaderPane(style)
    qtbot.addWidget(pane)
    pane.resize(600, 400)
    pane.go_to(5, select_end=9)
    pane.scroll_by(40)
    pane.put_span(Span("a", 0, 1, "red"))
    pane.set_hits(Hits([(0, 1)]))
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 30))
    QTest.keyClick(pane, Qt.Key.Key_Down)
    assert pane.selection() is None
    assert colors_in(picture(pane), 0, 0, 20, 20) == {style.page.name()}


def test_clearing_forgets_text_marks_and_selection(show: ShowText, qtbot: QtBot) -> None:
    pane = show(LONG)
    pane.put_span(Span("a", 0, 5, "red"))
    pane.select(0, 3)
    with qtbot.waitSignals([pane.text_closing, pane.selection_changed]):
        pane.clear()
    assert pane.selection() is None
    assert pane.place() == 0
    assert pane.map.maximum() == 0


def test_a_paragraph_of_five_million_characters_opens_and_scrolls(show: ShowText) -> None:
    text = SENTENCE * (5_000_000 // len(SENTENCE))
    pane = show(text, place=2_500_000)
    assert pane.place() == 2_500_000
    pane.scroll_by(400)
    pane.scroll_by(-900)
    pane.map.setValue(pane.map.maximum())
    assert pane.furthest() == len(text)
    pane.go_to(1_234_567, select_end=1_234_570)
    assert pane.selected_text() == text[1_234_567:1_234_570]
    assert pane.flow is not None
    assert len(pane.flow.cache) < 60


def test_single_keys_are_left_to_the_window_and_to_no_input_method(show: ShowText) -> None:
    pane = show(SENTENCE)
    assert not pane.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not pane.viewport().testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    for key, text in ((Qt.Key.Key_1, "1"), (Qt.Key.Key_T, "t"), (Qt.Key.Key_Delete, ""), (Qt.Key.Key_Escape, "")):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        pane.keyPressEvent(event)
        assert not event.isAccepted()


def test_it_has_names_for_screen_readers(show: ShowText) -> None:
    pane = show(SENTENCE, title="简报")
    assert pane.accessibleName()
    assert pane.accessibleDescription() == "简报"
    assert pane.map.accessibleName()


def test_a_style_of_another_size_keeps_the_proportions(style: ReaderStyle) -> None:
    twice = resized(style, 38)
    assert (twice.title.pixelSize(), twice.heading.pixelSize()) == (54, 40)
    assert resized(style, 1000).size == 60
    assert resized(resized(style, 9), 19) == style


def test_text_files_stay_usable_after_the_pane_let_them_go(show: ShowText, store: TextStore) -> None:
    text = store.open(store.add_text(SENTENCE))
    pane = show(SENTENCE)
    pane.open_text(text, title="", format="text")
    pane.clear()
    text.close()
    assert pane.selected_text() == ""


def test_texts_of_each_kind_take_their_own_settings(show: ShowText, qtbot: QtBot, read: OpenText) -> None:
    pane = show("The committee put every remark on the wall. " * 9)
    assert (pane.kind, pane.reader_style.justified, pane.reader_style.indent) == (Kind.LATIN, False, 1.2)
    with qtbot.waitSignal(pane.zoomed):
        pane.zoom(1)
    assert pane.reader_style.size == 20
    pane.open_text(read("议事会"), title="", format="text")
    assert (pane.kind, pane.reader_style.justified, pane.reader_style.size) == (Kind.CHINESE, True, 19)


def test_a_paragraph_of_three_hundred_thousand_characters(show: ShowText) -> None:
    text = SENTENCE * 12_000
    pane = show(text)
    assert pane.flow is not None
    pane.scroll_to_end()
    assert pane.furthest() == len(text)
    QTest.keyClick(pane, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(pane, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert pane.selection() == (0, len(text))
    assert pane.selected_text() == text
    pane.select(150_000, 150_000)
    pane.select_at_caret(Unit.PARAGRAPH)
    assert pane.selection() == (0, len(text))
    pane.map.setValue(pane.map.maximum() // 2)
    assert abs(pane.place() - len(text) // 2) < len(text) // 50
    assert sum(layout.length for layout, _ in pane.flow.visible()) < 10_000
