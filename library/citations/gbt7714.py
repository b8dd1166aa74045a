"""GB/T 7714, the Chinese standard of references: what its editions have in common, numbered and by author and date."""

from dataclasses import dataclass

from library.citations.dates import is_day
from library.citations.editions import edition_number
from library.citations.gbtnames import NameRules
from library.citations.gbtwords import WORDS, Words, type_of
from library.citations.items import Item, edition_of_paper
from library.citations.locators import Locator, in_chinese, in_english
from library.citations.names import Names
from library.citations.richtext import RichText, Run, Sentences, rich
from library.citations.style import UNMARKED, Mark, Order

_DATED = ("official", "archive", "interview", "report", "newsletter", "patent", "other")
"""Kinds that tell the whole date."""
_LOOSE = (*_DATED, "standard", "dataset")
"""Kinds that tell no place or publisher where none is known."""
_CALLED_WITH_NUMBER = ("report", "official", "archive", "standard", "patent")


@dataclass(frozen=True, slots=True)
class Edition:
    """What an edition of the standard prescribes: signs of punctuation, names, and when the day of access is told."""

    year: int
    comma: str
    colon: str
    opening: str
    closing: str
    names: NameRules
    volume: str
    all_accessed: bool
    """Whether of everything online the day of access is told, not only of web pages."""
    unpublished_proceedings: bool
    """Whether papers of a conference can stand without place and publisher."""
    preprints: frozenset[str] = frozenset()
    """The platforms, in small letters, whose papers are a type of their own."""


