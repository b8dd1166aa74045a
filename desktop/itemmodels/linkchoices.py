"""What a highlight is linked with, what its note refers to, and the highlights that it could be linked with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.translation import tr
from library.links import ARROW, links_in
from library.models import Color, Highlight
from library.references import ReferenceKind, references

if TYPE_CHECKING:
    from desktop.session import Session
    from library.library import Library

MOST = 30
"""More highlights to choose from than anyone reads."""
LONGEST = 120
"""Code points of a quote that a row has at most."""


@dataclass(frozen=True, slots=True)
class LinkChoice:
    """A row: what `leads` there can be followed, by `link_id` or, without one, by a reference in the note.

    The others are highlights to link with. `place` is the title of another document, `color` that of a highlight.
    """

    kind: ReferenceKind | Literal["link"]
    id: str
    words: str
    place: str = ""
    color: Color = "yellow"
    leads: bool = False
    link_id: str = ""


class LinkChoices(QObject):
    """The rows for one highlight; those of a large library are looked for a stretch at a time."""

    altered = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._highlight_id = ""
        self._linked: set[str] = set()
        self._offered: Iterator[list[str]] = iter(())
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._look_on)
        self.rows: list[LinkChoice] = []
        session.closed.connect(self.stop)

    @property
    def highlight_id(self) -> str:
        return self._highlight_id

    def stop(self) -> None:
        """Look for no more: nobody is choosing, or the library is closed."""
        self._more.stop()
        self._offered = iter(())

    def show(self, highlight_id: str, query: str) -> None:
        """Have the rows of a highlight in which all words of `query` stand: at once those that lead somewhere."""
        self.stop()
        self._highlight_id = highlight_id
        library = self._session.library
        leading = self._leading(library, highlight_id) if library is not None else []
        self.rows = [row for row in leading if _has(row, query)]
        self._linked = {row.id for row in leading if row.link_id}
        if library is not None and self._session.writable:
            self._offered = library.links.offered(highlight_id, query, MOST)
            self._look_on()
        else:
            self.altered.emit()

    def _look_on(self) -> None:
        library, found = self._session.library, next(self._offered, None)
        if library is None or found is None:
            return
        new = self._read(library, [each for each in found if each not in self._linked])
        self.rows += [LinkChoice("highlight", *row) for row in new]
        self._more.start()
        self.altered.emit()

    def _leading(self, library: Library, highlight_id: str) -> list[LinkChoice]:
        links = {
            link.other_end(highlight_id): link.id
            for link in library.links.of_highlights([highlight_id]).get(highlight_id, [])
        }
        rows = [LinkChoice("highlight", *row, leads=True, link_id=links[row[0]]) for row in self._read(library, links)]
        note = library.notes.find("highlight", highlight_id)
        for found in references(note.text) if note is not None else []:
            rows.append(LinkChoice(found.kind, found.id, found.words or ARROW, leads=True))
        for found in links_in(note.text) if note is not None else []:
            rows.append(LinkChoice("link", found.link.address, tr("Link in the note"), leads=True))
        return rows

    def _read(self, library: Library, ids: Iterable[str]) -> list[tuple[str, str, str, Color]]:
        """Return id, quote, title and colour of these highlights, in their order."""
        from library.annotation.excerpts import shown_color  # with the library, once one is open

        wanted = list(ids)
        marks = {mark.id: mark for mark in library.highlights.some([*wanted, self._highlight_id])}
        own = marks.get(self._highlight_id)
        titles = {each: library.documents.get(each).title for each in {mark.document_id for mark in marks.values()}}
        tagged = library.tags.of_highlights(wanted)
        tags = {tag.id: tag for tag in library.tags.all()}

        def row(mark: Highlight) -> tuple[str, str, str, Color]:
            near = own is not None and mark.document_id == own.document_id
            color = shown_color(mark, [tags[each.tag_id] for each in tagged.get(mark.id, [])])
            words = " ".join(mark.quote[:LONGEST].split())
            return mark.id, words, "" if near else titles[mark.document_id], color

        return [row(marks[each]) for each in wanted if each in marks]


def _has(row: LinkChoice, query: str) -> bool:
    if not query.split():
        return True
    from library.chinese.pinyin import matches  # heavy, and needed only once someone types

    return all(matches(word, row.words) is not None or word in row.place for word in query.split())
