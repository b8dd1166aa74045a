"""What a web page says of itself at its head."""

from library.importers.htmlhead import PageHead, page_fields
from library.importers.markup import parse_events

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
