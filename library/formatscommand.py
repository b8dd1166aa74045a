"""The command that lists what can be imported and exported."""

import click

from library import exporters, reporting
from library.importers import BUILT_IN
from library.importers.base import load_importers
from library.parameters import json_option
from library.templates.folder import SUFFIX


@click.command()
@json_option
def formats(as_json: bool) -> None:
    """List the formats that are read and written, those of installed packages included.

    Templates of a library are listed by `templates`.
    """
    importers, written = load_importers(BUILT_IN), exporters.available()
    for problem in importers.problems:
        reporting.print_problem(str(problem))
    if as_json:
        reporting.print_json(
            {
                "import": [{"name": each.name, "suffixes": list(each.suffixes)} for each in importers.available],
                "export": [{"name": each.name, "suffix": each.suffix} for each in written],
                "templates": [{"suffix": SUFFIX}],
            }
        )
        return
    reporting.print_columns(
        ("import", each.name, " ".join(filter(None, each.suffixes))) for each in importers.available
    )
    reporting.print_columns(("export", each.name, each.suffix) for each in written)
    reporting.print_columns([("export", "--template FILE", f".*{SUFFIX}")])
