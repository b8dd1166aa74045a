"""Bibliographies: which items in which order, numbered, or told apart by letters behind their years."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from library.citations.items import Item
from library.citations.locators import Locator
from library.citations.ordering import by_language, by_letter, spelled
from library.citations.richtext import RichText, rich
from library.citations.style import UNMARKED, Mark, Style, is_numeric


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a bibliography with its entry; `label` stands before it: [1], or nothing."""

    item: Item
    mark: Mark
    label: str
    text: RichText

    @property
    def line(self) -> RichText:
        """The entry with its label."""
        return rich(f"{self.label} ", *self.text.runs) if self.label else self.text


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The entries in their order, and how each of their items is cited in the text."""

    style: Style
    entries: tuple[Entry, ...] = ()
    _marks: Mapping[str, Mark] = field(default_factory=dict[str, Mark])

    def cite(self, item: Item, locator: Locator | None = None) -> RichText:
        """Return the citation of an item as this bibliography numbers it, or tells it from others."""
        return self.style.cite(item, locator, self._marks.get(_identity(item), UNMARKED))

    def note(self, item: Item, locator: Locator | None = None) -> RichText:
        """Return what a footnote says of an item, told from others as in this bibliography."""
        return self.style.note(item, locator, self._marks.get(_identity(item), UNMARKED))


def bibliography(items: Iterable[Item], style: Style) -> Bibliography:
    """Return the bibliography of items, which are given in the order in which they are cited; each counts once.

    An item is known again by its identifier, where it has one. Letters follow the order of citation in GB/T 7714
    (9.3.1.3 of 2025), that of the titles where all stand in one alphabet (APA 7, 8.19; Chicago 18, 13.114).
    """
    cited = list({_identity(item): item for item in items}.values())
    if is_numeric(style):
        marks = {_identity(item): Mark(number=number) for number, item in enumerate(cited, 1)}
        ordered = cited
    else:
        marks = _letters(cited, style)
        key = by_language if style.order == "by language" else by_letter
        told = {_identity(item): style.called(item) for item in cited}
        ordered = sorted(
            sorted(cited, key=lambda item: (len(marks[_identity(item)].letter), marks[_identity(item)].letter)),
            key=lambda item: key(item, told[_identity(item)]),
        )
    entries = [_entry(item, marks[_identity(item)], style) for item in ordered]
    return Bibliography(style, tuple(entries), marks)


def _entry(item: Item, mark: Mark, style: Style) -> Entry:
    return Entry(item, mark, f"[{mark.number}]" if mark.number else "", style.entry(item, mark))


def _identity(item: Item) -> str:
    return item.identifier or repr(item)


def _letters(items: Sequence[Item], style: Style) -> dict[str, Mark]:
    """Return the marks by which items are told apart that would be cited in the same words."""
    alike: defaultdict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in items:
        alike[style.called(item), item.year].append(item)
    marks: dict[str, Mark] = {}
    for group in alike.values():
        by_author: defaultdict[str, list[Item]] = defaultdict(list)
        for item in group:
            by_author[style.called(item, full=True)].append(item)
        for same in by_author.values():
            ordered = sorted(same, key=lambda item: spelled(item.title)) if style.order == "by letter" else same
            for at, item in enumerate(ordered):
                letter = _letter(at) if len(same) > 1 else ""
                marks[_identity(item)] = Mark(letter=letter, full=len(by_author) > 1)
    return marks


def _letter(at: int) -> str:
    """Return a to z, then aa, ab and so on."""
    before, last = divmod(at, 26)
    return (_letter(before - 1) if before else "") + chr(ord("a") + last)
