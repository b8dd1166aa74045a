"""The line above the pages: which page is in sight, how large, and what the pages go by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from desktop.pageview.placing import FIT_PAGE, FIT_WIDTH
from desktop.translation import tr
from desktop.widgets.icons import icon

if TYPE_CHECKING:
    from desktop.theme import Themes

BUTTON, ICON = 26, 15
FIELD = 52


class PageBar(QFrame):
    """Shows what it is told; what is done in it is said, and others do it."""

    page_wanted = Signal(int)
    """Carries the page to be shown, from 0."""
    zoom_stepped = Signal(int)
    zoom_wanted = Signal(str)
    linked = Signal(bool)
    colored = Signal(bool)
    closed = Signal()
    left = Signal()
    """The focus should go to the pages."""

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pagebar")
        self._themes = themes
        self._count = 0
        self._percent = 100
        self.field = QLineEdit(self)
        self.field.setFixedWidth(FIELD)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.returnPressed.connect(self._ask_page)
        self.total = QLabel(self)
        self.total.setTextFormat(Qt.TextFormat.PlainText)
        self.total.setProperty("role", "soft")
        self.out = self._button(lambda: self.zoom_stepped.emit(-1))
        self.percent = QLabel(self)
        self.percent.setTextFormat(Qt.TextFormat.PlainText)
        self.percent.setProperty("role", "soft")
        self.into = self._button(lambda: self.zoom_stepped.emit(1))
        self.fit_width = self._button(lambda: self.zoom_wanted.emit(FIT_WIDTH), checkable=True)
        self.fit_page = self._button(lambda: self.zoom_wanted.emit(FIT_PAGE), checkable=True)
        self.link = self._button(self.linked.emit, checkable=True)
        self.colors = self._button(self.colored.emit, checkable=True)
        self.cross = self._button(self.closed.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 6, 0)
        row.setSpacing(2)
        for part in (self.field, self.total):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self.out, self.percent, self.into, self.fit_width, self.fit_page, self.link, self.colors):
            row.addWidget(part)
        row.addWidget(self.cross)
        self._giving_way = (self.colors, self.percent, self.link, self.fit_page, self.fit_width, self.total)
        self.setFixedHeight(themes.current.length("row") + 8)
        themes.changed.connect(self._draw)
        self.retranslate()
        self._draw()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Let go of what there is no room for, what the menus have too first, rather than have it overlap."""
        for part in self._giving_way:
            part.show()
        row = self.layout()
        for part in self._giving_way:
            if row is None or row.minimumSize().width() <= self.width():
                break
            part.hide()
            row.invalidate()

    def show_page(self, page: int, count: int) -> None:
        """Show which page of how many is in sight, from 0."""
        self._count = count
        self.field.setValidator(QIntValidator(1, max(count, 1), self.field))
        if not (self.field.hasFocus() and self.field.isModified()):
            self.field.setText(f"{page + 1}" if count else "")
        self._say_total()

    def show_zoom(self, zoom: str, percent: int) -> None:
        """Show how large the pages are."""
        self._percent = percent
        self.fit_width.setChecked(zoom == FIT_WIDTH)
        self.fit_page.setChecked(zoom == FIT_PAGE)
        self.percent.setText(f"{percent}%")

    def show_ways(self, *, linked: bool, colored: bool) -> None:
        """Show whether pages and text go together, and whether paper has the theme's colours."""
        self.link.setChecked(linked)
        self.colors.setChecked(colored)

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.field.setAccessibleName(tr("Page"))
        self.field.setToolTip(tr("Page: type a number and press Enter"))
        for button, words in (
            (self.out, tr("Smaller pages")),
            (self.into, tr("Larger pages")),
            (self.fit_width, tr("As wide as the view")),
            (self.fit_page, tr("A whole page")),
            (self.link, tr("Pages and text go together")),
            (self.colors, tr("Paper in the colours of the theme")),
            (self.cross, tr("Close the page view")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self._say_total()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _ask_page(self) -> None:
        if self.field.hasAcceptableInput():
            self.page_wanted.emit(int(self.field.text()) - 1)
            self.left.emit()

    def _say_total(self) -> None:
        self.total.setText(tr("of {count} pages", count=f"{self._count:,}") if self._count else "")
        self._make_room()

    def _button(self, act: object, *, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setFixedSize(BUTTON, BUTTON)
        button.setCheckable(checkable)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(act)
        return button

    def _draw(self) -> None:
        theme = self._themes.current
        font = theme.interface_font(theme.size("small"))
        for part in (self.field, self.total, self.percent):
            part.setFont(font)
        for button, name in (
            (self.out, "minus"), (self.into, "plus"), (self.fit_width, "arrows-horizontal"),
            (self.fit_page, "frame-corners"), (self.link, "link"), (self.colors, "circle-half"), (self.cross, "x"),
        ):  # fmt: skip
            button.setIcon(icon(name, theme, on="accent"))
            button.setIconSize(QSize(ICON, ICON))
