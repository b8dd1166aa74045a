"""Placing notes: in order, without overlap, as near as can be."""

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.reader.marginnotes import GAP, needed, place, shares, spread

PITCH = 22


@st.composite
def stacks(draw: st.DrawFn) -> tuple[list[int], list[int], int, int]:
    """Return wanted tops in order, heights, and bounds between which they fit."""
    wanted = sorted(draw(st.lists(st.integers(0, 900), min_size=1, max_size=12)))
    heights = [PITCH * draw(st.integers(1, 6)) for _ in wanted]
    low = draw(st.integers(-50, wanted[0]))
    fits = low + sum(heights) + GAP * (len(heights) - 1)
    return wanted, heights, low, fits + draw(st.integers(0, 1000))


@given(stacks())
def test_notes_keep_their_order_and_never_overlap(stack: tuple[list[int], list[int], int, int]) -> None:
    wanted, heights, low, high = stack
    tops = place(wanted, heights, low, high)
    ends = [top + height for top, height in zip(tops, heights, strict=True)]
    assert all(end + GAP <= top for end, top in zip(ends, tops[1:], strict=False))
    assert low <= tops[0]
    assert ends[-1] <= high


@given(stacks())
def test_notes_with_room_stand_where_they_want_to(stack: tuple[list[int], list[int], int, int]) -> None:
    _, heights, low, _ = stack
    wanted = [low + index * (6 * PITCH + GAP) for index in range(len(heights))]
    assert place(wanted, heights, low, wanted[-1] + heights[-1]) == wanted


def distance(wanted: list[int], tops: list[int]) -> int:
    return sum((top - want) ** 2 for top, want in zip(tops, wanted, strict=True))


def every_way(heights: list[int], low: int, high: int) -> Iterator[list[int]]:
    """Yield all ways to stand between `low` and `high`."""
    if not heights:
        yield []
        return
    rest = sum(heights[1:]) + GAP * (len(heights) - 1)
    for top in range(low, high - heights[0] - rest + 1):
        for others in every_way(heights[1:], top + heights[0] + GAP, high):
            yield [top, *others]


@given(
    st.lists(st.integers(0, 30), min_size=1, max_size=3).map(sorted), st.lists(st.integers(1, 6), min_size=3),
    st.integers(0, 12), st.integers(-4, 4),
)  # fmt: skip
def test_no_other_way_to_stand_is_nearer(wanted: list[int], heights: list[int], free: int, low: int) -> None:
    heights = heights[: len(wanted)]
    high = low + sum(heights) + GAP * (len(heights) - 1) + free
    tops = place(wanted, heights, low, high)
    assert distance(wanted, tops) == min(distance(wanted, other) for other in every_way(heights, low, high))


def test_the_second_of_two_gives_way_downwards() -> None:
    assert place([100, 110], [44, 66], 100, 900) == [100, 100 + 44 + GAP]


def test_a_note_above_the_end_is_pushed_up_no_further_than_it_must() -> None:
    assert place([100, 400], [44, 66], 100, 420) == [100, 420 - 66]


@given(st.lists(st.integers(1, 6), min_size=1, max_size=10), st.integers(0, 1500))
def test_notes_fold_evenly_until_they_fit(lines: list[int], room: int) -> None:
    given_lines = shares(lines, 6, room, PITCH)
    assert all(1 <= share <= count for share, count in zip(given_lines, lines, strict=True))
    cut = [share for share, count in zip(given_lines, lines, strict=True) if share < count]
    assert len(set(cut)) <= 1
    assert needed(given_lines, PITCH) <= room or set(given_lines) == {1}
    if cut:
        more = [min(count, cut[0] + 1) for count in lines]
        assert needed(more, PITCH) > room


def test_the_chosen_note_is_folded_last() -> None:
    assert shares([6, 20, 3], 6, needed([6, 20, 3], PITCH), PITCH, 1) == [6, 20, 3]
    assert shares([6, 20, 3], 6, needed([2, 20, 2], PITCH), PITCH, 1) == [2, 20, 2]
    assert shares([6, 20, 3], 6, needed([1, 11, 1], PITCH), PITCH, 1) == [1, 11, 1]


@given(st.integers(1, 60), st.integers(0, 60))
def test_where_not_all_fit_as_many_as_do_are_spread_evenly(count: int, capacity: int) -> None:
    shown = spread(count, capacity)
    assert len(shown) == min(count, capacity)
    assert shown == sorted(set(shown))
    steps = [after - before for before, after in pairwise(shown)]
    assert not steps or max(steps) - min(steps) <= 1
    always = count - 1
    with_last = spread(count, capacity, always)
    assert len(with_last) == len(shown)
    assert always in with_last or capacity == 0
