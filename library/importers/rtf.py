"""Rich text (RTF): its words with their headings, emphasis, lists, tables, notes and links."""

from collections.abc import Iterator
from pathlib import Path

from library.chinese.titles import one_line, title_of
from library.errors import Refused
from library.importers.base import ImportOptions
from library.importers.encodings import known_encoding
from library.importers.rtfreader import RtfReader
from library.importers.titling import with_title
from library.models import Draft
from library.progress import Progress


class RtfImporter:
    """Reads rich text; what is hidden or marked as deleted, heads and feet of pages, and comments stay out."""

    name = "rtf"
    suffixes = (".rtf",)

    def read(self, path: Path, options: ImportOptions, progress: Progress) -> Iterator[Draft]:
        """Yield the document; Refused if it is no rich text. What breaks off is read up to there."""
        data = path.read_bytes()
        if not data.lstrip()[:5] == b"{\\rtf":
            raise Refused("This is not an RTF file, whatever its name says.")
        codec = known_encoding(options.encoding) if options.encoding else None
        reader = RtfReader(data.decode("latin-1"), codec)
        text, elements = reader.read(progress, options.name or path.name).finish()
        title = one_line(reader.title)
        yield Draft(
            text=text,
            title=title or title_of(text, options.stem(path)),
            format=self.name,
            author=one_line(reader.said.get("author", "")),
            replaced=reader.replaced,
            elements=with_title(text, elements, title),
        )
