"""What stands in the File menu."""

from __future__ import annotations

from desktop.actionspecs import ActionSpec, MenuSpec, library_open, library_writable
from desktop.translation import tr_later

FILE: tuple[ActionSpec | MenuSpec, ...] = (
    ActionSpec("new", tr_later("New library…"), "file", lambda w: w.libraries.ask_new(), ("Ctrl+Shift+N",)),
    ActionSpec("open", tr_later("Open library…"), "file", lambda w: w.libraries.ask_open(), ("Ctrl+O",)),
    ActionSpec("sample", tr_later("Open the sample library"), "file", lambda w: w.libraries.open_sample()),
    MenuSpec("recent", tr_later("Recent libraries"), parent="file", fill=lambda w, menu: w.libraries.fill_recent(menu)),
    ActionSpec("import_files", tr_later("Import files…"), "file",
               lambda w: w.importing.ask_files(w.navigation.collection_id), ("Ctrl+I",),
               enabled=library_writable, line=True),
    ActionSpec("import_folder", tr_later("Import a folder…"), "file",
               lambda w: w.importing.ask_folder(w.navigation.collection_id), ("Ctrl+Shift+I",),
               enabled=library_writable),
    ActionSpec("import_asked", tr_later("Import with options…"), "file",
               lambda w: w.importing.ask_with_options(w.navigation.collection_id), ("Ctrl+Alt+I",),
               enabled=library_writable),
    ActionSpec("import_scans", tr_later("Import scans by OCR…"), "file",
               lambda w: w.scanning.ask_files(w.navigation.collection_id), enabled=library_writable),
    ActionSpec("resume_import", tr_later("Go on with the import…"), "file", lambda w: w.resuming.offer(),
               enabled=lambda w: w.resuming.is_possible),
    ActionSpec("import_bibliography", tr_later("Import bibliography…"), "file",
               lambda w: w.bibliographies.ask_file(), enabled=library_writable),
    ActionSpec("export", tr_later("Export highlights…"), "file", lambda w: w.pages.show_export(),
               ("Ctrl+Shift+S",), enabled=library_open, line=True),
    ActionSpec("export_again", tr_later("Export again as last time"), "file", lambda w: w.pages.export_again(),
               ("Ctrl+Alt+Shift+S",), enabled=library_open),
    ActionSpec("export_memo", tr_later("Export memo…"), "file", lambda w: w.memoing.export(),
               enabled=lambda w: library_open(w) and w.memoing.memo_id is not None),
    ActionSpec("export_bibliography", tr_later("Export bibliography…"), "file",
               lambda w: w.bibliographies.ask_export(), enabled=library_open),
    ActionSpec("templates", tr_later("Templates of exports…"), "file", lambda w: w.exporting.templating.show_folder(),
               enabled=library_open),
    ActionSpec("check", tr_later("Check the library"), "file", lambda w: w.upkeep.check(), enabled=library_open,
               line=True),
    ActionSpec("back_up", tr_later("Back up now"), "file", lambda w: w.upkeep.back_up(), enabled=library_open),
    ActionSpec("preferences", tr_later("Preferences…"), "file", lambda w: w.show_preferences(), ("Ctrl+,",), line=True),
    ActionSpec("close", tr_later("Close library"), "file", lambda w: w.libraries.close(), ("Ctrl+Shift+W",),
               enabled=library_open),
    ActionSpec("quit", tr_later("Quit"), "file", lambda w: w.close(), ("Ctrl+Q",)),
)  # fmt: skip
