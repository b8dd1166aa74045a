"""Searching a library: what is found in texts, titles, notes and tags, and how the index follows what is done."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.chinese import segmentation
from library.chinese.repetition import repetitions
from library.drafting import repaired
from library.errors import InvalidQuery
from library.library import Library
from library.mending import RepairChoice
from library.models import Draft, PreparedDraft
from library.search.leaves import Options
from library.searching import Count
from tests.library.conftest import Desk
from tests.library.search.queries import HOSTILE, random_queries

FIRST = "人民政\n\n協会议上，協商、民主。瞭解情況，銀行行長。\n"
SECOND = "协商民主的意见，ＡＢＣ企業。Collection of newspapers，意见𠮷😀。\n"
THIRD = "没有那个词，只有意见、意见。"


def furnish(desk: Desk) -> Library:
    """Fill a library with three documents with marks, notes and collections, dated but for the last."""
    library = desk.library
    first, second, third = desk.add_many(("甲 社区", FIRST), ("乙 协商", SECOND), ("丙", THIRD))
    library.fields.describe([first.id], date="2017-03-01")
    library.fields.describe([second.id], date="2019")
    library.collections.place(library.collections.add_path("简报/上").id, [first.id, second.id])
    library.highlights.add(first.id, 0, 3, tags=["主题/协商"], note="批𠮷，协商")
    library.highlights.add(second.id, 0, 2, color="red")
    library.notes.write("document", third.id, "札记 民主")
    library.search.update()
    return library


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library that is only searched."""
    desk = Desk(tmp_path_factory.mktemp("search") / "l.zhupi")
    yield furnish(desk)
    desk.library.close()


