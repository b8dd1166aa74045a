"""How an export cites: by which place, and in which quotation marks its quotations stand."""

import io
from dataclasses import replace

import pytest
from lxml import etree

from library.citations.locators import LocatorChoice
from library.exporters import get
from library.exporters.base import AnnotatedText, ExportOptions, Marks
from library.exporters.citing import PlainCiting, StyledCiting
from library.exporters.wording import CHINESE
from library.models import Document
from library.progress import Progress
from tests.library.exporters.conftest import MakeExcerpt, MakeJob
from tests.library.exporters.reading import READERS, xml_of

TOLD = {"kind": "book", "title": "议事", "author": "王明", "date": "2001", "place": "北京", "publisher": "书局"}


@pytest.mark.parametrize(
    ("locator", "plain", "cited", "noted"),
    [
        ("page", "第 11 页，第 12 段", "（王明，2001）11", "书局：11."),
        ("paragraph", "第 12 段", "（王明，2001：第12段）", "书局，第12段."),
        ("heading", "“一、缘起”", "（王明，2001：“一、缘起”）", "书局，“一、缘起”."),
    ],
)
def test_a_place_is_told_by_what_is_chosen(
    locator: LocatorChoice, plain: str, cited: str, noted: str, document: Document, make_excerpt: MakeExcerpt
) -> None:
    excerpt = make_excerpt("引文", pages="11")
    assert PlainCiting(locator).cite(excerpt, CHINESE).plain.endswith(plain)
    styled = StyledCiting("gbt7714-2025-author-date", [document], {document.id: TOLD}, locator)
    assert styled.cite(excerpt, CHINESE).plain == cited
    assert styled.note(excerpt, CHINESE).plain.endswith(noted)


PAPER = {"kind": "article", "title": "A paper", "author": "Jane Smith", "date": "2001", "container": "Journal of X",
         "volume": "2", "pages": "1-20"}  # fmt: skip


@pytest.mark.parametrize(
    ("style", "book", "paper"),
    [
        ("gbt7714-2015", "王明. 议事[M]. 北京: 书局, 2001: 11.", "SMITH J. A paper[J]. Journal of X, 2001, 2: 11."),
        ("gbt7714-2025", "王明. 议事[M]. 北京：书局，2001：11.", "Smith J. A paper[J]. Journal of X，2001，2：11."),
        ("apa", "(王明, 2001, p. 11)", "(Smith, 2001, p. 11)"),
        ("chicago", "(王明 2001, 11)", "(Smith 2001, 11)"),
    ],
)
def test_a_footnote_cites_the_page_as_the_style_has_it(
    style: str, book: str, paper: str, document: Document, make_excerpt: MakeExcerpt
) -> None:
    other = replace(document, id="d2")
    styled = StyledCiting(style, [document, other], {"d1": TOLD, "d2": PAPER})
    assert styled.note(make_excerpt("引文", pages="11"), CHINESE).plain == book
    assert styled.note(make_excerpt("Quote", pages="11", document=other), CHINESE).plain == paper


@pytest.mark.parametrize("locator", ["page", "heading"])
def test_what_has_no_page_and_no_heading_is_told_by_its_paragraph(
    locator: LocatorChoice, document: Document, make_excerpt: MakeExcerpt
) -> None:
    excerpt = make_excerpt("引文", heading="")
    assert PlainCiting(locator).cite(excerpt, CHINESE).plain.endswith("，第 12 段")
    styled = StyledCiting("chicago", [document], {document.id: TOLD}, locator)
    assert styled.cite(excerpt, CHINESE).plain == "(王明 2001, para. 12)"


@pytest.mark.parametrize(("style", "face"), [("apa", "italic"), ("gbt7714-2015", "superscript")])
def test_citations_keep_their_faces(
    style: str, face: str, document: Document, make_excerpt: MakeExcerpt, make_job: MakeJob
) -> None:
    told = {document.id: {"kind": "book", "title": "Wells", "author": "Ann Lee", "date": "2001"}}
    job = replace(
        make_job(make_excerpt("text", pages="11")),
        options=ExportOptions(style=style, footnotes=False),
        citing=StyledCiting(style, [document], told),
    )

    def written(name: str) -> bytes:
        file = io.BytesIO()
        get(name).write(job, file, Progress())
        return file.getvalue()

    body = etree.tostring(xml_of(written("docx"), "word/document.xml"), encoding="unicode")
    page, text = written("html").decode(), written("markdown").decode()
    if face == "italic":
        assert "<w:i/><w:iCs/>" in body
        assert "<em>Wells</em>" in page
        assert "- `@d1` Lee, A. (2001). *Wells*." in text
    else:
        assert '<w:vertAlign w:val="superscript"/>' in body
        assert "<sup>[1]11</sup>" in page
        assert "- `@d1` \\[1] LEE A." in text


