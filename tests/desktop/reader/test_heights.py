from array import array
from itertools import accumulate

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.reader.heights import GROUP, Heights


def heights_of(lengths: list[int]) -> Heights:
    starts = memoryview(array("q", accumulate((length + 1 for length in lengths), initial=0)))
    return Heights(starts, len(lengths), lambda length: 6 + length // 2, 0.5)


LENGTHS = st.lists(st.integers(0, 90), min_size=1, max_size=3 * GROUP)


@settings(max_examples=40)
@given(LENGTHS, st.data())
def test_measured_heights_add_up(lengths: list[int], data: st.DataObject) -> None:
    heights = heights_of(lengths)
    known = [6 + length // 2 for length in lengths]
    for _ in range(10):
        index = data.draw(st.integers(0, len(lengths) - 1))
        known[index] = data.draw(st.integers(1, 400))
        heights.set(index, known[index])
    assert heights.total == sum(known)
    for index in range(0, len(lengths), 17):
        assert heights.top(index) == sum(known[:index])
        assert heights.at(sum(known[:index])) == (index, 0)
        assert heights.at(sum(known[:index]) + known[index] - 1) == (index, known[index] - 1)


def test_outside_the_text_the_first_and_the_last_block_are_meant() -> None:
    heights = heights_of([10] * 300)
    assert heights.at(-5) == (0, 0)
    assert heights.at(10**9)[0] == 299


def test_groups_that_were_never_touched_are_guessed_well() -> None:
    lengths = [(index * 37) % 80 for index in range(60 * GROUP)]
    heights = heights_of(lengths)
    exact = sum(6 + length // 2 for length in lengths)
    assert abs(heights.total - exact) < exact * 0.05


def test_touching_a_group_corrects_its_guess_without_moving_those_before() -> None:
    lengths = [80] * (40 * GROUP) + [0] * (40 * GROUP)
    heights = heights_of(lengths)
    before = heights.top(10)
    heights.top(50 * GROUP)
    assert heights.top(10) == before


def test_the_positions_near_heights_grow_with_them() -> None:
    heights = heights_of([(index * 13) % 60 for index in range(5 * GROUP + 9)])
    top = heights.top(2 * GROUP + 7)
    places = heights.positions_near(range(-50, heights.total + 100, 97))
    assert places == sorted(places)
    assert (places[0], places[-1]) == (0, sum((index * 13) % 60 + 1 for index in range(5 * GROUP + 9)))
    assert heights.positions_near([top, top]) == [sum((index * 13) % 60 + 1 for index in range(2 * GROUP + 7))] * 2
