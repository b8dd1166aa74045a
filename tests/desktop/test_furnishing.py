"""The window once it is furnished: nothing is made that nobody sees, and what is made late comes up whole."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QStackedWidget, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import begin
from desktop.itemmodels.documents import DATE
from desktop.settings import Settings
from desktop.theme import Themes
from desktop.translation import CHINESE, ENGLISH, read_catalogue
from desktop.window import MainWindow
from library.models import Document
from tests.desktop.desk import Desk

TEXT = "第一段：一二三四五，𠮷😀e\u0301。\n第二段。\n"
OF_WHAT_IS_SEEN = {
    "Cards", "DocumentNote", "FilterButton", "FindBar", "FirstText", "FocusLine", "JobBar", "MapTip", "MarginEditor",
    "MarkPopup", "NoteEditor", "NoteTip", "Notice", "PenSign", "PenSwatch", "RubyTip", "StageButton",
}  # fmt: skip
"""Parts of what is in view that come and go with what is done there."""


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A window on a text that carries a highlight with a tag and a note, and a memo."""
    desk = Desk(qtbot, tmp_path)
    desk.open(make=True)
    document = desk.add(TEXT, "乙 第二")
    desk.add(TEXT * 2, "甲 第一")
    highlight = desk.write(lambda library: library.highlights.add(document.id, 4, 9))
    tag = desk.write(lambda library: library.tags.add_path("主题"))
    desk.write(lambda library: library.tags.apply([highlight.id], [tag.id]))
    desk.write(lambda library: library.notes.write("highlight", highlight.id, "批一句"))
    desk.write(lambda library: library.memos.add("札记一", "写下来。"))
    desk.read(document)
    yield desk
    desk.close()


def start(qtbot: QtBot, desk: Desk) -> MainWindow:
    """Start the program anew, until its library is open."""
    desk.window.close()
    settings = Settings(desk.settings_file)
    desk.window = window = MainWindow(settings, Themes(settings.theme), desk.window.languages, bare=True)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    with qtbot.waitSignal(window.painted):
        window.show()
    begin(window, [str(desk.path)])
    desk.settle(lambda: window.furnished and window.session.library is not None)
    desk.settle(lambda: not window.centre.shows_text or window.reading.document is not None)
    return window


def unseen(window: MainWindow) -> set[str]:
    """Return the kinds of own parts that were made but are not shown, without what stands inside of such a one."""
    hidden = [part for part in window.findChildren(QWidget) if is_own(part) and not part.isVisible()]
    return {
        type(part).__name__
        for part in hidden
        if not any(other.isAncestorOf(part) for other in hidden if other is not part)
    }


def is_own(part: QWidget) -> bool:
    return type(part).__module__.startswith("desktop.")


def test_a_text_is_read_without_what_nobody_sees(qtbot: QtBot, desk: Desk) -> None:
    window = start(qtbot, desk)
    assert window.centre.shows_text
    assert unseen(window) - OF_WHAT_IS_SEEN == set()


def test_a_list_is_shown_without_what_nobody_sees(qtbot: QtBot, desk: Desk) -> None:
    desk.window.navigation.open_list("all")
    window = start(qtbot, desk)
    assert window.centre.shows_table
    assert unseen(window) - OF_WHAT_IS_SEEN == {"HighlightsView", "Stands"}


def test_the_ways_to_begin_are_shown_without_what_nobody_sees(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path)
    desk.window.navigation.begin()
    assert desk.window.welcome.isVisible()
    assert unseen(desk.window) - OF_WHAT_IS_SEEN == {
        "Stands",
        "ShelfPanel",
        "SidebarPanel",
        "StatusLine",
        "TabStrip",
        "FindButton",
    }
    desk.close()


def show_memo(desk: Desk) -> QWidget:
    desk.window.memoing.open(desk.library.memos.all()[0].id)
    return desk.window.memoing.page


def show_tag_page(desk: Desk) -> QWidget:
    desk.window.codebook.open(desk.library.tags.all()[0].id)
    return desk.window.codebook.page


def by(action_id: str, part: Callable[[MainWindow], QWidget]) -> Callable[[Desk], QWidget]:
    def show(desk: Desk) -> QWidget:
        desk.trigger(action_id)
        return part(desk.window)

    return show


