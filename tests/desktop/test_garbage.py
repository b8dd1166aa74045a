"""How often Python looks for garbage while the window stands."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from desktop.garbage import spare_frames

USUAL = (700, 10, 10)


class Knot:
    """Refers to itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collecting() -> Iterator[None]:
    before = gc.get_threshold()
    gc.disable()
    gc.set_threshold(*USUAL)  # a window of another test may have changed it
    yield
    gc.unfreeze()
    gc.set_threshold(*before)
    gc.enable()


@pytest.mark.usefixtures("collecting")
def test_what_is_there_is_spared_and_what_comes_is_still_looked_through() -> None:
    spare_frames()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0
    assert gc.get_threshold()[2] > USUAL[2]
    knot = weakref.ref(Knot())
    gc.collect()
    assert knot() is None
