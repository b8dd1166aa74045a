"""The commands that read bibliographies into the fields of documents, and write them."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

import click

from library import reporting
from library.bibliography import BUILT_IN
from library.bibliography.base import Problem
from library.bibliography.files import named, read_bibliography
from library.bibliography.fromdocuments import entries_of, keep_keys
from library.bibliography.taking import Plan, TakingChoice, doubly_chosen, plan, take
from library.exporters.target import write_pieces
from library.opening import collection_id_of, read_library, write_library
from library.parameters import PLACE, TEXT, json_option, library_argument


@click.command()
@library_argument
@click.argument("file", metavar="FILE", type=PLACE)
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.option("--overwrite", is_flag=True, help="Take the values of the file where a document has others.")
@click.option("--notes", is_flag=True, help="Add abstracts, keywords and notes to the notes of the documents.")
@json_option
def bibliography(path: Path, file: Path, dry_run: bool, overwrite: bool, notes: bool, as_json: bool) -> None:
    """Fill the fields of documents from FILE: RIS, BibTeX or CSL-JSON.

    Entries are matched to documents by citation key, DOI, ISBN, address, file name, or title with author or year; where
    that leaves a doubt nothing is done. Only empty fields are filled. Entries without a document are listed. All of it
    is one step, which `undo` takes back.
    """
    _, reading = read_bibliography(file)
    choice = TakingChoice("theirs" if overwrite else "fill", notes=notes)
    with closing(read_library(path) if dry_run else write_library(path)) as library:
        made = plan(library, reading.references, reporting.terminal_progress())
        chosen = {place: match.chosen for place, match in enumerate(made.matches) if match.chosen}
        rows = [_value(made, place, chosen, choice) for place in range(len(made.matches))]
        clashes = made.clashes(chosen, choice)
        count = 0 if dry_run else take(library, made, chosen, choice)
    _tell(reading.problems, clashes, doubly_chosen(chosen))
    if as_json:
        return reporting.print_json(
            {
                "entries": rows,
                "changed": count,
                "problems": [{"line": one.line, "reason": str(one)} for one in reading.problems],
                "clashes": {key: list(ids) for key, ids in clashes.items()},
            }
        )
    reporting.print_columns(_cells(made, place, chosen, choice) for place in range(len(made.matches)))
    changed = reporting.counted(count, "document")
    return reporting.print_lines([f"entries: {len(rows)}, with a document: {len(chosen)}, changed: {changed}"])


@click.command()
@library_argument
@click.option(
    "--format", "format_name", required=True, type=click.Choice([one.name for one in BUILT_IN]), help="How to write it."
)
@click.option("--output", metavar="PATH", required=True, type=PLACE, help="The file to write.")
@click.option("--document", "documents", metavar="D", multiple=True, type=TEXT, help="Only this document.")
@click.option("--collection", metavar="NAME", type=TEXT, help="Only those of this collection and the ones below it.")
@click.option("--keep-keys", "keeps", is_flag=True, help="Keep the citation keys that are made up.")
@click.option("--force", is_flag=True, help="Replace the file if it is there already.")
@json_option
def references(
    path: Path,
    format_name: str,
    output: Path,
    documents: Sequence[str],
    collection: str | None,
    keeps: bool,
    force: bool,
    as_json: bool,
) -> None:
    """Write the fields of documents as a bibliography.

    A document without a citation key gets one of its author, its year and its title; it is kept with --keep-keys.
    """
    with closing(write_library(path) if keeps else read_library(path)) as library:
        wanted: set[str] | None = None
        if documents:
            wanted = {library.documents.resolve(name).id for name in documents}
        if collection is not None:
            place = collection_id_of(library, collection)
            inside = {row.id for row in library.collections.documents(place, deep=True)}
            wanted = inside if wanted is None else wanted & inside
        entries = entries_of(library, wanted)
        pieces = entries.pieces(named(format_name))
        write_pieces(pieces, len(entries.references), output, force=force, progress=reporting.terminal_progress())
        if keeps and entries.made:
            keep_keys(library, entries.made)
    if as_json:
        keys = [reference.value("citekey") for reference in entries.references]
        return reporting.print_json({"path": str(output), "documents": len(keys), "citekeys": keys})
    return reporting.print_lines([f"{output}: {reporting.counted(len(entries.references), 'document')}"])


def _tell(problems: Sequence[Problem], clashes: Mapping[str, Sequence[str]], doubled: Sequence[str]) -> None:
    """Say on the standard error stream what was not read, and what is doubtful."""
    for problem in problems:
        reporting.print_problem(str(problem))
    for key, ids in clashes.items():
        reporting.print_problem(f"the citation key {key} is that of {len(ids)} documents: {' '.join(ids)}")
    for document_id in doubled:
        reporting.print_problem(f"several entries are about the document {document_id}")


def _name(made: Plan, place: int) -> str:
    reference = made.matches[place].reference
    return reference.value("citekey") or reference.value("title") or f"line {reference.line}"


def _value(made: Plan, place: int, chosen: Mapping[int, str], choice: TakingChoice) -> reporting.Json:
    match = made.matches[place]
    document_id = chosen.get(place)
    differences = made.differences(match.reference, document_id, choice) if document_id else []
    return {
        "line": match.reference.line,
        "values": dict(match.reference.values),
        "document": document_id,
        "candidates": [{"document": one.document_id, "reason": one.reason} for one in match.candidates],
        "changes": {one.name: one.theirs for one in differences if one.taken},
        "kept": {one.name: one.mine for one in differences if not one.taken},
        "untaken": [list(one) for one in made.untaken(match.reference)],
    }


def _cells(made: Plan, place: int, chosen: Mapping[int, str], choice: TakingChoice) -> Sequence[str]:
    """Return an entry as cells of a line: its name, its document or how many it may be, why, what changes."""
    match = made.matches[place]
    document_id = chosen.get(place)
    if document_id is None:
        doubt = f"{reporting.counted(len(match.candidates), 'candidate')}: none is sure" if match.candidates else "none"
        return _name(made, place), doubt, "", ""
    title = made.documents[document_id].values.get("title", "")
    differences = made.differences(match.reference, document_id, choice)
    return _name(made, place), title, match.candidates[0].reason, " ".join(one.name for one in differences if one.taken)
