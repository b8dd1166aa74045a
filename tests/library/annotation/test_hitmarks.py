"""Hits become highlights: one step, nothing doubled, in all documents, whole words and sentences."""

import pytest

from library.errors import InvalidSpan
from library.models import Span
from library.search.reach import Reach
from tests.library.conftest import Desk, prove, refuse

TEXT = "𠮷祥里的政协会议。政协委员到会，政协😀。\n"


def spans_of(desk: Desk, word: str = "政协") -> list[Span]:
    desk.library.search.update()
    found = desk.library.search.ask(word).all_places()
    return [Span(document_id, place.start, place.end) for document_id, places in found for place in places]


def test_hits_in_several_documents_are_one_step(desk: Desk) -> None:
    desk.add_many(("甲", TEXT), ("乙", "全国政協。"))
    spans = spans_of(desk)
    changes = prove(
        desk,
        lambda library: library.hitmarks.add(spans, color="red", style="underline", tags=["主题/政协"]),
        "Mark 4 hits",
    )
    assert {kind: len(keys) for kind, keys in changes.keys.items()} == {"highlight": 4, "tag": 2, "tagging": 4}
    assert len(changes.document_ids) == 2
    marks = desk.library.excerpts.all()
    assert [mark.highlight.quote for mark in marks] == ["政协", "政协", "政协", "政協"]
    assert {(mark.color, mark.highlight.style, mark.tag_paths) for mark in marks} == {
        ("red", "underline", ("主题/政协",))
    }
    assert marks[0].highlight.prefix == "𠮷祥里的"
    assert marks[2].highlight.suffix == "😀。\n"


def test_what_is_marked_already_takes_the_tags_and_nothing_else(desk: Desk) -> None:
    document = desk.add(TEXT)
    spans = spans_of(desk)
    known = desk.library.highlights.add(document.id, spans[1].start, spans[1].end, color="blue", note="批")
    prove(desk, lambda library: library.hitmarks.add(spans, color="red", tags=["甲"]), "Mark 3 hits")
    marked = desk.library.hitmarks.add(spans, tags=["乙"])
    assert (len(marked.added), len(marked.known)) == (0, 3)
    assert known.id in marked.known
    marks = desk.library.excerpts.all()
    assert [mark.color for mark in marks] == ["red", "blue", "red"]
    assert {mark.tag_paths for mark in marks} == {("甲", "乙")}
    assert marks[1].note == "批"


@pytest.mark.parametrize(
    ("reach", "quotes"),
    [
        ("words", ["政协会议", "政协委员", "政协"]),
        ("sentences", ["𠮷祥里的政协会议。", "政协委员到会，政协😀。"]),
    ],
)
def test_places_that_become_one_passage_are_one(desk: Desk, reach: Reach, quotes: list[str]) -> None:
    desk.add(TEXT)
    desk.library.hitmarks.add(spans_of(desk), reach=reach)
    assert [highlight.quote for highlight in desk.library.highlights.all()] == quotes


def test_one_place_outside_its_text_marks_nothing(desk: Desk) -> None:
    document = desk.add(TEXT)
    for reach in ("exact", "words", "sentences"):
        for bad in (Span(document.id, 3, 3), Span(document.id, -1, 2), Span(document.id, 0, 999)):
            spans = [*spans_of(desk), bad]
            refuse(
                desk, InvalidSpan, lambda library, spans=spans, reach=reach: library.hitmarks.add(spans, reach=reach)
            )


def test_nothing_is_no_step(desk: Desk) -> None:
    desk.add(TEXT)
    history = desk.library.journal.history()
    assert desk.library.hitmarks.add([], tags=["甲"]).added == ()
    assert desk.library.journal.history() == history
    assert desk.library.tags.all() == []
