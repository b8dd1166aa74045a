"""Entries written into the fields of documents."""

from library.bibliography.base import Reference
from library.bibliography.fromdocuments import entries_of, keep_keys
from library.bibliography.taking import Policy, TakingChoice, plan, take
from tests.library.conftest import Desk

ENTRY = Reference(
    {"title": "乡土中国", "author": "费孝通", "date": "1948", "publisher": "观察社", "citekey": "Fei:1948",
     "卷宗号": "12", "x": "y"},
    ("乡土",), "摘要", "记",
)  # fmt: skip


def described(desk: Desk) -> str:
    (document,) = desk.add_many(("乡土中国", "正文"))
    desk.library.fields.add_own("卷宗号")
    desk.library.fields.describe([document.id], author="费孝通", publisher="三联")
    return document.id


def values(desk: Desk, document_id: str) -> dict[str, str]:
    own = {one.id: one.name for one in desk.library.fields.own()}
    return {own.get(field, field): value for field, value in desk.library.fields.of(document_id).items()}


def test_empty_fields_are_filled_in_one_step(desk: Desk) -> None:
    document_id = described(desk)
    before = desk.rows()
    made = plan(desk.library, [ENTRY])
    assert made.untaken(ENTRY) == [("x", "y")]
    assert take(desk.library, made, {0: document_id}, TakingChoice(notes=True)) == 1
    filled = values(desk, document_id)
    assert filled["publisher"] == "三联"
    assert (filled["date"], filled["citekey"], filled["卷宗号"]) == ("1948", "Fei:1948", "12")
    note = desk.library.notes.find("document", document_id)
    assert note is not None
    assert note.text == "摘要\n\n乡土\n\n记"
    after = desk.rows()
    desk.library.undo()
    assert desk.rows() == before
    desk.library.redo()
    desk.reopen()
    assert desk.rows() == after
    assert take(desk.library, plan(desk.library, [ENTRY]), {0: document_id}, TakingChoice(notes=True)) == 0


def test_each_field_is_taken_as_it_is_wanted(desk: Desk) -> None:
    document_id = described(desk)
    fields: dict[str, Policy] = {"date": "mine"}
    made = plan(desk.library, [ENTRY])
    choice = TakingChoice("theirs", fields)
    taken = {
        one.field: one.taken
        for one in made.differences(ENTRY, document_id, choice)
        if one.field in ("date", "publisher")
    }
    assert taken == {"date": False, "publisher": True}
    take(desk.library, made, {0: document_id}, choice)
    assert values(desk, document_id)["publisher"] == "观察社"
    assert "date" not in values(desk, document_id)


def test_keys_that_several_would_have_are_told(desk: Desk) -> None:
    one, other = desk.add_many(("甲", "a"), ("乙", "b"))
    desk.library.fields.describe([other.id], citekey="k")
    made = plan(desk.library, [Reference({"title": "甲", "citekey": "k"})])
    assert made.matches[0].chosen == other.id
    assert made.clashes({0: other.id}, TakingChoice()) == {}
    assert {key: set(ids) for key, ids in made.clashes({0: one.id}, TakingChoice()).items()} == {
        "k": {one.id, other.id}
    }


def test_documents_become_entries_with_keys_that_stay_out_of_them(desk: Desk) -> None:
    document_id = described(desk)
    desk.library.notes.write("document", document_id, "一记")
    desk.add_many(("乡土中国", "又一"))
    before = desk.rows()
    entries = entries_of(desk.library, [document_id])
    (reference,) = entries.references
    assert (reference.value("citekey"), reference.note) == ("feixiangtu", "一记")
    assert desk.rows() == before
    keep_keys(desk.library, entries.made)
    assert entries_of(desk.library).made.keys() & {document_id} == set()
    desk.library.undo()
    assert desk.rows() == before
