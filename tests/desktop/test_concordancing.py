"""Concordances and hits to marks in the real window: from the search and the find bar to lines, tables and marks."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.concordance.page import ConcordancePage
from desktop.dialogs.markhits import MarkHitsDialog
from desktop.itemmodels.lines import LinesModel, ShownLine
from desktop.widgets.lineview import INSET, ROW, SOURCE_FROM, TICK
from tests.desktop.desk import Desk

Key = Qt.Key
FIRST = "𠮷祥里的政协委员😀。政协主席到会，市政协委员。\n政、协是另一回事。\n"
SECOND = "省政協主席讲话。\n"


class Concorded(Desk):
    """A window with two documents, in which 政协 is asked for."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        super().__init__(qtbot, folder)
        self.open(make=True)
        self.first, self.second = self.add(FIRST, "甲"), self.add(SECOND, "乙")

    @property
    def page(self) -> ConcordancePage:
        return self.window.concordancing.page

    def ask(self, query: str = "政协") -> None:
        self.window.menus["search"].trigger()
        self.window.searching.panel.field.setText(query)
        panel = self.window.searching.panel
        self.settle(lambda: panel.answered_question.query == "政协" and panel.complete and panel.model.rowCount())

    def align(self) -> None:
        self.ask()
        self.trigger("concordance")
        self.settle(lambda: self.page.isVisible() and self.page.concordance is not None)

    def after(self) -> list[str]:
        model = self.page.model
        lines = [model.line(row) for row in range(model.rowCount())]
        return [line.after[:2] for line in lines if line is not None]

    def dialog(self) -> MarkHitsDialog:
        self.settle(lambda: self.window.findChild(MarkHitsDialog) is not None)
        found = self.window.findChild(MarkHitsDialog)
        assert found is not None
        return found

    def quotes(self) -> list[str]:
        return [highlight.quote for highlight in self.library.highlights.all()]


@pytest.fixture
def concorded(qtbot: QtBot, tmp_path: Path) -> Iterator[Concorded]:
    made = Concorded(qtbot, tmp_path)
    yield made
    made.close()


def test_lines_are_put_in_order_and_joined(concorded: Concorded) -> None:
    concorded.align()
    page = concorded.page
    assert concorded.window.centre.currentWidget() is page
    assert page.list.hasFocus()
    assert concorded.after() == ["是另", "委员", "委员", "主席", "主席"]
    assert page.told.text() == "5 lines · 2 documents"
    page.way.select("frequency")
    concorded.settle(lambda: concorded.after()[0] in ("委员", "主席"))
    page.collapse.setChecked(True)
    assert page.model.rowCount() == 3
    shown = page.model.index(0).data(LinesModel.LineRole)
    assert isinstance(shown, ShownLine)
    assert (shown.count, shown.folded) == (2, True)
    page.list.setCurrentIndex(page.model.index(0))
    QTest.keyClick(page.list, Key.Key_Right)
    assert page.model.rowCount() == 4
    QTest.keyClick(page.list, Key.Key_Space)
    assert page.model.ticked_count == 1
    QTest.keyClick(page.list, Key.Key_Left)
    assert page.model.rowCount() == 3
    QTest.keyClick(page.list, Key.Key_Space)
    assert page.model.ticked_count == 2
    assert page.told.text().endswith("2 ticked")
    page.side.select("place")
    concorded.settle(lambda: concorded.after() == ["委员", "主席", "委员", "是另", "主席"])
    assert not page.collapse.isEnabled()
    assert page.model.ticked_count == 2


def test_a_line_opens_its_passage(concorded: Concorded) -> None:
    concorded.align()
    page = concorded.page
    row = next(row for row in range(5) if page.model.line(row).text == "政協")  # type: ignore[union-attr]
    page.list.setCurrentIndex(page.model.index(row))
    QTest.keyClick(page.list, Key.Key_Return)
    assert concorded.window.reading.document == concorded.second
    assert concorded.window.pane.marks.current_hit == (1, 3)
    assert concorded.window.pane.hasFocus()
    concorded.trigger("concordance")
    concorded.settle(page.isVisible)


