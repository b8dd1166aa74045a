"""What the tabs in the tool row show of the active group, and what is done to them by key, menu and mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from desktop.translation import tr

if TYPE_CHECKING:
    from desktop.centre import Centre
    from desktop.navigation import Navigation
    from desktop.session import Session
    from desktop.stands import Stands
    from desktop.tabs import Tab
    from desktop.widgets.tabstrip import TabStrip
    from library.changes import Changes


class Tabbing(QObject):
    """Verbs on the tabs of the active group; what shows another text brings the texts into view."""

    def __init__(
        self, session: Session, stands: Stands, strip: TabStrip, navigation: Navigation, centre: Centre
    ) -> None:
        super().__init__(stands)
        self._session = session
        self._stands = stands
        self._strip = strip
        self._navigation = navigation
        self._centre = centre
        self._titles: dict[str, str] = {}
        strip.set_list(self.fill)
        strip.chosen.connect(self.choose)
        strip.close_wanted.connect(self.close)
        strip.moved.connect(lambda tab_id, index: stands.active.move_tab(tab_id, index))
        strip.addition_wanted.connect(self._toggle_adding)
        strip.menu_wanted.connect(self._show_menu)
        for signal in (stands.tabs_changed, stands.turned, navigation.adding_changed):
            signal.connect(self.show)
        session.changed.connect(self._follow)
        session.closed.connect(self._titles.clear)

    def show(self) -> None:
        """Show the tabs of the active group."""
        tabs = self._stands.active.tabs
        shown = [(tab.id, self.title(tab)) for tab in tabs.all]
        waiting = self._navigation.adding
        self._strip.show_tabs(shown, tabs.index, on=self._centre.shows_text, adding=waiting)
        self._strip.setVisible(self._session.library is not None)

    def title(self, tab: Tab) -> str:
        """Return the title of the document in a tab."""
        library = self._session.library
        if tab.document_id not in self._titles and library is not None:
            self._titles[tab.document_id] = library.documents.get(tab.document_id).title
        return self._titles.get(tab.document_id, "")

    def choose(self, tab_id: int) -> None:
        """Show a tab."""
        self._navigation.go(lambda: self._stands.active.choose_tab(tab_id))

    def step(self, step: int) -> None:
        """Show the tab `step` places further, round the ends."""
        self._navigation.go(lambda: self._stands.active.step_tab(step))

    def move(self, step: int) -> None:
        """Let the current tab stand `step` places further."""
        tabs = self._stands.active.tabs
        if tabs.current is not None:
            self._stands.active.move_tab(tabs.current.id, max(0, tabs.index + step))

    def close(self, tab_id: int | None = None) -> None:
        """Close a tab, the current one by default; without any tab left the documents of the list are shown."""
        tab = self._stands.active.tabs.current
        if tab_id is None and tab is not None:
            tab_id = tab.id
        if tab_id is not None:
            self._stands.active.close_tab(tab_id)
            self._navigation.leave_empty()

    def close_others(self, tab_id: int | None = None) -> None:
        """Close all tabs but one, by default the current one."""
        stand = self._stands.active
        tab = stand.tabs.current
        kept = tab_id if tab_id is not None or tab is None else tab.id
        for other in stand.tabs.all:
            if other.id != kept:
                stand.close_tab(other.id)

    def reopen(self) -> None:
        """Show the tab again that was closed last."""
        self._navigation.go(lambda: self._stands.active.reopen_tab())

    def back(self) -> None:
        """Go back to where the reader was before the last jump."""
        self._navigation.go(lambda: self._stands.active.trail.back())

    def forward(self) -> None:
        """Go forward again to where the reader came back from."""
        self._navigation.go(lambda: self._stands.active.trail.forward())

    def fill(self, menu: QMenu) -> None:
        """Write all tabs into a menu."""
        menu.clear()
        tabs = self._stands.active.tabs
        for tab in tabs.all:
            action = menu.addAction(self.title(tab).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(tab == tabs.current)
            action.triggered.connect(lambda _=False, tab_id=tab.id: self.choose(tab_id))
        if not tabs.all:
            menu.addAction(tr("None yet")).setEnabled(False)

    def _toggle_adding(self) -> None:
        if self._navigation.adding and self._stands.active.tabs.all:
            self._navigation.return_to_text()
        else:
            self._navigation.ask_for_tab()

    def _show_menu(self, tab_id: int, at: QPoint) -> None:
        menu = QMenu(self._strip)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Close tab")).triggered.connect(lambda: self.close(tab_id))
        others = menu.addAction(tr("Close the other tabs"))
        others.setEnabled(len(self._stands.active.tabs.all) > 1)
        others.triggered.connect(lambda: self.close_others(tab_id))
        menu.popup(at)

    def _follow(self, changes: Changes) -> None:
        """Show titles as they are now."""
        if changes.touches("document") or not self._session.writable:
            self._titles.clear()
            self.show()
