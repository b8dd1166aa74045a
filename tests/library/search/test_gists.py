"""Gists: read in pages, in the order of the text, with what is said of each highlight."""

from library.search.gists import Gist
from tests.library.conftest import Desk


def pages(desk: Desk, document_id: str, most: int) -> list[Gist]:
    found: list[Gist] = []
    while part := desk.library.excerpts.gists(document_id, found[-1] if found else None, most):
        assert len(part) <= most
        found += part
    return found


def test_pages_together_are_all_highlights_in_text_order(desk: Desk) -> None:
    document = desk.add("𠮷😀e\u0301" * 10)
    other = desk.add("别的文献")
    desk.library.highlights.add(other.id, 0, 2)
    for start in (7, 3, 3, 0, 12):
        desk.library.highlights.add(document.id, start, start + 2)
        desk.library.highlights.add(document.id, start, start + 4)
    whole = [row.id for row in desk.library.highlights.of_document(document.id)]
    for most in (1, 3, 100):
        assert [gist.id for gist in pages(desk, document.id, most)] == whole


def test_a_gist_says_what_is_said_of_its_highlight(desk: Desk) -> None:
    document = desk.add("𠮷😀e\u0301停车位")
    made = desk.library.highlights.add(
        document.id, 0, 2, color="blue", style="underline", tags=["乙", "甲/<b>"], note="批\n😀"
    )
    desk.library.highlights.star([made.id])
    desk.library.highlights.correct(made.id, "吉")
    desk.library.highlights.add(document.id, 4, 5)
    gist, plain = pages(desk, document.id, 10)
    assert gist[:2] == (made.id, document.id)
    assert (gist.start, gist.end, gist.quote, gist.correction) == (0, 2, "𠮷😀", "吉")
    assert (gist.color, gist.style, bool(gist.starred), gist.note) == ("blue", "underline", True, "批\n😀")
    paths = desk.library.tags.paths()
    assert [paths[tag_id] for tag_id in gist.tag_ids] == ["乙", "甲/<b>"]
    assert (plain.color, plain.correction, plain.note, plain.tag_ids) == (None, "", "", ())
    assert desk.library.excerpts.gists_of([made.id, "no such"]) == [gist]
