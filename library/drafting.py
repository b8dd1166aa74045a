"""What becomes of a draft before it is a document: it is described by what it says of itself, and repaired."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from library.chinese.dates import iso_date
from library.chinese.han import HAN
from library.chinese.titles import one_line
from library.describing import cleaned
from library.elements import Element
from library.errors import InvalidValue
from library.fields import BY_NAME
from library.importers.base import ImportOptions
from library.mending import RepairChoice
from library.models import Draft, Remark
from library.telling import told_fields

if TYPE_CHECKING:
    from library.chinese.repair import Repaired, RepairPlan

_BEGINNING = 10_000
"""Code points of a text by which it is told that it is written in Chinese characters."""
_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")
_HAN = re.compile(f"[{HAN}]")
_LETTER = re.compile(r"[^\W\d_]")
_IN_HAN = {
    *("zh", "zho", "chi", "cmn", "yue", "wuu", "hak", "nan", "gan", "lzh", "ja", "jpn"),
    *("ko", "kor", "vi", "vie"),
    "mul",
    "und",
}
"""Codes of languages (ISO 639) that are, or may be, written in Chinese characters."""
_MOMENT = re.compile(r"(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})[T\s].*")


def finished(draft: Draft, options: ImportOptions, found: "RepairPlan | None" = None) -> Draft:
    """Return `draft` as it becomes a document: repaired as the options want it, named, and described.

    What can be repaired is planned unless it was `found` before.
    """
    title = one_line(draft.title) or one_line(options.name) or draft.format
    mended = draft if options.repair is None else repaired(draft, options.repair, found)
    return described(replace(mended, title=title))


def with_fields(draft: Draft, fields: Mapping[str, str]) -> Draft:
    """Return `draft` with values of fields, by their names, that were put in place of those it had.

    InvalidDate, InvalidName or InvalidValue for a value that does not fit.
    """
    kept = {name: cleaned(name, value) for name, value in fields.items()}
    in_row = {name: value for name, value in kept.items() if BY_NAME[name].kept == "row"}
    beside = {name: value for name, value in kept.items() if name not in in_row}
    values = tuple((name, value) for name, value in ({**dict(draft.fields), **beside}).items() if value)
    return replace(draft, **in_row, fields=values)


def fields_of(draft: Draft) -> dict[str, str]:
    """Return what is said of a draft, by the names of fields; what is empty is left out."""
    row = {name: str(getattr(draft, name)) for name in BY_NAME if BY_NAME[name].kept == "row"}
    return {name: value for name, value in {**row, **dict(draft.fields)}.items() if value}


def described(draft: Draft) -> Draft:
    """Return `draft` with what its text tells in the fields that its file does not fill, and all as it is kept.

    A language that its text contradicts is left out. What the file gives in a form that its field does not take (a
    date that is none) is left out, and told among the remarks.
    """
    told = {field: finding.value for field, finding in told_fields(draft.text).items()}
    beside, refused = _as_kept(draft.fields)
    date = _date(draft.date)
    if refused or (draft.date.strip() and not date):
        draft = replace(
            draft,
            remarks=(
                *draft.remarks,
                Remark("A part of what the file says of itself, such as a date that is none, was left out."),
            ),
        )
    return replace(
        draft,
        date=date or told.get("date", ""),
        language=_language(draft),
        issuer=draft.issuer or told.get("issuer", ""),
        number=draft.number or told.get("number", ""),
        fields=tuple({**{field: told[field] for field in told if BY_NAME[field].kept == "beside"}, **beside}.items()),
    )


def _as_kept(fields: Iterable[tuple[str, str]]) -> tuple[dict[str, str], bool]:
    """Return the fields that a file fills as they are kept, and whether any was left out."""
    kept: dict[str, str] = {}
    refused = False
    for field, written in fields:
        try:
            value = _date(written) if BY_NAME[field].form == "date" else cleaned(field, written)
        except (KeyError, InvalidValue):
            value = ""
        refused = refused or (bool(written.strip()) and not value)
        if value:
            kept[field] = value
    return kept, refused


def _language(draft: Draft) -> str:
    """Return the language that the file gives, or nothing where its text cannot be in it.

    Office programs write the language of the program that saved a file, whatever stands in it.
    """
    code = _CODE.fullmatch(draft.language.strip())
    if code is None or code[1].lower() in _IN_HAN:
        return draft.language
    beginning = draft.text[:_BEGINNING]
    return "" if 2 * len(_HAN.findall(beginning)) > len(_LETTER.findall(beginning)) else draft.language


def _date(written: str) -> str:
    """Return the day of a moment or a day, as it is kept; nothing for what is none."""
    moment = _MOMENT.fullmatch(written.strip())
    return iso_date(moment[1] if moment else written) or ""


def repaired(
    draft: Draft,
    choice: RepairChoice = RepairChoice(),  # noqa: B008  # frozen
    found: "RepairPlan | None" = None,
) -> Draft:
    """Return `draft` with what is wanted of the repairs made in its text, and all of them, those refused as such."""
    from library.chinese.repair import apply, plan

    whole = found or plan(draft.text)
    wanted = whole.chosen(choice)
    done = apply(draft.text, wanted.edits)
    taken = {*wanted.edits, *wanted.flags}
    mends = tuple(done.mend(repair, refused=repair not in taken) for repair in (*whole.edits, *whole.flags))
    elements = tuple(_moved(element, done) for element in draft.elements)
    return replace(draft, text=done.text, mends=mends, elements=elements)


def _moved(element: Element, done: "Repaired") -> Element:
    """Return what a file says of a passage where that passage is in the repaired text."""
    value = str(done.to_new(int(element.value))) if element.kind == "jump" else element.value
    return replace(element, start=done.to_new(element.start), end=done.to_new(element.end), value=value)
