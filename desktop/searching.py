"""The search in the window: its panel, made when it is first wanted, in the sidebar or in the middle; what is kept."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from desktop.sought import Sought
from desktop.translation import tr
from library.errors import IndexDamaged, InvalidQuery, LibraryError, NotFound

if TYPE_CHECKING:
    from desktop.itemmodels.findings import Entry
    from desktop.search.page import Elsewhere, SearchPage
    from desktop.search.panel import SearchPanel
    from desktop.window import MainWindow
    from library.search.hits import Hit

SPECIAL = re.compile(r"[\s\"“”()/:：-]|\bOR\b")
"""What would be read as more than a word in a query."""
LONGEST_SELECTION = 60
"""Code points of a selection above which it is not taken for what to look for."""


class Searching(QObject):
    """Shows the search panel, and does with its rows and its query what other parts of the window can.

    The panel stands in the sidebar, or fills the middle of the window until a hit is opened from there.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._panel: SearchPanel | None = None
        self._page: SearchPage | None = None
        self._elsewhere: Elsewhere | None = None
        self._sought: Sought | None = None
        self._kept_id: str | None = None
        self.is_page = False
        """Whether the panel stands in the middle of the window."""
        window.sidebar.search_wanted.connect(lambda: window.sidebar.put_search(self.panel))

    @property
    def panel(self) -> SearchPanel:
        """The panel, made now unless it is there."""
        if self._panel is None:
            self._panel = self._make()
        return self._panel

    @property
    def sought(self) -> Sought:
        """What goes to hits in the text, made now unless it is there."""
        if self._sought is None:
            self._sought = Sought(self._window, self.panel, self)
        return self._sought

    def step_on(self, step: int) -> None:
        """Go to the next document with hits, or the one before, once those of the open one are through."""
        self.sought.step_on(step)

    def follow_step(self, start: int) -> None:
        """Let what was found stand at the hit that a step in the text led to: the one that starts at `start`."""
        if self._sought is not None:
            self._sought.follow(start)

    def open_hit(self, hit: Hit) -> None:
        """Show a hit in its document, with all others there marked: a jump."""
        self._leave_page()
        self.sought.open_hit(hit)

    # Showing

    def look(self) -> None:
        """Go to the field of the search; a short selection in the text is what to look for."""
        selected = self._selected()
        panel = self.panel
        self._show()
        if selected and selected != panel.question.query:
            panel.search_for(selected)
        panel.look()

    def search_for(self, text: str) -> None:
        """Look for a text in the whole library, as it stands and not as a query."""
        self.panel.search_for(as_phrase(text))
        self._show()

    def show_help(self) -> None:
        """Show how to ask, or put that away."""
        panel = self.panel
        self._show()
        panel.show_help()

    def toggle_page(self) -> None:
        """Let the panel fill the middle of the window, or stand in the sidebar again."""
        if self.is_page and self._window.centre.currentWidget() is self._page:
            self._leave_middle()
        else:
            self._grow()
        self._show()
        self.panel.look()

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is in the search."""
        focused = self._window.focusWidget()
        return self._panel is not None and focused is not None and self._panel.isAncestorOf(focused)

    # Keeping

    @property
    def can_save(self) -> bool:
        """Whether a question has been answered that can be kept."""
        return self._panel is not None and self._panel.complete and bool(self._panel.question.query.strip())

    def ask_name(self) -> None:
        """Ask for a name, and keep the search on the shelf under it; under the name it has it is kept as it is now."""
        if not self.can_save or not self._window.session.writable:
            return
        from desktop.dialogs.line import LineDialog

        query = self.panel.question.query.strip()
        about = tr("The shelf counts what “{query}” finds, and asks it anew.", query=query)
        dialog = LineDialog(tr("Keep the search"), about, self._kept_name() or query, tr("Keep"), parent=self._window)
        dialog.entered.connect(self._keep)
        dialog.open()

    def open_saved(self, smart_id: str) -> None:
        """Ask a search that was kept."""
        library = self._window.session.library
        if library is None:
            return
        from desktop.search.question import Question
        from library.search.saved import search_from_json

        try:
            query, options = search_from_json(library.smart.get(smart_id).query)
        except (InvalidQuery, NotFound) as error:
            self._window.messages.failure(error)
            return
        panel = self.panel
        self._kept_id = smart_id
        self._show()
        panel.ask_again(Question(query, options.exact, options.whole_words, options.case, repeated=options.repeated))
        panel.look()

    def _keep(self, name: str) -> None:
        from library.search.leaves import Options
        from library.search.saved import search_to_json

        asked, kept_id = self.panel.question, self._kept_id
        options = Options(exact=asked.exact, case=asked.case, whole_words=asked.whole_words, repeated=asked.repeated)
        kept = search_to_json(asked.query.strip(), options)
        if kept_id is not None and name == self._kept_name():
            self._window.session.write(lambda library: library.smart.ask(kept_id, kept))
        else:
            self._window.session.write(
                lambda library: library.smart.add(name, "search", kept), lambda made: self._remember(made.id)
            )

    def _remember(self, smart_id: str) -> None:
        self._kept_id = smart_id

    def _kept_name(self) -> str:
        """Return the name of the search that was opened from the shelf last, if it is still there."""
        library = self._window.session.library
        rows = library.smart.all() if library is not None else []
        return next((row.name for row in rows if row.id == self._kept_id), "")

    # Inside

    def _make(self) -> SearchPanel:
        from desktop.search.panel import SearchPanel  # once it is wanted: what is loaded at the start is waited for

        window = self._window
        panel = SearchPanel(
            window.session, window.themes, window.settings, lambda: window.shelf.holdings.documents("all")
        )
        panel.hit_opened.connect(self.open_hit)
        panel.document_opened.connect(self._open_document)
        panel.entry_opened.connect(self._open_entry)
        panel.menu_wanted.connect(self._show_menu)
        panel.text_wanted.connect(window.navigation.return_to_text)
        panel.asked.connect(window.menus.soon)
        panel.answered.connect(window.menus.soon)
        panel.head.saving_wanted.connect(self.ask_name)
        panel.head.marking_wanted.connect(lambda: window.concordancing.mark_found(in_text=False))
        panel.head.lines_wanted.connect(lambda: window.concordancing.show())
        panel.inquirer.refused.connect(self._mend)
        window.indexing.done.connect(panel.look_again)
        return panel

    def _mend(self, error: LibraryError) -> None:
        if isinstance(error, IndexDamaged):
            self._window.indexing.mend()

    def _show(self) -> None:
        window = self._window
        if self.is_page and self._page is not None:
            window.centre.show_page(self._page)
            return
        window.sides.unfold("sidebar")
        window.sidebar.show_view("search")

    def _grow(self) -> None:
        from desktop.search.page import Elsewhere, SearchPage

        if self._page is None or self._elsewhere is None:
            self._page, self._elsewhere = SearchPage(), Elsewhere()
            self._window.centre.add_page(self._page)
            self._elsewhere.return_wanted.connect(self._return)
            self._elsewhere.show_wanted.connect(self.look)
            self._window.centre.turned.connect(self._tell_elsewhere)
        panel = self.panel
        self.is_page = True
        self._page.take(panel)
        panel.set_wide(True)
        self._window.sidebar.put_search(self._elsewhere)

    def _tell_elsewhere(self) -> None:
        if self._elsewhere is not None:
            self._elsewhere.tell(in_sight=self._window.centre.currentWidget() is self._page)

    def _shrink(self) -> None:
        if self.is_page:
            self.is_page = False
            self.panel.set_wide(False)
            self._window.sidebar.put_search(self.panel)

    def _leave_middle(self) -> None:
        """Have the panel in the sidebar, and in the middle what was there before."""
        self._shrink()
        if self._window.reading.document is not None:
            self._window.navigation.return_to_text()
        else:
            self._window.navigation.open_list(self._window.shelf.documents.key)

    def _return(self) -> None:
        """Have the panel in the sidebar again, where it was asked for."""
        self._leave_middle()
        self._show()
        self.panel.look()

    def _open_document(self, document_id: str) -> None:
        self._leave_page()
        self.sought.open_end(document_id, "first")

    def _leave_page(self) -> None:
        """Make room for the text: what was found stands beside it."""
        if self.is_page:
            self._shrink()
            self._show()

    def _open_entry(self, entry: Entry) -> None:
        """Show what a title, a note or a tag belongs to."""
        window = self._window
        self._leave_page()
        if entry.target_kind == "collection":
            window.navigation.open_list(entry.target_id)
        elif entry.target_kind == "highlight":
            window.targets.show_passage(entry.target_id)
        else:
            window.targets.follow(entry.target_kind, entry.target_id)

    def _show_menu(self, row: int, place: QPoint) -> None:
        menu = self.menu(row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def menu(self, row: int) -> QMenu:
        """Return the menu of what can be done with a row of what was found in texts."""
        window, panel, model = self._window, self.panel, self.panel.model
        number, inside = model.place(row)
        document_id, hit = model.groups[number].id, model.hit(row)
        menu = QMenu(panel)
        if model.groups[number].kind == "document":
            menu.addAction(tr("Open"), partial(panel.answer.open_row, row))
            menu.addAction(tr("Open in a new tab"), lambda: window.navigation.open_document(
                document_id, hit.start if hit is not None else None, new_tab=True))  # fmt: skip
            dating = menu.addAction(tr("Set the date…"), lambda: window.shelf.verbs.ask_date([document_id]))
            dating.setEnabled(window.session.writable)
            menu.addSeparator()
        if inside >= 0:
            ticking = menu.addAction(tr("Tick"), lambda: model.toggle(row))
            ticking.setShortcut(QKeySequence(Qt.Key.Key_Space))
            menu.addAction(tr("Take all ticks away"), model.untick_all).setEnabled(bool(model.ticked))
        menu.addAction(tr("Fold all"), lambda: model.fold_all(True))
        menu.addAction(tr("Unfold all"), lambda: model.fold_all(False))
        return menu

    def _selected(self) -> str:
        """Return the selection in the text as a query, or ""."""
        span = self._window.pane.selection() if self._window.centre.shows_text else None
        if span is None or span[1] - span[0] > LONGEST_SELECTION:
            return ""
        return as_phrase(self._window.pane.selected_text())


def as_phrase(text: str) -> str:
    """Return a text as a query that looks for it as one piece."""
    words = " ".join(text.replace('"', " ").split())
    return f'"{words}"' if SPECIAL.search(text.strip()) else words
