"""Days as texts write them: in digits, in Chinese numerals, in years of the Republic, in English."""

import re
import unicodedata
from datetime import date

from library.chinese.numerals import HAN, number_of

D = rf"(?:\d|[{HAN}])"
"""A pattern for a digit of any kind."""
_DATE = re.compile(
    rf"(?:民[国國]\s?(?P<republic>{D}{{1,3}})|(?P<year>{D}\s?{D}\s?{D}\s?{D}))\s*(?:年|(?P<dash>[-./]))\s*"
    rf"(?P<month>{D}{{1,3}})\s*(?:月|(?P=dash))\s*(?:(?P<day>{D}{{1,3}})\s*[日号號]?)?"
    rf"|(?P<only>\d{{4}})\s?年(?!\s?[\d{HAN}])"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_ENGLISH = re.compile(
    rf"(?:(?P<before>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<name>{_MONTH})\s+"
    r"(?:(?P<behind>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<in>\d{4})\b",
    re.IGNORECASE,
)
_BEFORE_REPUBLIC, _REPUBLIC = 1911, 150
"""The year from which those of the Republic are counted, and the most of them that are taken for a year."""
_SHORT = re.compile(rf"(?P<year>{D}{{4}})(?:\s*年|[-./](?P<month>\d{{1,2}}))?")
"""A year or month that says nothing else: in a text it may be anything, such as a number."""
_REIGNS = (
    "民国|民國|光绪|光緒|宣统|宣統|同治|咸丰|咸豐|道光|嘉庆|嘉慶|乾隆|雍正|康熙|顺治|順治|崇祯|崇禎|万历|萬曆|嘉靖"
)
_WRITTEN = re.compile(
    rf"(?:公元)?(?:(?:{_REIGNS})\s?(?:元|{D}{{1,3}})\s?年"
    rf"(?:\s?(?:闰|閏)?(?:正|腊|臘|{D}{{1,3}})\s?月(?:\s?初?{D}{{1,3}}\s?[日号號]?)?)?"
    rf"|(?:\d{{2,4}}|[〇零○一二三四五六七八九]{{4}})\s*[年./-]\s*(?:{D}{{1,3}}\s*(?:[月./-]\s*(?:{D}{{1,3}})?\s*[日号號]?)?)?)"
)
"""A date that may lack what `iso_date` wants of it, such as the century or a year of our reckoning."""


def iso_date(written: str) -> str | None:
    """Return the day, month or year that `written` is, as 2018-12-10, 2018-12 or 2018; None if there is none such.

    Digits and signs may be of any width, numbers in Chinese, months in English, and a year may stand alone.
    """
    plain = unicodedata.normalize("NFKC", written).strip()
    short = _SHORT.fullmatch(plain)
    if short:
        return _day(short["year"], short["month"])
    found = _DATE.fullmatch(plain) or _ENGLISH.fullmatch(plain)
    return _iso(found) if found else None


def find_date(text: str) -> str | None:
    """Return the first date that stands anywhere in `text`, if it is one that exists."""
    found = _DATE.search(text)
    return _iso(found) if found else None


def date_at(text: str, position: int, *, alone: bool = False) -> tuple[str, int] | None:
    """Return the date that begins at `position`, and where it ends; a bare year only where it may be `alone`."""
    found = _DATE.match(text, position) or _ENGLISH.match(text, position)
    value = _iso(found) if found else None
    if found is None or value is None or (found.re is _DATE and found["only"] and not alone):
        return None
    return value, position + len(found.group().rstrip())


def is_date(cell: str) -> bool:
    """Say whether `cell` is a date and nothing else, of any reckoning and however little of it is given."""
    return (_WRITTEN.fullmatch(cell) or _ENGLISH.fullmatch(cell)) is not None


def without_dates(line: str) -> str:
    """Return `line` with white space for each date in it."""
    return _ENGLISH.sub(" ", _WRITTEN.sub(" ", line))


def _iso(found: re.Match[str]) -> str | None:
    """Return a date that exists, as far as it is given."""
    if found.re is _ENGLISH:
        month = str(_MONTHS.index(found["name"][:3].lower()) + 1)
        return _day(found["in"], month, found["before"] or found["behind"])
    if found["only"]:
        return found["only"]
    year = found["year"] or _year_of_the_republic(found["republic"])
    return _day(year, found["month"], found["day"])


def _year_of_the_republic(written: str) -> str:
    """Return the year that is counted from 1912, the first year of the Republic; what is none counts as year 0."""
    number = number_of(written)
    return str(_BEFORE_REPUBLIC + number) if number and number <= _REPUBLIC else "0"


def _day(*written: str | None) -> str | None:
    """Return a year, with a month, with a day, as a date that exists."""
    parts = [number_of(part) for part in written if part]
    numbers = [part for part in parts if part is not None]
    if len(numbers) < len(parts) or not 1000 <= numbers[0] <= 2999:
        return None
    try:
        day = date(*numbers, *[1] * (3 - len(numbers)))
    except ValueError:
        return None
    return day.isoformat()[: 4 + 3 * (len(numbers) - 1)]
