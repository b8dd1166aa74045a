"""Excerpts and memos by a template of the library's own."""

from codecs import BOM_UTF8, getincrementaldecoder
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from library.exporters.base import Content, ExportJob
from library.exporters.templatecontext import context_of
from library.exporters.visible import visible
from library.progress import Progress
from library.templates.asking import SECONDS, filled
from library.templates.folder import Template, templates_in

PREFIX = "template:"
"""What the names of these formats begin with, before the name of the file."""
_STRICT = frozenset({".html", ".htm", ".xhtml", ".xml", ".svg", ".opml", ".tex", ".ltx"})
"""Kinds of files that cannot hold control characters: these are shown as their signs."""
_PREVIEW_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class TemplateExporter:
    """Writes what a template makes of quotations or a memo, in UTF-8; a CSV file begins with a byte order mark."""

    template: Template
    complete: bool = False
    contents: tuple[Content, ...] = ("excerpts", "memo")

    @property
    def name(self) -> str:
        return PREFIX + self.template.name

    @property
    def label(self) -> str:
        return self.template.label

    @property
    def suffix(self) -> str:
        return self.template.suffix

    def write(self, job: ExportJob, file: BinaryIO, progress: Progress) -> None:
        """Write what the template makes of `job`; Refused with its line and the reason where the template is wrong."""
        if self.suffix == ".csv":
            file.write(BOM_UTF8)  # as Excel asks for
        for data in self.pieces(job, progress):
            file.write(data)

    def pieces(self, job: ExportJob, progress: Progress) -> Iterator[bytes]:
        """Yield what the template makes of `job`, in UTF-8; Refused and Cancelled as in `write`."""
        return self._filled(job, progress, SECONDS)

    def beginning(self, job: ExportJob, quotes: int, characters: int) -> Iterator[str]:
        """Yield what the template makes of the first `quotes` of a job, until about so many characters have come."""
        decoder = getincrementaldecoder("utf-8")()
        for data in self._filled(job, Progress(), _PREVIEW_SECONDS, quotes, characters):
            yield decoder.decode(data)

    def _filled(
        self, job: ExportJob, progress: Progress, seconds: float, quotes: int | None = None, most: int = 1 << 62
    ) -> Iterator[bytes]:
        clean = visible if self.suffix in _STRICT else str
        return filled(
            self.template,
            lambda: context_of(job, clean, progress, quotes),
            progress,
            seconds=seconds,
            most=most,
        )


def template_formats(folder: Path) -> list[TemplateExporter]:
    """Return the templates in a folder as formats."""
    return [TemplateExporter(template) for template in templates_in(folder)]
