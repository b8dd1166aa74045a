"""Finding highlights by what is said of them: their tags, colour, document and note."""

import json
from collections.abc import Collection as Many
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlite_utils import Database

from library.models import Color
from library.storage.database import fetch


class Place(NamedTuple):
    """Where a highlight stands; `start` and `end` are code points, end exclusive."""

    id: str
    document_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Conditions:
    """What highlights must have; ids of tags, each group with all below it: one tag of each of `all_of`, none of `no`.

    `documents` None leaves open in which document, `ids` None which highlights; `colors` are those they are shown in.
    """

    all_of: tuple[frozenset[str], ...] = ()
    no: frozenset[str] = frozenset()
    untagged: bool = False
    colors: tuple[Color, ...] = ()
    usual_color: Color = "yellow"
    documents: frozenset[str] | None = None
    ids: frozenset[str] | None = None
    since: str = ""
    until: str = ""
    noted: bool = False
    starred: bool = False


@dataclass(slots=True)
class _Clauses:
    texts: list[str] = field(default_factory=lambda: ["document.removed IS NULL"])
    parameters: list[str] = field(default_factory=list[str])

    def add(self, text: str, *parameters: str) -> None:
        self.texts.append(text)
        self.parameters.extend(parameters)


_SHOWN_COLOR = """coalesce(highlight.color, (
    SELECT tag.color FROM tagging JOIN tag ON tag.id = tagging.tag_id
    WHERE tagging.highlight_id = highlight.id ORDER BY tagging.position LIMIT 1), ?)"""
_TAGGED = "SELECT highlight_id FROM tagging WHERE tag_id IN (SELECT value FROM json_each(?))"
_NOTED = "EXISTS (SELECT 1 FROM note WHERE target_kind = 'highlight' AND target_id = highlight.id)"


def find_highlights(db: Database, conditions: Conditions) -> list[Place]:
    """Return the places of the highlights that meet `conditions`, by document as these were added, and in text order.

    Those of documents in the bin are left out.
    """
    where, parameters = _where(conditions)
    rows = fetch(
        db,
        f"SELECT highlight.id, document_id, start, end {where} "
        "ORDER BY document.added, document.id, start, end, highlight.id",
        parameters,
    )
    return [Place(*row) for row in rows]


def count_highlights(db: Database, conditions: Conditions) -> int:
    """Return how many highlights `find_highlights` would find."""
    where, parameters = _where(conditions)
    return int(fetch(db, f"SELECT count(*) {where}", parameters)[0][0])


def _where(conditions: Conditions) -> tuple[str, list[str]]:
    clauses = _clauses(conditions)
    texts = " AND ".join(clauses.texts)
    return f"FROM highlight JOIN document ON document.id = document_id WHERE {texts}", clauses.parameters


def _clauses(conditions: Conditions) -> _Clauses:
    made = _Clauses()
    for group in conditions.all_of:
        made.add(f"highlight.id IN ({_TAGGED})", _json(group))
    if conditions.no:
        made.add(f"highlight.id NOT IN ({_TAGGED})", _json(conditions.no))
    if conditions.untagged:
        made.add("NOT EXISTS (SELECT 1 FROM tagging WHERE highlight_id = highlight.id)")
    if conditions.documents is not None:
        made.add("document_id IN (SELECT value FROM json_each(?))", _json(conditions.documents))
    if conditions.ids is not None:
        made.add("highlight.id IN (SELECT value FROM json_each(?))", _json(conditions.ids))
    if conditions.since:
        made.add("document.date >= ?", conditions.since)
    if conditions.until:
        made.add("document.date != '' AND substr(document.date, 1, length(?)) <= ?", conditions.until, conditions.until)
    if conditions.noted:
        made.add(_NOTED)
    if conditions.starred:
        made.add("highlight.starred")
    if conditions.colors:
        chosen = _json(conditions.colors)
        made.add(f"{_SHOWN_COLOR} IN (SELECT value FROM json_each(?))", conditions.usual_color, chosen)
    return made


def _json(values: Many[str]) -> str:
    return json.dumps(sorted(values))
