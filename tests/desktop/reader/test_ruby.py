"""Ruby in the pane: over every character or rare ones, in its pictures, never in its text."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.reader.painter import strip_rect, strips_of
from desktop.reader.pane import ReaderPane
from desktop.reader.ruby import lines_between
from desktop.reader.rubyroom import ALL, HOVER, OFF, RARE
from desktop.reader.spans import Span
from tests.desktop.reader.conftest import SENTENCE, ShowText, picture
from tests.desktop.reader.stress import complete
from tests.desktop.reader.test_prefetch import painted, tiles
from tests.desktop.reader.test_repainting import assert_whole

LONG = "# 标题\n\n" + "\n".join(f"{number}" + SENTENCE * (1 + number % 30) for number in range(200))
MIXED = "𠮷野家😀重庆e\u0301行走，Latin 12银行。שלום饕餮\n\n长安长短" + SENTENCE * 3
Set = Callable[[ReaderPane, str], None]


@pytest.fixture
def use(qtbot: QtBot) -> Set:
    """Switch a pane to a mode and wait until what it asks for is there."""

    def switch(pane: ReaderPane, mode: str) -> None:
        pane.set_style(replace(pane.reader_style, ruby=mode))
        if mode in (RARE, ALL):
            qtbot.waitUntil(lambda: complete(pane))
        QApplication.processEvents()

    return switch


def test_ruby_comes_after_the_text_and_looks_as_in_a_new_pane(show: ShowText, use: Set, qtbot: QtBot) -> None:
    pane = show(LONG, title="标题", format="markdown")
    plain = picture(pane)
    use(pane, ALL)
    first = picture(pane)
    assert first != plain
    pane.scroll_by(2000)
    pane.scroll_by(-2000)
    use(pane, OFF)
    assert picture(pane) == plain
    other = show(LONG, title="标题", format="markdown")
    use(other, ALL)
    use(pane, ALL)
    assert picture(pane) == picture(other) == first


def test_another_face_is_taken_at_once(show: ShowText, use: Set, qtbot: QtBot) -> None:
    pane, other = show(LONG), show(LONG)
    use(pane, ALL)
    before = picture(pane)
    for shown in (pane, other):
        shown.set_style(replace(shown.reader_style, ruby=ALL, caption=QFont("DejaVu Sans")))
        qtbot.waitUntil(lambda shown=shown: complete(shown))
    assert picture(pane) == picture(other) != before


def test_pictures_painted_ahead_hold_the_ruby(show: ShowText, use: Set, qtbot: QtBot) -> None:
    pane = show(LONG)
    pane.set_spans([Span(str(n), n * 40, n * 40 + 30, "yellow") for n in range(100)])
    use(pane, ALL)
    pane.scroll_by(333)
    qtbot.waitUntil(lambda: complete(pane) and tiles(pane) > 2)
    from_pictures = painted(pane)
    assert pane.flow is not None
    pane.flow.cache.forget_marks(-1, pane.flow.document.length)
    assert painted(pane) == from_pictures


def test_what_is_scrolled_to_is_whole_again(show: ShowText, use: Set, qtbot: QtBot) -> None:
    pane = show(LONG)
    use(pane, ALL)
    for distance in (300, 57, -123, 5000, 411, -590):
        pane.scroll_by(distance)
        qtbot.waitUntil(lambda: complete(pane))
        assert_whole(pane)
    pane.select(3000, 3300)
    pane.go_to(3000)
    qtbot.waitUntil(lambda: complete(pane))
    assert_whole(pane)


@pytest.mark.parametrize("place", [0, 777, 4001])
def test_switching_keeps_the_first_visible_character(show: ShowText, use: Set, place: int) -> None:
    pane = show(LONG, place=place)
    for mode in (ALL, RARE, HOVER, OFF, ALL, OFF):
        use(pane, mode)
        assert pane.place() == place
        assert pane.flow is not None
        assert pane.flow.find_visible(place) is not None


@pytest.mark.parametrize("mode", [RARE, ALL])
def test_hit_tests_find_the_characters_under_ruby(show: ShowText, use: Set, mode: str) -> None:
    pane = show(MIXED)
    use(pane, mode)
    flow = pane.flow
    assert flow is not None
    for at in (0, 1, 2, 3, 4, 5, 8, 12, 19, *range(MIXED.index("饕"), MIXED.index("饕") + 2), len(MIXED) - 2):
        (box,) = flow.rects(at, at + 1)
        assert flow.position_at(box.center().toPoint(), character=True) == at
        assert flow.position_at(QPoint(round(box.left()) + 1, round(box.top()) + 2), character=True) == at


def test_ruby_is_no_part_of_the_text(show: ShowText, use: Set) -> None:
    pane = show(MIXED)
    use(pane, ALL)
    pane.select_all()
    assert pane.selected_text() == MIXED
    pane.select(4, 6)
    assert pane.selected_text() == "重庆"
    assert pane.flow is not None
    assert pane.flow.document.length == len(MIXED)


def test_chinese_characters_are_apart_only_while_all_have_ruby(show: ShowText, use: Set) -> None:
    pane = show("一二ab，三四")
    assert pane.flow is not None

    def steps() -> list[float]:
        assert pane.flow is not None
        layout = pane.flow.layout(0)
        return [after - before for before, after in pairwise(layout.x_of(at, 0) for at in range(8))]

    before = steps()
    use(pane, RARE)
    assert steps() == before
    use(pane, ALL)
    apart = [after - step for after, step in zip(steps(), before, strict=True)]
    assert apart[:-1] == pytest.approx([0.36 * 19] * 2 + [0] * 3 + [0.36 * 19], abs=0.1)


def test_rare_characters_alone_have_ruby(show: ShowText, use: Set) -> None:
    text = "國学饕餮，平常的字。"
    pane = show(text)
    use(pane, RARE)
    assert pane.flow is not None
    (layout, y), *_ = pane.flow.visible()
    image = picture(pane)
    top, left = y + layout.line_tops[0], pane.flow.column.left
    bare = {at: inked(image, left + layout.x_of(at, 0), top, layout.em, layout.em_top - 1) for at in range(len(text))}
    assert [text[at] for at, ink in bare.items() if ink] == ["饕", "餮"]


def inked(image: QImage, left: float, top: float, width: float, height: float) -> bool:
    """Say whether anything but paper stands in a part of a picture."""
    part = image.copy(round(left) + 2, round(top), round(width) - 4, round(height))
    return len({part.pixel(x, y) for x in range(part.width()) for y in range(part.height())}) > 1


def test_narrow_lines_grow_and_ruby_stays_clear_of_the_line_above(show: ShowText, use: Set) -> None:
    pane = show("装" * 200)
    pane.set_style(replace(pane.reader_style, line_spacing=1.2))
    assert pane.flow is not None
    assert pane.flow.layout(0).pitch == 23
    use(pane, ALL)
    layout = pane.flow.layout(0)
    assert layout.pitch > 28
    image, left = picture(pane), pane.flow.column.left
    y = pane.flow.visible()[0][1]
    for line in range(1, 4):
        # the row between the foot of one line and the head of the ruby of the next is free
        rows = range(y + layout.line_tops[line] - 1, y + layout.line_tops[line] + 1)
        assert any(len({image.pixel(x, row) for x in range(left, left + 500)}) == 1 for row in rows), (
            f"line {line} touches the one above"
        )


def test_strips_cover_all_lines(show: ShowText, use: Set) -> None:
    pane = show("# 标题\n" + SENTENCE * 40, title="标题", format="markdown")
    use(pane, ALL)
    assert pane.flow is not None
    for layout, _ in pane.flow.visible():
        covered = {
            line
            for strip in strips_of(layout)
            for line in lines_between(layout, strip_rect(layout, strip).top(), strip_rect(layout, strip).bottom())
        }
        assert covered == set(range(len(layout.lines)))


def test_nothing_to_read_is_painted_as_ever(show: ShowText, use: Set) -> None:
    for text in ("", "\n\n", "only Latin, 12 😀"):
        pane = show(text)
        use(pane, RARE)
        rare = picture(pane)
        use(pane, ALL)
        assert picture(pane) == rare


def test_readings_are_loaded_only_when_asked_for(show: ShowText, use: Set) -> None:
    pane = show(LONG)
    QApplication.processEvents()
    assert not pane.readings.ready
    use(pane, RARE)
    assert pane.readings.ready
