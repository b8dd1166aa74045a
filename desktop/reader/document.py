"""What the reader needs to know of a text: its blocks, the paragraphs they belong to and the part each plays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.reader.markdown import Part, flat, lead, parts
from desktop.reader.roles import Role
from desktop.typesettings import Kind

if TYPE_CHECKING:
    from desktop.reader.dress import Dress
    from library.chinese.ownwords import OwnWords
    from library.storage.texts import ReadingText

MARKDOWN = "markdown"
TITLE_WITHIN = 20
"""Blocks at the head of a text among which its title is looked for."""

_HEADING = re.compile(r"\A#{1,6}[ \t]+(?=\S)")
_SAMPLES, _SAMPLE = 4, 200
_CHINESE_FROM = 0.25  # of the characters: where fewer are wide, Chinese is what is quoted
_LAST_NARROW = "\u2e80"
_LONGEST_HEADING = 200
_HEADING_LEVELS = 2  # deeper ones are subheadings


class ReaderDocument:
    """A reading text with its title and format, and its `dress` once it is known. All positions are code points."""

    def __init__(self, text: ReadingText, *, title: str, format: str, dress: Dress | None = None) -> None:
        self.text = text
        self.dress = dress
        self.own: OwnWords | None = None
        """The words that are whole to who reads."""
        self.length = text.length
        self.block_count = text.block_count
        self.starts = text.starts
        self.title = title
        self.wide_share = self._sample_wide()
        self.kind = Kind.CHINESE if self.wide_share >= _CHINESE_FROM else Kind.LATIN
        self._title_block = self._find_title(" ".join(title.split()))
        # a plain text whose title carries the marks of Markdown carries them on its other headings, too
        titled = self._title_block is not None and _HEADING.match(self.block(self._title_block)) is not None
        self.markdown = format == MARKDOWN or titled

    def block(self, index: int) -> str:
        """Return the text of block `index` without its line feed."""
        return self.text.block(index)

    def start(self, index: int) -> int:
        """Return the first code point of block `index`."""
        return self.text.block_start(index)

    def end(self, index: int) -> int:
        """Return the code point after the last of block `index`, its line feed left out."""
        return self.text.block_start(index) + self.text.block_length(index)

    def block_at(self, position: int) -> int:
        """Return the block that holds code point `position`."""
        return self.text.block_at(position)

    def begins_paragraph(self, index: int) -> bool:
        """Say whether block `index` is the first of its paragraph; so is the end of the text."""
        return index >= self.block_count or self.text.is_first(index)

    def number(self, index: int) -> int:
        """Return the number of the paragraph of block `index` among the non-blank ones."""
        return self.text.number(index)

    def role(self, index: int, block: str) -> Role:
        """Return the part that block `index`, whose text is `block`, plays on the page."""
        if not block or block.isspace():
            return Role.BLANK
        if index == self._title_block:
            return Role.TITLE
        known = self.dress.role(self.start(index), block) if self.dress is not None else None
        if known is not None:
            return known
        if not self.markdown:
            return Role.BODY
        marks = lead(block).strip()
        if marks.startswith(">"):
            return Role.QUOTE
        if not marks or len(block) > _LONGEST_HEADING:
            return Role.BODY
        return Role.HEADING if len(marks) <= _HEADING_LEVELS else Role.SUBHEADING

    def parts(self, index: int, block: str) -> list[Part]:
        """Return which characters of block `index`, whose text is `block`, are set apart or hidden, in order."""
        found = parts(block) if self.markdown else []
        known = self.dress.parts(self.start(index), block) if self.dress is not None else []
        return flat([*found, *known]) if known else found

    def paragraph(self, position: int) -> tuple[int, int]:
        """Return start and end of the paragraph that holds code point `position`."""
        return self.text.paragraph(position)

    def _sample_wide(self) -> float:
        """Return the share of wide characters in four samples; 1 where there is no text."""
        starts = range(0, max(self.length, 1), max(self.length // _SAMPLES, _SAMPLE))
        sample = "".join("".join(self.text.slice(start, start + _SAMPLE).split()) for start in starts)
        return sum(character > _LAST_NARROW for character in sample) / len(sample) if sample else 1.0

    def _find_title(self, title: str) -> int | None:
        if not title:
            return None
        for index in range(min(TITLE_WITHIN, self.block_count)):
            if " ".join(_HEADING.sub("", self.block(index), count=1).split()) == title:
                return index
        return None
