"""CSL-JSON, as Zotero, Better BibTeX, Mendeley and pandoc write it (schema 1.0.2)."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import TypeAlias, cast

from library.bibliography.base import Draft, Problems, Reading, Reference, TooFaulty, first_day, nothing_said
from library.bibliography.beside import MARK, left_over, take
from library.bibliography.kinds import CSL_KINDS, first_type
from library.bibliography.names import from_parts, joined, parts_of
from library.errors import Refused
from library.fields import split_names

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

_LINES = {
    "title": "title", "publisher": "publisher", "publisher-place": "place", "edition": "edition", "volume": "volume",
    "issue": "issue", "number": "number", "page": "pages", "URL": "url", "DOI": "doi", "ISBN": "isbn",
    "language": "language", "authority": "issuer", "container-title": "container",
}  # fmt: skip
_PERSONS = {"author": "author", "editor": "editor", "translator": "translator"}
_DATES = {"issued": "date", "accessed": "accessed"}
_KNOWN = {
    *_LINES, *_PERSONS, *_DATES, "type", "id", "citation-key", "abstract", "note", "keyword", "custom", "attachments",
}  # fmt: skip
_ITEM = re.compile(r"\n\s{0,4}\{")
"""Where an item begins, as a rule."""
_NOT_FAMILY = "dropping-particle", "non-dropping-particle"


class CslJson:
    """CSL-JSON: a list of items, as citation processors take them."""

    name = "csl-json"
    label = "CSL-JSON"
    suffixes = (".json", ".csljson")

    def is_recognised(self, text: str) -> bool:
        """Say whether a file with this text begins as JSON of items does."""
        return re.match(r"\s*(?:\[\s*(?:\{|\])|\{\s*\")", text) is not None

    def read(self, text: str) -> Reading:
        """Return the items in the text of a file: a list, one by itself, or those of a key `items`."""
        references: list[Reference] = []
        problems = Problems()
        with suppress(TooFaulty):
            for line, item in _items(text, problems):
                if not isinstance(item, dict):
                    problems.fault(line, "", Refused("This is no item of CSL-JSON."))
                    continue
                reference = _reference(line, item)
                if reference.says_nothing:
                    problems.fault(line, reference.value("citekey"), nothing_said())
                else:
                    references.append(reference)
        return Reading(tuple(references), problems.done())

    def render(self, references: Iterable[Reference]) -> Iterator[str]:
        """Yield a file, an item a piece."""
        sign = "[\n"
        for reference in references:
            item = _item(reference)
            beside = left_over(reference, lambda one: json.dumps([_item(one)]), self.read)
            if beside:
                item["custom"] = {MARK: [*beside]}
            yield sign + json.dumps(item, ensure_ascii=False, indent=2)
            sign = ",\n"
        yield "[]\n" if sign == "[\n" else "\n]\n"


def _items(text: str, problems: Problems) -> Iterator[tuple[int, Json]]:
    """Yield the items of a file with their lines; of one that is broken those before the fault and after it."""
    decoder = json.JSONDecoder(strict=False)
    at, line, counted = 0, 1, 0
    while at < len(text):
        start = text.find("{", at)
        if start < 0:
            return
        line, counted = line + text.count("\n", counted, start), start
        try:
            item, at = cast("tuple[Json, int]", decoder.raw_decode(text, start))
        except (ValueError, RecursionError) as error:
            known = isinstance(error, json.JSONDecodeError)
            reason, where = (error.msg, error.pos) if known else (str(error), start)
            faulty = line + text.count("\n", start, where)
            problems.fault(faulty, "", Refused("This is no JSON: {reason}.", reason=reason))
            following = _ITEM.search(text, max(where - 1, start + 1))
            if following is None:
                return
            at = following.start()
            continue
        items = item.get("items") if isinstance(item, dict) else None
        if isinstance(items, list):
            yield from ((line, each) for each in items)
        else:
            yield line, item


def _reference(line: int, item: Mapping[str, Json]) -> Reference:
    draft = Draft(line)
    type_ = _text(item.get("type"))
    draft.fill("kind", CSL_KINDS.get(type_, ""), "type")
    if type_ not in CSL_KINDS and type_ not in ("document", ""):
        draft.untaken.append(("type", type_))
    draft.fill("citekey", _text(item.get("citation-key")) or _text(item.get("id")), "id")
    for key, field in _LINES.items():
        draft.fill(field, _text(item.get(key)), key)
    for key, field in _PERSONS.items():
        draft.fill(field, joined(_names(item.get(key))), key)
    for key, field in _DATES.items():
        _fill_date(draft, key, field, item.get(key))
    draft.abstract = _text(item.get("abstract"))
    draft.notes = [note for note in [_text(item.get("note"))] if note]
    keywords = item.get("keyword")
    words = keywords if isinstance(keywords, list) else re.split(r"[,;，；]", _text(keywords))
    draft.keywords = [word for each in words if (word := _text(each).strip())]
    _fill_files(draft, item.get("attachments"))
    draft.untaken += [(key, _text(value) or json.dumps(value)) for key, value in item.items() if key not in _KNOWN]
    custom = item.get("custom")
    beside = custom.get(MARK) if isinstance(custom, dict) else None
    take(draft, (_text(each) for each in beside) if isinstance(beside, list) else ())
    return draft.done()


def _text(value: Json) -> str:
    """Return a value of an item as text; "" of what is no plain value."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return " ".join(_text(each) for each in value if isinstance(each, str))
    return "" if value is None or isinstance(value, dict) else str(value)


