"""Which document each entry of a bibliography is about: by what they have in common, how sure that is, and why."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PureWindowsPath
from typing import Literal

from library.bibliography.base import Reference
from library.chinese.folding import fold
from library.fields import split_names
from library.progress import Progress

Reason = Literal["citekey", "doi", "isbn", "url", "file", "title+", "head+", "title", "head", "title?"]
"""What an entry and a document have in common, the surest first: `title+` the title with author or year, `title` it
alone, where nothing speaks against it, `title?` it alone, where author, year or number differ; `head+` and `head` the
same as the first two where one of them has a subtitle that the other has not."""

REASONS: tuple[Reason, ...] = (
    "citekey", "doi", "isbn", "url", "file", "title+", "head+", "title", "head", "title?"
)  # fmt: skip
SURE: frozenset[Reason] = frozenset({"citekey", "doi", "isbn", "url", "file", "title+"})
MOST = 20
"""Documents that are offered for an entry at most; of more none would be chosen by looking at them."""

_SCHEME = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
_SUBTITLE = re.compile(r"\s*(?:[:：]|[—–]{2}|\s[-–—]\s)\s*")
_STEP = 200


@dataclass(frozen=True, slots=True)
class Known:
    """A document as far as matching is concerned: its fields by name, and the name of the file it came from."""

    id: str
    values: Mapping[str, str]
    file: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that an entry may be about, and why."""

    document_id: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Match:
    """An entry with the documents that it may be about, the likeliest first; `chosen` is the one that is sure."""

    reference: Reference
    candidates: tuple[Candidate, ...] = ()
    chosen: str | None = None


def match(references: Sequence[Reference], documents: Sequence[Known], progress: Progress | None = None) -> list[Match]:
    """Return the entries with their documents, in their order.

    Sure is a document that alone has most in common with an entry, if no other entry has as much in common with it.
    Each key is looked up once: the time grows with the number of entries and of documents, not with their product.
    """
    index = _Index(documents)
    progress = progress or Progress()
    found: list[list[Candidate]] = []
    for done, reference in enumerate(references):
        if not done % _STEP:
            progress.report(done, len(references))
        found.append(index.candidates(reference))
    chosen = [_sure(candidates) for candidates in found]
    best: dict[str, int] = {}
    claims: defaultdict[tuple[str, int], int] = defaultdict(int)
    for one in filter(None, chosen):
        rank = REASONS.index(one.reason)
        best[one.document_id] = min(rank, best.get(one.document_id, rank))
        claims[one.document_id, rank] += 1
    return [
        Match(reference, tuple(candidates[:MOST]), one.document_id if one and _holds(one, best, claims) else None)
        for reference, candidates, one in zip(references, found, chosen, strict=True)
    ]


