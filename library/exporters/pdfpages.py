"""Pages of a PDF, filled from above with paragraphs. This is the one room of the library that knows Qt."""

import os
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Self

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QRawFont,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from library.exporters.palette import palette
from library.exporters.pdftext import Glyphs, GlyphTexts, Part, face_name
from library.exporters.runs import Block, Run
from library.exporters.setting import Align, Look, look_of
from resources import path

_DOTS = 600
"""Dots an inch in which everything is measured."""
_LONGEST = 4000
"""Code points that are set at once; a longer paragraph is cut, so that none takes long."""


class Pages:
    """Lays out paragraphs on A4, no line of which is ever cut; `content` is the file, once it was left."""

    def __init__(self, title: str) -> None:
        self.content = b""
        self._application = _application()
        self._colors = palette("white")
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        self._writer.setResolution(_DOTS)
        self._writer.setTitle(title)
        self._writer.setCreator("朱批 Zhupi")
        margins = QMarginsF(25, 24, 25, 26)
        page = QPageSize(QPageSize.PageSizeId.A4)
        self._writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, margins, _MILLIMETRE))
        self._width, self._height = float(self._writer.width()), float(self._writer.height())
        self._painter = QPainter(self._writer)
        self._y = 0.0
        self._number = 1
        self._texts = GlyphTexts()
        self._names: dict[tuple[str, str], str] = {}
        self._made_fonts: dict[Look, QFont] = {}
        self._made_formats: dict[tuple[Look, bool, Run], QTextCharFormat] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._number_page()
        self._painter.end()
        self.content = self._texts.named(bytes(self._buffer.data().data()))
        self._buffer.close()

    def turn(self) -> None:
        """Begin a new page, unless this one is empty."""
        if self._y > 0:
            self._number_page()
            self._writer.newPage()
            self._number += 1
            self._y = 0.0

    def add(self, blocks: tuple[Block, ...]) -> None:
        """Set paragraphs that belong together: what is a heading, or a quotation, does not end a page."""
        for block in blocks:
            if block.turns:
                self.turn()
            for part in _cut(block):
                self._set(part)

    def _set(self, block: Block) -> None:
        look = look_of(block)
        left = self._points(look.left + (12 * max(block.level - 1, 0) if block.style == "item" else 0))
        layout = self._layout(block, look, self._width - left)
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        self._y += self._points(look.before) if self._y else 0.0
        needed = sum(line.height() * look.lines for line in lines[: 2 if len(lines) > 2 else len(lines)])
        if self._y + needed + self._points(look.kept) > self._height:
            self.turn()
        for line in lines:
            height = line.height() * look.lines
            if self._y + line.height() > self._height:
                self.turn()
            self._bar(block, left, height)
            self._painter.setPen(QColor(self._colors.colors[look.color]))
            self._draw(line, QPointF(left, self._y + (height - line.height()) / 2), layout)
            self._y += height
        self._y += self._points(look.after)

    def _bar(self, block: Block, left: float, height: float) -> None:
        if block.color is not None and block.style in ("quote", "around", "original"):
            bar = QRectF(left - self._points(11), self._y, self._points(2), height)
            self._painter.fillRect(bar, QColor(self._colors.lines[block.color]))

    def _draw(self, line: QTextLine, at: QPointF, layout: QTextLayout) -> None:
        """Draw a line of a layout, its upper left corner at `at`."""
        line.draw(self._painter, QPointF(at.x(), at.y() - line.y()))
        self._texts.draw(self._glyphs(line), lambda: self._parts(line, layout))

    def _glyphs(self, line: QTextLine, start_utf16: int = -1, length_utf16: int = -1) -> list[Glyphs]:
        runs = line.glyphRuns(start_utf16, length_utf16, QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes)
        return [Glyphs(self._name(run.rawFont()), run.glyphIndexes()) for run in runs]

    def _parts(self, line: QTextLine, layout: QTextLayout) -> Iterator[Part]:
        """Yield what is drawn together: a character with its marks, several where one glyph stands for them."""
        units = layout.text().encode("utf-16-be", "surrogatepass")
        start, end = line.textStart(), line.textStart() + line.textLength()
        while start < end:
            stop = layout.nextCursorPosition(start)
            glyphs = self._glyphs(line, start, stop - start)
            if not self._texts.knows(glyphs):
                while stop < end and self._glyphs(line, start, layout.nextCursorPosition(stop) - start) == glyphs:
                    stop = layout.nextCursorPosition(stop)
                yield units[2 * start : 2 * stop].decode("utf-16-be", "surrogatepass"), glyphs
            start = stop

    def _name(self, face: QRawFont) -> str:
        key = (face.familyName(), face.styleName())
        if key not in self._names:
            self._names[key] = face_name(bytes(face.fontTable("name").data()))
        return self._names[key]

    def _layout(self, block: Block, look: Look, width: float) -> QTextLayout:
        layout = QTextLayout(block.text.replace("\n", "\u2028"), self._font(look), self._writer)
        layout.setTextOption(self._options[block.is_right_to_left])
        if formats := self._formats(block, look):
            layout.setFormats(formats)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            first = self._points(2 * look.size) if block.indented and y == 0 else 0.0
            line.setLineWidth(width - first)
            line.setPosition(QPointF(first + (width - line.naturalTextWidth()) * _BEFORE[look.align], y))
            y += line.height()
        layout.endLayout()
        return layout

    def _font(self, look: Look) -> QFont:
        """Return the font of a paragraph for these pages, which Qt would else make for each paragraph."""
        if look not in self._made_fonts:
            font = QFont(self._fonts[look.face])
            font.setPointSizeF(look.size)
            font.setBold(look.bold)
            self._made_fonts[look] = QFont(font, self._writer)
        return self._made_fonts[look]

    def _formats(self, block: Block, look: Look) -> list[QTextLayout.FormatRange]:
        """Return how runs differ from their paragraph: Qt looks for the font of each that has a format."""
        ranges: list[QTextLayout.FormatRange] = []
        start_utf16 = 0
        for run in block.runs:
            # the letters of a hand-written Chinese face are crude: what is Latin in a note is set as texts are
            apart = look.face == "note" and not (run.code or run.role)
            for place, text in enumerate(_LATIN.split(run.text) if apart else (run.text,)):
                length_utf16 = len(text.encode("utf-16-le", "surrogatepass")) // 2
                latin = place % 2 == 1 and not run.bold
                if length_utf16 and (latin or run != Run(run.text)):
                    made = QTextLayout.FormatRange()
                    made.start, made.length = start_utf16, length_utf16
                    made.format = self._format(run, look, latin=latin)
                    ranges.append(made)
                start_utf16 += length_utf16
        return ranges

    def _format(self, run: Run, look: Look, *, latin: bool) -> QTextCharFormat:
        """Return the format of a run; those that many runs have are made once."""
        if run.covering or run.href:
            return self._made_format(run, look, latin=latin)
        key = (look, latin, replace(run, text="", begins=(), ends=()))
        if key not in self._made_formats:
            self._made_formats[key] = self._made_format(run, look, latin=latin)
        return self._made_formats[key]

    def _made_format(self, run: Run, look: Look, *, latin: bool) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(QColor(self._colors.colors[look.color]))
        if run.bold:
            made.setFontWeight(QFont.Weight.Bold)
        if run.bold and look.face == "note":
            # hand-written faces have no bold: Qt would draw each glyph twice, and twice it would be copied
            made.setFontFamilies(self._families["heading"])
        made.setFontItalic(run.italic)
        made.setFontStrikeOut(run.struck)
        if run.code:
            made.setFontFamilies(self._families["code"])
        if run.href:
            made.setAnchor(True)
            made.setAnchorHref(run.href)
            made.setForeground(QColor(self._colors.colors["accent"]))
        if run.role == "number" or run.raised:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        if run.role == "tag":
            made.setFontFamilies(self._families["interface"])
            made.setFontPointSize(min(look.size, 9))
            made.setForeground(QColor(self._colors.colors["ink"]))
        if run.role == "tag" and run.color is not None:
            made.setBackground(QBrush(QColor(self._colors.tints[run.color])))
        if latin:
            made.setFontFamilies(self._families["reading"])
        self._mark(run, made)
        return made

    def _mark(self, run: Run, made: QTextCharFormat) -> None:
        """Show what marks a run: the tint of the innermost excerpt, a line below for another one, or an underline."""
        tinted = [excerpt for excerpt in run.covering if excerpt.highlight.style == "highlight"]
        lined = [excerpt for excerpt in run.covering if excerpt.highlight.style == "underline"] or tinted[:-1]
        if tinted:
            made.setBackground(QBrush(QColor(self._colors.tints[tinted[-1].color])))
        if lined:
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            made.setUnderlineColor(QColor(self._colors.lines[lined[-1].color]))

    def _number_page(self) -> None:
        font = self._fonts["interface"]
        font.setPointSizeF(8.5)
        font.setBold(False)
        self._painter.setPen(QColor(self._colors.colors["soft"]))
        layout = QTextLayout(str(self._number), font, self._writer)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        left = (self._width - line.naturalTextWidth()) / 2
        self._draw(line, QPointF(left, self._height + self._points(14)), layout)

    def _points(self, points: float) -> float:
        return points * _DOTS / 72

    @cached_property
    def _options(self) -> tuple[QTextOption, QTextOption]:
        """Return how lines are broken that are read from the left, and from the right."""
        options = QTextOption(Qt.AlignmentFlag.AlignLeft), QTextOption(Qt.AlignmentFlag.AlignLeft)
        for option in options:
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        options[0].setTextDirection(Qt.LayoutDirection.LeftToRight)
        options[1].setTextDirection(Qt.LayoutDirection.RightToLeft)
        return options

    @cached_property
    def _families(self) -> dict[str, list[str]]:
        told = tomllib.loads(path("styles/measures.toml").read_text(encoding="utf-8"))
        return {use: [*names, *told["families"]["interface"]] for use, names in told["families"].items()}

    @cached_property
    def _fonts(self) -> dict[str, QFont]:
        fonts: dict[str, QFont] = {}
        for use, names in self._families.items():
            fonts[use] = QFont()
            fonts[use].setFamilies(names)
            fonts[use].setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return fonts


