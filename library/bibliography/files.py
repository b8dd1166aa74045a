"""From a file of any format of bibliographies to its entries."""

from pathlib import Path

from library.bibliography import BUILT_IN, READ
from library.bibliography.base import BibliographyFormat, BibliographyReader, Problem, Reading
from library.bibliography.csljson import CslJson
from library.errors import NotFound, Refused

LARGEST = 200_000_000
"""Bytes of a file at most."""


_HEAD = 16_384
"""Bytes by which JSON is known as items of a bibliography."""


def read_bibliography(path: Path) -> tuple[BibliographyReader, Reading]:
    """Return the format of a file and what was read of it; Refused if it is none, OSError if it cannot be read.

    The encoding is guessed; characters that could not be read are among the problems.
    """
    from library.importers.encodings import decode

    if path.stat().st_size > LARGEST:
        raise Refused("The file is larger than {most} MB. Export a part of the bibliography.", most=LARGEST // 10**6)
    decoded = decode(path.read_bytes())
    format_ = _format_of(path, decoded.text)
    reading = format_.read(decoded.text)
    if decoded.replaced:
        error = Refused("{count} characters could not be read as {encoding}.", count=decoded.replaced,
                        encoding=decoded.encoding)  # fmt: skip
        reading = Reading(reading.references, (Problem(1, "", error), *reading.problems))
    return format_, reading


def is_bibliography(path: Path) -> bool:
    """Say whether a file is a bibliography by its name; JSON is one if it begins as items with a type do."""
    suffix = path.suffix.lower()
    if suffix != ".json":
        return any(suffix in format_.suffixes for format_ in READ) and path.is_file()
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD).decode("utf-8-sig", "replace")
    except OSError:
        return False
    return CslJson().is_recognised(head) and all(f'"{key}"' in head for key in ("id", "type"))


def named(name: str) -> BibliographyFormat:
    """Return the format with this name, or NotFound."""
    for format_ in BUILT_IN:
        if format_.name == name:
            return format_
    names = ", ".join(format_.name for format_ in BUILT_IN)
    raise NotFound("There is no format of bibliographies called “{name}”. There are {names}.", name=name, names=names)


def _format_of(path: Path, text: str) -> BibliographyReader:
    """Return the format that the text is recognised as, of several the one that the name says."""
    fitting = [format_ for format_ in READ if format_.is_recognised(text)]
    fitting.sort(key=lambda format_: path.suffix.lower() not in format_.suffixes)
    if not fitting:
        raise Refused("This is no bibliography: neither RIS, BibTeX, CSL-JSON nor EndNote. Export it as one of these.")
    return fitting[0]
