"""Answers: which documents meet a query, how often and where what it looks for stands in them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property

from library.chinese.folding import fold
from library.search.index import Index, Spans
from library.search.leaves import KeyLeaf, Leaf, NearLeaf, Options, PatternLeaf, StringLeaf, Texts, tallied
from library.search.places import Place, Tally
from library.search.query import All, Any, Field, Near, Node, Not, Pattern, Phrase, Said, sought
from library.search.repeats import Repeats, within
from library.search.speaking import SaidLeaf, Spoken, may_say


class Answer:
    """What a query finds. Everything is worked out when it is asked for."""

    def __init__(
        self,
        index: Index,
        texts: Texts,
        node: Node,
        options: Options,
        known: Callable[[Field], set[str]],
        spoken: Spoken | None = None,
    ) -> None:
        """`known` tells of a field which documents it is true of; it may raise InvalidQuery.

        `spoken` tells of each field that names a speaker what is said by that one.
        """
        self._index = index
        self._texts = texts
        self._options = options
        self._known = known
        self._repeats = Repeats(index, texts.repeats)
        self._spoken: Spoken = spoken or {}
        self._node = node = plain(node, options)
        self._leaves: dict[Node, Leaf] = {}
        self._tallies: dict[Node, dict[str, Tally]] = {}
        self._prepare(node)
        self._sought = [part for part in dict.fromkeys(sought(node)) if part in self._leaves]

    def tallies(self) -> Iterator[tuple[str, Tally]]:
        """Yield the documents that meet the query, and how often they have what it looks for.

        Where the query is one thing alone, each comes as soon as it is known; otherwise in the order of the documents.
        A document may meet it by what is known of it, and have nothing of what is looked for.
        """
        if self._node in self._leaves:
            for document_id, tally in self._leaves[self._node].tallies():
                yield document_id, self._once(document_id, tally)
            return
        met = self._documents(self._node)
        for document_id in self._texts.shas:
            if document_id in met:
                yield document_id, self._tally(document_id)

    def places(self, document_id: str) -> list[Place]:
        """Return where a document has what the query looks for, in order, but in passages that stand there twice."""
        found = self._all_places(document_id)
        spans = self._spans(document_id)
        repeated = set(within(found, spans)) if spans else ()
        return [place for place in found if place not in repeated]

    def _tally(self, document_id: str) -> Tally:
        """Return how many places there are; one that several parts of the query find counts once."""
        found = [tallies[document_id] for tallies in map(self._counted, self._sought) if document_id in tallies]
        if len(found) > 1 and not self._are_apart(document_id):
            return self._once(document_id, tallied(self._all_places(document_id)))
        together = Tally(sum(tally.total for tally in found), sum(tally.exact for tally in found))
        return self._once(document_id, together)

    def _all_places(self, document_id: str) -> list[Place]:
        found = {place for part in self._sought for place in self._leaves[part].places(document_id)}
        return sorted(found, key=lambda place: (place.start, place.end))

    def _once(self, document_id: str, tally: Tally) -> Tally:
        """Return how many of the places of a document are left when passages count once."""
        spans = self._spans(document_id)
        if not spans or not tally.total:
            return tally
        found = {place for part in self._sought for place in self._leaves[part].places_in(document_id, spans)}
        again = tallied(list(found))
        return Tally(tally.total - again.total, tally.exact - again.exact, again.total)

    def _spans(self, document_id: str) -> Spans:
        """Return the passages of a document that do not count."""
        return () if self._options.repeated else self._repeats.of_document(document_id)

    def _are_apart(self, document_id: str) -> bool:
        """Say whether no two parts of the query can find the same place: keys in any form, each letter a character."""
        if self._options.is_strict or document_id in self._expanding:
            return False
        return all(isinstance(self._leaves[part], KeyLeaf) for part in self._sought)

    @cached_property
    def _expanding(self) -> set[str]:
        return {entry.document_id for entry in self._index.by_id().values() if entry.expands}

    def _prepare(self, node: Node) -> None:
        match node:
            case Phrase() | Pattern() | Near() | Said():
                if node not in self._leaves:
                    self._leaves[node] = self._leaf(node, self._texts)
            case All() | Any():
                for part in node.parts:
                    self._prepare(part)
            case Not():
                self._prepare(node.part)
            case Field():
                pass

    def _leaf(self, node: Phrase | Pattern | Near | Said, texts: Texts) -> Leaf:
        match node:
            case Phrase():
                if fold(node.text).text:
                    return KeyLeaf(self._index, texts, node.text, self._options)
                return StringLeaf(texts, node.text)
            case Pattern():
                return PatternLeaf(texts, node.text)
            case Near():
                return NearLeaf(self._leaf(node.left, texts), self._leaf(node.right, texts), node.distance)
            case Said(Near() as near, by):  # both have to be said, and by the same
                left, right = (self._leaf(Said(part, by), texts) for part in (near.left, near.right))
                return NearLeaf(left, right, near.distance)
            case Said():
                shas = texts.shas.items()
                heard = {each: sha for each, sha in shas if may_say(node.by, self._spoken, each)}
                return SaidLeaf(self._leaf(node.what, replace(texts, shas=heard)), node.by, self._spoken)

    def _counted(self, node: Node) -> dict[str, Tally]:
        if node not in self._tallies:
            self._tallies[node] = dict(self._leaves[node].tallies())
        return self._tallies[node]

    def _documents(self, node: Node) -> set[str]:
        match node:
            case All():
                return set[str].intersection(*(self._documents(part) for part in node.parts))
            case Any():
                return set[str]().union(*(self._documents(part) for part in node.parts))
            case Not():
                return set(self._texts.shas) - self._documents(node.part)
            case Field():
                return self._known(node)
            case _:
                return set(self._counted(node))


def plain(node: Node, options: Options) -> Node:
    """Return a query in which what finds the same places is written the same, and stands once beside itself."""
    match node:
        case Phrase():
            anyhow = not options.exact and not options.case
            return Phrase((fold(node.text).text if anyhow else "") or node.text)
        case Near():
            left, right = plain(node.left, options), plain(node.right, options)
            return Near(left, right, node.distance) if isinstance(left, Phrase) and isinstance(right, Phrase) else node
        case Said():
            what = plain(node.what, options)
            return Said(what, node.by) if isinstance(what, Phrase | Pattern | Near) else node
        case Not():
            return Not(plain(node.part, options))
        case All() | Any():
            parts = tuple(dict.fromkeys(plain(part, options) for part in node.parts))
            return parts[0] if len(parts) == 1 else type(node)(parts)
        case _:
            return node
