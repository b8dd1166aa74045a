import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.reader.document import ReaderDocument
from desktop.reader.graphemes import grapheme_end, grapheme_start, next_grapheme, previous_grapheme
from tests.desktop.reader.conftest import OpenText

GRAPHEMES = [
    "a", "好", "𠮷", "😀", "👍🏽", "e\u0301", "👨‍👩‍👧", "葛\U000e0100", "\n", "🇨🇳", "각", "שׁ", "بّ", "नि", "กำ", "\t",
]  # fmt: skip


def document_of(read: OpenText, text: str) -> ReaderDocument:
    return ReaderDocument(read(text), title="", format="text")


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.sampled_from(GRAPHEMES), max_size=25))
def test_steps_go_by_whole_graphemes_there_and_back(read: OpenText, parts: list[str]) -> None:
    document = document_of(read, "".join(parts))
    position, visited = 0, [0]
    for part in parts:
        position = next_grapheme(document, position)
        visited.append(visited[-1] + len(part))
        assert position == visited[-1]
        assert {grapheme_start(document, at) for at in range(visited[-2], visited[-1])} == {visited[-2]}
        assert {grapheme_end(document, at + 1) for at in range(visited[-2], visited[-1])} == {visited[-1]}
    assert next_grapheme(document, position) == position
    assert grapheme_start(document, position) == grapheme_end(document, position + 1) == position
    for place in reversed(visited[:-1]):
        position = previous_grapheme(document, position)
        assert position == place
    assert previous_grapheme(document, 0) == 0


@pytest.mark.parametrize(("position", "start"), [(-5, 0), (0, 0), (3, 3), (4, 3), (99, 6)])
def test_a_place_is_drawn_into_the_text_and_to_the_start_of_its_grapheme(
    read: OpenText, position: int, start: int
) -> None:
    assert grapheme_start(document_of(read, "好𠮷\ne\u0301好"), position) == start
