"""Long passages that stand twice in one text, as when a page was scanned twice."""

import re
from collections.abc import Iterator

_LEAST = 100
"""Code points, white space not counted, of a passage before it counts as standing twice."""
_ANCHOR = 12
"""Code points of a sentence at least, from which a passage is found again."""
_SENTENCE = re.compile(r"[^。！？；!?;.]+[。！？；!?;.]*")
_LONG = re.compile(r"[^。！？；!?;.]{11,}[。！？；!?;.]*")
"""A sentence from which a passage may be found again."""
_SPACE = re.compile(r"\s+")


def repetitions(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield the passages that stand in `text` before: where first, and the span of the second time, in code points.

    White space makes no difference, so that a passage is found again where its lines break elsewhere. A passage begins
    and ends with a sentence, or a part of one at a break. Linear: each sentence is looked up once, and what is found
    goes on for as long as both go on alike.
    """
    if not _says_again(text):
        return
    starts, words = _sentences(text)
    first: dict[str, int] = {}
    at = 0
    while at < len(words):
        length = len(words[at])
        earlier = first.setdefault(words[at], at) if length >= _ANCHOR else at
        count = _alike(words, earlier, at) if earlier < at else 0
        if sum(map(len, words[at : at + count])) >= _LEAST:
            yield starts[earlier], starts[at], _end(text, starts, at + count)
            at += count
        else:
            at += 1


def _says_again(text: str) -> bool:
    """Say whether a sentence stands twice from which a passage is found: in most texts none, as is quickly seen."""
    long = _LONG.findall("".join(text.split()))
    return len(set(long)) < len(long)


def _sentences(text: str) -> tuple[list[int], list[str]]:
    """Return the sentences of `text` without their white space, and where each begins."""
    starts: list[int] = []
    words: list[str] = []
    for found in _SENTENCE.finditer(text):
        sentence = found.group()
        plain = _SPACE.sub("", sentence)
        if plain:
            starts.append(found.start() + len(sentence) - len(sentence.lstrip()))
            words.append(plain)
    return starts, words


def _alike(words: list[str], one: int, other: int) -> int:
    """Return how many sentences from `one` and from `other` on are the same, without running into each other."""
    count = 0
    while other + count < len(words) and one + count < other and words[one + count] == words[other + count]:
        count += 1
    return count


def _end(text: str, starts: list[int], index: int) -> int:
    """Return where the sentence before `index` ends, without the white space behind it."""
    end = starts[index] if index < len(starts) else len(text)
    while text[end - 1].isspace():
        end -= 1
    return end
