"""The bar in which one searches the text: a field, in which form, how many hits, previous and next, away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QToolButton, QWidget

from desktop.settings import Settings
from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.composing import ComposedLine
from desktop.widgets.floating import FloatingPanel
from desktop.widgets.icons import icon

_FIELD_WIDTH, _LEAST_FIELD = 200, 96
_COUNT_WIDTH = 72
_MARGINS = (8, 6, 6, 6)
_GAP = 4
_UNBOUND = QRect(0, 0, 10_000, 0)
"""Room for all, until it is known how much there is."""


class FindBar(FloatingPanel):
    """Says what is searched for and which way to go; it does not search."""

    query_changed = Signal(str)
    """What is searched for, or in which form, is another."""
    next_asked = Signal()
    previous_asked = Signal()
    hit_taken = Signal()
    """The current hit is what was looked for."""
    marking_asked = Signal()
    """All hits are to be made marks."""
    left = Signal()

    def __init__(self, themes: Themes, settings: Settings, parent: QWidget) -> None:
        super().__init__(themes, parent)
        self._settings = settings
        self._field = ComposedLine(self)
        self._field.setMinimumWidth(_LEAST_FIELD)
        self._count = QLabel(self)
        self._count.setProperty("role", "soft")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setMinimumWidth(_COUNT_WIDTH)
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._exact, self._previous, self._next, self._mark, self._close = (QToolButton(self) for _ in range(5))
        self._exact.setCheckable(True)
        self._exact.setChecked(settings.find_exact)
        self._room = _UNBOUND
        self._lay_out()
        self._connect()
        self._draw()
        self.retranslate()
        self.show_count(None, 0)

    def _lay_out(self) -> None:
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(*_MARGINS)
        self._lines.setSpacing(_GAP)
        asked, steps = QHBoxLayout(), QHBoxLayout()
        asked.addWidget(self._field, 1)
        asked.addWidget(self._exact)
        for part in (self._count, self._previous, self._next, self._mark, self._close):
            steps.addWidget(part)
        for line in (asked, steps):
            line.setSpacing(_GAP)
            self._lines.addLayout(line)

    def _connect(self) -> None:
        for button in (self._exact, self._previous, self._next, self._mark, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._field.textChanged.connect(self.query_changed)
        self._exact.toggled.connect(self._change_form)
        self._settings.changed.connect(self._follow)
        self._previous.clicked.connect(self.previous_asked)
        self._next.clicked.connect(self.next_asked)
        self._mark.clicked.connect(self.marking_asked)
        self._close.clicked.connect(self.left)
        self.themes.changed.connect(self._draw)

    @property
    def query(self) -> str:
        """What is searched for."""
        return self._field.text()

    @property
    def exact(self) -> bool:
        """Whether only what is written like the query is found."""
        return self._exact.isChecked()

    def ask(self, query: str | None = None) -> None:
        """Put the focus into the field, on all of its text; with `query` that is searched for first."""
        if query is not None:
            self._field.setText(query)
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def show_count(self, current: int | None, count: int, *, searching: bool = False) -> None:
        """Show which hit of how many is the current one, counted from 0, if that is known, and that more may come."""
        missing = bool(self.query) and not count and not searching
        number, total = "…" if current is None else f"{current + 1:,}", f"{count:,}"
        if not self.query:
            text = ""
        elif missing:
            text = tr("No hits")
        elif searching and not count:
            text = "…"
        elif searching:
            text = tr("{current} / {count}…", current=number, count=total)
        else:
            text = tr("{current} / {count}", current=number, count=total)
        self._count.setText(text)
        self._make_room()
        self._previous.setEnabled(count > 0)
        self._next.setEnabled(count > 0)
        self._mark.setEnabled(count > 0)
        if self._field.property("missing") != missing:
            self._field.setProperty("missing", missing)
            self._field.style().polish(self._field)

    def stand_within(self, room: QRect) -> None:
        """Stand at the top right of `room` and no wider: the field gives way first, then the bar takes two lines."""
        self._room = room
        way = QBoxLayout.Direction
        self._lines.setDirection(way.LeftToRight)
        least = self._lines.totalMinimumSize().width()
        if least > room.width():
            self._lines.setDirection(way.TopToBottom)
        wanted = least - _LEAST_FIELD + _FIELD_WIDTH
        self.resize(min(wanted, room.width()), self._lines.totalSizeHint().height())
        self.move(room.right() - self.width() + 1, room.top())

    def _make_room(self) -> None:
        """Let the bar grow to the left, and never back, where the count is longer than any before."""
        wanted = self._count.sizeHint().width()
        if wanted > self._count.minimumWidth():
            self._count.setMinimumWidth(wanted)
            self.stand_within(self._room)

    def retranslate(self) -> None:
        """Put everything into the user's language."""
        self.setAccessibleName(tr("Find in document"))
        self._field.setPlaceholderText(tr("Find in document"))
        self._field.setAccessibleName(tr("Find in document"))
        self._exact.setText(tr("Exact form"))
        self._exact.setAccessibleName(tr("Exact form"))
        self._exact.setToolTip(tr("Find the query only as it is written, not in other forms or across punctuation"))
        for button, name in (
            (self._previous, tr("Previous hit")),
            (self._next, tr("Next hit")),
            (self._mark, tr("Mark hits…")),
            (self._close, tr("Close the find bar")),
        ):
            button.setToolTip(name)
            button.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.hit_taken.emit()
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _change_form(self, exact: bool) -> None:
        self._settings.find_exact = exact
        if self.isVisible():
            self.query_changed.emit(self.query)

    def _follow(self, name: str) -> None:
        if name == "find_exact":
            self._exact.setChecked(self._settings.find_exact)

    def _draw(self) -> None:
        theme = self.themes.current
        side = theme.length("icon")
        for button, name in (
            (self._previous, "caret-up"),
            (self._next, "caret-down"),
            (self._mark, "tag"),
            (self._close, "x"),
        ):
            button.setIcon(icon(name, theme))
            button.setIconSize(QSize(side, side))
