"""Who speaks, in the real window: beside the text, put right by mouse and keys, undone, kept; cards filtered by it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.reader.voices import standing, voice_at
from desktop.widgets.speakerpicker import SpeakerPicker
from library.models import Document
from library.speeches import Speeches
from tests.desktop.desk import Desk
from tests.library.test_speakers import TEXT


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def document(desk: Desk, qtbot: QtBot) -> Document:
    desk.open(make=True)
    document = desk.add(TEXT, "座谈")
    desk.read(document)
    qtbot.waitUntil(lambda: bool(speeches(desk).passages))
    return document


def speeches(desk: Desk) -> Speeches:
    return desk.window.pane.marks.speeches


def names(desk: Desk) -> list[str]:
    return [passage.name for passage in speeches(desk).passages]


def voice_place(desk: Desk, number: int) -> QPoint:
    """Return where the name of a passage stands in the viewport."""
    flow, marks = desk.window.pane.flow, desk.window.pane.marks
    assert flow is not None
    wanted = marks.speeches.passages[number]
    x = max(flow.column.left - 70, 10)
    return next(
        QPoint(x, y)
        for y in range(flow.height)
        if (voice := voice_at(flow, QPoint(x, y), marks.speeches, marks.ribbons)) and voice.passage == wanted
    )


def picker(desk: Desk) -> SpeakerPicker:
    (found,) = desk.window.findChildren(SpeakerPicker)
    return found


def rows(desk: Desk) -> list[str]:
    model = picker(desk).list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_names_stand_in_the_margin_when_wanted(desk: Desk, document: Document) -> None:
    flow = desk.window.pane.flow
    assert flow is not None
    before = flow.column
    assert voice_at(flow, QPoint(before.left - 70, 200), speeches(desk), desk.window.pane.marks.ribbons) is None
    desk.trigger("speakers")
    assert desk.window.settings.speakers
    assert voice_place(desk, 1).y() > voice_place(desk, 0).y()
    desk.restart()
    assert desk.window.settings.speakers


@pytest.mark.parametrize("width", [1440, 1000])
def test_there_is_room_for_names_beside_numbers_and_notes(desk: Desk, document: Document, width: int) -> None:
    desk.window.resize(width, 700)
    desk.trigger("speakers")
    flow, marks = desk.window.pane.flow, desk.window.pane.marks
    assert flow is not None
    place = voice_place(desk, 0)
    voice = voice_at(flow, place, marks.speeches, marks.ribbons)
    assert voice is not None
    assert voice.rect.right() < flow.column.left - (58 if width > 1000 else 0)
    assert voice.rect.width() > 30
    right = flow.column.left + flow.column.width + flow.column.notes
    assert right <= desk.window.pane.viewport().width()


def test_a_click_on_a_name_lets_it_be_another_one(desk: Desk, document: Document, qtbot: QtBot) -> None:
    desk.trigger("speakers")
    viewport = desk.window.pane.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=voice_place(desk, 2))
    assert rows(desk) == ["Nobody speaks here", "“老周” is no speaker in this text", "主持人", "李华"]
    assert picker(desk).now.text() == "Now: 老周"
    qtbot.keyClick(picker(desk).field, Qt.Key.Key_Return)
    assert picker(desk).isVisible()  # nothing is done before something is chosen
    for _ in range(3):
        qtbot.keyClick(picker(desk).field, Qt.Key.Key_Down)
    assert picker(desk).answer.text() == "Enter: 主持人 speaks in this passage only."
    with qtbot.waitSignal(desk.window.session.speakers.changed):
        qtbot.keyClick(picker(desk).field, Qt.Key.Key_Return)
    assert names(desk) == ["主持人", "李华", "主持人", "李华"]
    with qtbot.waitSignal(desk.window.session.speakers.changed):
        desk.trigger("undo")
    assert names(desk) == ["主持人", "李华", "老周", "李华"]


def test_names_are_found_by_pinyin_and_joined_throughout(desk: Desk, document: Document, qtbot: QtBot) -> None:
    desk.window.pane.select(TEXT.index("老周"), TEXT.index("老周") + 2)
    desk.window.pane.clear_selection()
    desk.trigger("correct_speaker")
    qtbot.keyClicks(picker(desk).field, "lh")
    assert rows(desk)[0] == "李华"
    assert "Join “老周” with “李华” throughout" in rows(desk)
    picker(desk).list.setCurrentIndex(picker(desk).list.model().index(rows(desk).index(
        "Join “老周” with “李华” throughout"), 0))  # fmt: skip
    with qtbot.waitSignal(desk.window.session.speakers.changed):
        qtbot.keyClick(picker(desk).field, Qt.Key.Key_Return)
    assert speeches(desk).names == ("主持人", "李华")


def test_a_new_speaker_of_what_is_selected(desk: Desk, document: Document, qtbot: QtBot) -> None:
    start = TEXT.index("第一点")
    desk.window.pane.select(start, start + 4)
    desk.trigger("correct_speaker")
    qtbot.keyClicks(picker(desk).field, "Wang")
    assert rows(desk)[0] == "Only here: new speaker “Wang”"
    with qtbot.waitSignal(desk.window.session.speakers.changed):
        qtbot.keyClick(picker(desk).field, Qt.Key.Key_Return)
    assert names(desk) == ["主持人", "李华", "Wang", "李华", "老周", "李华"]
    desk.restart()
    desk.open()
    kept = desk.library.speakers.of_document(document.id)
    assert "Wang" in kept.names


def test_what_is_no_speaker_goes(desk: Desk, document: Document, qtbot: QtBot) -> None:
    desk.window.pane.select(TEXT.index("老周"), TEXT.index("老周") + 2)
    desk.trigger("correct_speaker")
    picker(desk).list.setCurrentIndex(picker(desk).list.model().index(1, 0))
    assert picker(desk).answer.text() == "Enter: 老周 is taken out in the whole text."
    with qtbot.waitSignal(desk.window.session.speakers.changed):
        qtbot.keyClick(picker(desk).field, Qt.Key.Key_Return)
    assert "老周" not in names(desk)


def test_cards_are_filtered_and_grouped_by_speaker(desk: Desk, document: Document, qtbot: QtBot) -> None:
    for words in ("今天", "两点", "补充", "同意", "桥头"):
        at = TEXT.index(words)
        desk.write(lambda library, at=at: library.highlights.add(document.id, at, at + 2))
    view = desk.window.sidebar.highlights
    model = view.model
    qtbot.waitUntil(lambda: model.settled and model.total == 5)
    assert model.facets.speakers == {"主持人": 1, "李华": 2, "老周": 1}
    qtbot.mouseClick(view.bar.speakers, Qt.MouseButton.LeftButton)
    offered = view._speaker_filter  # pyright: ignore[reportPrivateUsage]
    assert offered is not None
    qtbot.keyClicks(offered.field, "lih")
    assert offered.choices == ["李华"]
    qtbot.keyClick(offered.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: model.settled and model.shown_count == 2)
    assert "李华" in view.counts.text()
    excerpt = model.excerpt(0)
    assert excerpt is not None
    assert excerpt.speaker == "李华"
    desk.write(lambda library: library.speakers.rename(document.id, "老周", "李华"))
    qtbot.waitUntil(lambda: model.settled and model.shown_count == 3)
    view.clear_filter()
    desk.trigger("cards_grouped_speaker")
    qtbot.waitUntil(lambda: model.settled)
    heads = [model.index(row).data(model.HeadRole) for row in range(model.rowCount())]
    assert [head.words for head in heads if head is not None] == ["主持人", "李华", "Nobody speaks"]


def test_who_speaks_at_the_top_is_named_there_inside_a_passage(desk: Desk, document: Document) -> None:
    long = desk.add("主持人：请。\n李华：" + "这一段话说得很长，一直说下去。" * 400 + "\n主持人：好。\n", "长谈")
    desk.read(long)
    desk.settle(lambda: len(speeches(desk).passages) == 3)
    desk.trigger("speakers")
    pane, flow = desk.window.pane, desk.window.pane.flow
    assert flow is not None
    assert standing(flow, speeches(desk), pane.marks.ribbons) is None  # the first name is in sight itself
    pane.scroll_to_place(1000)
    voice = standing(flow, speeches(desk), pane.marks.ribbons)
    assert voice is not None
    assert (voice.passage.name, voice.rect.top() >= 0) == ("李华", True)
    assert voice_at(flow, voice.rect.center(), speeches(desk), pane.marks.ribbons) == voice
    pane.scroll_to_place(speeches(desk).passages[2].start)
    assert standing(flow, speeches(desk), pane.marks.ribbons) is None
    desk.trigger("speakers")
    pane.scroll_to_place(1000)
    assert standing(flow, speeches(desk), pane.marks.ribbons) is None
