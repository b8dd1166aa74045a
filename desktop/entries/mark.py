"""What stands in the Mark menu."""

from __future__ import annotations

from desktop.actionspecs import ActionSpec, MenuSpec, can_link, can_mark, highlight_chosen, library_writable, text_shown
from desktop.markkeys import MARK_KEYS, PEN
from desktop.reader.units import Unit
from desktop.translation import tr_later

PEN_NAMES = (
    tr_later("Pen 1"), tr_later("Pen 2"), tr_later("Pen 3"), tr_later("Pen 4"), tr_later("Pen 5"), tr_later("Pen 6"),
    tr_later("Pen 7"), tr_later("Pen 8"), tr_later("Pen 9"),
)  # fmt: skip
"""What pens are called where it is not said what they mark with."""

MARK: tuple[ActionSpec | MenuSpec, ...] = (
    *(
        ActionSpec(f"pen_{number}", name, "mark", lambda w, number=number: w.marking.pen(number),
                   MARK_KEYS[f"{PEN}{number}"], enabled=can_mark, in_text=True,
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
    ActionSpec("underline", tr_later("Underline"), "mark", lambda w: w.marking.underline(),
               MARK_KEYS["underline"], enabled=can_mark, in_text=True, line=True),
    ActionSpec("tag", tr_later("Tag…"), "mark", lambda w: w.marking.tag(),
               MARK_KEYS["tag"], enabled=can_mark, in_text=True, line=True),
    ActionSpec("note", tr_later("Write a note"), "mark", lambda w: w.marking.note(),
               MARK_KEYS["note"], enabled=can_mark, in_text=True),
    ActionSpec("send_to_memo", tr_later("Send to memo…"), "mark", lambda w: w.marking.send_to_memo(),
               MARK_KEYS["send_to_memo"], enabled=can_mark, in_text=True),
    ActionSpec("link", tr_later("Link to…"), "mark", lambda w: w.marking.link(),
               MARK_KEYS["link"], enabled=can_link, in_text=True),
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
    ActionSpec("star", tr_later("Star"), "mark", lambda w: w.marking.refining.star(),
               MARK_KEYS["star"], enabled=highlight_chosen, in_text=True),
    ActionSpec("correct", tr_later("Correct the quotation…"), "mark", lambda w: w.marking.refining.correct(),
               MARK_KEYS["correct"], enabled=highlight_chosen, in_text=True),
    ActionSpec("by_tag", tr_later("Colour by tag"), "mark", lambda w: w.marking.color_by_tag(),
               enabled=highlight_chosen, line=True),
    ActionSpec("add_heading", tr_later("Make a heading"), "mark", lambda w: w.outlining.add(), ("Shift+H",),
               enabled=lambda w: text_shown(w) and w.session.writable, in_text=True, line=True),
    ActionSpec("correct_speaker", tr_later("Who speaks…"), "mark", lambda w: w.speaking.correct(), ("Shift+W",),
               enabled=lambda w: text_shown(w) and w.session.writable, in_text=True),
    ActionSpec("delete", tr_later("Delete highlight"), "mark", lambda w: w.marking.delete(),
               MARK_KEYS["delete"], enabled=highlight_chosen, in_text=True),
)  # fmt: skip
