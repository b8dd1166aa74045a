"""Which importer a file is for: by what is in it where that says it, else by its name."""

import re
import zipfile
from pathlib import Path

from library.errors import Refused
from library.importers import BUILT_IN
from library.importers.base import Importer, Importers
from library.importers.encodings import decode
from library.importers.refusals import Kind, refusal
from library.importers.signatures import kind_of, kind_of_markup, kind_of_office

FILE_LIMIT = 1024 * 1024 * 1024
"""Bytes above which a file is refused: a text of this size does not fit into memory in its several forms."""

_HEAD = 4096
_OFFICE = 1 << 26
"""Bytes in which the directory of an old Office file is looked for."""

_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype\s+html|<html\b|<head\b|<body\b)",
    re.IGNORECASE | re.DOTALL,
)
_MAIL = re.compile(rb"^MIME-Version:\s*1\.0\b.*?^Content-Type:\s*multipart/related", re.I | re.M | re.S)
_FLAT = re.compile(rb"<office:document\b[^>]*opendocument\.text", re.DOTALL)
_FIRST = re.compile(rb"^[\w-]+: ?")
_PARTS: tuple[tuple[str, str], ...] = (
    ("word/", "docx"),
    ("META-INF/container.xml", "epub"),
    ("xl/", "sheet"),
    ("ppt/", "slides"),
    ("OFD.xml", "ofd"),
    ("Index/Document.iwa", "pages"),
    ("index.apxl", "pages"),
)
"""The names of files, or of a folder, by which packed documents are known, and what those are."""

_PACKED = frozenset({"docx", "odt", "epub", "pdf"})
"""Formats whose files are never plain text."""

_REFUSED: tuple[Kind, ...] = ("sheet", "slides", "ofd", "pages")
_TYPES = {"text": "odt", "spreadsheet": "sheet", "presentation": "slides"}
"""What an OpenDocument says that it is, and what that is here."""

REFUSED: dict[Kind, tuple[str, ...]] = {
    "office": (".doc", ".dot", ".wps", ".wpt"),
    "caj": (".caj", ".caa", ".kdh", ".nh", ".teb"),
    "mobi": (".mobi", ".azw", ".azw3", ".azw4", ".kfx", ".prc", ".pdb"),
    "djvu": (".djvu", ".djv"),
    "ofd": (".ofd",),
    "chm": (".chm",),
    "postscript": (".ps", ".eps"),
    "word processor": (".wpd",),
    "word xml": (".uot", ".uof"),
    "fiction book": (".fb2",),
    "web archive": (".webarchive",),
    "pages": (".pages",),
    "slides": (".pptx", ".ppt", ".pps", ".odp", ".dps"),
    "sheet": (".xlsx", ".xls", ".ods", ".et"),
    "mail": (".msg",),
    "bibliography": (".bib", ".bibtex", ".ris", ".csljson", ".enw"),
    "archive": (".rar", ".7z", ".tar", ".gz", ".bz2", ".xz"),
}
"""The kinds of files that are refused, with how their names end."""

_NAMED: dict[str, Kind] = {suffix: kind for kind, suffixes in REFUSED.items() for suffix in suffixes}
"""What files are whose name alone says it, when they are no text."""


def recognise(path: Path, importers: Importers) -> Importer | None:
    """Return the importer for a file, or None if none is.

    What a file is counts for more than its name, but not for a format of another package. Refused, with advice, for
    kinds of files that cannot be imported; OSError if the file cannot be read.
    """
    by_name = importers.find(path)
    if by_name is not None and by_name not in BUILT_IN:
        return by_name
    with path.open("rb") as file:
        head = file.read(_HEAD)
    kind = kind_of(head)
    if kind == "zip":
        return _packed(path, by_name, importers)
    if kind in {"rtf", "pdf"}:
        found = importers.named(kind)
        if found is not None:
            return found
    if kind == "office":
        with path.open("rb") as file:
            raise refusal(kind_of_office(file.read(_OFFICE)))
    if kind is not None:
        raise refusal(kind)
    return _marked_up(path, head, by_name, importers)


