"""Choosing one document by a part of its title."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from desktop.dialogs.narrowing import NarrowingDialog
from desktop.translation import plural, tr
from library.bibliography.matching import likeness
from library.chinese.folding import fold

_SIZE = QSize(460, 460)
_SHOWN = 200
_ID = Qt.ItemDataRole.UserRole


class DocumentDialog(NarrowingDialog):
    """A field that narrows the titles below it, in whatever form it is written; those most like `about` come first.

    `chosen` carries a document's id.
    """

    chosen = Signal(str)

    def __init__(self, titles: Sequence[tuple[str, str]], about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wanted = fold(about, spaces=False).text
        keys = [(document_id, title, fold(title, spaces=False).text) for document_id, title in titles]
        self._titles = sorted(keys, key=lambda row: (-likeness(wanted, row[2]), row[2]))
        self._what, self._more = QLabel(about, self), QLabel(self)
        for label in (self._what, self._more):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setProperty("role", "soft")
        self.list = QListWidget(self)
        self.list.setProperty("role", "boxed")
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.lay_out(self.list, _SIZE, [self._what], [self._more])
        self.retranslate()

    def accept(self) -> None:
        """Take the current row; without one there is nothing to be done."""
        item = self.list.currentItem()
        if item is not None:
            super().accept()
            self.chosen.emit(item.data(_ID))

    def retranslate(self) -> None:
        """Put everything into the language in force."""
        self.setWindowTitle(tr("Choose the document"))
        self.field.setPlaceholderText(tr("A part of the title"))
        self.field.setAccessibleName(tr("A part of the title"))
        self.list.setAccessibleName(tr("Documents"))
        self.act.setText(tr("Choose"))
        self.cancel.setText(tr("Cancel"))
        self.narrow()

    def narrow(self) -> None:
        """List the titles that the field finds; of very many the first ones, and how many more there are."""
        wanted = fold(self.field.text(), spaces=False).text
        found = [(document_id, title) for document_id, title, key in self._titles if wanted in key]
        self.list.clear()
        for document_id, title in found[:_SHOWN]:
            QListWidgetItem(title, self.list).setData(_ID, document_id)
        self.list.setCurrentRow(0)
        more = len(found) - _SHOWN
        self._more.setText(plural(more, "{count} more: type more", "{count} more: type more") if more > 0 else "")
        self._more.setVisible(more > 0)
        self.act.setEnabled(bool(found))
