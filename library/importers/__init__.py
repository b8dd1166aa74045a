"""One file a format: each turns a file into drafts of documents."""

from library.importers.base import Importer
from library.importers.markdown import MarkdownImporter
from library.importers.text import TextImporter

BUILT_IN: tuple[Importer, ...] = (TextImporter(), MarkdownImporter())
