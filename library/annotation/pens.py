"""Pens: what the keys 1 to 9 mark with."""

from collections import defaultdict
from collections.abc import Sequence

from library.errors import NotFound
from library.models import COLORS, Color, Pen, PenTag, Style, Tag
from library.storage.journal import Journal
from library.storage.store import Store

NUMBERS = range(1, 10)


class Pens:
    """Verbs on pens. Those never set have the six colours by number; behind these they are empty."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def all(self) -> dict[int, Pen]:
        """Return the pens that mark with something by their numbers."""
        usual = {number: Pen(number, color) for number, color in enumerate(COLORS, 1)}
        return dict(sorted((usual | {pen.number: pen for pen in self._store.all(Pen)}).items()))

    def tags(self) -> dict[int, list[Tag]]:
        """Return by number the tags that pens put on what they mark; pens without any are left out."""
        tags = {tag.id: tag for tag in self._store.all(Tag)}
        found: defaultdict[int, list[Tag]] = defaultdict(list)
        for row in self._store.all(PenTag, "number", "position"):
            found[row.number].append(tags[row.tag_id])
        return dict(found)

    def set(self, number: int, *, color: Color | None, style: Style = "highlight", tag_ids: Sequence[str] = ()) -> None:
        """Say what a pen marks with; NotFound if there is no such number or one of the tags is gone."""
        self._require(number)
        wanted = list(dict.fromkeys(tag_ids))
        known = set(self._store.column(Tag, "id", id=wanted))
        for tag_id in wanted:
            if tag_id not in known:
                raise NotFound("There is nothing with the id {id} any more.", id=tag_id)
        with self._journal.operation("Set pen {number}", number=number):
            self._clear_tags(number, keep=wanted)
            self._store.put(Pen(number, color, style))
            self._store.put(*(PenTag(number, tag_id, place) for place, tag_id in enumerate(wanted)))

    def reset(self, number: int) -> None:
        """Let a pen mark with what it began with."""
        self._require(number)
        with self._journal.operation("Reset pen {number}", number=number):
            self._clear_tags(number)
            self._store.remove(Pen, [(str(number),)])

    def _clear_tags(self, number: int, keep: Sequence[str] = ()) -> None:
        rows = self._store.all(PenTag, number=number)
        self._store.remove(PenTag, [(str(number), row.tag_id) for row in rows if row.tag_id not in keep])

    def _require(self, number: int) -> None:
        if number not in NUMBERS:
            raise NotFound("There is no pen {number}. Pens have the numbers 1 to 9.", number=number)
