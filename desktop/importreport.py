"""What became of each file of an import, in the user's language: as rows, as a text, as a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.translation import plural, tr, words
from library.exporters.csv import csv_row
from library.importers.refusals import is_of_references
from library.mending import EDITS
from library.models import Remark
from library.outcomes import Imported, ImportResult

REFUSED, DUPLICATES, LEFT_OUT, IMPORTED, OTHERS = "refused", "duplicates", "left out", "imported", "others"


@dataclass(frozen=True, slots=True)
class Row:
    """A file and what became of it; `document_id` is that of its document, or ""."""

    path: str
    outcome: str
    document_id: str = ""

    @property
    def line(self) -> str:
        return f"{self.path}\t{self.outcome}"


def rows_of(result: ImportResult, titles: Mapping[str, str]) -> dict[str, list[Row]]:
    """Return the rows of each part, those that need attention first; `titles` are those of documents by id."""
    links = [Row(path, tr("A link: it was not followed.")) for path in result.links]
    problems = [Row(str(problem.arguments.get("name", "")), words(problem)) for problem in result.problems]
    return {
        REFUSED: [Row(refused.path, words(refused.reason)) for refused in result.refused],
        DUPLICATES: [
            Row(copy.path, tr("The library has this text already: “{title}”", title=titles.get(copy.id, "")), copy.id)
            for copy in result.duplicates
        ],
        LEFT_OUT: [Row(path, tr("Not ticked: it was left out.")) for path in result.left_out],
        IMPORTED: [Row(imported.path, described(imported), imported.id) for imported in result.imported],
        OTHERS: links + problems,
    }


def counts_of(result: ImportResult) -> str:
    """Return how many files were imported, there already, refused and left out; what there is none of is not told."""
    parts = [
        plural(len(result.imported), "{count} imported", "{count} imported"),
        plural(len(result.duplicates), "{count} duplicate", "{count} duplicates") if result.duplicates else "",
        plural(len(result.refused), "{count} refused", "{count} refused") if result.refused else "",
        plural(len(result.left_out), "{count} left out", "{count} left out") if result.left_out else "",
        plural(result.left, "{count} left", "{count} left") if result.left else "",
    ]
    return " · ".join(filter(None, parts))


def bibliographies_in(result: ImportResult) -> list[Path]:
    """Return the files that were refused as they are bibliographies; those in archives have to be unpacked first."""
    return [
        Path(refused.path) for refused in result.refused if not refused.archive and is_of_references(refused.reason)
    ]


def as_text(result: ImportResult, rows: Mapping[str, list[Row]]) -> str:
    """Return the whole report as text: the counts, then a line a file, the parts under their names."""
    lines = [counts_of(result)]
    for part, of_part in rows.items():
        if of_part:
            lines += ["", f"{part_name(part)} ({len(of_part)})", *(row.line for row in of_part)]
    return "\n".join(lines) + "\n"


def as_table(rows: Mapping[str, list[Row]]) -> str:
    """Return the whole report as comma-separated values, a row a file."""
    head = csv_row((tr("Part"), tr("File"), tr("What became of it")))
    return head + "".join(
        csv_row((part_name(part), row.path, row.outcome)) for part, of_part in rows.items() for row in of_part
    )


def part_name(part: str) -> str:
    """Return what a part of the report is called."""
    names = {
        REFUSED: tr("Refused"),
        DUPLICATES: tr("Duplicates"),
        LEFT_OUT: tr("Left out"),
        IMPORTED: tr("Imported"),
        OTHERS: tr("Other remarks"),
    }
    return names[part]


def remark_words(remark: Remark) -> str:
    """Return what is to be said of a file in the user's language."""
    return tr(remark.message, **dict(remark.arguments))


def described(imported: Imported) -> str:
    """Say what a file became: its title and encoding, what was mended in it, and what of it could not be read."""
    replaced, stripped = imported.replaced, imported.stripped
    repairs = sum(number for kind, number in (imported.repairs or {}).items() if kind in EDITS)
    parts = [imported.title, imported.encoding]
    if imported.length == 0:
        parts.append(tr("an empty file: an empty document"))
    if repairs:
        parts.append(plural(repairs, "{count} place repaired", "{count} places repaired"))
    if replaced:
        parts.append(plural(replaced, "{count} character could not be read", "{count} characters could not be read"))
    if stripped:
        parts.append(plural(stripped, "{count} invalid character left out", "{count} invalid characters left out"))
    parts += [remark_words(remark) for remark in imported.remarks]
    return " · ".join(filter(None, parts))


def is_remarkable(result: ImportResult) -> bool:
    """Say whether the report has more to tell than how many files came in."""
    marked = any(item.replaced or item.stripped or item.remarks for item in result.imported)
    return bool(result.refused or result.duplicates or result.problems or marked)
