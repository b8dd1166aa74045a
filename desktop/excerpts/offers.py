"""What can be asked for, found by a part of its name, pinyin or initials as it is typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from desktop.excerpts.conditions import Condition, ConditionKind, TagKind
from desktop.palette.entries import Entry, Kind
from desktop.palette.stock import Stock
from desktop.translation import tr
from desktop.widgets.swatch import color_name
from library.models import COLORS

if TYPE_CHECKING:
    from library.library import Library

SIGNS: dict[str, TagKind] = {"-": "no", "－": "no", "|": "any", "｜": "any", "~": "near", "～": "near"}
"""What may stand in front of what is typed to ask for a tag in another way; as typed by an input method, too."""
ORDER: tuple[Kind, ...] = ("tag", "action", "collection", "document")
DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
SPAN = re.compile(rf"({DATE.pattern})\s*(?:\.\.|—|–|至|到)\s*({DATE.pattern})")
RECENT = 8
"""Tags used last that are offered before anything is typed."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Conditions to be added together; `name` is what the value of the first one is called."""

    conditions: tuple[Condition, ...]
    name: str


class Offers(QObject):
    """Knows the names of what there is. `improved` says that more is found by pinyin than before."""

    improved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stock = Stock(self, ORDER)
        self._stock.improved.connect(self.improved)
        self._recent: list[str] = []
        self._tags: dict[str, str] = {}
        self._speakers: Sequence[str] = ()

    def read(self, library: Library) -> None:
        """Learn what there is now, the tags that are used most first."""
        counts, self._tags = library.tags.counts(), library.tags.paths()
        self._recent = [tag.id for tag in library.tags.recent(RECENT)]
        by_use = sorted(self._tags.items(), key=lambda item: (-counts.get(item[0], 0), item[1]))
        self._stock.set("tag", [_pathed("tag", *item) for item in by_use])
        collections = library.collections.tree().paths()
        self._stock.set("collection", [_pathed("collection", *item) for item in collections.items()])
        documents = library.documents.all()
        self._stock.set("document", [Entry("document", row.id, row.title, (row.title,)) for row in documents])
        self._set_plain()

    def know_speakers(self, names: Sequence[str]) -> None:
        """Learn who speaks in the library, those first who are found most often."""
        self._speakers = names
        self._set_plain()

    def find(self, typed: str) -> list[Offer]:
        """Return what is offered for what is typed, the best first; words to be found come last."""
        kind: TagKind = SIGNS.get(typed.strip()[:1], "all")
        wanted = typed.strip()[1:].strip() if kind != "all" else typed.strip()
        if not wanted:
            return self._first(kind)
        if kind != "all":
            tags = [entry for entry in self._stock.find(wanted, ()) if entry.kind == "tag"]
            return [Offer((Condition(kind, entry.id),), entry.text) for entry in tags]
        offers = [_offer(entry) for entry in self._stock.find(wanted, [f"tag:{tag_id}" for tag_id in self._recent])]
        return [*_dated(wanted), *offers, Offer((Condition("text", wanted),), wanted)]

    def shut_down(self) -> None:
        """End what runs beside the main thread."""
        self._stock.wait()

    def _set_plain(self) -> None:
        spoken = [Entry("action", f"speaker:{name}", name, (name,)) for name in self._speakers]
        self._stock.set("action", [*map(_plain, _plain_conditions()), *spoken])

    def _first(self, kind: TagKind) -> list[Offer]:
        tags = [
            Offer((Condition(kind, tag_id),), self._tags[tag_id]) for tag_id in self._recent if tag_id in self._tags
        ]
        return tags if kind != "all" else [*tags, *(_offer(_plain(one)) for one in _plain_conditions())]


def _plain_conditions() -> list[Condition]:
    """Return what can be asked for in every library."""
    flags: tuple[ConditionKind, ...] = ("untagged", "noted", "starred")
    return [*map(Condition, flags), *(Condition("color", color) for color in COLORS)]


def _plain(condition: Condition) -> Entry:
    name = {
        "untagged": tr("without any tag"), "noted": tr("with a note"), "starred": tr("with a star"),
    }.get(condition.kind) or next(color_name(color) for color in COLORS if color == condition.value)  # fmt: skip
    return Entry("action", f"{condition.kind}:{condition.value}", name, (name, condition.value or condition.kind))


def _pathed(kind: Kind, id: str, path: str) -> Entry:
    """Return the entry of a node in a tree, found by its full name and by its own."""
    return Entry(kind, id, path, tuple(dict.fromkeys((path, path.rpartition("/")[2]))))


def _offer(entry: Entry) -> Offer:
    if entry.kind == "action":
        kind, _, value = entry.id.partition(":")
        return Offer((Condition(cast("ConditionKind", kind), value),), entry.text)
    kinds: dict[Kind, ConditionKind] = {"tag": "all", "collection": "collection", "document": "document"}
    return Offer((Condition(kinds[entry.kind], entry.id),), entry.text)


def _dated(typed: str) -> list[Offer]:
    """Return what a date, whole or shortened, or two of them ask for."""
    if span := SPAN.fullmatch(typed):
        since, until = span.groups()
        return [Offer((Condition("since", since), Condition("until", until)), since)]
    if not DATE.fullmatch(typed):
        return []
    of_it = Offer((Condition("since", typed), Condition("until", typed)), typed)
    return [of_it, Offer((Condition("since", typed),), typed), Offer((Condition("until", typed),), typed)]
