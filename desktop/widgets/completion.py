"""Completing references while Markdown is written: `[[` opens the list, choosing writes the reference."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from desktop.itemmodels.references import Offer, References
from desktop.translation import tr
from desktop.widgets.markdownstyle import utf16_length
from desktop.widgets.offerlist import Offered, OfferList

if TYPE_CHECKING:
    from desktop.widgets.markdowneditor import MarkdownEditor

BEGUN = re.compile(r"(?<!!)\[\[([^\[\]\n|:]{0,40})$")
ICONS = {"highlight": "note", "document": "files", "tag": "tag", "memo": "notebook"}
TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class Completion(QObject):
    """Watches one editor, and answers for the keys of the list while that is shown."""

    def __init__(self, editor: MarkdownEditor, references: References) -> None:
        super().__init__(editor)
        self._editor = editor
        self._references = references
        self._list: OfferList | None = None
        editor.textChanged.connect(self._look)
        editor.cursorPositionChanged.connect(self._leave)
        editor.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._list is not None and self._list.isVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.is_open or self._list is None:
            return super().eventFilter(watched, event)
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._list.hide()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (*TAKING, Qt.Key.Key_Escape):
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not self._editor.composing:
            return self._take_key(self._list, event)
        return super().eventFilter(watched, event)

    def _take_key(self, rows: OfferList, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            rows.hide()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            rows.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in TAKING and isinstance(rows.current, Offer):
            self._write(rows.current)
        else:
            return False
        return True

    def _begun(self) -> re.Match[str] | None:
        """Return what is typed of a reference before the caret."""
        cursor = self._editor.textCursor()
        if cursor.hasSelection() or not self._editor.hasFocus():
            return None
        line = cursor.block().text().encode("utf-16-le", "surrogatepass")
        before = line[: 2 * cursor.positionInBlock()].decode("utf-16-le", "surrogatepass")
        return BEGUN.search(before)

    def _look(self) -> None:
        begun = self._begun()
        if begun is None:
            if self._list is not None:
                self._list.hide()
            return
        if self._list is None:
            # a child of the window, so that it may reach beyond the editor
            self._list = OfferList(self._editor.themes, self._editor.window())
            self._list.name(tr("Links"))
            self._list.chosen.connect(self._write)
        caret = self._editor.cursorRect()
        place = QRect(self._editor.viewport().mapToGlobal(caret.topLeft()), caret.size())
        offers = self._references.offered(begun[1])
        self._list.show_offers([Offered(ICONS[offer.kind], offer.words, offer) for offer in offers], place)

    def _leave(self) -> None:
        if self.is_open and self._list is not None and self._begun() is None:
            self._list.hide()

    def _write(self, offer: Offer) -> None:
        begun = self._begun()
        if self._list is not None:
            self._list.hide()
        if begun is None:
            return
        cursor = self._editor.textCursor()
        cursor.beginEditBlock()
        cursor.setPosition(cursor.position() - utf16_length(begun[0]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(offer.markdown)
        cursor.endEditBlock()
        self._editor.setTextCursor(cursor)
