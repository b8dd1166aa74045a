"""The widgets compared: our reader pane, QTextEdit and QPlainTextEdit, each with the same text in the same face."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor, QPalette, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QAbstractScrollArea, QPlainTextEdit, QTextEdit

from desktop.reader.pane import ReaderPane
from desktop.reader.spans import Span, Spans
from desktop.reader.style import ReaderStyle, reader_style, resized
from desktop.settings import Settings
from desktop.theme import load_theme
from library.models import COLORS
from tests.benchmarks.stored import spans, stored_text
from tests.benchmarks.texts import cache_folder

PANE, RICH, PLAIN = "pane", "QTextEdit", "QPlainTextEdit"
KINDS = (PANE, RICH, PLAIN)


@dataclass(frozen=True, slots=True)
class Subject:
    """A widget, how it is given its text and its marks, how its type is made larger, and how it takes a theme."""

    widget: QAbstractScrollArea
    open: Callable[[int], None]
    mark: Callable[[Sequence[Span]], None]
    zoom: Callable[[int], None]
    dress: Callable[[str], None]


def make(kind: str) -> Subject:
    """Return a new widget of this kind, empty."""
    style = _style("paper")
    if kind == PANE:
        pane = ReaderPane(style)
        return Subject(
            pane,
            open=lambda length: _open_stored(pane, length),
            mark=pane.set_spans,
            zoom=lambda step: pane.set_style(resized(pane.reader_style, pane.reader_style.size + step)),
            dress=lambda theme: pane.set_style(resized(_style(theme), pane.reader_style.size)),
        )
    widget = QTextEdit(readOnly=True) if kind == RICH else QPlainTextEdit(readOnly=True)
    widget.setFont(style.reading)
    return Subject(
        widget,
        open=lambda length: widget.setPlainText(_text(length)),
        mark=lambda marks: _format(widget, marks, style) if isinstance(widget, QTextEdit)
        else _Highlighter(widget, marks, style).show(),
        zoom=widget.zoomIn,
        dress=lambda theme: widget.setPalette(_palette(_style(theme))),
    )  # fmt: skip


@cache
def _style(theme: str) -> ReaderStyle:
    return reader_style(load_theme(theme), Settings(cache_folder() / "settings.ini"))


def _palette(style: ReaderStyle) -> QPalette:
    made = QPalette()
    made.setColor(QPalette.ColorRole.Base, style.page)
    made.setColor(QPalette.ColorRole.Text, style.ink)
    return made


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
