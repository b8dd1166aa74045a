"""The line above the pages: what gives way where it is narrow."""

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from desktop.pageview.bar import PageBar
from desktop.theme import Themes


@pytest.mark.parametrize("width", [120, 200, 260, 320, 900])
def test_nothing_overlaps_in_a_narrow_bar(qtbot: QtBot, width: int) -> None:
    bar = PageBar(Themes("paper"))
    qtbot.addWidget(bar)
    bar.show_page(0, 1234)
    bar.show_zoom("width", 34)
    bar.resize(width, bar.height())
    bar.show()
    qtbot.waitExposed(bar)
    parts = (
        bar.field, bar.total, bar.out, bar.percent, bar.into, bar.fit_width, bar.fit_page, bar.link, bar.colors,
        bar.cross,
    )  # fmt: skip
    shown = [part for part in parts if part.isVisible()]
    assert {bar.field, bar.out, bar.into, bar.cross} <= set(shown)
    if width >= 200:
        assert all(one.geometry().right() < other.geometry().left() for one, other in pairwise(shown))
    if width == 900:
        assert len(shown) == len(parts)
