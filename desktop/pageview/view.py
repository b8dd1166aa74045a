"""The page view: the line above, the pages below, and what is said where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QStackedLayout, QVBoxLayout, QWidget

from desktop.pageview.bar import PageBar
from desktop.pageview.canvas import PageCanvas
from desktop.translation import tr, words

if TYPE_CHECKING:
    from desktop.pageview.passages import Passages
    from desktop.theme import Themes
    from library.errors import LibraryError
    from library.rendering.process import PageProcess

NARROWEST, LOWEST = 220, 160
_MARGIN = 32


class PageView(QFrame):
    """Shows the pages of one file at a time."""

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageview")
        self.bar = PageBar(themes, self)
        self.canvas = PageCanvas(themes, self)
        self._reason: LibraryError | None = None
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._words.setMargin(_MARGIN)
        self._words.setProperty("role", "soft")
        self._words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(self._stack, 1)
        self.setMinimumSize(NARROWEST, LOWEST)
        self.setFocusProxy(self.canvas)
        self._connect()
        self.retranslate()

    def open(self, pages: PageProcess, passages: Passages) -> None:
        """Show the pages of a file."""
        self._reason = None
        self._stack.setCurrentWidget(self.canvas)
        self.canvas.open(pages, passages)

    def refuse(self, reason: LibraryError) -> None:
        """Say why there are no pages to be shown."""
        self.canvas.close_file()
        self._reason = reason
        self._words.setText(words(reason))
        self._stack.setCurrentWidget(self._words)

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.canvas.setAccessibleName(tr("Pages"))
        if self._reason is not None:
            self._words.setText(words(self._reason))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _connect(self) -> None:
        bar, canvas = self.bar, self.canvas
        bar.page_wanted.connect(canvas.go_to_page)
        bar.zoom_stepped.connect(canvas.zoom_by)
        bar.zoom_wanted.connect(canvas.set_zoom)
        bar.left.connect(lambda: canvas.setFocus(Qt.FocusReason.OtherFocusReason))
        canvas.turned.connect(self._show)
        canvas.zoomed.connect(self._show)
        canvas.supply.refused.connect(self.refuse)
        self._show()

    def _show(self) -> None:
        canvas = self.canvas
        self.bar.show_page(canvas.page, canvas.count)
        self.bar.show_zoom(canvas.zoom, canvas.percent)
