"""Links between highlights: one between two, seen from both ends, gone with either."""

from library.annotation.links import other_end
from library.errors import InvalidMove, NotFound
from tests.library.conftest import Desk, prove, refuse


def test_a_link_is_found_from_both_ends(desk: Desk) -> None:
    first, second, third = desk.mark((0, 3), (3, 5), (5, 9))
    prove(desk, lambda library: library.links.add(first.id, second.id), "Link highlights")
    desk.library.links.add(third.id, first.id)
    links = desk.library.links.of_highlights([first.id, second.id])
    assert [other_end(link, first.id) for link in links[first.id]] == [second.id, third.id]
    assert [other_end(link, second.id) for link in links[second.id]] == [first.id]
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
