from hypothesis import given
from hypothesis import strategies as st

from desktop.reader.offsets import Offsets

TEXTS = st.text(alphabet=st.sampled_from("a好𠮷😀e\u0301葛\U000e0100\r\n，"), max_size=60)


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_every_position_maps_to_its_utf16_unit_and_back(text: str) -> None:
    offsets = Offsets(text)
    for position in range(len(text) + 1):
        unit = offsets.to_utf16(position)
        assert unit == utf16_length(text[:position])
        assert offsets.from_utf16(unit) == position


def test_a_unit_inside_a_surrogate_pair_counts_as_its_end() -> None:
    assert Offsets("𠮷a").from_utf16(1) == 1


def test_without_astral_characters_both_counts_agree() -> None:
    for text in ("好 é", ""):
        assert [Offsets(text).to_utf16(position) for position in range(len(text) + 1)] == list(range(len(text) + 1))
    assert Offsets("好😀").to_utf16(2) == 3
