"""What must hold of a library after the process that wrote it was killed."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from library.chinese.folding import fold
from library.library import Library
from tests.crash.fingerprint import fingerprint


@dataclass(slots=True)
class Account:
    """What a worker said: the last acknowledged state, the step it was in when it ended, and the exports it made."""

    revision: int | None = None
    fingerprint: str = ""
    begun: dict[str, Any] | None = None
    exports: dict[str, str] = field(default_factory=dict)
    steps: int = 0

    def hear(self, line: str) -> None:
        """Take in one line; a last one that was cut off by the kill is no line."""
        if not line.endswith("\n"):
            return
        said = json.loads(line)
        if "begin" in said:
            self.begun = said
        elif "revision" in said:
            if self.begun is not None and "target" in self.begun:
                self.exports[self.begun["target"]] = self.begun["sha"]
            self.begun, self.revision, self.fingerprint = None, said["revision"], said["fingerprint"]
            self.steps += 1


def faults(path: Path, account: Account) -> list[str]:
    """Open the library at `path` and return what is wrong with it; an empty list if nothing is."""
    if account.revision is None and not path.exists():
        return []
    library = Library.open(path)
    try:
        return [
            *library.check(),
            *_half_documents(library),
            *_half_backups(path / "backups"),
            *_half_exports(path.parent, account),
            *_lost(library, account),
            *_unfound(library),
        ]
    finally:
        library.close()


def _half_documents(library: Library) -> Iterator[str]:
    for document in [*library.documents.all(), *library.documents.all(removed=True)]:
        data = library.texts.text_path(document.text_sha).read_bytes()
        original = library.texts.find_original(document.original_sha)
        if hashlib.sha256(data).hexdigest() != document.text_sha:
            yield f"the text of {document.title} is not what was imported"
        if len(data.decode()) != document.length:
            yield f"the length of {document.title} is wrong"
        if original is None or hashlib.sha256(original.read_bytes()).hexdigest() != document.original_sha:
            yield f"the original of {document.title} is not what was imported"


def _unfound(library: Library) -> Iterator[str]:
    """Bring the index up and look for what each text begins with."""
    library.search.update()
    if not library.search.is_current:
        yield "the index does not hold what is in the library"
    for document in library.documents.all():
        with closing(library.documents.text(document.id)) as text:
            beginning = " ".join(text.slice(0, 8).replace('"', " ").split())
        if fold(beginning).text and document.id not in dict(library.search.ask(f'"{beginning}"').tallies()):
            yield f"{document.title} is not found by its beginning"


def _half_backups(folder: Path) -> Iterator[str]:
    for copy in folder.glob("library-*.db"):
        with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            if connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
                yield f"the backup {copy.name} is damaged"


def _half_exports(folder: Path, account: Account) -> Iterator[str]:
    begun = account.begun if account.begun is not None and "target" in account.begun else {}
    for path in [*folder.glob("export*.md"), *folder.glob("export*.csv")]:
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        allowed = {account.exports.get(path.name)}
        if begun.get("target") == path.name:
            allowed.add(begun["sha"])
        if content not in allowed:
            yield f"the export {path.name} is neither the old one nor the new one"
        account.exports[path.name] = content
    for name in account.exports:
        if not (folder / name).exists():
            yield f"the export {name} is gone"


def _lost(library: Library, account: Account) -> Iterator[str]:
    """Take back the step that was under way and compare with the last state that was acknowledged."""
    if account.revision is None:
        return
    beyond = library.revision - account.revision
    initiator = "none" if account.begun is None else account.begun["initiator"]
    step = "nothing" if account.begun is None else account.begun["begin"]
    if beyond < 0:
        yield f"{-beyond} acknowledged steps are lost"
        return
    if beyond and initiator == "none":
        yield f"{beyond} steps stand that were never begun"
        return
    for _ in range(beyond):
        if initiator == "undo":
            library.redo()
        else:
            library.undo()
    if fingerprint(library) != account.fingerprint:
        yield f"an acknowledged state is not there (killed in: {step}, {beyond} steps beyond it)"
