"""A memo's page stands for its text, however it is cut into prose and excerpts."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.memos.shape import Shape
from library.models import new_id
from library.references import excerpt_line, parts

PROSE = st.text(alphabet="a中𠮷😀\u0301 \n*-#[]!", max_size=30)
IDS = [new_id() for _ in range(3)]


@given(st.lists(st.one_of(PROSE, st.sampled_from(IDS)), max_size=8))
def test_a_page_keeps_the_parts_of_the_text(pieces: list[str]) -> None:
    text = "\n\n".join(excerpt_line(piece) if piece in IDS else piece for piece in pieces)
    shape = Shape.of(text)
    assert len(shape.prose) == len(shape.highlight_ids) + 1
    assert [(part.text.strip(), part.highlight_id) for part in parts(shape.text)] == [
        (part.text.strip(), part.highlight_id) for part in parts(text)
    ]
    assert Shape.of(shape.text) == shape
    held = parts(shape.text)
    for index, highlight_id in enumerate(shape.highlight_ids):
        assert held[shape.part_of_excerpt(index)].highlight_id == highlight_id
    for index, prose in enumerate(shape.prose):
        if prose.strip():
            assert held[shape.part_of_prose(index)].text == prose


def test_an_empty_memo_has_room_for_prose() -> None:
    assert Shape.of("") == Shape((), ("",))
    assert Shape.of("").text == ""
