"""Which heading of a file is the title of its document, what day the file is from, and in which language."""

from collections.abc import Sequence
from dataclasses import replace

from library.chinese.languages import language_of, language_of_text
from library.elements import Element

_TEMPLATES = ("2013-12-23", "2000-", "1970-", "1980-", "1601-")
"""How moments begin that programs write into every file they make."""
_IN_HAN = ("chinese", "japanese")
_ASKED = 20_000
"""Code points of a text that are asked for its language: a book may begin with a page in another one."""


def with_title(text: str, elements: Sequence[Element], title: str) -> tuple[Element, ...]:
    """Return `elements` with the first heading as the title, if it is what the file calls itself and above all others.

    Nothing is changed where the file has a title already, or where it does not say what it is called.
    """
    headings = [index for index, element in enumerate(elements) if element.kind == "heading"]
    if not headings or not title.strip() or any(element.kind == "title" for element in elements):
        return tuple(elements)
    first = elements[headings[0]]
    is_above = all(int(elements[index].value) > int(first.value) for index in headings[1:])
    if not is_above or text[first.start : first.end].split() != title.split():
        return tuple(elements)
    return tuple(replace(row, kind="title", value="") if row is first else row for row in elements)


def date_of_file(made: str, text: str) -> str:
    """Return the day of the moment at which a file was `made`, or nothing where its text tells a date.

    A document is of the day that it bears; when somebody began to type it counts only where it bears none.
    """
    from library.chinese.metadata import metadata  # its rules take a while to load

    if not made[:4].isdecimal() or made.startswith(_TEMPLATES):
        return ""
    found = metadata(text)
    return "" if found.date or found.adopted else made[:10]


def language_of_file(told: str, text: str) -> str:
    """Return the language that a file says its text is in; nothing where one of them is written in Han, one is not.

    Programs write the language of their user into files, whatever stands in these.
    """
    beginning = text[:_ASKED]
    if not told or not beginning.strip():
        return told
    return told if (language_of(told, "") in _IN_HAN) == (language_of_text(beginning) in _IN_HAN) else ""
