"""How Markdown looks while it is written: marks soft, words as they mean, references by their words alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from desktop.theme import Theme
from desktop.widgets.latin import latin_format, latin_runs_utf16

_HEADING = re.compile(r"#{1,6}(?=[ \t])")
_SIGN = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t])|[ \t]{0,3}>")
_STRONG = re.compile(r"(?P<open>\*\*|__)(?=\S)(?P<words>.+?)(?<=\S)(?P=open)")
_EMPHASIS = re.compile(r"(?<!\*)(?P<open>\*)(?![*\s])(?P<words>[^*]+?)(?<!\s)(?P=open)(?!\*)")
_UNDERSCORED = re.compile(r"(?<![_\w])(?P<open>_)(?![_\s])(?P<words>[^_]+?)(?<!\s)(?P=open)(?![_\w])")
_CODE = re.compile(r"(?P<open>`+)(?!`)(?P<words>.+?)(?<!`)(?P=open)(?!`)")
REFERENCE = re.compile(r"(?<!!)\[\[(?:highlight|document|tag|memo):[0-9a-f-]{36}(?:\|(?P<words>[^\[\]\n]*))?\]\]")
_HIDDEN_SIZE = 0.1


class MarkdownStyle(QSyntaxHighlighter):
    """Gives the text its look; the text stays as it is."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self.dress(theme)

    def dress(self, theme: Theme, latin: QFont | None = None) -> None:
        """Take the colours of `theme`, and the face of Latin letters and digits where it is one of their own."""
        self._latin = latin
        self._soft = _formatted(theme.color("soft"))
        self._link = _formatted(theme.color("accent"))
        self._link.setFontUnderline(True)
        self._strong = QTextCharFormat()
        self._strong.setFontWeight(QFont.Weight.Bold)
        self._emphasis = QTextCharFormat()
        self._emphasis.setFontItalic(True)
        self._hidden = _formatted(QColor(Qt.GlobalColor.transparent))
        self._hidden.setFontPointSize(_HIDDEN_SIZE)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        if self._latin is not None:
            for start_utf16, length_utf16 in latin_runs_utf16(text):
                self.setFormat(start_utf16, length_utf16, latin_format(self._latin))
        heading, sign = _HEADING.match(text), _SIGN.match(text)
        if heading is not None:
            self._put(text, 0, len(text), self._strong)
            self._put(text, 0, heading.end(), self._soft)
        elif sign is not None:
            self._put(text, 0, sign.end(), self._soft)
        for pattern, look in ((_STRONG, self._strong), (_EMPHASIS, self._emphasis), (_UNDERSCORED, self._emphasis)):
            for found in pattern.finditer(text):
                self._put(text, *found.span("words"), look)
                self._put_marks(text, found)
        for found in _CODE.finditer(text):
            self._put(text, *found.span(), self._soft)
        for found in REFERENCE.finditer(text):
            start, end = found.span("words") if found["words"] else found.span()
            for hidden in hidden_spans(found):
                self._put(text, *hidden, self._hidden)
            self._put(text, start, end, self._link)

    def _put_marks(self, text: str, found: re.Match[str]) -> None:
        self._put(text, found.start(), found.start("words"), self._soft)
        self._put(text, found.end("words"), found.end(), self._soft)

    def _put(self, text: str, start: int, end: int, look: QTextCharFormat) -> None:
        first, last = utf16_length(text[:start]), utf16_length(text[:end])
        for at in range(first, last):
            merged = QTextCharFormat(self.format(at))
            merged.merge(look)
            self.setFormat(at, 1, merged)


def hidden_spans(found: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the code points of a reference that stand around its words; none where it has no words."""
    if found["words"]:
        yield found.start(), found.start("words")
        yield found.end("words"), found.end()


def utf16_length(text: str) -> int:
    """Return the length of a text in UTF-16 units, in which Qt counts."""
    return len(text) + sum(character > "\uffff" for character in text)


def _formatted(color: QColor) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(color)
    return made