_LATIN = re.compile(r"([!-~\u00a1-\u024f](?:[ -~\u00a0-\u024f]*[!-~\u00a1-\u024f])?)")
_BEFORE: dict[Align, float] = {"left": 0, "center": 0.5, "right": 1}
"""How much of the room that a line leaves stands before it."""
_MILLIMETRE = QPageLayout.Unit.Millimeter


def _application() -> QGuiApplication | None:
    """Return an application that was made because there was none: without one, Qt has no faces."""
    if QGuiApplication.instance() is not None:
        return None
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication([])


def _cut(block: Block) -> list[Block]:
    """Return a paragraph in parts of which none is too long to be set at once."""
    if sum(len(run.text) for run in block.runs) <= _LONGEST:
        return [block]
    parts: list[Block] = []
    runs: list[Run] = []
    room = _LONGEST
    for run in block.runs:
        at = 0
        while len(run.text) - at > room:
            runs.append(_piece(run, at, at + room))
            at += room
            parts.append(replace(block, runs=tuple(runs), indented=block.indented and not parts, turns=False))
            runs, room = [], _LONGEST
        runs.append(_piece(run, at, len(run.text)))
        room -= len(run.text) - at
    return [*parts, replace(block, runs=tuple(runs), indented=block.indented and not parts, turns=False)]


def _piece(run: Run, start: int, end: int) -> Run:
    return replace(run, text=run.text[start:end])
