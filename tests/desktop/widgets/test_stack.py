"""Rows of different heights, against a plain list of them."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.widgets.stack import EvenStack, Stack

heights = st.lists(st.integers(1, 50), max_size=30)


def expected_row(rows: list[int], y: int) -> int | None:
    top = 0
    for row, height in enumerate(rows):
        if top <= y < top + height:
            return row
        top += height
    return None


@given(heights, st.data())
def test_it_agrees_with_a_plain_list_through_all_changes(rows: list[int], data: st.DataObject) -> None:
    stack = Stack()
    stack.reset(rows)
    rows = list(rows)
    for verb in data.draw(st.lists(st.sampled_from(["insert", "remove", "put"]), max_size=5)):
        if verb == "insert":
            at, more = data.draw(st.integers(0, len(rows))), data.draw(heights)
            stack.insert(at, more)
            rows[at:at] = more
        elif rows:
            at = data.draw(st.integers(0, len(rows) - 1))
            if verb == "remove":
                last = data.draw(st.integers(at, len(rows) - 1))
                stack.remove(at, last)
                del rows[at : last + 1]
            else:
                height = data.draw(st.integers(1, 50))
                assert stack.put(at, height) == height - rows[at]
                rows[at] = height
        assert (len(stack), stack.total) == (len(rows), sum(rows))
        assert [stack.top(row) for row in range(len(rows))] == [sum(rows[:row]) for row in range(len(rows))]
        for y in data.draw(st.lists(st.integers(-5, sum(rows) + 5), max_size=5)):
            assert stack.row_at(y) == expected_row(rows, y)


@given(st.integers(1, 40), st.integers(0, 30), st.integers(0, 30), st.integers(-5, 2000))
def test_even_rows_stand_where_rows_of_that_height_do(height: int, count: int, more: int, y: int) -> None:
    even, stack = EvenStack(height), Stack()
    for rows in (even, stack):
        rows.reset([height] * count)
        rows.insert(count // 2, [height] * more)
        if count + more > 1:
            rows.remove(0, 1)
    assert (len(even), even.total, even.row_at(y)) == (len(stack), stack.total, stack.row_at(y))
    for row in range(len(stack)):
        assert (even.top(row), even.height(row)) == (stack.top(row), stack.height(row))
        assert even.put(row, height) == 0
