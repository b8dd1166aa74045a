"""Rich text (RTF): the words and paragraphs of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from striprtf.striprtf import rtf_to_text  # pyright: ignore[reportUnknownVariableType]

from library.chinese.titles import title_of
from library.errors import Refused
from library.importers.base import ImportOptions
from library.importers.encodings import known_encoding
from library.importers.flow import CELL, Flow
from library.models import Draft
from library.progress import Progress

_FOOTNOTE = "\\footnote"


class RtfImporter:
    """Reads rich text; emphasis and footnotes are not taken over, and the latter is said."""

    name = "rtf"
    suffixes = (".rtf",)

    def read(self, path: Path, options: ImportOptions, progress: Progress) -> Iterator[Draft]:
        """Yield the document; Refused if it is no rich text or breaks off."""
        data = path.read_bytes()
        if not data.lstrip()[:5] == b"{\\rtf":
            raise Refused("This is not an RTF file, whatever its name says.")
        source = data.decode("latin-1")
        codec = known_encoding(options.encoding) if options.encoding else "cp1252"
        try:
            words = cast(str, rtf_to_text(source, encoding=codec, errors="replace"))
        except (ValueError, LookupError, IndexError, UnicodeError) as error:
            raise Refused("This file is damaged: {reason}.", reason=str(error)) from error
        flow = Flow()
        words = words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")  # \u10FFFF in two halves
        for line in words.split("\n"):
            flow.add_exactly(_row(line))
            flow.end_paragraph()
        text, elements = flow.finish()
        yield Draft(
            text=text,
            title=title_of(text, options.stem(path)),
            format=self.name,
            replaced=text.count("\ufffd"),
            elements=elements,
            remarks=("Footnotes of RTF files are not read.",) if _FOOTNOTE in source else (),
        )


def _row(line: str) -> str:
    """Return a line, the cells of a table's row set apart."""
    if not line.endswith("|"):
        return line
    return CELL.join(cell.strip() for cell in line.removesuffix("|").split("|"))
