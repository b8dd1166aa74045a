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

    In queries it may be called by `chinese`, too, which is what its label is in Chinese. What `kept` says stands in the
    document's own row, all else in a table beside it.
    """

    name: str
    label: str
    chinese: str
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
    DocumentKind("newsletter", "Newsletter or bulletin"),
    DocumentKind("interview", "Interview"),
    DocumentKind("archive", "Archive material"),
    DocumentKind("standard", "Standard"),
    DocumentKind("patent", "Patent"),
    DocumentKind("dataset", "Data set"),
    DocumentKind("other", "Other"),
)

FIELDS = (
    DocumentField("title", "Title", "标题", group="text", kept="row"),
    DocumentField("author", "Author", "作者", "names", "text", "row"),
    DocumentField("date", "Date", "日期", "date", "text", "row"),
    DocumentField("issuer", "Issuer", "发文机关", group="text", kept="row"),
    DocumentField("number", "Number", "文号", group="text", kept="row"),
    DocumentField("language", "Language", "语言", group="text", kept="row"),
    DocumentField("adopted", "Adopted", "通过日期", "date", "text"),
    DocumentField("signature", "Signed by", "落款", group="text"),
    DocumentField("editornote", "Editor’s note", "编者按", "passage", "text"),
    DocumentField("kind", "Kind", "文献类型", "kind"),
    DocumentField("container", "Published in", "载于"),
    DocumentField("editor", "Editor", "编者", "names"),
    DocumentField("translator", "Translator", "译者", "names"),
    DocumentField("publisher", "Publisher", "出版者"),
    DocumentField("place", "Place", "出版地"),
    DocumentField("edition", "Edition", "版本"),
    DocumentField("volume", "Volume", "卷"),
    DocumentField("issue", "Issue", "期"),
    DocumentField("pages", "Pages", "页码"),
    DocumentField("url", "Web address", "网址"),
    DocumentField("accessed", "Accessed", "访问日期", "date"),
    DocumentField("doi", "DOI", "DOI", "doi"),
    DocumentField("isbn", "ISBN", "ISBN"),
    DocumentField("citekey", "Citation key", "引用键"),
)

BY_NAME = {field.name: field for field in FIELDS}
KIND_NAMES = tuple(kind.name for kind in KINDS)

_BETWEEN_NAMES = re.compile(r"\s*[;；]\s*")


def split_names(names: str) -> tuple[str, ...]:
    """Return the persons that a field of names tells, in their order: `;` or `；` stands between them.

    Neither a comma nor `、` parts them: “Ostrom, Elinor” is one person, and so is who is cited in the words of a text.
    """
    return tuple(name for name in _BETWEEN_NAMES.split(names.strip()) if name)
