"""The excerpts in the real window: a question put together by key, answered, kept and changed; what is done with it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.excerpts.chipmenu import chip_menu
from desktop.excerpts.conditions import Condition, conditions_of
from desktop.excerpts.page import ExcerptsPage
from desktop.itemmodels.cardfilter import CardFilter
from desktop.itemmodels.passages import Head, PassageModel
from library.models import ExcerptQuery, Highlight, SmartCollection, Tag
from tests.desktop.desk import Desk

Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip
FIRST = "𠮷祥里的墙上贴着😀。\n\n先把话听完，再把事分清，最后才谈谁来办。\n\n第三次几乎吵散了场。\n"
SECOND = "主持人总结说：先把话说完。\n\n停车位的事商量了五次e\u0301。\n"


class Asked(Desk):
    """A window with two dated documents, whose passages carry tags, notes and a star."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        super().__init__(qtbot, folder)
        self.open(make=True)
        self.first, self.second = self.add(FIRST, "简报"), self.add(SECOND, "议事规则")
        self.write(lambda library: library.fields.describe([self.second.id], date="2017-03-01"))
        self.heard = self.mark(FIRST, "先把话听完", "主题/规则", "方法")
        self.sorted = self.mark(FIRST, "再把事分清", "主题/规则")
        self.asked = self.mark(FIRST, "吵散了场", "主题/冲突", note="又见下文")
        self.told = self.mark(SECOND, "先把话说完", "主题/规则")
        self.write(lambda library: library.highlights.star([self.told.id]))

    def mark(self, text: str, quote: str, *tags: str, note: str = "") -> Highlight:
        document, start = (self.first if text is FIRST else self.second), text.index(quote)
        end = start + len(quote)
        return self.write(lambda library: library.highlights.add(document.id, start, end, tags=list(tags), note=note))

    def tag(self, path: str) -> Tag:
        found = self.library.tags.find_path(path)
        assert found is not None
        return found

    @property
    def page(self) -> ExcerptsPage:
        return self.window.excerpts.page

    def go(self) -> None:
        self.trigger("to_excerpts")
        self.settle(lambda: self.window.excerpts.in_view)
        QApplication.processEvents()

    def ask(self, *typed: str) -> None:
        """Add conditions as a person does at the keyboard."""
        QTest.keyClicks(QApplication.focusWidget(), "/")
        picker = self.page.picker
        assert picker.field.hasFocus()
        spelled = ["guize", *(text for text in typed if text.isascii() and text.isalpha())]
        for text in spelled:  # how names are spelled is worked out beside the main thread
            self.settle(lambda text=text: picker.offers.find(text)[0].conditions[0].kind != "text")
        for text in typed:
            picker.field.setText(text)
            QTest.keyClick(picker.field, Key.Key_Return)
        QTest.keyClick(picker.field, Key.Key_Escape)

    def chips(self) -> list[str]:
        return [chip.accessibleName() for chip in self.page.head.chips]

    def rows(self) -> list[str]:
        model = self.page.model
        found: list[str] = []
        for row in range(model.rowCount()):
            head = model.index(row).data(PassageModel.HeadRole)
            found.append(f"{head.document.title} {head.count}" if isinstance(head, Head) else model.index(row).data())
        return found

    def expect(self, *rows: str) -> None:
        """Wait until these rows are shown."""
        self.settle(lambda: self.rows() == list(rows))

    def choose(self, *marks: Highlight) -> None:
        passages = self.page.passages
        passages.setFocus()
        passages.selectionModel().clear()
        for row in self.page.model.find_rows([mark.id for mark in marks]):
            index = self.page.model.index(row)
            passages.setCurrentIndex(index)
        flag = passages.selectionModel().SelectionFlag
        passages.selectionModel().clearSelection()
        for row in self.page.model.find_rows([mark.id for mark in marks]):
            passages.selectionModel().select(self.page.model.index(row), flag.Select)

    def kept(self) -> list[SmartCollection]:
        return self.library.smart.all()

    def keep(self, name: str) -> SmartCollection:
        """Keep the question in view on the shelf, typing its name there."""
        self.page.head.save.click()
        self.settle(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        assert editor.hasSelectedText()
        editor.setText(name)
        QTest.keyClick(editor, Key.Key_Return)
        self.settle(lambda: [row for row in self.window.shelf.smarts.all() if row.name == name])
        return next(row for row in self.kept() if row.name == name)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Asked]:
    made = Asked(qtbot, tmp_path)
    yield made
    made.close()


