"""No syllable ever touches the next."""

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from desktop.reader.rubyroom import ruby_size
from desktop.reader.rubytype import RubyType, Syllable

WIDE = ["zhuāng", "shuāng", "chuǎng", "yì", "ā", "liàng", "xiōng", "nǚ"]


def extents(runs: RubyType, syllables: list[Syllable]) -> list[tuple[float, float]]:
    """Return where each syllable begins and ends, from the glyphs that would be drawn."""
    glyphs = sorted(
        (place.x(), place.x() + advance.x())
        for run in runs.runs(syllables, 10)
        for place, advance in zip(
            run.positions(), run.rawFont().advancesForGlyphIndexes(run.glyphIndexes()), strict=True
        )
    )
    ends = list(accumulate(len(syllable.text) for syllable in syllables))
    return [
        (glyphs[end - len(syllable.text)][0], glyphs[end - 1][1]) for end, syllable in zip(ends, syllables, strict=True)
    ]


def over(texts: list[str], distance: float) -> list[Syllable]:
    return [Syllable(text, 40 + distance * index) for index, text in enumerate(texts)]


@pytest.mark.parametrize("family", ["Noto Sans CJK SC", "DejaVu Sans"])
@pytest.mark.parametrize("em", [12, 19, 30, 60])
def test_wide_syllables_are_narrowed_until_they_are_apart(qapp: QApplication, family: str, em: int) -> None:
    made = RubyType(QFont(family), ruby_size(em), em)
    for distance in (em, 1.36 * em):
        found = extents(made, over(["zhuāng", "shuāng", "chuáng", "zhuǎng"], distance))
        assert all(right > left + 0.1 * ruby_size(em) for (_, left), (right, _) in pairwise(found))


@given(st.lists(st.tuples(st.sampled_from(WIDE), st.floats(19, 60)), min_size=1, max_size=12))
def test_syllables_stand_over_their_middles_and_never_touch(qapp: QApplication, line: list[tuple[str, float]]) -> None:
    middles = accumulate(distance for _, distance in line)
    syllables = [Syllable(text, middle) for (text, _), middle in zip(line, middles, strict=True)]
    found = extents(RubyType(QFont("Noto Sans CJK SC"), 9, 19), syllables)
    for (left, right), syllable in zip(found, syllables, strict=True):
        assert (left + right) / 2 == pytest.approx(syllable.middle, abs=0.01)
    assert all(before[1] < after[0] for before, after in pairwise(found))


def test_a_syllable_with_room_keeps_its_width(qapp: QApplication) -> None:
    made = RubyType(QFont("Noto Sans CJK SC"), 9, 19)
    alone = extents(made, over(["zhuāng"], 0))[0]
    beside = extents(made, over(["zhuāng", "shuāng"], 60))[0]
    crowded = extents(made, over(["zhuāng", "shuāng"], 26))[0]
    assert beside == alone
    assert crowded[1] - crowded[0] < alone[1] - alone[0]


def test_nothing_to_read_is_no_run(qapp: QApplication) -> None:
    assert RubyType(QFont("Noto Sans CJK SC"), 9, 19).runs([], 10) == []
