"""The conditions of a question in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from desktop.excerpts.conditions import Condition, ConditionKind, conditions_of
from desktop.translation import plural, tr
from desktop.widgets.swatch import color_name
from library.errors import NotFound
from library.models import Color, ExcerptQuery

if TYPE_CHECKING:
    from library.library import Library

LONGEST = 40
"""Code points of a name that is made of what is asked for."""


@dataclass(frozen=True, slots=True)
class Names:
    """What is called how: tags and collections by their full names, documents by their titles; and tags' colours."""

    names: dict[str, str] = field(default_factory=dict[str, str])
    colors: dict[str, Color] = field(default_factory=dict[str, "Color"])
    binned: frozenset[str] = frozenset()


def read_names(library: Library, query: ExcerptQuery) -> Names:
    """Read what all tags and collections are called, and the documents of a query."""
    names = library.tags.paths() | library.collections.tree().paths()
    binned: set[str] = set()
    for document_id in query.document_ids:
        try:
            document = library.documents.get(document_id)
        except NotFound:
            continue
        names[document_id] = document.title
        if document.removed is not None:
            binned.add(document_id)
    return Names(names, {tag.id: tag.color for tag in library.tags.all()}, frozenset(binned))


def shown_name(condition: Condition, names: Names) -> str:
    """Return what the value of a condition is called; for what is gone, that it is."""
    match condition.kind:
        case "all" | "any" | "no" | "near":
            return names.names.get(condition.value) or tr("a tag that is gone")
        case "document":
            title = names.names.get(condition.value) or tr("a document that is gone")
            return tr("{title} (in the bin)", title=title) if condition.value in names.binned else title
        case "collection":
            return names.names.get(condition.value) or tr("a collection that is gone")
        case "color":
            return color_name(cast("Color", condition.value))
        case _:
            return condition.value


def is_gone(condition: Condition, names: Names) -> bool:
    """Say whether a condition asks for something that is there no more, or in the bin."""
    named: tuple[ConditionKind, ...] = ("all", "any", "no", "near", "document", "collection")
    return condition.kind in named and (condition.value not in names.names or condition.value in names.binned)


def phrase(condition: Condition, name: str, query: ExcerptQuery) -> str:
    """Return a condition in words, its value being called `name`; `query` tells how near is near."""
    match condition.kind:
        case "all":
            return tr("with {name}", name=name)
        case "any":
            first = query.any_tags[:1] in ((), (condition.value,))
            return tr("with any of: {name}", name=name) if first else tr("or {name}", name=name)
        case "no":
            return tr("without {name}", name=name)
        case "near" if query.within is None:
            return tr("beside {name} in the paragraph", name=name)
        case "near":
            within = query.within or 0
            return plural(
                within, "at most {count} character from {name}", "at most {count} characters from {name}", name=name
            )
        case "color":
            return tr("in colour: {name}", name=name)
        case "document" | "collection":
            return tr("in “{name}”", name=name)
        case "speaker":
            return tr("said by {name}", name=name)
        case "text":
            return tr("says: {name}", name=name)
        case _:
            return _plain_phrase(condition.kind, name)


def _plain_phrase(kind: ConditionKind, name: str) -> str:
    match kind:
        case "since":
            return tr("dated {name} or later", name=name)
        case "until":
            return tr("dated {name} or earlier", name=name)
        case "noted":
            return tr("with a note")
        case "starred":
            return tr("with a star")
        case _:
            return tr("without any tag")


def summary(query: ExcerptQuery, names: Names) -> str:
    """Return a short name for a question, made of what it asks for."""
    told: list[str] = []
    for condition in conditions_of(query):
        name = shown_name(condition, names).rpartition("/")[2]
        told.append(name or phrase(condition, "", query))
    text = " · ".join(told)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