def importer_for(path: Path, importers: Importers, *, named: bool) -> Importer:
    """Return the importer for a file: one that is `named`, not found in a folder, is tried as a text in any case.

    Raises as `recognise` does, and Refused where no importer is for it.
    """
    importer = recognise(path, importers) or (importers.named("text") if named else None)
    if importer is None:
        if path.suffix.lower() in _NAMED:
            raise refusal(_NAMED[path.suffix.lower()])
        raise Refused(
            "Files that end in “{suffix}” cannot be imported from a folder. If it is a text, import it by itself.",
            suffix=path.suffix,
        )
    return importer


def refuse_large(path: Path) -> None:
    """Raise Refused for a file that is larger than can be read."""
    if path.stat().st_size > FILE_LIMIT:
        raise Refused("This file is larger than {limit} MB. Split it, then import the parts.", limit=FILE_LIMIT >> 20)


def is_archive(path: Path) -> bool:
    """Say whether a file is a ZIP archive of files, rather than one document that is packed."""
    try:
        return path.suffix.lower() == ".zip" and zipfile.is_zipfile(path) and not packed_kind(path)
    except OSError:
        return False


def packed_kind(path: Path) -> str:
    """Return what a packed document is, the name of an importer or a kind that is refused; nothing if it is none."""
    try:
        with zipfile.ZipFile(path) as opened:
            written = opened.namelist()
            said = opened.open("mimetype").read(200).decode("ascii", "replace") if "mimetype" in written else ""
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
        return ""
    names = {name.replace("\\", "/").removeprefix("./").casefold() for name in written}
    if "opendocument" in said or "vnd.sun.xml" in said:
        return next((kind for name, kind in _TYPES.items() if name in said), "odt")
    parts = "[content_types].xml" in names
    for part, kind in _PARTS:
        part = part.casefold()
        known = part in names if not part.endswith("/") else parts and any(name.startswith(part) for name in names)
        if known:
            return kind
    return "odt" if {"content.xml", "meta-inf/manifest.xml"} <= names else ""


def _packed(path: Path, by_name: Importer | None, importers: Importers) -> Importer | None:
    """Return the importer for a ZIP file: for what is packed in it, or else by its name."""
    kind = packed_kind(path)
    importer = importers.named(kind)
    if importer is not None:
        return importer
    for refused in _REFUSED:
        if kind == refused:
            raise refusal(refused)
    return None if by_name is None or by_name.name in {"text", "markdown", "html", "rtf"} else by_name


def _marked_up(path: Path, head: bytes, by_name: Importer | None, importers: Importers) -> Importer | None:
    """Return the importer for what is no binary file: markup is told by its first words."""
    plain = head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"")
    if by_name is not None and by_name.name == "markdown":
        return by_name
    if _MAIL.search(plain) and _FIRST.match(plain):
        return importers.named("mhtml")
    if _FLAT.search(plain):
        return importers.named("odt")
    kind = kind_of_markup(plain)
    if kind is not None and not (kind == "xml" and by_name is not None and by_name.name == "html"):
        raise refusal(kind)
    if _HTML.match(plain):
        return importers.named("html")
    if by_name is not None and by_name.name in _PACKED and _is_text(head):
        return importers.named("text")
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")) and path.suffix.lower() in _NAMED:
        raise refusal(_NAMED[path.suffix.lower()])
    return by_name


def _is_text(head: bytes) -> bool:
    """Say whether a file that begins with `head` is plain text: all of it makes sense as that, and it is no markup."""
    if not head.strip() or b"%PDF-" in head or head.lstrip().startswith(b"<"):
        return False
    try:
        return bool(decode(head))
    except Refused:
        return False
