"""The sample library: in which collections its texts stand, and what is known of them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resources import path as resource

if TYPE_CHECKING:
    from library.library import Library


@dataclass(frozen=True, slots=True)
class SampleText:
    """One text: the name of its file, the full name of its collection, and the fields of a document that are known."""

    file: str
    collection: str
    date: str = ""
    issuer: str = ""
    number: str = ""


def read_sample() -> list[SampleText]:
    """Return the table of the texts, in the order in which they are to stand in their collections."""
    table = tomllib.loads(resource("sample.toml").read_text(encoding="utf-8"))
    return [SampleText(**entry) for entry in table["text"]]


def arrange_sample(library: Library) -> None:
    """Put the sample texts that are in a library into their collections, and fill in what is known of them."""
    documents = {document.original_name: document.id for document in library.documents.all()}
    with library.journal.operation("Arrange the sample library"):
        for text in read_sample():
            if text.file in documents:
                ids = [documents[text.file]]
                library.collections.place(library.collections.add_path(text.collection).id, ids)
                library.fields.describe(ids, date=text.date, issuer=text.issuer, number=text.number)