def _sure(candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the first candidate if it is sure and no other is so for the same reason."""
    if not candidates or candidates[0].reason not in SURE:
        return None
    return candidates[0] if sum(each.reason == candidates[0].reason for each in candidates) == 1 else None


def _holds(one: Candidate, best: Mapping[str, int], claims: Mapping[tuple[str, int], int]) -> bool:
    rank = REASONS.index(one.reason)
    return best[one.document_id] == rank and claims[one.document_id, rank] == 1


class _Index:
    """Documents by what they can be told by."""

    def __init__(self, documents: Sequence[Known]) -> None:
        self._documents = {document.id: document for document in documents}
        self._by: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for document in documents:
            for key in dict.fromkeys(_keys(document.values, [document.file] if document.file else [])):
                self._by[key].append(document.id)

    def candidates(self, reference: Reference) -> list[Candidate]:
        """Return the documents that an entry may be about, the likeliest first."""
        found: dict[str, Reason] = {}
        for kind, key in _keys(reference.values, reference.files):
            for document_id in self._by.get((kind, key), [])[: 2 * MOST]:
                reason = self._reason(kind, reference, self._documents[document_id])
                if reason is None:
                    continue
                if document_id not in found or REASONS.index(reason) < REASONS.index(found[document_id]):
                    found[document_id] = reason
        return sorted(
            (Candidate(document_id, reason) for document_id, reason in found.items()),
            key=lambda candidate: REASONS.index(candidate.reason),
        )

    def _reason(self, kind: str, reference: Reference, document: Known) -> Reason | None:
        match kind:
            case "citekey":
                return "citekey"
            case "doi":
                return "doi"
            case "isbn":
                return "isbn"
            case "url":
                return "url"
            case "file":
                return "file"
            case "named" if _by_title(reference.values, document.values) == "title":
                return "title+"  # the name of the file tells the author, too
            case "head":
                return _by_head(reference.values, document.values)
            case _:
                return _by_title(reference.values, document.values)


def _by_title(entry: Mapping[str, str], document: Mapping[str, str]) -> Reason:
    """Say what equal titles mean, given authors, years and numbers: they may agree, differ, or not be told."""
    years = [values.get("date", "")[:4] for values in (entry, document)]
    persons = [_persons(values.get("author", "")) for values in (entry, document)]
    same = years[0] == years[1] != "" or bool(persons[0] & persons[1])
    numbers = [values.get("number") or values.get("issue", "") for values in (entry, document)]
    if all(numbers) and numbers[0] != numbers[1]:
        return "title?"
    unlike = (all(years) and years[0] != years[1]) or (all(persons) and not persons[0] & persons[1])
    return "title?" if unlike else "title+" if same else "title"


def _by_head(entry: Mapping[str, str], document: Mapping[str, str]) -> Reason | None:
    """Say what titles mean that are equal but for a subtitle: nothing where both have one, or where more differs."""
    if all(_SUBTITLE.search(values.get("title", "")) for values in (entry, document)):
        return None
    meant: dict[Reason, Reason] = {"title+": "head+", "title": "head"}
    return meant.get(_by_title(entry, document))


def _keys(values: Mapping[str, str], files: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what an entry or a document can be told by, each with the kind of it."""
    if "citekey" in values:
        yield "citekey", values["citekey"]
    if "doi" in values:
        yield "doi", values["doi"].lower().rpartition("doi.org/")[2]
    if "url" in values:
        yield "url", _SCHEME.sub("", values["url"]).partition("#")[0].rstrip("/")
    title = _folded(values.get("title", ""))
    isbn = "".join(re.findall(r"[\dXx]", values.get("isbn", ""))).upper()
    if isbn and title:
        # books and their chapters share a number, which has ten or thirteen digits for the same book
        yield "isbn", f"{isbn[-10:-1]} {title}"
    if title:
        year = values.get("date", "")[:4]
        if year:
            # of many with one title, such as newsletters, those of the year are looked at first
            yield "dated", f"{title} {year}"
        for author in split_names(values.get("author", ""))[:1]:
            yield "named", title + _folded(author)
        yield "title", title
        head = _folded(_SUBTITLE.split(values["title"])[0])
        if head:
            yield "head", head
    for file in files:
        name = PureWindowsPath(file).name.casefold()
        if name:
            yield "file", name
            stem = _folded(PureWindowsPath(name).stem)
            yield "named", stem
            yield "title", stem  # files are often called as what is in them, whatever the format


def _folded(text: str) -> str:
    return fold(text, spaces=False).text


def _persons(names: str) -> set[str]:
    """Return persons by what matters of their names: the letters, in whatever order."""
    return {"".join(sorted(_folded(name))) for name in split_names(names)}


def likeness(wanted: str, title: str) -> float:
    """Return how much two titles have in common, from 0 to 1: the share of pairs of characters that stand in both.

    The coefficient of Dice over bigrams. Both are taken as they are, folded or not.
    """
    pairs = [{text[at : at + 2] for at in range(max(len(text) - 1, 1))} for text in (wanted, title)]
    return 2 * len(pairs[0] & pairs[1]) / (len(pairs[0]) + len(pairs[1]))
