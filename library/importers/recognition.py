"""Which importer a file is for: by its first bytes where they say it, else by its name."""

import re
import zipfile
from pathlib import Path

from library.importers.base import Importer, Importers
from library.importers.signatures import kind_of, refuse_binary

_HEAD = 1024
_HTML = re.compile(rb"^(?:\xef\xbb\xbf)?\s*(?:<!doctype\s+html|<html\b)", re.IGNORECASE)
_MISNAMED = frozenset({"", ".doc", ".xls", ".txt"})
"""Endings under which programs save web pages and rich text all the same."""

_PARTS = {"docx": "word/document.xml", "epub": "META-INF/container.xml", "odt": "content.xml"}
"""A file by which each kind of packed document is known."""


def recognise(path: Path, importers: Importers) -> Importer | None:
    """Return the importer for a file, or None if none is.

    Refused, with advice, for kinds of files that cannot be imported; OSError if the file cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    by_name = importers.find(path)
    kind = kind_of(head)
    if kind in {"rtf", "pdf"}:
        return importers.named(kind) or by_name
    if kind == "zip":
        return by_name if by_name and by_name.name not in {"text", "markdown"} else _packed(path, importers)
    if kind is not None and (by_name is None or by_name.name == "text"):
        refuse_binary(head)
    if _HTML.match(head) and path.suffix.lower() in _MISNAMED:
        return importers.named("html")
    return by_name


def is_archive(path: Path) -> bool:
    """Say whether a file is a ZIP archive of files, rather than one document that is packed."""
    return path.suffix.lower() == ".zip" and zipfile.is_zipfile(path)


def _packed(path: Path, importers: Importers) -> Importer | None:
    """Return the importer for a packed document whose name does not say what it is."""
    try:
        with zipfile.ZipFile(path) as opened:
            names = set(opened.namelist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return None
    return next((importers.named(name) for name, part in _PARTS.items() if part in names), None)
