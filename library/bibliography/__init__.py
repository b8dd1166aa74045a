"""Bibliographies: what other programs keep of the same texts, read, matched to documents, and written."""

from library.bibliography.base import BibliographyFormat, BibliographyReader
from library.bibliography.bibtex import Bibtex
from library.bibliography.csljson import CslJson
from library.bibliography.endnote import EndNote
from library.bibliography.ris import Ris

BUILT_IN: tuple[BibliographyFormat, ...] = (Ris(), Bibtex(), CslJson())
"""The formats that are read and written."""

READ: tuple[BibliographyReader, ...] = (*BUILT_IN, EndNote())
"""The formats that are read."""
