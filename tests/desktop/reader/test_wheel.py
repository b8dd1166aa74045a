"""Wheels and touchpads: whole notches and parts of them, pixels, momentum, and keys held meanwhile."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.reader.pane import ReaderPane
from desktop.widgets.wheel import Wheel
from tests.desktop.reader.conftest import SENTENCE, ShowText

Modifier, Phase = Qt.KeyboardModifier, Qt.ScrollPhase
LONG = "\n".join(SENTENCE * 6 for _ in range(200))
PITCH = 34


def turned(
    angle: int,
    *,
    pixels: int = 0,
    across: int = 0,
    modifiers: Modifier = Modifier.NoModifier,
    phase: Phase = Phase.NoScrollPhase,
    inverted: bool = False,
) -> QWheelEvent:
    at = QPointF(200, 200)
    return QWheelEvent(
        at, at, QPoint(across, pixels), QPoint(across, angle), Qt.MouseButton.NoButton, modifiers, phase, inverted
    )


def send(pane: ReaderPane, event: QWheelEvent) -> int:
    """Send an event to the text and return by how many pixels it went down."""
    before = pane.map.value()
    QApplication.sendEvent(pane.viewport(), event)
    return pane.map.value() - before


def test_a_notch_goes_as_many_lines_as_the_system_says(show: ShowText) -> None:
    pane = show(LONG)
    lines = QApplication.wheelScrollLines()
    assert send(pane, turned(-120)) == lines * pane.reader_style.pitch
    assert send(pane, turned(120)) == -lines * pane.reader_style.pitch
    QApplication.setWheelScrollLines(1)
    assert send(pane, turned(-120)) == pane.reader_style.pitch
    QApplication.setWheelScrollLines(lines)


@given(st.lists(st.integers(-130, 130).filter(bool)))
def test_nothing_of_a_turn_in_one_direction_is_lost(angles: list[int]) -> None:
    wheel = Wheel()
    for direction in (1, -1):
        parts = [direction * abs(angle) for angle in angles]
        gone = sum(wheel.pixels(turned(angle), PITCH) for angle in parts)
        assert abs(gone - sum(parts) * QApplication.wheelScrollLines() * PITCH / 120) < 1 + 1e-6


def test_a_touchpad_says_its_pixels(show: ShowText, monkeypatch: pytest.MonkeyPatch) -> None:
    pane = show(LONG)
    assert send(pane, turned(-8, pixels=-17, phase=Phase.ScrollUpdate)) == 17
    assert send(pane, turned(-8, pixels=-3, phase=Phase.ScrollMomentum, inverted=True)) == 3
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    assert send(pane, turned(-120, pixels=-1)) == QApplication.wheelScrollLines() * pane.reader_style.pitch


@pytest.mark.parametrize("phase", [Phase.ScrollBegin, Phase.ScrollEnd])
def test_what_has_no_length_does_nothing(show: ShowText, phase: Phase) -> None:
    pane = show(LONG)
    assert send(pane, turned(0, phase=phase)) == 0
    assert send(pane, turned(0, across=240)) == 0
    assert send(pane, turned(0, across=-90, modifiers=Modifier.AltModifier)) == 0


def test_shift_changes_nothing(show: ShowText) -> None:
    pane = show(LONG)
    plain = send(pane, turned(-120))
    assert send(pane, turned(-120, modifiers=Modifier.ShiftModifier)) == plain
    assert pane.selection() is None


def test_control_makes_the_type_larger_by_whole_notches(show: ShowText) -> None:
    pane = show(LONG)
    size = pane.reader_style.size
    for _ in range(3):
        send(pane, turned(50, modifiers=Modifier.ControlModifier))
    assert pane.reader_style.size == size + 1
    send(pane, turned(-120, modifiers=Modifier.ControlModifier))
    assert pane.reader_style.size == size


def test_a_text_that_still_glides_is_not_made_larger(show: ShowText) -> None:
    pane = show(LONG)
    size, place = pane.reader_style.size, pane.place()
    for _ in range(9):
        send(pane, turned(-120, pixels=-40, modifiers=Modifier.ControlModifier, phase=Phase.ScrollMomentum))
    assert (pane.reader_style.size, pane.place()) == (size, place)
