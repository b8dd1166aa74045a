"""Passages as they are copied: clean, and in quotation marks with their citation."""

from collections.abc import Iterator

from library.chinese.cuts import joined
from library.citations import Item, Locator, RichText, Style, rich
from library.citations.quotemarks import MarksChoice, in_marks
from library.storage.texts import ReadingText

_BEFORE, _AFTER = 4000, 200
"""Code points around a passage that tell whether its first and last paragraph were cut."""
_WINDOW = 100_000


def clean_text(text: ReadingText, start: int, end: int) -> str:
    """Return the passage of `text` from code point `start` to `end` without a line break inside a sentence.

    Paragraphs that a page or column break cut are joined (`repair.joined`); nothing else is altered.
    """
    before = text.slice(max(start - _BEFORE, 0), start).rpartition("\n")[2]
    after = text.slice(end, min(end + _AFTER, text.length)).partition("\n")[0]
    return joined(_lines(text, start, end), before=before, after=after)


def _lines(text: ReadingText, start: int, end: int) -> Iterator[str]:
    """Yield the lines of a passage, read some at a time: whoever waits for the interpreter does not wait long."""
    rest = ""
    for at in range(start, end, _WINDOW):
        *lines, rest = (rest + text.slice(at, min(at + _WINDOW, end))).split("\n")
        yield from lines
    yield rest


def quotation(passage: str, item: Item, place: Locator, style: Style, marks: MarksChoice = "script") -> RichText:
    """Return `passage` in quotation marks (`quotemarks.in_marks`), with the citation of `item` that `style` has."""
    cited = style.cite(item, place)
    space = " " if cited.plain.startswith("(") else ""
    return rich(f"{in_marks(passage.strip(), marks, chinese=item.chinese)}{space}", *cited.runs)
