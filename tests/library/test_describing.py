"""What is said of documents: set for several at once, refused whole, undone, kept; and fields of the library's own."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from library.describing import NAME_LENGTH, TITLE_LENGTH, clean_title, cleaned
from library.errors import InvalidDate, InvalidName, InvalidValue, NotFound
from library.fields import FIELDS, KINDS
from library.models import Draft, PreparedDraft
from tests.library.conftest import Desk, prove, refuse

WRITTEN = {"date": "2018-03", "adopted": "2017", "accessed": "2020年2月3日", "kind": "gazetteer", "title": "𠮷 志"}
KEPT = {**WRITTEN, "accessed": "2020-02-03"}


def test_describing_several_documents_is_one_step(desk: Desk) -> None:
    first, second = desk.add_many(("甲", "1"), ("乙", "2"))
    prove(
        desk,
        lambda library: library.fields.describe([first.id, second.id], issuer=" 街道\n办 ", number="第 2 期", date=""),
        "Edit 2 documents",
    )
    for document in desk.library.documents.all():
        assert (document.issuer, document.number, document.date) == ("街道 办", "第 2 期", "")
    assert [document.title for document in desk.library.documents.all()] == ["甲", "乙"]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2018", "2018"),
        (" 2018-3 ", "2018-03"),
        ("2018年3月5日", "2018-03-05"),
        ("二〇一八年三月", "2018-03"),
        (" ", ""),
    ],
)
def test_a_date_is_kept_in_one_form(desk: Desk, written: str, kept: str) -> None:
    document = desk.add("甲", "1")
    desk.library.fields.describe([document.id], date="1999")
    desk.library.fields.describe([document.id], date=written)
    assert desk.library.documents.get(document.id).date == kept
    desk.library.undo()
    assert desk.library.documents.get(document.id).date == "1999"


@pytest.mark.parametrize("written", ["garbage", "2018-02-30", "2018-13", "3月5日", "20180305", "𠮷", "2018-03-05 甲"])
def test_what_is_no_date_is_refused(desk: Desk, written: str) -> None:
    document = desk.add("甲", "1")
    with pytest.raises(InvalidDate, match="is no date"):
        desk.library.fields.describe([document.id], date=written, issuer="某处")
    assert desk.library.documents.get(document.id) == document


@given(st.text(min_size=1))
def test_a_clean_title_is_one_line_and_stays_clean(title: str) -> None:
    try:
        plain = clean_title(title)
    except InvalidName:
        assert not title.split()
    else:
        assert 0 < len(plain) <= TITLE_LENGTH
        assert plain == " ".join(plain.split()) == clean_title(plain)
        plain.encode()


@pytest.mark.parametrize("field", [field.name for field in FIELDS])
def test_every_field_is_set_undone_and_kept(desk: Desk, field: str) -> None:
    first, second = desk.add_many(("甲", "1"), ("乙", "2"))
    written, kept = WRITTEN.get(field, " 𠮷 😀 "), KEPT.get(field, "𠮷 😀")
    prove(desk, lambda library: library.fields.describe([first.id, second.id], **{field: written}), "Edit 2 documents")
    fields = desk.library.fields
    assert fields.of(first.id)[field] == fields.of(second.id)[field] == kept
    assert fields.column(field) == {first.id: kept, second.id: kept}
    assert fields.used(field) == [kept]
    if field != "title":
        prove(desk, lambda library: library.fields.describe([second.id], **{field: ""}), "Edit document")
        assert desk.library.fields.column(field) == {first.id: kept}


def test_fields_in_the_row_and_beside_it_change_in_one_step(desk: Desk) -> None:
    document = desk.add()
    prove(
        desk,
        lambda library: library.fields.describe([document.id], issuer="街道", publisher="中华书局", citekey="𠮷2018"),
        "Edit document",
    )
    told = desk.library.fields.of(document.id)
    assert list(told.items()) == [
        ("title", document.title), ("issuer", "街道"), ("publisher", "中华书局"), ("citekey", "𠮷2018"),
    ]  # fmt: skip


def test_what_is_set_again_is_no_step(desk: Desk) -> None:
    document = desk.add()
    desk.library.fields.describe([document.id], publisher="甲", author="乙")
    history = desk.library.journal.history()
    desk.library.fields.describe([document.id], publisher=" 甲 ", author="乙", place="")
    assert desk.library.journal.history() == history


@pytest.mark.parametrize(
    ("error", "changes"),
    [
        (InvalidDate, {"publisher": "甲", "accessed": "昨天"}),
        (InvalidValue, {"publisher": "甲", "kind": "poem"}),
        (InvalidName, {"publisher": "甲", "title": " \n"}),
        (NotFound, {"publisher": "甲", "nothing": "乙"}),
    ],
)
def test_one_value_that_does_not_fit_refuses_all(desk: Desk, error: type[Exception], changes: dict[str, str]) -> None:
    document = desk.add()
    refuse(desk, error, lambda library: library.fields.describe([document.id], **changes))


@pytest.mark.parametrize(
    ("field", "written", "kept"),
    [
        ("doi", " https://doi.org/10.1000/甲 ", "10.1000/甲"),
        ("doi", "DOI: 10.1000/1", "10.1000/1"),
        ("kind", "Web page", "webpage"),
        ("kind", " BOOK ", "book"),
        ("author", " 张三；李 四 ;; Ostrom, Elinor;", "张三; 李 四; Ostrom, Elinor"),
        ("editornote", "\n 编者按：一 \r\n二  \n", "编者按：一\n二"),
        ("publisher", "中华\n书局\ud842", "中华 书局\ufffd"),
    ],
)
def test_a_value_is_kept_in_one_form(field: str, written: str, kept: str) -> None:
    assert cleaned(field, written) == kept
    assert cleaned(field, kept) == kept


@given(st.sampled_from(FIELDS), st.text())
def test_what_is_kept_stays_as_it_is(field: object, written: str) -> None:
    name = getattr(field, "name", "")
    try:
        kept = cleaned(name, written)
    except (InvalidDate, InvalidName, InvalidValue):
        assert name in ("title", "date", "adopted", "accessed", "kind")
    else:
        assert cleaned(name, kept) == kept == kept.strip()
        kept.encode()


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(
                [field.name for field in FIELDS if field.form in ("line", "names") and field.name != "title"]
            ),
            st.sampled_from(["", "𠮷", "😀; e\u0301", "甲\r\n乙"]),
        ),
        max_size=6,
    )
)
def test_any_changes_are_taken_back_one_by_one(desk: Desk, steps: list[dict[str, str]]) -> None:
    document = next(iter(desk.library.documents.all()), None) or desk.add()
    states = [desk.rows()]
    for changes in steps:
        desk.library.fields.describe([document.id], **changes)
        states.append(desk.rows())
    for before, after in reversed(list(pairwise(states))):
        if before != after:
            desk.library.undo()
            assert desk.rows() == before


def test_persons_are_used_one_by_one(desk: Desk) -> None:
    first, second = desk.add_many(("甲", "1"), ("乙", "2"))
    desk.library.fields.describe([first.id], author="张三；𠮷四")
    desk.library.fields.describe([second.id], author="𠮷四")
    assert desk.library.fields.used("author") == ["𠮷四", "张三"]


def test_own_fields(desk: Desk) -> None:
    document = desk.add()
    prove(desk, lambda library: library.fields.add_own(" 卷宗\n号 "), "Add field “卷宗 号”")
    (own,) = desk.library.fields.own()
    assert own.name == "卷宗 号"
    prove(desk, lambda library: library.fields.describe([document.id], **{own.id: "𠮷 12"}), "Edit document")
    prove(desk, lambda library: library.fields.rename_own(own.id, "😀"), "Rename field “卷宗 号” to “😀”")
    assert desk.library.fields.of(document.id)[own.id] == "𠮷 12"
    assert desk.library.fields.resolve("😀") == own.id
    prove(desk, lambda library: library.fields.remove_own(own.id), "Remove field “😀”")
    assert desk.library.fields.own() == []
    assert own.id not in desk.library.fields.of(document.id)


def test_own_fields_stand_in_the_order_of_their_names(desk: Desk) -> None:
    for name in ("C", "A", "B"):
        desk.library.fields.add_own(name)
    assert [own.name for own in desk.library.fields.own()] == ["A", "B", "C"]
    assert desk.library.fields.names()[-3:] == ["A", "B", "C"]


@pytest.mark.parametrize("name", ["", " ", "a:b", "“甲”", "Date", "tag", "卷宗号", "字" * (NAME_LENGTH + 1)])
def test_a_name_that_is_none_or_taken_is_refused(desk: Desk, name: str) -> None:
    desk.library.fields.add_own("卷宗号")
    other = desk.library.fields.add_own("乙")
    refuse(desk, InvalidName, lambda library: library.fields.add_own(name))
    refuse(desk, InvalidName, lambda library: library.fields.rename_own(other.id, name))


def test_what_is_unknown_is_told_with_what_there_is(desk: Desk) -> None:
    desk.library.fields.add_own("卷宗号")
    assert desk.library.fields.resolve("Publisher") == "publisher"
    assert "卷宗号" in str(refuse(desk, NotFound, lambda library: library.fields.resolve("nothing")))
    refuse(desk, NotFound, lambda library: library.fields.rename_own("nothing", "甲"))
    refuse(desk, NotFound, lambda library: library.fields.remove_own("nothing"))


def test_a_draft_brings_its_fields_once(desk: Desk) -> None:
    draft = Draft("甲", "甲", "epub", fields=(("publisher", " 中华 书局 "), ("isbn", ""), ("kind", "book")))
    prepared = PreparedDraft(draft, desk.library.texts.add_text("甲"), "", "", "")
    prove(desk, lambda library: library.documents.add_drafts([prepared]), "Import document")
    (document,) = desk.library.documents.all()
    assert desk.library.fields.of(document.id) == {"title": "甲", "kind": "book", "publisher": "中华 书局"}
    desk.library.fields.describe([document.id], publisher="乙")
    desk.library.documents.add_drafts([prepared])
    assert desk.library.fields.column("publisher") == {document.id: "乙"}


def test_what_is_said_of_a_document_goes_and_comes_back_with_it(desk: Desk) -> None:
    document = desk.add()
    desk.library.fields.describe([document.id], publisher="𠮷")
    prove(desk, lambda library: library.documents.erase(document.id), "Delete document")
    assert desk.table("field_value") == []


def test_the_kinds_are_those_of_bibliographies() -> None:
    names = [kind.name for kind in KINDS]
    assert len(set(names)) == len(names)
    assert {"book", "article", "thesis", "newspaper", "official", "gazetteer", "archive", "other"} <= set(names)


def test_what_documents_have_in_common(desk: Desk) -> None:
    first, second, third = desk.add_many(("甲", "1"), ("乙", "2"), ("丙", "3"))
    fields = desk.library.fields
    fields.describe([first.id, second.id], issuer="同", publisher="中华", citekey="𠮷")
    fields.describe([second.id], citekey="😀", place="京")
    assert fields.common([first.id, second.id]) == {
        "title": None, "issuer": "同", "publisher": "中华", "citekey": None, "place": None,
    }  # fmt: skip
    assert fields.common([third.id]) == {"title": "丙"}
    assert fields.common([first.id, third.id])["issuer"] is None
    assert fields.common([]) == {}
