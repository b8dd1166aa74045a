"""The search panel in the real window: asked as one types, its answer gone through by keys and opened."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.itemmodels.findings import Entry, FindingsModel
from desktop.search.chip import PinyinChip
from tests.desktop.search.sought import FIRST, SECOND, Sought
from tests.library.search.queries import HOSTILE

Key = Qt.Key


def test_the_library_is_searched_as_one_types(sought: Sought) -> None:
    sought.trigger("search")
    assert sought.panel.field.hasFocus()
    for word in ("人民", "政协"):
        typed = QInputMethodEvent()
        typed.setCommitString(word)
        QApplication.sendEvent(sought.panel.field, typed)
    sought.settle(lambda: sought.panel.complete and sought.panel.question.query == "人民政协")
    rows = sought.rows()
    assert (rows[0], rows[4], len(rows)) == ("简报第2期", "简报第12期", 6)
    assert rows[5] == "协商之后，人民政協开会。\n\nABC企业与ＡＢＣ企業。\n"
    assert rows[3].startswith("≈ ")
    assert [group.total for group in sought.panel.model.groups] == [3, 1]
    assert sought.panel.head.counts.text() == "3 places · ≈ 1 · 2 documents"


def test_the_same_asked_for_twice_is_found_once(sought: Sought) -> None:
    resets: list[int] = []
    sought.ask('人民政协 OR "人民政協" OR 人、民政协 OR 政协')
    sought.panel.model.modelReset.connect(lambda: resets.append(1))
    assert len(sought.rows()) == 2 + 6 + 2
    assert [group.total for group in sought.panel.model.groups] == [6, 2]
    assert sought.panel.head.counts.text() == "7 places · ≈ 1 · 2 documents"
    assert resets == []


def test_documents_that_meet_a_query_without_a_hit_are_listed(sought: Sought) -> None:
    opened: list[str] = []
    sought.panel.document_opened.connect(opened.append)
    sought.ask("title:简报")
    assert sought.rows() == ["简报第2期", "简报第12期"]
    assert sought.panel.head.counts.text() == "2 documents"
    assert sought.panel.answer.list.isVisible()
    assert sought.panel.head.save_button.isVisible()
    assert not sought.panel.head.mark_button.isVisible()
    sought.press(Key.Key_Down)
    sought.press(Key.Key_Return)
    assert opened == [sought.first.id]
    sought.settle(lambda: sought.window.reading.document == sought.first)
    sought.ask("政协 title:章程")
    sought.settle(lambda: sought.panel.model.rowCount() == sought.panel.others.rowCount() == 0)
    sought.ask("/民政协./")
    sought.settle(lambda: sought.panel.others.rowCount() == 2)
    entry = sought.panel.others.index(1).data(FindingsModel.EntryRole)
    assert entry == Entry("document", sought.third.id, "人民政协史", 1, 5)


def test_what_is_found_is_gone_through_and_opened_by_keys(sought: Sought) -> None:
    sought.ask("人民政协")
    sought.press(Key.Key_Down)
    rows = sought.panel.answer.list
    assert rows.hasFocus()
    assert rows.row == 1
    sought.settle(lambda: sought.panel.model.hit(1) is not None)
    sought.press(Key.Key_Down)
    sought.settle(lambda: "先说" in sought.panel.answer.preview._text.toPlainText())
    sought.press(Key.Key_Return)
    assert sought.window.pane.hasFocus()
    assert sought.window.reading.document == sought.first
    start = FIRST.index("人民政\n協")
    assert sought.window.pane.marks.current_hit == (start, start + 5)
    sought.settle(lambda: len(sought.window.pane.marks.hits) == 3)
    assert sought.window.pane.marks.current_hit == (start, start + 5)


def test_stepping_goes_on_to_the_next_document_and_back(sought: Sought) -> None:
    sought.ask("人民政协")
    sought.press(Key.Key_Down)
    sought.settle(lambda: sought.panel.model.hit(1) is not None)
    sought.press(Key.Key_Return)
    sought.settle(lambda: len(sought.window.pane.marks.hits) == 3)
    sought.trigger("find_next")
    sought.trigger("find_next")
    assert sought.window.pane.marks.current_hit == (FIRST.index("人民、"), FIRST.index("人民、") + 5)
    sought.trigger("find_next")
    sought.settle(lambda: sought.window.reading.document == sought.second)
    sought.settle(lambda: len(sought.window.pane.marks.hits) == 1)
    assert sought.window.stands.active.chip is not None
    assert sought.window.stands.active.chip.isVisible()
    sought.trigger("find_next")
    assert sought.texts == ["There are no further hits in the library."]
    sought.trigger("find_previous")
    sought.settle(lambda: sought.window.reading.document == sought.first)
    assert sought.window.pane.marks.current_hit == (FIRST.index("人民、"), FIRST.index("人民、") + 5)


def test_esc_goes_back_step_by_step(sought: Sought) -> None:
    sought.ask("人民政协")
    sought.press(Key.Key_Down)
    sought.press(Key.Key_Left)
    assert sought.panel.answer.list.row == 0
    sought.press(Key.Key_Left)
    assert sought.panel.model.is_folded(0)
    sought.press(Key.Key_Right)
    assert not sought.panel.model.is_folded(0)
    sought.press(Key.Key_Escape)
    assert sought.panel.field.hasFocus()
    assert sought.panel.field.text() == "人民政协"


def test_titles_notes_and_tags_are_found_too(sought: Sought) -> None:
    start = SECOND.index("协商")
    mark = sought.write(lambda library: library.highlights.add(sought.second.id, start, start + 2, tags=["人民政协"]))
    sought.write(lambda library: library.notes.write("highlight", mark.id, "这里说人民政協。"))
    sought.ask("人民政协")
    sought.settle(lambda: sought.panel.others.rowCount() == 6)
    found = [sought.panel.others.index(row).data(FindingsModel.EntryRole) for row in (1, 3, 5)]
    entries = [entry for entry in found if isinstance(entry, Entry)]
    assert [entry.target_kind for entry in entries] == ["document", "highlight", "tag"]
    assert [entry.text[entry.start : entry.end] for entry in entries] == ["人民政协", "人民政協", "人民政协"]
    sought.panel.answer.parts.select("others")
    sought.panel.answer.enter()
    sought.press(Key.Key_Return)
    assert sought.window.reading.document == sought.third


def test_a_mistake_is_explained_where_it_stands(sought: Sought) -> None:
    sought.window.menus["search"].trigger()
    sought.panel.field.setText("(人民")
    sought.settle(lambda: sought.panel.answer.said.text() == "A parenthesis is open. Close it.")
    assert sought.panel.answer.said.isVisible()
    assert sought.said == []
    sought.ask("人民政协")
    assert not sought.panel.answer.said.isVisible()


@pytest.mark.parametrize("query", [*HOSTILE, "tag:没有"])
def test_every_query_is_answered_or_explained(sought: Sought, query: str) -> None:
    sought.trigger("search")
    sought.panel.field.setMaxLength(20_000)
    sought.panel.field.setText(query)
    sought.settle(lambda: sought.panel.question.query == sought.panel.field.text())
    sought.settle(lambda: sought.panel.complete or sought.panel.answer.said.property("role") == "error")
    assert sought.said == []


def test_forms_are_asked_for_by_switches(sought: Sought) -> None:
    sought.ask("abc企业")
    assert sought.panel.head.counts.text() == "2 places · 1 document"
    sought.panel.head.exact.setChecked(True)
    sought.settle(lambda: sought.panel.question.exact and sought.panel.answer.said.isVisible())
    sought.ask("ABC企业")
    assert sought.panel.head.counts.text() == "1 place · 1 document"


def test_what_is_written_meanwhile_is_found_and_what_goes_is_not(sought: Sought) -> None:
    sought.ask("人民政协")
    assert len(sought.panel.model.groups) == 2
    fourth = sought.add("又一篇人民政协。", "简报第13期")
    sought.settle(lambda: len(sought.panel.model.groups) == 3)
    sought.write(lambda library: library.documents.remove(fourth.id))
    sought.settle(lambda: len(sought.panel.model.groups) == 2)
    sought.window.session.undo()
    sought.settle(lambda: len(sought.panel.model.groups) == 3)


def test_a_text_is_searched_for_as_it_stands(sought: Sought) -> None:
    sought.window.search_for("再说人民、政协")
    sought.settle(lambda: sought.panel.complete)
    assert [group.total for group in sought.panel.model.groups] == [1]
    sought.window.search_for("-的 OR (")
    sought.settle(lambda: sought.panel.complete)
    assert sought.panel.question.query == '"-的 OR ("'


def test_a_library_that_is_closed_is_searched_no_more(sought: Sought) -> None:
    sought.ask("人民政协")
    sought.window.session.close()
    assert sought.panel.model.rowCount() == 0
    assert sought.panel.field.text() == ""
    sought.open()
    sought.ask("企业")
    assert sought.panel.head.counts.text() == "2 places · 1 document"


@pytest.mark.parametrize("harm", ["removed", "spoiled"])
def test_an_index_that_is_harmed_meanwhile_comes_back(sought: Sought, harm: str) -> None:
    sought.ask("人民政协")
    for file in sought.path.glob("index.db*"):
        file.unlink()
    if harm == "spoiled":
        (sought.path / "index.db").write_bytes(b"no database" * 20_000)
    sought.ask("人民")
    assert [group.total for group in sought.panel.model.groups] == [3, 1]
    assert sought.texts == []


def test_an_index_that_is_missing_is_made_with_the_first_question(qtbot: QtBot, tmp_path: Path) -> None:
    made = Sought(qtbot, tmp_path)
    made.window.session.close()
    for file in made.path.glob("index.db*"):
        file.unlink()
    made.open()
    told: list[int] = []
    made.panel.inquirer.indexing.connect(lambda indexing: told.append(indexing.total))
    made.ask("人民政协")
    assert set(told) == {3}
    assert not made.panel.answer.progress.isVisible()
    made.close()


def chips(sought: Sought) -> list[PinyinChip]:
    """The chips that are offered now, in their order."""
    flow = sought.panel.head.chips.layout()
    found = [flow.itemAt(number).widget() for number in range(flow.count())]
    return [chip for chip in found if isinstance(chip, PinyinChip)]


def test_pinyin_that_is_written_nowhere_is_searched_for_and_offered(sought: Sought) -> None:
    sought.ask("zhengxie")
    sought.settle(lambda: len(chips(sought)) > 0 and sought.panel.model.rowCount() > 0)
    assert (sought.panel.applied, sought.panel.answered_question.query) == ("政协", "政协")
    assert [chip.word for chip in chips(sought)][:2] == ["政协", "人民政协"]
    assert [chip.isChecked() for chip in chips(sought)][:2] == [True, False]
    assert sought.panel.field.text() == "zhengxie"
    assert "人民政协的章程" in sought.rows()[1]
    chips(sought)[1].click()
    sought.settle(lambda: sought.panel.question.query == "人民政协" and not chips(sought))
    assert sought.panel.field.text() == "人民政协"
    assert sought.panel.head.chips.isHidden()


def test_pinyin_is_only_offered_where_the_letters_are_written(sought: Sought) -> None:
    sought.add("Only zx in Latin letters", "Notes")
    sought.ask("zx")
    sought.settle(lambda: len(chips(sought)) > 0)
    assert sought.panel.applied == ""
    assert sought.rows()[0] == "Notes"
    assert "政协" in [chip.word for chip in chips(sought)]
    assert not any(chip.isChecked() for chip in chips(sought))
    sought.ask("不在这里")
    sought.settle(lambda: not chips(sought))
    sought.ask("zx")
    sought.settle(lambda: len(chips(sought)) > 0)
    sought.panel.field.clear()
    sought.settle(lambda: sought.panel.head.chips.isHidden())


def test_what_stands_in_passages_printed_twice_is_counted_when_it_is_asked_for(sought: Sought) -> None:
    passage = "会员有疑问的可以当场提出，由会长答复。" * 3 + "答复不满意的可以要求查账，查账人由会员公推。" * 4
    sought.add(f"开头。{passage}\n\n中间。\n\n末尾。{passage}", "两遍")
    head = sought.panel.head
    sought.ask("疑问")
    assert (head.counts.text(), head.repeats.isVisible()) == ("3 places · 1 document", True)
    assert head.repeats.text() == "3 more stand in passages printed twice"
    head.repeats.setFocus()
    sought.press(Key.Key_Space)
    sought.settle(lambda: head.counts.text() == "6 places · 1 document")
    assert (head.repeats.text(), len(sought.rows())) == ("Passages printed twice count each time", 7)
    sought.press(Key.Key_Space)
    sought.settle(lambda: head.counts.text() == "3 places · 1 document")
    sought.ask("政协")
    assert not head.repeats.isVisible()
