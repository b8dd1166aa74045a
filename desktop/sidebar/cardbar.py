"""The row of buttons that filters the cards: colours, tags, noted, starred; and the button that orders them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QToolButton, QWidget

from desktop.cardorders import GROUPING_NAMES, SORTING_NAMES
from desktop.itemmodels.cardfilter import CardFilter, Facets
from desktop.settings import Settings
from desktop.theme import Themes
from desktop.translation import plural, tr
from desktop.widgets.icons import icon, pixmap
from desktop.widgets.swatch import color_name, paint_swatch
from library.models import COLORS, Color

SIDE, DISC = 26, 16
DIM = 0.35
"""How much is left of a value that would show nothing."""


class FilterButton(QAbstractButton):
    """A value of a filter: a colour, or an icon. One that would show nothing is dim, but can still be taken back."""

    def __init__(self, themes: Themes, *, color: Color | None = None, name: str = "") -> None:
        super().__init__()
        self._themes = themes
        self._color = color
        self._icon = name
        self.dim = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(SIDE, SIDE)
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def show_value(self, words: str, count: int) -> None:
        """Say what the button filters by, and how many cards it would show."""
        told = plural(count, "{name}: {count} highlight", "{name}: {count} highlights", name=words)
        self.setToolTip(told)
        self.setAccessibleName(told)
        self.dim = not count and not self.isChecked()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._themes.current
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, radius = QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.size("radius_control")
        if self.isChecked() or self.underMouse():
            painter.setPen(QPen(theme.color("accent"), 1) if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_tint" if self.isChecked() else "hover"))
            painter.drawRoundedRect(area, radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, radius, radius)
        painter.setOpacity(DIM if self.dim else 1)
        place = QPoint((SIDE - DISC) // 2, (SIDE - DISC) // 2)
        if self._color is not None:
            paint_swatch(painter, QRectF(QRect(place, QSize(DISC, DISC))), theme, self._color)
        else:
            token = "accent" if self.isChecked() else "soft"
            painter.drawPixmap(place, pixmap(self._icon, theme, token, size=DISC))
        painter.end()


class CardBar(QWidget):
    """Says which cards are wanted; what is typed is not its own. The order of the cards is a setting."""

    changed = Signal()
    tags_wanted = Signal(QRect)
    """Tags to filter by are to be chosen; the rectangle is where the button is, in global coordinates."""
    speakers_wanted = Signal(QRect)
    """Speakers to filter by are to be chosen; the rectangle is as above."""
    folding_wanted = Signal(bool)
    """All groups are to be folded, or unfolded."""

    def __init__(self, themes: Themes, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._settings = settings
        self._wanted = CardFilter()
        self.colors = {color: FilterButton(themes, color=color) for color in COLORS}
        self.tags = FilterButton(themes, name="tag")
        self.speakers = FilterButton(themes, name="user")
        self.noted = FilterButton(themes, name="note")
        self.starred = FilterButton(themes, name="star")
        self.order = QToolButton(self)
        self.order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.order.setIconSize(QSize(DISC, DISC))
        self.order.setFixedSize(SIDE, SIDE)
        self.order.setMenu(QMenu(self.order))
        self.order.menu().aboutToShow.connect(self._fill_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        for button in (*self.colors.values(), self.tags, self.speakers, self.noted, self.starred):
            row.addWidget(button)
        row.insertSpacing(len(COLORS), 8)
        row.addStretch(1)
        row.addWidget(self.order)
        for button in (*self.colors.values(), self.noted, self.starred):
            button.clicked.connect(self._click)
        self.tags.clicked.connect(self._ask_tags)
        self.speakers.clicked.connect(self._ask_speakers)
        self.speakers.hide()
        themes.changed.connect(self._draw)
        self._draw()

    @property
    def wanted(self) -> CardFilter:
        """What is asked for here."""
        return self._wanted

    def ask_for(self, wanted: CardFilter) -> None:
        """Ask for something else."""
        self._wanted = wanted
        for color, button in self.colors.items():
            button.setChecked(color in wanted.colors)
        self.noted.setChecked(wanted.noted)
        self.starred.setChecked(wanted.starred)
        self.tags.setChecked(bool(wanted.tag_ids or wanted.untagged))
        self.speakers.setChecked(bool(wanted.speakers))

    def turn_speaker(self, name: str) -> None:
        """Ask for a speaker, or no longer."""
        self.ask_for(replace(self._wanted, speakers=self._wanted.speakers ^ {name}))
        self.changed.emit()

    def turn_tag(self, tag_id: str) -> None:
        """Ask for a tag, or no longer; "" stands for having none."""
        if tag_id:
            self.ask_for(replace(self._wanted, tag_ids=self._wanted.tag_ids ^ {tag_id}))
        else:
            self.ask_for(replace(self._wanted, untagged=not self._wanted.untagged))
        self.changed.emit()

    def show_facets(self, facets: Facets) -> None:
        """Say of each value how many cards it would show."""
        for color, button in self.colors.items():
            button.show_value(color_name(color), facets.colors[color])
        self.tags.show_value(tr("Tags"), sum(1 for count in facets.tags.values() if count) or facets.untagged)
        speaking = sum(1 for count in facets.speakers.values() if count)
        self.speakers.show_value(tr("Speakers"), speaking)
        self.speakers.setVisible(bool(speaking or self._wanted.speakers))
        self.noted.show_value(tr("With a note"), facets.noted)
        self.starred.show_value(tr("Starred"), facets.starred)

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.setAccessibleName(tr("Filter highlights"))
        self.order.setToolTip(tr("Sort and group"))
        self.order.setAccessibleName(tr("Sort and group"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _click(self) -> None:
        colors = frozenset(color for color, button in self.colors.items() if button.isChecked())
        self._wanted = replace(
            self._wanted, colors=colors, noted=self.noted.isChecked(), starred=self.starred.isChecked()
        )
        self.changed.emit()

    def _ask_tags(self) -> None:
        self.tags.setChecked(bool(self._wanted.tag_ids or self._wanted.untagged))
        self.tags_wanted.emit(QRect(self.tags.mapToGlobal(QPoint(0, 0)), self.tags.size()))

    def _ask_speakers(self) -> None:
        self.speakers.setChecked(bool(self._wanted.speakers))
        self.speakers_wanted.emit(QRect(self.speakers.mapToGlobal(QPoint(0, 0)), self.speakers.size()))

    def _fill_menu(self) -> None:
        menu = self.order.menu()
        menu.clear()
        settings = self._settings
        for names, setting in ((SORTING_NAMES, Settings.card_sorting), (GROUPING_NAMES, Settings.card_grouping)):
            group = QActionGroup(menu)
            for value, words in names.items():
                action = QAction(tr(words), menu, checkable=True, checked=settings.read(setting) == value)
                action.triggered.connect(lambda _on, kept=setting, new=value: settings.write(kept, new))
                group.addAction(action)
                menu.addAction(action)
            menu.addSeparator()
        grouped = settings.card_grouping != "none"
        menu.addAction(tr("Fold all groups"), lambda: self.folding_wanted.emit(True)).setEnabled(grouped)
        menu.addAction(tr("Unfold all groups"), lambda: self.folding_wanted.emit(False)).setEnabled(grouped)

    def _draw(self) -> None:
        self.order.setIcon(icon("sort-ascending", self._themes.current))
