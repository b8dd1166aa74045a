"""Small facts outside the journal."""

import pytest

from library.errors import ReadOnly
from library.library import Library
from tests.library.conftest import Desk


@pytest.mark.parametrize("value", ["", "𠮷😀e\u0301\r\n", "x" * 100_000, '{"a": 1}'])
def test_a_fact_is_kept_and_leaves_no_step(desk: Desk, value: str) -> None:
    assert desk.library.state.get("布局") is None
    desk.library.state.set("布局", "old")
    desk.library.state.set("布局", value)
    assert desk.library.revision == 0
    assert desk.reopen().state.get("布局") == value
    assert desk.library.journal.undoable() is None


def test_a_reader_keeps_nothing(desk: Desk) -> None:
    reader = Library.open(desk.path, write=False)
    with pytest.raises(ReadOnly):
        reader.state.set("a", "b")
    reader.close()
    assert desk.library.state.get("a") is None
