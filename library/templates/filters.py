"""What a template can put texts through, so that each stands in its file as what it is."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import cast

from library.escaping import at_line_start, block_quote, one_line, plain_cell, tag, tex, wiki_link, yaml_string

_WIDE = (
    "\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6"
    "\U0001f300-\U0001faff\U00020000-\U0003fffd"
)
"""Characters that are two columns wide (Unicode Annex 11, roughly: whole blocks)."""
_CLOSING = "、。，．：；！？）〉》」』】〕〗”’…—～·,.:;!?)\\]}%"
_OPENING = "（〈《「『【〔〖“‘(\\[{"
_PIECE = re.compile(rf"[{_OPENING}]*(?:[{_WIDE}]|[^\s{_WIDE}{_OPENING}]+)?[{_CLOSING}]*|\s+", re.DOTALL)
_WIDE_ONE = re.compile(f"[{_WIDE}]")


def csv_cells(value: object) -> str:
    """Return a value as a cell of a CSV file, or several as its row, as spreadsheets take them for text (RFC 4180)."""
    if isinstance(value, list | tuple):
        return ",".join(map(csv_cells, cast(Sequence[object], value)))
    cell = plain_cell(str(value))
    return '"' + cell.replace('"', '""') + '"' if re.search('[",\r\n]', cell) else cell


def latex(text: str) -> str:
    """Return plain text as LaTeX source; each line of it is a paragraph, as it is in a reading text."""
    return re.sub(r"\s*\n\s*", "\n\n", tex(text))


def markdown(text: str) -> str:
    """Return plain text as Markdown on one line."""
    return at_line_start(one_line(text))


def wrap(text: str, width: int = 76) -> str:
    """Return text with lines of at most `width` columns, of which a Chinese character takes two.

    A line neither begins with a sign that closes something nor ends with one that opens something.
    """
    return "\n".join(part for line in text.split("\n") for part in _lines(line, width))


def _of_text(make: Callable[..., str]) -> Callable[..., str]:
    """Return a filter that takes numbers and the like, too, as what is shown of them."""

    def applied(value: object, *more: int, **named: int) -> str:
        return make(str(value), *more, **named)

    return applied


FILTERS: Mapping[str, Callable[..., str]] = {
    "blockquote": _of_text(block_quote),
    "csv": csv_cells,
    "hashtag": _of_text(tag),
    "latex": _of_text(latex),
    "markdown": _of_text(markdown),
    "wikilink": _of_text(wiki_link),
    "wrap": _of_text(wrap),
    "yaml": _of_text(yaml_string),
}
"""By the names under which templates call them."""


def _lines(line: str, width: int) -> list[str]:
    made, used = [""], 0
    for piece in filter(None, _PIECE.findall(line)):
        columns = len(piece) + len(_WIDE_ONE.findall(piece))
        if used and used + columns > width:
            made[-1] = made[-1].rstrip()
            made.append("")
            used = 0
            piece = piece.lstrip() if not piece.strip() else piece
            columns = columns if piece else 0
        made[-1] += piece
        used += columns
    return made
