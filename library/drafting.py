"""What becomes of a draft before it is a document: it is described by what it says of itself, and repaired."""

from dataclasses import replace
from typing import TYPE_CHECKING

from library.chinese.metadata import metadata
from library.elements import Element
from library.models import Draft

if TYPE_CHECKING:
    from library.chinese.repair import Repaired


def described(draft: Draft) -> Draft:
    """Return `draft` with the date, issuer and number that its text tells, where its file did not tell them.

    The date is that of issue, else of adoption; the number is the document's, else that of the newsletter.
    """
    found = metadata(draft.text)
    day, number = found.date or found.adopted, found.document_number or found.issue
    return replace(
        draft,
        date=draft.date or (day.value if day else ""),
        issuer=draft.issuer or (found.issuer.value if found.issuer else ""),
        number=draft.number or (number.value if number else ""),
    )


def repaired(draft: Draft) -> Draft:
    """Return `draft` with all repairs made in its text that change it, and their number."""
    from library.chinese.repair import apply, plan

    edits = plan(draft.text).edits
    done = apply(draft.text, edits)
    elements = tuple(_moved(element, done) for element in draft.elements)
    return replace(draft, text=done.text, repairs=len(edits), elements=elements)


def _moved(element: Element, done: "Repaired") -> Element:
    """Return what a file says of a passage where that passage is in the repaired text."""
    value = str(done.to_new(int(element.value))) if element.kind == "jump" else element.value
    return replace(element, start=done.to_new(element.start), end=done.to_new(element.end), value=value)
