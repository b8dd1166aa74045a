"""The parts that an exported page of excerpts and one of an annotated text share."""

from library.exporters.composing import Passage, Section
from library.exporters.prose import prose_html
from library.exporters.visible import escaped
from library.exporters.wording import Wording
from library.links import ARROW

_ABOVE_NOTES = 3
"""The deepest level of headings that a note may stand below, and not count among."""


def section_html(section: Section) -> str:
    """Return a heading, what is known of the document below it, and the note on it."""
    level = min(section.level + 1, 6)
    known = " · ".join(f"<bdi>{escaped(value)}</bdi>" for value in section.known)
    head = f'<h{level} dir="auto">{escaped(section.title)}</h{level}>\n'
    return head + (f'<p class="known">{known}</p>\n' if known else "") + note_html(section.note)


def note_html(note: str) -> str:
    """Return a note in its own type, or nothing."""
    return f'<div class="note" dir="auto">{prose_html(note, below=_ABOVE_NOTES)}</div>\n' if note.strip() else ""


def link_html(passage: Passage, wording: Wording) -> str:
    """Return the link back to a quotation, after a space, or nothing."""
    title = escaped(wording.back)
    return f' <a class="back" href="{passage.link}" title="{title}">{ARROW}</a>' if passage.link else ""


def tags_html(passage: Passage) -> str:
    """Return the tags of a quotation by their full names."""
    return "".join(f'<span class="tag"><bdi>{escaped(path)}</bdi></span>' for path in passage.tags)