def show_table(desk: Desk) -> QWidget:
    desk.window.navigation.open_list("all")
    return desk.window.table


PANELS: dict[str, tuple[Callable[[Desk], QWidget], str]] = {
    "tags": (by("to_tags", lambda w: w.sidebar.tags), "{count} tag"),
    "notes": (by("to_notes", lambda w: w.sidebar.notes), "{count} note"),
    "search": (by("search", lambda w: w.searching.panel), "How to ask"),
    "table": (show_table, "{count} documents"),
    "memos": (by("to_memos", lambda w: w.memoing.list), "Memos"),
    "memo": (show_memo, "Prose"),
    "tag page": (show_tag_page, "{count} highlight"),
    "excerpts": (by("to_excerpts", lambda w: w.excerpts.page), "{count} highlight"),
}
"""How each is shown, and something that is said on it."""


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
@pytest.mark.parametrize("name", PANELS)
def test_what_is_shown_for_the_first_time_is_whole(qtbot: QtBot, desk: Desk, name: str, language: str) -> None:
    """In the language and theme that were taken after the start, with what it lists, and it hears of all others."""
    show, template = PANELS[name]
    told = {ENGLISH: template, CHINESE: read_catalogue(CHINESE)[template]}
    told = {spoken: text.format(count=2 if "documents" in template else 1) for spoken, text in told.items()}
    settings, other = start(qtbot, desk).settings, ENGLISH if language == CHINESE else CHINESE
    settings.language, settings.theme = language, "night"
    QApplication.processEvents()
    panel = show(desk)
    desk.settle(panel.isVisible)
    desk.settle(lambda: told[language] in words(panel))
    first, seen = words(panel), panel.grab().toImage()
    settings.language, settings.theme = other, "paper"
    desk.settle(lambda: told[other] in words(panel))
    assert panel.grab().toImage() != seen
    settings.language, settings.theme = language, "night"
    desk.settle(lambda: told[language] in words(panel))
    assert words(panel) == first


def words(panel: QWidget) -> set[str]:
    """Return all that stands on a panel and can be heard of it, each part of a line for itself."""
    parts = [part for part in panel.findChildren(QWidget) if part.isVisibleTo(panel)]
    texts = [part.text() for part in parts if isinstance(part, QLabel | QPushButton | QToolButton)]
    said = (*texts, *(part.accessibleName() for part in parts))
    return {part for text in said for part in text.split(" · ") if part}


def test_the_next_document_is_the_next_in_the_table_that_was_not_shown(qtbot: QtBot, desk: Desk) -> None:
    for year, document in enumerate(desk.library.documents.all(), 2001):
        desk.write(lambda library, id=document.id, year=year: library.fields.describe([id], date=str(year)))
    desk.window.navigation.open_list("all")
    desk.window.table.view.sortByColumn(DATE, Qt.SortOrder.DescendingOrder)
    desk.settle(lambda: desk.window.shelf.documents.document(0).date == "2002")
    order = [desk.window.shelf.documents.document(row) for row in range(2)]
    desk.read(order[1])
    window = start(qtbot, desk)
    desk.settle(lambda: window.navigation.can_step(-1))
    assert window.late_table.find() is None
    desk.trigger("previous")
    desk.settle(lambda: title(window.reading.document) == order[0].title)
    assert not window.navigation.can_step(-1)


def title(document: Document | None) -> str:
    return document.title if document is not None else ""


def test_the_order_of_the_tags_is_known_before_they_are_shown(qtbot: QtBot, desk: Desk) -> None:
    desk.trigger("tags_by_name")
    desk.settle(lambda: desk.library.state.get("tags.order") == "name")
    window = start(qtbot, desk)
    window.menus.refresh()
    assert window.menus["tags_by_name"].isChecked()
    assert window.sidebar.late_tags.find() is None
    desk.trigger("to_tags")
    assert window.sidebar.tags.model.order == "name"
    assert window.sidebar.tags.chosen_ids() == []
    assert isinstance(window.sidebar.tags.parentWidget(), QStackedWidget)
    assert QApplication.focusWidget() is window.sidebar.tags.tree
