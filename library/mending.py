"""What was repaired in a text, or pointed out in it, as it is kept with its document; and what of it is wanted."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

RepairKind = Literal["join", "wrap", "space", "gap", "duplicate", "stray"]

KINDS: tuple[RepairKind, ...] = get_args(RepairKind)
EDITS: tuple[RepairKind, ...] = ("join", "wrap", "space")
"""Those that change the text: the others only point something out."""


@dataclass(frozen=True, slots=True)
class RepairChoice:
    """Which repairs are made, and which of what is wrong is pointed out: all of `kinds` but those `refused`.

    Those are named by the code points between which they stand in the text as it was.
    """

    kinds: frozenset[RepairKind] = frozenset(KINDS)
    refused: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Mend:
    """One repair that was made, one fault that was pointed out, or either `refused`, in code points, ends exclusive.

    It stands between `start` and `end` of the text as it is now, and stood between `old_start` and `old_end` of the
    text as it was. `words` are those that were replaced; of what changed nothing there are none. `detail` is
    what a gap shows itself by, or the stray letters; of a passage that stands twice `first` is where it begins the
    first time.
    """

    kind: RepairKind
    start: int
    end: int
    old_start: int
    old_end: int
    words: str = ""
    detail: str = ""
    first: int | None = None
    refused: bool = False


@dataclass(frozen=True, slots=True)
class KeptMends:
    """The mends of one kind of one document, in order, as JSON: lists of what a Mend has besides its kind.

    A document that was repaired has them of every kind, even where there are none.
    """

    document_id: str
    kind: RepairKind
    number: int
    mends: str


def kept_mends(document_id: str, mends: Iterable[Mend]) -> list[KeptMends]:
    """Return the rows in which the mends of a document are kept."""
    by_kind: dict[RepairKind, list[list[str | int | bool | None]]] = {kind: [] for kind in KINDS}
    for mend in mends:
        span = [mend.start, mend.end, mend.old_start, mend.old_end]
        by_kind[mend.kind].append([*span, mend.words, mend.detail, mend.first, mend.refused])
    return [
        KeptMends(document_id, kind, len(rows), json.dumps(rows, ensure_ascii=False, separators=(",", ":")))
        for kind, rows in by_kind.items()
    ]


def mends_of(row: KeptMends) -> list[Mend]:
    """Return the mends that a row keeps, in order."""
    return [Mend(row.kind, *values) for values in json.loads(row.mends)]
