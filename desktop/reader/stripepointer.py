"""What the mouse does on the stripes beside the text: hovering names their tags, a click selects the highlight."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QToolTip

from desktop.reader.stripes import Stripe, stripes_at
from desktop.translation import tr

if TYPE_CHECKING:
    from desktop.reader.pane import ReaderPane


class StripePointer(QObject):
    """Finds the stripes under the mouse for the pane that shows them."""

    def __init__(self, pane: ReaderPane) -> None:
        super().__init__(pane)
        self._pane = pane

    def press(self, event: QMouseEvent) -> bool:
        """Take a press on a stripe, which selects its highlight, and say whether it was one."""
        found = self._at(event.position().toPoint()) if event.button() is Qt.MouseButton.LeftButton else []
        if not found:
            return False
        pane, (stripe, _) = self._pane, found[0]
        QToolTip.hideText()
        pane.clear_selection()
        pane.set_selected_highlight(stripe.id)
        pane.highlight_clicked.emit(stripe.id)
        return True

    def hover(self, event: QMouseEvent) -> bool:
        """Name the tags that the mouse is on, unless it drags, and say whether it is on a stripe."""
        found = [] if event.buttons() else self._at(event.position().toPoint())
        if not found:
            return False
        viewport = self._pane.viewport()
        if viewport.cursor().shape() is not Qt.CursorShape.PointingHandCursor:
            viewport.setCursor(Qt.CursorShape.PointingHandCursor)
        names = dict.fromkeys(stripe.name or tr("Without a tag") for stripe, _ in found)
        text = "<br>".join(escape(name) for name in names)
        area = found[0][1].toAlignedRect()
        QToolTip.showText(event.globalPosition().toPoint(), f"<span>{text}</span>", viewport, area)
        return True

    def _at(self, point: QPoint) -> list[tuple[Stripe, QRectF]]:
        flow, marks = self._pane.flow, self._pane.marks
        return stripes_at(flow, point, marks.spans, marks.tags) if flow is not None else []
