"""In which forms passages are copied."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from desktop.settings import Settings
    from library.citations.quotemarks import MarksChoice


class Form(Enum):
    """In which form a passage is copied."""

    CLEAN = auto()
    QUOTATION = auto()
    AS_IT_STANDS = auto()
    LINK = auto()
    """Of highlights alone: where they are, not what they say."""


@dataclass(frozen=True, slots=True)
class Quoting:
    """How a quotation is written: the name of the citation style, and which quotation marks."""

    style: str
    marks: MarksChoice

    @classmethod
    def of(cls, settings: Settings) -> Quoting:
        """Return how quotations are preferred to be written."""
        return cls(settings.citation_style, cast("MarksChoice", settings.quotation_marks))
