from hypothesis import given
from hypothesis import strategies as st

from desktop.reader.hits import Hits


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), max_size=20), st.integers(0, 200), st.integers(1, 50))
def test_touching_finds_what_a_walk_over_all_finds(steps: list[tuple[int, int]], start: int, length: int) -> None:
    pairs: list[tuple[int, int]] = []
    place = 0
    for gap, size in steps:
        pairs.append((place + gap, place + gap + size))
        place += gap + size
    end = start + length
    found = [Hits(pairs)[index] for index in Hits(pairs).touching(start, end)]
    assert found == [pair for pair in pairs if pair[0] < end and pair[1] > start]


@given(st.lists(st.integers(0, 60), min_size=1, unique=True), st.integers(0, 60), st.integers(1, 7))
def test_batches_of_a_search_that_goes_round_come_into_order(places: list[int], begin: int, size: int) -> None:
    whole = sorted((2 * place, 2 * place + 1) for place in places)
    ahead, behind = [hit for hit in whole if hit[0] >= begin], [hit for hit in whole if hit[0] < begin]
    hits = Hits()
    for part in (ahead, behind):
        for first in range(0, len(part), size):
            hits.insert(Hits(part[first : first + size]))
    hits.insert(Hits())
    assert [hits[index] for index in range(len(hits))] == whole
    assert hits.before(begin) == len(behind)


def test_first_in_gives_the_first_of_each_stretch() -> None:
    assert Hits([(2, 4), (5, 6), (8, 9)]).first_in([0, 5, 8, 10, 20]) == [2, 5, 8, None]
