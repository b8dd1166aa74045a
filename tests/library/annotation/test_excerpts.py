"""Excerpts: highlights with all that is said of them, in order."""

import pytest

from library.annotation.excerpts import DEFAULT_COLOR
from library.errors import NotFound
from library.models import Document, Excerpt
from tests.library.conftest import Desk

MARKDOWN = """前言𠮷

# 第一章 😀 ##

甲

## C#

乙

#没有空格
### ###
丙

# 第二章

丁
"""


def mark(desk: Desk, document: Document, quote: str, **options: object) -> str:
    text = desk.library.documents.text(document.id)
    start = text.text().index(quote)
    text.close()
    return desk.library.highlights.add(document.id, start, start + len(quote), **options).id  # type: ignore[arg-type]


def quotes(excerpts: list[Excerpt]) -> list[str]:
    return [excerpt.highlight.quote for excerpt in excerpts]


def test_everything_that_is_said_of_a_highlight(desk: Desk) -> None:
    document = desk.add("空\n\n  \n𠮷😀e\u0301\n")
    tag_id = desk.library.tags.add_path("主题/协商", "purple").id
    highlight_id = mark(desk, document, "😀e\u0301", tags=["主题/协商", "提法"], note="批")
    (excerpt,) = desk.library.excerpts.of_document(document.id)
    assert excerpt.highlight == desk.library.highlights.get(highlight_id)
    assert excerpt.document == document
    assert [tag.id for tag in excerpt.tags][:1] == [tag_id]
    assert excerpt.tag_paths == ("主题/协商", "提法")
    assert (excerpt.color, excerpt.note, excerpt.paragraph, excerpt.heading) == ("purple", "批", 2, "")


def test_the_colour_is_its_own_or_of_the_first_tag_or_the_default(desk: Desk) -> None:
    document = desk.add("甲乙丙")
    desk.library.tags.add_path("标", "green")
    mark(desk, document, "甲", tags=["标"], color="red")
    mark(desk, document, "乙", tags=["标"])
    mark(desk, document, "丙")
    assert [excerpt.color for excerpt in desk.library.excerpts.all()] == ["red", "green", DEFAULT_COLOR]


def test_the_headings_above_in_markdown(desk: Desk) -> None:
    document = desk.add(MARKDOWN, format="markdown")
    for quote in ("前言", "甲", "乙", "丙", "丁"):
        mark(desk, document, quote)
    mark(desk, document, "第一章")
    found = {excerpt.highlight.quote: (excerpt.headings, excerpt.paragraph) for excerpt in desk.library.excerpts.all()}
    assert found == {
        "前言": ((), 1),
        "第一章": (("第一章 😀",), 2),
        "甲": (("第一章 😀",), 3),
        "乙": (("第一章 😀", "C#"), 5),
        "丙": (("第一章 😀", "C#", "###"), 8),
        "丁": (("第二章",), 10),
    }


def test_documents_in_the_order_they_were_added_then_text_order(desk: Desk) -> None:
    first, second = desk.add_many(("乙", "乙一。乙二。"), ("甲", "甲一。甲二。"))
    for document, quote in ((second, "甲二"), (first, "乙二"), (second, "甲一"), (first, "乙一")):
        mark(desk, document, quote)
    assert quotes(desk.library.excerpts.all()) == ["乙一", "乙二", "甲一", "甲二"]


def test_documents_in_the_bin_have_none(desk: Desk) -> None:
    document = desk.add("甲乙")
    highlight_id = mark(desk, document, "甲", tags=["标"])
    tag = desk.library.tags.find_path("标")
    assert tag is not None
    desk.library.documents.remove(document.id)
    excerpts = desk.library.excerpts
    assert excerpts.all() == excerpts.of_document(document.id) == []
    assert excerpts.of_highlights([highlight_id]) == excerpts.of_tag(tag.id) == []


def test_of_a_tag_with_those_below(desk: Desk) -> None:
    document = desk.add("甲乙丙丁")
    for quote, tags in (("甲", ["主题"]), ("乙", ["主题/协商", "主题"]), ("丙", ["主题/协商/程序"]), ("丁", ["别的"])):
        mark(desk, document, quote, tags=tags)
    upper, lower = (desk.library.tags.find_path(path) for path in ("主题", "主题/协商"))
    assert upper is not None
    assert lower is not None
    assert quotes(desk.library.excerpts.of_tag(upper.id)) == ["甲", "乙", "丙"]
    assert quotes(desk.library.excerpts.of_tag(lower.id)) == ["乙", "丙"]
    with pytest.raises(NotFound):
        desk.library.excerpts.of_tag("nowhere")


def test_of_a_collection_with_those_below(desk: Desk) -> None:
    first, second, third = desk.add_many(("甲", "甲"), ("乙", "乙"), ("丙", "丙"))
    upper = desk.library.collections.add("上")
    lower = desk.library.collections.add("下", upper.id)
    desk.library.collections.place(upper.id, [first.id])
    desk.library.collections.place(lower.id, [second.id, first.id])
    for document in (first, second, third):
        mark(desk, document, document.title)
    assert quotes(desk.library.excerpts.of_collection(upper.id)) == ["甲", "乙"]
    with pytest.raises(NotFound):
        desk.library.excerpts.of_collection("nowhere")


def test_of_some_highlights(desk: Desk) -> None:
    document = desk.add("甲乙丙")
    ids = [mark(desk, document, quote) for quote in "丙甲乙"]
    assert quotes(desk.library.excerpts.of_highlights(ids[:2])) == ["甲", "丙"]
    assert desk.library.excerpts.of_highlights([]) == desk.library.excerpts.of_highlights(["nowhere"]) == []
