"""The words that an export adds of its own."""

from library.exporters.wording import CHINESE, ENGLISH


def test_one_is_not_many() -> None:
    assert ENGLISH.counts(1, 1, "2026-03-01") == "1 highlight · 1 document · 2026-03-01"
    assert ENGLISH.counts(0, 2, "2026-03-01") == "0 highlights · 2 documents · 2026-03-01"
    assert CHINESE.counts(1, 2, "2026-03-01") == "1 处划线 · 2 篇文献 · 2026-03-01"
