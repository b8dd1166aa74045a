"""Which characters are Han: for one of them, and for the classes of patterns."""

IDEOGRAPHS = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Han characters as ranges in a pattern: the unified ones, the compatible ones, and planes 2 and 3.

Those planes are kept for them whole (Unicode 17, 18.1): extensions to come are in it, unlike the hexagrams between the
first two ranges.
"""
HAN = f"\u3005\u3007{IDEOGRAPHS}"
"""The same with what counts as such between two of them: 々 and 〇."""
_RANGES = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))


def is_ideograph(character: str) -> bool:
    """Say whether `character` is one of `IDEOGRAPHS`; quicker to load than a pattern, of which each takes 2 ms."""
    code = ord(character)
    return any(first <= code <= last for first, last in _RANGES)


def is_han(character: str) -> bool:
    """Say whether `character` is one of `HAN`."""
    return character in "\u3005\u3007" or is_ideograph(character)
