"""The command that shows a library, or a passage of one, in the window."""

from collections.abc import Callable

import click

from library.parameters import TEXT


@click.command("open")
@click.argument("target", metavar="TARGET", type=TEXT)
@click.pass_context
def open_command(ctx: click.Context, target: str) -> None:
    """Show a library, or the passage that a link leads to, in the window.

    TARGET is the path of a library or a link such as zhupi://LIBRARY/DOCUMENT/HIGHLIGHT. Where a window has that
    library open, it comes to the front and shows the passage; otherwise a window is opened.
    """
    show: Callable[[str], int] = ctx.obj  # what the program has for this: the library itself knows of no window
    ctx.exit(show(target))
