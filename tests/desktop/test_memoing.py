"""Memos in the real window: made, written, sent to, reordered, followed, undone, exported, and there next time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.correct import CorrectDialog
from desktop.itemmodels.cardcargo import pack_highlights
from desktop.itemmodels.shelfnodes import MEMOS
from desktop.memos.excerptcard import ExcerptCard
from desktop.memos.page import MemoPage
from desktop.memos.prose import Gap, ProseEditor
from library.exporters.base import ExportScope
from library.models import Highlight, Memo
from library.references import excerpt_line
from tests.desktop.desk import Desk

TEXT = "𠮷祥里的墙上贴着😀。\n\n先把话听完，再把事分清。\n\n第三次几乎吵散了场。\n"
ALT = Qt.KeyboardModifier.AltModifier


class Bench(Desk):
    """A window with one document, marked three times."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        super().__init__(qtbot, folder)
        self.open(make=True)
        self.document = self.add(TEXT, "简报")
        self.marks = [self.mark("𠮷祥里"), self.mark("先把话听完"), self.mark("吵散了场")]

    def mark(self, quote: str) -> Highlight:
        start = TEXT.index(quote)
        return self.write(lambda library: library.highlights.add(self.document.id, start, start + len(quote)))

    @property
    def page(self) -> MemoPage:
        return self.window.memoing.page

    @property
    def widgets(self) -> list[QWidget]:
        return [widget for widget in self.page.parts.widgets if not isinstance(widget, Gap)]

    @property
    def memo(self) -> Memo:
        assert self.window.memoing.memo_id is not None
        return self.library.memos.get(self.window.memoing.memo_id)

    def begin(self, text: str = "", title: str = "札记") -> Memo:
        memo = self.write(lambda library: library.memos.add(title, text))
        self.window.memoing.open(memo.id)
        QApplication.processEvents()
        return memo

    def card(self, index: int) -> ExcerptCard:
        found = [widget for widget in self.widgets if isinstance(widget, ExcerptCard)][index]
        found.setFocus()
        return found

    def editor(self, index: int = -1) -> ProseEditor:
        found = [widget for widget in self.widgets if isinstance(widget, ProseEditor)][index]
        found.setFocus()
        return found

    def holds(self, text: str) -> None:
        self.settle(lambda: self.memo.text == text)

    def sees(self, parts: list[str]) -> None:
        self.settle(lambda: self.shows() == parts)

    def shows(self) -> list[str]:
        """What stands on the page from top to bottom."""
        found: list[str] = []
        for widget in self.widgets:
            if isinstance(widget, ExcerptCard):
                found.append(widget.excerpt.highlight.quote if widget.excerpt is not None else "?")
            elif isinstance(widget, ProseEditor):
                found.append(widget.text)
        return found


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(qtbot, tmp_path)
    yield made
    made.close()


def commit(widget: QWidget, words: str) -> None:
    """Type as an input method does: compose, then commit."""
    QApplication.sendEvent(widget, QInputMethodEvent("zha ji", []))
    done = QInputMethodEvent()
    done.setCommitString(words)
    QApplication.sendEvent(widget, done)


def lines(*parts: str | Highlight) -> str:
    return "\n\n".join(excerpt_line(part.id) if isinstance(part, Highlight) else part for part in parts) + "\n"


def test_a_memo_is_made_titled_and_written_by_keyboard(bench: Bench) -> None:
    bench.trigger("new_memo")
    bench.settle(lambda: QApplication.focusWidget() is bench.page.title)
    commit(bench.page.title, "第一章 𠮷")
    QTest.keyClick(bench.page.title, Qt.Key.Key_Return)
    bench.settle(lambda: bench.memo.title == "第一章 𠮷")
    editor = bench.editor()
    commit(editor, "先写一句😀")
    assert bench.memo.text == ""
    bench.holds("先写一句😀\n")  # by itself, within the second
    assert bench.window.shelf.model.index_of(("memo", "", bench.memo.id)).data() == "第一章 𠮷"
    assert "第一章 𠮷" in bench.window.windowTitle()


