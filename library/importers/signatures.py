"""The first bytes by which files that are no text are told apart, and what to do with them instead."""

from typing import Literal

from library.errors import Refused

Kind = Literal[
    "pdf", "zip", "empty zip", "office", "rtf", "djvu", "caj", "mobi", "database", "program", "picture", "media",
    "archive",
]  # fmt: skip

_SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "empty zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
    (b"{\\rtf", "rtf"),
    (b"AT&TFORM", "djvu"),
    (b"HN\0\0", "caj"),
    (b"CAJ\0", "caj"),
    (b"SQLite format 3\0", "database"),
    (b"\x7fELF", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF87a", "picture"),
    (b"GIF89a", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
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
)
_HEAD = 512
"""Bytes in which a file whose signature is plain letters has a NUL, and a text that begins with them has none."""


def refuse_binary(data: bytes) -> None:
    """Raise Refused, saying what it is, if `data` begins as a file of a kind that is no plain text."""
    kind = kind_of(data)
    if kind is not None:
        raise _refusal(kind)


def kind_of(data: bytes) -> Kind | None:
    """Return what a file is that begins with `data` (512 bytes or more), or None if it may be a text."""
    has_nul = b"\0" in data[:_HEAD]
    for signature, kind in _SIGNATURES:
        if data.startswith(signature) and (has_nul or not signature.isalnum()):
            return kind
    if data[60:68] in {b"BOOKMOBI", b"TEXtREAd"}:
        return "mobi"
    if data[4:8] == b"ftyp":
        return "media"
    if data.startswith(b"RIFF") and has_nul:
        return "media" if data[8:12] in {b"WAVE", b"AVI "} else "picture"
    if data[257:262] == b"ustar":
        return "archive"
    if data.startswith(b"MZ") and has_nul:
        return "program"
    return "picture" if data.startswith(b"BM") and has_nul else None


def _refusal(kind: Kind) -> Refused:
    match kind:
        case "pdf":
            return Refused("This is a PDF file. Give its name the ending .pdf, then import it.")
        case "zip":
            return Refused(
                "This is a ZIP archive or an office document. Give its name the ending it had (such as .zip, .docx, "
                ".odt or .epub), then import it."
            )
        case "empty zip":
            return Refused("This is an empty ZIP archive. There is nothing in it to import.")
        case "office":
            return Refused(
                "This is an old Office file (such as DOC or XLS), which cannot be imported. "
                "Open it in Word or LibreOffice and save it as DOCX, then import that."
            )
        case "rtf":
            return Refused("This is an RTF file. Give its name the ending .rtf, then import it.")
        case "mobi":
            return Refused(
                "This is a Kindle book (MOBI or AZW), which cannot be imported. "
                "Convert it to EPUB with calibre, then import that."
            )
        case "djvu":
            return Refused("This is a DjVu file, which cannot be imported. Save its text and import that.")
        case "caj":
            return Refused(
                "This is a CAJ file, which cannot be imported. Save it as PDF with CAJViewer, then import that."
            )
        case "database":
            return Refused("This is a database, not a text.")
        case "program":
            return Refused("This is a program, not a text.")
        case "picture":
            return Refused("This is a picture, not a text.")
        case "media":
            return Refused("This is a sound or a film, not a text.")
        case "archive":
            return Refused("This is a packed archive. Unpack it and import the files in it.")
