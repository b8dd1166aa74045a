"""Own words in texts, and segmentation that obeys them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.chinese.ownwords import OwnWords
from library.chinese.segmentation import word_at, words

CHARACTERS = st.text(st.sampled_from("界别委员工作站人a 𠮷😀\u0301，\n"), max_size=30)


@pytest.mark.parametrize(
    ("own", "text", "cut"),
    [
        (["委员工作站"], "新的委员工作站。", ["新", "的", "委员工作站", "。"]),
        (["委员工作站", "工作站"], "委员工作站和工作站", ["委员工作站", "和", "工作站"]),
        (["委员工作站"], "委員工作站", ["委員工作站"]),
        (["𠮷野家", "😀a"], "去𠮷野家😀a了", ["去", "𠮷野家", "😀a", "了"]),
        ([], "", []),
    ],
)
def test_own_words_are_whole(own: list[str], text: str, cut: list[str]) -> None:
    assert [text[start:end] for start, end in words(text, OwnWords(own))] == cut


def test_a_place_is_in_the_own_word() -> None:
    text = "区里的委员工作站开了门"
    at = text.index("作")
    assert text[slice(*word_at(text, at, OwnWords(["委员工作站"])))] == "委员工作站"
    assert text[slice(*word_at(text, at))] == "工作站"


@given(st.lists(CHARACTERS.filter(str.strip), max_size=5), CHARACTERS)
def test_words_cover_the_text_whatever_is_own(own: list[str], text: str) -> None:
    spans = words(text, OwnWords(own))
    assert "".join(text[start:end] for start, end in spans) == text
    found = OwnWords(own).spans(text)
    assert set(found) <= set(spans)
    assert all(earlier[1] <= later[0] for earlier, later in pairwise(found))
