"""Who speaks in documents: found, kept, put right, undone; and what highlights know of it."""

from contextlib import closing

import pytest

from library import speakers as speakers_module
from library import speeches as speeches_module
from library.annotation.retrieval import query_from_json, query_to_json
from library.errors import InvalidName, InvalidSpan, NotFound
from library.library import Library
from library.models import Document, ExcerptQuery
from library.speakers import LONGEST_NAME, clean_name
from library.speeches import Passage, Speeches, packed
from tests.library.conftest import Desk, prove, refuse

TEXT = (
    "桥头座谈会记录\n\n时间：三月一日\n\n主持人：今天请大家谈谈桥😀。\n\n李华：我讲两点。\n\n第一点是账，第二点是堤𠮷。\n\n"
    "老周：我补充一点。\n\n李华：同意。\n\n（散会）\n"
)


def said(desk: Desk, document: Document) -> list[tuple[str, str]]:
    """Return who says what: how each passage begins."""
    speeches = desk.library.speakers.of_document(document.id)
    return [(passage.name, TEXT[passage.start : passage.start + 6]) for passage in speeches.passages]


def passage(desk: Desk, document: Document, number: int) -> Passage:
    return desk.library.speakers.of_document(document.id).passages[number]


def test_who_speaks_in_a_text(desk: Desk) -> None:
    document = desk.add(TEXT)
    names = ["主持人", "李华", "老周", "李华"]
    assert [name for name, _ in said(desk, document)] == names
    assert TEXT[passage(desk, document, 1).start : passage(desk, document, 1).end].endswith("堤𠮷。")
    assert desk.library.speakers.of_document(document.id).names == ("主持人", "李华", "老周")


@pytest.mark.parametrize("text", ["", "\n\n", "只有一段话，没有人说。", "注意：雨天路滑，小心。\n\n他说：好。"])
def test_texts_in_which_nobody_speaks(desk: Desk, text: str) -> None:
    assert desk.library.speakers.of_document(desk.add(text).id) == Speeches()


