"""Concordances in the window: made in the background, shown in the centre, copied, written, turned into marks."""

from __future__ import annotations

from collections.abc import Callable, Set
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from desktop.takingback import TakingBack
from desktop.translation import plural, tr

if TYPE_CHECKING:
    from desktop.concordance.page import ConcordancePage
    from desktop.dialogs.markhits import MarkHitsDialog, Marking
    from desktop.search.question import Question
    from desktop.window import MainWindow
    from library.annotation.hitmarks import Marked
    from library.library import Library
    from library.progress import Progress
    from library.search.concordance import Arrangement, Concordance, Order
    from library.search.reach import Reach

Found = tuple["Concordance", "Arrangement", bytearray]
"""Lines, their order, and which of them are ticked at first."""


class Concordancing(QObject):
    """Shows what a search found as lines, and makes marks of hits, from wherever they are."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._page: ConcordancePage | None = None
        self._taking_back = TakingBack(window.session, window.messages)
        window.session.closed.connect(self._forget)

    @property
    def page(self) -> ConcordancePage:
        """The page, made now unless it is there."""
        if self._page is None:
            self._page = self._make()
        return self._page

    def show(self) -> None:
        """Show what the search has found as lines; where it was asked nothing, let something be asked first."""
        question = self._question()
        if question is None:
            self._window.searching.look()
            return
        order = self.page.order
        self._find(question, order, lambda found: self._show(question.query, *found[:2]))

    def mark_found(self, *, in_text: bool = True) -> None:
        """Let hits be made marks: those of the find bar while it is open, the ticked ones of the search, or all.

        While the keyboard is in the search, or not `in_text`, it is always those of the search.
        """
        in_text = in_text and not self._window.searching.has_focus
        hits = self._window.reader.found_hits if in_text and self._window.centre.shows_text else []
        if in_text and self._window.centre.currentWidget() is self._page:
            self._mark_lines()
        elif hits:
            self.mark_places(hits)
        else:
            question = self._question()
            if question is None:
                self._window.searching.look()
                return
            panel = self._window.searching.panel
            ticked = panel.model.ticked if panel.complete else []
            chosen = {(hit.document_id, hit.start, hit.end) for hit in ticked}
            self._find(question, _by_place(), lambda found: self._ask(*found), chosen)

    def mark_places(self, hits: list[tuple[int, int]]) -> None:
        """Let places in the open document be made marks."""
        document, library = self._window.reading.document, self._window.session.library
        if document is None or library is None:
            return
        own = library.terms.own()

        def work(progress: Progress) -> Found:
            from library.chinese.letters import letters
            from library.search.concordance import Concordance
            from library.search.leaves import Texts
            from library.search.places import Place

            texts = Texts({document.id: document.text_sha}, library.texts.open, own)
            with closing(texts.open(document.id)) as text:
                inside = (letters(text.slice(*hit)).gaps[1:-1] for hit in hits)
                places = [Place(*hit, bool(gaps.any())) for hit, gaps in zip(hits, inside, strict=True)]
            concordance = Concordance(texts, [(document.id, places)])
            return concordance, concordance.arrange(_by_place(), progress), concordance.straight()

        self._window.jobs.start(tr("Reading the hits"), work, lambda found: self._ask(*found))

    # Making

    def _find(
        self,
        question: Question,
        order: Order,
        then: Callable[[Found], object],
        chosen: Set[tuple[str, int, int]] = frozenset(),
    ) -> None:
        """Find all hits in the background, with a connection of their own, and put them in order.

        Those `chosen` are ticked, or else all without punctuation inside.
        """
        library = self._window.session.library
        if library is None:
            return
        path = library.path

        def work(progress: Progress) -> Found:
            from library.library import Library
            from library.search.leaves import Options

            options = Options(
                exact=question.exact, case=question.case, whole_words=question.whole_words, repeated=question.repeated
            )
            reading = Library.open(path, write=False)
            try:
                reading.search.update(progress)
                # what opens texts goes on after this job, and must not report to it
                concordance = reading.search.ask(question.query, options).concordance(progress)
                ticks = concordance.numbers(chosen) if chosen else concordance.straight()
                return concordance, concordance.arrange(order, progress), ticks
            finally:
                reading.close()

        self._window.jobs.start(tr("Finding “{query}”", query=question.query), work, then)

    def _arrange(self, order: Order) -> None:
        page, concordance = self.page, self.page.concordance
        if concordance is None:
            return

        def take(arrangement: Arrangement) -> None:
            if page.concordance is concordance and page.order == order:
                self._show(page.query, concordance, arrangement)

        self._window.jobs.start(tr("Sorting lines"), lambda progress: concordance.arrange(order, progress), take)

    def _show(self, query: str, concordance: Concordance, arrangement: Arrangement) -> None:
        page, window = self.page, self._window
        page.show_lines(query, concordance, arrangement)
        window.centre.show_page(page)
        window.show_state()
        page.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> ConcordancePage:
        from desktop.concordance.page import ConcordancePage  # once it is wanted: it needs the words of Chinese

        window = self._window
        page = ConcordancePage(window.themes, self._title_of)
        page.order_chosen.connect(self._arrange)
        page.line_opened.connect(lambda hit: window.searching.open_hit(hit))
        page.marking_wanted.connect(self._mark_lines)
        page.copying_wanted.connect(self.copy)
        page.export_wanted.connect(self._ask_target)
        page.left.connect(window.navigation.return_to_text)
        window.centre.add_page(page)
        return page

    def _question(self) -> Question | None:
        """Return what the search is asked, also by what was typed just now, or None."""
        panel = self._window.searching.panel
        panel.ask_typed()
        question = panel.answered_question
        return question if question.query.strip() else None

    def _title_of(self, document_id: str) -> str:
        document = self._window.shelf.holdings.document(document_id)
        return document.title if document is not None else ""

    # Tables

    def copy(self) -> None:
        """Put the chosen lines on the clipboard as a table."""
        from library.concordancetable import tab_table

        count = len(self.page.chosen)
        said = plural(count, "{count} line copied", "{count} lines copied")

        def take(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self._window.messages.info(said)

        self._make_table(lambda rows, documents: "\n".join(tab_table(rows, documents)), take)

    def save(self, target: Path) -> None:
        """Write the chosen lines to a file as a table: with tabs where its name ends in .tsv, else with commas."""
        from library.concordancetable import csv_table, tab_table
        from library.storage.files import write_whole

        def write(rows: object, documents: object) -> None:
            if target.suffix.lower() == ".tsv":
                text = "\n".join((*tab_table(rows, documents), ""))
            else:
                text = "".join(csv_table(rows, documents))
            write_whole(target, text.encode("utf-8-sig"), sync=True)

        done = tr("“{name}” was written.", name=target.name)
        self._make_table(write, lambda _: self._window.messages.info(done))

    def _make_table(self, make: Callable[..., object], then: Callable[..., object]) -> None:
        page = self.page
        if page.concordance is None or page.arrangement is None:
            return
        from library.concordancetable import chosen_rows

        concordance, arrangement, chosen = page.concordance, page.arrangement, frozenset(page.chosen)
        held = map(self._window.shelf.holdings.document, concordance.document_ids)
        documents = {document.id: document for document in held if document is not None}

        def work(progress: Progress) -> object:
            return make(chosen_rows(concordance, arrangement, chosen, progress), documents)

        self._window.jobs.start(tr("Writing lines"), work, then)

    def _ask_target(self) -> None:
        settings = self._window.settings
        name = "".join(character for character in self.page.query if character.isalnum()) or "concordance"
        suggested = str(Path(settings.last_export_folder or Path.home()) / f"{name}.csv")
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr("Export lines"), suggested, tr("Tables (*.csv *.tsv)"))
        if chosen:
            settings.last_export_folder = str(Path(chosen).parent)
            self.save(Path(chosen))

    # Marks

    def _mark_lines(self) -> None:
        page = self.page
        if page.concordance is not None and page.arrangement is not None:
            ticks = page.model.ticks if page.model.ticked_count else page.concordance.straight()
            self._ask(page.concordance, page.arrangement, ticks)

    def _ask(self, concordance: Concordance, arrangement: Arrangement, ticks: bytearray) -> None:
        """Let be chosen what is marked; `ticks` says which lines are ticked at first."""
        window = self._window
        if not window.session.writable or not len(concordance):
            window.messages.info(tr("There is nothing to mark."))
            return
        from desktop.dialogs.markhits import MarkHitsDialog

        dialog = MarkHitsDialog(
            concordance,
            arrangement,
            ticks,
            self._title_of,
            window.session,
            window.themes,
            window.pens,
            window,
        )
        dialog.wanted.connect(self._mark)
        dialog.joining_wanted.connect(lambda reach: self._join(dialog, concordance, reach))
        dialog.open()

    def _join(self, dialog: MarkHitsDialog, concordance: Concordance, reach: Reach) -> None:
        """Find out in the background which hits become one passage, for a dialog that may be closed meanwhile."""

        def take(passages: Arrangement) -> None:
            if isValid(dialog):
                dialog.show_passages(reach, passages)

        self._window.jobs.start(
            tr("Reading the hits"), lambda progress: concordance.joined(reach, progress), take, quietly=True
        )

    def _mark(self, marking: Marking) -> None:
        def verb(library: Library) -> Marked:
            spans = marking.concordance.spans(marking.rows)
            return library.hitmarks.add(
                spans, reach=marking.reach, color=marking.color, style=marking.style, tags=marking.tags
            )

        self._taking_back.write(verb, _told)

    def _forget(self) -> None:
        if self._page is not None:
            self._page.forget()


def _by_place() -> Order:
    from library.search.concordance import Order

    return Order()


def _told(marked: Marked) -> str:
    """Say how many passages were marked, and how many were so before."""
    told = plural(len(marked.added), "{count} highlight made", "{count} highlights made")
    if marked.known:
        told += " · " + plural(len(marked.known), "{count} was there already", "{count} were there already")
    return told
