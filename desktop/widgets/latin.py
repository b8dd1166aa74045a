"""Latin letters and digits inside Chinese: where they stand, so that they can have a face of their own.

Kai faces set them like a typewriter, all as wide as half a character.
"""

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument, QTextLayout

_LATIN = "!-~\u00a1-\u024f\u0300-\u036f\u1e00-\u1eff"
_RUN = re.compile(f" *[{_LATIN}]+(?: +[{_LATIN}]+)* *")
"""With the spaces around it, which are as wide as half a character, too."""
_BEYOND = re.compile("[\U00010000-\U0010ffff]")


def latin_formats(text: str, font: QFont) -> list[QTextLayout.FormatRange]:
    """Return what gives the Latin runs of `text` the face `font`."""
    found: list[QTextLayout.FormatRange] = []
    for start_utf16, length_utf16 in _runs_utf16(text):
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = start_utf16, length_utf16, _format(font)
        found.append(made)
    return found


class LatinFace(QSyntaxHighlighter):
    """Gives the Latin runs of a document the face `font`; the text and its undo history stay as they are."""

    def __init__(self, document: QTextDocument, font: QFont) -> None:
        super().__init__(document)
        self._font = font

    def set_font(self, font: QFont) -> None:
        """Take another face."""
        self._font = font
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        for start_utf16, length_utf16 in _runs_utf16(text):
            self.setFormat(start_utf16, length_utf16, _format(self._font))


def _runs_utf16(text: str) -> list[tuple[int, int]]:
    """Return start and length of each Latin run; none of them holds a character beyond the basic plane."""
    return [
        (found.start() + len(_BEYOND.findall(text, 0, found.start())), len(found.group()))
        for found in _RUN.finditer(text)
    ]


def _format(font: QFont) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(font)
    return made
