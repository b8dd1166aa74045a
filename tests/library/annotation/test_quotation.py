from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.annotation.quotation import clean_text, quotation
from library.citations import Item, Locator, get, item_of
from library.citations.quotemarks import MarksChoice
from library.storage.texts import TextStore

FIRST = "会开了。各级组织要与大家保持意志统一，行动统一，各族各"
SECOND = "界中的代表要坚持下去。后来散会。"
PLAIN = item_of({"title": "把意见变成办法", "date": "2017"})
KNOWN = item_of(
    {"title": "把意见变成办法", "author": "朱之", "date": "2017-03-01", "issuer": "议事会", "number": "第62期"}
)
ENGLISH = item_of(
    {"kind": "book", "title": "The Old Town", "author": "Ann Lee", "date": "1902", "publisher": "Town Press"}
)


def clean(folder: Path, text: str, start: int, end: int) -> str:
    store = TextStore(folder)
    opened = store.open(store.add_text(text))
    try:
        return clean_text(opened, start, end)
    finally:
        opened.close()


def test_a_passage_is_judged_with_what_stands_around_it(tmp_path: Path) -> None:
    text = f"上一段。\n{FIRST}\n\n{SECOND}\n\n下一段。"
    place = text.index("各族各")
    assert clean(tmp_path, text, place, place + 7) == "各族各界中"
    assert clean(tmp_path, text, 0, len(text)) == f"上一段。\n{FIRST}{SECOND}\n\n下一段。"
    assert clean(tmp_path, text, 3, 3) == ""
    assert clean(tmp_path, "", 0, 0) == ""


def test_a_passage_of_a_very_long_paragraph(tmp_path: Path) -> None:
    text = "𠮷，" * 20_000 + "各\n" + SECOND
    assert clean(tmp_path, text, 40_000, len(text)) == "各" + SECOND


@given(data=st.data())
def test_only_line_breaks_are_taken_out(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    text = "\n".join(data.draw(st.lists(st.sampled_from([FIRST, SECOND, "", "𠮷😀e\u0301", "一、标题"]), max_size=6)))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    copied = clean(tmp_path_factory.getbasetemp(), text, start, end)
    assert "".join(copied.split()) == "".join(text[start:end].split())


@pytest.mark.parametrize(
    ("passage", "item", "quoted"),
    [
        ("先把话听完。", KNOWN, "“先把话听完。”（朱之，2017：第12段）"),
        ("他说：“先‘听完’。”", KNOWN, "“他说：‘先“听完”。’”（朱之，2017：第12段）"),
        ("第一段。\n\n 第二段。\n", KNOWN, "“第一段。\n\n“第二段。”（朱之，2017：第12段）"),
        ("朱墨齋記「聽完」話", KNOWN, "「朱墨齋記『聽完』話」（朱之，2017：第12段）"),
        ("Hello", KNOWN, "“Hello”（朱之，2017：第12段）"),
        ("It’s “here” he said.", ENGLISH, "“It’s ‘here’ he said.” (Lee, 1902: para. 12)"),
        ("The dogs’ ‘bark’ (“‘bow’ wow”).", ENGLISH, "“The dogs’ ‘bark’ (‘“bow” wow’).” (Lee, 1902: para. 12)"),
        ("他说：“先", KNOWN, "“他说：“先”（朱之，2017：第12段）"),
        ("One.\nTwo.", ENGLISH, "“One.\n“Two.” (Lee, 1902: para. 12)"),
        ("先听", ENGLISH, "“先听” (Lee, 1902: para. 12)"),
        ("𠮷😀", PLAIN, "“𠮷😀”（佚名，2017：第12段）"),
    ],
)
def test_a_quotation_is_followed_by_its_citation(passage: str, item: Item, quoted: str) -> None:
    style = get("gbt7714-2025-author-date")
    assert quotation(passage, item, Locator(paragraphs=(12,)), style).plain == quoted


@pytest.mark.parametrize(
    ("style", "cited"),
    [
        ("gbt7714-2025", "（朱之. 把意见变成办法[Z]. 议事会，2017-03-01：12）"),
        ("gbt7714-2025-author-date", "（朱之，2017）12"),
        ("gbt7714-2015", "（朱之. 把意见变成办法[Z]. 议事会, 2017-03-01: 12）"),
        ("gbt7714-2015-author-date", " (朱之, 2017)12"),
        ("apa", " (朱之, 2017, p. 12)"),
        ("chicago", " (朱之 2017, 12)"),
    ],
)
def test_it_is_cited_in_the_style_that_is_asked_for(style: str, cited: str) -> None:
    assert quotation("先听", KNOWN, Locator(pages=("12",)), get(style)).plain == f"“先听”{cited}"


@pytest.mark.parametrize(
    ("passage", "marks", "quoted"),
    [
        ("先把话听完。", "corner", "「先把话听完。」"),
        ("他说：“听”。", "corner", "「他说：『听』。」"),
        ("朱墨齋記「聽完」話", "curly", "“朱墨齋記‘聽完’話”"),
        ("朱墨齋記「聽完」話", "script", "「朱墨齋記『聽完』話」"),
        ("先把话听完。", "script", "“先把话听完。”"),
    ],
)
def test_quotation_marks_are_those_that_are_chosen(passage: str, marks: MarksChoice, quoted: str) -> None:
    assert quotation(passage, KNOWN, Locator(), get("apa"), marks).plain == f"{quoted} (朱之, 2017)"
    assert quotation("Hello", ENGLISH, Locator(), get("apa"), marks).plain == "“Hello” (Lee, 1902)"


def test_a_quotation_is_rich_text() -> None:
    made = quotation("a\nb < c", ENGLISH, Locator(pages=("3",)), get("gbt7714-2015-author-date"))
    assert made.html == "“a<br>“b &lt; c” (Lee, 1902)<sup>3</sup>"