@pytest.fixture(scope="module")
def expanding(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library with characters that stand for several letters, in which a document came back after it was erased."""
    desk = Desk(tmp_path_factory.mktemp("expanding") / "l.zhupi")
    made = furnish(desk)
    desk.add_many(("丁", "ⅲ，Ⅷ、ﬀ ff ⑪ 11 意见ⅱⅱ民主，协、商ﬃ"), ("戊", "意见 ii i、i 協，商"))
    made.documents.erase(made.documents.all()[0].id)
    made.search.update()
    made.undo()
    made.search.update()
    yield made
    made.close()


@pytest.fixture
def changing(desk: Desk) -> Library:
    """The same, for one test that changes it."""
    return furnish(desk)


def found(library: Library, query: str, options: Options | None = None) -> dict[str, list[str]]:
    """Return what is found in texts, by the first character of the title; both ways to count agree."""
    titles = {row.id: row.title[0] for row in library.documents.all()}
    findings = library.search.ask(query, options or Options())
    hits = {document_id: list(findings.hits(document_id)) for document_id, _ in findings.tallies()}
    for document_id, tally in findings.tallies():
        assert tally.total == len(hits[document_id])
        assert tally.exact == sum(not hit.crosses_punctuation for hit in hits[document_id])
    return {titles[document_id]: [hit.text for hit in of_document] for document_id, of_document in hits.items()}


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("人民政协", {"甲": ["人民政\n\n協"]}),
        ("abc企业", {"乙": ["ＡＢＣ企業"]}),
        ("协商民主", {"甲": ["協商、民主"], "乙": ["协商民主"]}),
        ("協商民主", {"甲": ["協商、民主"], "乙": ["协商民主"]}),
        ("人民政協", {"甲": ["人民政\n\n協"]}),
        ("ＡＢＣ企業", {"乙": ["ＡＢＣ企業"]}),
        ("银行行长", {"甲": ["銀行行長"]}),
        ("銀行行長", {"甲": ["銀行行長"]}),
        ("瞭解情況", {"甲": ["瞭解情況"]}),
        ("了解情况", {"甲": ["瞭解情況"]}),
        ('"ollection of news"', {"乙": ["ollection of news"]}),
        ("意", {"乙": ["意", "意"], "丙": ["意", "意"]}),
        ("意见 企业", {"乙": ["意见", "企業", "意见"]}),
        ("意见 -企业", {"丙": ["意见", "意见"]}),
        ("企业 OR 没有", {"乙": ["企業"], "丙": ["没有"]}),
        ("(企业 OR 没有) -词", {"乙": ["企業"]}),
        ("民主 NEAR/2 意见", {"乙": ["民主", "意见"]}),
        ("意见 NEAR/1 意见", {"丙": ["意见", "意见"]}),
        ("、", {"甲": ["、"], "丙": ["、"]}),
        ("/[Cc]oll\\w+/", {"乙": ["Collection"]}),
        ("/^没/", {"丙": ["没"]}),
        ("意见 in:简报", {"乙": ["意见", "意见"]}),
        ("意见 in:上", {"乙": ["意见", "意见"]}),
        ("民主 tag:主题", {"甲": ["民主"]}),
        ("意见 color:red", {"乙": ["意见", "意见"]}),
        ("民主 title:社區", {"甲": ["民主"]}),
        ("意见 note:民主", {"丙": ["意见", "意见"]}),
        ("民主 note:协商", {"甲": ["民主"]}),
        ("民主 date:2017", {"甲": ["民主"]}),
        ("民主 date:2018..", {"乙": ["民主"]}),
        ("民主 date:..2017-03", {"甲": ["民主"]}),
        ("tag:协商", {"甲": []}),
        ("nothing", {}),
        ("*^", {}),
    ],
)
def test_what_a_query_finds(library: Library, query: str, hits: dict[str, list[str]]) -> None:
    assert found(library, query) == hits


@pytest.mark.parametrize(
    ("query", "options", "hits"),
    [
        ("協商", Options(exact=True), {"甲": ["協商"]}),
        ("民主。", Options(exact=True), {"甲": ["民主"]}),
        ("民主的", Options(exact=True), {"乙": ["民主的"]}),
        ("abc", Options(exact=True), {}),
        ("collection", Options(case=True), {}),
        ("Collection", Options(case=True), {"乙": ["Collection"]}),
        ("协商", Options(whole_words=True), {"甲": ["協商"], "乙": ["协商"]}),
        ("news", Options(whole_words=True), {}),
        ("newspapers", Options(whole_words=True), {"乙": ["newspapers"]}),
    ],
)
def test_stricter_forms(library: Library, query: str, options: Options, hits: dict[str, list[str]]) -> None:
    assert found(library, query, options) == hits


def test_whole_words_are_cut_once_a_line_and_the_search_can_be_stopped_inside_a_text(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add("协商，开会。" * 1_000, "甲")
    desk.library.search.update()
    cut: list[str] = []
    opened: list[bool] = []
    words = segmentation.words
    monkeypatch.setattr(segmentation, "words", lambda text, own: cut.append(text) or words(text, own))
    findings = desk.library.search.ask("协商", Options(whole_words=True), lambda: opened.append(True))
    assert [tally.total for _, tally in findings.tallies()] == [1_000]
    assert len(cut) < 10
    assert len(opened) > 3


def test_how_often_a_text_stands_and_since_when(changing: Library) -> None:
    assert changing.search.count("协商民主") == Count(1, 2, "2019", 1)
    assert changing.search.count("没有这个") == Count(0, 0, "")


def test_titles_notes_and_tags(library: Library) -> None:
    findings = library.search.ask("協商")
    assert [row.title for row in findings.titles()] == ["乙 协商"]
    assert [note.text for note in findings.notes()] == ["批𠮷，协商"]
    assert [tag.name for tag in findings.tags()] == ["协商"]


def test_a_hit_stands_in_its_context(library: Library) -> None:
    findings = library.search.ask("意见𠮷")
    ((document_id, _),) = findings.tallies()
    (hit,) = findings.hits(document_id)
    assert SECOND[hit.start : hit.end] == hit.text == "意见𠮷"
    assert (hit.before, hit.after) == (SECOND[max(hit.start - 24, 0) : hit.start], SECOND[hit.end : hit.end + 24])


@pytest.mark.parametrize("query", ["tag:无", "in:无", "color:pink", "/[/", "/(/", "(a", "a NEAR/5"])
def test_a_mistake_is_explained(library: Library, query: str) -> None:
    with pytest.raises(InvalidQuery) as caught:
        found(library, query)
    assert str(caught.value)


def test_a_pattern_that_takes_too_long_is_stopped(
    desk: Desk, changing: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("library.search.patterns.PATIENCE", 0.05)
    desk.add("a" * 3000 + "b", "丁")
    changing.search.update()
    with pytest.raises(InvalidQuery, match="too long"):
        found(changing, "/(?:a?){50}a{50}c/")


@pytest.mark.parametrize("query", HOSTILE)
def test_what_other_engines_stumble_over(library: Library, query: str) -> None:
    with suppress(InvalidQuery):
        found(library, query)


def test_it_follows_adding_the_bin_erasing_undo_and_redo(desk: Desk, changing: Library) -> None:
    def titles() -> set[str]:
        changing.search.update()
        return set(found(changing, "意见"))

    def step(verb: Callable[[], object]) -> set[str]:
        verb()
        return titles()

    ids = {row.title[0]: row.id for row in changing.documents.all()}
    assert step(lambda: changing.documents.remove(ids["乙"])) == {"丙"}
    assert step(changing.undo) == {"乙", "丙"}
    assert step(lambda: changing.documents.erase(ids["丙"])) == {"乙"}
    assert step(changing.undo) == {"乙", "丙"}
    assert step(changing.redo) == {"乙"}
    assert step(lambda: desk.add("又有意见", "丁")) == {"乙", "丁"}
    assert step(changing.undo) == {"乙"}


def test_a_spoiled_index_is_made_again(desk: Desk, changing: Library) -> None:
    changing.close()
    (desk.path / "index.db").write_bytes(b"no database" * 1000)
    again = Library.open(desk.path, write=False)
    again.search.update()
    assert set(found(again, "意见")) == {"乙", "丙"}
    again.close()
    desk.reopen()


def test_without_an_index_on_the_disk_the_library_is_searched_all_the_same(desk: Desk, changing: Library) -> None:
    changing.close()
    (desk.path / "index.db").unlink()
    (desk.path / "index.db").mkdir()
    again = desk.reopen()
    assert set(found(again, "意见")) == {"乙", "丙"}


def order_is(library: Library, titles: str) -> None:
    """Check in which order the documents stand with what is found in them, also as lines."""
    names = {row.id: row.title[0] for row in library.documents.all()}
    for query in ("意见 OR 民主", "民", "/民主|意见/", "民 OR 民", "民 NEAR/9 主"):
        findings = library.search.ask(query)
        assert "".join(names[document_id] for document_id, _ in findings.tallies()) == titles[: 2 + ("意" in query)]
        assert [*findings.concordance().document_ids] == [document_id for document_id, _ in findings.tallies()]


def test_documents_stand_in_their_order_also_when_one_came_back(changing: Library) -> None:
    order_is(changing, "甲乙丙")
    changing.documents.erase(next(row.id for row in changing.documents.all() if row.title[0] == "甲"))
    changing.search.update()
    changing.undo()
    changing.search.update()
    order_is(changing, "甲乙丙")


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("中国 OR 中國", 3), ('中国 "中国"', 3), ("中国 /中国/", 3), ('中国 OR "中 国" OR 中、國', 3), ("中国 国", 6),
        ("ii", 2), ("i", 2), ("İ", 2), ("ii OR i", 2), ("iii NEAR/9 中", 5), ("中 -国", 0),
    ],
)  # fmt: skip
def test_a_place_counts_once_whatever_finds_it(desk: Desk, query: str, number: int) -> None:
    desk.add("中国，中国，中國，ⅲ，Ⅷ。", "甲")
    desk.library.search.update()
    hits = found(desk.library, query).get("甲", [])
    assert len(hits) == number


@settings(max_examples=150, deadline=None)
@given(random_queries(), st.builds(Options, st.booleans(), st.booleans(), st.booleans()))
def test_what_is_counted_is_what_is_listed(expanding: Library, query: str, options: Options) -> None:
    findings = expanding.search.ask(query, options)
    ranks = {row.id: rank for rank, row in enumerate(expanding.documents.all())}
    tallies = list(findings.tallies())
    hits = [hit for document_id, _ in tallies for hit in findings.hits(document_id)]
    assert sum(tally.total for _, tally in tallies) == len(hits)
    assert sum(tally.exact for _, tally in tallies) == sum(not hit.crosses_punctuation for hit in hits)
    places = [(ranks[hit.document_id], hit.start, hit.end) for hit in hits]
    assert places == sorted(set(places))


TWICE = "会员有疑问的，可以当场提出，由会长答复意见。ⅲ" * 3 + "答复不满意的可以要求查账，协商之后由会员公推。" * 4
AGAIN = f"开头协商。{TWICE}\n\n中间意见一段。\n\n另一段的开头。{TWICE[:70]}\n\n{TWICE[70:]}末尾协、商。"


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library with passages that stand twice: one found, one kept, one that was refused when it was imported."""
    desk = Desk(tmp_path_factory.mktemp("again") / "l.zhupi")
    desk.add_many(("甲 社区", AGAIN), ("乙", FIRST))
    for title, choice in (("丙", RepairChoice()), ("丁 社区", RepairChoice(refused=frozenset({SPAN})))):
        text = f"{title}\n\n{AGAIN}"
        moved = replace(
            choice, refused=frozenset((start + len(title) + 2, end + len(title) + 2) for start, end in choice.refused)
        )
        draft = repaired(Draft(text, title, "text"), moved)
        desk.library.documents.add_drafts([PreparedDraft(draft, desk.library.texts.add_text(draft.text), "", "", "")])
    desk.library.search.update()
    yield desk.library
    desk.library.close()


SPAN = next((start, end) for _, start, end in repetitions(AGAIN))


def test_passages_that_stand_twice_are_counted_once_unless_that_was_refused(again: Library) -> None:
    titles = {row.id: row.title for row in again.documents.all()}

    def tallies(options: Options) -> dict[str, tuple[int, int]]:
        found = again.search.ask("答复", options).tallies()
        return {titles[document_id]: (tally.total, tally.repeated) for document_id, tally in found}

    assert tallies(Options()) == {"甲 社区": (7, 7), "丙": (7, 7), "丁 社区": (14, 0)}
    assert tallies(Options(repeated=True)) == {"甲 社区": (14, 0), "丙": (14, 0), "丁 社区": (14, 0)}
    assert again.search.count("答复") == Count(28, 3, "", 0, 14)
    twice = again.search.printed_twice()
    length = SPAN[1] - SPAN[0]
    joined = length - len("\n\n")
    assert {titles[each]: count for each, count in twice.items()} == {"甲 社区": length, "丙": joined}


@settings(max_examples=150, deadline=None)
@given(random_queries(), st.builds(Options, st.booleans(), st.booleans(), st.booleans()))
def test_what_stands_twice_is_left_out_of_what_is_listed(again: Library, query: str, options: Options) -> None:
    once, each = again.search.ask(query, options), again.search.ask(query, replace(options, repeated=True))
    tallies = dict(once.tallies())
    assert list(tallies) == [document_id for document_id, _ in each.tallies()]
    for document_id, whole in each.tallies():
        tally, places = tallies[document_id], each.places(document_id)
        spans = [mend for mend in again.repairs.of_document(document_id) if not mend.refused]
        again_there = [
            place
            for place in places
            if any(mend.kind == "duplicate" and mend.start <= place.start and place.end <= mend.end for mend in spans)
        ]
        left = [place for place in places if place not in again_there]
        assert once.places(document_id) == left
        assert (tally.total, tally.repeated, whole.repeated) == (len(left), len(again_there), 0)
        assert tally.exact == sum(not place.crosses for place in left)
    assert once.repeated() == sum(tally.repeated for tally in tallies.values())
    assert len(once.concordance()) == sum(tally.total for tally in tallies.values())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["协商", "意见", "民主", "𠮷"]), min_size=1, max_size=3), st.sampled_from([" ", " OR "])
)
def test_words_together_and_either(library: Library, words: list[str], between: str) -> None:
    every = all if between == " " else any
    texts = {
        title: text.replace("協", "协").replace("、", "")
        for title, text in zip("甲乙丙", (FIRST, SECOND, THIRD), strict=True)
    }
    assert set(found(library, between.join(words))) == {
        title for title, text in texts.items() if every(word in text for word in words)
    }
