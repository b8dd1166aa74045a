"""The model of the cards: in text order, filtered, and kept up with the library."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.itemmodels.cards import FEW, CardFilter, CardModel
from tests.desktop.annotated import Annotated


@pytest.fixture
def annotated(qtbot: QtBot, tmp_path: Path) -> Iterator[Annotated]:
    annotated = Annotated(qtbot, tmp_path / "研究.zhupi")
    yield annotated
    annotated.session.shut_down()


@pytest.fixture
def model(annotated: Annotated) -> CardModel:
    model = CardModel(annotated.session)
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_document(annotated.document.id)
    return model


def shown(model: CardModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_resizing_moves_a_card_to_its_new_place(annotated: Annotated, model: CardModel) -> None:
    made = annotated.mark("意见箱")
    annotated.mark("主持人")
    start, end = annotated.span("停车位")
    annotated.write(lambda library: library.highlights.resize(made.id, start, end))
    assert shown(model) == ["主持人", "停车位"]
    assert model.find_row(made.id) == 1
    annotated.undo()
    assert shown(model) == ["意见箱", "主持人"]


def test_notes_and_tags_are_shown_as_soon_as_they_are_written(annotated: Annotated, model: CardModel) -> None:
    made = annotated.mark("意见箱")
    assert model.excerpt(0).note == ""
    annotated.write(lambda library: library.notes.write("highlight", made.id, "先看现场😀"))
    assert (model.excerpt(0).note, model.note_count) == ("先看现场😀", 1)
    annotated.session.write(lambda library: library.journal.seal())
    annotated.write(lambda library: library.notes.write("highlight", made.id, "再量尺寸"))
    assert model.excerpt(0).note == "再量尺寸"
    annotated.undo()
    assert model.excerpt(0).note == "先看现场😀"
    annotated.write(lambda library: library.notes.write("highlight", made.id, ""))
    assert (model.excerpt(0).note, model.note_count) == ("", 0)
    tag = annotated.write(lambda library: library.tags.add_path("主题/<b>"))
    annotated.write(lambda library: library.tags.apply([made.id], [tag.id]))
    assert model.excerpt(0).tag_paths == ("主题/<b>",)
    annotated.write(lambda library: library.tags.rename(tag.id, "新名"))
    assert model.excerpt(0).tag_paths == ("主题/新名",)
    annotated.write(lambda library: library.tags.recolor(tag.id, "brown"))
    assert model.excerpt(0).color == "brown"


def test_the_filter_looks_in_quotes_notes_and_tags(annotated: Annotated, model: CardModel) -> None:
    annotated.mark("e\u0301tude", note="Éclair")
    tagged = annotated.mark("𠮷祥", tags=["主题/<b>"])
    annotated.mark("停车位")
    for text, found in {"TUDE": 1, "éclair": 1, "<B>": 1, "𠮷": 1, "停": 1, "no such": 0, "": 3}.items():
        model.set_filter(CardFilter(text))
        assert model.rowCount() == found
    tag_id = annotated.library.tags.of_highlights([tagged.id])[tagged.id][0].tag_id
    model.set_filter(CardFilter("", frozenset({tag_id})))
    assert shown(model) == ["𠮷祥"]
    annotated.mark("意见箱")
    annotated.mark("主持人", tags=["主题/<b>"])
    assert (shown(model), model.total) == (["𠮷祥", "主持人"], 5)
    assert model.find_row("no such") is None


def test_the_nearest_card(annotated: Annotated, model: CardModel) -> None:
    assert model.find_nearest(0, 10) is None
    for start in (10, 20, 90):
        annotated.write(lambda library, start=start: library.highlights.add(annotated.document.id, start, start + 5))
    found = [model.find_nearest(start, start + 20) for start in (0, 15, 30, 80, 100)]
    assert found == [0, 1, 1, 2, 2]


def test_thousands_at_once_and_their_undoing(annotated: Annotated, model: CardModel) -> None:
    document = annotated.add_document("字" * 5000)
    model.show_document(document.id)

    def verb(library: object) -> None:
        with library.journal.operation("Add highlight"):
            for start in range(FEW * 8):
                library.highlights.add(document.id, start, start + 3)

    annotated.write(verb)
    assert model.rowCount() == FEW * 8
    annotated.undo()
    assert model.rowCount() == 0


def test_other_documents_and_the_bin_are_left_out(annotated: Annotated, model: CardModel) -> None:
    annotated.mark("意见箱")
    other = annotated.add_document("另一篇文献")
    annotated.write(lambda library: library.highlights.add(other.id, 0, 2))
    assert shown(model) == ["意见箱"]
    annotated.session.close()
    assert (model.rowCount(), model.document_id) == (0, None)


def test_a_screen_reader_hears_quote_note_and_tags(annotated: Annotated, model: CardModel) -> None:
    annotated.mark("意见箱", note="先看", tags=["甲", "乙"])
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "意见箱\n先看\n甲, 乙"
