"""Findings: what one query finds in texts, titles, notes and tags."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import cache

from library.models import Document, Highlight, Note, Tag
from library.progress import Progress
from library.search.answers import Answer
from library.search.concordance import Concordance
from library.search.fields import Fields
from library.search.hits import Hit
from library.search.index import Index
from library.search.keeping import Keeper
from library.search.leaves import Options, Texts
from library.search.places import Place, Tally
from library.search.query import Field, Node
from library.search.sayings import Sayings
from library.search.speaking import attributed, speakers_in
from library.storage.store import Store
from library.storage.texts import ReadingText
from library.tree import Tree

CONTEXT = 24
"""Code points shown before and after a hit."""


class Findings:
    """What one query finds. Documents in the bin have no part in it."""

    def __init__(self, store: Store, texts: Texts, node: Node, options: Options, keeper: Keeper, index: Index) -> None:
        """Take what is searched; InvalidQuery, in words, where the query asks for what cannot be."""
        node = attributed(node)
        spoken = {field: texts.spoken(field.value) for field in dict.fromkeys(speakers_in(node))}
        of_fields = Fields(store).known

        @cache
        def known(field: Field) -> set[str]:
            return set(spoken[field]) if field in spoken else of_fields(field)

        self._keeper = keeper
        self._index = index
        self._store = store
        self._texts = texts
        self._answer = Answer(index, texts, node, options, known, spoken)
        self._sayings = Sayings(node, options, known, texts.own)

    def tallies(self) -> Iterator[tuple[str, Tally]]:
        """Yield the documents that meet the query, and how often what it looks for stands in them."""
        with self._keeper.faults(self._index):
            yield from self._answer.tallies()

    def hits(self, document_id: str) -> Iterator[Hit]:
        """Yield the hits in a document in order."""
        return self.hits_at(document_id, self.places(document_id))

    def places(self, document_id: str) -> list[Place]:
        """Return where a document has what the query looks for, in order; see Options for what stands twice."""
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
        return Concordance(self._texts, self.all_places(progress), self.repeated())

    def repeated(self) -> int:
        """Return how many more hits there are in passages that stand twice in their texts."""
        return sum(tally.repeated for _, tally in self.tallies())

    @property
    def is_empty(self) -> bool:
        """Whether nothing meets the query: no text, title, note or tag."""
        return not (any(True for _ in self.tallies()) or self.titles() or self.notes() or self.tags())

    @property
    def looks_for_text(self) -> bool:
        """Whether the query looks for anything that is written, and not only for what is known of documents."""
        return self._sayings.looks_for_text

    def find_in(self, text: str) -> tuple[int, int] | None:
        """Return where a short text, such as a title or a note, has what is looked for, in code points; or None."""
        return self._sayings.find(text)

    def titles(self) -> list[Document]:
        """Return the documents whose titles meet the query, in the order they were added.

        Where it looks for nothing that is written, they are all documents that meet it.
        """
        rows = self._store.all(Document, "added", "id", removed=None)
        if not self.looks_for_text:
            met = {document_id for document_id, _ in self.tallies()}
            return [row for row in rows if row.id in met]
        return [row for row in rows if self._sayings.meet(row.title, row.id)]

    def notes(self) -> list[Note]:
        """Return the notes that meet the query, the one changed last first; without those on what is in the bin."""
        of_marks = self._store.pairs(Highlight, "id", "document_id")
        found: list[Note] = []
        for note in self._store.all(Note, "-modified", "id"):
            document_id = of_marks.get(note.target_id) if note.target_kind == "highlight" else None
            document_id = note.target_id if note.target_kind == "document" else document_id
            stands = document_id is None or document_id in self._texts.shas
            if stands and self._sayings.meet(note.text, document_id):
                found.append(note)
        return found

    def tags(self) -> list[Tag]:
        """Return the tags whose full names or descriptions meet the query, in the order of the codebook.

        No field is true of a tag.
        """
        tree = Tree(self._store.all(Tag, "position", "id"))
        paths = tree.paths()
        described = ((tag, f"{paths[tag.id]}\n{tag.description}") for tag in tree.nodes.values())
        return [tag for tag, text in described if self._sayings.meet(text, None)]


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
