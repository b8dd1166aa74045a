"""The list below the caret of what completes the words before it; the editor keeps the focus and hands its keys on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from desktop.theme import Themes
from desktop.widgets.floating import FloatingPanel
from desktop.widgets.icons import icon
from desktop.widgets.swatch import swatch_icon
from library.models import Color

WIDTH, ROWS, ROW_HEIGHT, PADDING, OFF = 320, 6, 28, 6, 4
OFFER_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Offered:
    """A row: its icon or, in place of that, a swatch of its colour, its words, and what it stands for."""

    icon: str
    words: str
    value: object
    color: Color | None = None


class OfferList(FloatingPanel):
    """Shows what is offered. `chosen` carries what the row stands for that was clicked."""

    chosen = Signal(object)

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
        self._list.clicked.connect(self._click)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.addWidget(self._list)
        self.setFixedWidth(WIDTH)

    @property
    def current(self) -> object:
        """What the current row stands for, or None where no row is."""
        return self._list.currentIndex().data(OFFER_ROLE)

    @property
    def first(self) -> object:
        """What the first row stands for."""
        return self._rows.index(0, 0).data(OFFER_ROLE)

    def name(self, text: str) -> None:
        """Say to screen readers what is offered."""
        self._list.setAccessibleName(text)

    def show_offers(self, offers: Sequence[Offered], caret: QRect, *, choose: bool = True) -> None:
        """Show rows below the caret, in global coordinates, or above it; none hides the list.

        Unless `choose` is False the first row is the current one.
        """
        if not offers:
            self.hide()
            return
        self._rows.clear()
        theme = self.themes.current
        for offer in offers:
            sign = swatch_icon(theme, offer.color) if offer.color is not None else icon(offer.icon, theme)
            item = QStandardItem(sign, offer.words)
            item.setData(offer.value, OFFER_ROLE)
            self._rows.appendRow(item)
        self._list.setFixedHeight(ROW_HEIGHT * min(ROWS, len(offers)))
        self._list.setCurrentIndex(self._rows.index(0 if choose else -1, 0))
        self.stand_by(caret, OFF)
        if not self.isVisible():
            self.appear()

    def step(self, by: int) -> None:
        """Make another row the current one, round the ends."""
        now = self._list.currentIndex().row()
        row = (now + by if now >= 0 or by > 0 else by) % self._rows.rowCount()
        self._list.setCurrentIndex(self._rows.index(row, 0))

    def _click(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(OFFER_ROLE))
