import pytest

from library.citations import BUILT_IN, Locator, bibliography, get, item_of
from library.citations.locators import in_chinese, in_english

BOOK = {
    "kind": "book",
    "title": "科学革命的结构",
    "author": "库恩",
    "date": "2012",
    "publisher": "北京大学出版社",
    "place": "北京",
}
ENGLISH = {"kind": "book", "title": "Governing the Commons", "author": "Elinor Ostrom", "date": "1990"}


@pytest.mark.parametrize(
    ("written", "locator"),
    [
        ("12", Locator(pages=("12",))),
        ("p. 12", Locator(pages=("12",))),
        ("pp. 3–5", Locator(pages=("3", "5"))),
        ("第12页", Locator(pages=("12",))),
        ("第 3—5 頁", Locator(pages=("3", "5"))),
        ("xii", Locator(pages=("xii",))),
        ("7-7", Locator(pages=("7",))),
        ("段 12", Locator(paragraphs=(12,))),
        ("第12段", Locator(paragraphs=(12,))),
        ("第3—4段", Locator(paragraphs=(3, 4))),
        ("para. 12", Locator(paragraphs=(12,))),
        ("paras. 3–4", Locator(paragraphs=(3, 4))),
        ("¶ 3", Locator(paragraphs=(3,))),
        ("一、 总论", Locator(heading="一、 总论")),
        ("", Locator()),
    ],
)
def test_a_place_is_read_as_it_is_written(written: str, locator: Locator) -> None:
    assert Locator.parse(written) == locator
    assert bool(locator) == bool(written)


def test_the_place_of_a_passage_is_its_pages_or_its_paragraphs() -> None:
    assert Locator.of_passage(3, 4, ("12", "13")) == Locator(pages=("12", "13"))
    assert Locator.of_passage(3, 4) == Locator(paragraphs=(3, 4))
    assert Locator.of_passage(0, 4) == Locator(paragraphs=(4,))
    assert Locator.of_passage(0, 0) == Locator()


def test_places_are_told_in_two_languages() -> None:
    assert in_chinese(Locator(paragraphs=(3, 4))) == "第3-4段"
    assert in_chinese(Locator(heading="总论")) == "“总论”"
    assert in_english(Locator(pages=("3", "4"))) == "pp. 3–4"
    assert in_english(Locator(paragraphs=(3,))) == "para. 3"


@pytest.mark.parametrize(
    ("style", "chinese", "english"),
    [
        ("gbt7714-2025", "[1]260", "[2]260"),
        ("gbt7714-2025-author-date", "（库恩，2012）260", "(Ostrom, 1990)260"),
        ("gbt7714-2015", "[1]260", "[2]260"),
        ("gbt7714-2015-author-date", "(库恩, 2012)260", "(Ostrom, 1990)260"),
        ("apa", "(库恩, 2012, p. 260)", "(Ostrom, 1990, p. 260)"),
        ("chicago", "(库恩 2012, 260)", "(Ostrom 1990, 260)"),
    ],
)
def test_a_page_is_cited_as_the_style_has_it(style: str, chinese: str, english: str) -> None:
    items = [item_of(BOOK, "a"), item_of(ENGLISH, "b")]
    made = bibliography(items, get(style))
    place = Locator(pages=("260",))
    assert [made.cite(item, place).plain for item in items] == [chinese, english]


@pytest.mark.parametrize(
    ("style", "paragraph", "heading"),
    [
        ("gbt7714-2025-author-date", "（库恩，2012：第12段）", "（库恩，2012：“总论”）"),
        ("apa", "(库恩, 2012, para. 12)", "(库恩, 2012, 总论 section)"),
        ("chicago", "(库恩 2012, para. 12)", "(库恩 2012, under “总论”)"),
    ],
)
def test_paragraphs_and_headings_are_cited_too(style: str, paragraph: str, heading: str) -> None:
    item = item_of(BOOK)
    assert get(style).cite(item, Locator(paragraphs=(12,))).plain == paragraph
    assert get(style).cite(item, Locator(heading="总论")).plain == heading


