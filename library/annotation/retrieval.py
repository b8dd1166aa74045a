"""Retrieval: which excerpts of the library a combination of tags, colours, places, dates and words asks for."""

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import asdict, replace
from typing import Any, cast

from library.annotation.excerpts import DEFAULT_COLOR
from library.chinese.folding import fold
from library.errors import InvalidQuery, NotFound
from library.models import COLORS, Collection, Document, ExcerptQuery, Highlight, Note, Placement, Tag
from library.search.highlights import Conditions, Place, count_highlights, find_highlights
from library.speakers import Speakers
from library.speeches import Speeches
from library.storage.store import Store
from library.storage.texts import TextStore
from library.tree import Tree

_LONGEST = 4096
"""Code points that the words of a query may have together."""


class Retrieval:
    """Answers an ExcerptQuery with the ids of highlights; `Excerpts.of_highlights` reads what is said of them."""

    def __init__(self, store: Store, texts: TextStore, speakers: Speakers) -> None:
        self._store = store
        self._texts = texts
        self._speakers = speakers

    def find(self, query: ExcerptQuery) -> list[str]:
        """Return the highlights that answer a query, by document as these were added, and in text order.

        NotFound if one of its tags, documents or collections is gone, InvalidQuery if it contradicts itself.
        """
        return [place.id for place in self.places(query)]

    def places(self, query: ExcerptQuery) -> list[Place]:
        """Return where the highlights that `find` finds stand."""
        return self._places(query, None)

    def standing(self, highlight_ids: Iterable[str]) -> list[Place]:
        """Return where those of these highlights stand that are there, in the order of `find`."""
        return find_highlights(self._store.db, Conditions(ids=frozenset(highlight_ids)))

    def is_answer(self, highlight_ids: frozenset[str], query: ExcerptQuery) -> bool:
        """Say whether any of these highlights answers a query, which finds nothing once it asks for what is gone."""
        return not self.gone(query) and bool(self._places(query, highlight_ids))

    def count(self, query: ExcerptQuery) -> int:
        """Return how many highlights `find` finds."""
        if query.near_tags or query.speakers or query.text.strip():
            return len(self.places(query))
        self._require(query)
        return count_highlights(self._store.db, self._conditions(query))

    def gone(self, query: ExcerptQuery) -> frozenset[str]:
        """Return the ids of the tags, documents and collections of a query that are there no more."""
        tags = {*query.all_tags, *query.any_tags, *query.no_tags, *query.near_tags}
        return frozenset(
            tags.difference(self._store.column(Tag, "id", id=tags))
            | set(query.document_ids).difference(self._store.column(Document, "id", id=query.document_ids))
            | set(query.collection_ids).difference(self._store.column(Collection, "id", id=query.collection_ids))
        )

    def _places(self, query: ExcerptQuery, ids: frozenset[str] | None) -> list[Place]:
        self._require(query)
        places = find_highlights(self._store.db, replace(self._conditions(query), ids=ids))
        if query.near_tags:
            places = self._near(places, query)
        if query.speakers:
            places = self._said_by(places, frozenset(query.speakers))
        if query.text.strip():
            places = self._with_words(places, query.text)
        return places

    def _require(self, query: ExcerptQuery) -> None:
        _require_sound(query)
        if gone := self.gone(query):
            raise NotFound("This question asks for {count} things that are gone. Take them out of it.", count=len(gone))

    def _conditions(self, query: ExcerptQuery) -> Conditions:
        tags = Tree(self._store.all(Tag))
        groups = [_branch(tags, [tag_id]) for tag_id in query.all_tags]
        if query.any_tags:
            groups.append(_branch(tags, query.any_tags))
        return Conditions(
            all_of=tuple(groups),
            no=_branch(tags, query.no_tags),
            untagged=query.untagged,
            colors=query.colors,
            usual_color=DEFAULT_COLOR,
            documents=self._documents(query),
            since=query.since,
            until=query.until,
            noted=query.noted,
            starred=query.starred,
        )

    def _documents(self, query: ExcerptQuery) -> frozenset[str] | None:
        """Return the documents a query is about: those named, and those of its collections; None for all."""
        if not query.document_ids and not query.collection_ids:
            return None
        tree = Tree(self._store.all(Collection))
        branch = _branch(tree, query.collection_ids)
        placed = self._store.column(Placement, "document_id", collection_id=branch)
        return frozenset(query.document_ids).union(placed)

    def _near(self, places: Sequence[Place], query: ExcerptQuery) -> list[Place]:
        """Return the places that have, for each tag of `near_tags`, another highlight with it nearby."""
        tags = Tree(self._store.all(Tag))
        documents = frozenset(place.document_id for place in places)
        kept = list(places)
        for tag_id in query.near_tags:
            conditions = Conditions(all_of=(_branch(tags, [tag_id]),), documents=documents)
            others = _by_document(find_highlights(self._store.db, conditions))
            near: list[Place] = []
            for document_id, marks in _by_document(kept).items():
                if document_id in others:
                    near.extend(self._near_in_document(marks, others[document_id], query.within))
            kept = near
        return kept

    def _near_in_document(self, places: list[Place], others: list[Place], within: int | None) -> list[Place]:
        if within is not None:
            return _neighbours(places, others, within + 1, lambda position: position)
        document = self._store.find(Document, places[0].document_id)
        if document is None:
            return []
        with closing(self._texts.open(document.text_sha)) as text:
            return _neighbours(places, others, 0, lambda position: text.number(text.block_at(position)))

    def _said_by(self, places: Sequence[Place], names: frozenset[str]) -> list[Place]:
        """Return the places where one of those called so speaks."""
        marks = _by_document(places)
        speeches = {
            document.id: self._speakers.find(document) or Speeches()
            for document in self._store.all(Document, id=set(marks))
        }
        return [place for place in places if speeches[place.document_id].speaker(place.start, place.end) in names]

    def _with_words(self, places: Sequence[Place], text: str) -> list[Place]:
        """Return the places in whose quote, correction or note all words stand, in any form."""
        words = [key for word in text[:_LONGEST].split() if (key := fold(word, spaces=False).text)]
        if not words:
            return list(places)
        ids = {place.id for place in places}
        said = {row.id: [row.quote, row.correction] for row in self._store.all(Highlight, id=ids)}
        for note in self._store.all(Note, target_kind="highlight", target_id=ids):
            said[note.target_id].append(note.text)
        keys = {id: [fold(part, spaces=False).text for part in parts] for id, parts in said.items()}
        return [place for place in places if all(any(word in key for key in keys[place.id]) for word in words)]


