"""A question about excerpts as its conditions, one by one: what is added, taken out, and asked otherwise."""

from dataclasses import dataclass, replace
from typing import Literal, cast

from library.models import Color, ExcerptQuery

ConditionKind = Literal[
    "all", "any", "no", "near", "untagged", "color", "document", "collection", "speaker", "since", "until", "text",
    "noted", "starred",
]  # fmt: skip
TagKind = Literal["all", "any", "no", "near"]

TAG_KINDS: tuple[TagKind, ...] = ("all", "any", "no", "near")
_LISTS: dict[ConditionKind, str] = {
    "all": "all_tags", "any": "any_tags", "no": "no_tags", "near": "near_tags", "color": "colors",
    "document": "document_ids", "collection": "collection_ids", "speaker": "speakers",
}  # fmt: skip
_TEXTS: tuple[ConditionKind, ...] = ("since", "until", "text")
_FLAGS: tuple[ConditionKind, ...] = ("untagged", "noted", "starred")
_EXCLUSIVE: tuple[ConditionKind, ...] = ("all", "any", "no")
"""A tag is asked for in one of these ways."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that is asked for: `value` is an id, a colour, a name, a date or words; "" where a kind says all."""

    kind: ConditionKind
    value: str = ""


def conditions_of(query: ExcerptQuery) -> list[Condition]:
    """Return what a query asks for, in the order of its fields."""
    found = [Condition(kind, value) for kind in TAG_KINDS for value in _values(query, kind)]
    found += [Condition("untagged")] * query.untagged
    for kind in ("color", "document", "collection", "speaker"):
        found += [Condition(kind, value) for value in _values(query, kind)]
    found += [Condition(kind, value) for kind in _TEXTS if (value := cast("str", getattr(query, kind)))]
    return found + [Condition(kind) for kind in ("noted", "starred") if getattr(query, kind)]


def added(query: ExcerptQuery, condition: Condition) -> ExcerptQuery:
    """Return a query with one more condition; what contradicts it, or says the same, goes."""
    kind, value = condition.kind, condition.value
    if kind in _EXCLUSIVE:
        for other in _EXCLUSIVE:
            query = removed(query, Condition(other, value))
    if kind in ("all", "any"):
        query = replace(query, untagged=False)
    elif kind == "untagged":
        query = replace(query, all_tags=(), any_tags=())
    if kind in _FLAGS:
        return replace(query, **{kind: True})
    if kind == "text" and query.text:
        return replace(query, text=f"{query.text} {value}")
    if kind in _TEXTS:
        return replace(query, **{kind: value})
    return replace(query, **{_LISTS[kind]: tuple(dict.fromkeys((*_values(query, kind), value)))})


def removed(query: ExcerptQuery, condition: Condition) -> ExcerptQuery:
    """Return a query without a condition."""
    kind = condition.kind
    if kind in _FLAGS:
        return replace(query, **{kind: False})
    if kind in _TEXTS:
        return replace(query, **{kind: ""})
    return replace(query, **{_LISTS[kind]: tuple(one for one in _values(query, kind) if one != condition.value)})


def without(query: ExcerptQuery, ids: frozenset[str]) -> ExcerptQuery:
    """Return a query without the tags, documents and collections with these ids."""
    for condition in conditions_of(query):
        if condition.value in ids:
            query = removed(query, condition)
    return query


def _values(query: ExcerptQuery, kind: ConditionKind) -> tuple[str, ...] | tuple[Color, ...]:
    return cast("tuple[str, ...]", getattr(query, _LISTS[kind]))
