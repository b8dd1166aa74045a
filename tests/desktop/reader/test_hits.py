from hypothesis import given
from hypothesis import strategies as st

from desktop.reader.hits import Hits


def hits_of(*pairs: tuple[int, int]) -> Hits:
    hits = Hits()
    hits.extend(pairs)
    return hits


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), max_size=20), st.integers(0, 200), st.integers(1, 50))
def test_touching_finds_what_a_walk_over_all_finds(steps: list[tuple[int, int]], start: int, length: int) -> None:
    pairs: list[tuple[int, int]] = []
    place = 0
    for gap, size in steps:
        pairs.append((place + gap, place + gap + size))
        place += gap + size
    end = start + length
    found = [hits_of(*pairs)[index] for index in hits_of(*pairs).touching(start, end)]
    assert found == [pair for pair in pairs if pair[0] < end and pair[1] > start]


def test_following_goes_round_at_the_end() -> None:
    hits = hits_of((2, 4), (8, 9))
    assert [hits.following(place) for place in (0, 2, 3, 9)] == [0, 0, 1, 0]
    assert Hits().following(0) is None


def test_first_in_gives_the_first_of_each_stretch() -> None:
    assert hits_of((2, 4), (3 + 2, 6), (8, 9)).first_in([0, 5, 8, 10, 20]) == [2, 5, 8, None]


def test_replacing_forgets_what_was_held() -> None:
    hits = hits_of((1, 2))
    hits.replace([(5, 6)])
    assert len(hits) == 1
    assert hits[0] == (5, 6)
