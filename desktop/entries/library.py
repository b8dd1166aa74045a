"""What stands in the Library menu, and among what is done to tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.actionspecs import (
    ActionSpec,
    MenuSpec,
    can_look_up,
    can_read_words,
    has_original,
    library_open,
    library_writable,
    tag_chosen,
    tag_row_chosen,
)
from desktop.translation import tr_later
from desktop.ways import WAY_KEYS, Way

if TYPE_CHECKING:
    from desktop.itemmodels.tagnodes import TagOrder

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
    MenuSpec("words", tr_later("Words"), parent="library"),
    ActionSpec("look_up", tr_later("Look up"), "words", lambda w: w.lexicon.look_up(), ("D",), enabled=can_look_up,
               in_text=True),
    ActionSpec("own_word", tr_later("Treat the selection as one word"), "words", lambda w: w.lexicon.add_word(),
               ("W",), enabled=can_read_words, in_text=True),
    ActionSpec("own_words", tr_later("Own words…"), "words", lambda w: w.lexicon.show_words(), enabled=library_open,
               line=True),
    ActionSpec("glossary", tr_later("Glossary…"), "words", lambda w: w.lexicon.show_glossary(), enabled=library_open),
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
                   checked=lambda w, order=order: w.codebook.order == order)
        for order, name in TAG_ORDER_NAMES.items()
    ),
    ActionSpec("rename", tr_later("Rename"), "library", lambda w: w.shelving.rename(),
               enabled=lambda w: library_open(w) and w.shelving.can_rename, line=True),
    ActionSpec("document_fields", tr_later("Fields of the document"), "library", lambda w: w.subject.open(),
               ("Alt+Return",), enabled=library_open),
    ActionSpec("copy_citation", tr_later("Copy citation"), "library", lambda w: w.citing.copy_selected(),
               ("Ctrl+Alt+C",), enabled=lambda w: library_open(w) and w.citing.can_copy),
    MenuSpec("original", tr_later("Original"), parent="library"),
    ActionSpec("open_original", tr_later("Open the original"), "original",
               lambda w: w.originals.open(), ("Ctrl+Alt+O",), enabled=has_original),
    ActionSpec("export_original", tr_later("Export original…"), "original",
               lambda w: w.originals.ask(), enabled=has_original),
    ActionSpec("check_original", tr_later("Check the original"), "original",
               lambda w: w.originals.check(), enabled=has_original),
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
