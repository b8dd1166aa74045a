"""Stripes: one a tag, side by side where they meet, named under the mouse, and a way to select."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop.reader.flow import Flow
from desktop.reader.pane import ReaderPane
from desktop.reader.spans import Span
from desktop.reader.stripes import Stripe, Tags, TagStripe, lanes, stripes
from desktop.reader.style import ReaderStyle
from tests.desktop.reader.conftest import SENTENCE, MakeFlow, ShowText, colors_in

TEXT = "𠮷😀" + SENTENCE * 12
FORM, COST = TagStripe("主题/<b>提法</b>", "green"), TagStripe("成效", "purple")


def made(flow: Flow, *spans: Span, tags: Tags | None = None) -> list[Stripe]:
    ordered = sorted(spans, key=lambda span: (span.start, -span.end))
    return stripes(flow.layout(0), ordered, tags or {}, lanes(flow))


def left_of(found: list[Stripe]) -> dict[tuple[str, str], int]:
    return {(stripe.id, stripe.name): round(stripe.rect.left()) for stripe in found}


def test_a_highlight_has_a_stripe_a_tag_in_the_colour_of_the_tag(flow_of: MakeFlow) -> None:
    found = made(flow_of(TEXT), Span("a", 2, 9, "red"), tags={"a": [FORM, COST]})
    assert [(stripe.name, stripe.color) for stripe in found] == [(FORM.name, "green"), (COST.name, "purple")]
    assert len({stripe.rect.left() for stripe in found}) == 2
    assert len({stripe.rect.top() for stripe in found}) == 1


def test_one_without_tags_has_one_in_its_own_colour(flow_of: MakeFlow) -> None:
    (stripe,) = made(flow_of(TEXT), Span("a", 2, 9, "red"))
    assert (stripe.id, stripe.name, stripe.color) == ("a", "", "red")


def test_those_that_meet_stand_side_by_side_and_a_later_one_takes_the_first_lane_again(flow_of: MakeFlow) -> None:
    flow = flow_of(TEXT)
    starts = [flow.layout(0).line_range(line)[0] for line in range(6)]
    spans = [
        Span("a", starts[0], starts[1] - 1, "red"),
        Span("same line", starts[1] - 2, starts[1] - 1, "blue"),
        Span("next line", starts[1] + 1, starts[1] + 3, "green"),
        Span("later", starts[4], starts[4] + 2, "brown"),
    ]
    left = left_of(made(flow, *spans))
    assert len({left["a", ""], left["same line", ""], left["next line", ""]}) == 3
    assert left["later", ""] == left["a", ""]


def test_no_more_lanes_than_there_is_room_for(flow_of: MakeFlow) -> None:
    flow = flow_of(TEXT)
    spans = [Span(str(number), 1 + number, 30, "red") for number in range(20)]
    found = made(flow, *spans)
    assert len(found) == len(lanes(flow)) == len({stripe.rect.left() for stripe in found})
    assert all(stripe.rect.right() < 0 and flow.column.left + stripe.rect.left() > 0 for stripe in found)


def test_a_wide_number_takes_the_outer_lanes(flow_of: MakeFlow) -> None:
    assert len(lanes(flow_of("甲\n" * 1200))) < len(lanes(flow_of(TEXT)))


def shown(show: ShowText) -> tuple[ReaderPane, QPoint]:
    pane = show(TEXT)
    pane.set_spans([Span("a", 2, 60, "red"), Span("b", 200, 220, "blue")])
    pane.set_tags({"a": [FORM]})
    assert pane.flow is not None
    return pane, QPoint(pane.flow.column.left - 23, pane.rect_of(2, 60).center().y())


def hover(pane: ReaderPane, at: QPoint) -> None:
    place, everywhere = QPointF(at), QPointF(pane.viewport().mapToGlobal(at))
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, place, everywhere, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(pane.viewport(), moved)


def test_it_is_painted_unless_it_is_switched_off(show: ShowText, style: ReaderStyle) -> None:
    pane, at = shown(show)
    green = style.lines["green"].name()
    assert green in colors_in(pane.viewport().grab().toImage(), at.x(), at.y(), 2, 2)
    pane.put_tags("a", [])
    red = style.lines["red"].name()
    assert red in colors_in(pane.viewport().grab().toImage(), at.x(), at.y(), 2, 2)
    pane.set_style(replace(style, stripes=False))
    assert colors_in(pane.viewport().grab().toImage(), at.x(), at.y(), 2, 2) == {style.page.name()}


def test_hovering_names_the_tag_as_plain_text(show: ShowText) -> None:
    pane, at = shown(show)
    hover(pane, at)
    assert pane.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert "主题/&lt;b&gt;提法" in QToolTip.text()
    hover(pane, at + QPoint(120, 0))
    assert pane.viewport().cursor().shape() is Qt.CursorShape.IBeamCursor


def test_a_click_selects_the_highlight(show: ShowText, qtbot: QtBot) -> None:
    pane, at = shown(show)
    with qtbot.waitSignal(pane.highlight_clicked) as clicked:
        QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert clicked.args == ["a"]
    assert pane.selected_highlight() == "a"


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_other_buttons_select_nothing(show: ShowText, button: Qt.MouseButton) -> None:
    pane, at = shown(show)
    QTest.mouseClick(pane.viewport(), button, pos=at)
    assert pane.selected_highlight() is None
