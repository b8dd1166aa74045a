"""What stands at a place of the text, in words: the heading above it, or how its paragraph begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.reader.roles import Role

if TYPE_CHECKING:
    from desktop.reader.document import ReaderDocument

_BLOCKS, _CHARACTERS = 400, 60_000
"""How far back a heading is looked for, whichever comes first: two milliseconds at most, however long the text."""
_WORDS = 28
_HEADINGS = (Role.TITLE, Role.PART, Role.HEADING, Role.SUBHEADING)


def heading_above(document: ReaderDocument, position: int) -> str:
    """Return the nearest heading at or above code point `position` without its marks, or "" where none is near."""
    index, read = document.block_at(position), 0
    for at in range(index, max(index - _BLOCKS, -1), -1):
        block = document.block(at)
        if document.role(at, block) in _HEADINGS:
            return " ".join(block.lstrip("# \t").split())
        read += len(block)
        if read > _CHARACTERS:
            break
    return ""


def words_at(document: ReaderDocument, position: int) -> str:
    """Return the beginning of the paragraph at `position`, or of the next that is not blank, in one short line."""
    index = document.block_at(position)
    before = range(index, max(index - _BLOCKS, -1), -1)
    index = next((at for at in before if document.begins_paragraph(at)), index)
    last = min(index + _BLOCKS, document.block_count)
    blocks = (" ".join(document.block(at)[: 4 * _WORDS].split()) for at in range(index, last))
    words = next((block for block in blocks if block), "")
    return words if len(words) <= _WORDS else words[: _WORDS - 1] + "…"
