"""What stands in the View menu."""

from __future__ import annotations

from desktop.actionspecs import ActionSpec, Handler, MenuSpec, can_read_words, is_split, library_open, text_shown
from desktop.cardorders import GROUPING_NAMES, SORTING_NAMES
from desktop.settings import Setting, Settings
from desktop.theme import THEMES
from desktop.translation import tr_later


def choose(setting: Setting[str], value: str) -> Handler:
    """Return the handler that gives a setting a value."""
    return lambda window: window.settings.write(setting, value)


THEME_NAMES = {
    "paper": tr_later("Paper"), "white": tr_later("White"), "sepia": tr_later("Sepia"), "night": tr_later("Night"),
}  # fmt: skip

PINYIN_NAMES = {
    "off": tr_later("No pinyin"), "hover": tr_later("Pinyin on hover"),
    "rare": tr_later("Pinyin above rare characters"), "all": tr_later("Pinyin above all characters"),
}  # fmt: skip

VIEW: tuple[ActionSpec | MenuSpec, ...] = (
    MenuSpec("type", tr_later("Type and lines"), parent="view"),
    ActionSpec("zoom_in", tr_later("Larger type"), "type", lambda w: w.typography.zoom(1), ("Ctrl++", "Ctrl+="),
               enabled=lambda w: w.typography.can_zoom(1)),
    ActionSpec("zoom_out", tr_later("Smaller type"), "type", lambda w: w.typography.zoom(-1), ("Ctrl+-",),
               enabled=lambda w: w.typography.can_zoom(-1)),
    ActionSpec("zoom_reset", tr_later("Usual size of type"), "type", lambda w: w.typography.reset_zoom(), ("Ctrl+0",),
               enabled=lambda w: w.typography.percent != 100),
    ActionSpec("wider", tr_later("Wider lines"), "type", lambda w: w.typography.widen(1), ("Ctrl+Shift+.",), line=True),
    ActionSpec("narrower", tr_later("Narrower lines"), "type", lambda w: w.typography.widen(-1), ("Ctrl+Shift+,",)),
    ActionSpec("looser", tr_later("More space between lines"), "type", lambda w: w.typography.space(1),
               ("Ctrl+Alt+=",)),
    ActionSpec("tighter", tr_later("Less space between lines"), "type", lambda w: w.typography.space(-1),
               ("Ctrl+Alt+-",)),
    ActionSpec("indent", tr_later("Indent first lines"), "type", lambda w: w.typography.toggle_indent(),
               checked=lambda w: w.typography.indents),
    ActionSpec("justified", tr_later("Justify the lines"), "type", lambda w: w.typography.toggle_justified(),
               checked=lambda w: w.typography.justifies),
    ActionSpec("numbers", tr_later("Number the paragraphs"), "type", lambda w: w.typography.toggle_numbers(),
               checked=lambda w: w.settings.paragraph_numbers),
    MenuSpec("margin", tr_later("Margin"), parent="view"),
    ActionSpec("stripes", tr_later("Stripes in the margin"), "margin", lambda w: w.typography.toggle_stripes(),
               checked=lambda w: w.settings.stripes),
    ActionSpec("margin_notes", tr_later("Notes in the margin"), "margin", lambda w: w.typography.toggle_notes(),
               checked=lambda w: w.settings.margin_notes),
    ActionSpec("speakers", tr_later("Speakers in the margin"), "margin", lambda w: w.typography.toggle_speakers(),
               checked=lambda w: w.settings.speakers),
    MenuSpec("pinyin", tr_later("Pinyin"), parent="view"),
    *(
        ActionSpec(f"pinyin_{mode}", name, "pinyin", choose(Settings.pinyin, mode),
                   checked=lambda w, mode=mode: w.settings.pinyin == mode)
        for mode, name in PINYIN_NAMES.items()
    ),
    ActionSpec("pinyin_switch", tr_later("Switch pinyin"), "pinyin", lambda w: w.typography.switch_pinyin(),
               ("Alt+P",), line=True),
    ActionSpec("pinyin_here", tr_later("Show the reading here"), "pinyin", lambda w: w.pane.show_reading(), ("P",),
               enabled=text_shown, in_text=True),
    ActionSpec("correct_reading", tr_later("Correct the reading…"), "pinyin", lambda w: w.lexicon.correct_reading(),
               ("Shift+P",), enabled=can_read_words, in_text=True),
    ActionSpec("corrected_readings", tr_later("Corrected readings…"), "pinyin", lambda w: w.lexicon.show_readings(),
               enabled=library_open),
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
    MenuSpec("columns", tr_later("Columns of the table"), parent="view", enabled=lambda w: w.centre.shows_table,
             fill=lambda w, menu: w.table.view.fill_columns(menu)),
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
    ActionSpec("page_view", tr_later("Page view"), "view", lambda w: w.paging.toggle(), ("F8",),
               enabled=lambda w: w.paging.is_offered, checked=lambda w: w.settings.page_view, line=True),
    ActionSpec("to_pages", tr_later("To the pages"), "view", lambda w: w.paging.focus(), ("Shift+F8",),
               enabled=lambda w: w.paging.is_offered),
    ActionSpec("shelf", tr_later("Shelf"), "view", lambda w: w.sides.toggle("shelf"), ("F9",),
               enabled=library_open, checked=lambda w: w.settings.shelf_visible, line=True),
    ActionSpec("sidebar", tr_later("Sidebar"), "view", lambda w: w.sides.toggle("sidebar"), ("Shift+F9",),
               enabled=library_open, checked=lambda w: w.settings.sidebar_visible),
    ActionSpec("repairs", tr_later("Repairs of this text"), "view", lambda w: w.outlining.show_repairs(),
               enabled=text_shown),
    ActionSpec("text_only", tr_later("Only the text"), "view", lambda w: w.sides.toggle_text_only(), ("F11",),
               checked=lambda w: w.sides.text_only),
)  # fmt: skip
