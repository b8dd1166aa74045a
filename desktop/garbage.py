"""How often Python looks for garbage while the window stands."""

from __future__ import annotations

import gc

YOUNG, MIDDLE, OLD = 700, 10, 100
"""Python's own thresholds but the last, which is ten times its own.

To look through everything takes longer than a frame where 20,000 cards are open, and what refers to itself is rare.
"""


def spare_frames() -> None:
    """Look for garbage from now on, not among what is there already, and seldom among what has been there for long."""
    gc.enable()
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLE, OLD)
