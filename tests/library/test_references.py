"""References in Markdown and the parts of memos."""

from hypothesis import given
from hypothesis import strategies as st

from library.models import new_id
from library.references import (
    excerpt_line,
    parts,
    reference,
    references,
    with_excerpts,
    with_part_moved,
    with_part_removed,
)

IDS = [new_id() for _ in range(4)]
PROSE = st.text("甲𠮷😀é\n #[]!|-e\u0301", max_size=12)


def test_a_reference_is_found_where_it_stands() -> None:
    text = f"𠮷😀见 {reference('document', IDS[0], '县志 · 第 3 段')}，又 {reference('memo', IDS[1], '')}。"
    first, second = references(text)
    assert (first.kind, first.id, first.words) == ("document", IDS[0], "县志 · 第 3 段")
    assert text[first.start : first.end] == f"[[document:{IDS[0]}|县志 · 第 3 段]]"
    assert (second.kind, second.id, second.words) == ("memo", IDS[1], "")


def test_words_cannot_end_their_reference() -> None:
    (found,) = references(reference("highlight", IDS[0], "a]]b|[[c\n\nd"))
    assert (found.id, found.words) == (IDS[0], "a b c d")


def test_what_is_no_reference() -> None:
    for text in ("[[县志]]", "[[document:12]]", f"[[heading:{IDS[0]}]]", excerpt_line(IDS[0]), f"[document:{IDS[0]}]"):
        assert references(text) == []


@given(st.lists(PROSE | st.sampled_from(IDS)))
def test_parts_are_the_text_in_order(pieces: list[str]) -> None:
    text = "\n\n".join(excerpt_line(piece) if piece in IDS else piece for piece in pieces)
    found = parts(text)
    assert [part.highlight_id for part in found if part.highlight_id] == [piece for piece in pieces if piece in IDS]
    assert all(text[part.start : part.end] == part.text for part in found)
    assert "".join("".join(part.text for part in found).split()) == "".join(text.split())
    assert [part.start for part in found] == sorted(part.start for part in found)


def test_excerpts_go_behind_the_part_with_the_caret_or_to_the_end() -> None:
    text = f"一\n\n{excerpt_line(IDS[0])}\n\n二\n"
    assert [part.highlight_id for part in parts(with_excerpts(text, [IDS[1], IDS[2]]))] == [
        None,
        IDS[0],
        None,
        *IDS[1:3],
    ]
    assert [part.highlight_id for part in parts(with_excerpts(text, [IDS[1]], 0))] == [None, IDS[1], IDS[0], None]
    assert [part.highlight_id for part in parts(with_excerpts(text, [IDS[1]], 10_000))] == [None, IDS[0], None, IDS[1]]
    assert with_excerpts("", [IDS[0]]) == excerpt_line(IDS[0]) + "\n"


def test_moving_a_part_stops_at_the_ends() -> None:
    text = with_excerpts("", IDS)
    order = [IDS[1], IDS[2], IDS[0], IDS[3]]
    assert [part.highlight_id for part in parts(with_part_moved(text, 0, 2))] == order
    assert with_part_moved(text, 0, -5) == text
    assert with_part_moved(text, 3, 5) == text


def test_removing_the_only_part_leaves_nothing() -> None:
    assert with_part_removed(excerpt_line(IDS[0]), 0) == ""
