"""Searching the library: its index kept up, queries answered in texts, titles, notes and tags."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from library.chinese.ownwords import OwnWords
from library.errors import InvalidQuery
from library.models import COLORS, Collection, Document, Highlight, Note, Placement, Tag, Tagging
from library.progress import Progress
from library.search.answers import Answer, says
from library.search.concordance import Concordance
from library.search.hits import Hit
from library.search.index import Index
from library.search.keeping import Keeper
from library.search.leaves import KeyLeaf, Options, Texts
from library.search.places import Place, Tally
from library.search.query import Field, Node, Phrase, parse
from library.spelling import Spelling
from library.storage.journal import state_of
from library.storage.store import Store
from library.storage.texts import ReadingText, TextStore
from library.terms import own_words
from library.tree import Tree

CONTEXT = 24
"""Code points shown before and after a hit."""


class Findings:
    """What one query finds. Documents in the bin have no part in it."""

    def __init__(self, store: Store, texts: Texts, answer: Answer, node: Node, keeper: Keeper, index: Index) -> None:
        self._keeper = keeper
        self._index = index
        self._store = store
        self._texts = texts
        self._answer = answer
        self._node = node

    def tallies(self) -> Iterator[tuple[str, Tally]]:
        """Yield the documents that meet the query, and how often what it looks for stands in them."""
        with self._keeper.faults(self._index):
            yield from self._answer.tallies()

    def hits(self, document_id: str) -> Iterator[Hit]:
        """Yield the hits in a document in order."""
        return self.hits_at(document_id, self.places(document_id))

    def places(self, document_id: str) -> list[Place]:
        """Return where a document has what the query looks for, in order."""
        with self._keeper.faults(self._index):
            return self._answer.places(document_id)

    def hits_at(self, document_id: str, places: Iterable[Place]) -> Iterator[Hit]:
        """Yield the hits at some of these places, in their order."""
        with closing(self._texts.open(document_id)) as text:
            for place in places:
                yield _hit(document_id, text, place)

    def all_places(self, progress: Progress | None = None) -> Iterator[tuple[str, list[Place]]]:
        """Yield the documents that have hits with the places of all, those in order; Cancelled from `progress`."""
        for document_id, tally in self.tallies():
            if progress is not None:
                progress.report(0, 0)
            if tally.total:
                yield document_id, self.places(document_id)

    def concordance(self, progress: Progress | None = None) -> Concordance:
        """Return the hits as lines that can be put in order; Cancelled from `progress`."""
        return Concordance(self._texts, self.all_places(progress))

    @property
    def is_empty(self) -> bool:
        """Whether nothing meets the query: no text, title, note or tag."""
        return not (any(True for _ in self.tallies()) or self.titles() or self.notes() or self.tags())

    def titles(self) -> list[Document]:
        """Return the documents whose titles meet the query, in the order they were added."""
        return [row for row in self._store.all(Document, "added", "id", removed=None) if says(self._node, row.title)]

    def notes(self) -> list[Note]:
        """Return the notes that meet the query, the one changed last first."""
        return [note for note in self._store.all(Note, "-modified", "id") if says(self._node, note.text)]

    def tags(self) -> list[Tag]:
        """Return the tags whose full names or descriptions meet the query, in the order of the codebook."""
        tree = Tree(self._store.all(Tag, "position", "id"))
        paths = tree.paths()
        described = ((tag, f"{paths[tag.id]}\n{tag.description}") for tag in tree.nodes.values())
        return [tag for tag, text in described if says(self._node, text)]


@dataclass(frozen=True, slots=True)
class Count:
    """How often something stands in the library: in how many documents, the earliest of which is of the year `since`.

    `since` is empty where none of the documents is dated.
    """

    places: int
    documents: int
    since: str


class Search:
    """Answers queries. The index is a file of its own: it is kept up by `update`, by whichever process comes first."""

    def __init__(self, store: Store, texts: TextStore, folder: Path) -> None:
        self._store = store
        self._texts = texts
        self._keeper = Keeper(texts)
        self._listed: tuple[str, Mapping[str, str]] = "", {}
        self._own = OwnWords()
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

        `opening` is called before each text that is opened: what it raises ends the search, also one without hits.
        What is asked of the findings raises IndexDamaged where the file of the index is damaged, which `update` mends.
        """
        return self._findings(parse(query), options, self._searched(opening))

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
        years = (year for year in self._store.column(Document, "date", id=set(tallies)) if year)
        return Count(sum(tally.total for tally in tallies.values()), len(tallies), min(years, default="")[:4])

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

    @property
    def _index(self) -> Index:
        index = self._keeper.index
        if not index.is_kept:
            self.update()  # a folder that cannot be written is searched with an index that goes again
        return index

    def _findings(self, node: Node, options: Options, texts: Texts) -> Findings:
        index = self._index
        answer = Answer(index, texts, node, options, self._known)
        return Findings(self._store, texts, answer, node, self._keeper, index)

    def _searched(self, opening: Callable[[], object] = lambda: None) -> Texts:
        """Return the texts that are searched, listed again only after something was written.

        `opening` is called before each that is opened.
        """

        def opened(sha: str) -> ReadingText:
            opening()
            return self._texts.open(sha)

        state = state_of(self._store.db)
        if state != self._listed[0]:
            self._own = own_words(self._store)
            self._listed = state, self._store.pairs(Document, "id", "text_sha", "added", "id", removed=None)
        return Texts(self._listed[1], opened, self._own)

    def _all(self) -> list[Document]:
        return self._store.all(Document, "added", "id")

    def _known(self, field: Field) -> set[str]:
        """Return the documents of which a field is true."""
        answers: dict[str, Callable[[str], set[str]]] = {
            "tag": self._tagged,
            "color": self._colored,
            "in": self._collected,
            "title": self._titled,
            "note": self._noted,
            "date": self._dated,
        }
        return answers[field.name](field.value)

    def _tagged(self, name: str) -> set[str]:
        tree = Tree(self._store.all(Tag))
        branch = _branch(tree, name)
        if not branch:
            raise InvalidQuery("There is no tag “{name}”. List them with “tags”.", name=name)
        marks = self._store.column(Tagging, "highlight_id", tag_id=branch)
        return set(self._store.column(Highlight, "document_id", id=marks))

    def _colored(self, name: str) -> set[str]:
        if name not in COLORS:
            raise InvalidQuery("There is no colour “{name}”. There are {colors}.", name=name, colors=", ".join(COLORS))
        own = self._store.column(Highlight, "document_id", color=name)
        tags = self._store.column(Tag, "id", color=name)
        by_tag = self._store.column(Tagging, "highlight_id", tag_id=tags, position=0)
        return {*own, *self._store.column(Highlight, "document_id", id=by_tag, color=None)}

    def _collected(self, name: str) -> set[str]:
        tree = Tree(self._store.all(Collection))
        branch = _branch(tree, name)
        if not branch:
            raise InvalidQuery("There is no collection “{name}”.", name=name)
        return set(self._store.column(Placement, "document_id", collection_id=branch))

    def _titled(self, words: str) -> set[str]:
        node = parse(f'"{words}"')
        return {row.id for row in self._all() if says(node, row.title)}

    def _noted(self, words: str) -> set[str]:
        node = parse(f'"{words}"')
        notes = [note for note in self._store.all(Note) if says(node, note.text)]
        marks = [note.target_id for note in notes if note.target_kind == "highlight"]
        documents = {note.target_id for note in notes if note.target_kind == "document"}
        return documents | set(self._store.column(Highlight, "document_id", id=marks))

    def _dated(self, span: str) -> set[str]:
        since, dots, until = span.partition("..")
        until = until if dots else since
        return {
            row.id
            for row in self._all()
            if row.date and row.date >= since and (not until or row.date[: len(until)] <= until)
        }


def _branch(tree: "Tree[Tag] | Tree[Collection]", name: str) -> list[str]:
    """Return what has this full name, or this last name alone, with all below it; nothing if there is none."""
    paths = tree.paths()
    found = [node_id for node_id, path in paths.items() if path == name] or [
        node_id for node_id, path in paths.items() if path.rpartition("/")[2] == name
    ]
    return [node.id for node_id in found for node in tree.branch(node_id)]


def _hit(document_id: str, text: ReadingText, place: Place) -> Hit:
    return Hit(
        document_id,
        place.start,
        place.end,
        text.slice(max(place.start - CONTEXT, 0), place.start),
        text.slice(place.start, place.end),
        text.slice(place.end, place.end + CONTEXT),
        place.crosses,
    )
