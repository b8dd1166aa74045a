"""What to do with files that cannot be imported, by what they are."""

from collections.abc import Callable
from typing import Literal

from library.errors import LibraryError, Refused
from library.importers.scans import only_picture

Kind = Literal[
    "pdf", "zip", "empty zip", "office", "rtf", "djvu", "caj", "mobi", "ofd", "chm", "postscript", "word processor",
    "word xml", "fiction book", "xml", "web archive", "slides", "sheet", "pages", "locked", "mail", "database",
    "program", "picture", "scan", "media", "archive", "bibliography",
]  # fmt: skip
"""What a file is that cannot be imported, or not under the name it has."""

_REFUSALS: dict[Kind, Callable[[], Refused]] = {
    "pdf": lambda: Refused("This is a PDF file. Give its name the ending .pdf, then import it."),
    "zip": lambda: Refused(
        "This is a ZIP archive or an office document. Give its name the ending it had (such as .zip, .docx, "
        ".odt or .epub), then import it."
    ),
    "empty zip": lambda: Refused("This is an empty ZIP archive. There is nothing in it to import."),
    "office": lambda: Refused(
        "This is an old Office file (such as DOC or WPS), which cannot be imported. "
        "Open it in Word, WPS or LibreOffice and save it as DOCX, then import that."
    ),
    "rtf": lambda: Refused("This is an RTF file. Give its name the ending .rtf, then import it."),
    "mobi": lambda: Refused(
        "This is a Kindle book (MOBI or AZW), which cannot be imported. "
        "Convert it to EPUB with calibre, then import that."
    ),
    "djvu": lambda: Refused("This is a DjVu file, which cannot be imported. Save its text and import that."),
    "caj": lambda: Refused(
        "This is a CAJ file, which cannot be imported. Save it as PDF with CAJViewer, then import that."
    ),
    "ofd": lambda: Refused("This is an OFD file, which cannot be imported. Save it as PDF, then import that."),
    "chm": lambda: Refused(
        "This is a help file (CHM), which cannot be imported. Unpack it with 7-Zip and import its pages."
    ),
    "postscript": lambda: Refused(
        "This is a PostScript file, which cannot be imported. Convert it to PDF, then import that."
    ),
    "word processor": lambda: Refused(
        "This is a WordPerfect file, which cannot be imported. Open it in LibreOffice and save it as DOCX, "
        "then import that."
    ),
    "word xml": lambda: Refused(
        "This is a Word or WPS document saved as XML, which cannot be imported. "
        "Open it in Word, WPS or LibreOffice and save it as DOCX, then import that."
    ),
    "fiction book": lambda: Refused(
        "This is a FictionBook (FB2), which cannot be imported. Convert it to EPUB with calibre, then import that."
    ),
    "xml": lambda: Refused(
        "This is XML of a kind that is not known here. Convert it to HTML or plain text, then import that."
    ),
    "web archive": lambda: Refused(
        "This is a web archive of Safari, or settings, and cannot be imported. "
        "Save the page as HTML (page source), then import that."
    ),
    "slides": lambda: Refused(
        "These are slides (such as PPTX), which cannot be imported. "
        "Save them as PDF or as an outline in RTF, then import that."
    ),
    "sheet": lambda: Refused(
        "This is a spreadsheet (such as XLSX), which cannot be imported. Save it as text, then import that."
    ),
    "pages": lambda: Refused(
        "This is a document of Apple’s Pages, which cannot be imported. Export it as DOCX or EPUB from Pages, "
        "then import that."
    ),
    "locked": lambda: Refused(
        "This file is locked with a password. Unlock it in the program it comes from, then import it."
    ),
    "mail": lambda: Refused(
        "This is a message of Outlook, which cannot be imported. Save it as text or HTML, then import that."
    ),
    "bibliography": lambda: Refused(
        "This is a bibliography, not a text. Import bibliography, in the menu File, fills the documents from it."
    ),
    "database": lambda: Refused("This is a database, not a text."),
    "program": lambda: Refused("This is a program, not a text."),
    "picture": lambda: Refused("This is a picture, not a text."),
    "scan": only_picture,
    "media": lambda: Refused("This is a sound or a film, not a text."),
    "archive": lambda: Refused(
        "This is a packed archive (such as RAR or 7z). Unpack it, then import the files or the folder."
    ),
}


def refusal(kind: Kind) -> Refused:
    """Return why a file of a kind is not imported, and what to do instead."""
    return _REFUSALS[kind]()


def is_of_references(error: LibraryError) -> bool:
    """Say whether a file was refused because it is a bibliography."""
    return error.message == refusal("bibliography").message
