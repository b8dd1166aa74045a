"""Web pages: their lists, tables, hidden words and encodings, and pages saved in one file."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from library.errors import Refused
from library.importers.html import decode_page
from library.importers.markup import MarkupTarget, parse_html
from tests.library.importers.test_formats import BODY, ELEMENTS, TEXT, read, said

SENTENCE = "中国人民政治协商会议全国委员会办公厅关于加强工作的意见。"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ('<ol start="-1"><li>a<li>b<li value="7">c</ol>', "-1. a\n0. b\n7. c"),
        ('<ol reversed><li>a<ol type="i"><li>x</ol><li>b</ol>c', "2. a\n  i. x\n1. b\nc"),
        ('<ol reversed start="9"><li>a<li value="4">b<li>c</ol>', "9. a\n4. b\n3. c"),
        ("<ol reversed><li>never <b>closed", "1. never closed"),
        ('<ol style="list-style-type: cjk-ideographic"><li>a<li>b</ol>', "一、a\n二、b"),
        ('<ol style="color:red;list-style:inside lower-alpha" start="3"><li>a<li value=28>b</ol>', "c. a\nbb. b"),
        ('<ul style="list-style: none"><li>a</ul><ul type="1"><li>b</ul><ol type="none"><li>c</ol>', "a\n1. b\nc"),
        ('<ol reversed><li>a<li style="list-style-type:simp-chinese-formal">b<li>c</ol>', "3. a\n贰、b\n1. c"),
        ('<ol style="list-style-type:disc"><li>a</ol><ol style="list-style-type:unknown"><li>b</ol>', "• a\n1. b"),
        ("<ul><li><p>a</p><p>b</p></ul>", "• a\nb"),
        ("<table><tr><td>甲<td><td>乙<tr><th>a<br>b<td>c</table>", "甲 |  | 乙\na b | c"),
        ("<table><tr><td><p>b1</p><p>b2</p><td>c<tr><td>d<td><p>e<p></table>", "b1 b2 | c\nd | e"),
        ("<table><tr><td>a<p>b<td></table>", "a\nb"),
        ("<table><tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e</table>", "a |  | b\nc | d | e"),
        (
            "<table><tr><td rowspan=2>a<td>b<td rowspan=3>x<tr><td>c<tr><td>d<td>e</table>",
            "a | b | x\n| c | \nd | e | ",
        ),
        ("<table><tr><td colspan=3>表一<tr><td>a<td>b<td>c</table>", "表一\na | b | c"),
        ("<table><tr><td rowspan=9999>a<td>b<tr><td>c</table><table><tr><td>d<td>e</table>", "a | b\n| c\nd | e"),
        ("a<del>x<b>y</b></del>b<s>c</s>", "abc"),
        ('<p id="n">注 <a href="#r">↩︎</a> <a href="p.html#r"><sup>^</sup></a><a href="#r">a^</a></p>', "注 a^"),
        ("<table><tr><td><h2>a</h2>b<td>c</table>", "a\nb\nc"),
        ("<p>a<br>b</p><pre>  c\n\td</pre>", "a\nb\n  c\n\td"),
        ("&lt;p&gt; &nbsp;&copy;&#x20BB7;&#128512;", "<p> \xa0©𠮷😀"),
        ("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字", "漢字"),
        ('<p>a<span hidden>x</span><i style="color:red; display: none">y</i><b style="visibility:hidden">z</b>b', "ab"),
        ("<math><mi>x</mi><mo>=</mo><mn>1</mn><annotation>x=1</annotation></math>", "x=1"),
        ("<q>a</q><svg><text>no</text></svg><select><option>no</select>", "“a”"),
        ("<p>中\n文 and\nmore</p>", "中文 and more"),
        ("<p>a\x01\x1f\x7f\x90b</p>", "ab"),
    ],
)
def test_words(page: str, text: str) -> None:
    assert parse_html(page, MarkupTarget()).finish()[0] == text


@pytest.mark.parametrize(
    ("named", "charset", "codec"),
    [
        ("gb2312", "", "utf-8"),
        ("utf-8", "", "gb18030"),
        ("iso-8859-1", "", "gb18030"),
        ("no-such", "", "gb18030"),
        ("utf-8", "gb2312", "gb18030"),
        ("big5", "", "big5hkscs"),
        ("gb2312", "", "utf-16"),
        ("gb2312", "", "utf-8-sig"),
    ],
)
def test_what_a_page_says_of_its_encoding_may_be_wrong(named: str, charset: str, codec: str) -> None:
    words = SENTENCE.replace("议", "議").replace("国", "國") if codec == "big5hkscs" else SENTENCE
    words = words if codec != "big5hkscs" else "中文排版之美在於留白"
    page = f'<meta charset="{named}"><p>{words * 3}</p>'.encode(codec)
    assert words in decode_page(page, None, charset).text


def test_a_page_saved_in_one_file(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message.set_content("plain")
    message.make_related()
    page = f"<html><head><title>题</title></head><body>{BODY}</body></html>"
    message.add_related(page.encode("gb18030"), "text", "html", params={"charset": "gb2312"}, cte="quoted-printable")
    message.add_related(b"\x89PNG", "image", "png")
    (tmp_path / "a.mht").write_bytes(bytes(message))
    draft = read(tmp_path / "a.mht")
    assert (draft.text, draft.title, draft.format) == (TEXT, "题", "mhtml")
    assert said(draft) == ELEMENTS
    (tmp_path / "b.mht").write_bytes(b"MIME-Version: 1.0\nContent-Type: image/png\n\nx")
    with pytest.raises(Refused, match="no web page"):
        read(tmp_path / "b.mht")


def test_a_page_of_frames_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<frameset><frame src=x><noframes>No frames here.</noframes></frameset>")
    with pytest.raises(Refused, match="frames"):
        read(tmp_path / "a.html")


@pytest.mark.parametrize(
    ("title", "heading", "kept"),
    [
        ("桥修好了 - 柳河新闻网", "桥修好了", "桥修好了"),
        ("柳河新闻网 | 桥修好了", "桥修好了", "桥修好了"),
        ("桥修好了_要闻_柳河网", "桥 修好了", "桥修好了_要闻_柳河网"),
        ("桥修好了吗", "桥修好了", "桥修好了吗"),
        ("甲 - 乙", "丙", "甲 - 乙"),
        ("𠮷😀", "", "𠮷😀"),
    ],
)
def test_the_name_of_a_site_is_no_part_of_the_title(tmp_path: Path, title: str, heading: str, kept: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<title>{title}</title><h1>{heading}</h1><p>{SENTENCE}</p>", encoding="utf-8")
    assert read(path).title == kept


@pytest.mark.parametrize(
    ("said_author", "author"),
    [
        ("记者 王成", "王成"),
        ("本报记者：王成", "王成"),
        ("记者王成", "王成"),
        ("文成", "文成"),
        ("By Ann Lee", "Ann Lee"),
        ("作者协会", "作者协会"),
    ],
)
def test_an_author_is_a_name(tmp_path: Path, said_author: str, author: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(f'<meta name="author" content="{said_author}"><p>{SENTENCE}</p>', encoding="utf-8")
    assert read(path).author == author


def test_a_card_is_not_taken_for_the_article(tmp_path: Path) -> None:
    post = f'<div class="post"><h1>博客</h1><p>{SENTENCE * 25}</p></div>'
    card = "<article class=teaser><p>相关阅读小卡片</p></article>"
    (tmp_path / "a.html").write_text(f"<title>t</title><div class=menu>m</div>{post}{card}", encoding="utf-8")
    assert SENTENCE * 25 in read(tmp_path / "a.html").text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<h1>题</h1><article><p>文</p></article>", "题\n文"),
        ("<h1>站名</h1><article><h2>题</h2><p>文</p></article>", "题\n文"),
        ("<h1>站名</h1><h1>二</h1><article><p>文一二三</p></article>", "文一二三"),
    ],
)
def test_the_heading_above_an_article(tmp_path: Path, page: str, text: str) -> None:
    (tmp_path / "a.html").write_text(f"<title>别的</title>{page}", encoding="utf-8")
    assert read(tmp_path / "a.html").text == text


def test_what_is_no_text_of_a_page(tmp_path: Path) -> None:
    declared = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd" [\n<!ENTITY nbsp "&#160;">\n]>'
    drawing = "<svg><title>图标</title></svg>"
    page = f"<?xml version='1.0'?>{declared}<html><head></head><body>{drawing}<h1>题</h1><p>文</p></body></html>"
    (tmp_path / "a.xhtml").write_text(page, encoding="utf-8")
    draft = read(tmp_path / "a.xhtml")
    assert (draft.text, draft.title) == ("题\n文", "题")


def test_headings_and_tables_of_an_article_that_is_found(tmp_path: Path) -> None:
    """Of what surrounds the text nothing comes in, but all that stands within it, short or full of links as it is."""
    heading = '<h2>历史<span class="mw-editsection">[<a href="/edit">编辑</a>]</span></h2>'
    table = "<table><tr><th>年</th><th>桥</th></tr><tr><td>1900</td><td>石桥</td></tr></table>"
    back = '<span class="mw-cite-backlink">^ <a href="#r1"><sup>a</sup></a></span>'
    note = f'<ol><li id="n1">{back} 王成：《河》。</li></ol>'
    body = f'<p>{SENTENCE * 3}<sup id="r1"><a href="#n1">[1]</a></sup></p>{heading}<p>{SENTENCE * 4}</p>{table}{note}'
    menu, foot = '<div class="menu"><a href="/">首页</a></div>', '<div id="footer">页脚</div>'
    page = f'{menu}<div id="c"><h1>柳河</h1><div>{body}</div></div>{foot}'
    (tmp_path / "a.html").write_text(f"<title>柳河 - 百科</title>{page}", encoding="utf-8")
    draft = read(tmp_path / "a.html")
    assert draft.text.split("\n") == [
        "柳河", f"{SENTENCE * 3}[1]", "历史", SENTENCE * 4, "年 | 桥", "1900 | 石桥", "1. 王成：《河》。"
    ]  # fmt: skip
    assert ("jump", "[1]", "王成") in said(draft)
    assert ("heading", "历史", "2") in said(draft)
