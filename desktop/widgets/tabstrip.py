"""The tabs in the tool row: a title each, a cross on the one under the pointer, and what opens another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHoverEvent, QIcon, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QTabBar, QToolButton, QWidget

from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.icons import icon

WIDEST = 260
NARROWEST = 84
CROSS = 20
CROSS_INSET = 4


class TabBar(QTabBar):
    """One tab a document. Each carries its number of `Tab.id` as data; a long title is elided in the middle."""

    pressed_again = Signal(int)
    close_wanted = Signal(int)
    menu_wanted = Signal(int, QPoint)

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._hovered = -1
        self.cross = QToolButton(self)
        self.cross.setObjectName("tabcross")
        self.cross.setFixedSize(CROSS, CROSS)
        self.cross.setIconSize(QSize(12, 12))
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.clicked.connect(lambda: self.close_wanted.emit(self.tabData(self._hovered)))
        self.cross.hide()
        self.setObjectName("doctabs")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.tabMoved.connect(lambda *_: self._hover(-1))
        themes.changed.connect(self.draw)
        self.draw()

    def draw(self) -> None:
        """Take the colours and faces of the theme in force."""
        self.setFont(self._themes.current.title_font())
        self.cross.setIcon(QIcon())

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.setAccessibleName(tr("Open documents"))
        self.cross.setToolTip(tr("Close tab"))
        self.cross.setAccessibleName(tr("Close tab"))

    def index_of(self, tab_id: int) -> int:
        """Return where a tab stands, or -1."""
        return next((index for index in range(self.count()) if self.tabData(index) == tab_id), -1)

    def tabSizeHint(self, index: int) -> QSize:
        hint = super().tabSizeHint(index)
        width = self.fontMetrics().horizontalAdvance(self.tabText(index).replace("&&", "&"))
        padding = hint.width() - self.fontMetrics().horizontalAdvance(self.tabText(index))
        return QSize(min(width + max(padding, 2 * CROSS), WIDEST), hint.height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        whole = self.tabSizeHint(index)
        return QSize(min(whole.width(), NARROWEST), whole.height())

    def tabLayoutChange(self) -> None:
        super().tabLayoutChange()
        self._hover(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index == self.currentIndex() and index >= 0:
            self.pressed_again.emit(self.tabData(index))
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and index >= 0:
            self.close_wanted.emit(self.tabData(index))
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete) and self.count():
            self.close_wanted.emit(self.tabData(self.currentIndex()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.count():
            self.pressed_again.emit(self.tabData(self.currentIndex()))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.tabAt(event.pos()) if by_mouse else self.currentIndex()
        if index >= 0:
            at = event.globalPos() if by_mouse else self.mapToGlobal(self.tabRect(index).bottomLeft())
            self.menu_wanted.emit(self.tabData(index), at)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverMove, QEvent.Type.HoverEnter) and isinstance(event, QHoverEvent):
            self._hover(self.tabAt(event.position().toPoint()))
        elif event.type() == QEvent.Type.HoverLeave:
            self._hover(-1)
        return super().event(event)

    def _hover(self, index: int) -> None:
        """Let the cross stand on the tab under the pointer."""
        self._hovered = index
        self.cross.setVisible(index >= 0)
        if index >= 0:
            if self.cross.icon().isNull():
                self.cross.setIcon(icon("x", self._themes.current))
            area = self.tabRect(index)
            self.cross.move(area.right() - CROSS - CROSS_INSET, area.center().y() - CROSS // 2 + 1)
            self.cross.raise_()


class TabStrip(QWidget):
    """Shows the tabs it is told; every wish is for those who listen. Tabs go by their ids."""

    chosen = Signal(int)
    close_wanted = Signal(int)
    moved = Signal(int, int)
    """Carries the id of a tab and where it stands now."""
    addition_wanted = Signal()
    menu_wanted = Signal(int, QPoint)

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._showing = False
        self.bar = TabBar(themes, self)
        self.plus, self.list_button = QToolButton(self), QToolButton(self)
        self.plus.setCheckable(True)
        self.list_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for button in (self.plus, self.list_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.plus)
        row.addWidget(self.list_button)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.bar.currentChanged.connect(self._tell_chosen)
        self.bar.pressed_again.connect(self.chosen)
        self.bar.close_wanted.connect(self.close_wanted)
        self.bar.tabMoved.connect(lambda _, index: self._showing or self.moved.emit(self.bar.tabData(index), index))
        self.bar.menu_wanted.connect(self.menu_wanted)
        self.plus.clicked.connect(self.addition_wanted)
        themes.changed.connect(self._draw)
        self._draw()
        self.retranslate()

    def set_list(self, fill: Callable[[QMenu], None]) -> None:
        """Let `fill` write all tabs into the menu that is offered where there are many."""
        menu = QMenu(self.list_button)
        menu.aboutToShow.connect(lambda: fill(menu))
        self.list_button.setMenu(menu)

    def show_tabs(self, tabs: Sequence[tuple[int, str]], index: int, *, on: bool, adding: bool) -> None:
        """Show tabs, each an id and a title; the one at `index` is `on` while the text itself is in view."""
        self._showing = True
        while self.bar.count() > len(tabs):
            self.bar.removeTab(self.bar.count() - 1)
        for at, (tab_id, title) in enumerate(tabs):
            if at == self.bar.count():
                self.bar.addTab("")
            text = title.replace("&", "&&")
            if self.bar.tabText(at) != text:
                self.bar.setTabText(at, text)
                self.bar.setTabToolTip(at, _escaped(title))
                self.bar.setAccessibleTabName(at, title)
            self.bar.setTabData(at, tab_id)
        self.bar.setCurrentIndex(index)
        self._showing = False
        self.bar.setVisible(bool(tabs))
        self.plus.setVisible(bool(tabs) or adding)  # it stands beside tabs, never alone
        self._set_on(on)
        self.plus.setChecked(adding)
        self._offer_list()

    def retranslate(self) -> None:
        """Speak the user's language."""
        self.bar.retranslate()
        for button, text in ((self.plus, tr("New tab")), (self.list_button, tr("All tabs"))):
            button.setToolTip(text)
            button.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _tell_chosen(self, index: int) -> None:
        if not self._showing and index >= 0:
            self.chosen.emit(self.bar.tabData(index))

    def _set_on(self, on: bool) -> None:
        if self.bar.property("on") != on:
            self.bar.setProperty("on", on)
            self.bar.style().polish(self.bar)

    def _offer_list(self) -> None:
        """Offer a list of all tabs where their titles have too little room."""
        wanted = sum(self.bar.tabSizeHint(index).width() for index in range(self.bar.count()))
        crowded = wanted > self.width() - 2 * self.plus.width()
        if crowded and self.list_button.icon().isNull():
            self.list_button.setIcon(icon("caret-down", self._themes.current))
        self.list_button.setVisible(crowded)

    def _draw(self) -> None:
        self.plus.setIcon(icon("plus", self._themes.current))
        self.list_button.setIcon(QIcon())
        self._offer_list()


def _escaped(text: str) -> str:
    """Return a title so that a tooltip shows it as it is: only what may be taken for markup needs anything done."""
    return text.replace("&", "&amp;").replace("<", "&lt;") if "<" in text else text
