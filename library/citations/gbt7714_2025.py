"""GB/T 7714—2025, in force since 2026-07-01: names in ordinary letters, wide punctuation, preprints.

In all languages ，：（） are wide; full stop, slash and square brackets are narrow, as the standard prints them.
The day of access is told of web pages and preprints alone.
"""

from library.citations.gbt7714 import Edition, Gbt7714
from library.citations.gbtnames import NameRules

_PREPRINTS = frozenset({
    "arxiv", "biorxiv", "medrxiv", "chemrxiv", "psyarxiv", "socarxiv", "edarxiv", "ssrn", "osf preprints",
    "preprints.org", "research square", "chinaxiv", "pssxiv", "biochinaxiv",
    "哲学社会科学预印本平台", "中国科学院科技论文预发布平台",
})  # fmt: skip

_EDITION = Edition(
    year=2025,
    comma="，",
    colon="：",
    opening="（",
    closing="）",
    names=NameRules(capitals=False, hyphens=True, pinyin_initials=False, before_suffix=" "),
    volume="v.{}",
    all_accessed=False,
    unpublished_proceedings=True,
    preprints=_PREPRINTS,
)

NUMERIC = Gbt7714(_EDITION, author_date=False)
AUTHOR_DATE = Gbt7714(_EDITION, author_date=True)
