"""What the reader wrote, set within the outline of a page."""

from dataclasses import replace

import pytest
from lxml import html

from library.exporters.base import AnnotatedText, ExportOptions
from library.exporters.prose import prose_blocks, prose_html
from library.models import Document
from tests.library.exporters.conftest import MakeExcerpt, MakeJob
from tests.library.exporters.reading import READERS, written


@pytest.mark.parametrize(
    ("text", "below", "page"),
    [
        ("# 题\n\n字", 1, "<h2>题</h2>\n<p>字</p>\n"),
        ("# 题", 3, "<h4>题</h4>\n"),
        ("###### 题", 3, "<h6>题</h6>\n"),
        ("题\n==", 3, "<h4>题</h4>\n"),
    ],
)
def test_headings_are_of_the_levels_below_those_of_the_page(text: str, below: int, page: str) -> None:
    assert prose_html(text, below=below, places={}) == page


def test_a_table_is_one() -> None:
    text = "前\n\n| 甲 | 乙 |\n|---|---|\n| **1** | 2 |\n| | 4 |\n\n后"
    page = prose_html(text, below=1, places={})
    assert "<th>甲</th>" in page
    assert page.count("<tr>") == 3
    blocks = list(prose_blocks(text, "prose"))
    assert [block.text for block in blocks] == ["前", "甲 │ 乙", "1 │ 2", " │ 4", "后"]
    assert [run.bold for block in blocks[1:3] for run in block.runs] == [True, False, True, True, False, False]


@pytest.mark.parametrize("name", ["docx", "html", "pdf", "text"])
def test_wiki_links_in_notes_are_their_words(name: str, make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    said = "见 [[会议记录]]，又 [[会议记录|那次𠮷祥里的会]]，`x[[1]]`。"
    found = READERS[name](written(name, make_job(make_excerpt("引文", note=said))))
    plain = "".join(found.split()).replace("`", "")
    assert "见会议记录，又那次𠮷祥里的会，x[[1]]。" in plain


@pytest.mark.parametrize("annotated", [False, True])
def test_wiki_links_lead_to_a_document_on_the_same_page(
    annotated: bool, make_excerpt: MakeExcerpt, make_job: MakeJob, document: Document
) -> None:
    mark = make_excerpt("引文", note=f"见 [[{document.title}]]，[[别的]]。")
    text = AnnotatedText(document, "引文", (), (mark,))
    options = ExportOptions(annotated=annotated)
    job = replace(make_job(mark), options=options, documents=(document,) * annotated, read=lambda _: text)
    root = html.document_fromstring(written("html", job).decode())
    ((target, words),) = [(each.get("href"), each.text) for each in root.xpath("//div[@class='note']//a")]
    assert words == document.title
    assert len(root.xpath(f"//*[@id='{target.removeprefix('#')}']")) == 1
    theme = replace(job, options=ExportOptions(grouping="theme"))
    assert not html.document_fromstring(written("html", theme).decode()).xpath("//div[@class='note']//a")
