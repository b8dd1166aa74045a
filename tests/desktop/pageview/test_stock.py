"""The pages that are kept drawn: how many, in which size, and those that cannot be drawn."""

from PySide6.QtGui import QImage

from desktop.pageview.stock import Stock
from desktop.pageview.supply import Wanted


def image(width: int = 10, height: int = 10) -> QImage:
    return QImage(width, height, QImage.Format.Format_RGB32)


def test_a_page_in_another_size_stands_in_until_it_is_drawn_anew() -> None:
    stock = Stock()
    stock.put(Wanted(3, 10, 10), image())
    assert stock.has(Wanted(3, 10, 10))
    assert not stock.has(Wanted(3, 20, 20))
    assert stock.find(3) is not None


def test_what_was_shown_longest_ago_is_dropped_first() -> None:
    stock = Stock(room=3 * 400)
    for page in range(3):
        stock.put(Wanted(page, 10, 10), image())
    assert stock.find(0) is not None
    stock.put(Wanted(3, 10, 10), image())
    assert stock.find(1) is None
    assert [page for page in range(4) if stock.find(page) is not None] == [0, 2, 3]
    assert stock.size == 3 * 400


def test_one_page_larger_than_the_room_is_kept_all_the_same() -> None:
    stock = Stock(room=100)
    stock.put(Wanted(0, 100, 100), image(100, 100))
    stock.put(Wanted(1, 100, 100), image(100, 100))
    assert stock.find(0) is None
    assert stock.find(1) is not None


def test_a_page_that_cannot_be_drawn_is_not_wanted_again() -> None:
    stock = Stock()
    stock.put(Wanted(0, 10, 10), None)
    assert stock.fails(0)
    assert stock.has(Wanted(0, 99, 99))
    stock.clear()
    assert not stock.fails(0)
    assert stock.size == 0
