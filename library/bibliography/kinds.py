"""Kinds of documents as the formats of bibliographies call them."""

RIS_KINDS = {
    "BOOK": "book", "EBOOK": "book", "CLSWK": "book", "EDBOOK": "book",
    "CHAP": "chapter", "ECHAP": "chapter", "ENCYC": "chapter", "DICT": "chapter",
    "JOUR": "article", "EJOUR": "article", "JFULL": "article", "ABST": "article", "INPR": "article", "MGZN": "article",
    "CONF": "conference", "CPAPER": "conference",
    "THES": "thesis",
    "NEWS": "newspaper",
    "RPRT": "report", "GRANT": "report",
    "ELEC": "webpage", "WEB": "webpage", "ICOMM": "webpage", "BLOG": "webpage",
    "GOVDOC": "official", "BILL": "official", "STAT": "official", "LEGAL": "official",
    "PCOMM": "interview",
    "STAND": "standard", "PAT": "patent", "DATA": "dataset",
    "MANSCPT": "archive", "ANCIENT": "archive",
}  # fmt: skip
"""Kinds by the types of RIS; the first type of a kind is the one that is written."""

BIBTEX_KINDS = {
    "book": "book", "mvbook": "book", "collection": "book", "mvcollection": "book", "proceedings": "book",
    "booklet": "book", "manual": "book", "reference": "book",
    "incollection": "chapter", "inbook": "chapter", "bookinbook": "chapter", "suppbook": "chapter",
    "inreference": "chapter",
    "article": "article", "periodical": "article", "suppperiodical": "article", "review": "article",
    "inproceedings": "conference", "conference": "conference",
    "thesis": "thesis", "phdthesis": "thesis", "mastersthesis": "thesis",
    "newspaper": "newspaper",
    "report": "report", "techreport": "report",
    "online": "webpage", "electronic": "webpage", "www": "webpage",
    "legislation": "official", "legal": "official", "jurisdiction": "official",
    "standard": "standard", "patent": "patent", "dataset": "dataset",
    "letter": "interview",
    "unpublished": "archive", "archive": "archive",
}  # fmt: skip
"""Kinds by the types of BibTeX and BibLaTeX."""

BIBTEX_TYPES = {
    "book": "book", "chapter": "incollection", "article": "article", "conference": "inproceedings",
    "thesis": "thesis", "newspaper": "article", "report": "report", "webpage": "online", "official": "legislation",
    "gazetteer": "book", "interview": "misc", "archive": "unpublished", "newsletter": "article", "standard": "standard",
    "patent": "patent", "dataset": "dataset",
}  # fmt: skip
"""The types of BibLaTeX by kind."""
SUBTYPES = {kind: kind for kind in ("newspaper", "gazetteer", "interview", "newsletter")}
"""What stands in `entrysubtype` where the type alone does not tell the kind."""

CSL_KINDS = {
    "book": "book", "classic": "book", "collection": "book",
    "chapter": "chapter", "entry": "chapter", "entry-encyclopedia": "chapter", "entry-dictionary": "chapter",
    "article-journal": "article", "article-magazine": "article", "article": "article", "periodical": "article",
    "review": "article", "review-book": "article",
    "paper-conference": "conference",
    "thesis": "thesis",
    "article-newspaper": "newspaper",
    "report": "report",
    "webpage": "webpage", "post": "webpage", "post-weblog": "webpage",
    "legislation": "official", "bill": "official", "legal_case": "official", "regulation": "official",
    "treaty": "official",
    "standard": "standard", "patent": "patent", "dataset": "dataset",
    "interview": "interview", "personal_communication": "interview",
    "manuscript": "archive",
}  # fmt: skip
"""Kinds by the item types of CSL 1.0.2; the first type of a kind is the one that is written."""


def first_type(kinds: dict[str, str], kind: str, otherwise: str) -> str:
    """Return the first type of a table that is of a kind."""
    return next((type_ for type_, each in kinds.items() if each == kind), otherwise)
