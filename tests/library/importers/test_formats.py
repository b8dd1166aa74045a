"""Foreign files, made here, and the text, headings and jumps that come of them."""

import io
import zipfile
from pathlib import Path

import pytest

from library.errors import Refused
from library.importers import BUILT_IN
from library.importers.base import ImportOptions, load_importers
from library.models import Draft
from library.progress import Progress

BODY = """<h1>第一章 <i>𠮷</i></h1><p>正文
一段<b>重要</b>的话，见<a href="https://a.example/">链接</a>，<a
 href="javascript:x()">坏链</a><a href="#n1" id="r1">[1]</a>。</p>
<ol start="3"><li>甲</li><li>乙<ul><li>内</li></ul></li></ol>
<table><tr><th>姓名</th><th>职务</th></tr><tr><td>王😀</td><td>委员</td></tr></table>
<p><ruby>漢<rt>hàn</rt></ruby><img src="file:///etc/passwd" alt="图 一"/></p><p id="n1">注文 <a href="#r1">↑</a></p>"""
TEXT = """第一章 𠮷
正文一段重要的话，见链接，坏链[1]。
3. 甲
4. 乙
  • 内
姓名 | 职务
王😀 | 委员
漢[image: 图 一]
注文"""


def read(path: Path, **options: object) -> Draft:
    importer = load_importers(BUILT_IN).find(path)
    assert importer is not None
    (draft,) = importer.read(path, ImportOptions(**options), Progress())  # type: ignore[arg-type]
    return draft


def said(draft: Draft) -> list[tuple[str, str, str]]:
    """Return each element's kind, words and value; of a jump, the words it leads to."""
    return [
        (
            element.kind,
            draft.text[element.start : element.end],
            draft.text[int(element.value) :][:2] if element.kind == "jump" else element.value,
        )
        for element in draft.elements
    ]


ELEMENTS = [
    ("heading", "第一章 𠮷", "1"),
    ("emphasis", "𠮷", ""),
    ("strong", "重要", ""),
    ("link", "链接", "https://a.example/"),
    ("jump", "[1]", "注文"),
    ("jump", "注", "[1"),
]


def book(path: Path, *pages: str) -> Path:
    items = "".join(
        f'<item id="i{number}" href="{number}.xhtml" media-type="application/xhtml+xml"/>'
        for number in range(len(pages))
    )
    spine = "".join(f'<itemref idref="i{number}"/>' for number in range(len(pages)))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "META-INF/container.xml", '<container><rootfiles><rootfile full-path="O/b.opf"/></rootfiles></container>'
        )
        archive.writestr(
            "O/b.opf",
            "<package><metadata><title>书名</title><creator>作者</creator><language>zh</language></metadata>"
            f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
        )
        for number, page in enumerate(pages):
            archive.writestr(f"O/{number}.xhtml", f"<html><head><title>不要</title></head><body>{page}</body></html>")
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_page(tmp_path: Path, encoding: str) -> None:
    page = f'<html lang="zh"><head><meta charset="{encoding}"><title>题 目</title>'
    page += f'<meta name="author" content="某人"><script>alert(1)</script></head><body>{BODY}</body></html>'
    (tmp_path / "a.html").write_bytes(page.encode(encoding))
    draft = read(tmp_path / "a.html")
    assert draft.text == TEXT
    assert said(draft) == ELEMENTS
    assert (draft.title, draft.author, draft.language) == ("题 目", "某人", "zh")


def test_a_book_in_reading_order(tmp_path: Path) -> None:
    draft = read(book(tmp_path / "a.epub", BODY, '<p>回到<a href="0.xhtml#n1">注</a><i/>，后文&nbsp;完</p>'))
    assert draft.text == TEXT + "\n回到注，后文\xa0完"
    assert said(draft) == [*ELEMENTS, ("jump", "注", "注文")]
    assert (draft.title, draft.author, draft.language) == ("书名", "作者", "zh")


def test_a_locked_book_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "a.epub", "<p>x</p>")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("META-INF/encryption.xml", '<e><EncryptionMethod Algorithm="http://www.w3.org/aes128"/></e>')
    with pytest.raises(Refused, match="locked"):
        read(path)


WORD = """<w:document xmlns:w="w" xmlns:r="r"><w:body>
<w:p><w:pPr><w:pStyle w:val="T"/></w:pPr><w:r><w:t>报告</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>总则</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr></w:pPr><w:r><w:t>条目</w:t></w:r></w:p>
<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>重</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>要𠮷</w:t></w:r>
<w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins><w:r><w:t>插入</w:t></w:r></w:ins>
<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:hyperlink r:id="h"><w:r><w:t>链</w:t></w:r></w:hyperlink></w:p></w:body></w:document>"""
STYLES = """<w:styles xmlns:w="w"><w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="0"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="1"><w:name w:val="own"/><w:basedOn w:val="0"/></w:style></w:styles>"""
NUMBERING = """<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="2"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>
</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="7"/></w:num></w:numbering>"""
NOTES = """<w:footnotes xmlns:w="w"><w:footnote w:id="-1"><w:p/></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:t>注文</w:t></w:r></w:p></w:footnote></w:footnotes>"""
RELATIONS = '<R><Relationship Id="h" Type="x/hyperlink" Target="https://a.example/"/></R>'


