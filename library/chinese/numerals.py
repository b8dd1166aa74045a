"""Numbers as Chinese texts write them, read and written."""

import unicodedata
from functools import lru_cache

HAN = "〇零○一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰貳參陸廿卅"
"""The characters of a number written in Chinese."""

_DIGITS = {character: value for value, written in enumerate(
    ("〇零○", "一壹", "二两贰貳", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
) for character in written}  # fmt: skip
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_KEPT = 4096
_LONGEST = 18
_WRITTEN = "零一二三四五六七八九"


@lru_cache(maxsize=_KEPT)
def number_of(numeral: str) -> int | None:
    """Return the value of a numeral in Chinese, digits of any width, circled digits or Roman, or None if it is none.

    A numeral without 十, 百 or 千 counts by its places: 二〇一八 is 2018. What is longer than 18 characters is none.
    """
    if len(numeral) > _LONGEST:
        return None
    plain = unicodedata.normalize("NFKC", numeral).replace(" ", "")
    if plain.isdecimal():
        return int(plain)
    if plain and all(character in _ROMAN for character in plain):
        return _roman(plain)
    plain = plain.replace("廿", "二十").replace("卅", "三十")
    if not plain or any(character not in _DIGITS and character not in _UNITS for character in plain):
        return None
    if not any(character in _UNITS for character in plain):
        return int("".join(str(_DIGITS[character]) for character in plain))
    total = digit = 0
    for character in plain:
        if character in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[character], 0
        else:
            digit = _DIGITS[character]
    return total + digit


def han_numeral(number: int) -> str:
    """Return a number from 1 to 99 in Chinese, as headings are counted."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _WRITTEN[ones]
    return ("" if tens == 1 else _WRITTEN[tens]) + "十" + (_WRITTEN[ones] if ones else "")


def _roman(numeral: str) -> int:
    values = [_ROMAN[character] for character in numeral]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )
