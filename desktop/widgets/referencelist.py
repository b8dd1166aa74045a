"""The list below the caret that completes a reference; the editor keeps the focus and hands its keys on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from desktop.itemmodels.references import Offer
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.floating import FloatingPanel
from desktop.widgets.icons import icon

WIDTH, ROWS, ROW_HEIGHT, PADDING, OFF = 320, 6, 28, 6, 4
OFFER_ROLE = Qt.ItemDataRole.UserRole + 1
ICONS = {"highlight": "note", "document": "files", "tag": "tag", "memo": "notebook"}


class ReferenceList(FloatingPanel):
    """Shows what can be referred to."""

    chosen = Signal(object)
    """Carries the `Offer` that was chosen."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(themes, parent)
        self._rows = QStandardItemModel(self)
        self._list = QListView(self)
        self._list.setModel(self._rows)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setAccessibleName(tr("Links"))
        self._list.clicked.connect(self._click)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.addWidget(self._list)
        self.setFixedWidth(WIDTH)

    @property
    def current(self) -> Offer | None:
        """The row that Enter takes."""
        offer = self._list.currentIndex().data(OFFER_ROLE)
        return offer if isinstance(offer, Offer) else None

    def show_offers(self, offers: Sequence[Offer], caret: QRect) -> None:
        """Show rows below the caret, in global coordinates, or above it; none hides the list."""
        if not offers:
            self.hide()
            return
        self._rows.clear()
        theme = self.themes.current
        for offer in offers:
            item = QStandardItem(icon(ICONS[offer.kind], theme), offer.words)
            item.setData(offer, OFFER_ROLE)
            self._rows.appendRow(item)
        self._list.setFixedHeight(ROW_HEIGHT * min(ROWS, len(offers)))
        self._list.setCurrentIndex(self._rows.index(0, 0))
        self.stand_by(caret, OFF)
        if not self.isVisible():
            self.appear()

    def step(self, by: int) -> None:
        """Make another row the current one, round the ends."""
        row = (self._list.currentIndex().row() + by) % self._rows.rowCount()
        self._list.setCurrentIndex(self._rows.index(row, 0))

    def _click(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(OFFER_ROLE))
