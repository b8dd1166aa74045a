"""The window as a whole: how it begins, what it remembers, what it says, and how it fails."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QFontDatabase, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop import libraries
from desktop.app import ExceptionHook, begin
from desktop.dialogs.error import ErrorDialog
from desktop.libraries import sample_texts
from desktop.settings import Settings
from desktop.theme import Themes
from desktop.translation import CHINESE, Languages, read_catalogue
from desktop.window import MainWindow
from library.errors import NotFound
from library.library import Library
from library.models import Document
from library.progress import Progress
from tests.desktop.desk import Desk

LONG = "".join(f"第{number}段：一二三四五六七八九十，𠮷😀e\u0301。\n" for number in range(400))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.close()


def dialog_of(window: QWidget, kind: type[QWidget]) -> QWidget | None:
    found = [child for child in window.findChildren(kind) if child.isVisible()]
    return found[0] if found else None


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button, modifier = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(700, 400), action, data, button, modifier))
    QApplication.sendEvent(window, QDropEvent(QPointF(700, 400), action, data, button, modifier))


# Beginning


def test_a_bare_frame_is_painted_before_it_is_furnished(qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> None:
    window = MainWindow(Settings(tmp_path / "s.ini"), Themes("paper"), Languages(qapp), bare=True)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    assert not window.furnished
    begin(window, [])
    assert window.furnished
    assert window.welcome.isVisible()


def test_a_menu_opened_at_once_furnishes_the_window(qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> None:
    window = MainWindow(Settings(tmp_path / "s.ini"), Themes("paper"), Languages(qapp), bare=True)
    qtbot.addWidget(window)
    window.menus.menu("file").aboutToShow.emit()
    assert window.furnished
    assert not window.menus["export"].isEnabled()


def test_a_bare_window_can_be_closed(qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> None:
    window = MainWindow(Settings(tmp_path / "s.ini"), Themes("paper"), Languages(qapp), bare=True)
    qtbot.addWidget(window)
    event = QCloseEvent()
    window.closeEvent(event)
    assert event.isAccepted()


def test_the_first_start_offers_ways_to_begin(desk: Desk) -> None:
    begin(desk.window, [])
    assert desk.window.welcome.isVisible()
    assert not desk.window.shelf.isVisible()
    assert not desk.window.status.isVisible()
    assert QApplication.focusWidget() is desk.window.welcome.focusProxy()


def test_the_sample_library_is_made_once_and_opened_again(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libraries, "documents_folder", lambda: tmp_path / "文档")
    begin(desk.window, [])
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    desk.settle(lambda: desk.window.session.library and len(desk.library.documents.all()) == len(sample_texts()))
    collections = {desk.library.collections.path(one.id) for one in desk.library.collections.all()}
    assert {"基层协商/简报", "基层协商/文件", "访谈"} <= collections
    issue = desk.library.documents.resolve("社区议事会如何把意见变成办法")
    assert (issue.date, issue.number) == ("2019-06-18", "第12期")
    shelf = desk.window.shelf
    desk.settle(lambda: len(shelf.tree.open_collections()) == len(collections))
    assert all(shelf.holdings.documents(key) or shelf.holdings.below(key) for key in shelf.tree.open_collections())
    assert [step.label for step in desk.library.journal.history()] == ["Import the sample library"]
    made = desk.library.path
    desk.trigger("close")
    assert desk.window.welcome.isVisible()
    desk.trigger("sample")
    desk.settle(lambda: desk.window.session.library is not None)
    assert desk.library.path == made
    assert len(desk.library.documents.all()) == len(sample_texts())


def test_a_library_named_on_the_command_line_is_opened(desk: Desk) -> None:
    Library.create(desk.path).close()
    begin(desk.window, [str(desk.path)])
    desk.settle(lambda: desk.window.session.library is not None)
    assert desk.window.settings.recent_libraries == (str(desk.path),)


def test_files_dropped_without_a_library_go_into_a_new_one(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "新的"), ""))
    file = tmp_path / "a.txt"
    file.write_text("𠮷😀 e\u0301", encoding="utf-8")
    drop(desk.window, file)
    desk.settle(lambda: desk.window.session.library and desk.library.documents.all())
    assert desk.library.path == tmp_path / "新的.zhupi"


def test_a_drop_of_something_else_does_nothing(desk: Desk) -> None:
    desk.open(make=True)
    drop(desk.window)
    assert desk.window.jobs.running == ()


# Remembering


def test_the_document_the_place_and_the_layout_come_back(desk: Desk) -> None:
    desk.open(make=True)
    document = desk.add(LONG, "长文")
    desk.read(document)
    desk.window.pane.scroll_to_place(LONG.index("第200段"))
    desk.window.sides.toggle("shelf")
    desk.window.sides.splitter.setSizes([0, 900, 420])
    desk.window.sides.splitter.splitterMoved.emit(0, 1)
    place, wide = desk.window.pane.place(), desk.window.sidebar.width()
    assert place > 0
    desk.restart()
    assert desk.window.libraries.open_last()
    desk.settle(lambda: desk.window.reading.document is not None)
    assert desk.window.reading.document.title == "长文"
    assert desk.window.pane.place() == place
    assert not desk.window.shelf.isVisible()
    assert desk.window.sidebar.width() == wide


def test_the_list_that_was_shown_comes_back(desk: Desk) -> None:
    desk.open(make=True)
    collection = desk.write(lambda library: library.collections.add("简报"))
    desk.window.navigation.open_list(collection.id)
    desk.restart()
    desk.open()
    desk.settle(lambda: desk.window.centre.shows_table)
    assert desk.window.table.key == collection.id


def test_a_closed_library_is_not_opened_next_time(desk: Desk) -> None:
    desk.open(make=True)
    desk.trigger("close")
    assert not desk.window.libraries.open_last()
    assert desk.window.settings.recent_libraries == (str(desk.path),)


# Going about


def click_tab(desk: Desk) -> None:
    bar = desk.window.strip.bar
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(bar.currentIndex()).center())


def test_the_tab_leads_back_to_the_text(desk: Desk) -> None:
    desk.open(make=True)
    document = desk.add(LONG, "A & <b>")
    desk.read(document)
    desk.window.navigation.open_list("all")
    assert desk.window.centre.shows_table
    assert desk.window.strip.bar.count() == 1
    click_tab(desk)
    assert desk.window.centre.shows_text
    assert desk.window.windowTitle().startswith("A & <b> — ")


def test_with_a_list_in_front_nothing_is_said_of_the_text_behind_it(desk: Desk) -> None:
    desk.open(make=True)
    desk.read(desk.add(LONG, "长文"))
    window = desk.window
    collection_id = desk.write(lambda library: library.collections.add("公报").id)
    assert window.sidebar.highlights.isVisible()
    window.navigation.open_list(collection_id)
    window.stands.place_changed.emit(0, 10)
    assert window.windowTitle().startswith("公报 — ")
    assert "character" not in " ".join(
        label.text() for label in window.status.findChildren(QLabel) if label.isVisible()
    )
    assert not window.sidebar.highlights.isVisible()
    window.navigation.return_to_text()
    assert window.sidebar.highlights.isVisible()


def test_the_view_of_the_sidebar_comes_back_next_time(desk: Desk) -> None:
    desk.open(make=True)
    desk.read(desk.add(LONG, "长文"))
    desk.window.sidebar.show_view("outline")
    desk.restart()
    desk.open()
    desk.settle(lambda: desk.window.sidebar.outline.isVisible())


def test_next_and_previous_follow_the_list(desk: Desk) -> None:
    desk.open(make=True)
    documents = [desk.add(f"{name}文", name) for name in ("甲", "乙", "丙")]
    desk.window.navigation.open_list("all")
    listed = [desk.window.table.model.document(row).id for row in range(3)]
    desk.read(next(document for document in documents if document.id == listed[0]))
    desk.trigger("next")
    assert desk.window.navigation.document_id == listed[1]
    desk.trigger("previous")
    assert desk.window.navigation.document_id == listed[0]
    desk.window.menus.refresh()
    assert not desk.window.menus["previous"].isEnabled()


def test_a_document_that_goes_to_the_bin_leaves_the_window(desk: Desk) -> None:
    desk.open(make=True)
    document = desk.add(LONG, "长文")
    desk.read(document)
    desk.write(lambda library: library.documents.remove(document.id))
    desk.settle(lambda: desk.window.centre.shows_table)
    assert desk.window.strip.bar.count() == 0


@pytest.mark.parametrize("loss", ["bin", "erase", "undo"])
def test_a_document_that_goes_while_a_list_is_shown_leaves_no_tab(desk: Desk, loss: str) -> None:
    desk.open(make=True)
    desk.add(LONG, "另一篇")
    document = desk.add("𠮷😀 e\u0301", "长文 <b>")
    desk.read(document)
    desk.window.navigation.open_list("all")
    assert desk.window.windowTitle().startswith("All documents — ")
    if loss == "bin":
        desk.write(lambda library: library.documents.remove(document.id))
    elif loss == "erase":
        desk.write(lambda library: library.documents.erase(document.id))
    else:
        desk.window.session.undo()
        desk.window.session.flush()
    assert desk.window.strip.bar.count() == 0
    assert "长文 <b>" not in desk.window.windowTitle()
    assert desk.window.centre.shows_table


# From the shelf


def row_of(desk: Desk, document: Document) -> QPoint:
    """Put a document into a collection, open that on the shelf, and return the middle of the document's row."""
    collection = desk.write(lambda library: library.collections.add_path("方志 😀"))
    desk.write(lambda library: library.collections.place(collection.id, [document.id]))
    tree = desk.window.shelf.tree
    tree.show_open({collection.id})
    index = desk.window.shelf.model.index_of(("document", collection.id, document.id))
    return tree.visualRect(index).center()


