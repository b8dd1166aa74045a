"""The line of places: scrolling replaces, a jump adds, jumps that follow at once are one."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.history import LONGEST, History, Spot


def spot(place: int, document_id: str = "甲") -> Spot:
    return Spot(document_id, place, place + 1)


def test_a_jump_leads_back_to_the_place_that_was_scrolled_to() -> None:
    history = History()
    history.jump(None, spot(0), 0)
    history.jump(spot(30), spot(500), 10)
    assert history.previous == spot(30)
    assert history.back(spot(510)) == spot(30)
    assert history.following == spot(510)
    assert history.forward(spot(31)) == spot(510)
    assert history.previous == spot(31)


def test_jumps_within_two_seconds_are_one() -> None:
    history = History()
    history.jump(spot(0), spot(100), 10)
    history.jump(spot(100), spot(200), 11.5)
    history.jump(spot(200), spot(300), 13)
    assert history.back(spot(300)) == spot(0)
    assert history.previous is None


def test_jumps_that_lead_back_at_once_leave_no_trace() -> None:
    history = History()
    history.jump(None, spot(0), 0)
    assert history.jump(spot(5), spot(100, "乙"), 10)
    assert not history.jump(spot(100, "乙"), spot(5), 11)
    assert (history.previous, history.following) == (None, None)
    assert history.jump(spot(5), spot(300), 20)
    assert history.previous == spot(5)


def test_a_jump_after_two_seconds_is_another() -> None:
    history = History()
    history.jump(spot(0), spot(100), 10)
    history.jump(spot(100), spot(200), 12)
    assert history.back(spot(200)) == spot(100)


def test_the_first_document_is_no_jump_that_the_next_could_join() -> None:
    history = History()
    history.jump(None, spot(0), 10)
    history.jump(spot(3), spot(100), 10.5)
    assert history.previous == spot(3)


def test_a_jump_right_after_going_back_keeps_the_place_gone_back_to() -> None:
    history = History()
    history.jump(spot(0), spot(100), 10)
    assert history.back(spot(100)) == spot(0)
    history.jump(spot(0), spot(700), 11)
    assert history.previous == spot(0)
    assert history.following is None


def test_after_a_document_was_closed_the_way_back_leads_to_it() -> None:
    history = History()
    history.jump(spot(0), spot(100, "乙"), 10)
    history.jump(None, spot(5, "丙"), 20)
    assert history.previous == spot(100, "乙")


def test_spots_in_documents_that_are_gone_are_forgotten() -> None:
    history = History()
    for at, name in enumerate("甲乙丙"):
        history.jump(spot(at, name), spot(at, "甲乙丙丁"[at + 1]), at * 10)
    history.retain({"甲", "丙"})
    assert history.back(None) == spot(0, "甲")
    assert history.back(None) is None
    assert history.forward(None) == spot(2, "丙")


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["jump", "soon", "back", "forward"]))))
def test_going_back_to_the_beginning_and_forward_again_passes_every_place(steps: list[tuple[int, str]]) -> None:
    history, here, at = History(), spot(0), 0.0
    for place, step in steps:
        if step in ("jump", "soon"):
            at += 5 if step == "jump" else 1
            history.jump(here, spot(place), at)
            here = spot(place)
        else:
            here = (history.back(here) if step == "back" else history.forward(here)) or here
    backward = [here]
    while (found := history.back(backward[-1])) is not None:
        backward.append(found)
    forward = [backward[-1]]
    for _ in backward[1:]:
        found = history.forward(forward[-1])
        assert found is not None
        forward.append(found)
    assert forward == backward[::-1]


def test_the_line_does_not_grow_without_end() -> None:
    history = History()
    for at in range(LONGEST * 2):
        history.jump(spot(at), spot(at + 1), at * 10)
    count = 0
    while history.back(None) is not None:
        count += 1
    assert count < LONGEST
