"""The page of a tag in the real window: opened, read, written, narrowed, gone from and come back to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.codebook.page import TagPage
from desktop.dialogs.export import ExportDialog
from desktop.dialogs.mergetags import MergeDialog
from desktop.dialogs.note import NoteDialog
from desktop.itemmodels.passages import Head, PassageModel
from desktop.widgets.tagpicker import TagPicker
from desktop.widgets.tagpill import TagPill
from library.exporters.base import ExportScope
from library.library import Library
from library.models import Highlight, Tag
from tests.desktop.desk import Desk

Key = Qt.Key
FIRST = "𠮷祥里的墙上贴着😀。\n\n先把话听完，再把事分清，最后才谈谁来办。\n\n第三次几乎吵散了场。\n"
SECOND = "主持人总结说：先把话说完。\n\n停车位的事商量了五次。\n"


class Coded(Desk):
    """A window with two documents, whose passages carry tags."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        super().__init__(qtbot, folder)
        self.open(make=True)
        self.first, self.second = self.add(FIRST, "简报"), self.add(SECOND, "议事规则")
        self.heard = self.mark(FIRST, "先把话听完", "主题/规则", "方法")
        self.asked = self.mark(FIRST, "吵散了场", "主题")
        self.told = self.mark(SECOND, "先把话说完", "主题/规则")

    def mark(self, text: str, quote: str, *tags: str) -> Highlight:
        document, start = (self.first if text is FIRST else self.second), text.index(quote)
        return self.write(
            lambda library: library.highlights.add(document.id, start, start + len(quote), tags=list(tags))
        )

    def tag(self, path: str) -> Tag:
        found = self.library.tags.find_path(path)
        assert found is not None
        return found

    @property
    def page(self) -> TagPage:
        return self.window.codebook.page

    def enter(self, path: str) -> None:
        self.window.codebook.enter(self.tag(path).id)
        QApplication.processEvents()

    def rows(self) -> list[str]:
        """What stands below the head of the page."""
        model = self.page.model
        found: list[str] = []
        for row in range(model.rowCount()):
            head = model.index(row).data(PassageModel.HeadRole)
            found.append(f"{head.document.title} {head.count}" if isinstance(head, Head) else model.index(row).data())
        return found

    def pills(self) -> list[TagPill]:
        return [pill for pill in self.page.head.findChildren(TagPill) if pill.isVisible()]


@pytest.fixture
def coded(qtbot: QtBot, tmp_path: Path) -> Iterator[Coded]:
    made = Coded(qtbot, tmp_path)
    yield made
    made.close()


