"""The parts that blocks play on a page."""

from __future__ import annotations

from enum import Enum


class Role(Enum):
    """The part a block plays on the page."""

    TITLE = "title"
    PART = "part"
    HEADING = "heading"
    SUBHEADING = "subheading"
    QUOTE = "quote"
    PARTICULAR = "particular"
    BYLINE = "byline"
    SIGNATURE = "signature"
    BODY = "body"
    BLANK = "blank"
