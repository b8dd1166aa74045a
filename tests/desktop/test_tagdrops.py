"""Tags dragged from their tree and dropped on the text and on cards."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.itemmodels.cardcargo import pack_highlights
from desktop.itemmodels.tagcargo import pack_tags
from desktop.widgets.segments import DRAG_DELAY
from library.models import Document, Tag
from tests.desktop.desk import Desk
from tests.desktop.dragging import Dragging

TEXT = "𠮷祥里的墙上贴着😀。\n\n先把话听完，再把事分清。\n\n第三次几乎吵散了场。\n"
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Dropping(Desk):
    """A window with one document open, and a tag to drag."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        super().__init__(qtbot, folder)
        self.open(make=True)
        self.document: Document = self.add(TEXT, "简报")
        self.tag: Tag = self.write(lambda library: library.tags.add_path("主题/规则"))
        self.data = pack_tags([self.tag.id])
        self.read(self.document)

    def mark(self, quote: str) -> str:
        start = TEXT.index(quote)
        return self.write(lambda library: library.highlights.add(self.document.id, start, start + len(quote))).id

    def over(self, quote: str) -> QPoint:
        start = TEXT.index(quote)
        return self.window.pane.rect_of(start, start + 1).center()

    def drop(self, widget: QWidget, at: QPoint, data: QMimeData | None = None) -> bool:
        """Drag to a place of a viewport and let go there; say whether it was taken."""
        cargo, both = data or self.data, Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
        taken = _sent(widget, QDragEnterEvent(at, both, cargo, LEFT, NONE))
        if taken:  # as Qt does it: a widget that does not let a drag in hears no more of it, and each is ended
            taken = _sent(widget, QDragMoveEvent(at, both, cargo, LEFT, NONE))
            last = QDropEvent(QPointF(at), both, cargo, LEFT, NONE, QEvent.Type.Drop) if taken else QDragLeaveEvent()
            QApplication.sendEvent(widget, last)
        self.window.session.flush()
        return taken

    def tagged(self) -> list[str]:
        return [excerpt.highlight.quote for excerpt in self.library.excerpts.of_tag(self.tag.id)]


def _sent(widget: QWidget, event: QDragMoveEvent) -> bool:
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


@pytest.fixture
def dropping(qtbot: QtBot, tmp_path: Path) -> Iterator[Dropping]:
    made = Dropping(qtbot, tmp_path)
    yield made
    made.close()


def test_a_tag_dropped_on_the_selected_text_marks_it(dropping: Dropping) -> None:
    start = TEXT.index("先把话听完")
    dropping.window.pane.select(start, start + 5)
    viewport = dropping.window.pane.viewport()
    assert not dropping.drop(viewport, dropping.over("吵散"))
    assert dropping.drop(viewport, dropping.over("把话听"))
    assert dropping.tagged() == ["先把话听完"]
    dropping.trigger("undo")
    dropping.settle(lambda: dropping.tagged() == [])


def test_a_tag_dropped_on_a_highlight_is_put_on_it(dropping: Dropping) -> None:
    dropping.mark("𠮷祥里的墙")
    assert dropping.drop(dropping.window.pane.viewport(), dropping.over("里的墙"))
    assert dropping.tagged() == ["𠮷祥里的墙"]
    assert not dropping.drop(dropping.window.pane.viewport(), dropping.over("吵散"))


