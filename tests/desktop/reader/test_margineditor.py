"""Writing a note in the margin: in its place, saved by itself, never out of the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.reader.column import column
from desktop.reader.margineditor import MarginEditor
from desktop.reader.spans import Span
from desktop.reader.style import ReaderStyle
from desktop.reader.view import ReaderView
from desktop.settings import Settings
from desktop.theme import Themes
from tests.desktop.reader.conftest import SENTENCE, OpenText

LONG = "\n".join(f"{number}" + SENTENCE * 3 for number in range(120))
SPANS = [Span(str(number), number * 400 + 10, number * 400 + 30, "red") for number in range(20)]


@pytest.fixture
def view(qtbot: QtBot, tmp_path: Path, read: OpenText) -> Iterator[ReaderView]:
    view = ReaderView(Themes("paper"), Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    qtbot.waitExposed(view)
    view.activateWindow()
    view.pane.open_text(read(LONG), title="", format="text")
    view.pane.set_spans(SPANS)
    view.pane.set_notes({"1": "一议 𠮷😀", "2": "二议", "3": "三议"})
    yield view
    view.pane.clear()


def editor(view: ReaderView) -> MarginEditor:
    (found,) = view.findChildren(MarginEditor)
    return found


def begun(view: ReaderView, id: str = "1", *, fresh: bool = False) -> MarginEditor:
    view.pane.set_selected_highlight(id)
    assert view.edit_note(id, fresh=fresh)
    return editor(view)


def test_it_stands_where_the_note_stood(view: ReaderView, qtbot: QtBot) -> None:
    pane = view.pane
    assert pane.flow is not None
    before = next(note for note in pane.marks.margin.standing(pane.flow) if note.id == "1")
    found = begun(view)
    qtbot.waitUntil(found.field.hasFocus)
    assert found.field.text == "一议 𠮷😀"
    assert found.geometry().contains(before.rect.topLeft())
    assert abs(found.field.mapTo(view, found.field.rect().topLeft()).x() - before.rect.left()) <= 1
    assert found.field.width() == pane.flow.column.notes


def test_what_is_typed_is_saved_within_a_second_and_on_esc(view: ReaderView, qtbot: QtBot) -> None:
    found = begun(view)
    with qtbot.waitSignal(view.note_written, timeout=1000) as written:
        QTest.keyClicks(found.field, "ab")
    assert written.args == ["1", "一议 𠮷😀ab"]
    QTest.keyClicks(found.field, "c")
    with qtbot.waitSignal(view.note_written) as written:
        QTest.keyClick(found.field, Qt.Key.Key_Escape)
    assert written.args == ["1", "一议 𠮷😀abc"]
    assert found.isHidden()
    qtbot.waitUntil(view.pane.hasFocus)


def test_an_input_method_writes(view: ReaderView) -> None:
    found = begun(view)
    assert found.field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    event = QInputMethodEvent("", [])
    event.setCommitString("批注")
    QApplication.sendEvent(found.field, event)
    assert found.field.text == "一议 𠮷😀批注"


def test_leaving_it_and_closing_the_text_save(view: ReaderView, qtbot: QtBot) -> None:
    found = begun(view)
    QTest.keyClicks(found.field, "x")
    with qtbot.waitSignal(view.note_written) as written:
        view.pane.setFocus()
    assert written.args == ["1", "一议 𠮷😀x"]
    assert found.isHidden()
    found = begun(view, "2")
    QTest.keyClicks(found.field, "y")
    with qtbot.waitSignal(view.note_written) as written:
        view.pane.clear()
    assert written.args == ["2", "二议y"]


def test_it_grows_and_the_others_make_room(view: ReaderView) -> None:
    pane = view.pane
    assert pane.flow is not None
    pane.set_spans([*SPANS, Span("near", SPANS[1].start + 60, SPANS[1].start + 70, "blue")])
    pane.put_note("near", "近")
    pane.scroll_to_place(SPANS[1].start - 100)
    found = begun(view)
    below = next(note for note in pane.marks.margin.standing(pane.flow) if note.id == "near")
    height = found.height()
    QTest.keyClicks(found.field, "long words " * 20)
    moved = next(note for note in pane.marks.margin.standing(pane.flow) if note.id == "near")
    assert found.height() > height
    assert moved.rect.top() >= below.rect.top()
    assert not found.geometry().intersects(moved.rect)


def test_it_never_leaves_the_window(view: ReaderView) -> None:
    found = begun(view)
    QTest.keyClicks(found.field, "a " * 900)
    assert view.rect().contains(found.geometry())
    for distance in (300, 5000, -9000):
        view.pane.scroll_by(distance)
        assert view.rect().contains(found.geometry())
        assert found.isVisible()


def test_a_fresh_highlight_goes_again_if_nothing_is_written(view: ReaderView, qtbot: QtBot) -> None:
    found = begun(view, "0", fresh=True)
    with qtbot.waitSignal(view.note_discarded) as discarded:
        QTest.keyClick(found.field, Qt.Key.Key_Escape)
    assert discarded.args == ["0"]
    assert "0" not in view.pane.marks.margin
    found = begun(view, "1")
    found.field.clear()
    with qtbot.assertNotEmitted(view.note_discarded):
        QTest.keyClick(found.field, Qt.Key.Key_Escape)


def test_undo_elsewhere_is_taken_over_and_a_deleted_highlight_ends_it(view: ReaderView, qtbot: QtBot) -> None:
    found = begun(view)
    view.pane.put_note("1", "改回")
    assert found.field.text == "改回"
    QTest.keyClicks(found.field, "z")
    with qtbot.assertNotEmitted(view.note_written):
        view.pane.drop_span("1")
    assert found.isHidden()


def test_where_the_lane_goes_it_saves_and_closes(view: ReaderView, qtbot: QtBot) -> None:
    found = begun(view)
    QTest.keyClicks(found.field, "w")
    with qtbot.waitSignal(view.note_written) as written:
        view.resize(500, 600)
    assert written.args == ["1", "一议 𠮷😀w"]
    qtbot.waitUntil(found.isHidden)
    assert not view.edit_note("1", fresh=False)


def test_latin_letters_have_a_face_of_their_own_and_the_text_stays(view: ReaderView) -> None:
    found = begun(view)
    found.field.setPlainText("𠮷第 11 期 see p. 3")
    formats = found.field.document().firstBlock().layout().formats()
    text = "𠮷第 11 期 see p. 3".encode("utf-16-le")
    runs = [text[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le") for one in formats]
    assert runs == [" 11 ", " see p. 3"]
    assert all(one.format.font().families()[0] != found.field.font().families()[0] for one in formats)
    assert isinstance(formats[0].format, QTextCharFormat)
    assert found.field.text == "𠮷第 11 期 see p. 3"


def test_a_text_with_notes_makes_room_for_them_in_a_narrow_window(style: ReaderStyle) -> None:
    plain, noted = column(598, style), column(598, style, noted=True)
    assert plain.notes == 0
    assert noted.notes >= 7 * int(style.note_em)
    assert noted.width >= 20 * style.size
    assert noted.left + noted.width + noted.notes < 598
    assert column(560, style, noted=True) == column(560, style)
    assert column(1000, style, noted=True) == column(1000, style)


def test_the_first_note_written_moves_no_line(view: ReaderView, read: OpenText, qtbot: QtBot) -> None:
    view.resize(612, 600)
    view.pane.open_text(read(LONG), title="", format="text")
    view.pane.set_spans(SPANS)
    view.pane.set_notes({})
    assert view.pane.flow is not None
    before = view.pane.flow.column
    view.pane.put_note("1", "新")
    view.pane.set_notes({"1": "新"})
    assert view.pane.flow.column == before
    view.pane.open_text(read(LONG), title="", format="text")
    view.pane.set_spans(SPANS)
    view.pane.set_notes({"1": "新"})
    assert view.pane.flow.column.notes > 0
