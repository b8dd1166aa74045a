"""What can be said of a document: one table of fields, from which panel, columns, queries and commands are made."""

import re
from dataclasses import dataclass
from typing import Literal

FieldForm = Literal["line", "names", "date", "kind", "doi", "passage"]
"""What a value is: one line, persons, a day or a part of one, one of KINDS, a DOI, or lines of text."""
FieldGroup = Literal["text", "bibliography"]


@dataclass(frozen=True, slots=True)
class DocumentField:
    """A field of every document. `name` names it in queries, commands and JSON; `label` is an English template.

    What `kept` says stands in the document's own row, all else in a table beside it.
    """

    name: str
    label: str
    form: FieldForm = "line"
    group: FieldGroup = "bibliography"
    kept: Literal["row", "beside"] = "beside"


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """What a document is, as bibliographies tell it (the item types of CSL 1.0.2, the letters of GB/T 7714-2015)."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field that the user defined for a library. Values are kept by its id, so that its name can change."""

    id: str
    name: str
    created: str = ""


@dataclass(frozen=True, slots=True)
class FieldValue:
    """What is said of a document in a field: `field` is the name of a declared one, or the id of an own one."""

    document_id: str
    field: str
    value: str


KINDS = (
    DocumentKind("book", "Book"),
    DocumentKind("chapter", "Chapter of a book"),
    DocumentKind("article", "Journal article"),
    DocumentKind("conference", "Conference paper"),
    DocumentKind("thesis", "Thesis"),
    DocumentKind("newspaper", "Newspaper article"),
    DocumentKind("report", "Report"),
    DocumentKind("webpage", "Web page"),
    DocumentKind("official", "Official document"),
    DocumentKind("gazetteer", "Gazetteer"),
    DocumentKind("interview", "Interview"),
    DocumentKind("archive", "Archive material"),
    DocumentKind("other", "Other"),
)

FIELDS = (
    DocumentField("title", "Title", group="text", kept="row"),
    DocumentField("author", "Author", "names", "text", "row"),
    DocumentField("date", "Date", "date", "text", "row"),
    DocumentField("issuer", "Issuer", group="text", kept="row"),
    DocumentField("number", "Number", group="text", kept="row"),
    DocumentField("language", "Language", group="text", kept="row"),
    DocumentField("adopted", "Adopted", "date", "text"),
    DocumentField("signature", "Signed by", group="text"),
    DocumentField("editornote", "Editor’s note", "passage", "text"),
    DocumentField("kind", "Kind", "kind"),
    DocumentField("container", "Published in"),
    DocumentField("editor", "Editor", "names"),
    DocumentField("translator", "Translator", "names"),
    DocumentField("publisher", "Publisher"),
    DocumentField("place", "Place"),
    DocumentField("edition", "Edition"),
    DocumentField("volume", "Volume"),
    DocumentField("issue", "Issue"),
    DocumentField("pages", "Pages"),
    DocumentField("url", "Web address"),
    DocumentField("accessed", "Accessed", "date"),
    DocumentField("doi", "DOI", "doi"),
    DocumentField("isbn", "ISBN"),
    DocumentField("citekey", "Citation key"),
)

BY_NAME = {field.name: field for field in FIELDS}
KIND_NAMES = tuple(kind.name for kind in KINDS)

_BETWEEN_NAMES = re.compile(r"\s*[;；]\s*")


def split_names(names: str) -> tuple[str, ...]:
    """Return the persons that a field of names tells, in their order: `;` or `；` stands between them.

    Neither a comma nor `、` parts them: “Ostrom, Elinor” is one person, and so is who is cited in the words of a text.
    """
    return tuple(name for name in _BETWEEN_NAMES.split(names.strip()) if name)
