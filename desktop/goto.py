"""Going to a place in the text that one types: a paragraph by its number, or a percentage."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt

from desktop.reader.parallel import first_block
from desktop.translation import plural, tr
from desktop.widgets.gotobar import GoToBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.reader.document import ReaderDocument
    from desktop.reader.pane import ReaderPane
    from desktop.theme import Themes
    from desktop.trail import Trail

PREVIEWED = 50
"""Code points of the text that the bar shows."""

_PARAGRAPH = re.compile(r"(?:p|par|paragraph|第|段|¶|§)?\.?\s*(\d{1,12})\s*段?", re.IGNORECASE)
_SHARE = re.compile(r"(\d{1,12}(?:\.\d{1,6})?)\s*%|百分之\s*(\d{1,12})")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph by its number, counted from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class Share:
    """How much of the text lies before a place, in percent."""

    percent: float


def parse(text: str) -> Paragraph | Share | None:
    """Return what place `text` means, such as `118`, `p 118`, `第118段` or `38%`; None where it means none."""
    plain = unicodedata.normalize("NFKC", text).strip().replace(",", "")
    share = _SHARE.fullmatch(plain)
    if share is not None:
        return Share(float(share.group(1) or share.group(2)))
    paragraph = _PARAGRAPH.fullmatch(plain)
    return Paragraph(int(paragraph.group(1))) if paragraph is not None else None


def position_of(document: ReaderDocument, place: Paragraph | Share) -> int | None:
    """Return the code point where a place begins, or None where the text has no such place."""
    if isinstance(place, Share):
        return round(document.length * place.percent / 100) if place.percent <= 100 else None
    if not 1 <= place.number <= paragraphs(document):
        return None
    return document.start(first_block(document, place.number))


def paragraphs(document: ReaderDocument) -> int:
    """Return how many paragraphs a text has."""
    return document.number(document.block_count - 1)


class GoTo(QObject):
    """Asks for a place over a pane, shows what stands there while one types, and goes there: a jump."""

    def __init__(self, pane: ReaderPane, trail: Trail, themes: Themes, ground: QWidget) -> None:
        super().__init__(ground)
        self._pane = pane
        self._trail = trail
        self._position: int | None = None
        self.bar = GoToBar(themes, ground)
        self.bar.typed.connect(self._look)
        self.bar.taken.connect(self._take)
        self.bar.left.connect(self._leave)
        pane.text_closing.connect(self.bar.hide)
        ground.installEventFilter(self)

    def ask(self) -> None:
        """Ask where to go."""
        if self._pane.flow is not None:
            self.bar.ask()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.bar.isVisible():
            self._look(self.bar.field.text())
        return super().eventFilter(watched, event)

    def _look(self, text: str) -> None:
        """Say what stands at the place that is typed, or why there is none."""
        self._position = None
        flow = self._pane.flow
        if flow is None:
            return
        document, place = flow.document, parse(text)
        count = paragraphs(document)
        if not text.strip():
            self.bar.show_hint(self._hint(count))
        elif place is None:
            self.bar.show_fault(tr("Type a paragraph number, such as 118, or a percentage, such as 38%."))
        elif (position := position_of(document, place)) is None:
            self.bar.show_fault(self._fault(place, count))
        else:
            self._position = position
            self._preview(document, position)

    def _hint(self, count: int) -> str:
        return plural(count, "{count:,} paragraph", "{count:,} paragraphs")

    def _fault(self, place: Paragraph | Share, count: int) -> str:
        if isinstance(place, Share):
            return tr("A percentage goes from 0 to 100.")
        return plural(count, "This text has {count:,} paragraph.", "This text has {count:,} paragraphs.")

    def _preview(self, document: ReaderDocument, position: int) -> None:
        number = max(1, document.number(document.block_at(position)))
        percent = round(100 * position / document.length) if document.length else 0
        place = tr("Paragraph {number} · {percent}%", number=f"{number:,}", percent=percent)
        passage = " ".join(document.text.slice(position, position + PREVIEWED).split())
        self.bar.show_place(place, f"{passage}…" if position + PREVIEWED < document.length else passage)

    def _take(self) -> None:
        position, flow = self._position, self._pane.flow
        if position is None or flow is None:
            return
        with self._trail.jump():
            if position >= flow.document.length:
                self._pane.scroll_to_end()
            else:
                self._pane.scroll_to_place(position)
        self._leave()

    def _leave(self) -> None:
        # before the bar goes, for its focus would go to some other part of the window first
        self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bar.hide()
