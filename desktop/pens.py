"""The pens: what each marks with in the open library, which one was used last, and whether it marks by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.markkeys import MarkKeys
from desktop.messages import Messages
from desktop.translation import tr
from desktop.widgets.swatch import color_name
from library.models import COLORS, Color, Style, Tag

if TYPE_CHECKING:
    from desktop.session import Session
    from library.changes import Changes
    from library.library import Library

NUMBERS = range(1, 10)


@dataclass(frozen=True, slots=True)
class HeldPen:
    """A pen that marks with something; `color` None is that of the first tag. `paths` are the full names of `tags`."""

    number: int
    color: Color | None
    style: Style = "highlight"
    tags: tuple[Tag, ...] = ()
    paths: tuple[str, ...] = ()

    @property
    def shown(self) -> Color:
        """The colour in which the pen is to be seen."""
        return self.color or self.tags[0].color

    @property
    def tag_ids(self) -> tuple[str, ...]:
        return tuple(tag.id for tag in self.tags)

    @property
    def name(self) -> str:
        """What the pen marks with, in the user's language."""
        parts = [color_name(self.color) if self.color else tr("By tag")]
        if self.style == "underline":
            parts.append(tr("Underline"))
        return " · ".join((*parts, *self.paths))


class Pens(QObject):
    """The pens of the open library, read anew when they change."""

    changed = Signal()
    """Pens mark with something else than before."""
    turned = Signal()
    """Another pen is in hand, or what is selected is marked by itself from now on, or no longer."""
    dialog_wanted = Signal(int)
    """The pen with this number is to be filled."""

    def __init__(self, session: Session, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._messages = messages
        self._pens = _usual()
        self.keys = MarkKeys()
        """The keys of the pens, and of what else is done to highlights."""
        self._last: int | None = None
        self._marks_selections = False
        session.opened.connect(self._read)
        session.closed.connect(self._leave)
        session.changed.connect(self._follow)

    def all(self) -> list[HeldPen]:
        """Return the pens that mark with something, by their numbers."""
        return list(self._pens.values())

    def find(self, number: int) -> HeldPen | None:
        """Return a pen, or None where it marks with nothing."""
        return self._pens.get(number)

    def name(self, number: int) -> str:
        """Return what a pen is called in a list."""
        pen = self.find(number)
        return pen.name if pen is not None else tr("Pen {number} (empty)", number=number)

    def take(self, number: int) -> HeldPen | None:
        """Take a pen in hand and return it; one that is empty is offered to be filled."""
        pen = self.find(number)
        if pen is None:
            text = tr("Pen {number} is empty.", number=number)
            self._messages.notice(text, tr("Fill it…"), lambda: self.dialog_wanted.emit(number))
        elif number != self._last:
            self._last = number
            self.turned.emit()
        return pen

    @property
    def last(self) -> HeldPen | None:
        """The pen that was used last."""
        return self._pens.get(self._last) if self._last is not None else None

    @property
    def marks_selections(self) -> bool:
        """Whether what the mouse selects is marked at once, with the last pen."""
        return self._marks_selections

    def mark_selections(self, on: bool) -> None:
        """Have what the mouse selects marked at once, or no longer; the first pen is taken where none was used."""
        if on and self.last is None:
            self._last = next(iter(self._pens), None)
        on = on and self.last is not None
        if on != self._marks_selections:
            self._marks_selections = on
            self.turned.emit()

    # What pens mark with

    def set(self, number: int, color: Color | None, style: Style, tag_ids: Sequence[str]) -> None:
        """Say what a pen marks with."""
        ids = list(tag_ids)
        self._session.write(lambda library: library.pens.set(number, color=color, style=style, tag_ids=ids))

    def reset(self, number: int) -> None:
        """Let a pen mark with what it began with."""
        self._session.write(lambda library: library.pens.reset(number))

    def add_tags(self, number: int, paths: Sequence[str]) -> None:
        """Let a pen put on tags, by their full names, which are made where missing: an empty one marks by tag then."""
        pen, names = self.find(number) or HeldPen(number, None), list(paths)

        def verb(library: Library) -> None:
            with library.journal.operation("Set pen {number}", number=number):
                ids = [library.tags.add_path(path).id for path in names]
                library.pens.set(number, color=pen.color, style=pen.style, tag_ids=[*pen.tag_ids, *ids])

        self._session.write(verb)

    def put_tag(self, number: int, tag_id: str) -> None:
        """Let a pen put on a tag too: an empty one marks by tag then."""
        pen = self.find(number) or HeldPen(number, None)
        self.set(number, pen.color, pen.style, [*pen.tag_ids, tag_id])

    def remove_tag(self, number: int, tag_id: str) -> None:
        """Let a pen put on a tag no longer."""
        pen = self.find(number)
        if pen is not None:
            self.set(number, pen.color, pen.style, [other for other in pen.tag_ids if other != tag_id])

    def _follow(self, changes: Changes) -> None:
        if changes.touches("pen", "pen_tag", "tag"):
            self._read()

    def _leave(self) -> None:
        self._last = None
        self.mark_selections(False)
        self._read()

    def _read(self) -> None:
        library, before = self._session.library, self._pens
        self._pens = _usual() if library is None else _held(library)
        if self._pens != before:
            self.changed.emit()
        if self._marks_selections and self.last is None:
            self.mark_selections(False)


def _usual() -> dict[int, HeldPen]:
    return {number: HeldPen(number, color) for number, color in enumerate(COLORS, 1)}


def _held(library: Library) -> dict[int, HeldPen]:
    by_number = library.pens.tags()
    paths = library.tags.paths() if by_number else {}
    held: dict[int, HeldPen] = {}
    for number, pen in library.pens.all().items():
        tags = tuple(by_number.get(number, ()))
        if pen.color is not None or tags:
            held[number] = HeldPen(number, pen.color, pen.style, tags, tuple(paths[tag.id] for tag in tags))
    return held
