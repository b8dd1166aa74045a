"""Gists: the little of every highlight of a document that its card is found, sorted and grouped by."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from sqlite_utils import Database

from library.models import Color, Style
from library.storage.database import fetch


class Gist(NamedTuple):
    """One highlight; `start` and `end` are code points, end exclusive. The first of `tag_ids` colours it.

    `note_id`, `note` and `correction` are empty where there is none.
    """

    id: str
    document_id: str
    start: int
    end: int
    quote: str
    correction: str
    color: Color | None
    style: Style
    starred: bool
    created: str
    note_id: str
    note: str
    tag_ids: tuple[str, ...]

    @property
    def place(self) -> tuple[int, int, str]:
        """What sorts highlights as they stand in the text."""
        return self.start, self.end, self.id


_SELECT = """SELECT highlight.id, document_id, start, end, quote, correction, color, style, starred, highlight.created,
    coalesce(note.id, ''), coalesce(note.text, ''),
    (SELECT group_concat(tag_id, ' ') FROM
        (SELECT tag_id FROM tagging WHERE highlight_id = highlight.id ORDER BY position))
    FROM highlight LEFT JOIN note ON target_kind = 'highlight' AND target_id = highlight.id"""


def gists_of_document(db: Database, document_id: str, after: Gist | None, most: int) -> list[Gist]:
    """Return in text order those of a document's highlights that follow `after`, or the first, `most` at most."""
    beyond, parameters = "", [document_id, most]
    if after is not None:
        beyond, parameters = "AND (start, end, highlight.id) > (?, ?, ?)", [document_id, *after.place, most]
    query = f"{_SELECT} WHERE document_id = ? {beyond} ORDER BY start, end, highlight.id LIMIT ?"
    return [_gist(row) for row in fetch(db, query, parameters)]


def gists_of_highlights(db: Database, highlight_ids: Iterable[str]) -> list[Gist]:
    """Return those of these highlights that are there, in no order."""
    chosen = json.dumps(list(highlight_ids))
    query = f"{_SELECT} WHERE highlight.id IN (SELECT value FROM json_each(?))"
    return [_gist(row) for row in fetch(db, query, [chosen])]


def _gist(row: tuple[object, ...]) -> Gist:
    *own, tags = row
    return Gist._make((*own, tuple(str(tags).split()) if tags else ()))
