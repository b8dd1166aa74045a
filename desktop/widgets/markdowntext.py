"""What keys do to Markdown as it is written: marks around words, lists that go on. Offsets are code points."""

import re

_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<sign>[-*+]|(?P<number>\d{1,9})(?P<end>[.)]))(?P<space>[ \t]+)(?P<words>.*)")


def with_mark(text: str, start: int, end: int, mark: str) -> tuple[str, int, int]:
    """Return a text in which `mark` stands around a span, or no longer where it did, and where the span is now.

    White space at the ends of the span stays outside, for a mark beside it means nothing (CommonMark 0.31, 6.2).
    """
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    size = len(mark)
    if _is_marked(text, start, end, mark):
        return text[: start - size] + text[start:end] + text[end + size :], start - size, end - size
    return text[:start] + mark + text[start:end] + mark + text[end:], start + size, end + size


def closes(text: str, at: int, mark: str) -> bool:
    """Say whether the mark behind code point `at` ends words before it that are marked on the same line."""
    line = text[text.rfind("\n", 0, at) + 1 : at].lstrip().removeprefix("* ")
    return text.startswith(mark, at) and len(mark) in _open_before(line, mark[0])


def next_item(line: str) -> str | None:
    """Return what begins the line after a list's item: "" where the item is empty and the list ends; None for no item.

    `line` is the line as far as the caret.
    """
    found = _ITEM.fullmatch(line)
    if found is None:
        return None
    if not found["words"].strip():
        return ""
    sign = found["sign"] if found["number"] is None else f"{int(found['number']) + 1}{found['end']}"
    return found["indent"] + sign + found["space"]


def _open_before(line: str, sign: str) -> set[int]:
    """Return how many signs the marks have that are not ended in a line and have words behind them."""
    found: set[int] = set()
    begun: set[int] = set()
    for run in re.finditer(f"{re.escape(sign)}+", line):
        ended, left = set[int](), len(run[0])
        for size in (2, 1):
            if size in found and left >= size:
                ended.add(size)
                left -= size
        begun = {size for size, wanted in ((2, left // 2 % 2), (1, left % 2)) if wanted}
        found = found - ended | begun
    return found - begun if line.endswith(sign) else found


def _is_marked(text: str, start: int, end: int, mark: str) -> bool:
    """Say whether exactly this mark stands around a span: ** around words is no * around them, *** is both."""
    sign = mark[0]
    before = start - len(text[:start].rstrip(sign))
    after = len(text[end:]) - len(text[end:].lstrip(sign))
    around = min(before, after)
    return around >= len(mark) and (len(mark) == 2 or around != 2)
