"""What is made when it is first wanted: once, and told to those who wait for it."""

from desktop.late import Late


def test_it_is_made_once_when_it_is_asked_for() -> None:
    made: list[object] = []

    def make() -> object:
        made.append(object())
        return made[-1]

    late = Late(make)
    assert late.find() is None
    assert made == []
    first = late.get()
    assert late.get() is late.find() is first
    assert made == [first]


def test_those_who_wait_are_told_in_their_order_and_once() -> None:
    late, heard = Late(lambda: "page"), []
    late.when_made(lambda part: heard.append((1, part)))
    late.when_made(lambda part: heard.append((2, late.get())))
    assert heard == []
    late.get()
    late.get()
    assert heard == [(1, "page"), (2, "page")]
    late.when_made(lambda part: heard.append((3, part)))
    assert heard[2:] == [(3, "page")]
