"""The row at the top of the window: the name, the menus, the open document, finding, and what shows the sides."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
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
TAB_WIDTH = 360
TAB_PADDING = 36
"""The border and the room left and right of the title."""


class DocumentTab(QPushButton):
    """The title of the open document, as a tab on the page; a long one is elided in the middle.

    Pressing it leads back to the text from where else one has gone.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("doctab")
        self._title = ""
        self.setMaximumWidth(TAB_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def set_title(self, title: str, *, on: bool = True) -> None:
        """Show `title`, or hide the tab where there is none; it is `on` while the text itself is in view."""
        self._title = title
        self.setVisible(bool(title))
        self.setAccessibleName(title)
        if self.property("on") != on:
            self.setProperty("on", on)
            self.style().polish(self)
        self.updateGeometry()
        self._elide()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._title) + TAB_PADDING
        return QSize(min(width, TAB_WIDTH), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics = self.fontMetrics()
        shown = metrics.elidedText(self._title, Qt.TextElideMode.ElideMiddle, max(0, self.width() - TAB_PADDING + 2))
        self.setText(shown.replace("&", "&&"))
        self.setToolTip("" if shown == self._title else _escaped(self._title))


class FindButton(QPushButton):
    """Looks like a field, and leads to the one in which finding is done."""

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findbutton")
        self._themes = themes
        self._key = QLabel(self)
        self._key.setObjectName("searchkey")
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMaximumWidth(themes.current.length("find"))
        self.setMinimumWidth(themes.current.length("find") // 2)
        self.setFixedHeight(themes.current.length("control"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._draw)
        self._draw()

    def set_key(self, key: str) -> None:
        """Show the shortcut that does the same."""
        self._key.setText(key)
        self._key.adjustSize()
        self._place_key()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_key()

    def _draw(self) -> None:
        self.setIcon(icon("magnifying-glass", self._themes.current))

    def _place_key(self) -> None:
        self._key.move(self.width() - self._key.width() - 10, (self.height() - self._key.height()) // 2)


class ToolRow(QFrame):
    """Holds the menu bar, too, where the system has no place of its own for one."""

    def __init__(self, themes: Themes, menus: QMenuBar | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolrow")
        self._themes = themes
        self._buttons: list[tuple[QToolButton, QAction, str]] = []
        self._name = QLabel(self)
        self._name.setObjectName("wordmark")
        self.tab = DocumentTab(self)
        self.find_button = FindButton(themes, self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 14, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._name)
        if menus is not None:
            menus.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self._row.addWidget(menus)
        self._row.addSpacing(8)
        self._row.addWidget(self.tab, 0, Qt.AlignmentFlag.AlignBottom)
        self._row.addStretch(1)
        self._row.addWidget(self.find_button, 2)
        self.setFixedHeight(themes.current.length("toolbar"))
        themes.changed.connect(self._draw)
        self.retranslate()
        self._draw()

    def add_toggle(self, action: QAction, icon_name: str) -> None:
        """Put a button for a checkable action at the right end."""
        side = self._themes.current.length("control")
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setFixedSize(side, side)
        self._buttons.append((button, action, icon_name))
        self._row.addWidget(button)
        self._draw()

    def show_tools(self, shown: bool) -> None:
        """Show or hide what acts on a library."""
        self.find_button.setVisible(shown)
        for button, _, _ in self._buttons:
            button.setVisible(shown)

    def retranslate(self) -> None:
        self._name.setText(WORDMARK)
        self._name.setAccessibleName(tr("Zhupi"))
        self.find_button.setText(tr("Find in document"))
        self.find_button.setAccessibleName(tr("Find in document"))
        self._name.setFont(self._themes.current.reading_font(self._themes.current.size("wordmark"), bold=True))
        self.tab.setFont(self._themes.current.title_font())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _draw(self) -> None:
        for button, action, name in self._buttons:
            action.setIconVisibleInMenu(False)
            action.setIcon(icon(name, self._themes.current))
            button.setIconSize(QSize(18, 18))


def _escaped(text: str) -> str:
    from html import escape  # with its table of all entities, only for a title that is too long

    return escape(text)
