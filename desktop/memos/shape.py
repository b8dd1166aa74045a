"""A memo as its page shows it: excerpts, and before, between and after them room for prose."""

from __future__ import annotations

from dataclasses import dataclass

from library.references import excerpt_line, parts


@dataclass(frozen=True, slots=True)
class Shape:
    """The highlights whose excerpts stand in a memo, and one stretch of prose more than these; it may be empty."""

    highlight_ids: tuple[str, ...]
    prose: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Shape:
        """Return the shape of a memo's text."""
        highlight_ids: list[str] = []
        prose = [""]
        for part in parts(text):
            if part.highlight_id is None:
                prose[-1] = part.text
            else:
                highlight_ids.append(part.highlight_id)
                prose.append("")
        return cls(tuple(highlight_ids), tuple(prose))

    @property
    def text(self) -> str:
        """The text of the memo, its parts set apart by one blank line."""
        lines: list[str] = []
        for stretch, highlight_id in zip(self.prose, (*self.highlight_ids, None), strict=True):
            if stretch.strip():
                lines.append(stretch.strip("\n"))
            if highlight_id is not None:
                lines.append(excerpt_line(highlight_id))
        return "\n\n".join(lines) + "\n" if lines else ""

    def part_of_excerpt(self, index: int) -> int:
        """Return which part of the memo's text the excerpt `index` is: empty stretches are none."""
        return index + sum(bool(stretch.strip()) for stretch in self.prose[: index + 1])

    def part_of_prose(self, index: int) -> int:
        """Return which part of the memo's text the stretch `index` is, or would be."""
        return index + sum(bool(stretch.strip()) for stretch in self.prose[:index])
