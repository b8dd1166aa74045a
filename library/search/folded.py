"""Finding the places of a key in one text, window by window."""

import re
from bisect import bisect_left

from library.chinese.folding import dropped_letters, fold, forms, has_spaced_words, past_marks
from library.storage.texts import ReadingText

_STEP = 64
"""Code points looked at together for marks beyond a window."""

_FIRST = 4
"""Letters of a key that are looked for before a window is folded."""

Passage = tuple[int, int]


class FoldedSearch:
    """Searches a text, window after window, for what has a certain key.

    A window is folded only where a place may begin in it, or began before: looking for the first letters in all their
    forms takes a twentieth of the time. It is searched without any spaces, so that nothing depends on where it ends but
    whether a place begins there. Where a space could tell words apart, what is found that way is folded once more.
    """

    def __init__(self, text: ReadingText, key: str) -> None:
        self._text = text
        self._key = key
        self._letters = key.replace(" ", "")
        self._strict = has_spaced_words(self._letters)
        self._beginning = re.compile(_beginning_of(self._letters))
        self._expands = False
        self._begin = self._end = self._beyond = self._free = 0
        self._folded = fold("")
        self._rest = ""
        self._rest_starts: list[int] = []
        self._rest_ends: list[int] = []

    def window(self, start: int, end: int, *, dense: bool) -> list[Passage]:
        """Return the places that end in [start, end), or at the marks that follow; `start` is where the last ended."""
        del dense  # here it makes no difference
        window = self._text.slice(start, end)
        if not self._rest and not self._beginning.search(window):
            return []
        self._begin, self._end = start, end
        self._folded = fold(window, spaces=False)
        self._beyond = self._past_marks(max(end, self._beyond))
        self._expands = self._expands or self._folded.offsets.expands
        searched = self._rest + self._folded.text
        found, index = self._checked(searched) if self._strict or self._expands else self._certain(searched)
        if found:
            self._free = found[-1][1]
        self._keep(searched, index)
        return found

    def has_begun_before(self, end: int) -> bool:
        """Say whether a place that begins before `end` may still come from the next window."""
        return bool(self._rest) and self._rest_starts[0] < end

    def _certain(self, searched: str) -> tuple[list[Passage], int]:
        """Return the places, and where in `searched` the last one ends: wherever the letters are is a place."""
        length = len(self._letters)
        indices: list[int] = []
        index = searched.find(self._letters)
        while index >= 0:
            indices.append(index)
            index = searched.find(self._letters, index + length)
        places = zip(self._starts(indices), self._ends([index + length - 1 for index in indices]), strict=True)
        return list(places), indices[-1] + length if indices else 0

    def _checked(self, searched: str) -> tuple[list[Passage], int]:
        """Return the same, where not every place of the letters is one."""
        length = len(self._letters)
        found: list[Passage] = []
        free, after = self._free, 0
        index = searched.find(self._letters)
        while index >= 0:
            (start,), (end,) = self._starts([index]), self._ends([index + length - 1])
            is_place = start >= free and self._is_place(start, end)
            if is_place:
                found.append((start, end))
                free, after = end, index + length
            index = searched.find(self._letters, index + (length if is_place else 1))
        return found, after

    def _is_place(self, start: int, end: int) -> bool:
        if not self._strict or (not self._expands and end - start == len(self._letters) == len(self._key)):
            return True  # nothing was left out between the letters
        folded = fold(self._text.slice(start, end))
        index = folded.text.find(self._key)
        if index < 0:
            return False
        offsets = folded.offsets
        return offsets.start(index) == 0 and offsets.end(index + len(self._key) - 1) == end - start

    def _keep(self, searched: str, index: int) -> None:
        """Keep, from `index` on, the end of what was searched that may be the beginning of a place."""
        index = max(index, len(searched) - len(self._letters) + 1)
        while index < len(searched) and not (
            self._letters[len(searched) - index - 1] == searched[-1] and self._letters.startswith(searched[index:])
        ):
            index += 1
        kept = range(index, len(searched))
        self._rest_starts, self._rest_ends = self._starts(kept), self._ends(kept)
        self._rest = searched[index:]

    def _starts(self, indices: "list[int] | range") -> list[int]:
        seam = bisect_left(indices, len(self._rest))
        inside = self._folded.offsets.starts([index - len(self._rest) for index in indices[seam:]])
        return [self._rest_starts[index] for index in indices[:seam]] + [self._begin + start for start in inside]

    def _ends(self, indices: "list[int] | range") -> list[int]:
        seam = bisect_left(indices, len(self._rest))
        inside = self._folded.offsets.ends([index - len(self._rest) for index in indices[seam:]])
        ends = [self._rest_ends[index] for index in indices[:seam]] + [self._begin + end for end in inside]
        return ends if self._beyond == self._end else [self._beyond if end == self._end else end for end in ends]

    def _past_marks(self, position: int) -> int:
        """Return where the marks end that begin at code point `position`."""
        marks = _STEP
        while marks == _STEP:
            marks = past_marks(self._text.slice(position, position + _STEP), 0)
            position += marks
        return position


def _beginning_of(letters: str) -> str:
    """Return a pattern that is found wherever a place of `letters` begins, and hardly anywhere else.

    Between letters may stand what is left out, and the text may end before the last of them. A character that is
    several letters is enough.
    """
    left_out = rf"[\W_{re.escape(dropped_letters())}]"
    beginning = after = ""
    for letter in reversed(letters[:_FIRST]):
        alone, among = forms(letter)
        if after and among:
            after = f"(?:(?<=[{re.escape(among)}])|{after})"
        beginning = _one_of(alone + among) + after
        # Some symbols are letters in a key, and must not be taken for what is left out.
        after = rf"(?:(?![{re.escape(alone + among)}]){left_out})*+(?:\Z|{beginning})"
    return beginning


def _one_of(characters: str) -> str:
    """Return a pattern for `characters`: those of the supplementary planes as one range, others of which do no harm.

    Of a set, `re` compares such characters one by one, which for the mathematical alphabets takes ten times as long.
    """
    astral = sorted(character for character in characters if character > "\uffff")
    plain = re.escape("".join(character for character in characters if character <= "\uffff"))
    return f"[{plain}{astral[0]}-{astral[-1]}]" if astral else f"[{plain}]"
