"""What a web page says of itself at its head."""

from pathlib import Path

from library.importers.base import ImportOptions
from library.importers.html import HtmlImporter
from library.importers.htmlhead import PageHead, page_fields
from library.importers.parsing import parse_events
from library.progress import Progress

PAPER = """<html lang="zh"><head><title>𠮷祥 | 学报</title>
<link rel="canonical" href="https://example.org/a">
<meta name="citation_author" content="张三"><meta name="citation_author" content="李 四">
<meta name="citation_journal_title" content="社会学研究"><meta name="citation_volume" content="32">
<meta name="citation_issue" content="4"><meta name="citation_firstpage" content="12">
<meta name="citation_lastpage" content="30"><meta name="citation_doi" content="10.1/甲">
<meta property="og:site_name" content="学术网"></head></html>"""


def head(page: str) -> PageHead:
    found = PageHead()
    parse_events(page, found)
    return found


def test_a_paper_tells_its_bibliography() -> None:
    found = head(PAPER)
    assert found.first("citation_author") == ["张三", "李 四"]
    assert dict(page_fields(found)) == {
        "kind": "article", "container": "社会学研究", "volume": "32", "issue": "4", "doi": "10.1/甲",
        "url": "https://example.org/a", "pages": "12-30",
    }  # fmt: skip


def test_a_page_that_says_nothing_is_a_web_page() -> None:
    assert list(page_fields(head("<p>甲</p>"))) == [("kind", "webpage")]


def test_a_page_names_its_site_and_publisher() -> None:
    page = '<meta property="og:site_name" content="网"><meta name="DC.publisher" content=" 𠮷 社 ">'
    assert dict(page_fields(head(page))) == {"kind": "webpage", "publisher": "𠮷 社", "container": "网"}


def test_linked_data_says_what_nothing_else_does(tmp_path: Path) -> None:
    path = tmp_path / "页.html"
    data = (
        '{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle", "headline": "题", "author": '
        '[{"@type": "Person", "name": "张三"}, "李四"], "datePublished": "2018-03-05", "publisher": {"name": "报社"}}]}'
    )
    page = f"<html><head><script type='application/ld+json'>{data}</script></head><body><p>正文。</p></body></html>"
    path.write_text(page, encoding="utf-8")
    (draft,) = HtmlImporter().read(path, ImportOptions(), Progress())
    assert (draft.title, draft.author, draft.date) == ("题", "张三; 李四", "2018-03-05")
    assert ("publisher", "报社") in draft.fields
    path.write_text(page.replace("{", "[" * 5000, 1), encoding="utf-8")
    (draft,) = HtmlImporter().read(path, ImportOptions(), Progress())
    assert draft.author == ""
