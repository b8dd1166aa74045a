"""What stands among the tabs, in the Go menu."""

from __future__ import annotations

from desktop.actionspecs import ActionSpec, MenuSpec, has_several_tabs, has_tabs, library_open
from desktop.translation import tr_later

TABS: tuple[ActionSpec | MenuSpec, ...] = (
    MenuSpec("tabs", tr_later("Tabs"), parent="go", line=True),
    ActionSpec("new_tab", tr_later("New tab"), "tabs", lambda w: w.navigation.ask_for_tab(), ("Ctrl+T",),
               enabled=library_open),
    ActionSpec("close_tab", tr_later("Close tab"), "tabs", lambda w: w.tabbing.close(), ("Ctrl+W",), enabled=has_tabs),
    ActionSpec("close_others", tr_later("Close the other tabs"), "tabs", lambda w: w.tabbing.close_others(),
               enabled=has_several_tabs),
    ActionSpec("reopen_tab", tr_later("Reopen the closed tab"), "tabs", lambda w: w.tabbing.reopen(),
               ("Ctrl+Shift+T",), enabled=lambda w: w.stands.active.tabs.can_reopen),
    ActionSpec("next_tab", tr_later("Next tab"), "tabs", lambda w: w.tabbing.step(1), ("Ctrl+Tab", "Ctrl+PgDown"),
               enabled=has_several_tabs, line=True),
    ActionSpec("previous_tab", tr_later("Previous tab"), "tabs", lambda w: w.tabbing.step(-1),
               ("Ctrl+Shift+Tab", "Ctrl+PgUp"), enabled=has_several_tabs),
    ActionSpec("tab_right", tr_later("Move the tab right"), "tabs", lambda w: w.tabbing.move(1),
               ("Ctrl+Shift+PgDown",), enabled=has_several_tabs),
    ActionSpec("tab_left", tr_later("Move the tab left"), "tabs", lambda w: w.tabbing.move(-1),
               ("Ctrl+Shift+PgUp",), enabled=has_several_tabs),
    MenuSpec("all_tabs", tr_later("All tabs"), parent="tabs", line=True, fill=lambda w, menu: w.tabbing.fill(menu)),
)  # fmt: skip
