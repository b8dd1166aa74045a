"""Plain text in any encoding."""

from collections.abc import Iterator
from pathlib import Path

from library.chinese.titles import title_of
from library.importers.base import ImportOptions
from library.importers.encodings import decode
from library.models import Draft, Remark
from library.progress import Progress

_OTHERS = frozenset({".docx", ".docm", ".dotx", ".doc", ".odt", ".ott", ".rtf", ".epub", ".pdf", ".wps"})
"""How the names of files end that are anything but plain text."""


class TextImporter:
    """Reads a file as one text; its title is the first line that reads like one, or the file's name."""

    name = "text"
    suffixes = (".txt", ".text", "")

    def read(self, path: Path, options: ImportOptions, progress: Progress) -> Iterator[Draft]:
        """Yield the file's one document; Refused if its bytes are no text."""
        progress.report(0, 1, options.name or path.name)
        suffix = Path(options.name or path.name).suffix.lower()
        decoded = decode(path.read_bytes(), options.encoding)
        yield Draft(
            text=decoded.text,
            title=title_of(decoded.text, options.stem(path)),
            format=self.name,
            encoding=decoded.encoding,
            replaced=decoded.replaced,
            stripped=decoded.stripped,
            remarks=(_misnamed(suffix),) if suffix in _OTHERS else (),
        )


def _misnamed(suffix: str) -> Remark:
    return Remark(
        "The name of this file ends in {suffix}, but it is plain text and was read as that.", (("suffix", suffix),)
    )
