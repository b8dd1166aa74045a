"""What one part of the window says, carried to the others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop.forms import Form

if TYPE_CHECKING:
    from desktop.codebook.page import TagPage
    from desktop.libraries import Libraries
    from desktop.memos.page import MemoPage
    from desktop.stand import Stand
    from desktop.widgets.welcome import Welcome
    from desktop.window import MainWindow


_REPEATED = "repeated"
"""Under this key it is asked how much of a document is printed twice."""


def connect(window: MainWindow) -> None:
    """Connect everything that stands in `window`."""
    _connect_messages(window)
    _connect_state(window)
    _connect_ways_to_begin(window)
    _connect_text_and_sides(window)
    _connect_memos(window)
    _connect_links(window)
    _connect_codebook(window)
    _connect_index(window)
    _connect_excerpts(window)


def _connect_messages(window: MainWindow) -> None:
    window.messages.said.connect(window.notice.say)
    window.messages.withdrawn.connect(window.notice.withdraw)
    window.messages.crashed.connect(window.show_fault)
    window.jobs.failed.connect(window.messages.failure)
    window.session.failed.connect(window.messages.failure)


def _connect_state(window: MainWindow) -> None:
    session, stands, refresh = window.session, window.stands, window.menus.soon
    for signal in (session.opened, session.closed, window.centre.turned, stands.turned):
        signal.connect(window.show_state)
    for signal in (session.changed, stands.chosen_changed, stands.tabs_changed, stands.trail_changed):
        signal.connect(refresh)
    window.shelf.tree.selectionModel().selectionChanged.connect(refresh)
    window.late_table.when_made(lambda table: table.view.selectionModel().selectionChanged.connect(refresh))
    window.sidebar.late_tags.when_made(lambda tags: tags.chosen_changed.connect(refresh))
    window.app.focusChanged.connect(refresh)
    window.settings.changed.connect(window.apply_setting)
    stands.place_changed.connect(lambda place, _: window.show_place(place))
    stands.titled.connect(window.show_title)
    window.shelf.documents.turned.connect(window.show_title)
    for signal in (window.pens.changed, window.pens.turned):
        signal.connect(refresh)


def _connect_ways_to_begin(window: MainWindow) -> None:
    libraries = window.libraries
    window.tools.find_button.clicked.connect(window.menus["search"].trigger)
    libraries.sample_made.connect(window.importing.import_sample)
    window.importing.sample_imported.connect(window.shelf.unfold_all)
    window.importing.document_wanted.connect(window.navigation.open_document)
    window.bringing.bibliographies_found.connect(window.bibliographies.read_all)
    window.importing.bibliographies_wanted.connect(window.bibliographies.read_all)
    window.resuming.found.connect(window.menus.soon)
    window.late_welcome.when_made(lambda welcome: _connect_welcome(welcome, libraries))


def _connect_welcome(welcome: Welcome, libraries: Libraries) -> None:
    welcome.sample_wanted.connect(libraries.open_sample)
    welcome.new_wanted.connect(libraries.ask_new)
    welcome.open_wanted.connect(libraries.ask_open)
    welcome.recent_wanted.connect(lambda path: libraries.open(Path(path)))


def _connect_group(window: MainWindow, stand: Stand) -> None:
    """Let the keys of the text count in a group, its popup act on the window, and the shelf hear how far was read."""
    window.menus.bind_to_text(stand.pane)
    popup, shortcuts = stand.marking.popup, window.menus.shortcuts
    popup.copy_pressed.connect(window.copying.copy)
    popup.quotation_pressed.connect(lambda: window.copying.copy(Form.QUOTATION))
    popup.look_up_pressed.connect(window.lexicon.look_up)
    popup.one_word_pressed.connect(window.lexicon.add_word)
    popup.reading_pressed.connect(window.lexicon.correct_reading)
    window.lexicon.attach(stand.pane)
    window.speaking.attach(stand.pane)
    popup.show_keys(shortcuts.all_shown())
    stand.chip_made.connect(window.notice.stand_above)
    shortcuts.changed.connect(lambda: popup.show_keys(shortcuts.all_shown()))
    stand.view.reference_followed.connect(window.targets.follow)
    stand.pane.link_followed.connect(window.targets.open_link)
    stand.view.hits_ended.connect(window.searching.step_on)
    stand.view.hit_stepped.connect(window.searching.follow_step)
    stand.view.hit_marking_wanted.connect(lambda: window.concordancing.mark_found())
    stand.reading.place_saved.connect(window.shelf.holdings.take_reading)


def _connect_text_and_sides(window: MainWindow) -> None:
    stands, sidebar, shelf = window.stands, window.sidebar, window.shelf
    _connect_group(window, stands.active)
    shortcuts = window.menus.shortcuts
    sidebar.highlights.show_keys(shortcuts.all_shown())
    shortcuts.changed.connect(lambda: sidebar.highlights.show_keys(shortcuts.all_shown()))
    window.pens.keys.take(shortcuts.keys)
    shortcuts.changed.connect(lambda: window.pens.keys.take(shortcuts.keys))
    stands.added.connect(lambda stand: _connect_group(window, stand))
    shelf.search_activated.connect(window.searching.open_saved)
    stands.document_shown.connect(sidebar.show_document)
    window.centre.turned.connect(lambda: sidebar.show_away(window.centre.shows_table))
    window.session.opened.connect(lambda: QTimer.singleShot(0, sidebar, sidebar.recall_view))
    stands.place_changed.connect(sidebar.follow)
    stands.highlight_selected.connect(sidebar.show_highlight)
    stands.note_requested.connect(window.write_note)
    sidebar.highlight_selected.connect(lambda highlight_id: window.marking.select_highlight(highlight_id))
    sidebar.highlight_activated.connect(window.go_to_highlight)
    sidebar.text_focus_requested.connect(lambda: window.sides.focus("centre"))
    sidebar.heading_activated.connect(window.outlining.go)
    sidebar.gap_activated.connect(window.outlining.show_gap)
    sidebar.repair_activated.connect(window.outlining.go_to_repair)
    sidebar.heading_requested.connect(window.outlining.add)
    sidebar.copy_requested.connect(
        lambda ids, form: form is not Form.LINK and window.copying.copy_highlights(ids, form)
    )
    sidebar.selection_export_requested.connect(lambda ids: window.exporting.export(highlight_ids=ids))
    sidebar.export_requested.connect(lambda tag_id: window.exporting.export(tag_id=tag_id))
    shelf.files_dropped.connect(lambda paths, collection_id: window.take_files(list(paths), collection_id or None))


def _connect_memos(window: MainWindow) -> None:
    memoing, navigation = window.memoing, window.navigation
    memoing.opened.connect(navigation.keep_memo)
    memoing.opened.connect(window.show_state)
    window.shelf.memos.altered.connect(window.show_title)
    window.sidebar.reference_followed.connect(window.targets.follow)
    memoing.late_page.when_made(lambda page: _connect_memo_page(window, page))
    window.sidebar.note_activated.connect(window.targets.show_note)
    memoing.passage_wanted.connect(window.targets.show_passage)
    memoing.text_wanted.connect(navigation.return_to_text)
    memoing.export_wanted.connect(lambda memo_id: window.exporting.export(memo_id=memo_id))
    navigation.memo_kept.connect(memoing.open)
    window.stands.memo_requested.connect(lambda highlight_id, place: memoing.send([highlight_id], place))
    window.sidebar.memo_requested.connect(memoing.send)


def _connect_memo_page(window: MainWindow, page: MemoPage) -> None:
    page.parts.keys = window.pens.keys
    page.parts.reference_followed.connect(window.targets.follow)
    page.parts.correction_wanted.connect(lambda highlight_id: window.marking.refining.correct(highlight_id))


def _connect_links(window: MainWindow) -> None:
    for requested in (window.stands.link_requested, window.sidebar.link_requested):
        requested.connect(window.linking.ask)
    window.linking.followed.connect(window.targets.follow)


def _connect_codebook(window: MainWindow) -> None:
    codebook, navigation = window.codebook, window.navigation
    codebook.opened.connect(navigation.keep_tag)
    codebook.opened.connect(window.show_state)
    codebook.left.connect(lambda: navigation.open_list(window.shelf.documents.key))
    codebook.late_page.when_made(lambda page: _connect_tag_page(window, page))
    navigation.tag_kept.connect(codebook.open)
    window.sidebar.tag_page_requested.connect(codebook.enter)


def _connect_tag_page(window: MainWindow, page: TagPage) -> None:
    page.renamed.connect(window.show_title)
    page.passage_wanted.connect(window.targets.show_passage)
    page.memo_wanted.connect(window.memoing.send)
    page.link_wanted.connect(window.linking.ask)
    page.export_wanted.connect(
        lambda tag_id, below, other_id: window.exporting.export(
            tag_id=tag_id, below=below, with_tag_id=other_id or None
        )
    )
    page.text_wanted.connect(window.navigation.return_to_text)


def _connect_index(window: MainWindow) -> None:
    counting, indexing, status, stands = window.counting, window.indexing, window.status, window.stands
    for signal in (stands.chosen_changed, stands.turned):
        signal.connect(lambda: counting.look(window.pane))
    counting.counted.connect(status.show_found)
    counting.index_wanted.connect(indexing.mend)
    indexing.done.connect(counting.renew)
    indexing.done.connect(window.shelf.smarts.renew)
    indexing.done.connect(window.shelf.documents.columns.renew_lengths)
    status.found_pressed.connect(lambda: window.search_for(counting.text))
    stands.document_shown.connect(lambda document_id: _count_repeated(window, document_id))


def _count_repeated(window: MainWindow, document_id: str | None) -> None:
    """Say how much of a document is printed twice, once that is known."""
    window.status.show_repeated(0)
    window.session.withdraw(_REPEATED)
    if document_id is not None:
        window.session.ask(
            _REPEATED, lambda library: library.repairs.repeated(document_id), window.status.show_repeated
        )


def _connect_excerpts(window: MainWindow) -> None:
    excerpts, navigation = window.excerpts, window.navigation
    excerpts.opened.connect(navigation.keep_excerpts)
    excerpts.opened.connect(window.show_state)
    excerpts.kept.connect(window.targets.name_smart)
    excerpts.passage_wanted.connect(window.targets.show_answer)
    excerpts.memo_wanted.connect(window.memoing.send)
    excerpts.link_wanted.connect(window.linking.ask)
    excerpts.export_wanted.connect(window.pages.show_export)
    excerpts.text_wanted.connect(navigation.return_to_text)
    navigation.excerpts_kept.connect(excerpts.open)
