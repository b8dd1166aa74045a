"""The ways in which a tag is moved in its tree by keys."""

from __future__ import annotations

from typing import Literal

Way = Literal["up", "down", "in", "out"]
WAY_KEYS: dict[Way, str] = {
    "up": "Alt+Shift+Up", "down": "Alt+Shift+Down", "in": "Alt+Shift+Right", "out": "Alt+Shift+Left",
}  # fmt: skip
