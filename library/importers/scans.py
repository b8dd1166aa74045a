"""Files whose pages are pictures: how an importer says so, and how that is told from other refusals."""

from library.errors import LibraryError, Refused


def no_text() -> Refused:
    """Return the refusal of a file whose pages are pictures, which can be read another way."""
    return Refused(
        "This PDF holds pictures of pages, or characters without meaning, and no text. "
        "It can be read by OCR (text recognition), which tesseract does."
    )


def is_scanned(error: LibraryError) -> bool:
    """Say whether a file was refused because its pages are pictures."""
    return error.message == no_text().message
