"""How often Python looks for garbage while the window stands."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from desktop.garbage import spare_frames


class Knot:
    """Refers to itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collecting() -> Iterator[None]:
    before = gc.get_threshold()
    gc.disable()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)
    gc.enable()


@pytest.mark.usefixtures("collecting")
def test_what_is_there_is_spared_and_what_comes_is_still_looked_through() -> None:
    usual = gc.get_threshold()[2]
    spare_frames()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0
    assert gc.get_threshold()[2] > usual
    knot = weakref.ref(Knot())
    gc.collect()
    assert knot() is None
