"""GB/T 7714—2015: surnames in capitals, narrow punctuation, the day of access of all that is online.

The standard leaves the width of its signs open, and its own examples mix them; narrow ones with a space are what most
journals and programs print.
"""

from library.citations.gbt7714 import Edition, Gbt7714
from library.citations.gbtnames import NameRules

_EDITION = Edition(
    year=2015,
    comma=", ",
    colon=": ",
    opening="(",
    closing=")",
    names=NameRules(capitals=True, hyphens=False, pinyin_initials=True, before_suffix=", "),
    volume="Vol. {}",
    all_accessed=True,
    unpublished_proceedings=False,
)

NUMERIC = Gbt7714(_EDITION, author_date=False)
AUTHOR_DATE = Gbt7714(_EDITION, author_date=True)
