"""The glossary of a library: explained, changed, taken out, and in and out as a table."""

import pytest

from library.errors import InvalidName, Refused
from tests.library.conftest import Desk, prove, refuse


def entries(desk: Desk) -> list[tuple[str, str, str]]:
    return [(one.term, one.gloss, one.note) for one in desk.library.glossary.all()]


def test_a_term_is_explained_changed_and_taken_out(desk: Desk) -> None:
    prove(desk, lambda library: library.glossary.set(" 议事会\n", "a council 😀", "见第三条\n又见"), "Explain term")
    assert entries(desk) == [("议事会", "a council 😀", "见第三条\n又见")]
    prove(desk, lambda library: library.glossary.set("议事会", "council"), "Explain term")
    revision = desk.library.revision
    desk.library.glossary.set("议事会", "council ")
    assert desk.library.revision == revision
    prove(desk, lambda library: library.glossary.set("议事会", " ", ""), "Remove glossary entry")
    assert desk.library.glossary.find("议事会") is None


def test_a_table_goes_in_and_comes_out_the_same(desk: Desk) -> None:
    table = '\ufeffTerm,Gloss,Note\r\n议事会,"council, small","第一行\n第二行"\r\n𠮷,"say ""good""",\r\n=1,x,\r\n'
    prove(desk, lambda library: library.glossary.add_table(table), "Add 3 glossary entries")
    before = entries(desk)
    assert ("议事会", "council, small", "第一行\n第二行") in before
    assert ("𠮷", 'say "good"', "") in before
    assert desk.library.glossary.table().splitlines()[0] == "term,gloss,note"
    written = desk.library.glossary.table()
    desk.library.glossary.remove("议事会", "𠮷", "=1")
    assert len(desk.library.glossary.add_table(written).rows) == 3
    assert entries(desk) == before


@pytest.mark.parametrize("table", ["a\tone\nb\ttwo\textra", "a;one\nb;two;extra", "a,one\n\n,x\nb,two,extra"])
def test_columns_are_parted_by_what_parts_the_first_row(desk: Desk, table: str) -> None:
    assert len(desk.library.glossary.add_table(table).rows) == 2
    assert entries(desk) == [("a", "one", ""), ("b", "two", "extra")]


def test_rows_that_cannot_be_read_are_told_and_the_others_taken(desk: Desk) -> None:
    table = f'a,one\n{"长" * 201},x\n\'=1,formula\nb,"{"y" * 200_000}"\nc,two\n'
    taken = desk.library.glossary.add_table(table)
    assert taken.left_out == (2, 4)
    assert [row.term for row in taken.rows] == ["a", "=1", "c"]
    revision = desk.library.revision
    assert desk.library.glossary.add_table("长" * 201).left_out == (1,)
    assert desk.library.revision == revision


def test_what_has_no_terms_is_refused(desk: Desk) -> None:
    refuse(desk, Refused, lambda library: library.glossary.add_table("\n,x\n"))
    refuse(desk, InvalidName, lambda library: library.glossary.set(" ", "x"))
    refuse(desk, InvalidName, lambda library: library.glossary.set("长" * 201, "x"))
