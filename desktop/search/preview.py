"""What stands around a hit: several lines of its document, beside or below the list."""

from __future__ import annotations

import re
from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QTextEdit, QVBoxLayout, QWidget

from desktop.itemmodels.findings import Entry
from desktop.translation import tr

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.theme import Themes
    from library.search.hits import Hit

BEFORE, BEHIND = 60, 480
"""Code points of the text that are shown around a hit."""
LONGEST = 4000
"""Code points of a hit that are shown: a pattern may find a whole document."""
MARGIN = 12
ABOVE = 4
"""Pixels above the first line that is in sight."""
HEIGHT = 118
"""Percent: the pitch of the lines, of the height that the face asks for."""


class _Text(QTextEdit):
    """The text in the room there is: the hit is in sight, and the first line whole, however wide that becomes."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bring_up()

    def bring_up(self) -> None:
        """Scroll so that the hit stands a third down, where there is enough text behind it, below whole lines."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().top() - self.viewport().height() // 3)
        if bar.value():
            first = self.cursorForPosition(QPoint(0, 0))
            bar.setValue(bar.value() + self.cursorRect(first).top() - ABOVE)


class Preview(QFrame):
    """Shows the text around a hit, which stands out in it, below what document and paragraph it is from."""

    def __init__(self, session: Session, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._themes = themes
        self._shown: Hit | Entry | None = None
        self._place = QLabel(self)
        self._place.setTextFormat(Qt.TextFormat.PlainText)
        self._place.setProperty("role", "caption")
        self._place.setWordWrap(True)
        self._text = _Text(self)
        self._text.setReadOnly(True)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text.setObjectName("preview")
        self._text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 8, MARGIN, 6)
        column.setSpacing(4)
        column.addWidget(self._place)
        column.addWidget(self._text, 1)
        themes.changed.connect(self._draw)
        session.closed.connect(self.clear)
        self.retranslate()

    def clear(self) -> None:
        """Show nothing, and leave the room to the results."""
        self._shown = None
        self._place.clear()
        self._text.clear()
        self.hide()

    def show_hit(self, hit: Hit) -> None:
        """Show the text around a hit."""
        self._shown = hit
        self._draw()

    def show_entry(self, entry: Entry) -> None:
        """Show a title, a note or a tag with what was found in it."""
        self._shown = entry
        self._draw()

    def retranslate(self) -> None:
        """Speak the user's language."""
        self._text.setAccessibleName(tr("Text around the hit"))
        self._draw()

    def _draw(self) -> None:
        shown, library = self._shown, self._session.library
        if shown is None or library is None:
            return
        self.show()
        if isinstance(shown, Entry):
            self._place.clear()
            text, start, end = shown.text, shown.start, shown.end
            self._set_text(text[:start], text[start:end], text[end:])
            return
        document = library.documents.get(shown.document_id)
        with closing(library.documents.text(shown.document_id)) as text:
            first = max(0, shown.start - BEFORE)
            before = text.slice(first, shown.start)
            behind = text.slice(shown.end, shown.end + BEHIND)
            hit = text.slice(shown.start, min(shown.end, shown.start + LONGEST))
            number = max(1, text.number(text.block_at(shown.start)))
            ends = shown.end + BEHIND >= text.length
        place = tr("¶ {number}", number=f"{number:,}")
        self._place.setText(" · ".join(filter(None, (document.title, document.date, place))))
        self._set_text("…" * (first > 0) + before.lstrip("\n"), hit, behind.rstrip("\n") + "…" * (not ends))

    def _set_text(self, before: str, hit: str, behind: str) -> None:
        theme = self._themes.current
        self._text.document().setDefaultFont(theme.reading_font(theme.size("quote")))
        self._text.clear()
        cursor = QTextCursor(self._text.document())
        pitch = QTextBlockFormat()
        pitch.setLineHeight(HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        pitch.setBottomMargin(3)
        cursor.setBlockFormat(pitch)
        plain, marked = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(theme.color("ink"))
        marked.setForeground(theme.color("ink"))
        marked.setBackground(theme.tint("yellow"))
        cursor.insertText(_lines(before), plain)
        at = cursor.position()
        cursor.insertText(_lines(hit), marked)
        cursor.insertText(_lines(behind), plain)
        cursor.setPosition(at)
        self._text.setTextCursor(cursor)
        self._text.bring_up()


def _lines(text: str) -> str:
    """Return a text without empty lines: the room is small."""
    return re.sub(r"\n{2,}", "\n", text)
