"""Which settings say how a text is set: one set for each kind of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import Enum
from typing import Any

from desktop.settings import Setting, Settings


class Kind(Enum):
    """The kinds of text that are set differently: in Chinese, or in letters such as Latin."""

    CHINESE = "chinese"
    LATIN = "latin"


@dataclass(frozen=True, slots=True)
class TypeSettings:
    """The settings of one kind of text. An empty family stands for that of the theme; lengths are pixels."""

    family: Setting[str]
    size: Setting[float]
    weight: Setting[int]
    line_spacing: Setting[float]
    measure: Setting[int]
    margin: Setting[int]
    justified: Setting[bool]
    indent: Setting[bool]
    paragraph_gap: Setting[int]

    def __iter__(self) -> Iterator[Setting[Any]]:
        return (getattr(self, field.name) for field in fields(self))


OF_KIND: Mapping[Kind, TypeSettings] = {
    Kind.CHINESE: TypeSettings(
        Settings.font_family, Settings.font_size, Settings.font_weight, Settings.line_spacing, Settings.measure,
        Settings.side_margin, Settings.justified, Settings.first_line_indent, Settings.paragraph_gap,
    ),
    Kind.LATIN: TypeSettings(
        Settings.latin_font_family, Settings.latin_font_size, Settings.latin_font_weight, Settings.latin_line_spacing,
        Settings.latin_measure, Settings.latin_side_margin, Settings.latin_justified,
        Settings.latin_first_line_indent, Settings.latin_paragraph_gap,
    ),
}  # fmt: skip