ALL = ("简报 3", "先把话听完", "再把事分清", "吵散了场", "议事规则 1", "先把话说完")


def test_the_key_shows_all_excerpts_by_document(desk: Asked) -> None:
    assert desk.window.menus["to_excerpts"].shortcut().toString() == "Alt+0"
    desk.go()
    desk.expect(*ALL)
    assert desk.page.head.counts.text() == "4 highlights · 2 documents"
    assert desk.page.head.add.hasFocus(), "nothing is asked for yet"
    assert "Excerpts" in desk.window.windowTitle()
    QAbstractItemModelTester(desk.page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_nothing_is_said_of_how_many_there_are_until_that_is_known(desk: Asked) -> None:
    desk.trigger("to_excerpts")
    empty = next(label for label in desk.page.passages.findChildren(QLabel) if "highlighted yet" in label.text())
    assert desk.page.head.counts.text() == "…"
    assert not empty.isVisible()
    desk.expect(*ALL)
    assert desk.page.head.counts.text() == "4 highlights · 2 documents"
    desk.write(lambda library: library.highlights.remove(*(row.id for row in library.highlights.all())))
    desk.settle(empty.isVisible)
    assert desk.page.head.counts.text() == "0 highlights · 0 documents"
    desk.open()
    desk.trigger("to_excerpts")
    assert desk.page.head.counts.text() == "…", "what is known of one library says nothing of the next"


def test_tags_are_asked_for_by_name_pinyin_and_initials(desk: Asked) -> None:
    desk.go()
    desk.ask("guize", "ff")
    desk.expect("简报 1", "先把话听完")
    assert desk.chips() == ["with 主题/规则", "with 方法"]
    assert desk.page.passages.hasFocus()
    desk.page.head.chips[1].setFocus()
    QTest.keyClick(desk.page.head.chips[1], Key.Key_Delete)
    desk.expect("简报 2", "先把话听完", "再把事分清", "议事规则 1", "先把话说完")
    assert desk.page.head.chips[0].hasFocus(), "the keyboard stays among the chips"
    assert desk.page.head.counts.text() == "3 highlights · 2 documents"


@pytest.mark.parametrize(
    ("typed", "chips", "rows"),
    [
        (("-主题/规则",), ["without 主题/规则"], ("简报 1", "吵散了场")),
        (("|方法", "|冲突"), ["with any of: 方法", "or 主题/冲突"], ("简报 2", "先把话听完", "吵散了场")),
        (("gz", "~fangfa"), ["with 主题/规则", "beside 方法 in the paragraph"], ("简报 1", "再把事分清")),
        (("2017",), ["dated 2017 or later", "dated 2017 or earlier"], ("议事规则 1", "先把话说完")),
        (("2015..2017-03",), ["dated 2015 or later", "dated 2017-03 or earlier"], ("议事规则 1", "先把话说完")),
        (("with a note",), ["with a note"], ("简报 1", "吵散了场")),
        (("star",), ["with a star"], ("议事规则 1", "先把话说完")),
        (("议事规则",), ["in “议事规则”"], ("议事规则 1", "先把话说完")),
        (("先把話說完",), ["says: 先把話說完"], ("议事规则 1", "先把话说完")),
        (("untagged",), ["without any tag"], ()),
    ],
)
def test_every_kind_of_condition_is_typed(
    desk: Asked, typed: tuple[str, ...], chips: list[str], rows: tuple[str, ...]
) -> None:
    desk.go()
    desk.expect(*ALL)
    desk.ask(*typed)
    assert desk.chips() == chips
    desk.expect(*rows)


def test_a_colour_a_collection_and_the_last_condition_taken_back(desk: Asked) -> None:
    desk.write(lambda library: library.collections.place(library.collections.add_path("样本/上").id, [desk.first.id]))
    desk.write(lambda library: library.highlights.recolor([desk.sorted.id], "blue"))
    desk.go()
    desk.ask("yangben", "blue")
    desk.expect("简报 1", "再把事分清")
    QTest.keyClicks(desk.page.passages, "/")
    QTest.keyClick(desk.page.picker.field, Key.Key_Backspace)
    assert desk.page.picker.isVisible(), "the field stays for more"
    assert desk.chips() == ["in colour: Blue"]
    desk.expect("简报 1", "再把事分清")


def test_a_chip_asks_otherwise_from_its_menu(desk: Asked, qtbot: QtBot) -> None:
    desk.go()
    desk.ask("gz")
    head = desk.page.head

    def choose(text: str) -> None:
        menu = chip_menu(head, head.query, conditions_of(head.query)[0], head.altered.emit)
        next(action for action in menu.actions() if action.text() == text).trigger()

    choose("Without this tag")
    assert desk.chips() == ["without 主题/规则"]
    choose("Beside a passage with this tag")
    choose("At most 10 characters away")
    assert desk.chips() == ["at most 10 characters from 主题/规则"]
    desk.expect("简报 2", "先把话听完", "再把事分清")
    choose("Another distance…")
    dialog = desk.window.findChild(QInputDialog)
    assert dialog is not None
    dialog.setIntValue(0)
    dialog.accept()
    assert desk.page.query.within == 0
    desk.expect()
    choose("Take out")
    desk.expect(*ALL)
    assert qtbot


def test_chips_are_walked_by_arrows_and_crossed_out_by_the_mouse(desk: Asked) -> None:
    desk.go()
    desk.ask("gz", "fangfa")
    head = desk.page.head
    QTest.keyClick(desk.page.passages, Key.Key_Up)
    assert head.chips[0].hasFocus()
    QTest.keyClick(head.chips[0], Key.Key_Right)
    assert head.chips[1].hasFocus()
    QTest.mouseClick(head.chips[1], Qt.MouseButton.LeftButton, pos=head.chips[1].cross_rect().center())
    assert desk.chips() == ["with 主题/规则"]
    head.clear.click()
    assert desk.page.query == ExcerptQuery()


def test_enter_opens_the_passage_and_the_chip_leads_back(desk: Asked) -> None:
    desk.read(desk.second)
    desk.go()
    desk.expect(*ALL)
    desk.choose(desk.asked)
    QTest.keyClick(desk.page.passages, Key.Key_Return)
    assert desk.window.navigation.document_id == desk.first.id
    desk.settle(lambda: desk.window.marking.current_id == desk.asked.id)
    chip = desk.window.stands.active.chip
    assert chip is not None
    assert chip.text() == "Back to Excerpts"
    chip.click()
    assert desk.window.excerpts.in_view
    assert desk.page.passages.chosen_ids() == [desk.asked.id], "one is where one was"


def test_what_is_selected_is_copied_in_three_forms(desk: Asked) -> None:
    desk.go()
    desk.expect(*ALL)
    desk.choose(desk.heard, desk.told)
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    QTest.keyClick(desk.page.passages, Key.Key_C, CTRL)
    desk.settle(lambda: clipboard.text() == "先把话听完\n\n先把话说完")
    QTest.keyClick(desk.page.passages, Key.Key_C, CTRL | SHIFT)
    quoted = "“先把话听完”（简报[Z]. 第2段）\n\n“先把话说完”（议事规则[Z]. 2017-03-01，第1段）"
    desk.settle(lambda: clipboard.text() == quoted)
    menu = desk.page.menu(desk.page.passages.chosen_ids())
    next(action for action in menu.actions() if action.text() == "Copy as Markdown").trigger()
    desk.settle(lambda: "> 先把话说完" in clipboard.text() and "# 议事规则" in clipboard.text())
    assert desk.texts.count("2 excerpts copied") == 3


def test_select_all_takes_every_passage_and_no_title(desk: Asked) -> None:
    desk.go()
    desk.expect(*ALL)
    desk.page.passages.setFocus()
    QTest.keyClick(desk.page.passages, Key.Key_A, CTRL)
    assert desk.page.passages.chosen_ids() == [desk.heard.id, desk.sorted.id, desk.asked.id, desk.told.id]


def test_t_tags_what_is_selected_which_stays_so_and_is_undone_in_one_step(desk: Asked) -> None:
    desk.go()
    desk.ask("gz")
    desk.expect("简报 2", "先把话听完", "再把事分清", "议事规则 1", "先把话说完")
    desk.choose(desk.sorted, desk.told)
    QTest.keyClick(desk.page.passages, Key.Key_T)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("新的 😀")
    QTest.keyClick(field, Key.Key_Return)
    desk.settle(lambda: "新的 😀" in desk.library.tags.paths().values())
    carriers = desk.library.tags.counts()[desk.tag("新的 😀").id]
    assert carriers == 2
    assert desk.page.passages.chosen_ids() == [desk.sorted.id, desk.told.id]
    desk.trigger("undo")
    desk.settle(lambda: "新的 😀" not in desk.library.tags.paths().values())


def test_an_answer_that_is_no_longer_one_goes_and_comes_back_with_undo(desk: Asked) -> None:
    desk.go()
    desk.ask("gz")
    desk.choose(desk.told)
    rows = ("简报 2", "先把话听完", "再把事分清", "议事规则 1", "先把话说完")
    desk.expect(*rows)
    desk.write(lambda library: library.tags.withdraw([desk.heard.id], [desk.tag("主题/规则").id]))
    desk.expect("简报 1", "再把事分清", "议事规则 1", "先把话说完")
    desk.trigger("undo")
    desk.expect(*rows)
    assert desk.window.excerpts.in_view, "it is undone in sight"


def test_m_sends_what_is_selected_to_a_memo(desk: Asked) -> None:
    desk.go()
    desk.expect(*ALL)
    desk.choose(desk.heard, desk.told)
    QTest.keyClick(desk.page.passages, Key.Key_M)
    assert desk.window.memoing.picker.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    desk.settle(lambda: desk.library.memos.all())
    (memo,) = desk.library.memos.all()
    assert memo.text.index(desk.heard.id) < memo.text.index(desk.told.id)


def test_what_is_shown_is_exported(desk: Asked) -> None:
    desk.go()
    desk.ask("gz", "2017")
    desk.expect("议事规则 1", "先把话说完")
    desk.page.head.export.click()
    dialog = desk.window.exporting.dialog
    assert dialog is not None
    desk.settle(lambda: dialog.preview is not None)
    assert dialog.preview is not None
    assert dialog.preview.highlights == 1
    assert dialog.preview.title == "Excerpts"
    dialog.reject()


def test_of_filtered_cards_those_shown_are_exported(desk: Asked) -> None:
    desk.read(desk.first)
    cards = desk.window.sidebar.highlights
    desk.settle(lambda: cards.model.document_id == desk.first.id and cards.model.total == 3)
    for card_filter, expected in (
        (CardFilter(tag_ids=frozenset({desk.tag("主题/规则").id})), (desk.heard.id, desk.sorted.id)),
        (CardFilter(), ()),
    ):
        cards.model.set_filter(card_filter)
        desk.trigger("export")
        dialog = desk.window.exporting.dialog
        assert dialog is not None
        assert dialog.scope.highlight_ids == expected
        assert dialog.scope.document_id == (None if expected else desk.first.id)
        dialog.reject()


def test_a_question_is_kept_opened_changed_and_all_of_it_undone_and_redone(desk: Asked) -> None:
    desk.go()
    desk.ask("gz")
    assert desk.page.suggested_name() == "规则"
    smart = desk.keep("规则 😀")
    assert json.loads(smart.query) == {"all_tags": [desk.tag("主题/规则").id]}
    desk.settle(lambda: desk.page.head.title.text() == "规则 😀")
    assert desk.page.head.save.isHidden()
    desk.window.excerpts.enter(smart.id)
    desk.ask("star")
    desk.expect("议事规则 1", "先把话说完")
    assert not desk.page.head.change.isHidden()
    desk.page.head.change.click()
    desk.settle(lambda: desk.page.kept)
    assert json.loads(desk.kept()[0].query)["starred"] is True
    desk.window.shelf.show_list("all")
    desk.trigger("undo")
    desk.expect("简报 2", "先把话听完", "再把事分清", "议事规则 1", "先把话说完")
    assert desk.page.kept, "what is asked follows what is kept"
    desk.trigger("redo")
    desk.expect("议事规则 1", "先把话说完")


def test_it_is_opened_from_the_shelf_and_from_the_palette(desk: Asked) -> None:
    desk.go()
    desk.ask("fangfa")
    smart = desk.keep("方法 处")
    desk.window.navigation.open_list("all")
    tree = desk.window.shelf.tree
    tree.setFocus()
    assert tree.reveal(("smart", "", smart.id))
    QTest.keyClick(tree, Key.Key_Return)
    assert desk.window.excerpts.in_view
    assert desk.page.smart == smart
    assert desk.page.passages.hasFocus()
    desk.window.navigation.open_list("all")
    desk.trigger("palette")
    desk.window.choosing.palette.field.setText("方法 处")
    QTest.keyClick(desk.window.choosing.palette.field, Key.Key_Return)
    assert desk.window.excerpts.in_view
    desk.expect("简报 1", "先把话听完")


def test_one_that_is_deleted_stays_in_view_as_a_question(desk: Asked) -> None:
    desk.go()
    desk.ask("fangfa")
    smart = desk.keep("方法处")
    desk.write(lambda library: library.smart.remove(smart.id))
    desk.settle(lambda: desk.page.smart is None)
    assert desk.chips() == ["with 方法"]
    assert not desk.page.head.save.isHidden()


def test_a_tag_that_is_gone_is_said_and_can_be_taken_out(desk: Asked) -> None:
    desk.go()
    desk.ask("fangfa", "gz")
    desk.expect("简报 1", "先把话听完")
    tag = desk.tag("方法")
    desk.write(lambda library: library.tags.remove(tag.id))
    desk.settle(lambda: desk.page.head.problem.text())
    assert not desk.page.head.problem.isHidden()
    assert "with a tag that is gone" in desk.chips()
    assert desk.rows() == []
    desk.window.grab()
    desk.trigger("undo")
    desk.expect("简报 1", "先把话听完")
    assert desk.page.head.problem.isHidden()
    desk.write(lambda library: library.tags.remove(tag.id))
    desk.settle(lambda: not desk.page.head.mend.isHidden())
    desk.page.head.mend.click()
    assert desk.chips() == ["with 主题/规则"]
    desk.expect("简报 2", "先把话听完", "再把事分清", "议事规则 1", "先把话说完")


def test_a_document_in_the_bin_is_told(desk: Asked) -> None:
    desk.go()
    desk.ask("议事规则")
    desk.write(lambda library: library.documents.remove(desk.second.id))
    desk.expect()
    assert desk.chips() == ["in “议事规则 (in the bin)”"]


def test_the_question_is_there_again_after_a_restart(desk: Asked) -> None:
    desk.go()
    desk.ask("fangfa")
    desk.restart()
    desk.open()
    desk.settle(lambda: desk.window.excerpts.in_view)
    assert desk.chips() == ["with 方法"]
    desk.expect("简报 1", "先把话听完")
    smart = desk.keep("方法处")
    desk.restart()
    desk.open()
    desk.settle(lambda: desk.window.excerpts.in_view)
    assert desk.page.smart == smart


def test_a_library_that_is_only_read_is_asked_but_not_written(desk: Asked) -> None:
    desk.window.session.close()
    desk.open(write=False)
    desk.go()
    desk.ask("gz")
    desk.expect("简报 2", "先把话听完", "再把事分清", "议事规则 1", "先把话说完")
    assert desk.page.head.save.isHidden()
    assert not desk.window.menus["keep_question"].isEnabled()
    desk.choose(desk.heard)
    QTest.keyClick(desk.page.passages, Key.Key_T)
    assert desk.page.passages.hasFocus(), "nothing can be tagged"


def test_no_key_acts_while_an_input_method_composes(desk: Asked) -> None:
    desk.go()
    QTest.keyClicks(QApplication.focusWidget(), "/")
    field = desk.page.picker.field
    QApplication.sendEvent(field, QInputMethodEvent("fangfa", []))
    for key in (Key.Key_Return, Key.Key_Backspace, Key.Key_Escape):
        QTest.keyClick(field, key)
    assert desk.page.picker.isVisible()
    assert desk.chips() == []
    committed = QInputMethodEvent("", [])
    committed.setCommitString("方法")
    QApplication.sendEvent(field, committed)
    QTest.keyClick(field, Key.Key_Return)
    assert desk.chips() == ["with 方法"]


def test_the_page_speaks_chinese(desk: Asked) -> None:
    desk.go()
    desk.page.alter(ExcerptQuery(any_tags=(desk.tag("方法").id,), within=None, noted=True))
    desk.trigger("language_zh")
    desk.settle(lambda: desk.page.head.title.text() == "摘录")
    assert desk.chips() == ["含任一：方法", "有批注"]
    assert Condition("noted") in conditions_of(desk.page.query)


def test_the_key_leads_to_the_whole_library_after_a_smart_collection(desk: Asked) -> None:
    desk.go()
    desk.ask("gz")
    kept = desk.keep("规则")
    desk.read(desk.second)
    desk.go()
    desk.expect(*ALL)
    assert desk.page.smart is None
    desk.ask("fangfa")
    desk.read(desk.second)
    desk.go()
    assert desk.chips() == ["with 方法"], "what is not kept yet is not lost"
    desk.window.excerpts.open(kept.id)
    assert desk.chips() == ["with 主题/规则"]


def test_the_key_that_opens_the_field_is_no_word_in_it(desk: Asked) -> None:
    desk.go()
    desk.ask("gz")
    QTest.keyClicks(desk.page.passages, "/")
    field = desk.page.picker.field
    assert field.hasFocus()
    QTest.keyClicks(field, "/ff")
    assert field.text() == "ff"
    desk.settle(lambda: desk.page.picker.choices)
    QTest.keyClick(field, Key.Key_Return)
    assert desk.chips() == ["with 主题/规则", "with 方法"]
    QTest.keyClicks(field, "/")
    assert field.text() == ""


def test_a_question_is_named_also_while_conditions_are_added(desk: Asked) -> None:
    desk.go()
    QTest.keyClicks(desk.page.head.add, "/")
    field = desk.page.picker.field
    QTest.keyClicks(field, "gz")
    desk.settle(lambda: desk.page.picker.choices)
    QTest.keyClick(field, Key.Key_Return)
    assert field.hasFocus()
    desk.window.menus.refresh()
    QTest.keyClick(field, Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    desk.settle(lambda: isinstance(QApplication.focusWidget(), QLineEdit) and QApplication.focusWidget() is not field)
    assert not desk.page.picker.isVisible()
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert desk.window.shelf.isAncestorOf(editor)
    assert editor.hasSelectedText()
    QTest.keyClick(editor, Key.Key_Return)
    desk.settle(lambda: len(desk.kept()) == 1)
