"""The command that prints a concordance: what a query finds as aligned lines, in the order of the words beside it."""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import get_args

import click

from library import reporting
from library.concordancetable import Row, csv_table, table_rows
from library.opening import read_library, update_index
from library.parameters import TEXT, json_option, library_argument, strictness_options
from library.search.concordance import FURTHEST, By, Order, Side
from library.search.leaves import Options

_WIDTH = 24
"""Code points before a hit in a line for people."""


@click.command()
@library_argument
@click.argument("query", metavar="QUERY", type=TEXT)
@click.option("--sort", "side", type=click.Choice(get_args(Side)), default="right", show_default=True,
              help="By the words on this side, or by place.")  # fmt: skip
@click.option("--word", metavar="N", type=click.IntRange(1, FURTHEST), default=1, show_default=True,
              help="By the first, second or third word there.")  # fmt: skip
@click.option("--by", type=click.Choice(get_args(By)), default="pinyin", show_default=True, help="How words come.")
@click.option("--collapse", is_flag=True, help="One line for all with equal words, with their number.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a table with commas, as spreadsheets read it.")
@strictness_options
@json_option
def concordance(
    path: Path,
    query: str,
    side: Side,
    word: int,
    by: By,
    collapse: bool,
    as_csv: bool,
    exact: bool,
    case: bool,
    whole_words: bool,
    repeated: bool,
    as_json: bool,
) -> None:
    """Print what QUERY finds in texts as aligned lines, in the order of the words beside it.

    QUERY is what “search” takes.
    """
    with closing(read_library(path)) as library:
        update_index(library)
        options = Options(exact=exact, case=case, whole_words=whole_words, repeated=repeated)
        findings, _ = library.search.interpret(query, options, reporting.terminal_progress())
        lines = findings.concordance()
        arrangement = lines.arrange(Order(side, word, by), reporting.terminal_progress())
        rows = table_rows(lines, arrangement, collapsed=collapse)
        documents = {row.id: row for row in library.documents.all()}
        if as_json:
            reporting.print_json(
                {"total": len(lines), "repeated_total": lines.repeated, "lines": [_value(row) for row in rows]}
            )
        elif as_csv:
            reporting.print_bytes("".join(csv_table(rows, documents)).encode("utf-8-sig"))
        else:
            _print_lines(rows, len(lines), lines.document_count, lines.repeated)


def _print_lines(rows: Iterable[Row], total: int, documents: int, repeated: int) -> None:
    reporting.print_lines(map(_for_people, rows))
    hits, texts = reporting.counted(total, "hit"), reporting.counted(documents, "document")
    reporting.print_lines([f"{hits} in {texts}{reporting.repeated(repeated)}"])


def _for_people(row: Row) -> str:
    before = row.line.before[-_WIDTH:].rjust(_WIDTH, "\u3000")
    return f"{before}【{row.line.text}】{row.line.after}" + f"\t{row.count}" * (row.count > 1)


def _value(row: Row) -> reporting.Json:
    line = row.line
    return {
        "document_id": line.document_id,
        "start": line.start,
        "end": line.end,
        "before": line.before,
        "text": line.text,
        "after": line.after,
        "crosses_punctuation": line.crosses_punctuation,
        "words": list(row.words),
        "count": row.count,
    }
