"""All actions in one table: what each is called, where it stands, its keys, what it does and when it can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.actionspecs import (
    ActionSpec,
    Handler,
    MenuSpec,
    can_link,
    can_mark,
    has_bookmarks,
    has_several_tabs,
    has_tabs,
    highlight_chosen,
    is_split,
    library_open,
    library_writable,
    tag_chosen,
    tag_row_chosen,
    text_shown,
)
from desktop.cardorders import GROUPING_NAMES, SORTING_NAMES
from desktop.forms import Form
from desktop.reader.units import Unit
from desktop.settings import Setting, Settings
from desktop.theme import THEMES
from desktop.translation import tr, tr_later
from desktop.ways import WAY_KEYS, Way

if TYPE_CHECKING:
    from desktop.itemmodels.tagnodes import TagOrder


def choose(setting: Setting[str], value: str) -> Handler:
    """Return the handler that gives a setting a value."""
    return lambda window: window.settings.write(setting, value)


MENUS: tuple[MenuSpec, ...] = (
    MenuSpec("file", tr_later("File"), "F"),
    MenuSpec("edit", tr_later("Edit"), "E"),
    MenuSpec("library", tr_later("Library"), "L"),
    MenuSpec("view", tr_later("View"), "V"),
    MenuSpec("go", tr_later("Go"), "G"),
    MenuSpec("mark", tr_later("Mark"), "M"),
    MenuSpec("help", tr_later("Help"), "H"),
)

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
    ActionSpec("import_encoded", tr_later("Import with an encoding…"), "file",
               lambda w: w.importing.ask_with_encoding(w.navigation.collection_id), enabled=library_writable),
    ActionSpec("export", tr_later("Export highlights…"), "file", lambda w: w.pages.show_export(),
               ("Ctrl+Shift+S",), enabled=library_open, line=True),
    ActionSpec("export_memo", tr_later("Export memo…"), "file", lambda w: w.memoing.export(),
               enabled=lambda w: library_open(w) and w.memoing.memo_id is not None),
    ActionSpec("check", tr_later("Check the library"), "file", lambda w: w.upkeep.check(), enabled=library_open,
               line=True),
    ActionSpec("back_up", tr_later("Back up now"), "file", lambda w: w.upkeep.back_up(), enabled=library_open),
    ActionSpec("preferences", tr_later("Preferences…"), "file", lambda w: w.show_preferences(), ("Ctrl+,",), line=True),
    ActionSpec("close", tr_later("Close library"), "file", lambda w: w.libraries.close(), ("Ctrl+Shift+W",),
               enabled=library_open),
    ActionSpec("quit", tr_later("Quit"), "file", lambda w: w.close(), ("Ctrl+Q",)),
)  # fmt: skip

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

TAG_WAYS: dict[Way, str] = {
    "up": tr_later("Move the tag up"), "down": tr_later("Move the tag down"),
    "in": tr_later("Move the tag in a level"), "out": tr_later("Move the tag out a level"),
}  # fmt: skip

TAG_ORDER_NAMES: dict[TagOrder, str] = {
    "hand": tr_later("Tags by hand"), "name": tr_later("Tags by name"), "count": tr_later("Tags by count"),
}  # fmt: skip

LIBRARY: tuple[ActionSpec | MenuSpec, ...] = (
    ActionSpec("new_collection", tr_later("New collection"), "library", lambda w: w.add_collection(),
               enabled=library_writable),
    ActionSpec("new_memo", tr_later("New memo"), "library", lambda w: w.memoing.add(), ("Ctrl+N",),
               enabled=library_writable),
    ActionSpec("keep_question", tr_later("Keep the question on the shelf"), "library", lambda w: w.excerpts.save(),
               ("Ctrl+Alt+S",), enabled=lambda w: library_writable(w) and w.excerpts.query is not None),
    ActionSpec("new_tag", tr_later("New tag"), "library", lambda w: w.add_tag(), enabled=library_writable),
    MenuSpec("codebook", tr_later("Codebook"), parent="library"),
    ActionSpec("paste_tags", tr_later("Paste tags…"), "codebook", lambda w: w.codebook.paste(), ("Ctrl+Shift+V",),
               enabled=library_writable),
    ActionSpec("import_tags", tr_later("Import tags…"), "codebook", lambda w: w.codebook.import_list(),
               enabled=library_writable),
    ActionSpec("describe_tag", tr_later("Describe the tag…"), "codebook", lambda w: w.codebook.describe(), ("Ctrl+D",),
               enabled=tag_chosen, line=True),
    ActionSpec("merge_tags", tr_later("Merge tags…"), "codebook", lambda w: w.codebook.merge(), ("Ctrl+J",),
               enabled=tag_chosen),
    *(
        ActionSpec(f"tag_{way}", name, "codebook", lambda w, way=way: w.sidebar.tags.move_tags(way),
                   (WAY_KEYS[way],), enabled=tag_row_chosen, line=way == "up")
        for way, name in TAG_WAYS.items()
    ),
    *(
        ActionSpec(f"tags_by_{order}", name, "codebook", lambda w, order=order: w.sidebar.tags.sort_by(order),
                   enabled=library_open, line=order == "hand",
                   checked=lambda w, order=order: w.sidebar.tags.model.order == order)
        for order, name in TAG_ORDER_NAMES.items()
    ),
    ActionSpec("rename", tr_later("Rename"), "library", lambda w: w.shelving.rename(),
               enabled=lambda w: library_open(w) and w.shelving.can_rename, line=True),
    ActionSpec("set_date", tr_later("Set the date…"), "library", lambda w: w.shelving.set_date(),
               enabled=lambda w: library_open(w) and w.shelving.can_bin),
    ActionSpec("put_into", tr_later("Put into a collection…"), "library", lambda w: w.shelving.put_into(),
               ("Ctrl+Shift+M",), enabled=lambda w: library_open(w) and w.shelving.can_bin),
    ActionSpec("mark_read", tr_later("Mark as read"), "library", lambda w: w.shelving.mark(done=True),
               ("Ctrl+Shift+D",), enabled=lambda w: library_open(w) and w.shelving.can_mark(done=True), line=True),
    ActionSpec("mark_unread", tr_later("Mark as unread"), "library", lambda w: w.shelving.mark(done=False),
               enabled=lambda w: library_open(w) and w.shelving.can_mark(done=False)),
    ActionSpec("bin", tr_later("Move to the bin"), "library", lambda w: w.shelving.bin(),
               enabled=lambda w: library_open(w) and w.shelving.can_bin, line=True),
    ActionSpec("restore", tr_later("Restore"), "library", lambda w: w.shelving.restore(),
               enabled=lambda w: library_open(w) and w.shelving.can_restore),
)  # fmt: skip

THEME_NAMES = {
    "paper": tr_later("Paper"), "white": tr_later("White"), "sepia": tr_later("Sepia"), "night": tr_later("Night"),
}  # fmt: skip

PINYIN_NAMES = {
    "off": tr_later("No pinyin"), "hover": tr_later("Pinyin on hover"),
    "rare": tr_later("Pinyin above rare characters"), "all": tr_later("Pinyin above all characters"),
}  # fmt: skip

VIEW: tuple[ActionSpec | MenuSpec, ...] = (
    ActionSpec("zoom_in", tr_later("Larger type"), "view", lambda w: w.typography.zoom(1), ("Ctrl++", "Ctrl+="),
               enabled=lambda w: w.typography.can_zoom(1)),
    ActionSpec("zoom_out", tr_later("Smaller type"), "view", lambda w: w.typography.zoom(-1), ("Ctrl+-",),
               enabled=lambda w: w.typography.can_zoom(-1)),
    ActionSpec("zoom_reset", tr_later("Usual size of type"), "view", lambda w: w.typography.reset_zoom(), ("Ctrl+0",),
               enabled=lambda w: w.typography.percent != 100),
    ActionSpec("wider", tr_later("Wider lines"), "view", lambda w: w.typography.widen(1), ("Ctrl+Shift+.",), line=True),
    ActionSpec("narrower", tr_later("Narrower lines"), "view", lambda w: w.typography.widen(-1), ("Ctrl+Shift+,",)),
    ActionSpec("looser", tr_later("More space between lines"), "view", lambda w: w.typography.space(1),
               ("Ctrl+Alt+=",)),
    ActionSpec("tighter", tr_later("Less space between lines"), "view", lambda w: w.typography.space(-1),
               ("Ctrl+Alt+-",)),
    ActionSpec("indent", tr_later("Indent first lines"), "view", lambda w: w.typography.toggle_indent(),
               checked=lambda w: w.typography.indents),
    ActionSpec("justified", tr_later("Justify the lines"), "view", lambda w: w.typography.toggle_justified(),
               checked=lambda w: w.typography.justifies),
    ActionSpec("numbers", tr_later("Number the paragraphs"), "view", lambda w: w.typography.toggle_numbers(),
               checked=lambda w: w.settings.paragraph_numbers),
    ActionSpec("stripes", tr_later("Stripes in the margin"), "view", lambda w: w.typography.toggle_stripes(),
               checked=lambda w: w.settings.stripes),
    ActionSpec("margin_notes", tr_later("Notes in the margin"), "view", lambda w: w.typography.toggle_notes(),
               checked=lambda w: w.settings.margin_notes),
    MenuSpec("pinyin", tr_later("Pinyin"), parent="view", line=True),
    *(
        ActionSpec(f"pinyin_{mode}", name, "pinyin", choose(Settings.pinyin, mode),
                   checked=lambda w, mode=mode: w.settings.pinyin == mode)
        for mode, name in PINYIN_NAMES.items()
    ),
    ActionSpec("pinyin_switch", tr_later("Switch pinyin"), "pinyin", lambda w: w.typography.switch_pinyin(),
               ("Alt+P",), line=True),
    ActionSpec("pinyin_here", tr_later("Show the reading here"), "pinyin", lambda w: w.pane.show_reading(), ("P",),
               enabled=text_shown, in_text=True),
    ActionSpec("caret_browsing", tr_later("Read with a caret"), "view",
               lambda w: w.settings.write(Settings.caret_browsing, not w.settings.caret_browsing), ("F7",),
               checked=lambda w: w.settings.caret_browsing),
    MenuSpec("theme", tr_later("Theme"), parent="view", line=True),
    ActionSpec("theme_system", tr_later("As the system"), "theme", choose(Settings.theme, "system"),
               checked=lambda w: w.settings.theme == "system"),
    *(
        ActionSpec(f"theme_{name}", THEME_NAMES[name], "theme", choose(Settings.theme, name),
                   checked=lambda w, name=name: w.settings.theme == name)
        for name in THEMES
    ),
    MenuSpec("language", tr_later("Language"), parent="view"),
    ActionSpec("language_system", tr_later("As the system"), "language", choose(Settings.language, "system"),
               checked=lambda w: w.settings.language == "system"),
    ActionSpec("language_zh", "简体中文", "language", choose(Settings.language, "zh_CN"),
               checked=lambda w: w.settings.language == "zh_CN"),
    ActionSpec("language_en", "English", "language", choose(Settings.language, "en"),
               checked=lambda w: w.settings.language == "en"),
    MenuSpec("cards", tr_later("Order of the highlights"), parent="view", line=True),
    *(
        ActionSpec(f"cards_sorted_{value}", name, "cards", choose(Settings.card_sorting, value),
                   checked=lambda w, value=value: w.settings.card_sorting == value)
        for value, name in SORTING_NAMES.items()
    ),
    *(
        ActionSpec(f"cards_grouped_{value}", name, "cards", choose(Settings.card_grouping, value),
                   checked=lambda w, value=value: w.settings.card_grouping == value, line=value == "none")
        for value, name in GROUPING_NAMES.items()
    ),
    MenuSpec("split", tr_later("Split"), parent="view", line=True),
    ActionSpec("split_right", tr_later("Split right"), "split", lambda w: w.stands.split(below=False), ("Ctrl+\\",),
               enabled=text_shown),
    ActionSpec("split_below", tr_later("Split below"), "split", lambda w: w.stands.split(below=True),
               ("Ctrl+Shift+\\",), enabled=text_shown),
    ActionSpec("unsplit", tr_later("Close the split"), "split", lambda w: w.stands.unsplit(), ("Ctrl+Alt+\\",),
               enabled=is_split),
    ActionSpec("other_group", tr_later("To the other side"), "split", lambda w: w.stands.turn(), ("F6",),
               enabled=is_split, line=True),
    ActionSpec("tab_over", tr_later("Move the tab to the other side"), "split", lambda w: w.stands.send_tab_over(),
               enabled=is_split),
    ActionSpec("together", tr_later("Scroll together"), "split",
               lambda w: w.stands.set_together(not w.stands.together), enabled=is_split,
               checked=lambda w: w.stands.together, line=True),
    ActionSpec("shelf", tr_later("Shelf"), "view", lambda w: w.sides.toggle("shelf"), ("F9",),
               enabled=library_open, checked=lambda w: w.settings.shelf_visible, line=True),
    ActionSpec("sidebar", tr_later("Sidebar"), "view", lambda w: w.sides.toggle("sidebar"), ("Shift+F9",),
               enabled=library_open, checked=lambda w: w.settings.sidebar_visible),
    ActionSpec("text_only", tr_later("Only the text"), "view", lambda w: w.sides.toggle_text_only(), ("F11",),
               checked=lambda w: w.sides.text_only),
)  # fmt: skip

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
    ActionSpec("to_notes", tr_later("To the notes"), "go", lambda w: w.show_notes(), ("Alt+7",), enabled=library_open),
    ActionSpec("to_tag", tr_later("To the page of the tag"), "go", lambda w: w.codebook.go(), ("Alt+9",),
               enabled=lambda w: library_open(w) and w.codebook.can_go),
    MenuSpec("tag_pages", tr_later("Pages of tags"), parent="go", fill=lambda w, menu: w.codebook.fill(menu)),
    ActionSpec("to_tags", tr_later("To the tags"), "go", lambda w: w.focus_tags(), ("Alt+8",), enabled=library_open),
    ActionSpec("to_excerpts", tr_later("To the excerpts"), "go", lambda w: w.excerpts.go(), ("Alt+0",),
               enabled=library_open),
    ActionSpec("to_memo", tr_later("To the memo"), "go", lambda w: w.memoing.go(), ("Alt+5",), enabled=library_open),
    ActionSpec("to_memos", tr_later("All memos"), "go", lambda w: w.memoing.open(""), ("Alt+6",), enabled=library_open),
)  # fmt: skip

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

PEN_NAMES = (
    tr_later("Pen 1"), tr_later("Pen 2"), tr_later("Pen 3"), tr_later("Pen 4"), tr_later("Pen 5"), tr_later("Pen 6"),
    tr_later("Pen 7"), tr_later("Pen 8"), tr_later("Pen 9"),
)  # fmt: skip
"""What pens are called where it is not said what they mark with."""

MARK: tuple[ActionSpec | MenuSpec, ...] = (
    *(
        ActionSpec(f"pen_{number}", name, "mark", lambda w, number=number: w.marking.pen(number),
                   (str(number),), enabled=can_mark, in_text=True,
                   name=lambda w, number=number: w.pens.name(number))
        for number, name in enumerate(PEN_NAMES, 1)
    ),
    ActionSpec("repeat_pen", tr_later("Repeat the last pen"), "mark", lambda w: w.marking.repeat_pen(), ("Q",),
               enabled=lambda w: can_mark(w) and w.marking.has_pen, in_text=True),
    ActionSpec("mark_selections", tr_later("Mark while selecting"), "mark",
               lambda w: w.pens.mark_selections(not w.pens.marks_selections), ("H",),
               enabled=lambda w: text_shown(w) and w.session.writable,
               checked=lambda w: w.pens.marks_selections, in_text=True),
    ActionSpec("pens", tr_later("Pens…"), "mark", lambda w: w.pages.show_pens(), enabled=library_writable),
    ActionSpec("underline", tr_later("Underline"), "mark", lambda w: w.marking.underline(), ("U",), enabled=can_mark,
               in_text=True, line=True),
    ActionSpec("tag", tr_later("Tag…"), "mark", lambda w: w.marking.tag(), ("T",), enabled=can_mark, in_text=True,
               line=True),
    ActionSpec("note", tr_later("Write a note"), "mark", lambda w: w.marking.note(), ("N",), enabled=can_mark,
               in_text=True),
    ActionSpec("send_to_memo", tr_later("Send to memo…"), "mark", lambda w: w.marking.send_to_memo(), ("M",),
               enabled=can_mark, in_text=True),
    ActionSpec("link", tr_later("Link to…"), "mark", lambda w: w.marking.link(), ("L",), enabled=can_link,
               in_text=True),
    ActionSpec("sentence", tr_later("Select the sentence"), "mark", lambda w: w.marking.select_sentence(), ("S",),
               enabled=text_shown, in_text=True, line=True),
    ActionSpec("paragraph", tr_later("Select the paragraph"), "mark", lambda w: w.marking.select_paragraph(),
               ("Shift+S",), enabled=text_shown, in_text=True),
    ActionSpec("swap_ends", tr_later("Move the other end"), "mark", lambda w: w.pane.swap_ends(), ("X",),
               enabled=lambda w: text_shown(w) and w.pane.chosen() is not None, in_text=True),
    ActionSpec("extend_sentence", tr_later("Extend to the sentence"), "mark",
               lambda w: w.marking.refining.extend(Unit.SENTENCE), ("E",), enabled=highlight_chosen, in_text=True,
               line=True),
    ActionSpec("extend_paragraph", tr_later("Extend to the paragraph"), "mark",
               lambda w: w.marking.refining.extend(Unit.PARAGRAPH), ("Shift+E",), enabled=highlight_chosen,
               in_text=True),
    ActionSpec("star", tr_later("Star"), "mark", lambda w: w.marking.refining.star(), ("K",), enabled=highlight_chosen,
               in_text=True),
    ActionSpec("correct", tr_later("Correct the quotation…"), "mark", lambda w: w.marking.refining.correct(), ("C",),
               enabled=highlight_chosen, in_text=True),
    ActionSpec("by_tag", tr_later("Colour by tag"), "mark", lambda w: w.marking.color_by_tag(),
               enabled=highlight_chosen, line=True),
    ActionSpec("delete", tr_later("Delete highlight"), "mark", lambda w: w.marking.delete(), ("Del",),
               enabled=highlight_chosen, in_text=True),
)  # fmt: skip

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
