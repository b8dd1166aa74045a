"""The values of one field of all documents, wherever they are kept."""

from library.fields import BY_NAME, FieldValue
from library.models import Document
from library.storage.store import Store


def column(store: Store, field: str) -> dict[str, str]:
    """Return the values of a field, declared or own, by document id, those in the bin included; no empty ones."""
    if field in BY_NAME and BY_NAME[field].kept == "row":
        return {document_id: value for document_id, value in store.pairs(Document, "id", field).items() if value}
    return store.pairs(FieldValue, "document_id", "value", field=field)
