"""Web pages saved in one file (MHTML): the page among the parts of a message."""

from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import cast

from library.errors import Refused
from library.importers.base import ImportOptions
from library.importers.html import page_draft
from library.models import Draft
from library.progress import Progress


class MhtmlImporter:
    """Reads a web page that a browser or Word saved in one file; its pictures stay out."""

    name = "mhtml"
    suffixes = (".mht", ".mhtml")

    def read(self, path: Path, options: ImportOptions, progress: Progress) -> Iterator[Draft]:
        """Yield the page as one document; Refused if there is none in the file."""
        message = message_from_bytes(path.read_bytes())
        progress.report(0, 1, options.name or path.name)
        pages = [part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
        if not pages:
            raise Refused("There is no web page in this file.")
        yield page_draft(_data(pages[0]), options, path, self.name, pages[0].get_content_charset(""))


def _data(part: Message) -> bytes:
    """Return the bytes of a part, as they were before the message was made."""
    return cast(bytes, part.get_payload(decode=True) or b"")
