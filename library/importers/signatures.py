"""The first bytes by which files that are no text are told apart, and what to do with them instead."""

import re

from library.importers.refusals import Kind, refusal

_SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "empty zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
    (b"{\\rtf", "rtf"),
    (b"AT&TFORM", "djvu"),
    (b"HN\0\0", "caj"),
    (b"CAJ\0", "caj"),
    (b"KDH \0", "caj"),
    (b"KDH 2.", "caj"),
    (b"TPZ", "mobi"),
    (b"\xeaDRMION\xee", "mobi"),
    (b"ITSF\x03\0", "chm"),
    (b"%!PS", "postscript"),
    (b"\xffWPC", "word processor"),
    (b"bplist00", "web archive"),
    (b"SQLite format 3\0", "database"),
    (b"\0\1\0\0Standard", "database"),
    (b"\x7fELF", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"\x89PNG\r\n\x1a\n", "scan"),
    (b"\xff\xd8\xff", "scan"),
    (b"GIF87a", "picture"),
    (b"GIF89a", "picture"),
    (b"II*\0", "scan"),
    (b"MM\0*", "scan"),
    (b"8BPS\0", "picture"),
    (b"\0\0\1\0", "picture"),
    (b"\xd7\xcd\xc6\x9a", "picture"),
    (b"ID3", "media"),
    (b"OggS", "media"),
    (b"fLaC", "media"),
    (b"\x1aE\xdf\xa3", "media"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\0", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
    (b"MSCF\0", "archive"),
)
_PICTURES = frozenset({b"heic", b"heix", b"mif1", b"msf1", b"avif"})
"""The brands of pictures in the container that films use."""

_OFFICE: tuple[tuple[str, Kind], ...] = (
    ("EncryptedPackage", "locked"),
    ("WordDocument", "office"),
    ("Workbook", "sheet"),
    ("PowerPoint Document", "slides"),
    ("__substg1.0_", "mail"),
)
"""Names in the directory of a compound file by which programs are told apart ([MS-CFB] 2.6)."""

_MARKUP: tuple[tuple[re.Pattern[bytes], Kind], ...] = (
    (re.compile(rb"<(?:\w+:)?wordDocument\b|<pkg:package\b|<uof:UOF\b|<\?mso-application"), "word xml"),
    (re.compile(rb"<FictionBook\b"), "fiction book"),
    (re.compile(rb"^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<svg\b", re.DOTALL), "picture"),
    (re.compile(rb"^\s*<\?xml\b(?!.*(?:<html\b|<!DOCTYPE html|office:document))", re.DOTALL | re.IGNORECASE), "xml"),
)
"""Markup that is no web page, by what it begins with."""
_HEAD = 512
"""Bytes in which a file whose signature is plain letters has a NUL, and a text that begins with them has none."""


def refuse_binary(data: bytes) -> None:
    """Raise Refused, saying what it is, if `data` begins as a file of a kind that is no plain text."""
    kind = kind_of(data)
    if kind is not None:
        raise refusal(kind)


def kind_of(data: bytes) -> Kind | None:
    """Return what a file is that begins with `data` (512 bytes or more), or None if it may be a text."""
    has_nul = b"\0" in data[:_HEAD]
    for signature, kind in _SIGNATURES:
        if data.startswith(signature) and (has_nul or not signature.isalnum()):
            return kind
    if data[60:68] in {b"BOOKMOBI", b"TEXtREAd"}:
        return "mobi"
    if data[4:8] == b"ftyp":
        return "picture" if data[8:12] in _PICTURES else "media"
    if data.startswith(b"RIFF") and has_nul:
        return "media" if data[8:12] in {b"WAVE", b"AVI "} else "picture"
    if data[257:262] == b"ustar":
        return "archive"
    if data.startswith(b"MZ") and has_nul:
        return "program"
    return "picture" if data.startswith(b"BM") and has_nul else None


def kind_of_office(data: bytes) -> Kind:
    """Return what an old Office file holds, going by the names in its directory, which stand anywhere in `data`."""
    for name, kind in _OFFICE:
        if name.encode("utf-16-le") in data:
            return kind
    return "office"


def kind_of_markup(plain: bytes) -> Kind | None:
    """Return what a text is that begins so, if it is markup, but no web page and no OpenDocument."""
    return next((kind for pattern, kind in _MARKUP if pattern.search(plain)), None)
