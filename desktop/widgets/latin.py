"""Latin letters and digits inside Chinese: where they stand, so that they can have a face of their own.

Kai faces set them like a typewriter, all as wide as half a character.
"""

import re

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

_LATIN = "!-~\u00a1-\u024f\u0300-\u036f\u1e00-\u1eff"
_RUN = re.compile(f" *[{_LATIN}]+(?: +[{_LATIN}]+)* *")
"""With the spaces around it, which are as wide as half a character, too."""
_BEYOND = re.compile("[\U00010000-\U0010ffff]")


def latin_formats(text: str, font: QFont) -> list[QTextLayout.FormatRange]:
    """Return what gives the Latin runs of `text` the face `font`."""
    found: list[QTextLayout.FormatRange] = []
    for start_utf16, length_utf16 in latin_runs_utf16(text):
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = start_utf16, length_utf16, latin_format(font)
        found.append(made)
    return found


def latin_runs_utf16(text: str) -> list[tuple[int, int]]:
    """Return start and length of each Latin run; none of them holds a character beyond the basic plane."""
    return [
        (found.start() + len(_BEYOND.findall(text, 0, found.start())), len(found.group()))
        for found in _RUN.finditer(text)
    ]


def latin_format(font: QFont) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(font)
    return made