def query_to_json(query: ExcerptQuery) -> str:
    """Return a query as JSON, of which what is as usual is left out."""
    usual = asdict(ExcerptQuery())
    return json.dumps({key: value for key, value in asdict(query).items() if value != usual[key]}, ensure_ascii=False)


def query_from_json(text: str) -> ExcerptQuery:
    """Return the query that `query_to_json` wrote; InvalidQuery if it is none."""
    try:
        given: dict[str, Any] = json.loads(text)
        query = replace(ExcerptQuery(), **{name: _value(name, value) for name, value in given.items()})
    except (ValueError, TypeError, AttributeError) as error:
        raise InvalidQuery("This smart collection cannot be read. Delete it and save its question again.") from error
    _require_sound(query)
    return query


def _value(name: str, value: Any) -> Any:
    """Return what JSON says of a field of a query as that field holds it; ValueError if it is of another type."""
    if isinstance(value, list):
        value = tuple(cast("list[Any]", value))
        if not all(isinstance(part, str) for part in value):
            raise ValueError(name)
    if not isinstance(value, int if name == "within" else type(cast("object", getattr(ExcerptQuery(), name)))):
        raise ValueError(name)
    return value


def _require_sound(query: ExcerptQuery) -> None:
    if any(color not in COLORS for color in query.colors):
        raise InvalidQuery("There is a colour in this question that does not exist.")
    if query.untagged and (query.all_tags or query.any_tags):
        raise InvalidQuery("What has no tag cannot have one of these tags. Take either of the two out.")
    if query.since and query.until and query.since > query.until and not query.since.startswith(query.until):
        raise InvalidQuery(
            "The first date, {since}, is after the last one, {until}.", since=query.since, until=query.until
        )


def _branch(tree: "Tree[Tag] | Tree[Collection]", node_ids: Iterable[str]) -> frozenset[str]:
    return frozenset(node.id for node_id in node_ids for node in tree.branch(node_id))


def _by_document(places: Iterable[Place]) -> dict[str, list[Place]]:
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for place in places:
        found[place.document_id].append(place)
    return found


def _neighbours(places: list[Place], others: list[Place], reach: int, scale: Callable[[int], int]) -> list[Place]:
    """Return the places of one document with another highlight among `others`, in order of their starts, nearby.

    `scale` turns the code point of a character into what is counted; nearby, two characters are at most `reach` apart.
    """
    starts = [scale(other.start) for other in others]
    furthest: list[int] = []  # the greatest end so far: an earlier highlight may reach further than a later one
    for other in others:
        furthest.append(max(scale(other.end - 1), furthest[-1] if furthest else 0))
    found: list[Place] = []
    for place in places:
        first = bisect_left(furthest, scale(place.start) - reach)
        last = bisect_left(starts, scale(place.end - 1) + reach + 1)
        # the first reaches as far as is asked for; where it is the place itself, the next one begins no earlier
        if any(other.id != place.id for other in others[first : min(last, first + 2)]):
            found.append(place)
    return found
