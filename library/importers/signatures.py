"""The first bytes by which files that are no text are told apart, and what to do with them instead."""

from library.errors import Refused

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "This is a PDF file, which cannot be imported yet. Save its text as a text file and import that."),
    (
        b"PK\x03\x04",
        "This is a ZIP archive or an office document (such as DOCX, ODT or EPUB), which cannot be imported yet. "
        "Save it as plain text and import that.",
    ),
    (b"PK\x05\x06", "This is an empty ZIP archive. There is nothing in it to import."),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "This is an old Office file (such as DOC or XLS), which cannot be imported. "
        "Save it as plain text and import that.",
    ),
    (b"{\\rtf", "This is an RTF file, which cannot be imported yet. Save it as plain text and import that."),
    (b"SQLite format 3\0", "This is a database, not a text."),
    (b"\x7fELF", "This is a program, not a text."),
    (b"\xca\xfe\xba\xbe", "This is a program, not a text."),
    (b"\xcf\xfa\xed\xfe", "This is a program, not a text."),
    (b"\x89PNG\r\n\x1a\n", "This is a picture, not a text."),
    (b"\xff\xd8\xff", "This is a picture, not a text."),
    (b"GIF87a", "This is a picture, not a text."),
    (b"GIF89a", "This is a picture, not a text."),
    (b"II*\0", "This is a picture, not a text."),
    (b"MM\0*", "This is a picture, not a text."),
    (b"AT&TFORM", "This is a DjVu file, which cannot be imported. Save its text as a text file and import that."),
    (b"HN\0\0", "This is a CAJ file, which cannot be imported. Convert it to text with CAJViewer first."),
    (b"CAJ\0", "This is a CAJ file, which cannot be imported. Convert it to text with CAJViewer first."),
    (b"ID3", "This is a sound or a film, not a text."),
    (b"OggS", "This is a sound or a film, not a text."),
    (b"fLaC", "This is a sound or a film, not a text."),
    (b"\x1aE\xdf\xa3", "This is a sound or a film, not a text."),
    (b"\x1f\x8b", "This is a packed archive. Unpack it and import the files in it."),
    (b"BZh", "This is a packed archive. Unpack it and import the files in it."),
    (b"\xfd7zXZ\0", "This is a packed archive. Unpack it and import the files in it."),
    (b"7z\xbc\xaf\x27\x1c", "This is a packed archive. Unpack it and import the files in it."),
    (b"Rar!\x1a\x07", "This is a packed archive. Unpack it and import the files in it."),
    (b"\x28\xb5\x2f\xfd", "This is a packed archive. Unpack it and import the files in it."),
)
_PRINTABLE = frozenset((b"ID3", b"BZh"))
"""Signatures that a text may begin with too: they count only where a control character follows soon."""
_RIFF_FORMS = {b"WAVE": "This is a sound or a film, not a text.", b"AVI ": "This is a sound or a film, not a text."}
_PICTURE = "This is a picture, not a text."


def refuse_binary(data: bytes) -> None:
    """Raise Refused, saying what it is, if `data` begins as a file of a kind that is no plain text."""
    for signature, message in _SIGNATURES:
        if data.startswith(signature) and (signature not in _PRINTABLE or b"\0" in data[:512]):
            raise Refused(message)
    if data.startswith(b"RIFF") and b"\0" in data[:64]:
        raise Refused(_RIFF_FORMS.get(data[8:12], _PICTURE))
    if data[4:8] == b"ftyp":
        raise Refused("This is a sound or a film, not a text.")
    if data[257:262] == b"ustar":
        raise Refused("This is a packed archive. Unpack it and import the files in it.")
    if data.startswith((b"MZ", b"BM")) and data[2:512].count(b"\0") > 16:
        raise Refused("This is a program, not a text." if data.startswith(b"MZ") else _PICTURE)
