"""What is recognised in a file before it is imported, as it goes from the process that reads it to the window."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from library.errors import LibraryError
from library.mending import RepairKind
from library.models import Remark

BEGINNING = 8_000
"""Code points of a text that are shown."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a file would become, were it imported as the options say.

    `key` is what choices for it are found by, `name` how it is spoken of; `archive` is the key of the archive it stands
    in. `fields` are by name, `length` counts code points, `text_sha` is the hash of the text as it would be kept,
    `original_sha` that of the file.
    `doubtful`: its encoding was guessed and may be another one; `partial`: a web page has more than its article.
    `repairs` are how many there are of each kind, whether wanted or not. `reason` says why it cannot be imported.
    """

    key: str
    name: str
    archive: str = ""
    format: str = ""
    encoding: str = ""
    doubtful: bool = False
    partial: bool = False
    fields: Mapping[str, str] = field(default_factory=dict[str, str])
    length: int = 0
    text_sha: str = ""
    original_sha: str = ""
    beginning: str = ""
    replaced: int = 0
    stripped: int = 0
    repairs: Mapping[RepairKind, int] = field(default_factory=dict[RepairKind, int])
    remarks: tuple[Remark, ...] = ()
    reason: LibraryError | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A repair that is proposed between `start` and `end`, code points of the text.

    `words` stand there, between `above` and `below` on the same lines; `replacement` would, where it changes the text.
    `detail` is the number that a gap misses, or "".
    """

    kind: RepairKind
    start: int
    end: int
    above: str
    words: str
    below: str
    replacement: str | None
    detail: str = ""
