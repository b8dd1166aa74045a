"""What becomes of a draft before it is a document: it is described by what it says of itself, and repaired."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from library.chinese.metadata import iso_date
from library.describing import cleaned
from library.elements import Element
from library.errors import InvalidValue
from library.fields import BY_NAME
from library.mending import RepairChoice
from library.models import Draft
from library.telling import told_fields

if TYPE_CHECKING:
    from library.chinese.repair import Repaired

_MOMENT = re.compile(r"(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})[T\s].*")


def described(draft: Draft) -> Draft:
    """Return `draft` with what its text tells in the fields that its file does not fill, and all as it is kept.

    What the file gives in a form that its field does not take (a date that is none) is left out, and told among the
    remarks.
    """
    told = {field: finding.value for field, finding in told_fields(draft.text).items()}
    beside, refused = _as_kept(draft.fields)
    date = _date(draft.date)
    if refused or (draft.date.strip() and not date):
        draft = replace(
            draft,
            remarks=(
                *draft.remarks,
                "A part of what the file says of itself, such as a date that is none, was left out.",
            ),
        )
    return replace(
        draft,
        date=date or told.get("date", ""),
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


def _date(written: str) -> str:
    """Return the day of a moment or a day, as it is kept; nothing for what is none."""
    moment = _MOMENT.fullmatch(written.strip())
    return iso_date(moment[1] if moment else written) or ""


def repaired(draft: Draft, choice: RepairChoice = RepairChoice()) -> Draft:  # noqa: B008  # frozen
    """Return `draft` with what is wanted of the repairs made in its text, and all of them that it is to keep."""
    from library.chinese.repair import apply, plan

    wanted = plan(draft.text).chosen(choice)
    done = apply(draft.text, wanted.edits)
    mends = tuple(done.mend(repair) for repair in (*wanted.edits, *wanted.flags))
    elements = tuple(_moved(element, done) for element in draft.elements)
    return replace(draft, text=done.text, mends=mends, elements=elements)


def _moved(element: Element, done: "Repaired") -> Element:
    """Return what a file says of a passage where that passage is in the repaired text."""
    value = str(done.to_new(int(element.value))) if element.kind == "jump" else element.value
    return replace(element, start=done.to_new(element.start), end=done.to_new(element.end), value=value)
