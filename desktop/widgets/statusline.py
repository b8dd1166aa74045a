"""The line at the foot of the window: where one is, where else the selection stands, and the size of the type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from desktop.theme import Themes
from desktop.translation import plural, tr

if TYPE_CHECKING:
    from library.searching import Count

State = Literal["none", "saved", "reading"]


class StatusLine(QFrame):
    """Shows what it is told; it asks nobody."""

    found_pressed = Signal()
    """What is said to stand in the library should be shown."""

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusline")
        self._paragraph: tuple[int, int] | None = None
        self._length: int | None = None
        self._repeated = 0
        self._state: State = "none"
        self._mode = ""
        self._found: Count | None = None
        self._place, self._places = QToolButton(self), QToolButton(self)
        self._percent, self._count, self._saved = (QLabel(self) for _ in range(3))
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(themes.current.length("progress_width"), themes.current.length("progress_height"))
        for label in (self._percent, self._count, self._saved):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(7, 0, 12, 0)
        self._row.setSpacing(22)
        for part in (self._place, self._bar, self._percent, self._count, self._places):
            self._row.addWidget(part)
        self._places.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._places.clicked.connect(self.found_pressed)
        self._places.hide()
        self._row.addStretch(1)
        self._row.addWidget(self._saved)
        self._pinyin = QToolButton(self)
        self._row.addWidget(self._pinyin)
        self._zoom = QHBoxLayout()
        self._zoom.setSpacing(0)
        self._row.addLayout(self._zoom)
        self.setFixedHeight(themes.current.length("statusbar"))
        self.clear()

    def add_zoom(self, action: QAction, text: str = "") -> QToolButton:
        """Put a button for `action` at the right end, with `text` on it."""
        button = QToolButton(self)
        button.setText(text)
        self._connect(button, action)
        self._zoom.addWidget(button)
        return button

    def add_place(self, action: QAction) -> None:
        """Let a click on where one is do `action`, which asks where to go."""
        self._connect(self._place, action)

    def add_pinyin(self, action: QAction) -> None:
        """Let the button that says where pinyin stands do `action`."""
        self._connect(self._pinyin, action)

    def show_place(self, paragraph: int, total: int, percent: int) -> None:
        """Say which paragraph of how many stands at the top, and how far the reader has come."""
        self._paragraph = (paragraph, total)
        self._bar.setValue(percent)
        self._percent.setText(f"{percent}%")
        self._show(True)
        self.retranslate()

    def show_length(self, length: int) -> None:
        """Say how many characters the document has."""
        self._length = length
        self.retranslate()

    def show_repeated(self, repeated: int) -> None:
        """Say how many of these characters stand in passages that are printed twice, and count them only once."""
        self._repeated = repeated
        self.retranslate()

    def show_found(self, found: Count | None) -> None:
        """Say how often what is selected stands in the library; None where that is not known."""
        self._found = found
        self._places.setVisible(found is not None)
        self.retranslate()

    def show_state(self, state: State) -> None:
        """Say whether what was written is on the disk."""
        self._state = state
        self.retranslate()

    def show_pinyin(self, mode: str) -> None:
        """Say where pinyin stands: one of the choices of the setting."""
        self._mode = mode
        self.retranslate()

    def clear(self) -> None:
        """Say nothing of a document."""
        self._paragraph = self._length = None
        self._show(False)

    def retranslate(self) -> None:
        if self._paragraph is not None:
            number, total = self._paragraph
            self._place.setText(tr("Paragraph {number} / {total}", number=f"{number:,}", total=f"{total:,}"))
        if self._length is not None:
            length = plural(self._length - self._repeated, "{count:,} character", "{count:,} characters")
            twice = tr("and {count} printed twice", count=f"{self._repeated:,}")
            self._count.setText(f"{length} · {twice}" if self._repeated else length)
        if self._found is not None:
            self._places.setText(_said(self._found))
            self._places.setAccessibleName(self._places.text())
            self._places.setToolTip(tr("Search the library for what is selected"))
        states: dict[State, str] = {
            "none": "",
            "saved": tr("Saved"),
            "reading": tr("Read only"),
        }
        self._saved.setText(states[self._state])
        modes = {
            "off": tr("Pinyin: off"),
            "hover": tr("Pinyin: hover"),
            "rare": tr("Pinyin: rare"),
            "all": tr("Pinyin: all"),
        }
        self._pinyin.setText(modes.get(self._mode, ""))
        self._bar.setAccessibleName(tr("Progress of reading"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _show(self, shown: bool) -> None:
        for part in (self._place, self._bar, self._percent, self._count):
            part.setVisible(shown)

    def _connect(self, button: QToolButton, action: QAction) -> None:
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: self._name(button, action))
        self._name(button, action)

    @staticmethod
    def _name(button: QToolButton, action: QAction) -> None:
        name = action.text().replace("&", "")
        button.setToolTip(f"{name}  {action.shortcut().toString()}".strip())
        button.setAccessibleName(name)
        button.setEnabled(action.isEnabled())


def _said(found: Count) -> str:
    parts = [
        plural(found.places, "{count} place", "{count} places"),
        *([tr("≈ {count}", count=f"{found.crossing:,}")] if found.crossing else []),
        plural(found.documents, "{count} document", "{count} documents"),
    ]
    if found.repeated:
        parts.append(tr("{count} more printed twice", count=f"{found.repeated:,}"))
    return " · ".join([*parts, tr("first {year}", year=found.since)] if found.since else parts)
