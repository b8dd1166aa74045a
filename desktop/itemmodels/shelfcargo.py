"""What is dragged on the shelf: documents, collections and smart collections, packed for the clipboard's types."""

import json
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QMimeData

CARGO_TYPE = "application/x-zhupi-shelf"


@dataclass(frozen=True, slots=True)
class Cargo:
    """Dragged rows. Each document comes with the key of the list it was taken from: a collection, `all`, `bin`, …"""

    documents: tuple[tuple[str, str], ...] = ()
    collections: tuple[str, ...] = ()
    smarts: tuple[str, ...] = ()

    @property
    def document_ids(self) -> list[str]:
        return list(dict.fromkeys(document_id for document_id, _ in self.documents))


def pack(cargo: Cargo) -> QMimeData:
    """Return `cargo` as what Qt drags."""
    data = QMimeData()
    content = json.dumps({"documents": cargo.documents, "collections": cargo.collections, "smarts": cargo.smarts})
    data.setData(CARGO_TYPE, QByteArray(content.encode()))
    return data


def unpack(data: QMimeData) -> Cargo | None:
    """Return the cargo in `data`, or None when something else is dragged."""
    if not data.hasFormat(CARGO_TYPE):
        return None
    try:
        content = json.loads(bytes(data.data(CARGO_TYPE).data()))
        documents = tuple((str(document_id), str(holder)) for document_id, holder in content["documents"])
        return Cargo(documents, tuple(map(str, content["collections"])), tuple(map(str, content["smarts"])))
    except (ValueError, KeyError, TypeError):
        return None


def dropped_files(data: QMimeData) -> list[str]:
    """Return the paths of the files in `data`."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
