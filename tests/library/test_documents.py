"""Documents: added once, described, found by name, binned, erased and brought back."""

from dataclasses import replace

import pytest

from library.describing import TITLE_LENGTH
from library.errors import Ambiguous, InvalidName, NotFound, StorageFailed
from library.models import Draft, PreparedDraft
from tests.library.conftest import TEXT, Desk, prove, refuse


def prepared(desk: Desk, text: str, title: str = "题") -> PreparedDraft:
    draft = Draft(text, title, "text", "gb18030", author=" 张\n三 ", date="2018", language="zh")
    original = text.encode("gb18030", "replace")
    sha = desk.library.texts.add_original(original, f"{title}.txt")
    return PreparedDraft(draft, desk.library.texts.add_text(text), sha, f"{title}.txt", f"/data/{title}.txt")


def test_adding_documents(desk: Desk) -> None:
    drafts = [prepared(desk, TEXT), prepared(desk, ""), prepared(desk, "𠮷😀e\u0301\n")]
    prove(desk, lambda library: library.documents.add_drafts(drafts), "Import 3 documents")
    first, empty, astral = desk.library.documents.all()
    assert (first.author, first.date, first.language, first.encoding) == ("张 三", "2018", "zh", "gb18030")
    assert (first.original_name, first.source, first.format) == ("题.txt", "/data/题.txt", "text")
    assert (first.length, empty.length, astral.length) == (len(TEXT), 0, 5)
    text = desk.library.documents.text(astral.id)
    assert text.text() == "𠮷😀e\u0301\n"
    text.close()


def test_a_batch_keeps_its_order(desk: Desk) -> None:
    titles = [f"第{number}期" for number in range(200)]
    desk.add_many(*((title, title) for title in titles))
    assert [document.title for document in desk.reopen().documents.all()] == titles


def test_the_same_text_is_not_added_again(desk: Desk) -> None:
    document = desk.add()
    history = desk.library.journal.history()
    again = desk.library.documents.add_drafts([prepared(desk, TEXT, "另一个名字")])
    assert again == [(document, False)]
    assert desk.library.journal.history() == history


def test_the_same_text_twice_in_one_batch_is_one_document(desk: Desk) -> None:
    drafts = [prepared(desk, TEXT, "甲"), prepared(desk, TEXT, "乙")]
    (first, is_new), (second, is_new_again) = desk.library.documents.add_drafts(drafts)
    assert (first, is_new, is_new_again) == (second, True, False)
    assert desk.library.documents.all() == [first]


def test_texts_that_share_a_file_are_each_added(desk: Desk) -> None:
    parts = [replace(prepared(desk, text), original_sha="f" * 64, alone=False) for text in ("一", "二")]
    assert [is_new for _, is_new in desk.library.documents.add_drafts(parts)] == [True, True]
    alone = [replace(part, alone=True, text_sha=f"{part.text_sha[::-1]}") for part in parts]
    assert [is_new for _, is_new in desk.library.documents.add_drafts(alone)] == [False, False]


def test_a_text_in_the_bin_comes_back_with_its_marks(desk: Desk) -> None:
    document = desk.add()
    (highlight,) = desk.mark((0, 3))
    collection = desk.library.collections.add("简报")
    desk.library.documents.remove(document.id)
    draft = prepared(desk, TEXT)
    prove(desk, lambda library: library.documents.add_drafts([draft], collection.id), "Import document")
    assert desk.library.documents.all() == [document]
    assert desk.library.highlights.of_document(document.id) == [highlight]
    assert desk.library.collections.documents(collection.id) == [document]


def test_adding_into_a_collection_goes_behind_what_is_there(desk: Desk) -> None:
    collection = desk.library.collections.add("简报")
    drafts = [prepared(desk, name, name) for name in ("甲", "乙", "丙")]
    desk.library.documents.add_drafts(drafts[:2], collection.id)
    desk.library.documents.add_drafts([drafts[2], drafts[0]], collection.id)
    assert [document.title for document in desk.library.collections.documents(collection.id)] == ["甲", "乙", "丙"]


def test_an_unknown_collection_refuses_the_whole_batch(desk: Desk) -> None:
    drafts = [prepared(desk, TEXT)]
    refuse(desk, NotFound, lambda library: library.documents.add_drafts(drafts, "nowhere"))


def test_names_that_utf8_cannot_hold_are_stored_readable(desk: Desk) -> None:
    sha = desk.library.texts.add_text("x")
    broken = PreparedDraft(Draft("x", "文\udce4", "text", author="\ud842\udfb7"), sha, "", "\udcff.txt", "/tmp/\udcff")
    ((document, _),) = desk.library.documents.add_drafts([broken])
    assert document.title == "文\ufffd"
    assert document.author == "𠮷"
    assert document.source == "/tmp/\ufffd"
    assert desk.reopen().documents.get(document.id) == document