def test_a_row_of_a_workbook_cites_in_full(document: Document, make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    job = replace(
        make_job(make_excerpt("引文", pages="11")),
        options=ExportOptions(style="gbt7714-2015", footnotes=False),
        citing=StyledCiting("gbt7714-2015", [document], {document.id: TOLD}),
    )
    file = io.BytesIO()
    get("xlsx").write(job, file, Progress())
    assert "王明. 议事[M]. 北京: 书局, 2001: 11." in READERS["xlsx"](file.getvalue()).split("\n")


def test_italics_are_kept_in_footnotes(document: Document, make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    job = replace(
        make_job(make_excerpt("引文", pages="11")),
        options=ExportOptions(style="apa"),
        citing=StyledCiting("apa", [document], {document.id: {**TOLD, "author": ""}}),
    )
    file = io.BytesIO()
    get("docx").write(job, file, Progress())
    italic = xml_of(file.getvalue(), "word/footnotes.xml").xpath("//*[local-name()='r'][*/*[local-name()='i']]")
    assert ["".join(run.itertext()) for run in italic] == ["议事"]
    assert " (议事, 2001, p. 11)" in READERS["docx"](file.getvalue())


def test_an_annotated_text_in_markdown_has_the_list_of_a_style(
    document: Document, make_excerpt: MakeExcerpt, make_job: MakeJob
) -> None:
    excerpt = make_excerpt("引文", pages="11")
    job = replace(
        make_job(excerpt),
        options=ExportOptions(style="gbt7714-2015", annotated=True),
        documents=(document,),
        read=lambda _: AnnotatedText(document, "引文。", (), (excerpt,)),
        citing=StyledCiting("gbt7714-2015", [document], {document.id: TOLD}),
    )
    file = io.BytesIO()
    get("markdown").write(job, file, Progress())
    text = file.getvalue().decode()
    assert "[@d1, 页 11, 段 12]" in text
    assert text.endswith("\n# 参考文献\n\n- `@d1` \\[1] 王明. 议事\\[M]. 北京: 书局, 2001.\n")


def test_citation_keys_tell_the_same_place(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    job = make_job(make_excerpt("引文", pages="11", heading="一[1]、缘起; 下"))

    def keyed(locator: LocatorChoice) -> str:
        file = io.BytesIO()
        get("markdown").write(replace(job, options=ExportOptions(locator=locator)), file, Progress())
        return file.getvalue().decode().rpartition("[@")[2].strip()

    assert keyed("page") == "d1, 页 11, 段 12]"
    assert keyed("paragraph") == "d1, 段 12]"
    assert keyed("heading") == "d1, 节 一 1 、缘起 下]"


@pytest.mark.parametrize(
    ("marks", "simple", "traditional", "english"),
    [
        ("none", "他说“好”。", "曰「善」。", "Say “so”."),
        ("script", "“他说‘好’。”", "「曰『善』。」", "“Say ‘so’.”"),
        ("curly", "“他说‘好’。”", "“曰‘善’。”", "“Say ‘so’.”"),
        ("corner", "「他说『好』。」", "「曰『善』。」", "“Say ‘so’.”"),
    ],
)
@pytest.mark.parametrize("name", ["text", "docx", "html", "markdown"])
def test_quotations_stand_in_the_marks_that_are_chosen(
    name: str, marks: Marks, simple: str, traditional: str, english: str, document: Document,
    make_excerpt: MakeExcerpt, make_job: MakeJob,
) -> None:  # fmt: skip
    other = replace(document, id="d2", title="Rules", language="en")
    excerpts = (
        make_excerpt("他说“好”。"),
        make_excerpt("曰「善」。", start=20),
        make_excerpt("Say “so”.", document=other),
    )
    job = replace(make_job(*excerpts), options=ExportOptions(marks=marks))
    file = io.BytesIO()
    get(name).write(job, file, Progress())
    found = READERS[name](file.getvalue())
    for quote in (simple, traditional, english):
        assert f"\n{quote}" in found.replace("\r", "").replace("> ", "")


def test_what_is_counted_is_without_marks(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    job = replace(make_job(make_excerpt("引文")), options=ExportOptions(marks="corner"))
    for name in ("csv", "json", "xlsx", "w3c"):
        file = io.BytesIO()
        get(name).write(job, file, Progress())
        assert "「引文」" not in READERS[name](file.getvalue())