def test_a_word_document(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("word/document.xml", WORD)
        archive.writestr("word/styles.xml", STYLES)
        archive.writestr("word/numbering.xml", NUMBERING)
        archive.writestr("word/footnotes.xml", NOTES)
        archive.writestr("word/_rels/document.xml.rels", RELATIONS)
        archive.writestr("docProps/core.xml", "<cp><title>报告</title><language>en-US</language></cp>")
    draft = read(tmp_path / "a.docx")
    assert draft.text == "报告\n一、总则\n1.2 条目\n正文重要𠮷插入[1]\n甲 | 乙\n链\n[1] 注文"
    assert said(draft) == [
        ("title", "报告", ""),
        ("heading", "一、总则", "1"),
        ("strong", "重要𠮷", ""),
        ("jump", "[1]", "[1"),
        ("link", "链", "https://a.example/"),
        ("jump", "[1]", "[1"),
    ]
    assert (draft.title, draft.language) == ("报告", "")


ODT = """<o:document-content xmlns:o="o" xmlns:text="text" xmlns:style="style" xmlns:fo="fo" xmlns:table="table">
<o:automatic-styles><style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..."
 style:num-suffix="、"/></text:list-style></o:automatic-styles><o:body><o:text>
<text:tracked-changes><text:p>删去</text:p></text:tracked-changes>
<text:h text:outline-level="2">总则</text:h><text:p>正文<text:span text:style-name="B">重要</text:span><text:note
><text:note-citation>1</text:note-citation>
<text:note-body><text:p>注文</text:p></text:note-body></text:note></text:p>
<text:list text:style-name="L"><text:list-item><text:p>甲</text:p></text:list-item><text:list-item><text:p>乙</text:p>
</text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>子</text:p></table:table-cell>
<table:table-cell><text:p>丑</text:p></table:table-cell></table:table-row></table:table></o:text></o:body>
</o:document-content>"""


def test_an_open_document(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.odt", "w") as archive:
        archive.writestr("content.xml", ODT)
    draft = read(tmp_path / "a.odt")
    assert draft.text == "总则\n正文重要[1]\n一、甲\n二、乙\n子 | 丑\n[1] 注文"
    assert said(draft)[:2] == [("heading", "总则", "2"), ("strong", "重要", "")]


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".epub"])
def test_a_bomb_is_refused(tmp_path: Path, suffix: str) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("word/document.xml", "content.xml", "META-INF/container.xml"):
            archive.writestr(name, b" " * 20_000_000)
    (tmp_path / f"a{suffix}").write_bytes(data.getvalue())
    with pytest.raises(Refused, match="100 times"):
        read(tmp_path / f"a{suffix}")


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".epub"])
def test_entities_are_not_resolved(tmp_path: Path, suffix: str) -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    evil = f'<!DOCTYPE x [<!ENTITY a0 "ha"><!ENTITY e SYSTEM "file:///etc/passwd">{laughs}]><x><p>&e;&a9;</p></x>'
    with zipfile.ZipFile(tmp_path / f"a{suffix}", "w") as archive:
        for name in ("word/document.xml", "content.xml", "META-INF/container.xml"):
            archive.writestr(name, evil)
    try:
        draft = read(tmp_path / f"a{suffix}")
    except Refused:
        return
    assert "root" not in draft.text
    assert len(draft.text) < 1000


def test_markup_of_any_depth_keeps_its_text(tmp_path: Path) -> None:
    deep = 200_000
    (tmp_path / "a.html").write_text("<div>" * deep + "深处" + "</div>" * deep + "<p>之后</p>")
    assert read(tmp_path / "a.html").text == "深处\n之后"


def test_what_surrounds_an_article_stays_out_unless_the_whole_page_is_wanted(tmp_path: Path) -> None:
    body = "<p>这一段是正文，有足够长的文字，也有逗号，句号。</p>" * 5
    page = f'<nav>首页</nav><div class="sidebar">广告</div><div id="text">{body}</div><footer>版权</footer>'
    (tmp_path / "a.html").write_text(page)
    assert set(read(tmp_path / "a.html").text.split("\n")) == {"这一段是正文，有足够长的文字，也有逗号，句号。"}
    whole = read(tmp_path / "a.html", whole_page=True).text
    assert whole.startswith("首页\n广告\n这一段")
    assert whole.endswith("版权")