def test_no_key_acts_while_an_input_method_composes(bench: Bench) -> None:
    bench.begin(lines("一", bench.marks[0]))
    editor = bench.editor(0)
    QApplication.sendEvent(editor, QInputMethodEvent("yi", []))
    QTest.keyClick(editor, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is editor


def test_the_text_sends_its_highlight_and_the_cards_send_theirs(bench: Bench) -> None:
    bench.read(bench.document)
    memo = bench.write(lambda library: library.memos.add("规则的由来"))
    bench.window.pane.set_selected_highlight(bench.marks[1].id)
    bench.window.pane.setFocus()
    bench.trigger("send_to_memo")
    picker = bench.window.memoing.picker
    assert picker.isVisible()
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "gzdyl")
    assert [choice.title for choice in picker.choices] == ["规则的由来", "gzdyl"]
    QTest.keyClick(field, Qt.Key.Key_Return)
    bench.settle(lambda: bench.library.memos.get(memo.id).text == lines(bench.marks[1]))
    bench.settle(lambda: "Excerpt sent to “规则的由来”" in bench.texts)
    bench.settle(lambda: bench.window.pane.hasFocus())
    cards = bench.window.sidebar.highlights.cards
    cards.setFocus()
    cards.selectAll()
    QTest.keyClick(cards, Qt.Key.Key_M)
    field = QApplication.focusWidget()
    assert field is not None
    commit(field, "新的一篇")
    QTest.keyClick(field, Qt.Key.Key_Return)
    bench.settle(lambda: len(bench.library.memos.all()) == 2)
    assert bench.library.memos.resolve("新的一篇").text == lines(*bench.marks)
    bench.window.session.undo()
    bench.window.session.flush()
    assert [one.title for one in bench.library.memos.all()] == ["规则的由来"]


def test_a_selection_is_marked_before_it_is_sent(bench: Bench) -> None:
    bench.read(bench.document)
    start = TEXT.index("再把事分清")
    bench.window.pane.go_to(start, select_end=start + 5)
    bench.trigger("send_to_memo")
    bench.settle(lambda: bench.window.memoing.picker.isVisible())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)  # there is none yet: a new one
    bench.settle(lambda: bench.library.memos.all())
    made = next(mark for mark in bench.library.highlights.of_document(bench.document.id) if mark.start == start)
    assert bench.library.memos.all()[0].text == lines(made)


def test_excerpts_are_reordered_taken_out_and_put_back(bench: Bench) -> None:
    one, two, three = bench.marks
    bench.begin(lines("开头", one, two, "中间", three))
    bench.sees(["开头", "𠮷祥里", "先把话听完", "中间", "吵散了场", ""])
    card = bench.card(1)
    QTest.keyClick(card, Qt.Key.Key_Up, ALT)
    bench.holds(lines("开头", two, one, "中间", three))
    bench.sees(["开头", "先把话听完", "𠮷祥里", "中间", "吵散了场", ""])
    assert QApplication.focusWidget() is card
    QTest.keyClick(bench.card(2), Qt.Key.Key_Delete)
    bench.holds(lines("开头", two, one, "中间"))
    assert isinstance(QApplication.focusWidget(), ExcerptCard)
    for _ in range(2):
        bench.window.session.undo()
    bench.holds(lines("开头", one, two, "中间", three))
    bench.sees(["开头", "𠮷祥里", "先把话听完", "中间", "吵散了场", ""])
    bench.window.session.redo()
    bench.holds(lines("开头", two, one, "中间", three))
    QTest.keyClick(bench.editor(1), Qt.Key.Key_Down, ALT)
    bench.holds(lines("开头", two, one, three, "中间"))
    assert QApplication.focusWidget() is bench.editor(1)


