"""Counting taggings: with all tags below, and of tags that stand together. Documents in the bin are left out."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable

from sqlite_utils import Database

from library.storage.database import fetch

_CHOSEN = "{} IN (SELECT value FROM json_each(?))"
_KEPT = """JOIN highlight ON highlight.id = {0}.highlight_id
    JOIN document ON document.id = highlight.document_id AND document.removed IS NULL"""


def count_highlights(db: Database, tag_ids: Collection[str]) -> int:
    """Return how many highlights carry one of these tags, each counted once."""
    query = f"SELECT count(DISTINCT highlight_id) FROM tagging {{}} WHERE {_CHOSEN.format('tag_id')}"
    chosen = json.dumps(list(tag_ids))
    return int(fetch(db, query.format(_KEPT.format("tagging") if _any_binned(db) else ""), [chosen])[0][0])


def tags_together(db: Database, tag_ids: Collection[str] | None = None) -> list[list[str]]:
    """Return for each highlight that carries several tags, one of `tag_ids` (None: any) among them, their ids."""
    clauses, parameters = ["TRUE"], list[str]()
    if tag_ids is not None:
        clauses.append(f"tagging.highlight_id IN (SELECT highlight_id FROM tagging WHERE {_CHOSEN.format('tag_id')})")
        parameters.append(json.dumps(list(tag_ids)))
    kept = _KEPT.format("tagging") if _any_binned(db) else ""
    rows = fetch(
        db,
        f"""SELECT group_concat(tag_id) FROM tagging {kept} WHERE {" AND ".join(clauses)}
        GROUP BY tagging.highlight_id HAVING count(*) > 1""",
        parameters,
    )
    return [row[0].split(",") for row in rows]


def tags_by_highlight(db: Database) -> dict[str, list[str]]:
    """Return the ids of the tags on each highlight that has any, the first of each first; in the bin as well."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for highlight_id, tag_id in fetch(db, "SELECT highlight_id, tag_id FROM tagging ORDER BY position", []):
        found[highlight_id].append(tag_id)
    return found


def tags_on(db: Database, highlight_ids: Iterable[str]) -> set[str]:
    """Return the ids of the tags on these highlights, in the bin as well."""
    query = f"SELECT DISTINCT tag_id FROM tagging WHERE {_CHOSEN.format('highlight_id')}"
    return {row[0] for row in fetch(db, query, [json.dumps(list(highlight_ids))])}


def _any_binned(db: Database) -> bool:
    return bool(fetch(db, "SELECT 1 FROM document WHERE removed IS NOT NULL LIMIT 1"))
