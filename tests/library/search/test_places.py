"""Every place is found, and nothing else: compared with a scan of the folded text, a character at a time."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.search import chunks
from library.search.index import Index
from library.search.places import Places, Tally
from library.storage.blocks import build_table
from library.storage.texts import ReadingText
from tests.library.folded import letters

SIGNS = "政協协𠮷臺台カｶﾞ佛eE\u0301\u20ddﬁﬀfi①11㏄c😀+＋ ~，_\u3000\n\t\0ab,."
TEXTS = st.text(SIGNS, max_size=60) | st.builds("\n".join, st.lists(st.text(SIGNS, max_size=12), max_size=8))


@pytest.fixture(autouse=True)
def short_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut texts into many chunks, short as they are."""
    monkeypatch.setattr(chunks, "_CHUNK", 7)
    monkeypatch.setattr(chunks, "_PIECE", 10)


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    made = Index(tmp_path / "index.db")
    yield made
    made.close()


def reading(text: str) -> ReadingText:
    return ReadingText(text.encode(), build_table(text))


def scan(text: str, query: str) -> list[tuple[int, int]]:
    """Return all places of `query`, those that overlap included; each once."""
    found, key = letters(text), [letter.sign for letter in letters(query)]
    signs = [letter.sign for letter in found]
    places = (
        (found[first].start, found[first + len(key) - 1].end)
        for first in range(len(found) - len(key) + 1 if key else 0)
        if signs[first : first + len(key)] == key
    )
    return list(dict.fromkeys(places))


@st.composite
def searches(draw: st.DrawFn) -> tuple[list[str], str]:
    """Draw texts, and a query that may well be in one of them."""
    texts = draw(st.lists(TEXTS, min_size=1, max_size=3))
    text = draw(st.sampled_from(texts))
    start = draw(st.integers(0, len(text)))
    length = draw(st.integers(1, 8) | st.integers(60, 90))
    return texts, draw(st.just(text[start : start + length]) | st.text(SIGNS, max_size=4))


def found(texts: list[str], query: str) -> list[list[tuple[int, int]]]:
    """Return the places of a query in each of the texts, as the index finds them; both ways to count agree."""
    key = "".join(letter.sign for letter in letters(query))
    with tempfile.TemporaryDirectory() as folder:
        index = Index(Path(folder) / "index.db")
        for number, text in enumerate(texts):
            index.put([(str(number), "")], lambda _, text=text: reading(text))
        entries = {entry.document_id: entry.id for entry in index.entries()}
        places = Places(index, key)
        listed = [list(places.of_entry(entries[str(number)], reading(text))) for number, text in enumerate(texts)]
        tallies = dict(places.tallies())
        for number, of_text in enumerate(listed):
            entry_id = entries[str(number)]
            tally = tallies.get(entry_id, Tally())
            listed_tally = Tally(len(of_text), sum(not place.crosses for place in of_text))
            if places.repeat and index.by_id()[entry_id].expands:
                assert (tally.total >= listed_tally.total, tally.exact >= listed_tally.exact) == (True, True)
            else:
                assert tally == listed_tally
        index.close()
    return [[(place.start, place.end) for place in of_text] for of_text in listed]


@settings(max_examples=300, deadline=None)
@given(searches())
def test_every_place_and_no_other(search: tuple[list[str], str]) -> None:
    texts, query = search
    if letters(query):
        assert found(texts, query) == [scan(text, query) for text in texts]


@pytest.mark.parametrize(
    ("text", "query", "quotes"),
    [
        ("人民政\n\n協商会议", "人民政协", ["人民政\n\n協"]),
        ("有ＡＢＣ企業二家", "abc企业", ["ＡＢＣ企業"]),
        ("協商、民主", "协商民主", ["協商、民主"]),
        ("銀行行長", "银行行长", ["銀行行長"]),
        ("瞭解情況，了解情况", "了解情况", ["瞭解情況", "了解情况"]),
        ("collection of newspapers", "llection of newsp", ["llection of newsp"]),
        ("哈哈哈哈", "哈哈", ["哈哈"] * 3),
        ("x" * 500 + "政协", "xx政", ["xx政"]),
        ("政协" * 100, "政协" * 60, ["政协" * 60] * 41),
        ("e\u0301te\u0301", "ete", ["e\u0301te\u0301"]),
        ("\u0301中\u0301", "中", ["中\u0301"]),
    ],
)
def test_places_in_the_original(text: str, query: str, quotes: list[str]) -> None:
    ((*places,),) = found([text], query)
    assert [text[start:end] for start, end in places] == quotes


@pytest.mark.parametrize(
    ("text", "crosses"),
    [("協商、民主", True), ("协商\n\n民主", False), ("协商 民主", False), ("协商“民主", True)]
    + [(f"协商{sign}民主", False) for sign in "\u00ad\u200b\u200c\u200d\u2060\ufeff"],
)
def test_crossing_punctuation(index: Index, text: str, crosses: bool) -> None:
    index.put([("d", "")], lambda _: reading(text))
    places = Places(index, "协商民主")
    assert [place.crosses for place in places.of_entry(index.entries()[0].id, reading(text))] == [crosses]
    assert [tally for _, tally in places.tallies()] == [Tally(1, int(not crosses))]
