"""What entries of BibTeX take from others: `crossref` and `xdata`, as BibLaTeX has it (manual, appendix B)."""

from collections.abc import Sequence

from library.bibliography.base import Problems
from library.bibliography.bibtexentries import Entry
from library.errors import Refused

_DEEPEST = 8
"""Steps from an entry to those it takes something from, at most."""
_OWN = {"crossref", "xdata", "xref", "title", "subtitle", "shorttitle", "abstract", "keywords", "note", "file", "label"}
"""What an entry does not take from the whole that it is a part of."""
_REFERENCES = {"crossref", "xdata"}
_PARTS = {"incollection", "inbook", "bookinbook", "suppbook", "inproceedings", "conference", "inreference"}
_TITLES = {"title": "booktitle", "subtitle": "booksubtitle"}


def inherit(entries: Sequence[Entry], problems: Problems) -> None:
    """Fill the fields of each entry from those that it refers to; what is not there is told."""
    by_key = {entry.key.lower(): entry for entry in reversed(entries) if entry.key}
    written = {id(entry): dict(entry.fields) for entry in entries}
    for entry in entries:
        for reference in ("xdata", "crossref"):
            _take(entry, reference, by_key, written, problems)


def _take(
    entry: Entry,
    reference: str,
    by_key: dict[str, Entry],
    written: dict[int, dict[str, str]],
    problems: Problems,
) -> None:
    """Go from an entry to those it names, and from them on, each once."""
    wanted = _keys(entry.fields.get(reference, ""))
    seen = {id(entry)}
    for _ in range(_DEEPEST):
        following: list[str] = []
        for key in wanted:
            other = by_key.get(key.lower())
            if other is None:
                error = Refused("The entry refers to “{key}”, which is not in this file.", key=key)
                problems.say(entry.line, entry.key, error)
            elif id(other) not in seen:
                seen.add(id(other))
                _fill(entry, written[id(other)], whole=reference == "crossref")
                following += _keys(written[id(other)].get(reference, ""))
        wanted = following


def _fill(entry: Entry, fields: dict[str, str], *, whole: bool) -> None:
    for name, value in fields.items():
        if name not in (_OWN if whole else _REFERENCES):
            entry.fields.setdefault(name, value)
        elif whole and name in _TITLES and entry.type in _PARTS:
            entry.fields.setdefault(_TITLES[name], value)


def _keys(written: str) -> list[str]:
    return [key for each in written.split(",") if (key := each.strip())]
