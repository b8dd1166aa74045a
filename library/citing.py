"""The documents of a library as what is cited."""

from collections.abc import Sequence

from library.citations import Item, item_of
from library.describing import Fields
from library.documents import Documents


def cited_items(documents: Documents, fields: Fields, document_ids: Sequence[str]) -> list[Item]:
    """Return documents as they are cited; where neither field nor title tells the language, the text is asked."""
    told = fields.of_documents(document_ids)
    languages = {id: documents.language(documents.get(id)) for id in document_ids}
    return [item_of({**told[id], "language": languages[id]}, id) for id in document_ids]
