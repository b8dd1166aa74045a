"""APA style, 7th edition: author, date, title, source; (Ostrom, 1990, p. 12) in the text.

Titles keep the letters that they are written with: which words of a title are names cannot be told.
"""

from library.citations.dates import in_english as date_in_english
from library.citations.dates import month_and_day
from library.citations.english import (
    NUMBERED,
    address,
    edition,
    is_part_of_a_whole,
    listed,
    number,
    publisher,
    quoted,
    ranged,
    surname,
    tells_day,
    volume,
)
from library.citations.items import Item, edition_of_paper
from library.citations.locators import Locator, in_english
from library.citations.names import Names, Person
from library.citations.pinyinnames import syllables
from library.citations.richtext import RichText, Run, Sentences, fitting, rich
from library.citations.style import UNMARKED, Mark, Order

_MOST_LISTED = 20
"""Authors of an entry that are all named; of more, the first nineteen and the last (9.8)."""


class ApaStyle:
    """The 7th edition of the Publication Manual."""

    name = "apa"
    label = "APA 7"
    order: Order = "by letter"

    def entry(self, item: Item, mark: Mark = UNMARKED) -> RichText:
        """Return the entry of a reference list (chapters 9 and 10); no full stop follows a web address (9.35)."""
        made = Sentences()
        creators = _creators(item)
        if creators:
            made.add(creators)
            made.add(f"({_date(item, mark)})")
        made.add(*_title(item))
        if not creators:
            made.add(f"({_date(item, mark)})")
        made.add(*_source(item))
        where = address(item)
        if where and not item.date and item.accessed and not item.doi:
            made.add(f"Retrieved {date_in_english(item.accessed)}, from {where}")
        else:
            made.add(where)
        return made.end(at_address=bool(where))

    def called(self, item: Item, *, full: bool = False) -> str:
        """Return the authors of a citation: one, two, or the first with et al. (8.17)."""
        names = item.creators
        if not names:
            return item.title
        persons = [f"{_initials(names.persons[0])} {surname(names.persons[0])}".strip() if full else
                   surname(names.persons[0]), *map(surname, names.persons[1:])]  # fmt: skip
        if len(persons) > 2 or names.more:
            return f"{persons[0]} et al."
        return listed(persons, "&", serial=False)

    def cite(self, item: Item, locator: Locator | None = None, mark: Mark = UNMARKED) -> RichText:
        """Return author, year and place in brackets (8.10 and 8.13)."""
        place = _place(locator) if locator else ""
        dated = f"{_year(item, mark)}{f', {place}' if place else ''}"
        if item.creators:
            return rich(f"({self.called(item, full=mark.full)}, {dated})")
        if is_part_of_a_whole(item) or not item.title:
            return rich(f"({quoted((item.title or 'Untitled') + ',')} {dated})")
        return rich("(", Run(item.title, "italic"), f", {dated})")

    def note(self, item: Item, locator: Locator | None = None, mark: Mark = UNMARKED) -> RichText:
        """Return the same as in a text: the style cites by author and date wherever it does."""
        return self.cite(item, locator, mark)


def _place(locator: Locator) -> str:
    return f"{locator.heading} section" if locator.heading else in_english(locator)


def _year(item: Item, mark: Mark) -> str:
    if item.year:
        return f"{item.year}{mark.letter}"
    return f"n.d.{'-' if mark.letter else ''}{mark.letter}"


def _date(item: Item, mark: Mark) -> str:
    within = month_and_day(item.date) if tells_day(item) else ""
    return f"{_year(item, mark)}, {within}" if within else _year(item, mark)


def _creators(item: Item) -> str:
    names = item.creators
    listed_names = _listed(names)
    edited = bool(names) and names is item.editor
    return f"{listed_names} ({_editors(names)})" if edited else listed_names


