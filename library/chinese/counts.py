"""How much there is in a text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from library.chinese.layout import Layout
from library.chinese.sentences import sentences

_HAN = re.compile("[㐀-鿿豈-﫿𠀀-𲎯]")
_LATIN = re.compile(r"[^\W\d_㐀-鿿豈-﫿𠀀-𲎯぀-ヿ가-힣]+(?:['’-][^\W\d_㐀-鿿]+)*")


@dataclass(frozen=True, slots=True)
class Counts:
    """`characters` are code points without white space, `han` those that are Han, `other_words` words of other scripts.

    What stands twice is counted once; `repeated` are the characters left out for it.
    """

    characters: int
    han: int
    other_words: int
    sentences: int
    paragraphs: int
    repeated: int


def counts(text: str, repeated: Iterable[tuple[int, int]] = ()) -> Counts:
    """Return how much there is in `text` without the spans `repeated`, which are in order and apart."""
    kept: list[str] = []
    at = left_out = 0
    for start, end in repeated:
        kept.append(text[at:start])
        left_out += _visible(text[start:end])
        at = end
    once = "".join([*kept, text[at:]])
    written = Layout(once).texts
    return Counts(
        characters=_visible(once),
        han=len(_HAN.findall(once)),
        other_words=len(_LATIN.findall(once)),
        sentences=sum(sum(1 for _ in sentences(line)) for line in written),
        paragraphs=len(written),
        repeated=left_out,
    )


def _visible(text: str) -> int:
    return sum(map(len, text.split()))
