"""Numbers of list items and headings as they are printed."""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_FORMAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def numeral(number: int, style: str) -> str:
    """Return `number` in a style, named as ST_NumberFormat of ECMA-376 (part 1, 17.18.59) names it.

    Where a style has no sign for a number, or is not known, it is written in digits.
    """
    write = _STYLES.get(style)
    return (write(number) if write and number > 0 else "") or str(number)


def chinese(number: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """Return a number from 1 to 9999 in Chinese, 十二 rather than 一十二; nothing for another."""
    if not 0 < number < 10_000:
        return ""
    written = ""
    for place, digit in enumerate(reversed(str(number))):
        if digit != "0":
            written = digits[int(digit)] + (units[place - 1] if place else "") + written
        elif written and written[0] != "零":
            written = "零" + written
    return written[1:] if digits is _DIGITS and 10 <= number < 20 else written


def _letters(number: int) -> str:
    """Return a to z, then aa to zz, as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number <= 26 * 20 else ""


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN if number < 4000 else ():
        count, number = divmod(number, value)
        written += sign * count
    return written


def _circled(number: int) -> str:
    return chr(0x245F + number) if number <= 20 else ""


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if number <= len(signs) else ""


_STYLES: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "taiwaneseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "ideographDigital": lambda number: "".join(_DIGITS[int(digit)] for digit in str(number)),
    "chineseLegalSimplified": lambda number: chinese(number, _FORMAL, "拾佰仟"),
    "ideographLegalTraditional": lambda number: chinese(number, _FORMAL_TRADITIONAL, "拾佰仟"),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
}
