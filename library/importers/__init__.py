"""One file a format: each turns a file into drafts of documents."""

from library.importers.base import Importer
from library.importers.docx import DocxImporter
from library.importers.epub import EpubImporter
from library.importers.html import HtmlImporter
from library.importers.markdown import MarkdownImporter
from library.importers.mhtml import MhtmlImporter
from library.importers.odt import OdtImporter
from library.importers.pdf import PdfImporter
from library.importers.rtf import RtfImporter
from library.importers.text import TextImporter

BUILT_IN: tuple[Importer, ...] = (
    TextImporter(),
    MarkdownImporter(),
    HtmlImporter(),
    MhtmlImporter(),
    DocxImporter(),
    OdtImporter(),
    RtfImporter(),
    EpubImporter(),
    PdfImporter(),
)
