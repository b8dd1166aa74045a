"""Sentences: where one ends, in Chinese and in the scripts that put spaces between words."""

import re
from collections.abc import Iterator

from library.chinese.han import HAN

Span = tuple[int, int]

_CLOSING = "”’」』）)》】〉]\"'*_"
_END = re.compile(rf"(?P<marks>(?:[。！？；…．｡!?]|(?<=[{HAN}”’）)])[;.]|\.)+)[{re.escape(_CLOSING)}]*")
_ALWAYS = re.compile("[。！？；．｡]")
_AFTER_HAN = re.compile(rf"[{HAN}]")
_RUN_ON = re.compile(r"\s*[\"'“‘(]*([^\W\d_])")
_BREAK = re.compile(rf"\s|\Z|[{HAN}]")
_LAST_WORD = re.compile(r"[^\W_](?:[^\W_]|[.'’](?=[^\W_]))*\Z")
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*", re.ASCII)
_TERMINAL = tuple("。！？；…．｡!?;.：:")
_PAIRED = re.compile(r"[\"*_]")
_RUNS = {'"': re.compile('"'), "*": re.compile(r"\*+"), "_": re.compile("_+")}
_REACH = 24
_ABBREVIATION = re.compile(
    "Mr|Mrs|Ms|Messrs|Mme|Mlle|Dr|Prof|Rev|Hon|St|Jr|Sr|Gen|Col|Capt|Lt|Gov|Sen|Rep|Pres|Co|Corp|Inc|Ltd"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|vs|[cC]f|viz|ca|approx|[eE]ds?|trans|[iI]bid|cit"
)
_BEFORE_NUMBER = re.compile("(?i:nos?|pp?|arts?|vols?|figs?|secs?|ch|chap|paras?)")


def sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of `text` as (start, end) in code points, closing quotes with them; together they cover it.

    A sentence ends with 。！？；… or a full stop. That of an abbreviation, an initial or a number ends none, nor does a
    mark before a small Latin letter. Line breaks end none: a sentence may go on in the next line.
    """
    start = 0
    for found in _END.finditer(text):
        end = _closed(text, start, found)
        if _is_end(text, found.start(), found["marks"], end):
            yield start, end
            start = end
    if start < len(text):
        yield start, len(text)


def sentence_at(text: str, offset: int) -> Span:
    """Return the sentence that code point `offset` of `text` belongs to, without the white space around it."""
    at = min(max(offset, 0), max(len(text) - 1, 0))
    start, end = next(((start, end) for start, end in sentences(text) if at < end), (0, 0))
    sentence = text[start:end]
    start += len(sentence) - len(sentence.lstrip())
    return start, start + len(sentence.strip())


def is_ended(text: str) -> bool:
    """Say whether `text`, which white space may follow, ends as a sentence or what introduces a list ends."""
    plain = text.rstrip()
    bare = plain.rstrip(_CLOSING)
    if bare[-1:] == "." and bare == plain:
        return not _is_abbreviated(bare, len(bare) - 1, "")
    return bare.endswith(_TERMINAL)


def _closed(text: str, start: int, found: re.Match[str]) -> int:
    """Return where the sentence ends: a straight quote or a star that is the first of a pair opens the next one."""
    end = found.end()
    while end > found.end("marks"):
        mark = _PAIRED.match(text, end - 1)
        if mark is None or len(_RUNS[mark[0]].findall(text, start, end)) % 2 == 0:
            break
        end = max(found.end("marks"), start + len(text[start:end].rstrip(mark[0])))
    return end


def _is_end(text: str, at: int, marks: str, end: int) -> bool:
    if _ALWAYS.search(marks) or _AFTER_HAN.match(text, max(at - 1, 0)):
        return True
    following = _RUN_ON.match(text, end)
    if following is not None and following[1].islower():
        return False
    return marks != "." or (_BREAK.match(text, end) is not None and not _is_abbreviated(text, at, text[end : end + 2]))


def _is_abbreviated(text: str, at: int, follows: str) -> bool:
    """Say whether the full stop at `at` belongs to the word before it."""
    found = _LAST_WORD.search(text, max(at - _REACH, 0), at)
    if found is None:
        return False
    word = found.group()
    if _BEFORE_NUMBER.fullmatch(word):
        return follows.lstrip()[:1].isdigit()
    return bool(_ABBREVIATION.fullmatch(word)) or (word != "I" and _INITIALS.fullmatch(word) is not None)
