"""The notes of web pages that stand in elements for what surrounds a text."""

import re
from collections import Counter

_BOX = re.compile(r"<(aside|footer)\b([^>]{0,2000})>", re.IGNORECASE)
_ENDS = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("aside", "footer")}
_NOTE = re.compile(r"""\b(?:epub:type|role)\s*=\s*["']?[^"'>]*note""", re.IGNORECASE)
_NAME = re.compile(r"""\bid\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_JUMP = re.compile(r"""\bhref\s*=\s*["']?#([^"'\s>]+)""", re.IGNORECASE)


def with_notes(page: str) -> str:
    """Return a page in which asides and footers that hold notes are plain boxes.

    They hold notes if they say so, or if a jump from outside leads into them.
    """
    jumps = Counter(_JUMP.findall(page))
    pieces: list[str] = []
    position = 0
    while found := _BOX.search(page, position):
        end = _ENDS[found[1].lower()].search(page, found.end())
        if end is None:
            break
        pieces.append(page[position : found.start()])
        inner = page[found.end() : end.start()]
        if _NOTE.search(found[2]) or _leads_into(found[2] + ">" + inner, jumps):
            pieces.append(f"<div{found[2]}>{inner}</div>")
        else:
            pieces.append(page[found.start() : end.end()])
        position = end.end()
    return "".join(pieces) + page[position:]


def _leads_into(box: str, jumps: Counter[str]) -> bool:
    """Say whether one of all `jumps` of the page leads from outside to a place in the box."""
    own = Counter(_JUMP.findall(box))
    return any(jumps[name] > own[name] for name in _NAME.findall(box))