def test_a_number_that_is_not_known_is_the_whole_entry() -> None:
    cited = get("gbt7714-2025").cite(item_of(BOOK), Locator(pages=("12", "13"))).plain
    assert cited == "（库恩. 科学革命的结构[M]. 北京：北京大学出版社，2012：12-13）"
    cited = get("gbt7714-2015").cite(item_of({**BOOK, "url": "https://example.org"}), Locator(paragraphs=(3,))).plain
    assert cited == "（库恩. 科学革命的结构[M/OL]. 北京: 北京大学出版社, 2012, 第3段. https://example.org）"


WEB = {"kind": "webpage", "title": "话", "author": "王明", "date": "2012-05-03", "accessed": "2013-03-25",
       "url": "https://example.org"}  # fmt: skip
PAPER = {"kind": "newspaper", "title": "话", "author": "王明", "date": "2000-11-20", "container": "日报", "pages": "15"}
ARTICLE = {"kind": "article", "title": "A paper", "author": "Ann Lee", "date": "2001-05-03", "container": "X"}


@pytest.mark.parametrize(
    ("fields", "place", "noted"),
    [
        (BOOK, Locator(pages=("12", "13")), "库恩. 科学革命的结构[M]. 北京: 北京大学出版社, 2012: 12-13."),
        (BOOK, Locator(paragraphs=(3,)), "库恩. 科学革命的结构[M]. 北京: 北京大学出版社, 2012, 第3段."),
        (BOOK, Locator(heading="论“范式”"), "库恩. 科学革命的结构[M]. 北京: 北京大学出版社, 2012, “论‘范式’”."),
        (BOOK, Locator(), "库恩. 科学革命的结构[M]. 北京: 北京大学出版社, 2012."),
        (ARTICLE, Locator(pages=("7",)), "LEE A. A paper[J]. X, 2001-05-03: 7."),
        ({**ARTICLE, "pages": "1-20"}, Locator(pages=("7",)), "LEE A. A paper[J]. X, 2001: 7."),
        ({**ARTICLE, "pages": "1-20"}, Locator(paragraphs=(3, 4)), "LEE A. A paper[J]. X, 2001: 1-20, paras. 3-4."),
        ({**ARTICLE, "pages": "1-20"}, Locator(heading="On – it"), "LEE A. A paper[J]. X, 2001: 1-20, “On – it”."),
        (PAPER, Locator(pages=("1",)), "王明. 话[N]. 日报, 2000-11-20(15): 1."),
        (WEB, Locator(pages=("2",)), "王明. 话[EB/OL]. (2012-05-03): 2[2013-03-25]. https://example.org."),
        (WEB, Locator(paragraphs=(2,)), "王明. 话[EB/OL]. (2012-05-03), 第2段[2013-03-25]. https://example.org."),
    ],
)
def test_a_note_has_the_place_where_the_source_ends(fields: dict[str, str], place: Locator, noted: str) -> None:
    style = get("gbt7714-2015")
    item = item_of(fields)
    assert style.note(item, place).plain == noted
    assert style.cite(item, place).plain[1:-1] == noted.removesuffix(".")


def test_words_stand_apart_from_a_number() -> None:
    item = item_of(BOOK, "a")
    made = bibliography([item], get("gbt7714-2015"))
    assert made.cite(item, Locator(paragraphs=(2,))).html == "<sup>[1] 第2段</sup>"
    assert made.cite(item, Locator(heading="总论")).html == "<sup>[1] “总论”</sup>"
    assert made.cite(item, Locator(pages=("2",))).html == "<sup>[1]2</sup>"


def test_citations_carry_no_place_where_none_is_given() -> None:
    item = item_of(BOOK)
    assert {style.cite(item).plain for style in BUILT_IN if style.order == "by letter"} == {
        "(库恩, 2012)",
        "(库恩 2012)",
    }