def _names(value: Json) -> list[str]:
    names: list[str] = []
    for each in value if isinstance(value, list) else []:
        if not isinstance(each, dict):
            names.append(_text(each))
            continue
        particle = " ".join(filter(None, (_text(each.get(key)) for key in _NOT_FAMILY)))
        person = from_parts(_text(each.get("family")), _text(each.get("given")), particle, _text(each.get("suffix")))
        names.append(person or _text(each.get("literal")))
    return names


def _fill_date(draft: Draft, key: str, field: str, value: Json) -> None:
    if not isinstance(value, dict):
        return draft.fill(field, _text(value), key)
    parts = value.get("date-parts")
    days = [_day(each) for each in parts] if isinstance(parts, list) else []
    written = next(filter(None, days), "") or next(
        (text for name in ("raw", "literal") if (text := _text(value.get(name)))), ""
    )
    draft.fill(field, written, key)
    draft.untaken += [(key, day) for day in days[1:] if day]
    return None


def _day(parts: Json) -> str:
    """Return a day given as a list of year, month and day, which may be texts."""
    numbers = [_text(part) for part in parts[:3]] if isinstance(parts, list) else []
    return first_day("-".join(number.zfill(2) for number in numbers if number not in ("", "0")))


def _fill_files(draft: Draft, value: Json) -> None:
    for each in value if isinstance(value, list) else []:
        path = _text(each.get("path")) if isinstance(each, dict) else _text(each)
        if path:
            draft.files.append(path)


def _item(reference: Reference) -> dict[str, Json]:
    values = reference.values
    item: dict[str, Json] = {"id": reference.value("citekey") or reference.value("title")}
    if "citekey" in values:
        item["citation-key"] = values["citekey"]
    item["type"] = first_type(CSL_KINDS, reference.value("kind"), "document")
    item |= {key: values[field] for key, field in _LINES.items() if field in values}
    for key, field in _PERSONS.items():
        if field in values:
            item[key] = [_name(name) for name in split_names(values[field])]
    for key, field in _DATES.items():
        if field in values:
            item[key] = {"date-parts": [[int(part) for part in values[field].split("-") if part.isdecimal()]]}
    if reference.keywords:
        item["keyword"] = ", ".join(reference.keywords)
    if reference.files:
        item["attachments"] = [{"path": path} for path in reference.files]
    return item | {key: text for key, text in (("abstract", reference.abstract), ("note", reference.note)) if text}


def _name(name: str) -> Json:
    last, first, suffix = parts_of(name)
    if not first:
        return {"literal": name}
    return {"family": last, "given": first, "suffix": suffix} if suffix else {"family": last, "given": first}
