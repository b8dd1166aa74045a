"""What the index takes a key apart into: Chinese characters one by one, other scripts word by word."""

import re

from library.chinese.folding import GAP, UNSPACED

LONGEST_WORD = 64
"""Letters of a word above which a text is searched without the help of its words."""

SIGNS = "$+="
"""What of ASCII stands in keys besides letters, digits and spaces."""

_WORD = re.compile(f"[^ {UNSPACED}]+")


def tokens(key: str) -> str:
    """Return the tokens of a key, which has no gaps, with spaces between them."""
    parts: list[str] = []
    end = 0
    for found in _WORD.finditer(key):
        parts += (" ".join(key[end : found.start()]), found[0])
        end = found.end()
    parts.append(" ".join(key[end:]))
    return " ".join(parts)


def words(key: str) -> list[str]:
    """Return the words of scripts that are not written character by character."""
    return _WORD.findall(key)


def cut_after(key: str, start: int, letters: int) -> int:
    """Return where in a key with gaps at least `letters` letters end behind `start`, no word cut in two.

    A word is cut all the same where it is longer than LONGEST_WORD.
    """
    end, left = start, letters
    while end < len(key) and left:
        left -= key[end] != GAP
        end += 1
    limit = min(end + LONGEST_WORD, len(key))
    while end < limit and _is_inside(key, end):
        end += 1
    return end


def _is_inside(key: str, index: int) -> bool:
    """Say whether `index` lies within a word; a gap does not end one."""
    left = index - 1 - (key[index - 1] == GAP)
    right = index + (key[index] == GAP)
    return left >= 0 and right < len(key) and _WORD.fullmatch(key[left] + key[right]) is not None
