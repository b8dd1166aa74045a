"""The reader's notes beside the text: where each stands in the window. Points and rectangles are of the viewport."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from desktop.reader.column import MARK_LEFT, NOTE_LEFT, RULE_LEFT
from desktop.reader.marginnotes import GAP, place, shares, spread
from desktop.reader.noteruns import NoteRuns
from desktop.reader.notetype import NoteRoom, NoteType
from library.references import shown_words

if TYPE_CHECKING:
    from desktop.reader.flow import Flow
    from desktop.reader.spans import Span, Spans
    from desktop.reader.typesetter import Typesetter

FOLDED, UNFOLDED = 6, 20
"""Lines that a note shows, and that it shows while its highlight is selected."""
MARK_SIZE = 7
_MARK_REACH = 7
_RUNS_KEPT = 100


@dataclass(frozen=True, slots=True)
class Standing:
    """A note in the margin. `line` is the y of the middle of the line it belongs to; a mark has no `type`."""

    id: str
    rect: QRect
    line: int
    type: NoteType | NoteRoom | None = None
    moved: bool = False
    """It had to make room for another, and stands elsewhere than beside its line."""

    @property
    def top(self) -> int:
        return min(self.rect.top(), self.line - MARK_SIZE)

    @property
    def bottom(self) -> int:
        return max(self.rect.bottom(), self.line + MARK_SIZE) + 1

    def is_at(self, point: QPoint) -> bool:
        """Say whether a click at `point` is meant for the note."""
        if self.type is None:
            return self.rect.adjusted(-_MARK_REACH, -_MARK_REACH, _MARK_REACH, _MARK_REACH).contains(point)
        return self.rect.adjusted(RULE_LEFT - NOTE_LEFT, 0, 0, 0).contains(point)


@dataclass(frozen=True, slots=True)
class _Anchor:
    """Where a note wants to stand: `top` and middle of its line, below the top of the block its run begins in."""

    id: str
    top: int
    line: int


@dataclass(frozen=True, slots=True)
class _Run:
    block: int
    notes: tuple[tuple[_Anchor, int, NoteType | NoteRoom | None], ...]


class Margin:
    """The notes of the shown text, placed where the window comes to.

    `chosen` names the note that is unfolded, `edited` the one that is being written: it has its room also while it is
    empty.
    """

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._order = NoteRuns()
        self._placed: dict[int, _Run] = {}
        self._typesetter: Typesetter | None = None
        self._room = 0
        self.chosen: str | None = None
        self.edited: str | None = None

    def __len__(self) -> int:
        return len(self._texts)

    def __contains__(self, id: object) -> bool:
        return id in self._texts

    def text(self, id: str) -> str:
        """Return the note of a highlight."""
        return self._texts[id]

    def find(self, id: str) -> str:
        """Return the note of a highlight, or "" where it has none."""
        return self._texts.get(id, "")

    def edit(self, span: Span, height: int) -> None:
        """Keep room of `height` pixels for the note of a highlight while it is written."""
        self.end_editing()
        self.edited, self._room = span.id, height
        if span.id not in self._texts:
            self._texts[span.id] = ""
            self._order.put(span.id, span.start)
        self._placed.clear()

    def give_room(self, height: int) -> bool:
        """Give the note that is written another height; say whether that is new."""
        altered, self._room = self._room != height, height
        if altered:
            self._placed.clear()
        return altered

    def end_editing(self) -> None:
        """Show the note that was written like the others; an empty one is none."""
        id, self.edited = self.edited, None
        self._placed.clear()
        if id is not None and not self._texts.get(id, "").strip():
            self.drop(id)

    def replace(self, notes: Mapping[str, str], spans: Spans) -> None:
        """Hold `notes` by highlight id, and no others."""
        self._texts = {id: text for id, text in notes.items() if text.strip() or id == self.edited}
        if self.edited is not None:
            self._texts.setdefault(self.edited, "")
        self.follow(spans)

    def follow(self, spans: Spans) -> None:
        """Let each note stand beside its highlight, as all of them are now."""
        found = ((id, spans.find(id)) for id in self._texts)
        self._order.replace((id, span.start) for id, span in found if span is not None)
        self._placed.clear()

    def put(self, id: str, text: str, span: Span | None) -> None:
        """Hold the note of a highlight, or another text for it; white space alone is no note."""
        self.drop(id)
        if text.strip() or id == self.edited:
            self._texts[id] = text
            if span is not None:
                self._order.put(id, span.start)

    def drop(self, id: str) -> None:
        """Hold no note of a highlight any more."""
        self._texts.pop(id, None)
        self._order.drop(id)
        self._placed.clear()

    def shift(self, span: Span) -> None:
        """Follow a highlight whose ends are others now."""
        if span.id in self._texts:
            self._order.put(span.id, span.start)
            self._placed.clear()

    def choose(self, id: str | None) -> bool:
        """Unfold the note of a highlight, and no other; say whether that alters what stands in the margin."""
        altered = self.chosen in self._texts or id in self._texts
        self.chosen = id
        if altered:
            self._placed.clear()
        return altered

    def at(self, flow: Flow, point: QPoint) -> list[Standing]:
        """Return the note at `point`, or all those whose marks are there."""
        return [note for note in self.standing(flow) if note.is_at(point)]

    def standing(self, flow: Flow) -> list[Standing]:
        """Return the notes in the window from the top, and the marks of those for which there is no room."""
        if not self._order:
            return []
        if not flow.column.notes:
            return self._marks(flow)
        if flow.typesetter is not self._typesetter or len(self._placed) > _RUNS_KEPT:
            self._placed.clear()
            self._typesetter = flow.typesetter
        found = (note for run in self._runs(flow) for note in _stand(flow, run))
        return [note for note in found if note.bottom > 0 and note.top < flow.height]

    def _marks(self, flow: Flow) -> list[Standing]:
        return [
            _mark(flow, anchor, y)
            for layout, y in flow.visible()
            for anchor in _anchors(flow, layout.index, self._of_blocks(flow, layout.index, layout.index))
        ]

    def _of_blocks(self, flow: Flow, first: int, last: int) -> list[tuple[int, str]]:
        document = flow.document
        end = document.start(last + 1) if last + 1 < document.block_count else document.length + 1
        return [self._order[index] for index in self._order.between(document.start(first), end)]

    def _runs(self, flow: Flow) -> Iterable[_Run]:
        """Yield the runs of the notes that belong into the window, and of one from above that may reach into it."""
        blocks = flow.visible()
        document, last = flow.document, blocks[-1][0]
        inside = self._order.between(blocks[0][0].start, last.end + 1)
        index = inside.start
        if index and _is_near(flow, document.block_at(self._order[index - 1][0])):
            index -= 1
        while index < inside.stop:
            first, after = self._order.run(index, document)
            if first not in self._placed:
                self._placed[first] = self._place(flow, first, after)
            yield self._placed[first]
            index = after

    def _place(self, flow: Flow, first: int, after: int) -> _Run:
        block = flow.document.block_at(self._order[first][0])
        anchors = list(_anchors(flow, block, [self._order[index] for index in range(first, after)]))
        low, high = anchors[0].top, anchors[-1].top + UNFOLDED * flow.style.note_pitch
        if after < len(self._order):
            high = min(high, _top_within(flow, block, self._order[after][0], high + GAP) - GAP)
        types = self._set(flow, anchors, high - low)
        heights = [type.height for type in types.values()]
        tops = place([anchors[index].top for index in types], heights, low, high) if types else []
        where = dict(zip(types, tops, strict=True))
        return _Run(
            block, tuple((anchor, where.get(index, 0), types.get(index)) for index, anchor in enumerate(anchors))
        )

    def _set(self, flow: Flow, anchors: Sequence[_Anchor], room: int) -> dict[int, NoteType | NoteRoom]:
        """Return as many notes as there is room for, set in lines and folded until they fit, by their index."""
        first = self.edited if any(anchor.id == self.edited for anchor in anchors) else self.chosen
        whole = next((index for index, anchor in enumerate(anchors) if anchor.id == first), None)
        pitch = flow.style.note_pitch
        shown = spread(len(anchors), (room + GAP) // (pitch + GAP), whole)
        types = {index: self._type(flow, anchors[index].id, UNFOLDED if index == whole else FOLDED) for index in shown}
        if shown:
            lines = [type.lines for type in types.values()]
            unfolded = shown.index(whole) if whole in types else None
            for index, share in zip(shown, shares(lines, FOLDED, room, pitch, unfolded), strict=True):
                if share < types[index].lines:
                    types[index] = self._type(flow, anchors[index].id, share)
        return types

    def _type(self, flow: Flow, id: str, most: int) -> NoteType | NoteRoom:
        if id == self.edited:
            return NoteRoom(self._room, flow.style, flow.column.notes, most)
        return NoteType(shown_words(self._texts[id]), flow.style, flow.column.notes, most)


def _stand(flow: Flow, run: _Run) -> Iterable[Standing]:
    y = flow.top_of(run.block)
    left = flow.column.left + flow.column.width + NOTE_LEFT
    for anchor, top, type in run.notes:
        if type is None:
            yield _mark(flow, anchor, y)
        else:
            rect = QRect(left, y + top, flow.column.notes, type.height)
            yield Standing(anchor.id, rect, y + anchor.line, type, top != anchor.top)


def _mark(flow: Flow, anchor: _Anchor, y: int) -> Standing:
    left = flow.column.left + flow.column.width + MARK_LEFT
    line = y + anchor.line
    return Standing(anchor.id, QRect(left, line - MARK_SIZE // 2, MARK_SIZE, MARK_SIZE), line)


def _anchors(flow: Flow, block: int, notes: Iterable[tuple[int, str]]) -> Iterable[_Anchor]:
    """Yield where notes, sorted by place, belong: below the top of `block`, which is the first one's or above it."""
    y = 0
    for position, id in notes:
        at = flow.document.block_at(position)
        while block < at:
            y += flow.layout(block).height
            block += 1
        layout = flow.layout(block)
        top = y + layout.line_tops[layout.line_of(min(position - layout.start, layout.length))]
        yield _Anchor(id, top + layout.glyph_top, top + layout.pitch // 2)


def _top_within(flow: Flow, block: int, position: int, most: int) -> int:
    """Return how far the line of `position` lies below the top of `block`, or `most` if it is further."""
    y, at = 0, flow.document.block_at(position)
    while block < at and y < most:
        y += flow.layout(block).height
        block += 1
    if block < at:
        return most
    return min(y + next(iter(_anchors(flow, at, [(position, "")]))).top, most)


def _is_near(flow: Flow, block: int) -> bool:
    """Say whether a note of `block`, which stands above the window, may reach into it."""
    reach = (UNFOLDED + 1) * flow.style.note_pitch
    layout, y = flow.visible()[0]
    index = layout.index
    while index > block and y > -reach:
        index -= 1
        y -= flow.layout(index).height
    return index == block and y + flow.layout(index).height > -reach
