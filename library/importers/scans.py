"""Files whose pages are pictures: how an importer says so, and how that is told from other refusals."""

from library.errors import LibraryError, Refused

PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
"""How the names of pictures end whose text can be read."""

_HEADS = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*"


def no_text() -> Refused:
    """Return the refusal of a file whose pages are pictures, which can be read another way."""
    return Refused(
        "This PDF holds pictures of pages, or characters without meaning, and no text. "
        "It can be read by OCR (text recognition), which tesseract does."
    )


def only_picture() -> Refused:
    """Return the refusal of a picture, of whose kind those of scanned pages are."""
    return Refused(
        "This is a picture, not a text. If it is one of a page, that can be read by OCR (text recognition), "
        "which tesseract does."
    )


def is_picture(head: bytes) -> bool:
    """Say whether a file that begins so is a PNG, JPEG or TIFF."""
    return head.startswith(_HEADS)


def is_scanned(error: LibraryError) -> bool:
    """Say whether a file was refused because its pages are pictures."""
    return error.message in (no_text().message, only_picture().message)
