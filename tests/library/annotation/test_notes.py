"""Notes: one on a target, written, continued and emptied."""

import pytest

from library.errors import NotFound
from library.models import NoteTarget
from tests.library.conftest import Desk, prove, refuse

AWKWARD = ["𠮷😀 e\u0301 👨‍👩‍👧", "a\r\nb", "# 题\n\n<script>", " x ", "{name}", "x" * 100_000, "\x00"]


def targets(desk: Desk) -> dict[NoteTarget, str]:
    (highlight,) = desk.mark((0, 3), tags=("主题",))
    tag = desk.library.tags.all()[0]
    collection = desk.library.collections.add("简报")
    return {
        "highlight": highlight.id,
        "document": highlight.document_id,
        "tag": tag.id,
        "collection": collection.id,
    }


def test_writing_on_every_kind_of_target(desk: Desk) -> None:
    for kind, target_id in targets(desk).items():
        assert desk.library.notes.find(kind, target_id) is None
        prove(
            desk,
            lambda library, kind=kind, target_id=target_id: library.notes.write(kind, target_id, "批"),
            "Write note",
        )
        note = desk.library.notes.find(kind, target_id)
        assert note is not None
        assert (note.text, note.target_kind, note.target_id) == ("批", kind, target_id)
        prove(
            desk,
            lambda library, kind=kind, target_id=target_id: library.notes.append(kind, target_id, "再批"),
            "Write note",
        )
        changed = desk.library.notes.find(kind, target_id)
        assert changed is not None
        assert (changed.text, changed.id, changed.created) == ("批\n\n再批", note.id, note.created)
        prove(
            desk,
            lambda library, kind=kind, target_id=target_id: library.notes.write(kind, target_id, " \n"),
            "Write note",
        )
        assert desk.library.notes.find(kind, target_id) is None


@pytest.mark.parametrize("text", AWKWARD)
def test_a_text_is_kept_as_it_was_written(desk: Desk, text: str) -> None:
    document = desk.add()
    written = desk.library.notes.write("document", document.id, text)
    assert written is not None
    assert desk.reopen().notes.find("document", document.id) == written
    assert written.text == text


def test_half_a_character_does_not_lose_the_rest(desk: Desk) -> None:
    document = desk.add()
    note = desk.library.notes.write("document", document.id, "前\ud842后\ud83d\ude00")
    assert note is not None
    assert note.text == "前\ufffd后😀"


def test_a_target_that_is_gone_is_refused(desk: Desk) -> None:
    for kind, target_id in targets(desk).items():
        refuse(desk, NotFound, lambda library, kind=kind: library.notes.write(kind, "nowhere", "批"))
        other: NoteTarget = "document" if kind == "tag" else "tag"
        refuse(
            desk,
            NotFound,
            lambda library, other=other, target_id=target_id: library.notes.append(other, target_id, "批"),
        )
        assert desk.library.notes.write(kind, "nowhere", "") is None


def test_the_same_text_again_is_no_step(desk: Desk) -> None:
    document = desk.add()
    note = desk.library.notes.write("document", document.id, "批")
    revision = desk.library.revision
    assert desk.library.notes.write("document", document.id, "批") == note
    assert desk.library.notes.append("document", document.id, " \n ") == note
    assert desk.library.revision == revision


def test_the_notes_of_a_document_are_those_on_its_highlights(desk: Desk) -> None:
    first, second, third = desk.mark((0, 1), (1, 2), (2, 3))
    other = desk.add("别的", "别的")
    elsewhere = desk.library.highlights.add(other.id, 0, 1, note="别处")
    for highlight, text in ((first, "一"), (third, "三")):
        desk.library.notes.write("highlight", highlight.id, text)
    desk.library.notes.write("document", first.document_id, "文")
    found = desk.library.notes.of_highlights(first.document_id)
    assert {key: note.text for key, note in found.items()} == {first.id: "一", third.id: "三"}
    assert second.id not in found
    assert set(desk.library.notes.of_highlights(other.id)) == {elsewhere.id}
