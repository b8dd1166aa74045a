"""Smart collections: kept, renamed, moved, asked otherwise, deleted."""

from library.annotation.retrieval import query_to_json
from library.errors import InvalidName, NotFound
from library.models import ExcerptQuery
from tests.library.conftest import Desk, prove, refuse


def test_a_smart_collection_through_its_life(desk: Desk) -> None:
    query = query_to_json(ExcerptQuery(starred=True))
    prove(desk, lambda library: library.smart.add("加星的", "excerpts", query), "Add smart collection “加星的”")
    (smart,) = desk.library.smart.all()
    prove(desk, lambda library: library.smart.rename(smart.id, "𠮷"), "Rename “加星的” to “𠮷”")
    prove(desk, lambda library: library.smart.ask(smart.id, "{}"), "Change smart collection “𠮷”")
    other = desk.library.smart.add("协商", "search", '"协商" -民主')
    prove(desk, lambda library: library.smart.move([other.id], smart.id), "Move “协商”")
    assert [row.name for row in desk.library.smart.all()] == ["协商", "𠮷"]
    desk.library.smart.add("党建", "search", "党建")
    ids = [row.id for row in desk.library.smart.all()]
    prove(desk, lambda library: library.smart.move(ids[:2]), "Move 2 smart collections")
    assert [row.name for row in desk.library.smart.all()] == ["党建", "协商", "𠮷"]
    prove(desk, lambda library: library.smart.remove(*ids), "Delete 3 smart collections")
    refuse(desk, NotFound, lambda library: library.smart.get(smart.id))


def test_a_name_is_needed(desk: Desk) -> None:
    refuse(desk, InvalidName, lambda library: library.smart.add(" ", "search", "协商"))
