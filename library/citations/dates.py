"""Dates of items: their years, and how English styles write them."""

import re

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?)?")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def year_of(date: str) -> str:
    """Return the year of a date as it is kept, or all of one that tells none."""
    found = _YEAR.search(date)
    return found[0] if found else date


def is_day(date: str) -> bool:
    """Say whether a date tells more than a year."""
    return date != year_of(date)


def month_and_day(date: str) -> str:
    """Return what follows the year in English: “March 1”, “March”, or nothing."""
    found = _ISO.fullmatch(date)
    if found is None or not found["month"]:
        return ""
    month = _MONTHS[int(found["month"]) - 1]
    return f"{month} {int(found['day'])}" if found["day"] else month


def in_english(date: str) -> str:
    """Return a date as English writes it: “March 1, 2017”, “March 2017”, “2017”; one that is none as it is."""
    within, year = month_and_day(date), year_of(date)
    if not within:
        return date
    return f"{within}, {year}" if " " in within else f"{within} {year}"
