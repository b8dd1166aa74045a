"""One file a format that can be written."""

import logging
from importlib.metadata import entry_points

from library.errors import NotFound
from library.exporters.base import Exporter
from library.exporters.csv import CsvExporter
from library.exporters.docx import DocxExporter
from library.exporters.html import HtmlExporter
from library.exporters.json import JsonExporter
from library.exporters.markdown import MarkdownExporter
from library.exporters.pdf import PdfExporter
from library.exporters.text import PlainTextExporter
from library.exporters.w3c import WebAnnotationExporter
from library.exporters.xlsx import XlsxExporter

BUILT_IN: tuple[Exporter, ...] = (
    DocxExporter(),
    MarkdownExporter(),
    XlsxExporter(),
    HtmlExporter(),
    PdfExporter(),
    PlainTextExporter(),
    CsvExporter(),
    JsonExporter(),
    WebAnnotationExporter(),
)
ENTRY_POINTS = "zhupi.exporters"


def available() -> tuple[Exporter, ...]:
    """Return every format: ours, then those of installed packages, each a class named by an entry point.

    One that cannot be loaded is logged and left out.
    """
    found = list(BUILT_IN)
    for point in entry_points(group=ENTRY_POINTS):
        try:
            exporter: Exporter = point.load()()
        except (ImportError, AttributeError, TypeError) as error:
            logging.getLogger(__name__).warning("The export format %s cannot be loaded: %s", point.name, error)
        else:
            found.append(exporter)
    return tuple(found)


def get(name: str) -> Exporter:
    """Return the format called `name`; NotFound names those there are."""
    formats = {exporter.name: exporter for exporter in BUILT_IN}
    if name not in formats:
        formats = {exporter.name: exporter for exporter in available()}
    if name not in formats:
        raise NotFound(
            "There is no export format “{name}”. There are: {formats}.", name=name, formats=", ".join(sorted(formats))
        )
    return formats[name]
