"""Links followed in the real window: the passage shown, what is gone said, another library asked for; and copied."""

import os
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from desktop.calling import open_target
from desktop.destinations import destination, find_library
from desktop.doorbell import Call, ring
from desktop.forms import Form
from desktop.itemmodels.cards import CardModel
from desktop.itemmodels.holdings import BIN
from desktop.itemmodels.linkchoices import LinkChoices
from desktop.passageverbs import PassageVerbs
from desktop.reader.flash import Flash
from desktop.widgets.markdowneditor import MarkdownEditor
from library.errors import InvalidLink, NotALibrary
from library.library import Library
from library.links import Link, address
from library.models import Document, Highlight, new_id
from tests.desktop.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    # the path of a socket must be short, shorter than those of this folder can be
    with tempfile.TemporaryDirectory() as runtime:
        monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
        desk = Desk(qtbot, tmp_path)
        desk.open(make=True)
        yield desk
        desk.close()


def marked(desk: Desk) -> tuple[Document, Highlight]:
    """A text that is longer than the window, marked near its end, and another one that is read."""
    document = desk.add("𠮷祥里。\n" * 400 + "先把话听完。\n", "简报")
    start = 400 * 5
    mark = desk.write(lambda library: library.highlights.add(document.id, start, start + 5))
    desk.read(desk.add("另一篇。\n", "别的"))
    return document, mark


def link_to(desk: Desk, document_id: str, highlight_id: str = "") -> Link:
    return Link(desk.library.id, document_id, highlight_id)


def received(line: socket.socket) -> bytes:
    try:
        return line.recv(10)
    except ConnectionResetError:  # what was sent was not even read
        return b""


def shown(desk: Desk) -> str:
    document = desk.window.reading.document
    return document.id if document is not None and desk.window.centre.shows_text else ""


def test_a_link_shows_its_passage_with_its_card(desk: Desk) -> None:
    document, mark = marked(desk)
    window = desk.window
    window.following.go(link_to(desk, document.id, mark.id))
    assert shown(desk) == document.id
    assert window.marking.current_id == mark.id
    assert not window.pane.rect_of(mark.start, mark.end).isEmpty()
    assert window.sidebar.highlights.cards.currentIndex().data(CardModel.IdRole) == mark.id
    flash = window.pane.findChild(Flash)
    assert flash is not None
    assert flash.isVisible()
    flash.grab()
    window.pane.verticalScrollBar().setValue(0)
    assert not flash.isVisible()
    window.stands.active.trail.back()
    assert shown(desk) != document.id


def test_what_is_gone_is_said_and_what_is_left_is_shown(desk: Desk) -> None:
    document, mark = marked(desk)
    link = link_to(desk, document.id, mark.id)
    desk.write(lambda library: library.highlights.remove(mark.id))
    desk.window.following.go(link)
    assert shown(desk) == document.id
    assert desk.texts[-1] == "The highlight that this link leads to was deleted. This is its document."
    desk.write(lambda library: library.documents.remove(document.id))
    desk.window.following.go(link)
    assert desk.window.shelf.documents.key == BIN
    assert "“简报”" in desk.texts[-1]
    desk.write(lambda library: library.documents.erase(document.id))
    desk.window.following.go(link)
    assert desk.texts[-1] == "The document that this link leads to was deleted."


def test_a_highlight_is_shown_where_it_is_and_a_document_where_it_was_left(desk: Desk) -> None:
    document, mark = marked(desk)
    desk.window.following.go(link_to(desk, new_id(), mark.id))
    assert shown(desk) == document.id
    other = desk.add("第三篇。\n", "第三")
    desk.window.following.go(link_to(desk, other.id))
    assert shown(desk) == other.id
    assert len(desk.said) == 0


def test_a_library_is_opened_at_the_passage(desk: Desk, qtbot: QtBot) -> None:
    document, mark = marked(desk)
    link = link_to(desk, document.id, mark.id)
    with qtbot.waitSignal(desk.window.session.opened):
        desk.window.following.open(desk.path, link)
    assert shown(desk) == document.id
    assert desk.window.marking.current_id == mark.id


def test_links_are_copied_from_lists_of_passages(desk: Desk) -> None:
    document, mark = marked(desk)
    window = desk.window
    verbs = PassageVerbs(window.session, window.themes, window.settings, window.messages, window.pens, window)
    verbs.copy([mark.id], "link", "")
    desk.settle(lambda: QGuiApplication.clipboard().text() == address(desk.library.id, document.id, mark.id))


def test_the_window_that_has_the_library_is_told(desk: Desk, qtbot: QtBot) -> None:
    document, mark = marked(desk)
    link = link_to(desk, document.id, mark.id)
    library_id, answers = desk.library.id, list[bool]()
    caller = Thread(target=lambda: answers.append(ring(library_id, Call(link))))
    with qtbot.waitSignal(desk.window.following.doorbell.rung):
        caller.start()
    caller.join()
    assert answers == [True]
    assert shown(desk) == document.id
    desk.window.libraries.close()
    assert not ring(library_id, Call(link))