def _listed(names: Names) -> str:
    shown = [_inverted(person) for person in names.persons]
    if names.more:
        return f"{', '.join(shown)}, et al."
    if len(shown) > _MOST_LISTED:
        return f"{', '.join(shown[: _MOST_LISTED - 1])}, . . . {shown[-1]}"
    return listed(shown, "&")


def _inverted(person: Person) -> str:
    if person.form in ("whole", "translated"):
        return person.written or person.family
    suffix = f", {person.suffix}" if person.suffix else ""
    return f"{person.surname}, {_initials(person) or person.given}{suffix}"


def _initials(person: Person) -> str:
    if person.form == "pinyin":
        return f"{(syllables(person.given) or (person.given,))[0][:1].upper()}."
    if person.form != "western":
        return ""
    return " ".join("-".join(f"{letter}." for letter in group.split("-")) for group in person.initials(hyphens=True))


def _in_order(names: Names) -> str:
    return listed([_spoken(person) for person in names.persons], "&", serial=False)


def _spoken(person: Person) -> str:
    return " ".join(part for part in (_initials(person), surname(person), person.suffix) if part)


def _editors(names: Names) -> str:
    return "Eds." if len(names.persons) > 1 or names.more else "Ed."


def _title(item: Item) -> tuple[str | Run, ...]:
    """Return the title with what belongs behind it in brackets."""
    part = is_part_of_a_whole(item)
    told = number(item) if item.kind in NUMBERED and not part else ""
    edited = _in_order(item.editor) if item.author and item.editor and not part else ""
    notes = (
        f"{edited}, {'Interviewer' if item.kind == 'interview' else _editors(item.editor)}" if edited else "",
        f"{_in_order(item.translator)}, Trans." if item.translator else "",
        "" if part else ", ".join(filter(None, (edition(item), volume(item)))),
        told,
    )
    within = "; ".join(filter(None, notes))
    title = Run(item.title or "[Untitled]", "" if part or not item.title else "italic")
    return title, f" ({within})" if within else "", _form(item)


def _form(item: Item) -> str:
    """Return the description in square brackets of what is not known by its source (9.21)."""
    match item.kind:
        case "thesis":
            return f" [{', '.join(filter(None, ('Thesis', _publisher(item))))}]"
        case "interview":
            return " [Interview]"
        case "archive":
            return " [Archival material]"
        case "dataset":
            return " [Data set]"
        case _:
            return ""


def _source(item: Item) -> tuple[str | Run, ...]:
    if item.kind == "article" or (item.kind == "newsletter" and item.container):
        issue = f"({item.issue})" if item.issue else ""
        space = ", " if item.volume or issue else ""
        pages = f", {ranged(item.pages)}" if item.pages else ""
        return Run(item.container, "italic"), space, Run(item.volume, "italic"), ranged(issue), pages
    if item.kind == "newspaper":
        page = edition_of_paper(item)
        return Run(item.container, "italic"), f", {ranged(page)}" if page else ""
    if is_part_of_a_whole(item):
        return _whole(item)
    if item.kind == "thesis":
        return ()
    held = (item.container, _publisher(item), item.place if item.kind in ("archive", "interview") else "")
    return (", ".join(filter(None, held)),)


def _publisher(item: Item) -> str:
    """Return the publisher, unless that is the author (9.29)."""
    named = publisher(item)
    return "" if named in [person.in_order for person in item.creators.persons] else named


def _whole(item: Item) -> tuple[str | Run, ...]:
    """Return the book that a chapter stands in, and its publisher."""
    edited = f"{_in_order(item.editor)} ({_editors(item.editor)}), " if item.editor else ""
    pages = f"{'pp.' if '-' in item.pages or ',' in item.pages else 'p.'} {ranged(item.pages)}" if item.pages else ""
    notes = ", ".join(filter(None, (edition(item), volume(item), pages)))
    published = _publisher(item)
    after = fitting(f"{item.container}{notes and ')'}", ". ")
    return (
        f"In {edited}", Run(item.container, "italic"), f" ({notes})" if notes else "",
        f"{after}{published}" if published else "",
    )  # fmt: skip
