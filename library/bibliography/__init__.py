"""Bibliographies: what other programs keep of the same texts, read, matched to documents, and written."""

from library.bibliography.base import BibliographyFormat
from library.bibliography.bibtex import Bibtex
from library.bibliography.csljson import CslJson
from library.bibliography.ris import Ris

BUILT_IN: tuple[BibliographyFormat, ...] = (Ris(), Bibtex(), CslJson())