def test_a_tag_dropped_on_a_card_is_put_on_it_or_on_all_selected(dropping: Dropping) -> None:
    first, second = dropping.mark("𠮷祥里"), dropping.mark("听完")
    dropping.mark("吵散")
    cards = dropping.window.sidebar.highlights.cards
    dropping.settle(lambda: cards.model().rowCount() == 3)
    assert dropping.drop(cards.viewport(), cards.visualRect(cards.model().index(2, 0)).center())
    assert dropping.tagged() == ["吵散"]
    for row in (0, 1):
        index = cards.model().index(row, 0)
        cards.selectionModel().select(index, cards.selectionModel().SelectionFlag.Select)
    assert set(cards.chosen_ids()) == {first, second}
    assert dropping.drop(cards.viewport(), cards.visualRect(cards.model().index(1, 0)).center())
    assert dropping.tagged() == ["𠮷祥里", "听完", "吵散"]
    below = QPoint(cards.viewport().width() // 2, cards.viewport().height() - 3)
    assert not dropping.drop(cards.viewport(), below)


def test_what_is_no_tag_is_left_to_the_window(dropping: Dropping) -> None:
    dropping.mark("𠮷祥里")
    data = QMimeData()
    data.setText("词")
    assert not dropping.drop(dropping.window.pane.viewport(), dropping.over("祥里"), data)
    cards = dropping.window.sidebar.highlights.cards
    assert not dropping.drop(cards.viewport(), cards.visualRect(cards.model().index(0, 0)).center(), data)


def segment(dropping: Dropping, name: str) -> QPushButton:
    return next(one for one in dropping.window.sidebar.findChildren(QPushButton) if one.text() == name)


def test_cards_are_dragged_to_a_tag_through_its_segment(dropping: Dropping) -> None:
    sidebar = dropping.window.sidebar
    drag = Dragging(dropping.window, pack_highlights([dropping.mark("𠮷祥里的墙"), dropping.mark("吵散")]))
    notes, tags = segment(dropping, "Notes"), segment(dropping, "Tags")
    assert not drag.over(notes, notes.rect().center())
    assert not drag.over(tags, tags.rect().center()), "nothing is dropped on the segment itself"
    assert sidebar.highlights.isVisible()
    dropping.settle(lambda: sidebar.tags.isVisible())
    tree = sidebar.tags.tree
    assert drag.over(tree.viewport(), tree.visualRect(sidebar.tags.model.find_index(dropping.tag.id)).center())
    assert drag.drop()
    dropping.window.session.flush()
    assert dropping.tagged() == ["𠮷祥里的墙", "吵散"]


def test_a_tag_is_dragged_to_a_card_through_its_segment(dropping: Dropping) -> None:
    dropping.mark("吵散")
    sidebar = dropping.window.sidebar
    sidebar.show_view("tags")
    drag = Dragging(dropping.window, dropping.data)
    back = segment(dropping, "Highlights")
    drag.over(back, back.rect().center())
    dropping.settle(sidebar.highlights.isVisible)
    cards = sidebar.highlights.cards
    dropping.settle(lambda: cards.model().rowCount() == 1)
    assert drag.over(cards.viewport(), cards.visualRect(cards.model().index(0, 0)).center())
    assert drag.drop()
    dropping.window.session.flush()
    assert dropping.tagged() == ["吵散"]


def test_a_drag_that_passes_over_a_segment_turns_nothing(dropping: Dropping) -> None:
    sidebar = dropping.window.sidebar
    drag = Dragging(dropping.window, pack_highlights([dropping.mark("吵散")]))
    tags, timers = segment(dropping, "Tags"), sidebar.findChildren(QTimer)
    drag.over(tags, tags.rect().center())
    rests = [timer for timer in timers if timer.isActive() and timer.interval() == DRAG_DELAY]
    assert len(rests) == 1
    drag.over(dropping.window.pane.viewport(), dropping.over("墙上"))
    assert not rests[0].isActive()
    assert sidebar.highlights.isVisible()


@pytest.mark.parametrize("page", ["excerpts", "tag"])
def test_a_tag_is_dragged_to_a_passage_of_a_list_in_the_centre(dropping: Dropping, page: str) -> None:
    first, second = dropping.mark("吵散"), dropping.mark("𠮷祥里")
    other = dropping.write(lambda library: library.tags.add_path("方法"))
    dropping.write(lambda library: library.tags.apply([first, second], [other.id]))
    window = dropping.window
    if page == "tag":
        window.codebook.open(other.id)
        passages = window.codebook.page.passages
    else:
        window.excerpts.go()
        passages = window.excerpts.page.passages
    dropping.settle(lambda: passages.isVisible() and passages.model().rowCount() == 3)
    drag = Dragging(window, dropping.data)
    title, row = (passages.visualRect(passages.model().index(at, 0)).center() for at in (0, 2))
    assert not drag.over(passages.viewport(), title)
    assert drag.over(passages.viewport(), row)
    assert drag.drop()
    window.session.flush()
    assert dropping.tagged() == ["吵散"]
    dropping.trigger("undo")
    dropping.settle(lambda: dropping.tagged() == [])


def test_nothing_is_dropped_on_cards_of_a_library_that_is_only_read(dropping: Dropping) -> None:
    dropping.mark("吵散")
    dropping.open(write=False)
    dropping.read(dropping.document)
    cards = dropping.window.sidebar.highlights.cards
    dropping.settle(lambda: cards.model().rowCount() == 1)
    drag = Dragging(dropping.window, dropping.data)
    assert not drag.over(cards.viewport(), cards.visualRect(cards.model().index(0, 0)).center())
