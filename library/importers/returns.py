"""From notes back to their marks, where a file leads only from the marks to the notes."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from library.elements import Element

_SIGN = re.compile(
    r"\s*(?:[\[(（〔【]?\s*(?:注|note\s*)?\s*(?:\d{1,4}|[①-⑳⓪㉑-㉟㊀-㊉*†‡§]{1,3}|[ivxlc]{1,6}|[一二三四五六七八九十]{1,3}|注)"
    r"(?:\s*[\])）〕】])?|\[image(?:: [^\]\n]*)?\])[.．、:：]?",
    re.IGNORECASE,
)
"""What stands for a note in a text, and before the note itself."""

_NOTE = 2000
"""Code points of a note within which its own way back is looked for."""

_NEAR = 200
"""Code points by which such a way may miss the mark it leads to."""


def is_sign(words: str) -> bool:
    """Say whether words are what stands for a note in a text."""
    return bool(_SIGN.fullmatch(words))


def with_returns(text: str, elements: Sequence[Element]) -> list[Element]:
    """Return `elements` with a jump from each note back to its first mark, where there is none.

    A mark is a jump forward whose words are a number, a sign or a picture, to what is no heading. The jump back begins
    where the note does: on its own number, or else on its first character.
    """
    jumps = [element for element in elements if element.kind == "jump"]
    starts = [jump.start for jump in jumps]
    taken = {element.start for element in elements if element.kind in {"jump", "link", "heading"}}
    added: list[Element] = []
    for jump in jumps:
        target = int(jump.value)
        if target < jump.end or target in taken or not is_sign(text[jump.start : jump.end]):
            continue
        inside = jumps[bisect_left(starts, target) : bisect_left(starts, target + _NOTE)]
        if any(int(back.value) < target and abs(int(back.value) - jump.start) <= _NEAR for back in inside):
            continue
        line_end = text.find("\n", target)
        sign = _SIGN.match(text, target, len(text) if line_end < 0 else line_end)
        added.append(Element(target, sign.end() if sign else target + 1, "jump", str(jump.start)))
        taken.add(target)
    return [*elements, *added]