def test_typing_is_saved_before_the_parts_change_places(bench: Bench) -> None:
    one, two, _ = bench.marks
    bench.begin(lines(one, two))
    commit(bench.editor(), "尾")
    QTest.keyClick(bench.card(0), Qt.Key.Key_Down, ALT)
    bench.holds(lines(two, one, "尾"))
    bench.sees(["先把话听完", "𠮷祥里", "尾"])


def test_prose_begins_between_two_excerpts(bench: Bench) -> None:
    one, two, _ = bench.marks
    bench.begin(lines(one, two))
    gap = next(widget for widget in bench.page.parts.widgets[1:] if isinstance(widget, Gap))
    QTest.mouseClick(gap, Qt.MouseButton.LeftButton)
    editor = QApplication.focusWidget()
    assert isinstance(editor, ProseEditor)
    commit(editor, "其间")
    bench.editor(-1)
    bench.holds(lines(one, "其间", two))
    first = bench.editor(0)
    first.selectAll()
    QTest.keyClick(first, Qt.Key.Key_Backspace)
    bench.editor(-1)
    bench.holds(lines(one, two))
    bench.sees(["𠮷祥里", "先把话听完", ""])


def test_a_card_follows_its_highlight_at_once(bench: Bench) -> None:
    one = bench.marks[0]
    bench.begin(lines(one))
    card = bench.card(0)
    bench.write(lambda library: library.notes.write("highlight", one.id, "按语"))
    bench.write(lambda library: library.highlights.recolor([one.id], "blue"))
    bench.write(lambda library: library.tags.apply([one.id], [library.tags.add_path("主题/规则").id]))
    assert card.excerpt is not None
    assert (card.excerpt.note, card.excerpt.color, card.excerpt.tag_paths) == ("按语", "blue", ("主题/规则",))
    bench.write(lambda library: library.tags.rename(card.excerpt.tags[0].parent_id, "題目"))
    assert card.excerpt.tag_paths == ("題目/规则",)
    bench.write(lambda library: library.highlights.remove(one.id))
    assert card.excerpt is None
    assert "gone" in card.accessibleName()
    bench.window.session.undo()
    bench.window.session.flush()
    assert bench.widgets[0] is not None
    bench.sees(["𠮷祥里", ""])


def test_the_key_of_the_cards_corrects_an_excerpt(bench: Bench) -> None:
    bench.begin(lines(bench.marks[1]))
    QTest.keyClick(bench.card(0), Qt.Key.Key_C)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CorrectDialog)
    dialog.field.setPlainText("先把𠮷听完")
    dialog.accept()
    bench.window.session.flush()
    bench.settle(
        lambda: bench.page.parts.excerpts[bench.marks[1].id] == bench.library.excerpts.of_memo(bench.memo.text)[0]
    )
    assert bench.library.highlights.get(bench.marks[1].id).correction == "先把𠮷听完"
    entries = [entry.text() for entry in bench.card(0).menu().actions() if entry.isEnabled()]
    assert "Correct the quotation…" in entries


def test_what_a_memo_held_already_is_said(bench: Bench) -> None:
    memo = bench.write(lambda library: library.memos.add("旧话", lines(bench.marks[0])))
    for mark in (bench.marks[1], bench.marks[0]):
        bench.window.memoing.put([mark.id], memo.id)
    bench.settle(lambda: "Excerpt sent to “旧话”, which held it already" in bench.texts)
    assert "Excerpt sent to “旧话”" in bench.texts


def test_an_excerpt_opens_its_place(bench: Bench) -> None:
    bench.begin(lines(bench.marks[2]))
    QTest.keyClick(bench.card(0), Qt.Key.Key_Return)
    bench.settle(lambda: bench.window.centre.shows_text)
    assert bench.window.marking.current_id == bench.marks[2].id
    bench.trigger("to_memo")
    assert bench.window.memoing.memo_id is not None


