"""The model of the cards: in text order, filtered, and kept up with the library."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.itemmodels.cardorder import CardHead
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


def rows(model: CardModel) -> list[str]:
    """Return what stands in the rows; heads with how many cards they have."""
    found: list[str] = []
    for row in range(model.rowCount()):
        head = model.index(row).data(CardModel.HeadRole)
        found.append(f"[{head.words} {head.count}]" if isinstance(head, CardHead) else model.index(row).data())
    return found


def test_cards_stand_below_headings_tags_and_colours(annotated: Annotated, model: CardModel) -> None:
    annotated.mark("社区议事会", color="red")
    made = annotated.mark("意见箱", tags=["乙", "甲"], color="blue")
    annotated.mark("停车位", tags=["甲"], color="red")
    model.arrange("place", "heading")
    assert rows(model)[0] == "[Before the first heading 1]"
    assert [row for row in rows(model) if row.startswith("[")][1:] == [
        "[一、从收集意见到共同商量 1]", "[二、谁来主持，怎样记录 1]"
    ]  # fmt: skip
    model.arrange("place", "tag")
    assert rows(model) == ["[乙 1]", "意见箱", "[甲 2]", "意见箱", "停车位", "[Without a tag 1]", "社区议事会"]
    model.arrange("place", "color")
    assert rows(model) == ["[Red 2]", "社区议事会", "停车位", "[Blue 1]", "意见箱"]
    annotated.write(lambda library: library.highlights.recolor([made.id], "red"))
    assert rows(model) == ["[Red 3]", "社区议事会", "意见箱", "停车位"]
    annotated.undo()
    assert rows(model)[-2:] == ["[Blue 1]", "意见箱"]


def test_cards_are_sorted_by_date_colour_and_tag(annotated: Annotated, model: CardModel) -> None:
    for quote, color, tags in (("停车位", "red", ["乙"]), ("意见箱", "blue", []), ("主持人", "red", ["甲"])):
        annotated.mark(quote, color=color, tags=tags)
    for sorting, order in {
        "date": ["主持人", "意见箱", "停车位"],
        "color": ["主持人", "停车位", "意见箱"],
        "tag": ["停车位", "主持人", "意见箱"],
        "place": ["意见箱", "主持人", "停车位"],
    }.items():
        model.arrange(sorting, "none")
        assert shown(model) == order


def test_groups_fold_and_a_card_that_is_wanted_unfolds_its_own(annotated: Annotated, model: CardModel) -> None:
    made = annotated.mark("意见箱", color="blue")
    annotated.mark("停车位", color="red")
    model.arrange("place", "color")
    model.fold(0)
    assert rows(model) == ["[Red 1]", "[Blue 1]", "意见箱"]
    model.fold_all(True)
    assert (rows(model), model.shown_count) == (["[Red 1]", "[Blue 1]"], 2)
    assert model.find_row(made.id) is None
    assert model.reveal(made.id) == 2
    model.fold_all(False)
    assert len(rows(model)) == 4


def test_each_value_says_what_it_would_show_beside_the_other_groups(annotated: Annotated, model: CardModel) -> None:
    annotated.mark("意见箱", color="red", tags=["主题/甲"], note="批")
    annotated.mark("主持人", color="blue", tags=["主题/甲"])
    annotated.mark("停车位", color="blue")
    tags = {path: tag_id for tag_id, path in annotated.library.tags.paths().items()}
    facets = model.facets
    assert (facets.colors["red"], facets.colors["blue"], facets.noted, facets.untagged) == (1, 2, 1, 1)
    assert (facets.tags[tags["主题"]], facets.tags[tags["主题/甲"]]) == (2, 2)
    model.set_filter(CardFilter(colors=frozenset({"red"})))
    assert (model.facets.colors["blue"], model.facets.tags[tags["主题"]], model.facets.untagged) == (2, 1, 0)
    model.set_filter(CardFilter(colors=frozenset({"red", "blue"}), tag_ids=frozenset({tags["主题"]}), noted=True))
    assert shown(model) == ["意见箱"]
    model.set_filter(CardFilter(untagged=True, tag_ids=frozenset({tags["主题/甲"]})))
    assert len(shown(model)) == 3


def test_what_comes_near_is_shown_where_nothing_is_found_the_nearest_first(
    annotated: Annotated, model: CardModel
) -> None:
    annotated.mark("过去收集居民意见")
    annotated.mark("从收集意见")
    model.set_filter(CardFilter("收集意见"))
    assert shown(model) == ["从收集意见"]
    model.set_filter(CardFilter("收意见"))
    assert shown(model) == ["从收集意见", "过去收集居民意见"]


QUOTES = ("意见箱", "主持人", "停车位", "𠮷祥里", "e\u0301tude")
ACTS = st.lists(st.tuples(st.sampled_from(QUOTES), st.sampled_from(["mark", "red", "tag", "note", "star", "remove"])))


@given(ACTS, st.sampled_from(["place", "color", "tag"]), st.sampled_from(["none", "heading", "tag", "color"]))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_cards_put_in_one_by_one_stand_as_when_read_anew(
    annotated: Annotated, model: CardModel, acts: list[tuple[str, str]], sorting: str, grouping: str
) -> None:
    model.set_filter(CardFilter())
    model.arrange(sorting, grouping)
    for quote, act in acts:
        made = annotated.mark(quote)
        verbs = {
            "red": lambda library, id=made.id: library.highlights.recolor([id], "red"),
            "tag": lambda library, id=made.id: library.tags.apply([id], [library.tags.add_path("主题/甲").id]),
            "note": lambda library, id=made.id: library.notes.write("highlight", id, "😀"),
            "star": lambda library, id=made.id: library.highlights.star([id]),
            "remove": lambda library, id=made.id: library.highlights.remove(id),
        }
        if act in verbs:
            annotated.write(verbs[act])
    now, facets, notes = rows(model), model.facets, model.note_count
    model.show_document(annotated.document.id)
    assert (rows(model), model.facets, model.note_count) == (now, facets, notes)
