from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.annotation.quotation import clean_text, quotation
from library.models import Document
from library.storage.texts import TextStore

FIRST = "会开了。各级组织要与大家保持意志统一，行动统一，各族各"
SECOND = "界中的代表要坚持下去。后来散会。"
PLAIN = Document("id", "把意见变成办法", "sha", 100)
KNOWN = Document(
    "id", "把《意见》变成办法", "sha", 100, author="朱之", date="2017-03-01", issuer="议事会", number="第62期"
)
ENGLISH = Document("id", "The Old “Town”", "sha", 100, author="Ann Lee", date="1902", issuer="Town Press")


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
    ("passage", "document", "paragraphs", "quoted"),
    [
        ("先把话听完。", PLAIN, (12, 12), "“先把话听完。”（《把意见变成办法》，第12段）"),
        ("先把话听完。", KNOWN, (12, 14),
         "“先把话听完。”（朱之：《把〈意见〉变成办法》，议事会，第62期，2017-03-01，第12—14段）"),
        ("他说：“先‘听完’。”", PLAIN, (0, 0), "“他说：‘先“听完”。’”（《把意见变成办法》）"),
        ("第一段。\n\n 第二段。\n", PLAIN, (0, 2), "“第一段。\n\n“第二段。”（《把意见变成办法》，第2段）"),
        ("朱墨齋記「聽完」話", PLAIN, (1, 1), "「朱墨齋記『聽完』話」（《把意见变成办法》，第1段）"),
        ("Hello", PLAIN, (1, 1), "“Hello”（《把意见变成办法》，第1段）"),
        ("It’s “here” he said.", ENGLISH, (3, 3),
         "“It’s ‘here’ he said.” (Ann Lee, “The Old ‘Town’”, Town Press, 1902, para. 3)"),
        ("The dogs’ ‘bark’ (“‘bow’ wow”).", ENGLISH, (0, 0),
         "“The dogs’ ‘bark’ (‘“bow” wow’).” (Ann Lee, “The Old ‘Town’”, Town Press, 1902)"),
        ("他说：“先", PLAIN, (0, 0), "“他说：“先”（《把意见变成办法》）"),
        ("One.\nTwo.", ENGLISH, (3, 4),
         "“One.\n“Two.” (Ann Lee, “The Old ‘Town’”, Town Press, 1902, paras. 3–4)"),
        ("先听", ENGLISH, (3, 3), "“先听”（Ann Lee：《The Old “Town”》，Town Press，1902，第3段）"),
        ("𠮷😀", PLAIN, (1, 1), "“𠮷😀”（《把意见变成办法》，第1段）"),
    ],
)  # fmt: skip
def test_a_quotation_names_its_source(
    passage: str, document: Document, paragraphs: tuple[int, int], quoted: str
) -> None:
    assert quotation(passage, document, *paragraphs) == quoted


@pytest.mark.parametrize(
    ("document", "pages", "source"),
    [
        (PLAIN, ("12",), "（《把意见变成办法》，第12页）"),
        (PLAIN, ("12", "13"), "（《把意见变成办法》，第12—13页）"),
        (ENGLISH, ("iv",), " (Ann Lee, “The Old ‘Town’”, Town Press, 1902, p. iv)"),
        (ENGLISH, ("4", "5"), " (Ann Lee, “The Old ‘Town’”, Town Press, 1902, pp. 4–5)"),
    ],
)
def test_a_quotation_names_its_page_where_there_are_pages(
    document: Document, pages: tuple[str, ...], source: str
) -> None:
    assert quotation("Hello", document, 3, 4, pages) == f"“Hello”{source}"
