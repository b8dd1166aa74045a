"""What stands in the Go menu."""

from __future__ import annotations

from desktop.actionspecs import ActionSpec, MenuSpec, has_bookmarks, library_open, text_shown
from desktop.translation import tr, tr_later

GO: tuple[ActionSpec | MenuSpec, ...] = (
    ActionSpec("palette", tr_later("Palette…"), "go", lambda w: w.choosing.open(), ("Ctrl+K",)),
    ActionSpec("back", tr_later("Back"), "go", lambda w: w.tabbing.back(), ("Alt+Left",),
               enabled=lambda w: w.stands.active.trail.previous is not None, line=True),
    ActionSpec("forward", tr_later("Forward"), "go", lambda w: w.tabbing.forward(), ("Alt+Right",),
               enabled=lambda w: w.stands.active.trail.following is not None),
    ActionSpec("go_to", tr_later("Go to paragraph or percentage…"), "go", lambda w: w.stands.active.ask_place(),
               ("Ctrl+L",), enabled=text_shown),
    ActionSpec("previous", tr_later("Previous document"), "go", lambda w: w.navigation.step(-1), ("Alt+PgUp",),
               enabled=lambda w: w.navigation.can_step(-1), line=True),
    ActionSpec("next", tr_later("Next document"), "go", lambda w: w.navigation.step(1), ("Alt+PgDown",),
               enabled=lambda w: w.navigation.can_step(1)),
    ActionSpec("bookmark", tr_later("Set a bookmark"), "go", lambda w: w.bookmarking.toggle(), ("Ctrl+B",),
               enabled=lambda w: text_shown(w) and w.session.writable, line=True,
               name=lambda w: tr("Remove the bookmark") if library_open(w) and w.bookmarking.is_set
               else tr("Set a bookmark")),
    ActionSpec("previous_bookmark", tr_later("Previous bookmark"), "go", lambda w: w.bookmarking.step(-1),
               ("Alt+Up",), enabled=has_bookmarks, in_text=True),
    ActionSpec("next_bookmark", tr_later("Next bookmark"), "go", lambda w: w.bookmarking.step(1),
               ("Alt+Down",), enabled=has_bookmarks, in_text=True),
    MenuSpec("bookmarks", tr_later("Bookmarks"), parent="go", fill=lambda w, menu: w.bookmarking.fill(menu)),
    ActionSpec("all_bookmarks", tr_later("All bookmarks…"), "go", lambda w: w.bookmarking.show_list(),
               ("Ctrl+Shift+B",), enabled=has_bookmarks),
    ActionSpec("to_shelf", tr_later("To the shelf"), "go", lambda w: w.sides.focus("shelf"), ("Alt+1",),
               enabled=library_open, line=True),
    ActionSpec("to_text", tr_later("To the text"), "go", lambda w: w.navigation.return_to_text(), ("Alt+2",),
               enabled=library_open),
    ActionSpec("to_sidebar", tr_later("To the sidebar"), "go", lambda w: w.sides.focus("sidebar"), ("Alt+3",),
               enabled=library_open),
    ActionSpec("to_highlights", tr_later("To the highlights"), "go", lambda w: w.focus_highlights(), ("Alt+4",),
               enabled=text_shown),
    ActionSpec("to_outline", tr_later("To the outline"), "go", lambda w: w.outlining.show(), ("Ctrl+Shift+O",),
               enabled=text_shown),
    ActionSpec("to_repairs", tr_later("To the repairs"), "go", lambda w: w.outlining.show_repairs(), ("Ctrl+Shift+R",),
               enabled=text_shown),
    ActionSpec("to_notes", tr_later("To the notes"), "go", lambda w: w.show_notes(), ("Alt+7",), enabled=library_open),
    ActionSpec("to_tag", tr_later("To the page of the tag"), "go", lambda w: w.codebook.go(), ("Alt+9",),
               enabled=lambda w: library_open(w) and w.codebook.can_go),
    MenuSpec("tag_pages", tr_later("Pages of tags"), parent="go", fill=lambda w, menu: w.codebook.fill(menu)),
    ActionSpec("to_tags", tr_later("To the tags"), "go", lambda w: w.focus_tags(), ("Alt+8",), enabled=library_open),
    ActionSpec("to_excerpts", tr_later("To the excerpts"), "go", lambda w: w.excerpts.go(), ("Alt+0",),
               enabled=library_open),
    ActionSpec("to_memo", tr_later("To the memo"), "go", lambda w: w.memoing.go(), ("Alt+5",), enabled=library_open),
    ActionSpec("to_memos", tr_later("All memos"), "go", lambda w: w.memoing.enter(""), ("Alt+6",),
               enabled=library_open),
)  # fmt: skip
