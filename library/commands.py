"""The command line, on the same verbs as the window."""

from importlib.metadata import PackageNotFoundError, version

import click

from library.parameters import Commands

_PLACES = {
    "open": "library.opencommand:open_command",
    "import": "library.importcommand:import_command",
    "formats": "library.formatscommand:formats",
    "inspect": "library.inspectcommand:inspect_command",
    "documents": "library.documentcommands:documents",
    "document": "library.documentcommands:document",
    "fields": "library.documentcommands:fields",
    "text": "library.documentcommands:text",
    "highlight": "library.highlightcommands:highlight",
    "highlights": "library.highlightcommands:highlights",
    "excerpts": "library.excerptcommand:excerpts",
    "tags": "library.tagcommand:tags",
    "export": "library.exportcommand:export",
    "templates": "library.templatecommand:templates",
    "bibliography": "library.bibliographycommand:bibliography",
    "cite": "library.citecommand:cite",
    "references": "library.bibliographycommand:references",
    "memos": "library.memocommands:memos",
    "memo": "library.memocommands:memo",
    "search": "library.searchcommand:search",
    "concordance": "library.concordancecommand:concordance",
    "mark": "library.markcommand:mark",
    "original": "library.originalcommand:original_command",
    "outline": "library.outlinecommand:outline_command",
    "repairs": "library.repairscommand:repairs_command",
    "terms": "library.wordcommands:terms",
    "glossary": "library.wordcommands:glossary",
    "lookup": "library.wordcommands:look_up_command",
    "undo": "library.historycommands:undo",
    "redo": "library.historycommands:redo",
    "history": "library.historycommands:history",
    "check": "library.carecommands:check",
    "backup": "library.carecommands:backup",
    "install-desktop": "library.installcommand:install_desktop",
}
"""Where each command is: none is imported before it is asked for, for most need what the others do not."""


def _print_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    try:
        number = version("zhupi")
    except PackageNotFoundError:
        number = "(run from its source)"
    click.echo(f"zhupi {number}")
    ctx.exit()


@click.group(
    cls=Commands, places=_PLACES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Print the version."
)
def commands() -> None:
    """Read and annotate texts on your own machine.

    Without a command, or with only the path of a library, the window opens.

    LIBRARY is the path of a library. DOCUMENT is an id or a part of a title that only one document has. In the name
    of a tag or a collection, “/” separates levels. Offsets count characters (code points) from 0; the end is not
    included.

    The exit status is 0 when all was done, 1 when something was refused or is wrong, 2 when the command was not
    understood.
    """
