"""In which forms passages are copied."""

from enum import Enum, auto


class Form(Enum):
    """In which form a passage is copied."""

    CLEAN = auto()
    QUOTATION = auto()
    AS_IT_STANDS = auto()
