"""The readings that float above a word or a selection; the mouse goes through them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.reader.rubyhover import ReadingRow
from desktop.reader.rubyroom import ruby_size
from desktop.reader.style import ReaderStyle

_LEAST_SIZE = 11
_GAP = 0.3  # em between two syllables
_PADDING_X, _PADDING_Y = 3, 1
_RADIUS = 3
_OVERLAP = 1  # pixels that the float may reach into the em box of its characters, whose top is free


class RubyTip(QWidget):
    """A transparent child as large as the readings it shows, each row on a slip of the page's colour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._slips: list[QRectF] = []
        self._words: list[tuple[QPointF, str]] = []
        self._style: ReaderStyle | None = None
        self.hide()

    def show_rows(self, rows: Sequence[ReadingRow], style: ReaderStyle) -> None:
        """Show `rows`, in the coordinates of the parent; nothing where there are none."""
        self._slips, self._words, self._style = [], [], style
        if not rows:
            self.hide()
            return
        self.setFont(_sized(style))
        metrics = QFontMetricsF(self.font())
        for row in rows:
            self._add(row, metrics)
        self.setAccessibleName(" ".join(syllable.text for row in rows for syllable in row.syllables))
        whole = QRectF()
        for slip in self._slips:
            whole = whole.united(slip)
        self.setGeometry(whole.toAlignedRect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._style is None:
            return
        painter = QPainter(self)
        painter.translate(-self.x(), -self.y())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.page)
        for slip in self._slips:
            painter.drawRoundedRect(slip, _RADIUS, _RADIUS)
        painter.setPen(self._style.ruby_color)
        for place, text in self._words:
            painter.drawText(place, text)
        painter.end()

    def _add(self, row: ReadingRow, metrics: QFontMetricsF) -> None:
        """Put each syllable over its character where there is room, and otherwise one after the other over all."""
        widths = [metrics.horizontalAdvance(syllable.text) for syllable in row.syllables]
        gap = _GAP * self.font().pixelSize()
        lefts = [syllable.middle - width / 2 for syllable, width in zip(row.syllables, widths, strict=True)]
        if any(lefts[at] + widths[at] + gap > lefts[at + 1] for at in range(len(lefts) - 1)):
            *starts, whole = accumulate((width + gap for width in widths), initial=0.0)
            begin = row.box.center().x() - (whole - gap) / 2
            lefts = [begin + start for start in starts]
        furthest = lefts[-1] + widths[-1]
        room = self.parentWidget().width() - _PADDING_X
        shift = max(_PADDING_X - lefts[0], 0) or min(room - furthest, 0)
        ink = metrics.tightBoundingRect("ǚgp")
        height = ink.height() + 2 * _PADDING_Y
        top = max(round(row.box.top()) + _OVERLAP - height, 0)
        left = lefts[0] + shift - _PADDING_X
        self._slips.append(QRectF(left, top, furthest - lefts[0] + 2 * _PADDING_X, height))
        baseline = round(top + _PADDING_Y - ink.top())
        self._words += [
            (QPointF(at + shift, baseline), syllable.text) for at, syllable in zip(lefts, row.syllables, strict=True)
        ]


def _sized(style: ReaderStyle) -> QFont:
    font = QFont(style.caption)
    font.setPixelSize(max(ruby_size(style.size), _LEAST_SIZE))
    return font
