"""Editions: which one it is, as fields tell it in Chinese or English."""

import re

from library.chinese.numerals import number_of
from library.citations.ordinals import ordinal_of

_AROUND = re.compile(r"^第|\s*(?:版|ed(?:ition|n)?\.?)$", re.IGNORECASE)


def edition_number(told: str) -> int | None:
    """Return the number of an edition: 2 of 2, 第2版, 第二版, 2nd, 2nd ed. and Second edition; None if it has none."""
    plain = _AROUND.sub("", told).strip()
    if not plain:
        return None
    counted = ordinal_of(plain)
    return number_of(plain) if counted is None and not plain.isascii() else counted
