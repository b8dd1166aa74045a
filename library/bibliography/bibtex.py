"""BibTeX and BibLaTeX, as Zotero, JabRef, Mendeley, Google Scholar and CNKI write them; BibLaTeX is written."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress

from library.bibliography import beside
from library.bibliography.base import Draft, Problems, Reading, Reference, TooFaulty, month_number, nothing_said
from library.bibliography.bibtexentries import Entries, Entry
from library.bibliography.bibtexnames import persons, written_names
from library.bibliography.inheritance import inherit
from library.bibliography.kinds import BIBTEX_KINDS, BIBTEX_TYPES, SUBTYPES
from library.bibliography.latex import decoded, decoded_address, encoded
from library.bibliography.names import joined
from library.fields import split_names

_LINES = {
    "publisher": "publisher", "school": "publisher", "journaltitle": "container", "journal": "container",
    "booktitle": "container", "maintitle": "container", "location": "place", "address": "place",
    "edition": "edition", "volume": "volume", "isbn": "isbn", "language": "language", "langid": "language",
    "organization": "issuer", "urldate": "accessed",
}  # fmt: skip
_ADDRESSES = {"url": "url", "doi": "doi"}
_PERSONS = ("author", "editor", "translator")
_NOTES = ("note", "annote", "annotation")
_KNOWN = {
    *_LINES, *_ADDRESSES, *_PERSONS, *_NOTES, "title", "subtitle", "date", "year", "month", "day", "number", "issue",
    "pages", "institution", "abstract", "keywords", "keyword", "file", "howpublished", "crossref", "xdata",
    "entrysubtype", beside.MARK,
}  # fmt: skip
_IN_ISSUES = ("article", "newspaper", "newsletter")
"""Kinds whose `number` is that of the issue."""
_OF_SCHOOLS = ("thesis", "report")
"""Kinds whose `institution` publishes them."""
_RANGE = re.compile(r"\s*(?:-+|–|—)\s*")
_FILE = re.compile(r"(?<!\\);")
_NOT_IN_KEYS = re.compile(r"[\s,{}()=\"#%\\@'~]+")


class Bibtex:
    """BibTeX: entries such as @book{key, title = {…}}."""

    name = "bibtex"
    label = "BibTeX"
    suffixes = (".bib", ".bibtex")

    def is_recognised(self, text: str) -> bool:
        """Say whether a file with this text has an entry of BibTeX."""
        return re.search(r"^[ \t]*@[ \t]*[A-Za-z]+\s*[{(]", text[:200_000], re.MULTILINE) is not None

    def read(self, text: str) -> Reading:
        """Return the entries in the text of a file; those of @xdata only give their fields to others."""
        problems = Problems()
        entries: list[Entry] = []
        references: list[Reference] = []
        with suppress(TooFaulty):
            for entry in Entries(text, problems):
                entries.append(entry)
        inherit(entries, problems)
        with suppress(TooFaulty):
            for entry in entries:
                if entry.type == "xdata":
                    continue
                reference = _reference(entry)
                if reference.says_nothing:
                    problems.fault(entry.line, entry.key, nothing_said())
                else:
                    references.append(reference)
        return Reading(tuple(references), problems.done())

    def render(self, references: Iterable[Reference]) -> Iterator[str]:
        """Yield a file, an entry a piece."""
        for reference in references:
            fields = dict(_fields(reference))
            lines = beside.left_over(reference, lambda one: _text(one, dict(_fields(one))), self.read)
            if lines:
                fields[beside.MARK] = "\n".join(f"- {line}" for line in lines)
            yield _text(reference, fields) + "\n"


def _reference(entry: Entry) -> Reference:
    draft = Draft(entry.line)
    fields = entry.fields
    subtype = decoded(fields.get("entrysubtype", ""))
    kind = subtype if subtype in SUBTYPES else BIBTEX_KINDS.get(entry.type, "")
    draft.fill("kind", kind, "type")
    if subtype and kind != subtype:
        draft.untaken.append(("entrysubtype", subtype))
    if entry.type not in BIBTEX_KINDS and entry.type != "misc":
        draft.untaken.append(("type", entry.type))
    draft.fill("citekey", entry.key, "key")
    title, subtitle = decoded(fields.get("title", "")), decoded(fields.get("subtitle", ""))
    draft.fill("title", ": ".join(filter(None, (title, subtitle))), "title")
    for name in _PERSONS:
        draft.fill(name, joined(persons(fields.get(name, ""))), name)
    _fill_date(draft, fields)
    for name, field in _LINES.items():
        draft.fill(field, decoded(fields.get(name, "")), name)
    draft.fill("publisher" if kind in _OF_SCHOOLS else "issuer", decoded(fields.get("institution", "")), "institution")
    draft.fill("issue" if kind in _IN_ISSUES else "number", decoded(fields.get("number", "")), "number")
    draft.fill("issue", decoded(fields.get("issue", "")), "issue")
    draft.fill("pages", _RANGE.sub("-", decoded(fields.get("pages", ""))), "pages")
    for name, field in _ADDRESSES.items():
        draft.fill(field, decoded_address(fields.get(name, "")), name)
    _fill_words(draft, fields)
    draft.untaken += [(name, decoded(value)) for name, value in fields.items() if name not in _KNOWN and value.strip()]
    draft.untaken += [(name, decoded(value)) for name, value in entry.again]
    lines = fields.get(beside.MARK, "").split("\n")
    beside.take(draft, (line.removeprefix("- ") for line in lines if line))
    return draft.done()


def _fill_date(draft: Draft, fields: dict[str, str]) -> None:
    draft.fill("date", decoded(fields.get("date", "")), "date")
    if "date" in draft.values:
        return
    year, month = decoded(fields.get("year", "")).strip(), decoded(fields.get("month", "")).strip()
    number = month_number(month)
    day = decoded(fields.get("day", "")).strip()
    if number and year.isdecimal():
        draft.fill("date", f"{year}-{number:02}" + (f"-{day.zfill(2)}" if day.isdecimal() else ""), "month")
    else:
        draft.fill("date", year, "year")
        draft.untaken += [("month", month)] * bool(month)


def _fill_words(draft: Draft, fields: dict[str, str]) -> None:
    """Take keywords, abstracts, notes, attachments, and an address that stands elsewhere."""
    published = fields.get("howpublished", "")
    address = decoded_address(published)
    if address.startswith(("http://", "https://")):
        draft.fill("url", address, "howpublished")
    elif published.strip():
        draft.untaken.append(("howpublished", decoded(published)))
    draft.abstract = decoded(fields.get("abstract", "")).strip()
    draft.notes = [note for name in _NOTES if (note := decoded(fields.get(name, "")).strip())]
    words = decoded(",".join(filter(None, (fields.get("keywords", ""), fields.get("keyword", "")))))
    draft.keywords = [word for each in re.split(r"[,;，；]", words) if (word := each.strip())]
    draft.files = [path for each in _FILE.split(fields.get("file", "")) if (path := _path(each))]


def _path(written: str) -> str:
    r"""Return the path of an attachment, which may stand between its name and its type: “PDF:C\:/a.pdf:text”.

    What precedes a colon is a description where something follows the next one; a drive is no description.
    """
    parts = re.split(r"(?<!\\):", written.strip())
    path = parts[1] if len(parts) == 3 and not (len(parts[0]) == 1 and parts[1].startswith(("/", "\\"))) else written
    return decoded_address(re.sub(r"\\([:;])", r"\1", path)).strip()


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    """Yield the fields of an entry, as TeX source."""
    values, kind = reference.values, reference.value("kind")
    places = {
        "title": "title", "container": "journaltitle" if kind in _IN_ISSUES else "booktitle",
        "publisher": "institution" if kind in _OF_SCHOOLS else "publisher", "place": "location", "date": "date",
        "edition": "edition", "volume": "volume", "issue": "number" if kind in _IN_ISSUES else "issue",
        "issuer": "organization", "isbn": "isbn", "language": "language", "accessed": "urldate",
    }  # fmt: skip
    if kind not in _IN_ISSUES:
        places["number"] = "number"
    for name in _PERSONS:
        if name in values:
            yield name, written_names(split_names(values[name]))
    yield from ((place, encoded(values[name])) for name, place in places.items() if name in values)
    if "pages" in values:
        yield "pages", encoded(_RANGE.sub("--", values["pages"]))
    yield from ((place, _address(values[name])) for place, name in _ADDRESSES.items() if name in values)
    if kind in SUBTYPES:
        yield "entrysubtype", SUBTYPES[kind]
    if reference.keywords:
        yield "keywords", encoded(", ".join(reference.keywords))
    yield from ((name, encoded(text)) for name, text in _texts(reference) if text)
    if reference.files:
        yield "file", ";".join(_address(path).replace(":", "\\:").replace(";", "\\;") for path in reference.files)


def _texts(reference: Reference) -> tuple[tuple[str, str], ...]:
    return ("abstract", reference.abstract), ("annotation", reference.note)


def _address(value: str) -> str:
    """Return an address as it stands in a file, without what would end or open it."""
    return value.replace("{", "%7B").replace("}", "%7D")


def _text(reference: Reference, fields: dict[str, str]) -> str:
    key = _NOT_IN_KEYS.sub("-", reference.value("citekey")).strip("-") or "untitled"
    rows = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{BIBTEX_TYPES.get(reference.value('kind'), 'misc')}{{{key},\n{rows}}}\n"
