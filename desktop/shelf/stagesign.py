"""The small sign of how far a document is read: a circle that fills, and a tick once it is done."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.theme import Theme
from desktop.widgets.icons import pixmap
from library.models import Stage

SIZE = 10
_LINE = 1.2
_TOP, _WHOLE = 90 * 16, -360 * 16
"""Where a sector begins and how far it goes round, in the sixteenths of a degree that Qt counts."""


def paint_stage(painter: QPainter, middle: QPoint, stage: Stage, part: float, theme: Theme) -> None:
    """Paint the sign around `middle`; `part` of the text, from 0 to 1, was seen. What is unread has none."""
    if stage == "unread":
        return
    if stage == "done":
        painter.drawPixmap(middle.x() - SIZE // 2, middle.y() - SIZE // 2, pixmap("check", theme, size=SIZE))
        return
    circle = QRectF(middle.x() - SIZE / 2, middle.y() - SIZE / 2, SIZE, SIZE)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("soft"), _LINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle.adjusted(_LINE / 2, _LINE / 2, -_LINE / 2, -_LINE / 2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("soft"))
    painter.drawPie(circle.adjusted(_LINE, _LINE, -_LINE, -_LINE), _TOP, round(_WHOLE * part))
