"""Repairs: what is wanted of them is made, all of it is kept with the document, and what was there is known."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library import repairs as repairs_module
from library.chinese.repair import plan
from library.drafting import repaired
from library.elements import Element
from library.errors import NotFound
from library.mending import EDITS, KINDS, Mend, RepairChoice, kept_mends, mends_of
from library.models import Document, Draft, PreparedDraft
from tests.library.chinese.test_repair import LINES
from tests.library.conftest import Desk, prove

TWICE = "会员有疑问的可以当场提出，由会长答复。" * 3 + "答复不满意的可以要求查账，查账人由会员公推。" * 4
TEXT = (
    "𠮷祥里纪事😀\n\n"
    "各级组织要始终与大家保持意志统一、行动统一、步调统一，各族各\n\n— 12 —\n\n"
    "界中的代表要坚持下去，不能半途而废。后来散会。\n\n"
    "会议讨论了堤防 的事情，大家都同意。后来 and 散会了。\n\n"
    f"开头。{TWICE}\n\n中间一段，没有别的话。\n\n另一段的开头。{TWICE}末尾。\n\n"
    "一是要听，二是要看，三是要讲，四是要做，这些都要由各级组织一件一件\n\n二是要把办法落到实处，一件也不能少。\n"
)


def drafted(text: str = TEXT, choice: RepairChoice = RepairChoice()) -> Draft:  # noqa: B008  # frozen
    return repaired(Draft(text, "纪事", "text"), choice)


def prepared(desk: Desk, draft: Draft) -> PreparedDraft:
    return PreparedDraft(draft, desk.library.texts.add_text(draft.text), "", "", "")


def add(desk: Desk, draft: Draft) -> Document:
    return desk.library.documents.add_drafts([prepared(desk, draft)])[0][0]


def as_it_was(text: str, mends: tuple[Mend, ...]) -> str:
    for mend in sorted(mends, key=lambda mend: mend.start, reverse=True):
        if mend.kind in EDITS and not mend.refused:
            text = text[: mend.start] + mend.words + text[mend.end :]
    return text


def test_every_kind_is_kept_with_its_document(desk: Desk) -> None:
    draft = drafted()
    prove(desk, lambda library: library.documents.add_drafts([prepared(desk, draft)]), "Import document")
    (document,) = desk.library.documents.all()
    mends = desk.library.repairs.of_document(document.id)
    assert desk.library.repairs.is_repaired(document.id)
    assert set(mends) == set(draft.mends or ())
    assert [mend.start for mend in mends] == sorted(mend.start for mend in mends)
    assert {mend.kind for mend in mends} == {"join", "space", "gap", "duplicate", "stray"}
    join, space, stray, gap, twice = (by(mends, kind) for kind in ("join", "space", "stray", "gap", "duplicate"))
    assert (join.words, draft.text[join.start - 2 : join.end + 2]) == ("\n\n— 12 —\n\n", "族各界中")
    assert (space.words, draft.text[space.start - 2 : space.end + 2]) == (" ", "堤防的事")
    assert (stray.detail, draft.text[stray.start : stray.end]) == ("and", "and")
    assert (draft.text[gap.start : gap.end], draft.text[gap.end : gap.end + 2]) == ("\n\n", "二是")
    assert draft.text[twice.start : twice.end] == TWICE
    assert twice.first is not None
    assert draft.text[twice.first :].startswith(TWICE)
    assert TEXT[twice.old_start : twice.old_end] == TWICE


def by(mends: list[Mend], kind: str) -> Mend:
    (found,) = (mend for mend in mends if mend.kind == kind)
    return found


def test_kinds_and_single_repairs_are_refused() -> None:
    (join,) = plan(TEXT).joins
    without = drafted(choice=RepairChoice(refused=frozenset({(join.start, join.end)})))
    assert "各族各\n\n— 12 —\n\n界" in without.text
    assert "堤防的事" in without.text
    only = drafted(choice=RepairChoice(kinds=frozenset({"join", "stray"})))
    assert "各族各界" in only.text
    assert "堤防 的事" in only.text
    assert [mend.kind for mend in only.mends or () if not mend.refused] == ["join", "stray"]
    assert [mend.kind for mend in only.mends or () if mend.refused] == ["space", "duplicate", "gap"]
    nothing = drafted(choice=RepairChoice(kinds=frozenset()))
    assert nothing.text == TEXT
    assert len(nothing.mends or ()) == 5
    assert all(mend.refused and not mend.words for mend in nothing.mends or ())


def test_what_is_not_repaired_is_looked_through_once_and_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    document = desk.add(TEXT)
    repairs = desk.library.repairs
    assert repairs.find(document.id) is None
    mends = repairs.of_document(document.id)
    assert [mend.kind for mend in mends] == ["stray", "duplicate", "gap"]
    assert all((mend.start, mend.end) == (mend.old_start, mend.old_end) for mend in mends)
    assert not repairs.is_repaired(document.id)
    monkeypatch.setattr(repairs_module, "_flags", lambda text: [])
    assert desk.reopen().repairs.of_document(document.id) == mends
    assert desk.library.repairs.find(document.id) == desk.library.repairs.rows(document.id)
    monkeypatch.setattr(repairs_module, "RULES", repairs_module.RULES + 1)
    assert desk.library.repairs.of_document(document.id) == []


@pytest.mark.parametrize("data", [b"", b"{", b"[1]", b"[1, [[1]]]", b"\xff"])
def test_what_is_spoiled_is_found_again(desk: Desk, data: bytes) -> None:
    document = desk.add(TEXT)
    mends = desk.library.repairs.of_document(document.id)
    desk.library.texts.keep_derived(document.text_sha, ".flags", data)
    assert desk.library.repairs.of_document(document.id) == mends


def test_a_repaired_document_in_which_all_was_refused_says_so(desk: Desk) -> None:
    document = add(desk, drafted(choice=RepairChoice(kinds=frozenset())))
    assert desk.library.repairs.is_repaired(document.id)
    assert [mend.refused for mend in desk.library.repairs.of_document(document.id)] == [True] * 5
    assert desk.library.repairs.repeated(document.id) == 0


def test_a_document_that_is_not_there_has_none(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.library.repairs.find("no such")


def test_repairs_go_with_their_document(desk: Desk) -> None:
    document = add(desk, drafted())
    desk.library.documents.remove(document.id)
    prove(desk, lambda library: library.documents.erase(document.id), "Delete document")
    assert desk.table("mend") == []


@given(lines=LINES, data=st.data())
def test_any_choice_keeps_all_other_characters_and_their_places(lines: list[str], data: st.DataObject) -> None:
    text = "\n".join(lines)
    found = plan(text)
    spans = [(repair.start, repair.end) for repair in (*found.edits, *found.flags)]
    refused = data.draw(st.sets(st.sampled_from(spans))) if spans else set[tuple[int, int]]()
    choice = RepairChoice(data.draw(st.frozensets(st.sampled_from(KINDS))), frozenset(refused))
    marks = tuple(Element(at, at + 1, "strong") for at in range(len(text)))
    draft = repaired(Draft(text, "", "text", elements=marks), choice)
    mends = draft.mends or ()
    assert as_it_was(draft.text, mends) == text
    assert {(mend.old_start, mend.old_end) for mend in mends} == set(spans)
    assert all(
        mend.refused == (mend.kind not in choice.kinds or (mend.old_start, mend.old_end) in refused) for mend in mends
    )
    edits = [mend for mend in mends if mend.kind in EDITS and not mend.refused]
    assert all(one.old_end <= other.old_start for one, other in pairwise(edits))
    taken = {at for mend in edits for at in range(mend.old_start, mend.old_end)}
    for at, element in enumerate(draft.elements):
        if at not in taken:
            assert draft.text[element.start : element.end] == text[at]
    for mend in mends:
        if mend.kind == "stray":
            assert draft.text[mend.start : mend.end] == text[mend.old_start : mend.old_end] == mend.detail
    assert [mend for row in kept_mends("d", mends) for mend in mends_of(row)] == sorted(
        mends, key=lambda mend: KINDS.index(mend.kind)
    )


def test_how_much_stands_in_passages_printed_twice(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, mended = (
        desk.add(TEXT),
        desk.library.documents.add_drafts(
            [PreparedDraft(drafted(), desk.library.texts.add_text(drafted().text), "", "", "")]
        )[0][0],
    )
    assert desk.library.repairs.repeated(plain.id) == desk.library.repairs.repeated(mended.id) == len(TWICE)
    other = desk.add(f"{TEXT}末了。\n")
    monkeypatch.setattr(repairs_module, "LOOKED_THROUGH", 10)
    assert [desk.library.repairs.repeated(row.id) for row in (plain, mended, other)] == [len(TWICE), len(TWICE), 0]
    desk.library.repairs.rows(other.id)
    assert desk.library.repairs.repeated(other.id) == len(TWICE)
