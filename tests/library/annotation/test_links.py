"""Links between highlights: one between two, seen from both ends, gone with either."""

import pytest

from library.errors import InvalidMove, NotFound
from tests.library.conftest import Desk, prove, refuse


def test_a_link_is_found_from_both_ends(desk: Desk) -> None:
    first, second, third = desk.mark((0, 3), (3, 5), (5, 9))
    prove(desk, lambda library: library.links.add(first.id, second.id), "Link highlights")
    desk.library.links.add(third.id, first.id)
    links = desk.library.links.of_highlights([first.id, second.id])
    assert [link.other_end(first.id) for link in links[first.id]] == [second.id, third.id]
    assert [link.other_end(second.id) for link in links[second.id]] == [first.id]
    assert desk.library.links.of_highlights([]) == {}


def test_the_same_pair_again_is_the_same_link(desk: Desk) -> None:
    first, second = desk.mark((0, 3), (3, 5))
    link = desk.library.links.add(first.id, second.id)
    revision = desk.library.revision
    assert desk.library.links.add(first.id, second.id) == link
    assert desk.library.links.add(second.id, first.id) == link
    assert desk.library.revision == revision


def test_links_that_lead_nowhere_are_refused(desk: Desk) -> None:
    (only,) = desk.mark((0, 3))
    refuse(desk, InvalidMove, lambda library: library.links.add(only.id, only.id))
    refuse(desk, NotFound, lambda library: library.links.add(only.id, "nowhere"))
    refuse(desk, NotFound, lambda library: library.links.add("nowhere", only.id))


def test_taking_links_away(desk: Desk) -> None:
    first, second, third = desk.mark((0, 3), (3, 5), (5, 9))
    links = [desk.library.links.add(first.id, second.id), desk.library.links.add(second.id, third.id)]
    prove(desk, lambda library: library.links.remove(*(link.id for link in links)), "Remove 2 links")
    assert len(desk.library.highlights.all()) == 3


def test_a_link_goes_with_either_end_and_comes_back(desk: Desk) -> None:
    first, second, third = desk.mark((0, 3), (3, 5), (5, 9))
    desk.library.links.add(first.id, second.id)
    desk.library.links.add(second.id, third.id)
    prove(desk, lambda library: library.highlights.remove(second.id), "Delete highlight")
    assert desk.table("link") == []
    desk.library.undo()
    assert len(desk.table("link")) == 2
    document = desk.library.documents.all()[0]
    prove(desk, lambda library: library.documents.erase(document.id), "Delete document")
    assert desk.table("link") == []


def test_what_a_highlight_could_be_linked_with_comes_the_nearest_first_then_the_one_marked_last(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("library.annotation.links.STRETCH", 2)
    far, own, near = desk.mark((0, 2), (8, 9), (9, 11))
    elsewhere = desk.add("甲乙丙丁戊己", "别册")
    marks = [desk.library.highlights.add(elsewhere.id, at, at + 1) for at in range(6)]
    batches = list(desk.library.links.offered(own.id, "", 6))
    assert [each for batch in batches for each in batch] == [near.id, far.id, *(m.id for m in reversed(marks[2:]))]
    assert batches[0] == [near.id, far.id]
    assert list(desk.library.links.offered("nowhere", "", 6)) == []


@pytest.mark.parametrize("query", ["乙", "100%_", "fangfa", "乙 FF 100%"])
def test_all_words_must_stand_in_quote_note_or_tags(desk: Desk, query: str) -> None:
    (own,) = desk.mark((0, 2))
    other = desk.add("甲乙丙", "别册")
    wanted = desk.library.highlights.add(other.id, 1, 2, note="满分是100%_", tags=["主题/方法"])
    desk.library.highlights.add(other.id, 2, 3, note="1000", tags=["主题"])
    assert [each for batch in desk.library.links.offered(own.id, query, 9) for each in batch] == [wanted.id]


def test_the_highlights_of_documents_in_the_bin_are_not_offered(desk: Desk) -> None:
    (own,) = desk.mark((0, 2))
    other = desk.add("甲乙丙", "别册")
    desk.library.highlights.add(other.id, 1, 2)
    desk.library.documents.remove(other.id)
    assert [each for batch in desk.library.links.offered(own.id, "", 9) for each in batch] == []


def test_an_excerpt_carries_its_links(desk: Desk) -> None:
    first, second, third = desk.mark((0, 3), (3, 5), (5, 9))
    links = (desk.library.links.add(first.id, second.id), desk.library.links.add(third.id, first.id))
    held = {excerpt.highlight.id: excerpt.links for excerpt in desk.library.excerpts.all()}
    assert held == {first.id: links, second.id: links[:1], third.id: links[1:]}
