"""How a page is painted: paper, print, highlights, what is selected, and where the reader is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from desktop.pageview.dress import PageDress
    from desktop.pageview.passages import Passages
    from desktop.theme import Theme

BAR = 3
"""Pixels that the bar beside what the reader has in sight is wide."""
BAR_GAP = 4
LINE = 2
_RADIUS = 1.5

Range = tuple[int, int]


@dataclass(slots=True)
class Pointed:
    """Passages that are shown for the moment, in code points: in sight in the text, selected, and just gone to."""

    in_sight: Range | None = None
    selected: Range | None = None
    flashed: Range | None = None


class PagePainter:
    """Paints pages in the colours of a theme; `tints` are those of a theme that fits the paper."""

    def __init__(self, theme: Theme, tints: Theme, dress: PageDress) -> None:
        self.theme = theme
        self.tints = tints
        self.dress = dress

    def paper(self, painter: QPainter, rect: QRectF, image: QImage | None, number: int, *, fails: bool) -> None:
        """Paint the paper of a page and its print; until that is drawn, the page's number in its place."""
        painter.fillRect(rect, QColor(self.dress.paper))
        if image is not None:
            painter.drawImage(rect, image)
        else:
            painter.setPen(self.tints.color("soft"))
            painter.setFont(self.theme.interface_font(self.theme.size("small" if fails else "heading")))
            words = tr("This page cannot be shown.") if fails else f"{number + 1:,}"
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(rect.adjusted(BAR, BAR, -BAR, -BAR), int(flags), words)
        painter.setPen(self.theme.color("hairline"))
        painter.drawRect(rect.adjusted(-0.5, -0.5, 0, 0))

    def passages(
        self, painter: QPainter, page: int, rect: QRectF, scale: float, passages: Passages, pointed: Pointed
    ) -> None:
        """Paint the highlights of a page and what is pointed out on it."""
        painter.save()
        painter.setClipRect(rect)
        painter.setCompositionMode(self.dress.blending)
        lines: list[tuple[QRectF, QColor]] = []
        for mark in passages.marks(page):
            placed = [_placed(box, rect, scale) for box in mark.boxes]
            if mark.style == "highlight":
                _fill(painter, placed, self.tints.tint(mark.color))
            else:
                color = self.tints.line(mark.color)
                lines += ((QRectF(box.left(), box.bottom() - LINE / 2, box.width(), LINE), color) for box in placed)
        for held, token in ((pointed.flashed, "accent_tint"), (pointed.selected, "selection")):
            if held is not None:
                boxes = (_placed(box, rect, scale) for box in passages.boxes(page, *held))
                _fill(painter, boxes, self.tints.color(token))
        painter.restore()
        for line, color in lines:
            painter.fillRect(line, color)
        if pointed.in_sight is not None:
            self._bar(painter, rect, [_placed(box, rect, scale) for box in passages.boxes(page, *pointed.in_sight)])

    def _bar(self, painter: QPainter, rect: QRectF, boxes: list[QRectF]) -> None:
        """Paint a bar as high as what is in sight: at the edge of the page, or beside a column in its right half."""
        for column in columns_of(boxes):
            left = rect.left() + BAR_GAP if column.left() < rect.center().x() else column.left() - BAR_GAP - BAR
            painter.fillRect(QRectF(left, column.top(), BAR, column.height()), self.tints.color("accent"))


def columns_of(boxes: Iterable[QRectF]) -> list[QRectF]:
    """Return the columns in which boxes stand that follow the text: one begins where a line stands beside all before.

    What stands on the line of the box before it is in its column.
    """
    columns: list[QRectF] = []
    last = QRectF()
    for box in boxes:
        is_below = bool(columns) and box.left() < columns[-1].right() and box.right() > columns[-1].left()
        if is_below or (columns and box.top() < last.bottom() and box.bottom() > last.top()):
            columns[-1] = columns[-1].united(box)
        else:
            columns.append(QRectF(box))
        last = box
    return columns


def _placed(box: QRectF, rect: QRectF, scale: float) -> QRectF:
    return QRectF(rect.left() + box.left() * scale, rect.top() + box.top() * scale,
                  box.width() * scale, box.height() * scale)  # fmt: skip


def _fill(painter: QPainter, boxes: Iterable[QRectF], color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for box in boxes:
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