def test_a_click_on_the_shelf_shows_the_text_and_keeps_the_keys_of_the_shelf(desk: Desk) -> None:
    desk.open(make=True)
    document = desk.add(LONG, "长文")
    tree, at = desk.window.shelf.tree, row_of(desk, document)
    tree.setFocus()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert desk.window.navigation.document_id == document.id
    assert QApplication.focusWidget() is tree
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    desk.window.session.flush()
    assert desk.library.collections.placements() == []


@pytest.mark.parametrize("how", ["enter", "double click"])
def test_enter_and_a_double_click_on_the_shelf_go_into_the_text(desk: Desk, how: str) -> None:
    desk.open(make=True)
    tree, at = desk.window.shelf.tree, row_of(desk, desk.add(LONG, "长文"))
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    if how == "enter":
        QTest.keyClick(tree, Qt.Key.Key_Return)
    else:
        QTest.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert QApplication.focusWidget() is desk.window.pane


def test_after_a_click_into_the_text_its_keys_mark(desk: Desk) -> None:
    desk.open(make=True)
    document = desk.add(LONG, "长文")
    tree, at = desk.window.shelf.tree, row_of(desk, document)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    pane = desk.window.pane
    word = pane.rect_of(0, 1)
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=word.center())
    pane.select(0, 4)
    desk.settle(desk.window.menus["pen_3"].isEnabled)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_3)
    desk.settle(lambda: desk.library.highlights.of_document(document.id))


