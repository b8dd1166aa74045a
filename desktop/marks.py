"""What can be done to highlights by their ids, from the text and from their cards alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.messages import Messages
from desktop.takingback import TakingBack
from desktop.translation import plural
from library.models import Color, Highlight, Style

if TYPE_CHECKING:
    from desktop.pens import HeldPen, Pens
    from desktop.session import Session
    from library.library import Library


def add_with_pen(library: Library, document_id: str, span: tuple[int, int], pen: HeldPen) -> Highlight:
    """Mark a passage with a pen, as one operation, and return the highlight."""
    with library.journal.operation("Add highlight"):
        made = library.highlights.add(document_id, *span, color=pen.color, style=pen.style)
        if pen.tags or made.color != pen.color:
            _give(library, [made.id], pen)
    return library.highlights.get(made.id)


def _give(library: Library, highlight_ids: Sequence[str], pen: HeldPen) -> None:
    """Give highlights the colour, the style and those tags of a pen that there still are."""
    with library.journal.operation("Mark with pen {number}", number=pen.number):
        library.highlights.recolor(highlight_ids, pen.color)
        library.highlights.restyle(highlight_ids, pen.style)
        if pen.tags:
            known = library.tags.tree().nodes
            library.tags.apply(highlight_ids, [tag_id for tag_id in pen.tag_ids if tag_id in known])


class Marks:
    """Verbs on highlights, handed to the library's writer; each does nothing without ids."""

    def __init__(self, session: Session, messages: Messages, pens: Pens) -> None:
        self._session = session
        self._pens = pens
        self.keys = pens.keys
        self._taking_back = TakingBack(session, messages)

    @property
    def writable(self) -> bool:
        """Whether highlights can be changed: not in a library that is only read."""
        return self._session.writable

    def pen(self, highlight_ids: Sequence[str], number: int) -> None:
        """Take a pen, counted from 1, and have highlights marked with it."""
        pen = self._pens.take(number) if highlight_ids else None
        if pen is not None:
            self.mark_with(pen, highlight_ids)

    def mark_with(self, pen: HeldPen, highlight_ids: Sequence[str]) -> None:
        """Give highlights the colour, style and tags of a pen, as one operation."""
        ids = list(highlight_ids)
        self._session.write(lambda library: _give(library, ids, pen))

    def recolor(self, highlight_ids: Sequence[str], color: Color | None) -> None:
        """Give highlights a colour of their own, or with None that of their first tag."""
        if highlight_ids:
            ids = list(highlight_ids)
            self._session.write(lambda library: library.highlights.recolor(ids, color))

    def restyle(self, highlight_ids: Sequence[str], style: Style) -> None:
        """Paint highlights as a tint or as an underline."""
        if highlight_ids:
            ids = list(highlight_ids)
            self._session.write(lambda library: library.highlights.restyle(ids, style))

    def underline(self, highlight_ids: Sequence[str]) -> None:
        """Underline highlights, or where all of them are, tint them again."""
        ids = list(highlight_ids)

        def verb(library: Library) -> None:
            tinted = any(each.style == "highlight" for each in library.highlights.some(ids))
            library.highlights.restyle(ids, "underline" if tinted else "highlight")

        if ids:
            self._session.write(verb)

    def star(self, highlight_ids: Sequence[str]) -> None:
        """Put a star on highlights, or take it off where all of them have one."""
        ids = list(highlight_ids)

        def verb(library: Library) -> None:
            unstarred = [each.id for each in library.highlights.some(ids) if not each.starred]
            if unstarred:
                library.highlights.star(unstarred)
            else:
                library.highlights.unstar(ids)

        if ids:
            self._session.write(verb)

    def correct(self, highlight_id: str, correction: str) -> None:
        """Say how a quotation should read; nothing, or the quotation itself, takes the correction back."""
        self._session.write(lambda library: library.highlights.correct(highlight_id, correction))

    def tag(self, highlight_ids: Sequence[str], paths: Sequence[str]) -> None:
        """Put tags on highlights by their full names, as one operation; those that are missing are made."""
        if not highlight_ids or not paths:
            return
        ids = list(highlight_ids)

        def verb(library: Library) -> None:
            with library.journal.operation("Tag {count} highlights", one="Tag highlight", count=len(ids)):
                library.tags.apply(ids, [library.tags.add_path(path).id for path in paths])

        self._session.write(verb)

    def put(self, highlight_ids: Sequence[str], tag_ids: Sequence[str]) -> None:
        """Put tags that are there on highlights."""
        if highlight_ids and tag_ids:
            ids, tags = list(highlight_ids), list(tag_ids)
            self._session.write(lambda library: library.tags.apply(ids, tags))

    def untag(self, highlight_ids: Sequence[str], tag_id: str) -> None:
        """Take a tag off highlights."""
        if highlight_ids:
            ids = list(highlight_ids)
            self._session.write(lambda library: library.tags.withdraw(ids, [tag_id]))

    def write_note(self, highlight_id: str, text: str) -> None:
        """Set a highlight's note; white space alone deletes it."""
        self._session.write(lambda library: library.notes.write("highlight", highlight_id, text))

    def remove(self, highlight_ids: Sequence[str]) -> None:
        """Delete highlights at once and offer to take it back."""
        ids = list(highlight_ids)
        if ids:
            done = plural(len(ids), "Highlight deleted", "{count} highlights deleted")
            self._taking_back.write(lambda library: library.highlights.remove(*ids), done)

    def discard(self, highlight_id: str) -> None:
        """Delete, without a word, a highlight that was made only to carry a note."""
        self._session.write(lambda library: library.highlights.remove(highlight_id))
