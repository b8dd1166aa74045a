"""Highlights: any span in code points, with its quote and what stands around it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from library.errors import InvalidSpan, NotFound
from library.models import CONTEXT_LENGTH
from tests.library.conftest import TEXT, Desk, prove, refuse


def test_adding_is_one_operation_with_everything_in_it(desk: Desk) -> None:
    document = desk.add()
    changes = prove(
        desk,
        lambda library: library.highlights.add(
            document.id, 0, 3, color="red", style="underline", tags=["主题/协商", "𠮷", "主题/协商"], note="批😀"
        ),
        "Add highlight",
    )
    assert changes.document_ids == {document.id}
    assert {kind: len(keys) for kind, keys in changes.keys.items()} == {
        "highlight": 1,
        "tag": 3,
        "tagging": 2,
        "note": 1,
    }
    (highlight,) = desk.library.highlights.all()
    assert changes.ids("highlight") == {highlight.id}
    assert (highlight.quote, highlight.prefix, highlight.color, highlight.style) == ("𠮷祥里", "", "red", "underline")
    assert highlight.created == highlight.modified
    (excerpt,) = desk.library.excerpts.all()
    assert (excerpt.tag_paths, excerpt.note) == (("主题/协商", "𠮷"), "批😀")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_span_quotes_the_text(desk: Desk, data: st.DataObject) -> None:
    document = next(iter(desk.library.documents.all()), None) or desk.add(TEXT * 3)
    text = TEXT * 3
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    highlight = desk.library.highlights.add(document.id, start, end)
    assert (highlight.start, highlight.end) == (start, end)
    assert highlight.quote == text[start:end]
    assert highlight.prefix == text[max(0, start - CONTEXT_LENGTH) : start]
    assert highlight.suffix == text[end : end + CONTEXT_LENGTH]


@pytest.mark.parametrize(
    ("start", "end"),
    [(0, 0), (3, 3), (3, 2), (-1, 2), (-5, -2), (0, len(TEXT) + 1), (len(TEXT), len(TEXT) + 1), (10**12, 10**13)],
)
def test_spans_that_are_refused(desk: Desk, start: int, end: int) -> None:
    document = desk.add()
    (highlight,) = desk.mark((0, 3))
    add_error = refuse(
        desk, InvalidSpan, lambda library: library.highlights.add(document.id, start, end, tags=["新"], note="批")
    )
    assert str(start) in str(add_error)
    refuse(desk, InvalidSpan, lambda library: library.highlights.resize(highlight.id, start, end))


def test_an_empty_text_takes_no_span(desk: Desk) -> None:
    document = desk.add("", "空")
    refuse(desk, InvalidSpan, lambda library: library.highlights.add(document.id, 0, 1))
    refuse(desk, InvalidSpan, lambda library: library.highlights.add(document.id, 0, 0))


def test_unknown_ids_are_refused(desk: Desk) -> None:
    refuse(desk, NotFound, lambda library: library.highlights.add("nowhere", 0, 1))
    refuse(desk, NotFound, lambda library: library.highlights.resize("nowhere", 0, 1))
    refuse(desk, NotFound, lambda library: library.highlights.get("nowhere"))


def test_the_same_span_again_is_the_highlight_that_is_there(desk: Desk) -> None:
    document = desk.add()
    first = desk.library.highlights.add(document.id, 0, 3, color="red", tags=["甲"], note="一")
    prove(
        desk, lambda library: library.highlights.add(document.id, 0, 3, tags=["甲", "乙"], note="二"), "Add highlight"
    )
    assert desk.library.highlights.all() == [first]
    (excerpt,) = desk.library.excerpts.all()
    assert (excerpt.tag_paths, excerpt.note, excerpt.color) == (("甲", "乙"), "一\n\n二", "red")
    revision = desk.library.revision
    assert desk.library.highlights.add(document.id, 0, 3, tags=["甲"], note="  ") == first
    assert desk.library.revision == revision
    changed = desk.library.highlights.add(document.id, 0, 3, color="blue", style="underline")
    assert (changed.id, changed.color, changed.style) == (first.id, "blue", "underline")


def test_a_tag_on_a_span_that_is_marked_is_named_as_tagging(desk: Desk) -> None:
    document = desk.add()
    first = desk.library.highlights.add(document.id, 0, 3, color="red")
    prove(desk, lambda library: library.highlights.add(document.id, 0, 3, tags=["甲"]), "Tag highlight")
    assert desk.library.highlights.all() == [first]


def test_an_invalid_tag_marks_nothing(desk: Desk) -> None:
    document = desk.add()
    refuse(desk, Exception, lambda library: library.highlights.add(document.id, 0, 3, tags=["好", "坏//"], note="批"))


def test_resizing(desk: Desk) -> None:
    (highlight,) = desk.mark((0, 3))
    desk.library.notes.write("highlight", highlight.id, "批")
    prove(desk, lambda library: library.highlights.resize(highlight.id, 1, 10), "Resize highlight")
    resized = desk.library.highlights.get(highlight.id)
    assert (resized.start, resized.end, resized.quote, resized.prefix) == (1, 10, TEXT[1:10], "𠮷")
    assert resized.created == highlight.created
    assert desk.library.notes.find("highlight", highlight.id) is not None


def test_recolouring_and_restyling(desk: Desk) -> None:
    ids = [highlight.id for highlight in desk.mark((0, 1), (0, 2), (0, 3))]
    prove(desk, lambda library: library.highlights.recolor(ids[:2], "green"), "Recolour 2 highlights")
    prove(desk, lambda library: library.highlights.recolor(ids[:1], None), "Recolour highlight")
    assert [highlight.color for highlight in desk.library.highlights.all()] == [None, "green", None]
    prove(desk, lambda library: library.highlights.restyle(ids[1:], "underline"), "Restyle 2 highlights")
    assert [highlight.style for highlight in desk.library.highlights.all()] == ["highlight", "underline", "underline"]


def test_removing_takes_taggings_and_notes(desk: Desk) -> None:
    first, second, kept = desk.mark((0, 1), (0, 2), (0, 3), tags=("甲", "乙"))
    for highlight in (first, second, kept):
        desk.library.notes.write("highlight", highlight.id, highlight.quote)
    prove(desk, lambda library: library.highlights.remove(first.id, second.id), "Delete 2 highlights")
    assert desk.library.highlights.all() == [kept]
    assert len(desk.table("tagging")) == 2
    assert len(desk.table("note")) == 1
    assert len(desk.library.tags.all()) == 2


def test_the_highlights_of_a_document_are_in_text_order(desk: Desk) -> None:
    document = desk.add()
    other = desk.add("别的", "别的")
    desk.library.highlights.add(other.id, 0, 1)
    desk.mark((5, 6), (0, 9), (5, 8), (0, 2))
    found = desk.library.highlights.of_document(document.id)
    assert [(highlight.start, highlight.end) for highlight in found] == [(0, 2), (0, 9), (5, 6), (5, 8)]
    assert desk.library.highlights.of_document("nowhere") == []
    assert len(desk.library.highlights.all()) == 5


def test_thousands_at_once_are_one_step(desk: Desk) -> None:
    document = desk.add("长" * 9_000)
    with desk.library.journal.operation("Mark all"):
        for start in range(0, 9_000, 3):
            desk.library.highlights.add(document.id, start, start + 2)
    assert desk.library.documents.mark_counts() == {document.id: 3_000}
    changes = desk.library.undo()
    assert len(changes.keys["highlight"]) == 3_000
    assert desk.library.highlights.all() == []
    desk.library.redo()
    assert len(desk.reopen().highlights.all()) == 3_000


def test_a_star_is_put_on_and_taken_off(desk: Desk) -> None:
    first, second = desk.mark((0, 3), (3, 5))
    prove(desk, lambda library: library.highlights.star([first.id, second.id]), "Star 2 highlights")
    assert all(mark.starred for mark in desk.library.highlights.all())
    prove(desk, lambda library: library.highlights.unstar([second.id]), "Take the star off highlight")
    assert [bool(mark.starred) for mark in desk.library.highlights.all()] == [True, False]


def test_a_corrected_quotation_stands_beside_the_original(desk: Desk) -> None:
    (mark,) = desk.mark((0, 3))
    prove(desk, lambda library: library.highlights.correct(mark.id, " 吉祥里\n"), "Correct quotation")
    corrected = desk.library.highlights.get(mark.id)
    assert (corrected.correction, corrected.quote) == ("吉祥里", "𠮷祥里")
    prove(desk, lambda library: library.highlights.correct(mark.id, "𠮷祥里"), "Correct quotation")
    assert desk.library.highlights.get(mark.id).correction == ""
