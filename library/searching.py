"""Searching the library: its index kept up, queries put to it, and how often something stands in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from library.chinese.ownwords import OwnWords
from library.errors import IndexDamaged
from library.fields import OwnField
from library.mending import KeptMends, mends_of
from library.models import Document
from library.progress import Progress
from library.search.findings import Findings
from library.search.index import Index, Spans
from library.search.keeping import Keeper
from library.search.leaves import KeyLeaf, Options, Texts
from library.search.places import Tally
from library.search.query import Node, Phrase, parse
from library.search.repeats import Repeats
from library.speakers import Speakers
from library.spelling import Spelling
from library.storage.journal import state_of
from library.storage.store import Store
from library.storage.texts import TextStore
from library.terms import own_words


@dataclass(frozen=True, slots=True)
class Count:
    """How often something stands in the library: in how many documents, the earliest of which is of the year `since`.

    `places` and `since` leave out the `crossing` places with punctuation inside, and all but `repeated` leave out those
    in passages that stand twice in their texts. `since` is empty where none of the documents is dated.
    """

    places: int
    documents: int
    since: str
    crossing: int = 0
    repeated: int = 0


class Search:
    """Answers queries. The index is a file of its own: it is kept up by `update`, by whichever process comes first."""

    def __init__(self, store: Store, texts: TextStore, folder: Path, speakers: Speakers) -> None:
        self._store = store
        self._speakers = speakers
        self._texts = texts
        self._keeper = Keeper(texts)
        self._listed: tuple[str, Mapping[str, str]] = "", {}
        self._own = OwnWords()
        self._repeats: dict[str, Spans] = {}
        self._spelling = Spelling(store, folder / "cache" / "words.txt")

    def update(self, progress: Progress | None = None) -> None:
        """Let the index hold the texts of the library; those in the bin, too, so that they can come back at once.

        Where nothing was written since, that takes no time. StorageFailed if the disk does not take it; Cancelled from
        `progress`, then what is done stays.
        """
        stamp = state_of(self._store.db)
        if not self._keeper.holds(stamp):
            self._keeper.bring_up(list(self._kept().items()), stamp, (progress or Progress()).report)

    def ask(
        self,
        query: str,
        options: Options = Options(),  # noqa: B008  # frozen
        opening: Callable[[], object] = lambda: None,
    ) -> Findings:
        """Return what a query finds; InvalidQuery, in words, where it cannot be understood.

        `opening` is called before each text that is opened and now and then inside it: what it raises ends the search.
        What is asked of the findings raises IndexDamaged where the file of the index is damaged, which `update` mends.
        """
        return self._findings(parse(query, self._store.column(OwnField, "name")), options, self._searched(opening))

    @property
    def is_kept(self) -> bool:
        """Whether the index is on the disk; otherwise each `Search` has one of its own, which goes with it."""
        return self._keeper.index.is_kept

    @property
    def is_current(self) -> bool:
        """Whether the index holds what is in the library."""
        return self._keeper.holds(state_of(self._store.db)) or self._keeper.has(self._kept())

    def count(self, text: str, progress: Progress | None = None) -> Count:
        """Return how often a text stands in the library in any form, as `ask` finds it in quotation marks.

        IndexDamaged as from `ask`; Cancelled from `progress` and after `interrupt`.
        """
        findings = self._findings(Phrase(text, quoted=True), Options(), self._searched())
        tallies: dict[str, Tally] = {}
        for document_id, tally in findings.tallies():
            tallies[document_id] = tally
            (progress or Progress()).report(len(tallies), 0)
        exact = {document_id for document_id, tally in tallies.items() if tally.exact}
        years = (year for year in self._store.column(Document, "date", id=exact) if year)
        places = sum(tally.exact for tally in tallies.values())
        crossing = sum(tally.total for tally in tallies.values()) - places
        repeated = sum(tally.repeated for tally in tallies.values())
        return Count(places, len(tallies), min(years, default="")[:4], crossing, repeated)

    def candidates(self, query: str, progress: Progress | None = None) -> list[str]:
        """Return the queries that typed pinyin may stand for and that find something, the best first.

        None where `query` cannot be pinyin. The words of texts that are new are counted first, which takes a second or
        two for a library of megabytes and is kept; Cancelled from `progress`.
        """
        texts, index = self._searched(), self._index

        def stands(word: str) -> bool:
            with self._keeper.faults(index):
                return any(True for _ in KeyLeaf(index, texts, word, Options()).tallies())

        return self._spelling.find(query, texts, stands, progress or Progress())

    def interpret(
        self,
        query: str,
        options: Options = Options(),  # noqa: B008  # frozen
        progress: Progress | None = None,
    ) -> tuple[Findings, str | None]:
        """Return what a query finds and None; where that is nothing, what its best candidate finds, and that one.

        InvalidQuery, in words, where it cannot be understood.
        """
        findings = self.ask(query, options)
        best = next(iter(self.candidates(query, progress)), None) if findings.is_empty else None
        return (findings, None) if best is None else (self.ask(best, options), best)

    def interrupt(self) -> None:
        """Stop what another thread asks of the index; it ends with Cancelled there."""
        self._keeper.interrupt()

    def close(self) -> None:
        """Close the index."""
        self._keeper.close()

    def _kept(self) -> dict[str, str]:
        """Return the hashes of all texts by document, those in the bin included."""
        return self._store.pairs(Document, "id", "text_sha", "added", "id")

    def printed_twice(self) -> dict[str, int]:
        """Return by document how many code points stand in passages printed twice, the first time not counted.

        Of documents that were not repaired, as far as the index knows them; those without such passages are left out.
        """
        index, kept = self._index, self._kept_repeats()
        try:
            with self._keeper.faults(index):
                found = Repeats(index, kept).by_document()
        except IndexDamaged:  # it is made anew at the next search
            found = kept
        return {document_id: sum(end - start for start, end in spans) for document_id, spans in found.items() if spans}

    @property
    def _index(self) -> Index:
        index = self._keeper.index
        if not index.is_kept:
            self.update()  # a folder that cannot be written is searched with an index that goes again
        return index

    def _findings(self, node: Node, options: Options, texts: Texts) -> Findings:
        return Findings(self._store, texts, node, options, self._keeper, self._index)

    def _searched(self, opening: Callable[[], object] = lambda: None) -> Texts:
        """Return the texts that are searched, listed again only after something was written."""
        state = state_of(self._store.db)
        if state != self._listed[0]:
            self._own = own_words(self._store)
            self._repeats = self._kept_repeats()
            self._listed = state, self._store.pairs(Document, "id", "text_sha", "added", "id", removed=None)
        return Texts(
            self._listed[1],
            self._texts.open,
            self._own,
            opening,
            self._repeats,
            lambda name: self._speakers.passages_of(name, opening),
        )

    def _kept_repeats(self) -> dict[str, Spans]:
        """Return the passages that stand a second time in documents that were repaired, also where there is none."""
        rows = self._store.all(KeptMends, kind="duplicate")
        return {
            row.document_id: tuple((mend.start, mend.end) for mend in mends_of(row) if not mend.refused) for row in rows
        }
