"""E-books: chapters that only the contents name, and notes that lead nowhere back."""

import zipfile
from pathlib import Path

import pytest

from library.elements import Element
from library.importers.returns import with_returns
from library.models import Draft
from tests.library.importers.test_formats import read, said

NAV = """<html xmlns:epub="http://www.idpf.org/2007/ops"><body><nav epub:type="toc"><h2>目录</h2><ol>
<li><a href="a.xhtml">第一章 总则</a><ol><li><a href="a.xhtml#s">第一节</a></li></ol></li></ol></nav>
<nav epub:type="landmarks"><ol><li><a href="a.xhtml">正文</a></li></ol></nav></body></html>"""
NCX = """<ncx xmlns="x"><navMap><navPoint><navLabel><text>第一章　总则</text></navLabel><content src="a.xhtml"/>
<navPoint><navLabel><text>第一节</text></navLabel><content src="a.xhtml#s"/></navPoint></navPoint></navMap></ncx>"""
PAGE = "<p>第一章</p><p>总则</p><p>正文</p><p id='s'>第一节</p><p>正文</p>"


def book(path: Path, page: str, contents: str = "", kind: str = "", said: str = "") -> Draft:
    item = {
        "nav": '<item id="c" href="c.xhtml" properties="nav" media-type="application/xhtml+xml"/>',
        "ncx": '<item id="c" href="c.xhtml" media-type="application/x-dtbncx+xml"/>',
    }.get(kind, "")
    with zipfile.ZipFile(path / "a.epub", "w") as archive:
        root = '<container><rootfiles><rootfile full-path="O/b.opf"/></rootfiles></container>'
        archive.writestr("META-INF/container.xml", root)
        archive.writestr(
            "O/b.opf",
            f'<package xmlns:opf="o"><metadata>{said}</metadata><manifest>{item}'
            '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
            '<spine><itemref idref="a"/></spine></package>',
        )
        archive.writestr("O/a.xhtml", f'<html xmlns:epub="e"><body>{page}</body></html>')
        archive.writestr("O/c.xhtml", contents)
    return read(path / "a.epub")


@pytest.mark.parametrize(("kind", "contents"), [("nav", NAV), ("ncx", NCX)])
def test_the_contents_make_headings(tmp_path: Path, kind: str, contents: str) -> None:
    draft = book(tmp_path, PAGE, contents, kind)
    assert draft.text == "第一章\n总则\n正文\n第一节\n正文"
    assert said(draft) == [("heading", "第一章", "1"), ("heading", "第一节", "2")]


def test_headings_of_the_page_count_for_more(tmp_path: Path) -> None:
    assert said(book(tmp_path, f"<h3>书</h3>{PAGE}", NAV, "nav")) == [("heading", "书", "3")]


def test_chapters_whose_words_only_the_contents_have(tmp_path: Path) -> None:
    page = '<p><img alt=""/></p><p id="s">正文<b>重</b></p><p>后文<a href="#s">见</a></p>'
    draft = book(
        tmp_path,
        page,
        NCX.replace(
            "</navMap>", "<navPoint><navLabel><text>无</text></navLabel><content src='a.xhtml#x'/></navPoint></navMap>"
        ),
        "ncx",
    )
    assert draft.text == "第一章 总则\n第一节\n正文重\n后文见"
    assert said(draft) == [
        ("heading", "第一章 总则", "1"),
        ("heading", "第一节", "2"),
        ("strong", "重", ""),
        ("jump", "见", "第一"),
    ]
    assert book(tmp_path, "<p><img alt=''/></p>", NAV, "nav").text == "第一章 总则"


@pytest.mark.parametrize("contents", ["", "<nav", "<html/>"])
def test_contents_that_are_broken(tmp_path: Path, contents: str) -> None:
    assert said(book(tmp_path, PAGE, contents, "nav")) == []


def test_notes_without_a_way_back_get_one(tmp_path: Path) -> None:
    page = (
        '<p>甲<a epub:type="noteref" href="#n1">[1]</a>乙<a href="#n2"><img alt="注"/></a>丙<a href="#n1">1</a></p>'
        '<p><a href="#h">二</a></p><aside epub:type="footnote" id="n1"><p>[1] 注一</p></aside>'
        '<p id="n2">注二</p><h2 id="h">二</h2>'
    )
    draft = book(tmp_path, page)
    jumps = [(draft.text[each.start : each.end], draft.text[int(each.value) :][:3]) for each in draft.elements[:-1]]
    marks = [("[1]", "[1]"), ("[image: 注]", "注二\n"), ("1", "[1]"), ("二", "二")]
    assert jumps == [*marks, ("[1]", "[1]"), ("注二", "[im")]


def test_a_way_back_that_is_there_is_enough() -> None:
    elements = [Element(1, 2, "jump", "5"), Element(5, 6, "jump", "0")]
    assert with_returns("a1bb\n1 note", elements) == elements
    assert with_returns("a1bb\n1 note", elements[:1])[1:] == [Element(5, 6, "jump", "1")]
    assert with_returns("aword\nnote", [Element(1, 5, "jump", "6")])[1:] == []


def test_numbers_by_which_it_is_known(tmp_path: Path) -> None:
    named = (
        "<identifier>urn:uuid:1</identifier><identifier>urn:isbn:9787108012345</identifier><identifier>{}</identifier>"
    )
    for doi in ("10.1000/x.1", "urn:doi:10.1000/x.1", "DOI: 10.1000/x.1", "https://doi.org/10.1000/x.1"):
        fields = dict(book(tmp_path, PAGE, said=named.format(doi)).fields)
        assert (fields["isbn"], fields["doi"]) == ("9787108012345", "10.1000/x.1")


def test_persons_by_their_roles(tmp_path: Path) -> None:
    said = (
        '<creator opf:role="aut">王</creator><creator opf:role="trl">李</creator><creator id="c">赵</creator>'
        '<meta refines="#c" property="role">edt</meta><meta refines="#c" property="file-as">Z</meta>'
        '<contributor opf:role="trl">周</contributor><contributor>书商</contributor><creator>吴</creator>'
    )
    draft = book(tmp_path, PAGE, said=said)
    fields = dict(draft.fields)
    assert (draft.author, fields["translator"], fields["editor"]) == ("王; 吴", "李; 周", "赵")


def test_a_book_that_says_no_order_and_the_wrong_kinds(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.epub", "w") as archive:
        archive.writestr("META-INF/container.xml", '<c><rootfiles><rootfile full-path="b.opf"/></rootfiles></c>')
        items = "".join(f'<item id="{n}" href="{n}.xhtml" media-type="text/plain"/>' for n in "ba")
        archive.writestr("b.opf", f"<package><manifest>{items}</manifest><spine/></package>")
        for name in "ab":
            archive.writestr(f"{name}.xhtml", f"<html><body><p>{name}</p></body></html>")
    assert read(tmp_path / "a.epub").text == "b\na"
