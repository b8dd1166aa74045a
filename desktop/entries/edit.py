"""What stands in the Edit menu."""

from __future__ import annotations

from desktop.actionspecs import ActionSpec, MenuSpec, library_open, library_writable, text_shown
from desktop.forms import Form
from desktop.translation import tr_later

EDIT: tuple[ActionSpec | MenuSpec, ...] = (
    ActionSpec("undo", tr_later("Undo"), "edit", lambda w: w.editing.undo(), ("Ctrl+Z",),
               enabled=lambda w: w.editing.can_undo, name=lambda w: w.editing.undo_text),
    ActionSpec("redo", tr_later("Redo"), "edit", lambda w: w.editing.redo(), ("Ctrl+Shift+Z", "Ctrl+Y"),
               enabled=lambda w: w.editing.can_redo, name=lambda w: w.editing.redo_text),
    ActionSpec("history", tr_later("History…"), "edit", lambda w: w.pages.show_history(), ("Ctrl+Alt+Z",),
               enabled=library_open),
    ActionSpec("copy", tr_later("Copy"), "edit", lambda w: w.editing.copy(), ("Ctrl+C",),
               enabled=lambda w: w.editing.can_copy, line=True),
    ActionSpec("copy_quotation", tr_later("Copy as quotation"), "edit", lambda w: w.copying.copy(Form.QUOTATION),
               ("Ctrl+Shift+C",), enabled=lambda w: text_shown(w) and w.copying.can_copy),
    ActionSpec("copy_plain", tr_later("Copy the text as it stands"), "edit",
               lambda w: w.copying.copy(Form.AS_IT_STANDS), enabled=lambda w: text_shown(w) and w.copying.can_copy),
    ActionSpec("copy_link", tr_later("Copy link"), "edit", lambda w: w.addressing.copy(), ("Ctrl+Alt+L",),
               enabled=lambda w: library_open(w) and w.addressing.can_copy),
    ActionSpec("select_all", tr_later("Select all"), "edit", lambda w: w.editing.select_all(), ("Ctrl+A",),
               enabled=lambda w: w.editing.can_select_all),
    ActionSpec("find", tr_later("Find in document"), "edit", lambda w: w.reader.find(), ("Ctrl+F",),
               enabled=text_shown, line=True),
    ActionSpec("find_next", tr_later("Find next"), "edit", lambda w: w.reader.find_next(), ("F3", "Ctrl+G"),
               enabled=text_shown),
    ActionSpec("find_previous", tr_later("Find previous"), "edit", lambda w: w.reader.find_previous(),
               ("Shift+F3", "Ctrl+Shift+G"), enabled=text_shown),
    ActionSpec("search", tr_later("Search the library"), "edit", lambda w: w.searching.look(),
               ("Ctrl+E", "Ctrl+Shift+F"), enabled=library_open, line=True),
    ActionSpec("search_page", tr_later("Search in the middle"), "edit", lambda w: w.searching.toggle_page(),
               ("Ctrl+Shift+E",), enabled=library_open, checked=lambda w: w.searching.is_page),
    ActionSpec("save_search", tr_later("Keep the search…"), "edit", lambda w: w.searching.ask_name(),
               enabled=lambda w: library_writable(w) and w.searching.can_save),
    ActionSpec("concordance", tr_later("Concordance"), "edit", lambda w: w.concordancing.show(), ("Ctrl+Alt+E",),
               enabled=library_open),
    ActionSpec("mark_hits", tr_later("Mark hits…"), "edit", lambda w: w.concordancing.mark_found(), ("Ctrl+Alt+H",),
               enabled=library_writable),
)  # fmt: skip