def test_arrows_on_the_shelf_open_nothing(desk: Desk) -> None:
    desk.open(make=True)
    row_of(desk, desk.add(LONG, "长文"))
    tree = desk.window.shelf.tree
    tree.setFocus()
    tree.setCurrentIndex(desk.window.shelf.model.index_of(("special", "", "all")))
    before = desk.window.table.key
    for _ in range(7):
        QTest.keyClick(tree, Qt.Key.Key_Down)
    assert desk.window.shelf.model.node(tree.currentIndex()).kind == "document"
    assert desk.window.reading.document is None
    assert (desk.window.table.key, desk.window.centre.shows_table) == (before, True)


def test_the_shelf_selects_what_is_read(desk: Desk) -> None:
    desk.open(make=True)
    document, loose = desk.add(LONG, "长文"), desk.add("散", "散篇")
    row_of(desk, document)
    shelf = desk.window.shelf
    desk.window.navigation.open_list("all")
    assert [shelf.model.node(index).id for index in shelf.tree.selectedIndexes()] == ["all"]
    desk.read(document)
    assert shelf.selected().document_ids == [document.id]
    desk.window.navigation.open_list("all")
    click_tab(desk)
    assert shelf.selected().document_ids == [document.id], "the document was open already"
    desk.window.navigation.open_list("all")
    desk.read(loose)
    assert shelf.tree.selectedIndexes() == []


