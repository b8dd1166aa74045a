"""Work done a part at a time: the first at once, the rest between events, given up when something else is wanted."""

from collections.abc import Iterator

from pytestqt.qtbot import QtBot

from desktop.slices import Slices


def counting(done: list[int], parts: int) -> Iterator[None]:
    for part in range(parts):
        if part:
            yield
        done.append(part)


def test_what_has_one_part_is_done_at_once(qtbot: QtBot) -> None:
    slices, done = Slices(), list[int]()
    with qtbot.waitSignal(slices.finished, timeout=0):
        slices.run(counting(done, 1))
    assert (done, slices.running) == ([0], False)


def test_the_rest_is_done_between_events(qtbot: QtBot) -> None:
    slices, done = Slices(), list[int]()
    with qtbot.waitSignal(slices.finished):
        slices.run(counting(done, 40))
        assert (done, slices.running) == ([0], True)
    assert done == list(range(40))


def test_what_was_being_done_is_given_up(qtbot: QtBot) -> None:
    slices, done, other = Slices(), list[int](), list[int]()
    slices.run(counting(done, 40))
    with qtbot.waitSignal(slices.finished):
        slices.run(counting(other, 3))
    assert (done, other) == ([0], [0, 1, 2])
    slices.run(counting(done, 2))
    slices.stop()
    assert not slices.running
