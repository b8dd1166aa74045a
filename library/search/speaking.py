"""Who says what is looked for: speakers in queries, and the places that stand in what these say."""

from collections.abc import Iterator, Mapping, Sequence, Set

from library.search.index import Spans
from library.search.leaves import Leaf, tallied
from library.search.places import Place, Tally
from library.search.query import SPEAKER, All, Any, Field, Near, Node, Not, Pattern, Phrase, Said
from library.speeches import Passage

Spoken = Mapping[Field, Mapping[str, Sequence[Passage]]]
"""By the field that names a speaker what is said by those it means, in order, by document."""


def attributed(node: Node, by: Node | None = None) -> Node:
    """Return a query in which what stands beside a speaker is looked for in what that one says, and nowhere else.

    What says that a speaker must not speak leaves out what that one says; of documents it only asks where nothing
    stands beside it. `by` is who has to say all of it.
    """
    match node:
        case Phrase() | Pattern() | Near():
            return node if by is None else Said(node, by)
        case Not():
            return Not(attributed(node.part, by))
        case Any():
            return Any(tuple(attributed(part, by) for part in node.parts))
        case All():
            return _together(node, by)
        case _:
            return node


def speakers_in(node: Node) -> Iterator[Field]:
    """Yield the fields of a query that name speakers."""
    match node:
        case Field():
            if node.name == SPEAKER:
                yield node
        case Not():
            yield from speakers_in(node.part)
        case All() | Any():
            for part in node.parts:
                yield from speakers_in(part)
        case Said():
            yield from speakers_in(node.by)
        case _:
            pass


def may_say(by: Node, spoken: Spoken, document_id: str) -> bool:
    """Say whether anything in a document can be said by whom `by` asks for."""
    match by:
        case Field():
            return document_id in spoken[by]
        case All():
            return all(may_say(part, spoken, document_id) for part in by.parts)
        case Any():
            return any(may_say(part, spoken, document_id) for part in by.parts)
        case _:
            return True


class SaidLeaf:
    """What a leaf finds, where that is said by whom a query asks for: a place stands wholly in one passage."""

    def __init__(self, leaf: Leaf, by: Node, spoken: Spoken) -> None:
        self._leaf = leaf
        self._by = by
        self._spoken = spoken

    def tallies(self) -> Iterator[tuple[str, Tally]]:
        for document_id, _ in self._leaf.tallies():
            tally = tallied(self.places(document_id))
            if tally.total:
                yield document_id, tally

    def places(self, document_id: str) -> list[Place]:
        may = may_say(self._by, self._spoken, document_id)
        return self._said(document_id, self._leaf.places(document_id)) if may else []

    def places_in(self, document_id: str, spans: Spans) -> list[Place]:
        may = may_say(self._by, self._spoken, document_id)
        return self._said(document_id, self._leaf.places_in(document_id, spans)) if may else []

    def _said(self, document_id: str, places: Sequence[Place]) -> list[Place]:
        kept = self._inside(self._by, document_id, places)
        return [place for place in places if place in kept]

    def _inside(self, by: Node, document_id: str, places: Sequence[Place]) -> Set[Place]:
        match by:
            case Field():
                return set(_within(places, self._spoken[by].get(document_id, ())))
            case Not():
                return set(places) - self._inside(by.part, document_id, places)
            case All():
                return set(places).intersection(*(self._inside(part, document_id, places) for part in by.parts))
            case Any():
                return set[Place]().union(*(self._inside(part, document_id, places) for part in by.parts))
            case _:
                return set()


def _together(node: All, by: Node | None) -> Node:
    speakers = [part for part in node.parts if _asks_who(part)]
    others = [part for part in node.parts if not _asks_who(part)]
    if not speakers or not any(_looks(part) for part in others):
        return All(tuple(attributed(part, by) for part in node.parts))
    asked = [*speakers, *([] if by is None else [by])]
    inner = asked[0] if len(asked) == 1 else All(tuple(asked))
    kept = [part for part in speakers if not _denies(part)]
    return All((*kept, *(attributed(part, inner) for part in others)))


def _asks_who(node: Node) -> bool:
    """Say whether a part of a query asks for nothing but who speaks."""
    match node:
        case Field():
            return node.name == SPEAKER
        case Not():
            return _asks_who(node.part)
        case All() | Any():
            return all(_asks_who(part) for part in node.parts)
        case _:
            return False


def _looks(node: Node) -> bool:
    """Say whether a part of a query looks for anything in texts, or for where it is not."""
    match node:
        case Field():
            return False
        case Not():
            return _looks(node.part)
        case All() | Any():
            return any(_looks(part) for part in node.parts)
        case _:
            return True


def _denies(node: Node) -> bool:
    match node:
        case Not():
            return True
        case All() | Any():
            return any(_denies(part) for part in node.parts)
        case _:
            return False


def _within(places: Sequence[Place], passages: Sequence[Passage]) -> Iterator[Place]:
    """Yield the places that stand wholly in one of the passages; both are in order of their starts."""
    at = 0
    for place in places:
        while at < len(passages) and passages[at].end <= place.start:
            at += 1
        if at < len(passages) and passages[at].start <= place.start and place.end <= passages[at].end:
            yield place
