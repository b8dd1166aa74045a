"""The fields of queries: dates and their spans, and what they leave of titles, notes and tags."""

import pytest

from library.errors import InvalidQuery
from library.search.leaves import Options
from tests.library.conftest import Desk


@pytest.fixture
def dated(desk: Desk) -> Desk:
    dates = ("2017", "2017-03", "2017-03-05", "2019-12-31", "")
    made = desk.add_many(*((date or "undated", f"政协{number}") for number, date in enumerate(dates)))
    for document, date in zip(made, dates, strict=True):
        desk.library.fields.describe([document.id], date=date)
    return desk


@pytest.mark.parametrize(
    ("span", "found"),
    [
        ("2017", "2017 2017-03 2017-03-05"), ("2017-03", "2017 2017-03 2017-03-05"), ("2017-04", "2017"),
        ("2017-03-01..", "2017 2017-03 2017-03-05 2019-12-31"), ("2018..", "2019-12-31"), ("..2016", ""),
        ("..2017-03-04", "2017 2017-03"), ("2017-03-06..2019-12", "2017 2017-03 2019-12-31"),

    ],
)  # fmt: skip
def test_dates_meet_as_far_as_both_are_written(dated: Desk, span: str, found: str) -> None:
    findings = dated.library.search.ask(f"政协 date:{span}")
    titles = {row.id: row.title for row in dated.library.documents.all()}
    dated.library.search.update()
    assert [titles[document_id] for document_id, _ in findings.tallies()] == found.split()


@pytest.mark.parametrize(
    "span",
    [
        "abc",
        "2017-13",
        "2017-13-45",
        "2017-02-29",
        "2019..2017",
        "2019-05..2019-04",
        "..",
        "17",
        "２０１７",
        "2017.",
        "..x",
    ],
)
def test_what_is_no_date_is_explained(desk: Desk, span: str) -> None:
    with pytest.raises(InvalidQuery):
        list(desk.library.search.ask(f"date:{span}").tallies())


@pytest.mark.parametrize(
    ("field", "value", "query"),
    [
        ("author", "张三；𠮷李四", "author:𠮷李四"),
        ("issuer", "東城區辦公室", "issuer:东城区办公室"),
        ("number", "东协字〔2017〕12号", "number:〔2017〕12号"),
        ("container", "政协 简报", 'container:"政协 简报"'),
        ("kind", "gazetteer", "kind:gazetteer"),
        ("adopted", "2018-03", "adopted:2017..2018"),
        ("accessed", "2018", "accessed:2018.."),
        ("citekey", "zhang2018", "citekey:zhang2018"),
    ],
)
def test_every_field_is_asked_by_its_name(desk: Desk, field: str, value: str, query: str) -> None:
    one, _ = desk.add_many(("甲", "政协一"), ("乙", "政协二"))
    desk.library.fields.describe([one.id], **{field: value})
    desk.library.search.update()
    assert [found for found, _ in desk.library.search.ask(f"政协 {query}").tallies()] == [one.id]
    assert one.id not in [found for found, _ in desk.library.search.ask(f"政协 -{query}").tallies()]
    desk.library.undo()
    assert list(desk.library.search.ask(f"政协 {query}").tallies()) == []


def test_own_fields_are_asked_by_their_names_once_there_are_any(desk: Desk) -> None:
    one, two = desk.add_many(("甲", "卷宗 号：12"), ("乙", "政协"))
    library = desk.library
    library.search.update()
    assert [found for found, _ in library.search.ask("号：12").tallies()] == [one.id]
    own, longer = library.fields.add_own("卷宗"), library.fields.add_own("卷宗 号")
    library.fields.describe([two.id], **{longer.id: "𠮷12", own.id: "1"})
    assert [found for found, _ in library.search.ask("政协 卷宗 号:𠮷12").tallies()] == [two.id]
    assert [found for found, _ in library.search.ask("卷宗：1 政协").tallies()] == [two.id]
    library.fields.remove_own(longer.id)
    assert list(library.search.ask("政协 卷宗 号:𠮷12").tallies()) == []


def test_what_is_no_kind_is_explained(desk: Desk) -> None:
    with pytest.raises(InvalidQuery, match="gazetteer"):
        list(desk.library.search.ask("kind:poem").tallies())


def test_fields_ask_of_the_documents_of_titles_notes_and_tags(desk: Desk) -> None:
    library = desk.library
    brief, history = desk.add_many(("简报，政协", "会议"), ("人民政协史", "政协"))
    library.fields.describe([history.id], date="1950")
    mark = library.highlights.add(brief.id, 0, 2, tags=["政协"], note="政协的批注")
    library.notes.write("document", history.id, "政协的札记")
    library.search.update()

    def said(query: str, options: Options | None = None) -> tuple[list[str], list[str], list[str]]:
        findings = library.search.ask(query, options or Options())
        return (
            [row.title for row in findings.titles()], sorted(note.text for note in findings.notes()),
            [tag.name for tag in findings.tags()],
        )  # fmt: skip

    assert said("政协") == (["简报，政协", "人民政协史"], ["政协的批注", "政协的札记"], ["政协"])
    assert said("政协 date:1900") == ([], [], [])
    assert said("政协 date:1950") == (["人民政协史"], ["政协的札记"], [])
    assert said("政协 title:简报") == (["简报，政协"], ["政协的批注"], [])
    assert said("政协 -date:1950") == (["简报，政协"], ["政协的批注"], ["政协"])
    assert said("date:1950") == (["人民政协史"], [], [])
    assert said("/民政.史/") == (["人民政协史"], [], [])
    assert said("/^政协/") == ([], ["政协的批注", "政协的札记"], ["政协"])
    assert said("政协 NEAR/1 批注") == ([], ["政协的批注"], [])
    assert said("简报 NEAR/0 政协") == ([], [], [])
    assert said("政協", Options(exact=True)) == ([], [], [])
    assert said("人民政", Options(whole_words=True)) == ([], [], [])
    assert mark.document_id == brief.id
    library.documents.remove(history.id)
    assert said("政协")[1] == ["政协的批注"]
