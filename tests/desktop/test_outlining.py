"""The outline in the real window: gone to, made by keys, undone, kept; made elsewhere where it is not kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from desktop.reader.roles import Role
from library.models import Document
from tests.desktop.desk import Desk
from tests.library.test_outlines import TEXT

LONG = (
    TEXT
    + "\n".join(f"\n第{number}段，说的是停车的事，说得很长，也很慢。" for number in range(80))
    + "\n\n落款😀\n\n完。\n"
)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def document(desk: Desk) -> Document:
    desk.open(make=True)
    document = desk.add(LONG, "停车")
    desk.read(document)
    return document


def test_a_missing_number_flashes_the_headings_it_stands_between(desk: Desk, document: Document, qtbot: QtBot) -> None:
    outline = desk.library.outlines.of_document(document.id)
    (gap,) = outline.missing
    desk.window.outlining.show_gap(gap.start, gap.end)
    hits = desk.window.pane.marks.hits
    assert [LONG[slice(*hits[index])] for index in range(len(hits))] == ["二、意见", "四、落实"]
    qtbot.waitUntil(lambda: not len(desk.window.pane.marks.hits))


def titles(desk: Desk) -> list[str]:
    outline = desk.window.session.outlines.find(desk.library.documents.all()[0].id)
    return [heading.title for heading in outline.headings] if outline is not None else []


def role_at(desk: Desk, words: str) -> Role:
    flow = desk.window.pane.flow
    assert flow is not None
    index = flow.document.block_at(LONG.index(words))
    return flow.document.role(index, flow.document.block(index))


def test_a_heading_is_gone_to_and_the_way_back_offered(desk: Desk, document: Document, qtbot: QtBot) -> None:
    desk.write(lambda library: library.outlines.add(document.id, LONG.index("落款"), LONG.index("落款") + 3))
    desk.trigger("to_outline")
    view = desk.window.sidebar.outline
    assert view.tree.hasFocus()
    qtbot.keyClick(view.tree, Qt.Key.Key_End)
    qtbot.keyClick(view.tree, Qt.Key.Key_Return)
    assert desk.window.pane.hasFocus()
    assert desk.window.pane.place() <= LONG.index("落款") <= desk.window.pane.furthest()
    assert desk.window.stands.active.chip is not None
    assert desk.window.stands.active.chip.isVisible()
    desk.trigger("back")
    assert desk.window.pane.place() == 0


def test_the_tree_follows_when_the_text_is_scrolled(desk: Desk, document: Document) -> None:
    desk.trigger("to_outline")
    desk.window.pane.setFocus()
    desk.window.pane.scroll_to_place(LONG.index("第40段"))
    desk.settle(lambda: desk.window.sidebar.outline.tree.currentIndex().data() == "四、落实")


def test_a_line_is_made_a_heading_undone_redone_and_kept(desk: Desk, document: Document) -> None:
    before = titles(desk)
    start = LONG.index("落款")
    desk.window.pane.select(start, start + 3)
    desk.trigger("add_heading")
    desk.settle(lambda: titles(desk) == [*before, "落款😀"])
    desk.settle(lambda: role_at(desk, "落款") is Role.HEADING)
    desk.trigger("undo")
    desk.settle(lambda: titles(desk) == before)
    desk.settle(lambda: role_at(desk, "落款") is Role.BODY)
    desk.trigger("redo")
    desk.settle(lambda: titles(desk) == [*before, "落款😀"])
    desk.restart()
    desk.open()
    desk.read(document)
    assert titles(desk)[-1] == "落款😀"
    desk.settle(lambda: role_at(desk, "落款") is Role.HEADING)


def test_what_cannot_be_a_heading_is_said(desk: Desk, document: Document) -> None:
    start = LONG.index("一、基本")
    desk.window.pane.select(start, start + 3)
    desk.trigger("add_heading")
    desk.settle(lambda: "There is a heading here already." in desk.texts)


def test_an_outline_that_is_not_kept_comes_a_little_later(desk: Desk, document: Document) -> None:
    desk.window.close()
    for kept in (desk.path / "cache").glob("*.outline"):
        kept.unlink()
    desk.window = desk.start()
    desk.open()
    desk.read(document)
    desk.settle(lambda: role_at(desk, "一、基本") is Role.HEADING)
    assert list(Path(desk.path / "cache").glob("*.outline"))


def test_the_palette_offers_headings_below_those_above_them(desk: Desk, document: Document) -> None:
    desk.trigger("palette")
    palette = desk.window.choosing.palette
    palette.field.insert("@夜里")
    desk.settle(lambda: palette.list.model().rowCount() == 1)
    assert "一、基本情况😀 › （二）夜里" in palette.current.text


@pytest.mark.parametrize("address", ["https://a.example/志", "mailto:a@b.example"])
def test_a_link_is_opened_outside_only_after_asking(
    desk: Desk, document: Document, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    gone: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: gone.append(url.toString()))
    for choose in (QMessageBox.reject, QMessageBox.accept):
        desk.window.pane.link_followed.emit(address)
        box = desk.window.findChild(QMessageBox)
        assert box is not None
        assert box.informativeText() == address
        assert gone == []
        choose(box)
        desk.settle(lambda: desk.window.findChild(QMessageBox) is None)
    assert gone == [address]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "\\\\server\\x", "", "ftp://a/b"])
def test_other_links_are_never_opened(desk: Desk, document: Document, address: str) -> None:
    desk.window.pane.link_followed.emit(address)
    assert desk.window.findChild(QMessageBox) is None
    assert desk.texts[-1].startswith("This link leads nowhere")
