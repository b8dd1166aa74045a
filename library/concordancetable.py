"""A concordance as a table: a row a line, or a row for all lines with equal words."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from library.exporters.csv import csv_row
from library.models import Document
from library.progress import Progress
from library.search.concordance import Arrangement, Concordance
from library.search.hits import Hit

HEADER = (
    "document", "date", "before", "hit", "after", "words", "count", "start", "end", "crosses_punctuation",
    "document_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A line with the words that it is put in order by, and how many lines have the same."""

    line: Hit
    words: tuple[str, ...]
    count: int


def table_rows(concordance: Concordance, arrangement: Arrangement, *, collapsed: bool = False) -> Iterator[Row]:
    """Yield the lines in their order; `collapsed` only the first of those with equal words."""
    places = arrangement.firsts[:-1] if collapsed and arrangement.words else range(len(concordance))
    return _rows(concordance, arrangement, places)


def chosen_rows(
    concordance: Concordance, arrangement: Arrangement, chosen: Set[int], progress: Progress
) -> Iterator[Row]:
    """Yield the lines whose numbers are `chosen`, in the order of `arrangement`; Cancelled from `progress`."""
    places = [place for place, number in enumerate(arrangement.rows) if number in chosen]
    for done, row in enumerate(_rows(concordance, arrangement, places)):
        progress.report(done, len(places))
        yield row


def _rows(concordance: Concordance, arrangement: Arrangement, places: Sequence[int]) -> Iterator[Row]:
    """Yield the lines at these places of an arrangement, which ascend."""
    firsts, words = arrangement.firsts, arrangement.words
    lines = concordance.lines(arrangement.rows[place] for place in places)
    for place, line in zip(places, lines, strict=True):
        if words:
            group = bisect_right(firsts, place) - 1
            yield Row(line, words[group], firsts[group + 1] - firsts[group])
        else:
            yield Row(line, (), 1)


def csv_table(rows: Iterable[Row], documents: Mapping[str, Document]) -> Iterator[str]:
    """Yield a table as lines of CSV, its header first; `start` and `end` are code points."""
    yield csv_row(HEADER)
    for row in rows:
        yield csv_row(_cells(row, documents.get(row.line.document_id)))


def tab_table(rows: Iterable[Row], documents: Mapping[str, Document]) -> Iterator[str]:
    """Yield a table as lines with tabs between their cells, as spreadsheets take them from the clipboard."""
    yield "\t".join(HEADER)
    for row in rows:
        cells = _cells(row, documents.get(row.line.document_id))
        yield "\t".join(" ".join(cell.split()) for cell in cells)


def _cells(row: Row, document: Document | None) -> tuple[str, ...]:
    line = row.line
    title, date = (document.title, document.date) if document is not None else ("", "")
    return (
        title, date, line.before, line.text, line.after, " ".join(row.words), str(row.count),
        str(line.start), str(line.end), "≈" if line.crosses_punctuation else "", line.document_id,
    )  # fmt: skip
