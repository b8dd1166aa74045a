"""What clicks select: the units of a text."""

from __future__ import annotations

from enum import Enum


class Unit(Enum):
    """What one, two, three and four clicks select."""

    CHARACTER = 1
    WORD = 2
    SENTENCE = 3
    PARAGRAPH = 4
