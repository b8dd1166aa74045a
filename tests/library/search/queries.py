"""Queries for tests: those that other engines stumble over, and random ones."""

from hypothesis import strategies as st

HOSTILE = (
    '"', "*", "^", "NEAR(", "-", "(", "\0", "/[/", "'", "a" * 10_000, "政协" * 5_000, "-" * 9_000 + "政",
    "y " + "-" * 3_000 + "x", "(" * 9_000, "(-" * 3_000 + "x", "/" + "(" * 5_000 + "x/", "/" + "[" * 3_000 + "a/",
    "/" + "(?:" * 2_000 + "x" + ")" * 2_000 + "/", "/(?R)/", "/(a|(?1))*/", "/(?u)(?a)x/", "/a{1,99999999999}/",
    "a OR " * 1_500 + "a", "/x/ OR " * 200 + "x", "a NEAR/99999 b",
)  # fmt: skip
"""To be answered or explained, none longer than 10,000 characters."""

WORDS = ("协商", "意见", "民主", "𠮷", "i", "ii", "ⅲ", "f", "ff", "ﬀ", "11", "1", "、", "协、商", "ollection")
PATTERNS = ("/i+/", "/[意见]/", "/\\w\\w/", "/(?r)民|意/")


def _joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return (
        st.lists(parts, min_size=2, max_size=4).map(" ".join)
        | st.lists(parts, min_size=2, max_size=4).map(" OR ".join)
        | parts.map("({})".format)
        | parts.map("意 -({})".format)
    )


def random_queries() -> st.SearchStrategy[str]:
    """Draw queries of all kinds, in which the same is often asked for twice."""
    words = st.sampled_from(WORDS)
    near = st.tuples(words, st.integers(0, 9), words).map(lambda drawn: f"{drawn[0]} NEAR/{drawn[1]} {drawn[2]}")
    plain = words | words.map('"{}"'.format) | st.sampled_from(PATTERNS) | near | st.just("title:社区")
    return st.recursive(plain, _joined, max_leaves=6)
