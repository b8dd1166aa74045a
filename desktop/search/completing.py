"""Completing a query while it is typed, and the queries that were asked before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent

from desktop.search.field import ENTER
from desktop.search.offers import Completing, Offers
from desktop.settings import Setting, Settings
from desktop.translation import tr
from desktop.widgets.markdownstyle import utf16_length
from desktop.widgets.offerlist import Offered, OfferList

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.search.field import QueryField
    from desktop.theme import Themes

REMEMBERED = 20
MOVED = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.Resize)


class HistorySettings:
    """What was asked lately."""

    recent_searches: Setting[tuple[str, ...]] = Setting(())


class Completion(QObject):
    """Shows a list below the field, and answers for its keys while it is shown.

    The names of fields are offered in passing: only the arrows or Tab choose one, and Enter goes to the results. Up,
    and Down in the empty field, show the queries that were asked before.
    """

    def __init__(self, field: QueryField, kept: QWidget, offers: Offers, themes: Themes, settings: Settings) -> None:
        """`kept` is what the list never stands on, while it is shown below the field."""
        super().__init__(field)
        self._field = field
        self._kept = kept
        self._offers = offers
        self._themes = themes
        self._settings = settings
        self._list: OfferList | None = None
        field.textEdited.connect(self._look)
        offers.speakers.changed.connect(self._look_again)
        for watched in (field, kept):
            watched.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._list is not None and self._list.isVisible()

    def remember(self, query: str) -> None:
        """Put a query first among those that were asked."""
        query = query.strip()
        if query:
            others = [other for other in self._settings.read(HistorySettings.recent_searches) if other != query]
            self._settings.write(HistorySettings.recent_searches, (query, *others)[:REMEMBERED])

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key of the field asks of the list; say whether it did."""
        key = Qt.Key(event.key())
        rows = self._list
        if rows is None or not rows.isVisible():
            if key == Qt.Key.Key_Up or (key == Qt.Key.Key_Down and not self._field.text()):
                return self._show_history()
            return False
        if key == Qt.Key.Key_Escape:
            rows.hide()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            rows.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Tab:
            self._write(rows.current or rows.first)
        elif key in ENTER and rows.current is not None:
            self._write(rows.current)
        else:
            if key in ENTER:
                rows.hide()
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._kept:
            if self.is_open and self._list is not None and event.type() in MOVED:
                self._list.stand_by(self._anchor)
        elif self.is_open and self._list is not None:
            if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
                self._list.hide()
            elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                # before the focus chain, which would take Tab away
                return event.key() == Qt.Key.Key_Tab and self.take(event)
        return super().eventFilter(watched, event)

    @property
    def _before(self) -> str:
        """What stands before the caret."""
        units = self._field.text().encode("utf-16-le", "surrogatepass")
        return units[: 2 * self._field.cursorPosition()].decode("utf-16-le", "surrogatepass")

    def _look(self) -> None:
        """Offer what may complete the words before the caret."""
        offers = self._offers.offered(self._before)
        self._show([Offered(offer.icon, offer.words, offer, offer.color) for offer in offers], choose=_is_value(offers))

    def _look_again(self) -> None:
        """Offer the speakers that are known now, if they are waited for."""
        if self._field.hasFocus() and not self.is_open:
            self._look()

    def _show_history(self) -> bool:
        recent = self._settings.read(HistorySettings.recent_searches)
        self._show([Offered("clock", query, query) for query in recent], choose=True)
        return bool(recent)

    def _show(self, offers: list[Offered], *, choose: bool) -> None:
        if self._list is None:
            if not offers:
                return
            # a child of the window, so that it may reach beyond the sidebar
            self._list = OfferList(self._themes, self._field.window())
            self._list.name(tr("What may be asked for"))
            self._list.chosen.connect(self._write)
        elif self._list.parentWidget() is not self._field.window():
            self._list.setParent(self._field.window())
        self._list.show_offers(offers, self._anchor, choose=choose)

    @property
    def _anchor(self) -> QRect:
        """The field with what stands below it and shall stay in sight, in global coordinates."""
        parts = [self._field, self._kept] if self._kept.isVisible() else [self._field]
        rects = [QRect(part.mapToGlobal(QPoint()), part.size()) for part in parts]
        return rects[0].united(rects[-1])

    def _write(self, value: object) -> None:
        """Write what was chosen into the field."""
        if self._list is not None:
            self._list.hide()
        if isinstance(value, Completing):
            length_utf16 = utf16_length(self._before[-value.length :])
            self._field.setSelection(self._field.cursorPosition() - length_utf16, length_utf16)
            self._field.insert(value.text)
            self._look()
        elif isinstance(value, str):
            self._field.setText(value)


def _is_value(offers: list[Completing]) -> bool:
    return bool(offers) and not offers[0].text.endswith(":")
