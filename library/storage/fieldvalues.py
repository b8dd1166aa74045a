"""The values of fields across documents, wherever they are kept."""

from collections.abc import Collection as Many
from json import dumps

from library.fields import BY_NAME, FIELDS, FieldValue
from library.models import Document
from library.storage.database import fetch
from library.storage.store import Store


def column(store: Store, field: str) -> dict[str, str]:
    """Return the values of a field, declared or own, by document id, those in the bin included; no empty ones."""
    if field in BY_NAME and BY_NAME[field].kept == "row":
        return {document_id: value for document_id, value in store.pairs(Document, "id", field).items() if value}
    return store.pairs(FieldValue, "document_id", "value", field=field)


def common(store: Store, document_ids: Many[str]) -> dict[str, str | None]:
    """Return what documents have in common by field, None where they differ; fields that none of them fills are out."""
    ids = dumps(list(document_ids))
    names = [field.name for field in FIELDS if field.kept == "row"]
    among = "IN (SELECT value FROM json_each(?))"
    columns = ", ".join(f'min("{name}"), max("{name}")' for name in names)
    ((least_and_most),) = fetch(store.db, f"SELECT {columns} FROM document WHERE id {among}", [ids])
    pairs = zip(names, least_and_most[::2], least_and_most[1::2], strict=True)
    found: dict[str, str | None] = {name: least if least == most else None for name, least, most in pairs if most}
    grouped = "SELECT field, min(value), max(value), count(*) FROM field_value WHERE document_id"
    for field, least, most, count in fetch(store.db, f"{grouped} {among} GROUP BY field", [ids]):
        found[field] = least if least == most and count == len(set(document_ids)) else None
    return found