def test_enter_in_the_tree_opens_the_page_of_the_tag(coded: Coded) -> None:
    coded.trigger("to_tags")
    tree = coded.window.sidebar.tags.tree
    assert tree.hasFocus()
    coded.window.sidebar.tags.choose(coded.tag("主题").id)
    QTest.keyClick(tree, Key.Key_Return)
    assert coded.window.codebook.tag_id == coded.tag("主题").id
    assert coded.page.head.title.text() == "主题"
    assert coded.rows() == ["简报 2", "先把话听完", "吵散了场", "议事规则 1", "先把话说完"]
    assert "主题" in coded.window.windowTitle()
    assert coded.page.passages.hasFocus()
    QAbstractItemModelTester(coded.page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_the_page_counts_the_tag_alone_or_with_those_below(coded: Coded) -> None:
    coded.enter("主题")
    coded.page.head.switch.select("own")
    assert coded.rows() == ["简报 1", "吵散了场"]
    coded.page.head.switch.select("below")
    assert len(coded.rows()) == 5
    coded.enter("方法")
    assert not coded.page.head.switch.isVisible()


def test_enter_on_a_passage_goes_to_the_text_and_history_leads_back(coded: Coded) -> None:
    coded.read(coded.second)
    coded.enter("主题")
    QTest.keyClick(coded.page.passages, Key.Key_Down)
    QTest.keyClick(coded.page.passages, Key.Key_Return)
    assert coded.window.navigation.document_id == coded.first.id
    coded.settle(lambda: coded.window.marking.current_id == coded.asked.id)
    assert coded.window.pane.hasFocus()
    coded.trigger("to_tag")
    assert coded.window.codebook.tag_id == coded.tag("主题").id
    coded.trigger("to_text")
    assert coded.window.navigation.document_id == coded.first.id
    coded.trigger("back")
    assert coded.window.navigation.document_id == coded.second.id


def test_a_click_on_a_passage_goes_to_it(coded: Coded) -> None:
    coded.enter("主题")
    passages = coded.page.passages
    at = passages.visualRect(coded.page.model.index(4)).center()
    QTest.mouseClick(passages.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert coded.window.navigation.document_id == coded.second.id


def test_the_page_follows_what_is_marked_elsewhere(coded: Coded) -> None:
    coded.enter("主题/规则")
    more = coded.mark(SECOND, "停车位", "主题/规则")
    assert coded.rows() == ["简报 1", "先把话听完", "议事规则 2", "先把话说完", "停车位"]
    coded.write(lambda library: library.notes.write("highlight", more.id, "又一次"))
    excerpt = coded.page.model.excerpt(4)
    assert excerpt is not None
    assert excerpt.note == "又一次"
    coded.read(coded.second)
    coded.write(lambda library: library.highlights.remove(more.id))
    coded.trigger("to_tag")
    assert coded.rows() == ["简报 1", "先把话听完", "议事规则 1", "先把话说完"]
    coded.write(lambda library: library.documents.remove(coded.first.id))
    assert coded.rows() == ["议事规则 1", "先把话说完"]


def commit(widget: QWidget, words: str) -> None:
    """Type as an input method does: compose, then commit."""
    QApplication.sendEvent(widget, QInputMethodEvent("gui ze", []))
    done = QInputMethodEvent()
    done.setCommitString(words)
    QApplication.sendEvent(widget, done)


def test_describing_in_place_is_saved_undone_and_there_next_time(coded: Coded) -> None:
    coded.enter("主题/规则")
    coded.trigger("describe_tag")
    editors = coded.page.head.describing.editors
    coded.settle(editors["description"].hasFocus)
    commit(editors["description"], "发言的规定 😀")
    editors["excludes"].setFocus()
    coded.settle(lambda: coded.tag("主题/规则").description == "发言的规定 😀")
    commit(editors["excludes"], "纪律")
    coded.enter("方法")  # what is unsaved is saved when one goes on
    coded.settle(lambda: coded.tag("主题/规则").excludes == "纪律")
    assert editors["description"].text == ""
    coded.trigger("undo")
    coded.settle(lambda: coded.tag("主题/规则").excludes == "")
    coded.settle(lambda: coded.window.editing.can_redo)
    coded.trigger("redo")
    coded.settle(lambda: coded.tag("主题/规则").excludes == "纪律")
    coded.enter("主题/规则")
    coded.restart()
    coded.open()
    coded.settle(lambda: coded.window.codebook.tag_id == coded.tag("主题/规则").id)
    assert coded.page.head.describing.editors["description"].text == "发言的规定 😀"


def test_the_name_is_written_in_place_and_may_move_the_tag(coded: Coded) -> None:
    coded.enter("方法")
    title = coded.page.head.title
    title.setFocus()
    title.selectAll()
    commit(title, "主题/做法")
    QTest.keyClick(title, Key.Key_Return)
    coded.settle(lambda: coded.library.tags.find_path("主题/做法") is not None)
    coded.settle(lambda: title.text() == "做法")
    assert [button.text() for button in coded.page.head.findChildren(QPushButton) if "/" in button.text()] == ["主题 /"]
    title.setFocus()
    title.selectAll()
    QTest.keyClick(title, Key.Key_Delete)
    coded.page.passages.setFocus()
    assert title.text() == "做法"


def test_tags_that_stand_together_lead_to_the_passages_with_both_and_to_their_pages(coded: Coded) -> None:
    coded.enter("主题/规则")
    (pill,) = coded.pills()
    assert pill.accessibleName() == "方法, together 1 times"
    QTest.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert coded.rows() == ["简报 1", "先把话听完"]
    coded.page.head._clear.click()
    assert len(coded.rows()) == 4
    coded.page.head.tag_wanted.emit(coded.tag("方法").id)
    assert coded.window.codebook.title == "方法"
    assert coded.rows() == ["简报 1", "先把话听完"]


def test_delete_takes_the_tag_off_and_undo_puts_it_back(coded: Coded) -> None:
    coded.enter("主题")
    QTest.keyClick(coded.page.passages, Key.Key_Delete)
    coded.settle(lambda: coded.rows() == ["简报 1", "吵散了场", "议事规则 1", "先把话说完"])
    assert coded.texts[-1] == "Tag taken off the highlight"
    coded.trigger("undo")
    coded.settle(lambda: len(coded.rows()) == 5)
    assert coded.window.codebook.title == "主题"  # where it is seen, and not in the text


def test_letters_that_only_the_text_knows_do_nothing_here(coded: Coded) -> None:
    coded.enter("主题")
    before = coded.library.excerpts.all()
    for key in (Key.Key_Q, Key.Key_S, Key.Key_E, Key.Key_H, Key.Key_U, Key.Key_C, Key.Key_0):
        QTest.keyClick(coded.page.passages, key)
    coded.window.session.flush()
    assert coded.library.excerpts.all() == before


def test_the_keyboard_goes_between_the_head_and_the_passages(coded: Coded) -> None:
    coded.enter("主题")
    QTest.keyClick(coded.page.passages, Key.Key_Up)
    assert coded.page.head.title.hasFocus()
    QTest.keyClick(coded.page.head.title, Key.Key_Return)
    assert coded.page.passages.hasFocus()
    QTest.keyClick(coded.page.passages, Key.Key_End)
    assert coded.page.passages.chosen_ids() == [coded.told.id]
    QTest.keyClick(coded.page.passages, Key.Key_Up)
    assert coded.page.passages.chosen_ids() == [coded.asked.id]  # over the title of the document


def test_merging_and_deleting_leave_the_page(coded: Coded) -> None:
    coded.enter("方法")
    coded.trigger("merge_tags")
    (dialog,) = [dialog for dialog in coded.window.findChildren(MergeDialog) if dialog.isVisible()]
    dialog.field.insert("规则")
    dialog.accept()
    coded.settle(lambda: coded.window.codebook.tag_id is None)
    assert coded.window.centre.shows_table
    assert coded.library.tags.find_path("方法") is None
    coded.trigger("undo")
    coded.settle(lambda: coded.library.tags.find_path("方法") is not None)


def test_passages_are_sent_to_a_memo_copied_and_exported(coded: Coded) -> None:
    coded.enter("主题")
    memo = coded.write(lambda library: library.memos.add("第一章"))
    actions = {action.text(): action for action in coded.page.menu(coded.page.passages.chosen_ids()).actions()}
    actions["Copy as quotation"].trigger()
    coded.settle(lambda: QGuiApplication.clipboard().text().startswith("“先把话听完”"))
    assert "简报[Z]" in QGuiApplication.clipboard().text()
    QTest.keyClick(coded.page.passages, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    coded.settle(lambda: QGuiApplication.clipboard().text() == "先把话听完")
    QTest.keyClick(coded.page.passages, Key.Key_M)
    assert coded.window.memoing.picker.isVisible()
    coded.window.memoing.put([coded.heard.id], memo.id)
    coded.settle(lambda: coded.heard.id in coded.library.memos.get(memo.id).text)
    coded.page.head._export.click()
    dialog = coded.window.exporting.dialog
    assert dialog is not None
    assert dialog.scope.tag_id == coded.tag("主题").id
    dialog.reject()


def test_the_card_of_a_highlight_leads_to_the_pages_of_its_tags(coded: Coded) -> None:
    coded.read(coded.first)
    view = coded.window.sidebar.highlights
    view.cards.choose(coded.heard.id)
    actions = {action.text(): action for action in view.menu().actions()}
    actions["Page of “主题/规则”"].trigger()
    assert coded.window.codebook.title == "规则"


def test_the_head_scrolls_along_and_only_what_is_seen_is_measured(coded: Coded) -> None:
    def many(library: Library) -> None:
        with library.journal.operation("Add highlight"):
            for start in range(len(FIRST) - 3):
                library.highlights.add(coded.first.id, start, start + 3, tags=["多"])

    coded.write(many)
    coded.enter("多")
    page, bar = coded.page, coded.page.passages.verticalScrollBar()
    assert page.head.y() == 0
    assert page.passages.visualRect(page.model.index(0)).top() >= page.head.height()
    bar.setValue(bar.maximum())
    assert page.head.y() == -bar.value()
    last = page.passages.visualRect(page.model.index(page.model.rowCount() - 1))
    assert page.passages.viewport().rect().intersects(last)
    bar.setValue(0)
    assert page.passages.rows_in_sight().start == 0
    assert page.passages.indexAt(QPoint(5, 5)).isValid() is False
    assert QRect(page.head.geometry()).bottom() <= page.passages.visualRect(page.model.index(0)).top()


def test_very_many_passages_are_looked_up_beside_the_main_thread(coded: Coded, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.codebook.page.MANY", 0)
    coded.window.codebook.open(coded.tag("方法").id)
    coded.window.codebook.open(coded.tag("主题/规则").id)  # what was asked for before comes too late
    coded.settle(lambda: coded.rows() == ["简报 1", "先把话听完", "议事规则 1", "先把话说完"])
    coded.settle(lambda: [pill.accessibleName() for pill in coded.pills()] == ["方法, together 1 times"])
    coded.mark(SECOND, "停车位", "主题/规则")
    coded.settle(lambda: coded.page.model.passage_count == 3)


def test_a_passage_is_marked_starred_tagged_and_noted_by_the_keys_of_cards(coded: Coded) -> None:
    coded.enter("主题")
    passages, library = coded.page.passages, coded.library
    passages.setCurrentIndex(coded.page.model.index(1))
    QTest.keyClick(passages, Key.Key_4)
    coded.settle(lambda: library.highlights.get(coded.heard.id).color == "blue")
    QTest.keyClick(passages, Key.Key_K)
    coded.settle(lambda: library.highlights.get(coded.heard.id).starred)
    QTest.keyClick(passages, Key.Key_T)
    (picker,) = coded.window.findChildren(TagPicker)
    field = QApplication.focusWidget()
    assert field is not None
    assert picker.isAncestorOf(field)
    QTest.keyClicks(field, "1 2 n")
    QTest.keyClick(field, Key.Key_Return)
    coded.settle(lambda: library.tags.find_path("1 2 n") is not None)
    assert passages.hasFocus()
    QTest.keyClick(passages, Key.Key_N)
    (dialog,) = coded.window.findChildren(NoteDialog)
    QTest.keyClicks(dialog.editor, "n1t")
    QTest.keyClick(dialog.editor, Key.Key_Escape)
    coded.settle(lambda: (note := library.notes.find("highlight", coded.heard.id)) is not None and note.text == "n1t")
    assert library.highlights.get(coded.heard.id).color == "blue"
    QTest.keyClick(passages, Key.Key_L)
    assert coded.window.linking.picker is not None
    assert coded.window.linking.picker.isVisible()


def test_keys_change_no_passage_of_a_library_that_is_only_read(coded: Coded) -> None:
    coded.window.libraries.close()
    coded.open(write=False)
    coded.enter("主题")
    passages = coded.page.passages
    passages.setCurrentIndex(coded.page.model.index(1))
    for key in (Key.Key_4, Key.Key_K, Key.Key_T, Key.Key_M):
        QTest.keyClick(passages, key)
    assert coded.texts == []
    assert passages.hasFocus()


def test_the_export_of_a_page_holds_what_it_shows(coded: Coded) -> None:
    coded.enter("主题")
    coded.page.head.switch.select("own")
    coded.page.head.export_wanted.emit()
    (dialog,) = coded.window.findChildren(ExportDialog)
    assert dialog.scope == ExportScope(tag_id=coded.tag("主题").id, below=False)
    coded.settle(lambda: dialog.preview is not None)
    assert dialog.preview is not None
    assert dialog.preview.highlights == 1
    assert "吵散了场" in dialog.pane.text
    assert "主题, without the tags below" in [box.currentText() for box in dialog.findChildren(QComboBox)]
    dialog.reject()
