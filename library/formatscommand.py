"""The command that lists what can be imported and exported."""

from collections.abc import Iterator, Sequence

import click

from library import bibliography, exporters, reporting
from library.importers import BUILT_IN
from library.importers.base import Importer, load_importers
from library.importers.recognition import REFUSED
from library.importers.refusals import refusal
from library.parameters import json_option
from library.templates.folder import SUFFIX

_HOLDERS = (("zip", (".zip",)), ("folder", ()))
"""What is imported file by file."""


@click.command()
@json_option
def formats(as_json: bool) -> None:
    """List the formats that are read and written, those of installed packages included, and those that are refused.

    “import” are documents, and what holds several of them; “refused” are files that cannot be imported, with what to do
    instead; “bibliography” are those of references. Templates of a library are listed by `templates`.
    """
    importers = load_importers(BUILT_IN)
    for problem in importers.problems:
        reporting.print_problem(str(problem))
    if as_json:
        reporting.print_json(_value(importers.available))
    else:
        reporting.print_columns(_rows(importers.available))


def _value(available: Sequence[Importer]) -> reporting.Json:
    written = bibliography.BUILT_IN
    return {
        "import": [{"name": name, "suffixes": list(suffixes)} for name, suffixes in _read(available)],
        "refused": [
            {"name": kind, "suffixes": list(suffixes), "advice": str(refusal(kind))}
            for kind, suffixes in REFUSED.items()
        ],
        "export": [{"name": each.name, "suffix": each.suffix} for each in exporters.available()],
        "templates": [{"suffix": SUFFIX}],
        "bibliography": [
            {
                "name": each.name,
                "label": each.label,
                "suffixes": list(each.suffixes),
                "written": each in written,
            }
            for each in bibliography.READ
        ],
    }


def _rows(available: Sequence[Importer]) -> Iterator[Sequence[str]]:
    yield from (("import", name, " ".join(filter(None, suffixes))) for name, suffixes in _read(available))
    yield from (("refused", kind, " ".join(suffixes), str(refusal(kind))) for kind, suffixes in REFUSED.items())
    yield from (("export", each.name, each.suffix) for each in exporters.available())
    yield "export", "--template FILE", f".*{SUFFIX}"
    yield from (("bibliography", each.name, " ".join(each.suffixes), each.label) for each in bibliography.READ)


def _read(available: Sequence[Importer]) -> Iterator[tuple[str, Sequence[str]]]:
    yield from ((each.name, each.suffixes) for each in available)
    yield from _HOLDERS