def test_what_is_no_call_is_not_heard(desk: Desk, qtbot: QtBot) -> None:
    heard: list[Call] = []
    desk.window.following.doorbell.rung.connect(heard.append)
    (place,) = Path(os.environ["XDG_RUNTIME_DIR"]).iterdir()
    for told in (b"", b"x\n", b"{}\n", b'{"link": "http://x", "token": ""}\n', b"9" * 5000):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.connect(str(place))
            line.sendall(told)
            line.shutdown(socket.SHUT_WR)
            answers: list[bytes] = []
            reader = Thread(target=lambda line=line, answers=answers: answers.append(received(line)))
            reader.start()
            qtbot.waitUntil(lambda reader=reader: not reader.is_alive())
        assert (answers, heard) == ([b""], [])


def test_a_link_in_a_note_is_followed(desk: Desk, qtbot: QtBot) -> None:
    document, mark = marked(desk)
    editor = MarkdownEditor(desk.window.themes)
    qtbot.addWidget(editor)
    editor.followed.connect(desk.window.targets.follow)
    editor.begin(f"𠮷 {address(desk.library.id, document.id, mark.id)}")
    editor.resize(400, 200)
    editor.show()
    cursor = editor.textCursor()
    cursor.setPosition(10)
    QTest.mouseClick(
        editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier,
        editor.cursorRect(cursor).center(),
    )  # fmt: skip
    assert desk.window.marking.current_id == mark.id


def test_the_menu_of_a_card_and_its_links_lead_where_its_note_does(desk: Desk) -> None:
    document, mark = marked(desk)
    window = desk.window
    told = f"见 {address(desk.library.id, window.reading.document.id)}。"
    desk.write(lambda library: library.notes.write("highlight", mark.id, told))
    choices = LinkChoices(window.session, window)
    choices.show(mark.id, "")
    choices.stop()
    assert [(row.kind, row.words) for row in choices.rows if row.leads] == [("link", "Link in the note")]
    read = window.reading.document.id
    window.following.go(link_to(desk, document.id, mark.id))
    menu = window.sidebar.highlights.menu()
    next(each for each in menu.actions() if each.text() == "Follow the link in the note").trigger()
    assert shown(desk) == read


def test_a_link_into_another_library_is_asked_about(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    other = Library.create(tmp_path / "别库.zhupi")
    library_id = other.id
    other.close()
    desk.window.targets.open_link(address(library_id, new_id()))
    box = desk.window.findChild(QMessageBox)
    assert "别库" in box.text()
    with qtbot.waitSignal(desk.window.session.opened):
        box.accept()
    assert desk.library.id == library_id
    assert desk.texts[-1] == "The document that this link leads to was deleted."


def test_a_library_that_nobody_knows_is_said(desk: Desk) -> None:
    desk.window.targets.follow("link", address(new_id(), new_id()))
    assert "does not know" in desk.texts[-1]


def test_links_are_copied(desk: Desk) -> None:
    document, mark = marked(desk)
    clipboard = QGuiApplication.clipboard()
    desk.window.sidebar.copy_requested.emit([mark.id], Form.LINK)
    desk.settle(lambda: clipboard.text() == address(desk.library.id, document.id, mark.id))
    assert "先把话听完 — 简报</a>" in clipboard.mimeData().html()
    assert desk.texts[-1] == "The link to “先把话听完 — 简报” was copied."
    desk.window.shelf.verbs.link_wanted.emit([document.id])
    desk.settle(lambda: clipboard.text() == address(desk.library.id, document.id))
    assert desk.texts[-1] == "The link to “简报” was copied."
    desk.window.following.go(link_to(desk, document.id, mark.id))
    desk.trigger("copy_link")
    desk.settle(lambda: clipboard.text() == address(desk.library.id, document.id, mark.id))


def test_a_library_is_found_by_its_folder_its_file_and_its_url(tmp_path: Path) -> None:
    folder = tmp_path / "研究 100% 😀.zhupi"
    library = Library.create(folder)
    library_id = library.id
    library.close()
    for target in (str(folder), str(folder / "library.db"), folder.as_uri(), (folder / "library.db").as_uri()):
        found = destination(target)
        assert (found.library_id, found.folder, found.link) == (library_id, folder, None)
    moved = folder.rename(tmp_path / "搬走.zhupi")
    assert find_library(library_id, [str(folder)]) == moved
    for target in (str(folder), "file://elsewhere/x.zhupi", str(tmp_path), "", "zhupi://"):
        with pytest.raises((NotALibrary, InvalidLink)):
            destination(target)
    with pytest.raises(InvalidLink):
        find_library(new_id(), [str(moved)])


def test_a_link_that_cannot_be_followed_ends_with_one_and_words(capsys: pytest.CaptureFixture[str]) -> None:
    for target, said in (
        (address(new_id(), new_id()), "does not know"),
        ("zhupi://x", "leads nowhere"),
        ("/", "no lib"),
    ):
        assert open_target(target) == 1
        assert said in capsys.readouterr().err
