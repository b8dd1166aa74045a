"""The command that searches a library."""

from collections.abc import Callable
from contextlib import closing
from itertools import islice
from pathlib import Path

import click

from library import reporting
from library.library import Library
from library.opening import read_library, update_index
from library.parameters import TEXT, json_option, library_argument, strictness_options
from library.search.findings import Findings
from library.search.hits import Hit
from library.search.leaves import Options

LIMIT = 50


@click.command()
@library_argument
@click.argument("query", metavar="QUERY", type=TEXT)
@click.option(
    "--limit", metavar="N", type=click.IntRange(min=0), default=LIMIT, show_default=True, help="Hits to list."
)
@click.option("--all", "unlimited", is_flag=True, help="List all hits.")
@strictness_options
@json_option
def search(
    path: Path,
    query: str,
    limit: int,
    unlimited: bool,
    exact: bool,
    case: bool,
    whole_words: bool,
    repeated: bool,
    as_json: bool,
) -> None:
    """Find QUERY in texts, titles, notes and tags.

    Simplified and traditional characters, width, case, punctuation and line breaks make no difference. Hits that
    cross punctuation are marked “≈” and counted apart, and so are those in passages that stand twice in one text, as
    when a page was scanned twice: without --repeated they are not listed.

    Words with spaces between them must all stand in a document. “"…"” is a phrase, “-” leaves out, “OR” and
    parentheses choose, “NEAR/n” asks for two things at most n characters apart. “/…/” is a pattern, matched as it is
    written: “^” and “$” are the ends of lines, and --exact, --case and --whole-words do nothing to it. “tag:”,
    “color:”, “in:” (a collection) and “note:” ask what is known of a document, and so does every field of documents by
    its name: “title:”, “author:”, “issuer:”, “number:”, “container:”, “kind:” (book, official …), fields of the
    library's own, and “date:” (2017, 2017..2019, 2017.., ..2019). A query that begins with “-” follows “--”.

    Where nothing is found, letters are taken for pinyin: “zhengxie” or “zx” then finds what 政协 does.
    """
    with closing(read_library(path)) as library:
        update_index(library)
        options = Options(exact=exact, case=case, whole_words=whole_words, repeated=repeated)
        findings, pinyin = library.search.interpret(query, options, reporting.terminal_progress())
        _print_findings(library, findings, pinyin, None if unlimited else limit, as_json)


def _print_findings(library: Library, findings: Findings, pinyin: str | None, limit: int | None, as_json: bool) -> None:
    tallies = list(findings.tallies())
    total, exact_total = sum(tally.total for _, tally in tallies), sum(tally.exact for _, tally in tallies)
    repeated = sum(tally.repeated for _, tally in tallies)
    found = (hit for document_id, tally in tallies if tally.total for hit in findings.hits(document_id))
    hits = list(islice(found, limit))
    paths = library.tags.paths()
    if as_json:
        reporting.print_json(
            {
                "total": total,
                "exact_total": exact_total,
                "repeated_total": repeated,
                "truncated": len(hits) < total,
                "pinyin": pinyin,
                "hits": [_hit_value(hit) for hit in hits],
                "titles": [{"document_id": row.id, "title": row.title} for row in findings.titles()],
                "notes": [
                    {"id": note.id, "on": note.target_kind, "target_id": note.target_id, "text": note.text}
                    for note in findings.notes()
                ],
                "tags": [{"id": tag.id, "name": paths[tag.id]} for tag in findings.tags()],
            }
        )
        return
    if pinyin is not None:
        reporting.print_lines([f"Nothing is written so; {pinyin} is read so."])
    titles = {row.id: row.title for row in library.documents.all()}
    reporting.print_columns(("title", row.title) for row in findings.titles())
    reporting.print_columns(("note", note.text) for note in findings.notes())
    reporting.print_columns(("tag", paths[tag.id]) for tag in findings.tags())
    reporting.print_columns(_hit_cells(hit, titles.get) for hit in hits)
    marks = reporting.counted(total, "hit")
    documents = reporting.counted(len(tallies), "document")
    crossing = f", {total - exact_total} of them across punctuation" if total > exact_total else ""
    listed = f", {len(hits)} listed" * (len(hits) < total)
    reporting.print_lines([f"{marks} in {documents}{crossing}{reporting.repeated(repeated)}{listed}"])


def _hit_value(hit: Hit) -> reporting.Json:
    return {
        "document_id": hit.document_id,
        "start": hit.start,
        "end": hit.end,
        "before": hit.before,
        "text": hit.text,
        "after": hit.after,
        "crosses_punctuation": hit.crosses_punctuation,
    }


def _hit_cells(hit: Hit, title_of: Callable[[str], str | None]) -> tuple[str, str, str]:
    sign = "≈ " if hit.crosses_punctuation else ""
    span = f"{hit.start}-{hit.end}"
    return title_of(hit.document_id) or "", span, f"{sign}{hit.before}【{hit.text}】{hit.after}"
