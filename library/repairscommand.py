"""The command that lists what was repaired in a document, and what is pointed out in it."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

import click

from library import reporting
from library.mending import KINDS, Mend
from library.opening import read_library
from library.parameters import TEXT, json_option, library_argument
from library.storage.texts import ReadingText

_AROUND = 12
"""Code points shown on either side of a place."""


@click.command("repairs")
@library_argument
@click.argument("document", metavar="DOCUMENT", type=TEXT)
@json_option
def repairs_command(path: Path, document: str, as_json: bool) -> None:
    """List what was repaired in DOCUMENT when it was imported, and what is pointed out in it.

    Joined paragraphs, unwrapped lines and spaces taken out are told with what stood there; gaps, passages that stand
    twice and stray letters are only pointed out, in texts that were not repaired, too. What was refused is told as such
    and not counted. Each comes with its span in the text as it is now and, in JSON, its span in the text as it was.
    """
    with closing(read_library(path)) as library:
        found = library.documents.resolve(document)
        mends = library.repairs.of_document(found.id)
        if as_json:
            counts = {kind: sum(mend.kind == kind and not mend.refused for mend in mends) for kind in KINDS}
            repaired = library.repairs.is_repaired(found.id)
            reporting.print_json({"repaired": repaired, "counts": counts, "repairs": [asdict(mend) for mend in mends]})
        else:
            with closing(library.documents.text(found.id)) as text:
                reporting.print_columns(_rows(text, mends))


def _rows(text: ReadingText, mends: list[Mend]) -> Iterator[Sequence[object]]:
    for mend in mends:
        above, below = text.slice(mend.start - _AROUND, mend.start), text.slice(mend.end, mend.end + _AROUND)
        if mend.end - mend.start > 2 * _AROUND:
            begin, last = text.slice(mend.start, mend.start + _AROUND), text.slice(mend.end - _AROUND, mend.end)
            shown = f"{begin}…{last}"
        else:
            within = mend.detail or " ".join(mend.words.split()) or "|"
            shown = f"{above}【{within}】{below}"
        yield f"{mend.start}-{mend.end}", f"{mend.kind} refused" if mend.refused else mend.kind, shown
