"""One connection to a library on the thread that searches: asked, it tells what it finds piece by piece."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.search.question import MANY, Found, Indexing, Offered, Page, Placed, Question, Sections, Told, Unanswered
from desktop.search.sorting import grouped, sections
from library.errors import IndexDamaged, InvalidQuery, StorageFailed
from library.progress import Cancelled, Progress

if TYPE_CHECKING:
    from library.library import Library
    from library.models import Document
    from library.search.findings import Findings
    from library.search.leaves import Options
    from library.search.places import Place, Tally
    from library.searching import Search

WORK, REST = 0.003, 0.001
"""Seconds that a search works, and then leaves the interpreter to the window."""
REMEMBERED = 4
"""Of so many documents the places are kept."""


class Inquiry:
    """Answers one question at a time; all methods but `interrupt` belong to one thread."""

    def __init__(self, path: Path, serve: Callable[[], None]) -> None:
        """`serve` is called now and then while a question is being answered: it may fetch."""
        self._path = path
        self._serve = serve
        self._library: Library | None = None
        self._search: Search | None = None
        self._findings: Findings | None = None
        self._tallied: list[tuple[str, Tally]] = []
        self._places: dict[str, list[Place]] = {}
        self._documents: dict[str, Document] = {}
        self._version = -1
        self._progress = Progress()
        self._tell: Callable[[Told], None] = lambda _: None
        self._indexing = Progress(self._tell_indexing)
        self._resumed = 0.0
        self._serving = False

    def leave(self) -> None:
        """Stop all that is being done, from another thread: the connection is about to be closed."""
        self._indexing.cancel()

    def interrupt(self) -> None:
        """Stop what is being looked for, from another thread: its `progress` is to be cancelled before."""
        if self._search is not None:
            self._search.interrupt()

    def close(self) -> None:
        """Close the connection."""
        if self._library is not None:
            self._library.close()
        self._library = self._search = self._findings = None

    def ask(self, question: Question, progress: Progress, tell: Callable[[Told], None]) -> None:
        """Bring the index up to date, look for what `question` asks and `tell` what is found."""
        from library.search.leaves import Options

        self._progress, self._tell = progress, tell
        self._findings, self._tallied = None, []
        self._places.clear()
        with self._until_cancelled():
            search = self._opened().search
            self._search = search
            # not to be stopped by the next letter typed: what is asked then needs the index as well
            with self._without_room_for_an_index():
                search.update(self._indexing)
            self._breathe()
            options = Options(
                exact=question.exact, case=question.case, whole_words=question.whole_words, repeated=question.repeated
            )
            beside = self._answer(question.query, options, question)
            offered = search.candidates(question.query, Progress(lambda *_: self._breathe()))
            applied = bool(offered) and not beside and not self._tallied
            tell(Offered(tuple(offered), applied))
            if applied:
                self._answer(offered[0], options, question)

    def _answer(self, query: str, options: Options, question: Question) -> bool:
        """Tell what a query finds; say whether that is more than texts."""
        findings = self._opened().search.ask(query, options, self._breathe)
        self._findings, self._tallied = findings, []
        self._tally(findings, question)
        found = sections(self._opened(), findings, self._breathe)
        self._tell(Sections(found))
        return bool(found)

    def sort(self, question: Question, progress: Progress, tell: Callable[[Told], None]) -> None:
        """Tell what was found again, in another order."""
        self._progress, self._tell = progress, tell
        with self._until_cancelled():
            tell(self._found(question))

    def fetch(self, document_id: str, first: int, count: int, tell: Callable[[Told], None]) -> None:
        """Tell some of the hits of a document."""
        findings = self._findings
        if findings is None:
            return
        with self._until_cancelled():
            places = self._places_in(findings, document_id)
            hits = tuple(findings.hits_at(document_id, places[first : first + count]))
            tell(Page(document_id, first, hits))

    def place(self, document_id: str, tell: Callable[[Told], None]) -> None:
        """Tell where a document has hits; of those that overlap, the first."""
        findings = self._findings
        if findings is None:
            return
        with self._until_cancelled():
            placed, end = Placed(document_id), 0
            for number, place in enumerate(self._places_in(findings, document_id)):
                if place.start >= end:
                    placed.starts.append(place.start)
                    placed.ends.append(place.end)
                    placed.numbers.append(number)
                    end = place.end
            tell(placed)

    def _tally(self, findings: Findings, question: Question) -> None:
        """Count the hits of each document; the first ones are told at once, where their order is known."""
        self._know_documents()
        counted, told = 0, question.order != "place"
        for document_id, tally in findings.tallies():
            self._tallied.append((document_id, tally))
            counted += tally.total
            if not told and counted >= MANY:
                told = True
                self._tell(Found(grouped(self._tallied, self._documents, "place", frozenset()), partial=True))
            self._breathe()
        self._tell(self._found(question))

    def _found(self, question: Question) -> Found:
        """Return all documents that meet the question, in the order that it asks for."""
        findings = self._findings
        titled = frozenset(row.id for row in findings.titles()) if findings is not None else frozenset[str]()

        def first_exact(document_id: str) -> int:
            places = self._places_in(findings, document_id) if findings is not None else []
            return next((number for number, place in enumerate(places) if not place.crosses), 0)

        tallied, documents = self._tallied, self._documents
        groups = grouped(tallied, documents, question.order, titled, self._breathe, first_exact)
        return Found(groups, repeated=sum(tally.repeated for _, tally in tallied))

    def _places_in(self, findings: Findings, document_id: str) -> list[Place]:
        if document_id not in self._places:
            self._places[document_id] = findings.places(document_id)
            if len(self._places) > REMEMBERED:
                del self._places[next(iter(self._places))]
        return self._places[document_id]

    def _opened(self) -> Library:
        if self._library is None:
            from library.library import Library

            self._library = Library.open(self._path, write=False)
        return self._library

    def _know_documents(self) -> None:
        """Read the documents again once anything was written."""
        library = self._opened()
        if self._version != library.data_version:
            self._version = library.data_version
            self._documents = {document.id: document for document in library.documents.all()}

    def _tell_indexing(self, done: int, total: int, _: str) -> None:
        self._tell(Indexing(done, total))
        self._rest()

    def _breathe(self) -> None:
        """Rest and fetch what is waited for, if it is time to; Cancelled where another question was asked."""
        self._progress.report(0, 0)
        if self._rest() and not self._serving:
            self._serving = True
            try:
                self._serve()
            finally:
                self._serving = False

    def _rest(self) -> bool:
        if time.perf_counter() - self._resumed < WORK:
            return False
        time.sleep(REST)
        self._resumed = time.perf_counter()
        return True

    @contextmanager
    def _without_room_for_an_index(self) -> Iterator[None]:
        """Search on where the index cannot be written: what it lacks is not found, and that is said."""
        try:
            yield
        except StorageFailed as error:
            self._tell(Unanswered(error))

    @contextmanager
    def _until_cancelled(self) -> Iterator[None]:
        try:
            yield
        except Cancelled:
            self._findings = None
        except (InvalidQuery, IndexDamaged) as error:
            self._findings = None
            self._tell(Unanswered(error))
