"""Notes in the margin follow the library: written, undone, redone, and with their highlights."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.marking import Marking
from desktop.messages import Messages
from desktop.pens import Pens
from desktop.reader.pane import ReaderPane
from desktop.reader.style import reader_style
from desktop.settings import Settings
from desktop.shownmarks import MANY, TAGGED_AT_ONCE
from desktop.theme import Themes
from library.library import Library
from tests.desktop.annotated import Annotated


@pytest.fixture
def annotated(qtbot: QtBot, tmp_path: Path) -> Iterator[Annotated]:
    annotated = Annotated(qtbot, tmp_path / "研究.zhupi")
    yield annotated
    annotated.session.shut_down()


@pytest.fixture
def pane(qtbot: QtBot, annotated: Annotated, tmp_path: Path) -> Iterator[ReaderPane]:
    settings, themes = Settings(tmp_path / "settings.ini"), Themes("paper")
    pane = ReaderPane(reader_style(themes.current, settings))
    qtbot.addWidget(pane)
    pane.resize(1000, 700)
    messages = Messages(pane)
    pens = Pens(annotated.session, messages, pane)
    marking = Marking(annotated.session, pane, messages, settings, themes, pens, pane)
    document = annotated.document
    pane.open_text(annotated.library.documents.text(document.id), title=document.title, format=document.format)
    marking.document_opened(document.id)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.setFocus()
    yield pane
    pane.clear()


def write(annotated: Annotated, highlight_id: str, text: str) -> None:
    annotated.write(lambda library: library.notes.write("highlight", highlight_id, text))


def shown(pane: ReaderPane) -> dict[str, str]:
    """Return the notes that stand in the margin."""
    assert pane.flow is not None
    margin = pane.marks.margin
    return {note.id: margin.text(note.id) for note in margin.standing(pane.flow)}


def test_a_note_is_there_once_it_is_written_and_goes_with_undo(pane: ReaderPane, annotated: Annotated) -> None:
    made = annotated.mark("意见箱")
    write(annotated, made.id, "𠮷😀 <b>e\u0301</b>")
    assert shown(pane) == {made.id: "𠮷😀 <b>e\u0301</b>"}
    annotated.undo()
    assert shown(pane) == {}
    annotated.redo()
    assert shown(pane) == {made.id: "𠮷😀 <b>e\u0301</b>"}
    write(annotated, made.id, "改")
    assert shown(pane) == {made.id: "改"}
    write(annotated, made.id, "")
    assert shown(pane) == {}


def test_a_note_goes_and_comes_back_with_its_highlight(pane: ReaderPane, annotated: Annotated) -> None:
    made = annotated.mark("意见箱", note="一")
    other = annotated.mark("现场", note="二")
    assert shown(pane) == {made.id: "一", other.id: "二"}
    annotated.write(lambda library: library.highlights.remove(made.id))
    assert shown(pane) == {other.id: "二"}
    annotated.undo()
    assert shown(pane) == {made.id: "一", other.id: "二"}


def test_notes_on_other_things_do_not_stand_in_the_margin(pane: ReaderPane, annotated: Annotated) -> None:
    made = annotated.mark("意见箱", note="一")
    annotated.write(lambda library: library.notes.write("document", annotated.document.id, "全文"))
    assert shown(pane) == {made.id: "一"}
    another = annotated.add_document("另一篇意见箱", "另一篇")
    annotated.write(lambda library: library.highlights.add(another.id, 0, 3, note="别处"))
    assert shown(pane) == {made.id: "一"}


def test_many_notes_at_once_are_all_shown(pane: ReaderPane, annotated: Annotated) -> None:
    ids = [annotated.mark(quote).id for quote in ("意见箱", "现场")]

    def verb(library: Library) -> None:
        with library.journal.operation("Write note"):
            for place in range(MANY + 5):
                start = place // 2
                library.highlights.add(annotated.document.id, start, start + 4 + place % 2, note=str(place))
            for id in ids:
                library.notes.write("highlight", id, "同")

    annotated.write(verb)
    assert {pane.marks.margin.text(id) for id in ids} == {"同"}
    assert len(shown(pane)) == MANY + 7
    annotated.undo()
    assert shown(pane) == {}


def test_a_note_in_the_margin_is_asked_for_by_double_click_and_enter(
    pane: ReaderPane, annotated: Annotated, qtbot: QtBot
) -> None:
    made = annotated.mark("意见箱", note="一")
    (marking,) = pane.findChildren(Marking)
    assert pane.flow is not None
    (note,) = pane.marks.margin.standing(pane.flow)
    with qtbot.waitSignal(marking.highlight_selected) as selected:
        QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=note.rect.center())
    assert selected.args == [made.id]
    with qtbot.waitSignal(marking.note_requested) as asked:
        QTest.mouseDClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=note.rect.center())
    assert asked.args == [made.id, False]
    with qtbot.waitSignal(marking.note_requested):
        QTest.keyClick(pane, Qt.Key.Key_Return)


def test_the_tags_of_highlights_are_shown_and_followed(pane: ReaderPane, annotated: Annotated) -> None:
    made = annotated.mark("意见箱")
    annotated.write(lambda library: library.highlights.recolor([made.id], "red"))
    annotated.write(lambda library: library.tags.apply([made.id], [library.tags.add_path("主题/协商").id]))
    assert [stripe.name for stripe in pane.marks.tags[made.id]] == ["主题/协商"]
    tag = annotated.library.tags.find_path("主题/协商")
    assert tag is not None
    annotated.write(lambda library: library.tags.rename(tag.id, "议事"))
    assert [stripe.name for stripe in pane.marks.tags[made.id]] == ["主题/议事"]
    annotated.undo()
    annotated.undo()
    assert list(pane.marks.tags[made.id]) == []


def test_the_tags_of_very_many_highlights_come_by_and_by(pane: ReaderPane, annotated: Annotated, qtbot: QtBot) -> None:
    def verb(library: Library) -> None:
        with library.journal.operation("Add highlight"):
            for place in range(TAGGED_AT_ONCE // 10):
                for length in range(1, 13):
                    library.highlights.add(annotated.document.id, place, place + length, color="red", tags=["甲"])

    annotated.write(verb)
    qtbot.waitUntil(lambda: len(pane.marks.tags) == 12 * (TAGGED_AT_ONCE // 10))
    assert {stripe.name for stripes in pane.marks.tags.values() for stripe in stripes} == {"甲"}
