"""All actions in one table: what each is called, where it stands, its keys, what it does and when it can."""

from __future__ import annotations

from desktop.actionspecs import ActionSpec, MenuSpec, library_open
from desktop.entries.edit import EDIT
from desktop.entries.file import FILE
from desktop.entries.go import GO
from desktop.entries.library import LIBRARY
from desktop.entries.mark import MARK
from desktop.entries.tabs import TABS
from desktop.entries.view import VIEW
from desktop.translation import tr_later

MENUS: tuple[MenuSpec, ...] = (
    MenuSpec("file", tr_later("File"), "F"),
    MenuSpec("edit", tr_later("Edit"), "E"),
    MenuSpec("library", tr_later("Library"), "L"),
    MenuSpec("view", tr_later("View"), "V"),
    MenuSpec("go", tr_later("Go"), "G"),
    MenuSpec("mark", tr_later("Mark"), "M"),
    MenuSpec("help", tr_later("Help"), "H"),
)

HELP: tuple[ActionSpec | MenuSpec, ...] = (
    ActionSpec("shortcuts", tr_later("Keyboard shortcuts…"), "help", lambda w: w.pages.show_shortcuts(), ("F1",)),
    ActionSpec(
        "search_help",
        tr_later("How to search"),
        "help",
        lambda w: w.searching.show_help(),
        ("Shift+F1",),
        enabled=library_open,
    ),
    ActionSpec("about", tr_later("About Zhupi"), "help", lambda w: w.show_about()),
)

ENTRIES: tuple[ActionSpec | MenuSpec, ...] = (*FILE, *EDIT, *LIBRARY, *VIEW, *GO, *TABS, *MARK, *HELP)
ACTIONS: tuple[ActionSpec, ...] = tuple(entry for entry in ENTRIES if isinstance(entry, ActionSpec))
