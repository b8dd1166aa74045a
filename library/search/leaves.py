"""What a query looks for in texts: keys, strings as they are written, patterns, and two things near one another."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from operator import le
from typing import Protocol

from library.chinese.folding import fold
from library.chinese.ownwords import OwnWords
from library.search.index import Index, Spans
from library.search.patterns import Matcher
from library.search.places import Place, Places, Tally
from library.search.reach import Widening
from library.search.repeats import within
from library.speeches import Passage
from library.storage.texts import ReadingText

_AT_A_TIME = 256
"""Places after which it is asked whether the search goes on."""


@dataclass(frozen=True, slots=True)
class Options:
    """How strictly a phrase is taken: as it is written, in its case, as whole words.

    With `repeated`, what stands in a passage that stands twice in its text counts each time.
    """

    exact: bool = False
    case: bool = False
    whole_words: bool = False
    repeated: bool = False

    @property
    def is_strict(self) -> bool:
        """Whether not every form of a phrase will do."""
        return self.exact or self.case or self.whole_words


@dataclass(frozen=True, slots=True)
class Texts:
    """The documents that are searched: the hash of each text by document id, in their order, and what opens it.

    `opening` is called before each that is opened, and every few hundred places in one: what it raises ends the search.
    """

    shas: Mapping[str, str]
    opened: Callable[[str], ReadingText]
    own: OwnWords = field(default_factory=OwnWords)
    """The words that are whole for who asks."""
    opening: Callable[[], object] = lambda: None
    repeats: Mapping[str, Spans] = field(default_factory=dict[str, Spans])
    """The passages that stand a second time in documents of which that was kept."""
    spoken: Callable[[str], Mapping[str, Sequence[Passage]]] = lambda _: {}
    """Returns what is said by whoever is called so, by document."""

    def open(self, document_id: str) -> ReadingText:
        """Return the text of a document; the caller closes it."""
        self.opening()
        return self.opened(self.shas[document_id])


class Form:
    """What `options` ask of the form in which a phrase stands in a text."""

    def __init__(self, query: str, options: Options, text: ReadingText, own: OwnWords | None = None) -> None:
        """Take a phrase that has letters."""
        folded = fold(query)
        self._query = query
        self._options = options
        self._text = text
        self._before = folded.offsets.start(0)
        self._behind = len(query) - folded.offsets.end(len(folded.text) - 1)
        self._words = Widening(text, "words", own)  # it keeps the words of a block for the places that follow in it

    def suits(self, place: Place) -> bool:
        """Say whether a place of the phrase in any form is in the form that is asked for."""
        options, text = self._options, self._text
        if options.exact:
            start, end = place.start - self._before, place.end + self._behind
            if start < 0 or text.slice(start, end) != self._query:
                return False
        if options.case and _cased(text.slice(place.start, place.end)) != _cased(self._query):
            return False
        return not options.whole_words or self._words.span(place.start, place.end) == (place.start, place.end)


class Leaf(Protocol):
    """One thing that is looked for."""

    def tallies(self) -> Iterator[tuple[str, Tally]]:
        """Yield the documents that have it and how often, each as soon as it is known."""
        ...

    def places(self, document_id: str) -> list[Place]:
        """Return where it stands in a document, in order."""
        ...

    def places_in(self, document_id: str, spans: Spans) -> list[Place]:
        """Return where it stands in one of `spans` of a document, whole and in order."""
        ...


class KeyLeaf:
    """A phrase in any form, or in what `options` leave of the forms."""

    def __init__(self, index: Index, texts: Texts, query: str, options: Options) -> None:
        self._texts = texts
        self._query = query
        self._options = options
        self._index = index
        self._places = Places(index, fold(query).text)

    def tallies(self) -> Iterator[tuple[str, Tally]]:
        entries = [entry.document_id for entry in self._index.by_id().values()]
        if not _follows(entries, self._texts.shas):
            found = dict(self._counted())
            yield from ((document_id, found[document_id]) for document_id in self._texts.shas if document_id in found)
        else:
            yield from self._counted()

    def places(self, document_id: str) -> list[Place]:
        return self._found(document_id, None)

    def places_in(self, document_id: str, spans: Spans) -> list[Place]:
        return within(self._found(document_id, spans), spans)

    def _found(self, document_id: str, spans: Spans | None) -> list[Place]:
        entry = self._index.find(document_id)
        if entry is None:
            return []
        found: list[Place] = []
        with closing(self._texts.open(document_id)) as text:
            form = Form(self._query, self._options, text, self._texts.own) if self._options.is_strict else None
            for number, place in enumerate(self._places.of_entry(entry.id, text, spans), 1):
                if form is None or form.suits(place):
                    found.append(place)
                if number % _AT_A_TIME == 0:
                    self._texts.opening()
        return found

    def _counted(self) -> Iterator[tuple[str, Tally]]:
        """Yield the documents in the order of the index, each as soon as it is counted."""
        entries, strict, repeat = self._index.by_id(), self._options.is_strict, self._places.repeat
        for entry_id, tally in self._places.tallies():
            entry = entries[entry_id]
            if entry.document_id in self._texts.shas:
                if strict or (repeat and entry.expands):
                    tally = tallied(self.places(entry.document_id))
                if tally.total:
                    yield entry.document_id, tally


class StringLeaf:
    """A phrase without letters, such as one of punctuation alone: it is looked for as it is written."""

    def __init__(self, texts: Texts, query: str) -> None:
        self._texts = texts
        self._query = query

    def tallies(self) -> Iterator[tuple[str, Tally]]:
        for document_id in self._texts.shas:
            tally = tallied(self.places(document_id))
            if tally.total:
                yield document_id, tally

    def places(self, document_id: str) -> list[Place]:
        with closing(self._texts.open(document_id)) as text:
            content = text.text()
        found: list[Place] = []
        index = content.find(self._query)
        while index >= 0:
            found.append(Place(index, index + len(self._query), crosses=False))
            index = content.find(self._query, index + 1)
        return found

    def places_in(self, document_id: str, spans: Spans) -> list[Place]:
        return within(self.places(document_id), spans)


class PatternLeaf:
    """A regular expression, matched as it is written; a match that is empty counts for none."""

    def __init__(self, texts: Texts, pattern: str) -> None:
        self._texts = texts
        self._pattern = Matcher(pattern)

    def tallies(self) -> Iterator[tuple[str, Tally]]:
        for document_id in self._texts.shas:
            tally = tallied(self.places(document_id))
            if tally.total:
                yield document_id, tally

    def places(self, document_id: str) -> list[Place]:
        with closing(self._texts.open(document_id)) as text:
            return [Place(start, end, crosses=False) for start, end in self._pattern.spans(text.text())]

    def places_in(self, document_id: str, spans: Spans) -> list[Place]:
        return within(self.places(document_id), spans)


class NearLeaf:
    """Two things with at most `distance` code points between them: the places of both."""

    def __init__(self, left: Leaf, right: Leaf, distance: int) -> None:
        self._left = left
        self._right = right
        self._distance = distance

    def tallies(self) -> Iterator[tuple[str, Tally]]:
        there = dict(self._right.tallies())
        for document_id, _ in self._left.tallies():
            if document_id in there:
                tally = tallied(self.places(document_id))
                if tally.total:
                    yield document_id, tally

    def places(self, document_id: str) -> list[Place]:
        return near_places(self._left.places(document_id), self._right.places(document_id), self._distance)

    def places_in(self, document_id: str, spans: Spans) -> list[Place]:
        return within(self.places(document_id), spans)


def near_places(left: list[Place], right: list[Place], distance: int) -> list[Place]:
    """Return the places of two things that have one of the other at most `distance` code points away, in order."""
    near = {*_near(left, right, distance), *_near(right, left, distance)}
    return sorted(near, key=lambda place: (place.start, place.end))


def _near(places: list[Place], others: list[Place], distance: int) -> Iterator[Place]:
    """Yield the places that have another one of `others` at most `distance` away; both are in order."""
    first = 0
    for place in places:
        while first < len(others) and others[first].end < place.start - distance:
            first += 1
        for other in islice(others, first, None):
            if other.start > place.end + distance:
                break
            if (other.start, other.end) != (place.start, place.end):
                yield place
                break


def tallied(places: Sequence[Place]) -> Tally:
    """Return how many places these are."""
    return Tally(len(places), sum(not place.crosses for place in places))


def _follows(entries: Iterable[str], wanted: Mapping[str, str]) -> bool:
    """Say whether what of `entries` is `wanted` stands in the order of that; they are other ones after an undo."""
    ranks = {document_id: rank for rank, document_id in enumerate(wanted)}
    found = [rank for rank in map(ranks.get, entries) if rank is not None]
    return all(map(le, found, islice(found, 1, None)))


def _cased(text: str) -> list[str]:
    return [character for character in text if character.lower() != character.upper()]
