"""An export made on a worker's thread: written to a file, or as text for the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from library.errors import InvalidValue
from library.progress import Progress

if TYPE_CHECKING:
    from library.exporters.base import Exporter, ExportJob, ExportOptions, ExportScope


class Wanted(NamedTuple):
    """What is to be written, and how."""

    scope: ExportScope
    options: ExportOptions
    exporter: Exporter


def written(path: Path, wanted: Wanted, target: Path, progress: Progress, wait: Callable[[], None] | None) -> int:
    """Write an export, once all that was handed to the writer is there; return how many highlights it holds.

    The errors are those of `library.exporters.target.write`, and InvalidValue where there is nothing to write.
    """
    from library.exporters.scope import collect
    from library.exporters.target import write
    from library.library import Library

    if wait is not None:
        wait()
    with closing(Library.open(path, write=False)) as library:
        job = collect(library, wanted.scope, wanted.options)
        _require_something(job)
        write(wanted.exporter, job, target, force=True, progress=progress)
    return job.highlight_count


def copied(path: Path, wanted: Wanted, form: str, progress: Progress) -> tuple[str, str]:
    """Return an export as plain text and as rich text; Markdown, and what a template writes, is plain text alone.

    InvalidValue where it is empty, and Refused for a template that is wrong.
    """
    from library.exporters.markdown import MarkdownExporter
    from library.exporters.palette import palette
    from library.exporters.richtext import rich
    from library.exporters.scope import collect
    from library.exporters.template import TemplateExporter
    from library.exporters.text import PlainTextExporter
    from library.library import Library

    with closing(Library.open(path, write=False)) as library:
        job = collect(library, wanted.scope, wanted.options)
        _require_something(job)

        def whole(pieces: Iterable[str]) -> str:
            made: list[str] = []
            for done, piece in enumerate(pieces):
                progress.report(min(done, job.steps), job.steps)
                made.append(piece)
            return "".join(made)

        if form == "rich" and isinstance(wanted.exporter, TemplateExporter):
            return b"".join(wanted.exporter.pieces(job, progress)).decode(), ""
        if form == "markdown":
            return whole(MarkdownExporter().render(job)), ""
        # on whatever ground it is pasted: by day, ink on white
        return whole(PlainTextExporter().render(job)), whole(rich(job, palette("white")))


def _require_something(job: ExportJob) -> None:
    if not job.excerpts and job.memo is None and not job.documents:
        raise InvalidValue("There is nothing to export: nothing is highlighted there.")