def test_renaming(desk: Desk) -> None:
    document = desk.add()
    name = "<b>𠮷</b> 😀"
    label = f"Rename “{document.title}” to “{name}”"
    prove(desk, lambda library: library.documents.rename(document.id, "<b>𠮷</b>\r\n 😀"), label)
    assert desk.library.documents.get(document.id).title == "<b>𠮷</b> 😀"
    desk.library.documents.rename(document.id, "题" * 1000)
    assert desk.library.documents.get(document.id).title == "题" * TITLE_LENGTH


@pytest.mark.parametrize("title", ["", "  ", "\n\u3000\t"])
def test_an_empty_title_is_refused(desk: Desk, title: str) -> None:
    document = desk.add()
    refuse(desk, InvalidName, lambda library: library.documents.rename(document.id, title))


def test_one_unknown_document_leaves_all_as_they_were(desk: Desk) -> None:
    document = desk.add()
    refuse(desk, NotFound, lambda library: library.documents.remove(document.id, "nowhere"))
    refuse(desk, NotFound, lambda library: library.fields.describe([document.id, "nowhere"], author="甲"))
    refuse(desk, NotFound, lambda library: library.documents.get("nowhere"))


def test_removing_and_restoring(desk: Desk) -> None:
    first, second = desk.add_many(("甲", "1"), ("乙", "2"))
    prove(desk, lambda library: library.documents.remove(first.id, second.id), "Remove 2 documents")
    assert desk.library.documents.all() == []
    assert [document.id for document in desk.library.documents.all(removed=True)] == [first.id, second.id]
    prove(desk, lambda library: library.documents.restore(second.id), "Restore document")
    assert desk.library.documents.all() == [second]


def test_erasing_takes_everything_of_a_document_and_nothing_else(desk: Desk) -> None:
    document, other = desk.add_many(("甲", TEXT), ("乙", TEXT * 2))
    library = desk.library
    collection = library.collections.add("简报")
    library.collections.place(collection.id, [document.id, other.id])
    library.highlights.add(document.id, 0, 3, tags=["主题/协商"], note="批")
    kept = library.highlights.add(other.id, 0, 3, tags=["主题/协商"], note="留")
    library.notes.write("document", document.id, "文")
    library.notes.write("document", other.id, "留")
    changes = prove(desk, lambda library: library.documents.erase(document.id), "Delete document")
    assert changes.touches("document", "highlight", "tagging", "note", "placement")
    assert desk.library.documents.all() == [other]
    assert desk.library.highlights.all() == [kept]
    assert {row[3] for row in desk.table("note")} == {"留"}
    desk.library.undo()
    text = desk.library.documents.text(document.id)
    assert text.text() == TEXT
    text.close()


def test_mark_counts(desk: Desk) -> None:
    document = desk.add()
    desk.add("无", "无")
    desk.mark((0, 1), (0, 2), (3, 5))
    assert desk.library.documents.mark_counts() == {document.id: 3}


def test_resolving_a_name(desk: Desk) -> None:
    first, second, third = desk.add_many(("简报 第2期", "1"), ("简报 第12期", "2"), ("简报", "3"))
    binned = desk.add("4", "会议记录 Minutes")
    resolve = desk.library.documents.resolve
    assert resolve(first.id) == first
    assert resolve("第12期") == second
    assert resolve("简报") == third
    assert resolve("MINUTES") == binned
    with pytest.raises(Ambiguous, match="第2期; 简报 第12期"):
        resolve("期")
    for name in ("", "没有", "\udcff", "%", "_", "'; DROP TABLE document"):
        with pytest.raises(NotFound):
            resolve(name)
    desk.library.documents.remove(binned.id)
    with pytest.raises(NotFound):
        resolve("Minutes")


def test_a_missing_text_says_so(desk: Desk) -> None:
    document = desk.add()
    desk.library.texts.text_path(document.text_sha).unlink()
    with pytest.raises(NotFound, match="missing"):
        desk.library.documents.text(document.id)
    refuse(desk, NotFound, lambda library: library.highlights.add(document.id, 0, 1))


def test_a_text_without_room_adds_no_document(desk: Desk) -> None:
    texts = desk.path / "texts"
    texts.rmdir()
    texts.write_bytes(b"in the way")
    with pytest.raises(StorageFailed, match="could not be written"):
        desk.add()
    assert desk.library.documents.all() == []


@pytest.mark.parametrize(
    ("title", "told", "text", "language"),
    [
        ("crlf", "", "𠮷祥里的居民把意见写在墙上。", "chinese"),
        ("crlf", "en", "𠮷祥里的居民把意见写在墙上。", "other"),
        ("规则", "", "Rules in use.", "chinese"),
        ("crlf", "", "", "other"),
    ],
)
def test_a_text_is_asked_for_its_language(desk: Desk, title: str, told: str, text: str, language: str) -> None:
    document = replace(desk.add(text, title), language=told)
    assert desk.library.documents.language(document) == language


def test_a_text_that_is_missing_has_no_language(desk: Desk) -> None:
    document = desk.add("𠮷祥里的居民", "crlf")
    desk.library.texts.text_path(document.text_sha).unlink()
    assert desk.library.documents.language(document) == "other"
