"""The widgets compared: our reader pane, QTextEdit and QPlainTextEdit, each with the same text in the same face."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QAbstractScrollArea, QPlainTextEdit, QTextEdit

from desktop.reader.pane import ReaderPane
from desktop.reader.spans import Span, Spans
from desktop.reader.style import ReaderStyle, reader_style
from desktop.settings import Settings
from desktop.theme import load_theme
from library.models import COLORS
from tests.benchmarks.stored import spans, stored_text
from tests.benchmarks.texts import cache_folder

PANE, RICH, PLAIN = "pane", "QTextEdit", "QPlainTextEdit"
KINDS = (PANE, RICH, PLAIN)


@dataclass(frozen=True, slots=True)
class Subject:
    """A widget, how it is given its text, and how it is given marks."""

    widget: QAbstractScrollArea
    open: Callable[[int], None]
    mark: Callable[[Sequence[Span]], None]


def make(kind: str) -> Subject:
    """Return a new widget of this kind, empty."""
    style = reader_style(load_theme("paper"), Settings(cache_folder() / "settings.ini"))
    if kind == PANE:
        pane = ReaderPane(style)
        return Subject(pane, lambda length: _open_stored(pane, length), pane.set_spans)
    if kind == RICH:
        rich = QTextEdit(readOnly=True)
        rich.setFont(style.reading)
        return Subject(rich, lambda length: rich.setPlainText(_text(length)), lambda marks: _format(rich, marks, style))
    plain = QPlainTextEdit(readOnly=True)
    plain.setFont(style.reading)
    return Subject(
        plain, lambda length: plain.setPlainText(_text(length)), lambda marks: _Highlighter(plain, marks, style).show()
    )


def marks(length: int, count: int) -> list[Span]:
    """Return `count` highlights all over a text, in all colours, some of which overlap."""
    return [
        Span(f"{number:06}", start, end, COLORS[number % len(COLORS)])
        for number, (start, end) in enumerate(spans(length, count))
    ]


def _open_stored(pane: ReaderPane, length: int) -> None:
    pane.open_text(stored_text(length), title="", format="text")


def _text(length: int) -> str:
    """Return the text as Qt's widgets need it: whole, and in memory."""
    text = stored_text(length)
    try:
        return text.text()
    finally:
        text.close()


def _format(widget: QTextEdit, marks: Sequence[Span], style: ReaderStyle) -> None:
    """Give each mark a background by a cursor. Characters beyond the basic plane shift it, which changes no cost."""
    cursor = QTextCursor(widget.document())
    cursor.beginEditBlock()
    for mark in marks:
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(_background(style.tints[mark.color]))
    cursor.endEditBlock()


def _background(color: QColor) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setBackground(color)
    return form


class _Highlighter(QSyntaxHighlighter):
    """Gives marks their background block by block, the way QPlainTextEdit is meant to be coloured."""

    def __init__(self, widget: QPlainTextEdit, marks: Sequence[Span], style: ReaderStyle) -> None:
        super().__init__(widget)
        self._widget = widget
        self._spans = Spans(marks)
        self._formats = {color: _background(tint) for color, tint in style.tints.items()}

    def show(self) -> None:
        self.setDocument(self._widget.document())
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt
        start = self.currentBlock().position()
        for mark in self._spans.touching(start, start + len(text)):
            self.setFormat(max(mark.start - start, 0), mark.end - max(mark.start, start), self._formats[mark.color])
