from dataclasses import replace

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from desktop.reader.hits import Hits
from desktop.reader.painter import paint
from desktop.reader.pane import ReaderPane
from desktop.reader.roles import Role
from desktop.reader.spans import Span
from desktop.reader.style import resized
from tests.desktop.reader.conftest import SENTENCE, ShowText

LONG = "# 标题\n\n" + "\n".join(f"{number}" + SENTENCE * (1 + number % 30) for number in range(200))


def tiles(pane: ReaderPane) -> int:
    assert pane.flow is not None
    return sum(len(layout.tiles) for layout, _ in pane.flow.visible())


def painted(pane: ReaderPane) -> QImage:
    assert pane.flow is not None
    image = QImage(pane.viewport().size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint(painter, pane.flow, pane.marks, pane.viewport().rect())
    painter.end()
    return image


@pytest.mark.parametrize(("size", "spacing", "indent"), [(19, 1.8, 2.0), (48, 1.2, 0.0), (60, 3.0, 0.0)])
def test_painting_from_pictures_looks_the_same(
    show: ShowText, qtbot: QtBot, size: int, spacing: float, indent: float
) -> None:
    pane = show("## 标题\n\n\t\n「引」，" * 3 + LONG, title="标题", format="markdown")
    pane.set_style(replace(resized(pane.reader_style, size), line_spacing=spacing, indent=indent))
    pane.set_spans([Span(str(n), n * 40, n * 40 + 30, "yellow") for n in range(100)])
    pane.set_hits(Hits([(n * 70, n * 70 + 3) for n in range(100)]))
    pane.put_span(Span("long", 0, 900, "red", "underline"))
    pane.put_span(Span("longer", 0, 990, "red", "underline"))
    flow = pane.flow
    assert flow is not None
    for distance in (0, 700):
        pane.scroll_by(distance)
        inked = [layout for layout, _ in flow.visible() if layout.role is not Role.BLANK]
        for layout in inked:
            layout.tiles.clear()
        plain = painted(pane)
        pane.viewport().update()
        qtbot.waitUntil(lambda inked=inked: all(layout.tiles for layout in inked))
        assert painted(pane) == plain


def test_a_mark_that_changes_is_not_painted_from_an_old_picture(show: ShowText, qtbot: QtBot) -> None:
    pane = show(LONG)
    qtbot.waitUntil(lambda: tiles(pane) > 2)
    before = painted(pane)
    pane.put_span(Span("a", 60, 90, "red"))
    marked = painted(pane)
    assert marked != before
    qtbot.waitUntil(lambda: tiles(pane) > 2)
    assert painted(pane) == marked
    pane.drop_span("a")
    assert painted(pane) == before


def test_the_next_page_is_laid_out_and_painted_ahead(show: ShowText, qtbot: QtBot) -> None:
    pane = show(LONG, place=3000)
    flow = pane.flow
    assert flow is not None
    last = flow.visible()[-1][0].index
    qtbot.waitUntil(lambda: last + 1 in flow.cache and bool(flow.layout(last + 1).tiles))


def test_pictures_stay_within_a_bound(show: ShowText, qtbot: QtBot) -> None:
    pane = show(LONG)
    flow = pane.flow
    assert flow is not None
    for place in range(4_000, 60_000, 4_000):
        pane.scroll_to_place(place)
        qtbot.waitUntil(lambda: all(layout.tiles for layout, _ in flow.visible()))
    heights = [
        tile.height()
        for index in range(flow.document.block_count)
        if (layout := flow.cache.find(index)) is not None
        for tile in layout.tiles.values()
    ]
    assert sum(heights) < 8 * flow.height
