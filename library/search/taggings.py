"""Counting taggings: with all tags below, and of tags that stand together. Documents in the bin are left out."""

import json
from collections.abc import Collection

from sqlite_utils import Database

from library.storage.database import fetch

_CHOSEN = "{} IN (SELECT value FROM json_each(?))"
_KEPT = """JOIN highlight ON highlight.id = {0}.highlight_id
    JOIN document ON document.id = highlight.document_id AND document.removed IS NULL"""


def count_highlights(db: Database, tag_ids: Collection[str]) -> int:
    """Return how many highlights carry one of these tags, each counted once."""
    query = f"SELECT count(DISTINCT highlight_id) FROM tagging {{}} WHERE {_CHOSEN.format('tag_id')}"
    chosen = json.dumps(list(tag_ids))
    binned = fetch(db, "SELECT 1 FROM document WHERE removed IS NOT NULL LIMIT 1")
    return int(fetch(db, query.format(_KEPT.format("tagging") if binned else ""), [chosen])[0][0])


def together_counts(db: Database, tag_ids: Collection[str]) -> list[tuple[str, int]]:
    """Return the other tags of the highlights that carry one of `tag_ids`, with how many of these; most first."""
    chosen = json.dumps(list(tag_ids))
    return fetch(
        db,
        f"""SELECT other.tag_id, count(DISTINCT other.highlight_id) AS number
        FROM tagging AS own JOIN tagging AS other USING (highlight_id) {_KEPT.format("own")}
        WHERE {_CHOSEN.format("own.tag_id")} AND NOT {_CHOSEN.format("other.tag_id")}
        GROUP BY 1 ORDER BY number DESC, 1""",
        [chosen, chosen],
    )
