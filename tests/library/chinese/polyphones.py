"""Sentences with the readings of some of their characters, and how many of them are found."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_LABEL = re.compile(r"\{(.)([a-z]+\d)\}")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence, and the readings of its characters that are asked for by their code points."""

    text: str
    readings: dict[int, str]


def labelled() -> list[Labelled]:
    """Return the sentences of polyphones.txt."""
    lines = Path(__file__).with_name("polyphones.txt").read_text(encoding="utf-8").splitlines()
    return [_labelled(line) for line in lines if not line.startswith("#")]


def misread(read: Callable[[str], list[str]]) -> list[str]:
    """Return what `read`, which gives the reading of each code point, has wrong: each in words."""
    return [
        f"{one.text[at]} {found[at]} for {wanted}: {one.text}"
        for one in labelled()
        for found in [read(one.text)]
        for at, wanted in one.readings.items()
        if found[at] != wanted
    ]


def accuracy(read: Callable[[str], list[str]]) -> float:
    """Return the share of the labelled characters that `read` has right."""
    return 1 - len(misread(read)) / sum(len(one.readings) for one in labelled())


def plain_pypinyin(text: str) -> list[str]:
    """Return what pypinyin by itself says."""
    from pypinyin import Style, lazy_pinyin

    return lazy_pinyin(
        text, style=Style.TONE3, neutral_tone_with_five=True, v_to_u=False, errors=lambda part: list(part)
    )


def _labelled(line: str) -> Labelled:
    text, readings, end = "", dict[int, str](), 0
    for found in _LABEL.finditer(line):
        text += line[end : found.start()]
        readings[len(text)] = found[2]
        text += found[1]
        end = found.end()
    return Labelled(text + line[end:], readings)
