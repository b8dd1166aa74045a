"""A whole text stands as it is read: its title once, what is around it, its headings, and marks that can be read."""

import io
from dataclasses import replace
from typing import get_args

import docx
import pytest
from lxml import html

from library.exporters.annotated import opening, paragraphs
from library.exporters.base import AnnotatedText, ExportJob, ExportOptions
from library.exporters.docxmarkup import INKS
from library.exporters.typesetting import typeset
from library.headings import Aside, Heading
from library.models import Color, Document
from tests.library.exporters.conftest import MakeExcerpt, MakeJob
from tests.library.exporters.reading import pages, written

MASTHEAD, TITLE, BYLINE, SECTION, ITEM = "东城简报😀", "𠮷祥里议事", "本报记者 柳三", "一、缘起", "1. 先听。"
TEXT = f"{MASTHEAD}\n\n# {TITLE}\n{BYLINE}\n\n{SECTION}\n{ITEM}听完再说话。\n　　已经空两格。\n槐树巷居委会\n"


@pytest.fixture
def text(document: Document, make_excerpt: MakeExcerpt) -> AnnotatedText:
    at = TEXT.index
    headings = (
        Heading(1, SECTION, at(SECTION), at(SECTION) + len(SECTION), "section"),
        Heading(2, ITEM, at(ITEM), at(ITEM) + len(ITEM), "item"),
        Heading(1, "以后", len(TEXT) + 5, len(TEXT) + 7, "section"),
    )
    asides = (
        Aside(0, len(MASTHEAD), "particular"),
        Aside(at(BYLINE), at(BYLINE) + len(BYLINE), "byline"),
        Aside(at("槐树巷"), len(TEXT) - 1, "signature"),
    )
    marked = make_excerpt("听完再说话", start=at("听完"), note="批注")
    return AnnotatedText(replace(document, title=TITLE), TEXT, headings, (marked,), asides)


@pytest.fixture
def job(text: AnnotatedText, make_job: MakeJob) -> ExportJob:
    made = make_job(*text.excerpts, title=TITLE)
    return replace(made, options=ExportOptions(annotated=True), documents=(text.document,), read=lambda _: text)


def test_each_line_is_what_the_outline_knows_of_it(text: AnnotatedText) -> None:
    made = list(paragraphs(text))
    assert [each.kind for each in made] == ["particular", "title", "byline", "heading", "text", "text", "signature"]
    assert opening(made) == 2
    assert [segment.text for segment in made[4].segments if segment.strong] == [ITEM]
    assert [each.level for each in made] == [0, 0, 0, 1, 0, 0, 0]


def test_a_title_on_several_lines_is_found_near_the_top_alone(text: AnnotatedText) -> None:
    owner = replace(text.document, title="甲 乙")
    split = AnnotatedText(owner, "简报\n甲\n\n乙\n正文", (), ())
    assert [each.kind for each in paragraphs(split)] == ["text", "title", "title", "text"]
    late = AnnotatedText(owner, "行\n" * 20 + "甲 乙\n", (), ())
    assert not opening(list(paragraphs(late)))


def test_the_title_of_one_document_stands_once_in_every_format(job: ExportJob) -> None:
    root = html.document_fromstring(written("html", job).decode())
    assert [(each.tag, each.text_content()) for each in root.xpath(f"//body//*[text()[contains(., '{TITLE}')]]")] == [
        ("h1", f"# {TITLE}")
    ]
    opened = docx.Document(io.BytesIO(written("docx", job)))
    told = [each for each in opened.paragraphs if TITLE in each.text]
    assert [each.style.name for each in told if each.style is not None] == ["Title"]
    assert pages(written("pdf", job)).count(TITLE) == 1


def test_a_title_that_is_not_in_the_text_is_put_above_it(job: ExportJob, text: AnnotatedText) -> None:
    other = replace(text, document=replace(text.document, title="别的题目"))
    bare = replace(job, title="别的题目", documents=(other.document,), read=lambda _: other)
    root = html.document_fromstring(written("html", bare).decode())
    assert root.xpath("string(//header/h1)") == "别的题目"
    assert [block.text for blocks in typeset(bare) for block in blocks if block.style == "title"] == ["别的题目"]


def test_lines_are_set_as_in_the_window(job: ExportJob) -> None:
    opened = docx.Document(io.BytesIO(written("docx", job)))
    styles = {each.text: each.style.name for each in opened.paragraphs if each.style is not None}
    assert styles[MASTHEAD] == "Zhupi Particular"
    assert styles[SECTION] == "Heading 2"
    assert styles["槐树巷居委会"] == "Zhupi Signature"
    indented = [each.text for each in opened.paragraphs if "w:firstLineChars" in each._p.xml]
    assert indented == [BYLINE, f"{ITEM}听完再说话。"]
    root = html.document_fromstring(written("html", job).decode())
    assert root.xpath("//h3/text()") == [SECTION]
    assert next(each.text_content() for each in root.xpath("//p[contains(@class, 'indented')]")) == BYLINE
    assert root.xpath("//p/strong/text()") == [ITEM]


def test_several_documents_begin_new_pages_with_their_own_titles(job: ExportJob, text: AnnotatedText) -> None:
    two = replace(job, title="研究", documents=(text.document, replace(text.document, id="d2")))
    begun = [blocks[0] for blocks in typeset(two) if blocks[0].turns]
    assert [block.text for block in begun] == [MASTHEAD]
    headings = [
        block.text for blocks in typeset(two) for block in blocks if (block.style, block.level) == ("heading", 1)
    ]
    assert headings == [f"# {TITLE}"] * 2
    assert pages(written("pdf", two)).count("\f") == 1


def test_what_is_said_stands_as_far_down_the_margin_as_its_passage(job: ExportJob) -> None:
    root = html.document_fromstring(written("html", job).decode())
    (margin,) = root.xpath("//div[@class='margin'][aside]")
    before = len(f"{ITEM}听完再说话")
    assert [(each.tag, each.get("style")) for each in margin] == [
        ("div", f"flex-grow:{before}"),
        ("aside", None),
        ("div", "flex-grow:1"),
    ]


def test_word_marks_in_light_colours_alone_and_in_each_differently(make_excerpt: MakeExcerpt, job: ExportJob) -> None:
    assert set(INKS) == set(get_args(Color))
    assert set(INKS.values()) <= {"yellow", "green", "cyan", "magenta", "lightGray"}
    seen: set[str] = set()
    for color in get_args(Color):
        mark = replace(make_excerpt("听完再说话", start=TEXT.index("听完")), color=color)
        held = replace(job.read(""), excerpts=(mark,))
        xml = docx.Document(io.BytesIO(written("docx", replace(job, read=lambda _, held=held: held)))).element.xml
        seen.add(xml[xml.index("<w:highlight") :].split("</w:rPr>")[0])
    assert len(seen) == len(get_args(Color))
