"""The Chicago Manual of Style, 18th edition, by author and date: (Ostrom 1990, 12) in the text.

The place of publication is told of books before 1900 alone, and where no publisher is known (14.30). Titles keep the
letters that they are written with.
"""

from library.citations.dates import in_english as date_in_english
from library.citations.dates import is_day
from library.citations.english import (
    NUMBERED,
    address,
    edition,
    is_part_of_a_whole,
    is_quoted,
    listed,
    number,
    publisher,
    quoted,
    ranged,
    surname,
    tells_day,
    volume,
)
from library.citations.items import Item
from library.citations.locators import Locator, in_english
from library.citations.names import Names, Person
from library.citations.richtext import RichText, Run, Sentences, fitting, rich
from library.citations.style import UNMARKED, Mark, Order

_MOST_LISTED, _LISTED_OF_MORE = 6, 3
"""Authors of an entry that are all named; of more, so many (13.78)."""
_PLACED_BEFORE = "1900"


class ChicagoStyle:
    """Author and date as in the 18th edition, which differs little from the 17th."""

    name = "chicago"
    label = "Chicago 18"
    order: Order = "by letter"

    def entry(self, item: Item, mark: Mark = UNMARKED) -> RichText:
        """Return the entry of a reference list (chapter 14)."""
        made = Sentences()
        creators = _creators(item)
        if creators:
            made.add(creators)
            made.add(_year(item, mark))
        made.add(*_title(item))
        if not creators:
            made.add(_year(item, mark))
        for sentence in _source(item):
            made.add(*sentence)
        if tells_day(item) and is_day(item.date) and item.kind != "newspaper":
            made.add(date_in_english(item.date))
        where = address(item)
        if where and item.accessed and not item.date:
            made.add(f"Accessed {date_in_english(item.accessed)}")
        made.add(where)
        return made.end()

    def called(self, item: Item, *, full: bool = False) -> str:
        """Return the authors of a citation: one, two, or the first with et al. (13.23)."""
        names = item.creators
        if not names:
            return item.title
        first, *others = names.persons
        if len(others) > 1 or names.more:
            return f"{_called(first, full)} et al."
        return listed([_called(first, full), *map(surname, others)], "and", serial=False)

    def cite(self, item: Item, locator: Locator | None = None, mark: Mark = UNMARKED) -> RichText:
        """Return author and year, and behind a comma the place, in brackets (13.115 to 13.117)."""
        who = Run(self.called(item, full=mark.full)) if item.creators else _shown_title(item)
        place = _place(locator) if locator else ""
        return rich("(", who, f" {_year(item, mark)}{f', {place}' if place else ''})")

    def note(self, item: Item, locator: Locator | None = None, mark: Mark = UNMARKED) -> RichText:
        """Return the same as in a text: by author and date, notes do not tell the whole entry."""
        return self.cite(item, locator, mark)


def _shown_title(item: Item) -> Run:
    title = item.title or "Untitled"
    return Run(quoted(title)) if is_quoted(item) else Run(title, "italic")


def _called(person: Person, full: bool) -> str:
    if not full or person.form != "western":
        return person.in_order if full else surname(person)
    letters = person.initials(hyphens=True)
    return f"{'. '.join(letters)}. {person.surname}" if letters else person.in_order


def _place(locator: Locator) -> str:
    return f"under {in_english(locator)}" if locator.heading else in_english(locator, page_words=False)


def _year(item: Item, mark: Mark) -> str:
    if item.year:
        return f"{item.year}{mark.letter}"
    return f"n.d.{'-' if mark.letter else ''}{mark.letter}"


def _creators(item: Item) -> str:
    names = item.creators
    shown = _listed(names)
    if names and names is item.editor:
        return f"{shown}, {'eds' if len(names.persons) > 1 or names.more else 'ed'}."
    return shown


def _listed(names: Names) -> str:
    """Return names, the first of which is turned round, unless its surname stands first anyway (13.75)."""
    if not names:
        return ""
    first, *others = names.persons
    turned = _turned(first)
    persons = [turned, *(person.in_order for person in others)]
    if len(persons) > _MOST_LISTED or names.more:
        return f"{', '.join(persons[: _LISTED_OF_MORE if len(persons) > _MOST_LISTED else None])}, et al."
    return listed(persons, "and", serial="," in turned)


def _turned(person: Person) -> str:
    if person.form == "western" or (person.form == "pinyin" and not person.written):
        return ", ".join(part for part in (person.surname, person.given, person.suffix) if part)
    return person.in_order


def _title(item: Item) -> tuple[str | Run, ...]:
    title = item.title or "Untitled"
    if is_quoted(item):
        return (quoted(f"{title}{fitting(title, '.')}"),)
    return (Run(title, "italic"),)


def _source(item: Item) -> list[tuple[str | Run, ...]]:
    """Return the sentences behind the title."""
    if item.kind == "article" or (item.kind == "newsletter" and item.container):
        return [*_translated(item), _journal(item)]
    if item.kind == "newspaper":
        dated = date_in_english(item.date)
        return [
            *_translated(item),
            (Run(item.container, "italic"), f", {dated}" if dated and item.container else dated),
        ]
    if is_part_of_a_whole(item):
        return [*_translated(item), _whole(item), (_imprint(item),)]
    edited = _edited(item.editor, "Interview by" if item.kind == "interview" else "Edited by") if item.author else ()
    told = "Data set" if item.kind == "dataset" else number(item) if item.kind in NUMBERED else ""
    thesis = ", ".join(filter(None, ("Thesis" if item.kind == "thesis" else "", _imprint(item))))
    return [edited, *_translated(item), (edition(item),), (volume(item),), (told,), (item.container,), (thesis,)]


def _edited(names: Names, words: str) -> tuple[str, ...]:
    return (f"{words} {_in_order(names)}",) if names else ()


def _translated(item: Item) -> list[tuple[str | Run, ...]]:
    return [(f"Translated by {_in_order(item.translator)}",)] if item.translator else []


def _in_order(names: Names) -> str:
    return listed([person.in_order for person in names.persons], "and", serial=False)


def _journal(item: Item) -> tuple[str | Run, ...]:
    pages = ranged(item.pages)
    if item.volume:
        where = f" {item.volume}{f' ({ranged(item.issue)})' if item.issue else ''}{f': {pages}' if pages else ''}"
    else:
        where = f"{f', no. {ranged(item.issue)}' if item.issue else ''}{f', {pages}' if pages else ''}"
    return (Run(item.container, "italic"), where) if item.container else (where.lstrip(", "),)


def _whole(item: Item) -> tuple[str | Run, ...]:
    edited = f", edited by {_in_order(item.editor)}" if item.editor else ""
    volumed = f"vol. {item.volume}" if item.volume.isdecimal() else volume(item)
    where = "".join(f", {part}" for part in (volumed, ranged(item.pages)) if part)
    noted = edition(item)
    after = fitting(f"{item.container}{edited}{where}", ". ")
    return "In ", Run(item.container, "italic"), edited, where, f"{after}{noted}" if noted else ""


def _imprint(item: Item) -> str:
    """Return the publisher, with the place of old books and of what lies in archives."""
    named = publisher(item)
    if item.kind in ("archive", "interview"):
        return ", ".join(filter(None, (named, item.place)))
    old = item.year.isdecimal() and item.year < _PLACED_BEFORE
    return ": ".join(filter(None, (item.place if old or not named else "", named)))
