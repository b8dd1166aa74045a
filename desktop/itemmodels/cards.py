"""The highlights of the open document as a list, a row a card, read and kept up a part at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.cardorders import CardGrouping, CardSorting
from desktop.itemmodels.cardfilter import CardFilter, Facets
from desktop.itemmodels.cardorder import id_of
from desktop.itemmodels.cardrows import CardRows, Index
from desktop.itemmodels.titlekeys import TitleKeys
from desktop.slices import Slices

if TYPE_CHECKING:
    from desktop.session import Session
    from library.changes import Changes
    from library.library import Library
    from library.models import Excerpt
    from library.search.gists import Gist

PAGE = 48
"""How many cards are fetched at once: a screen and what may come next."""
READ = 500
"""How many gists are read at once: it takes some milliseconds."""
FEW = 60
"""So many altered cards at most are put in one by one; with more, all are arranged anew, a part at a time."""
KEPT = 2000
"""So many cards at most are kept as they were last fetched."""


class CardModel(CardRows):
    """Cards of one document. What they are found by is read a part at a time, the rest when one is looked at."""

    counted = Signal()
    """The number of highlights, of those shown or of notes may have changed."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._document_id: str | None = None
        self._excerpts: dict[str, Excerpt] = {}
        self._loaded = self._ordered = True
        self._altered: set[str] = set()
        self._names = TitleKeys(self)
        self._names.ready.connect(self._search_anew)
        self._slices = Slices(self)
        self._slices.finished.connect(self.counted)
        session.changed.connect(self._follow)
        session.outlines.changed.connect(self._follow_outline)
        session.speakers.changed.connect(self._follow_speakers)
        session.closed.connect(self._forget)

    # What is shown

    @property
    def document_id(self) -> str | None:
        return self._document_id

    @property
    def card_filter(self) -> CardFilter:
        return self._stock.card_filter

    @property
    def facets(self) -> Facets:
        """How many cards each value of the filters would show."""
        return self._stock.facets

    @property
    def settled(self) -> bool:
        """Whether all that is asked for is shown and counted."""
        return not self._slices.running

    @property
    def total(self) -> int:
        return len(self._stock.all)

    @property
    def shown_count(self) -> int:
        """How many cards the filter lets through, be their groups folded or not."""
        return self.facets.shown

    @property
    def filtered_ids(self) -> list[str]:
        """The highlights that the filter lets through, in text order; none while nothing is filtered."""
        return self._stock.admitted() if self.card_filter else []

    @property
    def note_count(self) -> int:
        return len(self._stock.highlight_of)

    def show_document(self, document_id: str | None) -> None:
        """Show the cards of a document, or none, without a filter."""
        self._document_id = document_id
        self._stock.filter_by(CardFilter(), by_pinyin=False)
        self._reload()

    def set_filter(self, card_filter: CardFilter) -> None:
        """Show only the cards that `card_filter` admits."""
        if card_filter == self.card_filter:
            return
        if card_filter.text:
            paths = self.order.paths.values()
            self._names.learn({*paths, *(path.rpartition("/")[2] for path in paths)})
        self._stock.filter_by(card_filter, by_pinyin=self._names.is_ready)
        self._rearrange()

    def arrange(self, sorting: CardSorting, grouping: CardGrouping) -> None:
        """Sort and group the cards."""
        if (sorting, grouping) != (self.order.sorting, self.order.grouping):
            if grouping != self.order.grouping:
                self.order.folded.clear()
            self.order.sorting, self.order.grouping = sorting, grouping
            self._rearrange()

    def fold(self, row: int, folded: bool | None = None) -> None:
        """Fold the group of a row, or unfold it; with None, whichever it is not."""
        group = self._rows[row][0]
        key, was = self.order.head(group, 0).key, self.order.is_folded(group)
        if self.order.grouping == "none" or folded == was:
            return
        self.order.folded ^= {key}
        self._rearrange()

    def fold_all(self, folded: bool) -> None:
        """Fold all groups, or unfold them."""
        self.order.folded = {self.order.head(group, 0).key for group in self._stock.counts} if folded else set()
        self._rearrange()

    def reveal(self, highlight_id: str) -> int | None:
        """Return the row of a card, unfolding its group if need be; None where it is not shown."""
        gist = self._stock.by_id.get(highlight_id)
        row = self.find_row(highlight_id)
        if row is None and gist is not None and self.order.folded:
            self.order.folded.discard(self.order.head(self.order.groups(gist)[0], 0).key)
            self._rearrange()
            row = self.find_row(highlight_id)
        return row

    def find_nearest(self, start: int, end: int) -> int | None:
        """Return the row of the first card within the code points `start` to `end`, else of the last before them.

        None where the cards do not stand as in the text, or that one is not shown.
        """
        nearest = self._stock.nearest(start, end) if self.order.follows_text else None
        return self.find_row(nearest.id) if nearest is not None else None

    def excerpt(self, row: int) -> Excerpt | None:
        """Return all that the card of a row says; None for a head, and between a removal and its Changes."""
        wanted = id_of(self._rows[row])
        if wanted is not None and wanted not in self._excerpts:
            first = max(0, row - PAGE // 4)
            self._fetch(self.ids(first, first + PAGE - 1))
        return self._excerpts.get(wanted or "")

    # Following the library

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        taking = self._session.writable and bool(flags & Qt.ItemFlag.ItemIsSelectable)
        return flags | Qt.ItemFlag.ItemIsDropEnabled if taking else flags

    def _forget(self) -> None:
        self._names.wait()
        self.show_document(None)

    def _reload(self) -> None:
        self.beginResetModel()
        self._rows = []
        self._stock.clear()
        self._excerpts.clear()
        self._altered.clear()
        self.order.headings = self.order.speeches = None
        self.endResetModel()
        self._loaded, self._ordered = self._document_id is None, True
        if self._session.library is not None:
            self._know_tags(self._session.library)
        self._slices.run(self._work())

    def _rearrange(self) -> None:
        self._ordered = False
        self._slices.run(self._work())

    def _search_anew(self) -> None:
        if self.card_filter.text:
            self._stock.filter_by(self.card_filter, by_pinyin=True)
            self._rearrange()

    def _work(self) -> Iterator[None]:
        """Do what is left of all that is to be done: given up at any point, it can be begun again."""
        library, document_id = self._session.library, self._document_id
        if library is None or document_id is None:
            return
        if self.order.speeches is None:
            self.order.speeches = self._session.speakers.find(document_id)
        while not self._loaded:
            yield from self._read_more(library, document_id)
        if self._altered:
            yield from self._read_altered(library, document_id)
        if self.order.grouping == "heading" and self.order.headings is None:
            self.order.headings = self._session.outlines.find(document_id)
        if not self._ordered:
            yield from self._stock.arrange()
            if len(self._stock.rows) > READ:
                yield  # to show so many takes its own time
            self._ordered = True
            self._put(self._stock.rows)

    def _read_more(self, library: Library, document_id: str) -> Iterator[None]:
        known = self._stock.all
        gists = library.excerpts.gists(document_id, known[-1] if known else None, READ)
        self._stock.extend(gists)
        self._loaded = len(gists) < READ
        if (self.order.sorting, self.order.grouping) == ("place", "none") and not self.card_filter:
            self._append([row for gist in gists for row in self._stock.rows_of(gist)])
        else:
            self._ordered = False
        if not self._loaded:
            yield

    def _read_altered(self, library: Library, document_id: str) -> Iterator[None]:
        altered = list(self._altered)
        found: list[Gist] = []
        for start in range(0, len(altered), READ):
            if start:
                yield
            found += library.excerpts.gists_of(altered[start : start + READ])
        yield from self._stock.replace(altered, [gist for gist in found if gist.document_id == document_id])
        self._altered.difference_update(altered)
        self._ordered = False

    def _know_tags(self, library: Library) -> None:
        from library.annotation.excerpts import DEFAULT_COLOR

        self.order.usual_color = DEFAULT_COLOR
        self._stock.know_tags(library.tags.all(), library.tags.paths())

    def _fetch(self, highlight_ids: Iterable[str]) -> None:
        missing = [highlight_id for highlight_id in highlight_ids if highlight_id not in self._excerpts]
        if missing and self._session.library is not None:
            for excerpt in self._session.library.excerpts.of_highlights(missing):
                self._excerpts[excerpt.highlight.id] = excerpt
        for highlight_id in list(self._excerpts)[: max(0, len(self._excerpts) - KEPT)]:
            del self._excerpts[highlight_id]

    def _follow(self, changes: Changes) -> None:
        library = self._session.library
        if self._document_id is None or library is None:
            return
        if changes.touches("tag"):
            self._follow_tags(library)
        if self._document_id not in changes.document_ids:
            return
        if self._document_id in changes.ids("document"):
            self._reload()  # the document came, went, or another process wrote
            return
        linked = self._linked_by(library, changes.ids("link"))
        noted = self._noted_by(library, changes.ids("note"))
        altered = changes.ids("highlight") | changes.ids("tagging") | noted | linked
        for highlight_id in altered:
            self._excerpts.pop(highlight_id, None)
        if len(altered) <= FEW and self.settled:
            self._alter(library, altered)
            self.counted.emit()
        else:
            self._altered |= altered
            self._slices.run(self._work())

    def _alter(self, library: Library, highlight_ids: frozenset[str]) -> None:
        """Let a few cards be as they are now, one by one."""
        found = {gist.id: gist for gist in library.excerpts.gists_of(highlight_ids)}
        groups: set[int] = set()
        for highlight_id in highlight_ids:
            groups |= self._groups_of(self._stock.by_id.get(highlight_id))
            old, gist = self._stock.remove(highlight_id), found.get(highlight_id)
            here = gist is not None and gist.document_id == self._document_id
            new = self._stock.insert(gist) if gist is not None and here else []
            self._exchange(old, new)
            groups |= self._groups_of(gist if here else None)
        if self.order.grouping != "none":
            self._show_heads(groups)

    def _groups_of(self, gist: Gist | None) -> set[int]:
        return set(self.order.groups(gist)) if gist is not None else set()

    def _follow_outline(self, document_id: str) -> None:
        """Show the headings that are known now."""
        if document_id != self._document_id:
            return
        self._excerpts.clear()
        self.order.headings = None
        if self.order.grouping == "heading":
            self._rearrange()
        elif self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def _follow_speakers(self, document_id: str) -> None:
        """Show who speaks, as far as that is known now."""
        if document_id == self._document_id:
            self._excerpts.clear()
            self.order.speeches = None
            self._rearrange()

    def _follow_tags(self, library: Library) -> None:
        """Take other names, colours and places of tags; the filter lets go of tags that are gone."""
        self._know_tags(library)
        self._excerpts.clear()
        kept = self.card_filter.tag_ids & self.order.paths.keys()
        self._stock.filter_by(replace(self.card_filter, tag_ids=kept), by_pinyin=self._names.is_ready)
        self._rearrange()

    def _noted_by(self, library: Library, note_ids: frozenset[str]) -> frozenset[str]:
        """Return the highlights that these notes are on, or were."""
        if not note_ids:
            return frozenset()
        before = {self._stock.highlight_of.get(note_id, "") for note_id in note_ids}
        now = {note.target_id for note in library.notes.some(note_ids) if note.target_kind == "highlight"}
        return frozenset(now | before - {""})

    def _linked_by(self, library: Library, link_ids: frozenset[str]) -> frozenset[str]:
        """Return the highlights that these links lead from and to, or on whose cards they still stand."""
        if not link_ids:
            return frozenset()
        ends = {end for link in library.links.some(link_ids) for end in (link.source_id, link.target_id)}
        known = (excerpt for excerpt in self._excerpts.values() if excerpt.links)
        gone = {excerpt.highlight.id for excerpt in known if any(link.id in link_ids for link in excerpt.links)}
        return frozenset(gone | (ends & self._stock.by_id.keys()))
