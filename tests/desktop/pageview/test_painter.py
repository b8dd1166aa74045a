"""What is painted on a page beside its print."""

from PySide6.QtCore import QRectF

from desktop.pageview.painter import columns_of


def test_what_is_in_sight_is_pointed_out_column_by_column() -> None:
    left = [QRectF(50, 700, 200, 12), QRectF(50, 720, 90, 12), QRectF(160, 720, 60, 12)]
    right = [QRectF(320, 80, 200, 12), QRectF(340, 100, 180, 12)]
    assert columns_of([*left, *right]) == [QRectF(50, 700, 200, 32), QRectF(320, 80, 200, 32)]
    assert columns_of(right) == [QRectF(320, 80, 200, 32)]
    assert columns_of([]) == []
