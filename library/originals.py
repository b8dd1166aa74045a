"""The files that documents were imported from: compared with their hashes, given out byte for byte."""

import hashlib
import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from library.documents import Documents
from library.errors import LibraryDamaged, LibraryError, NotFound
from library.storage.texts import Condition, TextStore, opened, safe_name

_PIECE = 1 << 20
"""Bytes that are copied at a time."""


@dataclass(frozen=True, slots=True)
class FileCheck:
    """What the files of a document are like on the disk; `name` is what the original is called.

    There is no original, `none`, of a document that was not imported from a file.
    """

    name: str
    text: Condition
    original: Condition

    @property
    def problems(self) -> tuple[LibraryError, ...]:
        """What is wrong, and what to do about it."""
        found: list[LibraryError] = []
        if self.text == "changed":
            found.append(
                LibraryDamaged(
                    "The text was changed on disk. Import the file again, or restore the library’s folder “texts” "
                    "from a copy."
                )
            )
        if self.text == "missing":
            found.append(
                NotFound(
                    "The text is missing from the library. Import the file again, or restore the library’s folder "
                    "“texts” from a copy."
                )
            )
        if self.original == "changed":
            found.append(_changed(self.name))
        if self.original == "missing":
            found.append(_missing(self.name))
        return tuple(found)


class Originals:
    """Verbs on originals. Nothing ever writes to one: who wants to look at it gets a copy."""

    def __init__(self, documents: Documents, texts: TextStore) -> None:
        self._documents = documents
        self._texts = texts

    def check(self, document_id: str) -> FileCheck:
        """Read the text and the original of a document, and compare them with their hashes."""
        document = self._documents.get(document_id)
        original = self._texts.check_original(document.original_sha)
        return FileCheck(document.original_name, self._texts.check_text(document.text_sha), original)

    def get(self, document_id: str) -> Path:
        """Return where the original of a document is kept, only to be read; NotFound if there is none."""
        document = self._documents.get(document_id)
        if not document.original_sha:
            raise NotFound("“{title}” was not imported from a file: it has no original.", title=document.title)
        path = self._texts.find_original(document.original_sha)
        if path is None:
            raise _missing(document.original_name)
        return path

    def file_name(self, document_id: str) -> str:
        """Return what a document's original was called, as a name that every system takes."""
        return safe_name(self._documents.get(document_id).original_name)

    def export(self, document_id: str, target: Path, *, force: bool = False) -> Path:
        """Write the original of a document to `target`, or under its own name into it where that is a folder.

        Return the file that was written. NotFound if the document has no original or that is missing, LibraryDamaged if
        it is not what was imported any more, TargetExists without `force` where something is there already,
        StorageFailed if the disk does not take it: then what was there is as it was.
        """
        from library.exporters.target import replace_file  # nothing is exported while a library is opened

        document = self._documents.get(document_id)
        target = target / self.file_name(document_id) if target.is_dir() else target
        with opened(self.get(document_id)) as source:
            replace_file(target, partial(_copy, source, document.original_sha, document.original_name), force=force)
        return target


def _copy(source: BinaryIO, sha: str, name: str, target: Path) -> None:
    """Copy a file, durably, to a place where there is none; LibraryDamaged if its bytes are not those of its hash."""
    found = hashlib.sha256()
    with target.open("xb") as file:
        while piece := source.read(_PIECE):
            found.update(piece)
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    if found.hexdigest() != sha:
        raise _changed(name)


def _changed(name: str) -> LibraryDamaged:
    return LibraryDamaged(
        "The original “{name}” was changed on disk. Import the file again, or restore the library’s folder “originals” "
        "from a copy.",
        name=name,
    )


def _missing(name: str) -> NotFound:
    return NotFound(
        "The original “{name}” is missing from the library. Import the file again, or restore the library’s folder "
        "“originals” from a copy.",
        name=name,
    )
