"""The last text on the screen before the library is open, and the window that goes on with it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.app import begin
from desktop.firsttext import last_read
from desktop.reader.roles import Role
from desktop.settings import Settings
from desktop.theme import Themes
from desktop.window import MainWindow
from library.library import Library
from library.models import Document
from tests.desktop.desk import Desk

TEXT = "".join(f"第{number}段：一二三四五六七八九十，𠮷😀e\u0301。\n" for number in range(400))
PLACE = len(TEXT) // 2


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    desk.open(make=True)
    yield desk
    desk.close()


@pytest.fixture
def document(desk: Desk) -> Document:
    """A text that was left in the middle, with a highlight in sight."""
    document = desk.add(TEXT, "长文")
    desk.read(document)
    desk.window.pane.scroll_to_place(PLACE)
    place = desk.window.pane.place()
    desk.write(lambda library: library.highlights.add(document.id, place + 2, place + 6))
    return document


def start(qtbot: QtBot, desk: Desk) -> MainWindow:
    """Start the program anew as far as the first text."""
    desk.window.close()
    settings = Settings(desk.settings_file)
    window = MainWindow(settings, Themes(settings.theme), desk.window.languages, bare=True)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    with qtbot.waitSignal(window.painted):
        window.show()
    begin(window, [str(desk.path)])
    desk.window = window
    return window


def test_the_text_stands_where_it_will_stand_before_the_window_is_furnished(
    qtbot: QtBot, desk: Desk, document: Document
) -> None:
    left = desk.window.pane.place()
    window = start(qtbot, desk)
    first = window.first_text
    assert first is not None
    assert not window.furnished
    with qtbot.waitSignal(first.painted):
        pass
    pane, place, corner = first.pane, first.pane.place(), first.pane.mapTo(window, first.pane.rect().topLeft())
    size = pane.size()
    assert place == left
    desk.settle(lambda: window.furnished and window.reading.document is not None)
    assert window.pane is pane
    assert (pane.place(), pane.size(), pane.mapTo(window, pane.rect().topLeft())) == (place, size, corner)
    assert window.reading.document == document
    (highlight,) = desk.library.highlights.of_document(document.id)
    assert pane.marks.spans.find(highlight.id) is not None
    assert pane.hasFocus()
    assert window.windowTitle().startswith("长文")


def test_one_goes_on_where_one_has_gone_meanwhile(qtbot: QtBot, desk: Desk, document: Document) -> None:
    window = start(qtbot, desk)
    first = window.first_text
    assert first is not None
    first.pane.scroll_to_place(20)
    place = first.pane.place()
    desk.settle(lambda: window.furnished and window.reading.document is not None)
    assert window.pane.place() == place


def test_a_command_in_between_finds_the_whole_window(qtbot: QtBot, desk: Desk, document: Document) -> None:
    window = start(qtbot, desk)
    window.menus["stripes"].trigger()
    assert window.furnished
    assert window.pane.flow is not None
    assert not window.welcome.isVisible()
    desk.settle(lambda: window.reading.document is not None)


def test_a_library_that_cannot_be_opened_lets_go_of_the_text(qtbot: QtBot, desk: Desk, document: Document) -> None:
    desk.window.close()
    with closing(sqlite3.connect(desk.path / "library.db", isolation_level=None)) as db:
        db.execute("PRAGMA application_id = 1")
    window = start(qtbot, desk)
    assert window.first_text is not None
    desk.settle(lambda: window.furnished and window.welcome.isVisible())
    assert window.pane.flow is None
    assert window.first_text is None


def test_a_list_is_shown_with_the_library(qtbot: QtBot, desk: Desk, document: Document) -> None:
    desk.window.navigation.open_list("all")
    window = start(qtbot, desk)
    assert window.first_text is None
    desk.settle(lambda: window.furnished and window.centre.shows_table)


def test_what_is_not_one_text_is_not_shown_first(desk: Desk, document: Document, tmp_path: Path) -> None:
    desk.window.stands.split(below=False)
    desk.window.close()
    assert last_read(desk.path) is None
    assert last_read(tmp_path / "none.zhupi") is None


def test_a_text_in_the_bin_is_not_shown_first(desk: Desk, document: Document) -> None:
    desk.window.close()
    with closing(Library.open(desk.path)) as library:
        library.documents.remove(document.id)
    assert last_read(desk.path) is None


def test_headings_are_set_as_headings_before_the_library_is_open(qtbot: QtBot, desk: Desk) -> None:
    text = "关于停车\n\n一、情况\n\n车位不够。\n\n二、意见\n\n分时使用。\n\n三、落实😀\n\n年底前办完。\n"
    document = desk.add(text, "停车")
    desk.write(lambda library: library.outlines.remove(document.id, text.index("二、")))
    desk.read(document)
    window = start(qtbot, desk)
    assert window.first_text is not None
    assert not window.furnished
    pane = window.first_text.pane
    assert pane.flow is not None
    read = pane.flow.document
    dress = read.dress

    def role(words: str) -> Role:
        index = read.block_at(text.index(words))
        return read.role(index, read.block(index))

    assert [role(words) for words in ("一、", "二、", "三、")] == [Role.HEADING, Role.BODY, Role.HEADING]
    desk.settle(lambda: window.furnished and window.reading.document is not None)
    assert window.pane.flow is not None
    assert window.pane.flow.document.dress is dress
