"""A hit: what was found, with what stands around it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a document with what stands around it; `start` and `end` are code points, end exclusive."""

    document_id: str
    start: int
    end: int
    before: str
    text: str
    after: str
    crosses_punctuation: bool
