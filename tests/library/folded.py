"""Folding and finding without any haste: a character at a time, over all of the text."""

from collections.abc import Iterator
from dataclasses import dataclass

from resources import path

UNSPACED = (range(0x2E80, 0x3130), range(0x3190, 0xA000), range(0xF900, 0xFB00), range(0x16FE0, 0x18E00),
            range(0x1AFF0, 0x1B300), range(0x20000, 0x40000))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Letter:
    """A character of a key, and the place in the text that it stands for."""

    sign: str
    start: int
    end: int


def table() -> dict[str, str]:
    """Return what each character of the shipped table becomes; "" is dropped, "\\0" a mark."""
    found: dict[str, str] = {}
    _, *lines = path("dictionaries/folding.tsv").read_text(encoding="utf-8").split("\n")[:-1]
    kinds = {"dropped": "", "unseen": "", "marks": "\0", "spaces": " "}
    for number, line in enumerate(lines):
        head, _, tail = line.partition("\t")
        if number < len(kinds):
            found |= {chr(code): kinds[head] for part in tail.split() for code in codes(part)}
        else:
            found |= dict.fromkeys(tail, head)
    return found


def codes(part: str) -> range:
    """Return the code points of `first-last` or of a single one, in hexadecimal."""
    first, _, last = part.partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)


TABLE = table()


def letters(text: str) -> list[Letter]:
    """Return the key of `text` with the places."""
    found: list[Letter] = []
    space = False
    for start, character in enumerate(text):
        for sign in TABLE.get(character, character).replace("\0", ""):
            if sign == " ":
                space = True
                continue
            if space and found and not unspaced(found[-1].sign) and not unspaced(sign):
                found.append(Letter(" ", -1, -1))
            space = False
            found.append(Letter(sign, start, end_of(text, start)))
    return found


def unspaced(sign: str) -> bool:
    return any(ord(sign) in part for part in UNSPACED)


def end_of(text: str, start: int) -> int:
    end = start + 1
    while end < len(text) and TABLE.get(text[end]) == "\0":
        end += 1
    return end


def scan(text: str, query: str) -> list[tuple[int, int]]:
    """Return the places of `query` in `text`, none of which overlap."""
    return list(_scan(letters(text), [letter.sign for letter in letters(query)]))


def _scan(found: list[Letter], key: list[str]) -> Iterator[tuple[int, int]]:
    free = 0
    for first in range(len(found) - len(key) + 1 if key else 0):
        part = found[first : first + len(key)]
        if part[0].start >= free and [letter.sign for letter in part] == key:
            yield part[0].start, part[-1].end
            free = part[-1].end