def test_a_field_takes_back_its_own_typing_first(bench: Bench) -> None:
    bench.begin("一\n")
    editor = bench.editor()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    commit(editor, "二")
    bench.holds("一二\n")
    bench.trigger("undo")
    assert editor.text == "一"
    bench.holds("一\n")
    bench.window.memoing.open("")
    bench.trigger("undo")
    bench.window.session.flush()
    assert bench.window.memoing.memo_id is None or bench.memo.text in ("一\n", "一二\n")


def test_cards_are_dropped_after_the_part_under_the_mouse(bench: Bench) -> None:
    one, two, three = bench.marks
    bench.begin(lines(one, "其间", two))
    target = bench.card(0)
    place = target.mapTo(bench.page, target.rect().center())
    data, action = pack_highlights([three.id]), Qt.DropAction.CopyAction
    button, modifier = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(place, action, data, button, modifier)
    QApplication.sendEvent(bench.page.viewport(), entering)
    assert entering.isAccepted()
    QApplication.sendEvent(bench.page.viewport(), QDropEvent(QPointF(place), action, data, button, modifier))
    bench.holds(lines(one, three, "其间", two))


def test_cards_are_dropped_on_a_memo_of_the_shelf(bench: Bench) -> None:
    memo = bench.begin("一\n")
    model = bench.window.shelf.model
    data, index = pack_highlights([bench.marks[0].id]), model.index_of(("memo", "", memo.id))
    everything = model.index_of(("special", "", "all"))
    assert model.canDropMimeData(data, Qt.DropAction.CopyAction, -1, 0, index)
    assert not model.canDropMimeData(data, Qt.DropAction.CopyAction, -1, 0, everything)
    assert model.dropMimeData(data, Qt.DropAction.CopyAction, -1, 0, index)
    bench.holds(lines("一", bench.marks[0]))


def test_a_memo_is_exported(bench: Bench, tmp_path: Path) -> None:
    bench.begin(lines("先看：", bench.marks[1]), "规则/由来")
    commit(bench.editor(), "就此。")
    target = tmp_path / "memo.md"
    bench.window.menus["export"].trigger()  # of what is in view
    exporting = bench.window.exporting
    dialog = exporting.dialog
    assert dialog is not None
    assert dialog.scope == ExportScope(memo_id=bench.memo.id)
    dialog.select(dialog.scope, "markdown")
    bench.qtbot.waitUntil(lambda: not exporting.is_preparing)
    with bench.qtbot.waitSignal(exporting.exported):
        exporting.save(target)
    text = target.read_text(encoding="utf-8")
    mark = bench.marks[1].id
    assert text.partition("---\n\n")[2].startswith(f"# 规则/由来\n\n先看：\n\n> 先把话听完\n\n^{mark}\n\n[[简报]] [@")
    assert text.endswith(f"/{mark})\n\n就此。\n")


def test_the_shelf_lists_renames_and_deletes_memos(bench: Bench) -> None:
    memo = bench.begin("", "乙")
    bench.begin("", "甲")
    model = bench.window.shelf.model
    memos = model.index_of(("special", "", MEMOS))
    assert [model.index(row, 0, memos).data() for row in range(model.rowCount(memos))] == ["甲", "乙"]
    index = model.index_of(("memo", "", memo.id))
    model.setData(index, "丙")
    bench.window.session.flush()
    assert bench.library.memos.get(memo.id).title == "丙"
    bench.window.shelf.tree.reveal(("memo", "", memo.id))
    bench.window.shelf.remove_selected()
    bench.settle(lambda: len(bench.library.memos.all()) == 1)
    bench.settle(lambda: "Memo deleted" in bench.texts)


