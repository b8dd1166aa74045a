"""What can be done to highlights by their ids, from the text and from their cards alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.messages import Messages
from desktop.translation import plural, tr
from library.models import COLORS, Color, Style

if TYPE_CHECKING:
    from desktop.session import Session
    from library.library import Library


def pen_color(number: int) -> Color | None:
    """Return the colour of pen `number`, counted from 1; None where there is no such pen."""
    return COLORS[number - 1] if 1 <= number <= len(COLORS) else None


class Marks:
    """Verbs on highlights, handed to the library's writer; each does nothing without ids."""

    def __init__(self, session: Session, messages: Messages) -> None:
        self._session = session
        self._messages = messages

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

    def tag(self, highlight_ids: Sequence[str], paths: Sequence[str]) -> None:
        """Put tags on highlights by their full names, as one operation; those that are missing are made."""
        if not highlight_ids or not paths:
            return
        ids = list(highlight_ids)

        def verb(library: Library) -> None:
            with library.journal.operation("Tag {count} highlights", count=len(ids)):
                library.tags.apply(ids, [library.tags.add_path(path).id for path in paths])

        self._session.write(verb)

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
        if not ids:
            return

        def verb(library: Library) -> int | None:
            library.highlights.remove(*ids)
            step = library.journal.undoable()
            return step.id if step else None

        self._session.write(verb, lambda step_id: self._offer_undo(len(ids), step_id))

    def discard(self, highlight_id: str) -> None:
        """Delete, without a word, a highlight that was made only to carry a note."""
        self._session.write(lambda library: library.highlights.remove(highlight_id))

    def _offer_undo(self, count: int, step_id: int | None) -> None:
        text = plural(count, "Highlight deleted", "{count} highlights deleted")
        self._messages.notice(text, tr("Undo"), lambda: self._undo(step_id))

    def _undo(self, step_id: int | None) -> None:
        """Take back the deletion while it is still the last step: a late click must not undo something else."""
        library = self._session.library
        step = library.journal.undoable() if library else None
        if step is not None and step.id == step_id:
            self._session.undo()
        else:
            self._messages.info(tr("Something else was done since. Take it back first, with Undo."))