def test_what_is_undone_elsewhere_is_shown(desk: Desk) -> None:
    desk.open(make=True)
    first, second = desk.add(LONG, "一"), desk.add("另一篇文章", "二")
    desk.write(lambda library: library.highlights.add(first.id, 0, 3))
    desk.read(second)
    desk.window.session.undo()
    desk.settle(lambda: desk.window.navigation.document_id == first.id)


def test_only_the_text_is_left_by_f11_and_all_comes_back(desk: Desk) -> None:
    desk.open(make=True)
    desk.read(desk.add(LONG, "长文"))
    parts = (desk.window.shelf, desk.window.sidebar, desk.window.tools, desk.window.status)
    assert all(part.isVisible() for part in parts)
    desk.trigger("text_only")
    assert not any(part.isVisible() for part in parts)
    assert desk.window.pane.isVisible()
    desk.trigger("text_only")
    assert all(part.isVisible() for part in parts)


def test_the_status_line_says_where_one_is(desk: Desk) -> None:
    desk.open(make=True)
    desk.read(desk.add(LONG, "长文"))
    desk.settle(lambda: "400" in "".join(button.text() for button in desk.window.status.findChildren(QToolButton)))
    texts = [label.text() for label in labels(desk.window.status)]
    assert f"{len(LONG):,} characters" in texts
    assert "Saved" in texts


def test_an_empty_document_is_shown(desk: Desk) -> None:
    desk.open(make=True)
    desk.read(desk.add("", "空"))
    desk.settle(lambda: "0 characters" in [label.text() for label in labels(desk.window.status)])


def labels(widget: QWidget) -> list[QLabel]:
    return [label for label in widget.findChildren(QLabel) if not label.isHidden()]


# Saying


def test_a_notice_offers_to_take_back(desk: Desk) -> None:
    done: list[str] = []
    desk.window.messages.notice("<b>Gone</b>", "Undo", lambda: done.append("undone"))
    assert desk.window.notice.text == "<b>Gone</b>"
    desk.window.notice.act()
    assert done == ["undone"]
    desk.settle(lambda: desk.window.notice.text == "")


def test_a_notice_grows_with_the_next_text(desk: Desk) -> None:
    desk.window.messages.info("短")
    desk.window.messages.info("更长的一条消息")
    text = next(label for label in labels(desk.window.notice) if label.text() == "更长的一条消息")
    assert text.width() >= text.sizeHint().width()


def test_a_notice_stands_inside_the_window_however_long_it_is(desk: Desk) -> None:
    desk.window.messages.error("一条很长的消息。" * 60)
    assert desk.window.rect().contains(desk.window.notice.geometry())


def test_work_under_way_can_be_cancelled(desk: Desk) -> None:
    started, released = Event(), Event()

    def work(progress: Progress) -> None:
        progress.report(1, 3, "a <b>.txt")
        started.set()
        released.wait(10)
        progress.report(2, 3)

    job = desk.window.jobs.start("Importing", work)
    desk.settle(lambda: started.is_set() and desk.window.jobbar.isVisible())
    desk.settle(lambda: "1 / 3" in [label.text() for label in labels(desk.window.jobbar)])
    button = desk.window.jobbar.findChild(QPushButton)
    assert button is not None
    button.click()
    assert job.progress.cancelled
    released.set()
    desk.settle(lambda: not desk.window.jobbar.isVisible())