def test_the_memo_in_view_goes_and_comes_back(bench: Bench) -> None:
    memo = bench.begin("一\n")
    bench.write(lambda library: library.memos.remove(memo.id))
    assert bench.window.centre.currentWidget() is bench.window.memoing.list
    bench.window.session.undo()
    bench.settle(lambda: bench.window.memoing.memo_id == memo.id)
    bench.sees(["一"])


def test_a_memo_is_in_view_next_time_with_what_was_typed_last(bench: Bench) -> None:
    memo = bench.begin("一\n")
    editor = bench.editor()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    commit(editor, "二")
    bench.restart()
    bench.open()
    bench.settle(lambda: bench.window.memoing.memo_id == memo.id)
    assert bench.memo.text == "一二\n"
    bench.sees(["一二"])


def test_a_library_open_for_reading_shows_memos_and_takes_no_typing(bench: Bench) -> None:
    memo = bench.begin(lines("一", bench.marks[0]))
    bench.open(write=False)
    bench.window.memoing.open(memo.id)
    QTest.keyClicks(bench.editor(0), "x")
    QTest.keyClick(bench.card(0), Qt.Key.Key_Delete)
    bench.sees(["一", "𠮷祥里", ""])
    assert bench.page.title.isReadOnly()


def test_arrows_lead_through_the_parts(bench: Bench) -> None:
    bench.begin(lines("一", bench.marks[0], bench.marks[1]))
    first = bench.editor(0)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is bench.widgets[1]
    QTest.keyClick(bench.widgets[1], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is bench.widgets[2]
    QTest.keyClick(bench.widgets[2], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is bench.editor(-1)
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert QApplication.focusWidget() is first
    QTest.keyClick(first, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is bench.page.title


def test_the_key_leads_to_the_memo_last_written_in_not_to_the_one_looked_at(bench: Bench) -> None:
    written, seen = bench.begin(title="写的"), bench.begin(title="看的")
    bench.qtbot.wait(2)  # times are told in milliseconds
    bench.window.memoing.put([bench.marks[0].id], written.id)
    bench.window.session.flush()
    bench.window.memoing.open(seen.id)
    bench.read(bench.document)
    bench.trigger("to_memo")
    assert bench.window.memoing.memo_id == written.id


def test_the_first_memo_of_the_list_is_current_and_keys_act_on_it(bench: Bench) -> None:
    memos = [bench.begin(title=title) for title in ("甲", "乙", "丙")]
    bench.read(bench.document)
    bench.trigger("to_memos")
    assert bench.window.memoing.list.view.hasFocus()
    first = bench.window.memoing.list.view.current_id
    assert first in {memo.id for memo in memos}
    QTest.keyClick(bench.window.memoing.list.view, Qt.Key.Key_Delete)
    bench.settle(lambda: len(bench.window.shelf.memos) == 2)
    assert bench.window.memoing.list.view.current_id not in {"", first}
    QTest.keyClick(bench.window.memoing.list.view, Qt.Key.Key_Return)
    assert bench.window.memoing.memo_id is not None


def test_the_list_opens_by_key_and_says_what_to_do_when_empty(bench: Bench) -> None:
    bench.trigger("to_memos")
    listed = bench.window.memoing.list
    assert listed.view.isHidden()
    memo = bench.begin("有些话\n")
    bench.window.memoing.open("")
    bench.window.centre.setFocus()
    assert listed.view.hasFocus()
    assert listed.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "札记\n有些话"
    QTest.keyClick(listed.view, Qt.Key.Key_Return)
    assert bench.window.memoing.memo_id == memo.id


def test_reordering_makes_no_gap_and_no_card_anew(bench: Bench) -> None:
    bench.begin(lines(*bench.marks[:3]))

    def light() -> list[QWidget]:
        return [part for part in bench.page.parts.widgets if isinstance(part, Gap | ExcerptCard)]

    before = light()
    bench.write(lambda library: library.memos.move_part(bench.memo.id, 0, 1))
    bench.settle(lambda: light() != before)
    assert set(light()) == set(before)