class Gbt7714:
    """An edition of the standard in one of its two systems: numbers, or author and date."""

    def __init__(self, edition: Edition, *, author_date: bool) -> None:
        self._edition = edition
        self._author_date = author_date
        self.name = f"gbt7714-{edition.year}" + ("-author-date" if author_date else "")
        self.order: Order = "by language" if author_date else "cited"

    @property
    def label(self) -> str:
        return f"GB/T 7714—{self._edition.year}"

    def entry(self, item: Item, mark: Mark = UNMARKED) -> RichText:
        """Return the entry as chapter 4 (of 2015) and chapter 8 (of 2025) set it down."""
        return self._sentences(item, mark).end()

    def note(self, item: Item, locator: Locator | None = None, mark: Mark = UNMARKED) -> RichText:
        """Return the entry, in which the cited pages stand in place of those of the whole (8.5.1.1 of 2025)."""
        return self._sentences(item, mark, locator).end()

    def called(self, item: Item, *, full: bool = False) -> str:
        """Return the first author, of Western ones the surname, and 等 or et al. for the others (9.3.1)."""
        if not self._author_date:
            return ""
        names, words = item.creators, WORDS[item.language]
        if not names:
            return words.anonymous
        first = self._edition.names.called(names.persons[0], full=full)
        return f"{first} {words.others}" if len(names.persons) > 1 or names.more else first

    def cite(self, item: Item, locator: Locator | None = None, mark: Mark = UNMARKED) -> RichText:
        """Return the number or author and year, the cited page raised behind the bracket (9.2.1.3 and 9.3.1.4).

        Of what has no pages, the standard says nothing: paragraphs and headings stand in the bracket.
        """
        place = self._place(item, locator)
        if not self._author_date and not mark.number:
            return self._whole(item, locator)
        if not self._author_date:
            gap = " " if locator and not locator.pages else ""
            return rich(Run(f"[{mark.number}]{gap}{place}", "superscript"))
        opening, comma, colon, closing = self._around(item)
        cited = f"{self.called(item, full=mark.full)}{comma}{_year(item, mark)}"
        if locator and not locator.pages:
            return rich(f"{opening}{cited}{colon}{place}{closing}")
        return rich(f"{opening}{cited}{closing}", Run(place, "superscript"))

    def _around(self, item: Item) -> tuple[str, str, str, str]:
        """Return the signs of a citation: those of the edition around Chinese, narrow ones around others."""
        edition = self._edition
        wide = (edition.opening, edition.comma, edition.colon, edition.closing)
        return wide if item.chinese else ("(", ", ", ": ", ")")

    def _whole(self, item: Item, locator: Locator | None) -> RichText:
        text = self._sentences(item, UNMARKED, locator).text
        return rich("（", *text.runs, "）") if item.chinese else rich("(", *text.runs, ")")

    def _place(self, item: Item, locator: Locator | None) -> str:
        if locator is None:
            return ""
        if item.chinese or locator.pages:
            return in_chinese(locator)
        return in_english(locator) if locator.heading else in_english(locator).replace("–", "-")

    def _sentences(self, item: Item, mark: Mark, locator: Locator | None = None) -> Sentences:
        """Return an entry without its full stop; the place in it that is cited stands where its source ends.

        Of paragraphs and headings, and of pages of what comes out on one, the standard says nothing.
        """
        made = Sentences()
        made.add(self._head(item, mark))
        *before, last = self._body(item)
        for sentence in before:
            made.add(sentence)
        place = self._place(item, locator)
        cited = place if locator and locator.pages else self._pages(item)
        words = place if locator and not locator.pages else ""
        source = self._edition.colon.join(filter(None, (last, cited)))
        made.add(self._edition.comma.join(filter(None, (source, words))) + self._accessed(item))
        made.add(item.url)
        if item.doi and item.doi.casefold() not in item.url.casefold():
            made.add(f"DOI:{item.doi}")
        return made

    def _head(self, item: Item, mark: Mark) -> str:
        names = self._names(item.creators, item)
        if not self._author_date:
            return names
        return f"{names or WORDS[item.language].anonymous}{self._edition.comma}{_year(item, mark)}"

    def _body(self, item: Item) -> list[str]:
        """Return the sentences from the title to the imprint, the last one without pages and the day of access."""
        if item.container.casefold() in self._edition.preprints:
            return [*self._titled(item, "PP"), item.edition, item.container + self._on_the_web(item)]
        if self._is_of_the_web(item):
            return [*self._titled(item), self._on_the_web(item)]
        if item.kind == "article":
            return [*self._titled(item), self._serial(item)]
        if item.kind == "newspaper":
            return [*self._titled(item), self._paper(item)]
        if item.kind == "newsletter" and item.container:
            return [*self._issued(item), self._imprint(item)]
        if item.kind in ("chapter", "conference") and item.container:
            loose = item.kind == "conference" and self._edition.unpublished_proceedings
            if loose and not (item.place or item.publisher):
                return [self._presented(item)]
            return [*self._within(item), self._imprint(item)]
        return [*self._titled(item), self._edition_of(item), self._imprint(item)]

    def _is_of_the_web(self, item: Item) -> bool:
        """Say whether of an item's coming out there is nothing to tell but when it was on the web."""
        if item.container.casefold() in self._edition.preprints or item.kind == "webpage":
            return True
        unissued = item.kind == "report" and self._edition.all_accessed and not item.publisher
        return item.online and (item.kind == "official" or unissued)

    def _pages(self, item: Item) -> str:
        """Return the pages that an item tells itself; those of a newspaper stand by its date."""
        return "" if item.kind == "newspaper" or self._is_of_the_web(item) else item.pages

    def _titled(self, item: Item, code: str = "") -> list[str]:
        """Return the title with its type, and who else had a part in it."""
        words, edition = WORDS[item.language], self._edition
        loose = item.kind == "newsletter" and not item.container
        number = item.number if loose or item.kind in _CALLED_WITH_NUMBER else ""
        volume = "" if item.is_part else self._volume(item)
        title = edition.colon.join(part for part in (item.title or words.untitled, volume, number) if part)
        made = [f"{title}[{code or type_of(item)}{'/OL' if item.online or item.kind == 'webpage' else ''}]"]
        if item.author and item.editor and not item.is_part:
            part = words.interviewed if item.kind == "interview" else words.edited
            made.append(self._with_part(item.editor, item, part))
        if item.translator:
            made.append(self._with_part(item.translator, item, words.translated))
        return made

    def _within(self, item: Item) -> list[str]:
        """Return a part of a book: its title, // and who edited the book, the book, its edition."""
        part = Sentences()
        for sentence in self._titled(item):
            part.add(sentence)
        holder = Sentences()
        holder.add(self._names(item.editor, item))
        holder.add(self._edition.colon.join(filter(None, (item.container, self._volume(item)))))
        return [f"{part.text.plain}//{holder.text.plain}", self._edition_of(item)]

    def _issued(self, item: Item) -> list[str]:
        """Return a piece in a newsletter, of which the standard says nothing, as one in a book: //its name: issue."""
        *part, last = self._titled(item)
        issue = WORDS[item.language].issue.format(item.issue) if item.issue.isdecimal() else item.issue or item.number
        return [*part, f"{last}//{self._edition.colon.join(filter(None, (item.container, issue)))}"]

    def _presented(self, item: Item) -> str:
        """Return a paper that was read at a conference and not printed: //conference, year (8.6.3 of 2025)."""
        conference, *_ = self._within(item)
        return self._edition.comma.join(filter(None, (conference, "" if self._author_date else item.year)))

    def _serial(self, item: Item) -> str:
        """Return a journal with year, volume (issue); a day alone where it came out online only."""
        edition = self._edition
        issue = f"{edition.opening}{_joint(item.issue)}{edition.closing}" if item.issue else ""
        if is_day(item.date) and not (item.volume or issue or item.pages):
            return edition.comma.join(filter(None, (item.container, item.date)))
        when = "" if self._author_date else item.year
        return edition.comma.join(filter(None, (item.container, when, item.volume))) + issue

    def _paper(self, item: Item) -> str:
        edition, page = self._edition, edition_of_paper(item)
        source = edition.comma.join(filter(None, (item.container, item.date)))
        return f"{source}{edition.opening}{page}{edition.closing}" if page else source

    def _imprint(self, item: Item) -> str:
        """Return place: publisher, date. What a printed book lacks of it is told (8.4 of 2015)."""
        edition, words = self._edition, WORDS[item.language]
        issued = self._names(item.issuer, item) if item.author else ""
        place, publisher = item.place, item.publisher or issued
        if not (item.online or item.kind in _LOOSE):
            place, publisher = place or words.no_place, publisher or words.no_publisher
        source = edition.colon.join(filter(None, (place, publisher)))
        return edition.comma.join(filter(None, (source, self._date(item))))

    def _date(self, item: Item) -> str:
        """Return the date of an imprint: the day of loose papers, else the year, unless that stands by the author."""
        if item.kind in _DATED and is_day(item.date):
            return item.date
        return "" if self._author_date else item.year

    def _on_the_web(self, item: Item) -> str:
        """Return the day that something on the web is of, in brackets."""
        told = item.date if is_day(item.date) or not self._author_date else ""
        return f"{self._edition.opening}{told}{self._edition.closing}" if told else ""

    def _accessed(self, item: Item) -> str:
        told = self._is_of_the_web(item) or (self._edition.all_accessed and item.online)
        return f"[{item.accessed}]" if told and item.accessed else ""

    def _edition_of(self, item: Item) -> str:
        return _edition(item.edition, WORDS[item.language])

    def _volume(self, item: Item) -> str:
        if not item.volume.isdecimal():
            return item.volume
        return f"第{item.volume}卷" if item.chinese else self._edition.volume.format(item.volume)

    def _names(self, names: Names, item: Item) -> str:
        return self._edition.names.listed(names, WORDS[item.language].others, self._edition.comma)

    def _with_part(self, names: Names, item: Item, part: str) -> str:
        return f"{self._names(names, item)}{self._edition.comma}{part}"


def _year(item: Item, mark: Mark) -> str:
    if item.year:
        return f"{item.year}{mark.letter}"
    return f"{WORDS[item.language].no_date}{'-' if mark.letter else ''}{mark.letter}"


def _joint(issue: str) -> str:
    """Return the number of an issue; those of a joint one stand with / between (8.5.1.2 of 2025)."""
    parts = [part.strip() for part in issue.replace("、", "-").replace("–", "-").split("-")]
    return "/".join(parts) if len(parts) > 1 and all(part.isdecimal() for part in parts) else issue


def _edition(told: str, words: Words) -> str:
    """Return an edition as the standard abbreviates it, nothing of the first one (8.3)."""
    count = edition_number(told)
    if count is None:
        return "Rev. ed." if told.casefold().rstrip(".") in ("rev", "revised", "revised edition") else told
    return "" if count == 1 else words.edition(count)