def test_what_is_found_is_kept_and_read_again_without_the_rules(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    document = desk.add(TEXT)
    desk.library.speakers.waits = False
    assert desk.library.speakers.find(document) is None
    found = desk.library.speakers.found(document.id)
    monkeypatch.setattr(speakers_module, "keep_speakers", None)
    library = desk.reopen()
    library.speakers.waits = False
    assert library.speakers.find(document) == found
    monkeypatch.setattr(speeches_module, "RULES", 0)
    assert desk.reopen().speakers._derived.find(document.text_sha) is None  # pyright: ignore[reportPrivateUsage]


def test_what_another_thread_found_is_taken_over(desk: Desk) -> None:
    document = desk.add(TEXT)
    library = desk.library
    library.speakers.waits = False
    made = Speeches([Passage("李华", 3, 9)])
    library.speakers.take(document.id, made)
    assert library.speakers.find(document) == made


def test_the_speaker_of_a_passage_is_set_and_taken_away(desk: Desk) -> None:
    document = desk.add(TEXT)
    start, end = TEXT.index("第一点"), TEXT.index("，第二点")
    prove(desk, lambda library: library.speakers.set(document.id, start, end, " 王\n五 "), "Set speaker")
    assert [name for name, _ in said(desk, document)] == ["主持人", "李华", "王 五", "李华", "老周", "李华"]
    first = passage(desk, document, 0)
    prove(desk, lambda library: library.speakers.remove(document.id, first.start, first.end), "Remove speaker")
    assert [name for name, _ in said(desk, document)] == ["李华", "王 五", "李华", "老周", "李华"]
    prove(desk, lambda library: library.speakers.set(document.id, first.start, first.end, "主持人"), "Set speaker")
    assert len(desk.table("speaker")) == 1  # what was found needs no correction


def test_a_passage_that_is_set_anew_loses_what_was_said_of_it(desk: Desk) -> None:
    document = desk.add(TEXT)
    desk.library.speakers.set(document.id, 2, 20, "甲")
    desk.library.speakers.set(document.id, 5, 9, "乙")
    desk.library.speakers.remove(document.id, 8, 12)
    found = desk.library.speakers.of_document(document.id).passages[:3]
    assert found == (Passage("甲", 2, 5), Passage("乙", 5, 8), Passage("甲", 12, 20))


def test_a_speaker_is_renamed_throughout(desk: Desk) -> None:
    document = desk.add(TEXT)
    desk.library.speakers.set(document.id, 0, 3, "李华")
    rename = "Rename speaker “李华” to “李委员”"
    prove(desk, lambda library: library.speakers.rename(document.id, "李华", "李委员"), rename)
    assert [name for name, _ in said(desk, document)] == ["李委员", "主持人", "李委员", "老周", "李委员"]
    back = "Rename speaker “李委员” to “李华”"
    prove(desk, lambda library: library.speakers.rename(document.id, "李委员", "李华"), back)
    assert desk.table("speaker_name") == []


def test_two_names_are_joined_as_one_person(desk: Desk) -> None:
    document = desk.add(TEXT)
    join = "Join speaker “老周” with “李华”"
    prove(desk, lambda library: library.speakers.rename(document.id, "老周", "李华"), join)
    assert desk.library.speakers.of_document(document.id).names == ("主持人", "李华")
    desk.library.speakers.rename(document.id, "李华", "周明")
    assert desk.library.speakers.of_document(document.id).names == ("主持人", "周明")


def test_what_is_no_speaker_is_dismissed(desk: Desk) -> None:
    document = desk.add(TEXT)
    desk.library.speakers.set(document.id, 0, 3, "老周")
    prove(desk, lambda library: library.speakers.dismiss(document.id, "老周"), "Remove speaker “老周”")
    assert desk.library.speakers.of_document(document.id).names == ("主持人", "李华")


def test_what_cannot_be_is_refused(desk: Desk) -> None:
    document = desk.add(TEXT)
    speakers = desk.library.speakers
    refuse(desk, NotFound, lambda _: speakers.rename(document.id, "王五", "李华"))
    refuse(desk, NotFound, lambda _: speakers.dismiss(document.id, ""))
    refuse(desk, InvalidName, lambda _: speakers.rename(document.id, "李华", " \n"))
    refuse(desk, InvalidName, lambda _: speakers.set(document.id, 0, 3, "长" * (LONGEST_NAME + 1)))
    for start, end in ((3, 3), (-1, 3), (5, 3), (0, len(TEXT) + 1)):
        refuse(desk, InvalidSpan, lambda _, start=start, end=end: speakers.set(document.id, start, end, "李华"))
        refuse(desk, InvalidSpan, lambda _, start=start, end=end: speakers.remove(document.id, start, end))
    before = desk.library.revision
    speakers.rename(document.id, "李华", "李华")
    assert desk.library.revision == before
    assert clean_name("\ud842\udfb7\0") == "𠮷"


def test_corrections_go_and_come_back_with_their_document(desk: Desk) -> None:
    document = desk.add(TEXT)
    desk.library.speakers.set(document.id, 0, 3, "甲")
    desk.library.speakers.rename(document.id, "老周", "周明")
    prove(desk, lambda library: library.documents.erase(document.id), "Delete document")
    assert desk.table("speaker") == []
    assert desk.table("speaker_name") == []


def test_a_highlight_knows_who_speaks(desk: Desk) -> None:
    document = desk.add(TEXT)
    start = TEXT.index("第一点")
    desk.mark((0, 3), (start, start + 4), (TEXT.index("桥😀"), start + 4))
    assert [each.speaker for each in desk.library.excerpts.all()] == ["", "主持人", "李华"]
    desk.library.speakers.rename(document.id, "李华", "李委员")
    assert [each.speaker for each in desk.library.excerpts.all()] == ["", "主持人", "李委员"]


@pytest.fixture
def two(desk: Desk) -> tuple[Library, Document, Document]:
    one, other = desk.add_many(("甲", TEXT), ("乙", TEXT.replace("老周", "老秦") + "完"))
    desk.library.speakers.rename(one.id, "老周", "周明")
    desk.library.speakers.set(other.id, 0, 3, "刘硯")
    return desk.library, one, other


def test_the_names_of_a_library(two: tuple[Library, Document, Document]) -> None:
    library, one, other = two
    assert library.speakers.names() == {"主持人": 2, "李华": 2, "周明": 1, "老秦": 1, "刘硯": 1}
    library.documents.remove(one.id)
    assert "周明" not in library.speakers.names()
    library.speakers.dismiss(other.id, "老秦")
    assert "老秦" not in library.speakers.names()


@pytest.mark.parametrize(
    ("written", "names"),
    [("周明", {"周明"}), ("刘砚", {"刘硯"}), ("李", {"李华"}), ("人", {"主持人"}), ("王五", set()), ("老周", set())],
)
def test_who_is_called_so(two: tuple[Library, Document, Document], written: str, names: set[str]) -> None:
    called = two[0].speakers.called(written)
    assert {name for found in called.values() for name in found} == names
    passages = two[0].speakers.passages_of(written)
    assert passages.keys() == called.keys()
    assert {each.name for found in passages.values() for each in found} == names


def test_another_process_reads_what_is_kept(desk: Desk) -> None:
    document = desk.add(TEXT)
    found = desk.library.speakers.found(document.id)
    with closing(Library.open(desk.path, write=False)) as reading:
        assert reading.speakers.of_document(document.id) == found
    assert desk.library.texts.find_derived(document.text_sha, speeches_module.KEPT) == packed(found)


def test_excerpts_by_speaker(two: tuple[Library, Document, Document]) -> None:
    library, one, other = two
    for document in (one, other):
        for words in ("两点", "补充", "桥头"):
            at = TEXT.index(words)
            library.highlights.add(document.id, at, at + 2)
    query = ExcerptQuery(speakers=("周明", "刘硯"))
    found = library.excerpts.of_highlights(library.retrieval.find(query))
    assert [(each.document.id, each.speaker) for each in found] == [(one.id, "周明"), (other.id, "刘硯")]
    assert library.retrieval.count(query) == 2
    assert query_from_json(query_to_json(query)) == query
    library.speakers.dismiss(one.id, "周明")
    assert library.retrieval.count(query) == 1
