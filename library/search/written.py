"""Finding highlights by a part of what is written on them: quote, correction, note, tags."""

import json
from collections.abc import Collection as Many
from collections.abc import Sequence
from typing import NamedTuple

from sqlite_utils import Database

from library.storage.database import fetch


class Wanted(NamedTuple):
    """A word that must stand somewhere on a highlight, or one of these tags must be on it."""

    word: str
    tag_ids: Many[str]


_WRITTEN = r"""(quote LIKE ? ESCAPE '\' OR correction LIKE ? ESCAPE '\'
    OR EXISTS (SELECT 1 FROM note
        WHERE target_kind = 'highlight' AND target_id = highlight.id AND text LIKE ? ESCAPE '\')
    OR EXISTS (SELECT 1 FROM tagging
        WHERE highlight_id = highlight.id AND tag_id IN (SELECT value FROM json_each(?))))"""


def nearest_written(db: Database, wanted: Sequence[Wanted], document_id: str, near: int, most: int) -> list[str]:
    """Return at most `most` highlights of a document with all that is wanted, nearest to code point `near` first."""
    condition, parameters = _conditions(wanted)
    rows = fetch(
        db,
        f"SELECT id FROM highlight WHERE document_id = ?{condition} ORDER BY abs(start - ?), start, end, id LIMIT ?",
        [document_id, *parameters, near, most],
    )
    return [row[0] for row in rows]


def written_between(
    db: Database, wanted: Sequence[Wanted], rows: tuple[int, int], but_document: str, most: int
) -> list[str]:
    """Return at most `most` highlights with all that is wanted, the one marked last first, of a stretch of them.

    The stretch is that of the numbers of their rows, the first left out. Those of one document, and of documents in
    the bin, are left out.
    """
    condition, parameters = _conditions(wanted)
    found = fetch(
        db,
        "SELECT id FROM highlight WHERE rowid > ? AND rowid <= ? AND document_id != ? AND document_id NOT IN "
        f"(SELECT id FROM document WHERE removed IS NOT NULL){condition} ORDER BY rowid DESC LIMIT ?",
        [*rows, but_document, *parameters, most],
    )
    return [row[0] for row in found]


def last_row(db: Database) -> int:
    """Return the number of the row that a highlight was last given."""
    return fetch(db, "SELECT coalesce(max(rowid), 0) FROM highlight")[0][0]


def _conditions(wanted: Sequence[Wanted]) -> tuple[str, list[str]]:
    parameters: list[str] = []
    for word, tag_ids in wanted:
        literal = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        parameters += [literal, literal, literal, json.dumps(sorted(tag_ids))]
    return f" AND {_WRITTEN}" * len(wanted), parameters
