"""The row at the top of the window: the name, back and forward, the menus, tabs, finding, and what shows the sides."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenuBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from desktop.theme import Themes
from desktop.translation import tr
from desktop.widgets.icons import icon

WORDMARK = "朱批"
EDGE, GLASS = 10, 26
"""Pixels at both ends of the button that leads to the search, and those that its icon takes."""


class FindButton(QPushButton):
    """Looks like a field, and leads to the one in which finding is done."""

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findbutton")
        self._themes = themes
        self._words = ""
        self._key = QLabel(self)
        self._key.setObjectName("searchkey")
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMaximumWidth(themes.current.length("find"))
        self.setMinimumWidth(themes.current.length("find") // 2)
        self.setFixedHeight(themes.current.length("control"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._draw)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.icon().isNull():  # the frame of a window without a library need not wait for it
            self._draw()

    def set_key(self, key: str) -> None:
        """Show the shortcut that does the same."""
        self._key.setText(key)
        self._key.adjustSize()
        self._share_room()

    def set_words(self, words: str) -> None:
        """Show what the button leads to."""
        self._words = words
        self.setAccessibleName(words)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._share_room()

    def _draw(self) -> None:
        self.setIcon(icon("magnifying-glass", self._themes.current))

    def _share_room(self) -> None:
        """Show the key only beside all of the words, and of those what there is room for."""
        metrics, room = self.fontMetrics(), self.width() - 2 * EDGE - GLASS
        shown = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        if shown != self.text():
            self.setText(shown)
            self.setToolTip("" if shown == self._words else self._words)
        self._key.setVisible(room >= metrics.horizontalAdvance(self._words) + EDGE + self._key.width())
        self._key.move(self.width() - self._key.width() - EDGE, (self.height() - self._key.height()) // 2)


class ToolRow(QFrame):
    """Holds the menu bar, too, where the system has no place of its own for one."""

    def __init__(self, themes: Themes, menus: QMenuBar | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolrow")
        self._themes = themes
        self._buttons: list[tuple[QToolButton, QAction, str]] = []
        self._name = QLabel(self)
        self._name.setObjectName("wordmark")
        self.find_button = FindButton(themes, self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 14, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._name)
        if menus is not None:
            menus.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self._row.addWidget(menus)
        self._row.addSpacing(8)
        self._tabs_at = self._row.count()
        self._row.addStretch(1)
        self._row.addWidget(self.find_button, 2)
        self.setFixedHeight(themes.current.length("toolbar"))
        themes.changed.connect(self._draw)
        self.retranslate()

    def add_toggle(self, action: QAction, icon_name: str) -> None:
        """Put a button for a checkable action at the right end."""
        self._row.addWidget(self._button(action, icon_name))

    def add_arrows(self, *actions: tuple[QAction, str]) -> None:
        """Put buttons for actions, each with the name of its icon, behind the name of the program."""
        for index, (action, icon_name) in enumerate(actions, 1):
            self._row.insertWidget(index, self._button(action, icon_name))
        self._tabs_at += len(actions)

    def put_tabs(self, strip: QWidget) -> None:
        """Put the tabs in their place, which was free until now."""
        self._row.takeAt(self._tabs_at)
        self._row.insertWidget(self._tabs_at, strip, 3, Qt.AlignmentFlag.AlignBottom)

    def show_tools(self, shown: bool) -> None:
        """Show or hide what acts on a library."""
        self.find_button.setVisible(shown)
        for button, _, _ in self._buttons:
            button.setVisible(shown)

    def retranslate(self) -> None:
        self._name.setText(WORDMARK)
        self._name.setAccessibleName(tr("Zhupi"))
        self.find_button.set_words(tr("Search the library"))
        self._name.setFont(self._themes.current.reading_font(self._themes.current.size("wordmark"), bold=True))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _button(self, action: QAction, icon_name: str) -> QToolButton:
        side = self._themes.current.length("control")
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setFixedSize(side, side)
        button.setIconSize(QSize(18, 18))
        action.setIconVisibleInMenu(False)
        action.setIcon(icon(icon_name, self._themes.current))
        self._buttons.append((button, action, icon_name))
        return button

    def _draw(self) -> None:
        for _, action, name in self._buttons:
            action.setIcon(icon(name, self._themes.current))
