"""What a text says of itself, as values of its document's fields, and where it says them."""

import re
from contextlib import closing
from dataclasses import replace

from library.chinese.metadata import Finding, metadata
from library.chinese.numerals import HAN, number_of
from library.citations.items import is_newsletter
from library.describing import cleaned
from library.documents import Documents

_ISSUE = re.compile(rf"([0-9]+|[{HAN}]+)\s?[期辑輯号號]")


def told_fields(text: str) -> dict[str, Finding]:
    """Return what a text says by the field it belongs to, the values as they are kept, with the spans where it stands.

    The date is that of issue, else of adoption; the number is the document's, else that of the newsletter.
    """
    found = metadata(text)
    told = {
        "title": found.title,
        "date": found.date or found.adopted,
        "issuer": found.issuer,
        "number": found.document_number or found.issue,
        "adopted": found.adopted,
        "signature": found.sign_off,
        "editornote": found.editor_note,
        "container": found.serial,
        "issue": _number(found.issue),
    }
    fields = {
        field: replace(finding, value=cleaned(field, finding.value)) for field, finding in told.items() if finding
    }
    if found.document_number:
        fields["kind"] = replace(found.document_number, value="official")
    elif found.serial and is_newsletter(found.serial.value):
        fields["kind"] = replace(found.serial, value="newsletter")
    return fields


def told_by(documents: Documents, document_id: str) -> dict[str, Finding]:
    """Return what the text of a document says of itself."""
    with closing(documents.text(document_id)) as reading:
        return told_fields(reading.text())


def _number(issue: Finding | None) -> Finding | None:
    """Return the issue of a newsletter as a number."""
    digits = _ISSUE.search(issue.value) if issue else None
    number = number_of(digits[1]) if digits else None
    return replace(issue, value=str(number)) if issue and number is not None else None