def test_a_square_is_ticked_by_the_mouse(concorded: Concorded) -> None:
    concorded.align()
    page = concorded.page
    viewport = page.list.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(INSET + TICK // 2, ROW + ROW // 2))
    assert page.chosen == [page.arrangement.rows[1]] if page.arrangement else False


def test_lines_are_copied_and_written_as_tables(concorded: Concorded, tmp_path: Path) -> None:
    concorded.align()
    QApplication.clipboard().clear()
    concorded.page.copy_button.click()
    concorded.settle(lambda: "5 lines copied" in concorded.texts)
    assert QApplication.clipboard().text().count("\n") == 5
    concorded.page.model.toggle(1)
    for name, delimiter in (("行.csv", ","), ("行.tsv", "\t")):
        concorded.window.concordancing.save(tmp_path / name)
        concorded.settle(lambda name=name: f"“{name}” was written." in concorded.texts)
        with (tmp_path / name).open(encoding="utf-8-sig", newline="") as file:
            (row,) = csv.DictReader(file, delimiter=delimiter)
        assert (row["document"], row["hit"], row["words"], row["count"]) == ("甲", "政协", "委员", "2")


def test_hits_of_the_search_become_marks_in_one_step(concorded: Concorded) -> None:
    concorded.ask("zhengxie")
    concorded.window.searching.panel.head.mark_button.click()
    dialog = concorded.dialog()
    assert dialog.told.text() == "4 of 5 hits"
    dialog.reach.select("words")
    assert not dialog.mark_button.isEnabled()
    concorded.settle(dialog.mark_button.isEnabled)
    texts = [str(dialog.model.index(row).data(LinesModel.LineRole).line.text) for row in range(5)]
    assert texts[0] == "政协委员"
    dialog.add_tags(["主题/政协"])
    dialog.color.setCurrentIndex(dialog.color.findData("red"))
    dialog.accept()
    concorded.settle(lambda: "4 highlights made" in concorded.texts)
    marks = concorded.library.excerpts.all()
    assert {(mark.color, mark.tag_paths) for mark in marks} == {("red", ("主题/政协",))}
    assert len(marks) == 4
    concorded.said[-1].action()  # type: ignore[misc]
    concorded.settle(lambda: not concorded.quotes())
    assert concorded.library.tags.all() == []
    concorded.window.session.redo()
    concorded.settle(lambda: len(concorded.quotes()) == 4)


def test_a_late_undo_of_marks_takes_nothing_else_back(concorded: Concorded) -> None:
    concorded.ask()
    concorded.window.searching.panel.head.mark_button.click()
    concorded.dialog().accept()
    concorded.settle(lambda: "4 highlights made" in concorded.texts)
    late = concorded.said[-1]
    concorded.write(lambda library: library.tags.add_path("后来"))
    concorded.settle(lambda: concorded.window.notice.text == "")  # it goes with its step
    assert late.action is not None
    late.action()
    concorded.window.session.flush()
    assert [tag.name for tag in concorded.library.tags.all()] == ["后来"]
    assert len(concorded.quotes()) == 4
    assert "Something else was done since" in concorded.texts[-1]


def test_marks_that_are_there_already_offer_nothing_to_undo(concorded: Concorded) -> None:
    for _ in range(2):
        concorded.ask()
        concorded.window.searching.panel.head.mark_button.click()
        concorded.dialog().accept()
        concorded.settle(lambda: not concorded.window.findChildren(MarkHitsDialog))
        concorded.window.session.flush()
    assert concorded.texts[-1] == "0 highlights made · 4 were there already"
    assert concorded.said[-1].action is None


def test_ticked_hits_alone_are_ticked_and_known_ones_are_told(concorded: Concorded) -> None:
    concorded.write(lambda library: library.highlights.add(concorded.second.id, 1, 3, color="blue"))
    concorded.align()
    page = concorded.page
    for row in range(page.model.rowCount()):
        line = page.model.line(row)
        if line is not None and (line.text == "政協" or line.crosses_punctuation):
            page.model.toggle(row)
    concorded.trigger("mark_hits")
    dialog = concorded.dialog()
    assert dialog.model.ticked_count == 2
    dialog.accept()
    concorded.settle(lambda: "1 highlight made · 1 was there already" in concorded.texts)
    assert sorted(concorded.quotes()) == ["政、协", "政協"]


def test_hits_of_the_find_bar_become_marks(concorded: Concorded) -> None:
    concorded.read(concorded.first)
    concorded.trigger("find")
    concorded.window.reader._bar._field.setText("政协")
    concorded.settle(lambda: len(concorded.window.reader.found_hits) == 4)
    concorded.window.reader._bar._mark.click()
    dialog = concorded.dialog()
    assert dialog.told.text() == "3 of 4 hits"
    dialog.reach.select("sentences")
    concorded.settle(dialog.mark_button.isEnabled)
    assert dialog.told.text() == "2 of 3 passages"
    assert dialog.mark_button.text() == "Mark 2 passages"
    assert dialog.model.rowCount() == 3
    pen = dialog.pen.findData(concorded.window.pens.find(1))
    dialog.pen.setCurrentIndex(pen)
    dialog.pen.activated.emit(pen)
    dialog.accept()
    concorded.settle(lambda: len(concorded.quotes()) == 2)
    assert concorded.quotes()[1] == "政协主席到会，市政协委员。"
    assert {highlight.color for highlight in concorded.library.highlights.all()} == {"red"}


def test_nothing_asked_leads_to_the_search_and_a_closed_library_is_forgotten(concorded: Concorded) -> None:
    concorded.trigger("concordance")
    assert concorded.window.searching.panel.field.hasFocus()
    concorded.align()
    concorded.window.session.close()
    assert concorded.page.model.rowCount() == 0
    assert concorded.page.title.text() == "Concordance"


def test_hits_are_those_of_the_query_that_has_the_keyboard(concorded: Concorded) -> None:
    concorded.align()
    concorded.trigger("search")
    concorded.window.searching.panel.field.setText("主席")
    concorded.trigger("mark_hits")
    dialog = concorded.dialog()
    shown = [dialog.model.line(row) for row in range(dialog.model.rowCount())]
    assert [line.text for line in shown if line is not None] == ["主席", "主席"]
    dialog.reject()


def test_enter_presses_the_button_that_has_the_keyboard(concorded: Concorded) -> None:
    concorded.ask()
    concorded.window.searching.panel.head.mark_button.click()
    dialog = concorded.dialog()
    dialog.none_button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(dialog.none_button, Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.model.ticked_count == 0
    dialog.all_button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(dialog.all_button, Key.Key_Enter)
    assert dialog.model.ticked_count == 5
    dialog.color.setFocus()
    QTest.keyClick(dialog.color, Key.Key_Return)
    concorded.settle(lambda: len(concorded.quotes()) == 5)


def test_in_a_narrow_window_nothing_is_cut_and_the_source_stays(concorded: Concorded) -> None:
    concorded.window.resize(1000, 700)
    concorded.ask("政协")
    concorded.align()
    page = concorded.page
    concorded.settle(lambda: page.width() < 500)
    assert page.list.row_width() >= SOURCE_FROM
    for part in (page.side, page.way, page.word, page.collapse, page.export_button):
        assert page.rect().contains(part.geometry())
        assert part.width() >= part.minimumSizeHint().width()
    assert page.way.y() == page.collapse.y()
    page.show_lines("政协" * 60, page.concordance, page.arrangement)  # type: ignore[arg-type]
    assert page.title.shown.endswith("…")
    assert page.rect().contains(page.export_button.geometry())
