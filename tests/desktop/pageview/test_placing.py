"""Where pages stand: below one another, fitted or enlarged, their sizes known at once or by and by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF

from desktop.pageview.placing import FIT_PAGE, FIT_WIDTH, GAP, LEAST, MOST, Placing, Spot

A4 = 595.0, 842.0
sizes = st.tuples(st.floats(1, 14_400), st.floats(1, 14_400))


def placed(count: int, zoom: str = FIT_WIDTH, room: QSizeF | None = None) -> Placing:
    placing = Placing(count, A4, 96)
    placing.set_room(room or QSizeF(600, 800), zoom)
    return placing


def test_a_fitted_page_is_as_wide_as_the_window_lets_it() -> None:
    rect = placed(3).rect(1)
    assert rect.width() == pytest.approx(600 - 2 * GAP)
    assert rect.height() == pytest.approx(rect.width() * 842 / 595)
    assert rect.top() == pytest.approx(2 * GAP + rect.height())


def test_a_whole_page_fits_into_the_window() -> None:
    rect = placed(3, FIT_PAGE).rect(0)
    assert rect.height() == pytest.approx(800 - 2 * GAP)
    assert rect.center().x() == pytest.approx(300)


def test_a_factor_is_that_of_the_size_on_paper() -> None:
    placing = placed(2, "1.5")
    assert placing.rect(0).width() == pytest.approx(595 * 1.5 * 96 / 72)
    assert placing.rect(0).left() == GAP
    assert placing.width == pytest.approx(placing.rect(0).width() + 2 * GAP)


@given(st.lists(sizes, min_size=1, max_size=30), st.data())
def test_what_stands_at_a_height_is_found_there_again(found: list[tuple[float, float]], data: st.DataObject) -> None:
    placing = placed(len(found))
    placing.set_sizes(0, found)
    y = data.draw(st.floats(GAP, placing.height - 1))
    assert placing.y(placing.spot(y)) == pytest.approx(y, abs=0.01)
    page = placing.page_at(y)
    assert placing.rect(page).top() <= y
    assert page + 1 == len(found) or y < placing.rect(page + 1).top()
    assert all(LEAST <= placing.factor(page) <= MOST for page in range(len(found)))


def test_pages_in_sight_are_those_between_two_heights() -> None:
    placing = placed(1000)
    high = placing.rect(0).height() + GAP
    assert placing.pages(0, 10) == range(1)
    assert placing.pages(high * 499.5, high * 501.5) == range(499, 502)
    assert placing.pages(placing.height, placing.height + 99) == range(999, 1000)


def test_sizes_that_become_known_move_what_is_below() -> None:
    placing = placed(3)
    assert not placing.set_sizes(0, [A4, A4])
    before = placing.rect(2).top()
    assert placing.set_sizes(1, [(842, 595)])
    assert placing.rect(2).top() < before
    assert placing.rect(1).width() == pytest.approx(placing.rect(0).width())


def test_no_pages_at_all() -> None:
    placing = placed(0)
    assert list(placing.pages(0, 100)) == []
    assert placing.height == GAP


def test_a_spot_beyond_the_last_page_is_on_it() -> None:
    placing = placed(2)
    assert placing.y(Spot(9, 0)) == placing.rect(1).top()