def test_the_language_changes_while_the_window_is_open(desk: Desk) -> None:
    desk.open(make=True)
    desk.read(desk.add(LONG, "长文"))
    desk.window.settings.language = CHINESE
    saved = read_catalogue(CHINESE)["Saved"]
    desk.settle(lambda: saved in [label.text() for label in labels(desk.window.status)])
    desk.settle(lambda: desk.window.windowTitle().endswith(read_catalogue(CHINESE)["Zhupi"]))


def test_the_theme_reaches_the_text(desk: Desk) -> None:
    desk.open(make=True)
    desk.read(desk.add(LONG, "长文"))
    desk.trigger("theme_night")
    page = desk.window.themes.current.color("page")
    picture = desk.window.pane.grab().toImage()
    assert picture.pixelColor(3, picture.height() // 2) == page


# Failing


def test_an_error_of_the_library_is_put_into_words(desk: Desk) -> None:
    desk.window.messages.failure(NotFound("There is no document with the id {id}.", id="𠮷"))
    assert desk.window.notice.text == "There is no document with the id 𠮷."


def test_a_fault_of_the_program_can_be_copied(desk: Desk) -> None:
    desk.window.messages.failure(ValueError("a bug 𠮷"))
    dialog = dialog_of(desk.window, ErrorDialog)
    assert isinstance(dialog, ErrorDialog)
    dialog.copy_button.click()
    assert "ValueError: a bug 𠮷" in QGuiApplication.clipboard().text()
    dialog.reject()


def test_what_nobody_caught_is_brought_to_the_window(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("threading.excepthook", None)
    ExceptionHook(desk.window.messages).install()
    error = NotFound("There is nothing.")
    sys.excepthook(NotFound, error, None)
    desk.settle(lambda: desk.window.notice.text == "There is nothing.")
    assert "There is nothing." in capsys.readouterr().err


def test_what_is_no_library_is_refused_with_a_message(desk: Desk, tmp_path: Path) -> None:
    begin(desk.window, [str(tmp_path)])
    desk.settle(lambda: desk.texts)
    assert desk.window.welcome.isVisible()
    assert str(tmp_path) in desk.texts[0]


def test_a_library_in_use_can_be_opened_for_reading(desk: Desk, qtbot: QtBot) -> None:
    Library.create(desk.path).close()
    other = lock_elsewhere(desk.path)
    try:
        begin(desk.window, [str(desk.path)])
        desk.settle(lambda: dialog_of(desk.window, QMessageBox))
        box = dialog_of(desk.window, QMessageBox)
        assert isinstance(box, QMessageBox)
        box.defaultButton().click()
        desk.settle(lambda: desk.window.session.library is not None)
    finally:
        other.communicate()
    assert not desk.window.session.writable
    assert "Read only" in [label.text() for label in labels(desk.window.status)]
    desk.window.menus.refresh()
    assert not desk.window.menus["import_files"].isEnabled()


def lock_elsewhere(path: Path) -> subprocess.Popen[str]:
    """Start another process that holds the library for writing until its input ends, and wait until it does."""
    code = (
        "import sys; from pathlib import Path; from library.library import Library\n"
        "library = Library.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "open\n"
    return other


def test_undoing_an_earlier_session_is_asked_for_by_name(desk: Desk) -> None:
    desk.open(make=True)
    document = desk.add(LONG, "长文")
    desk.write(lambda library: library.highlights.add(document.id, 0, 3))
    desk.restart()
    desk.open()
    desk.trigger("undo")
    desk.settle(lambda: dialog_of(desk.window, QMessageBox))
    box = dialog_of(desk.window, QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "Add highlight" in box.text()
    assert desk.library.highlights.all()
    box.defaultButton().click()
    desk.settle(lambda: not desk.library.highlights.all())


def test_a_computer_that_cannot_show_chinese_is_told_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: [])
    begin(desk.window, [])
    assert "fonts-noto-cjk" in desk.texts[0]
