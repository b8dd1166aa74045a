"""The same document in every format that can carry it, and the same text, outline and marks that come of each."""

import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from library.chinese.outlining import outline_of
from library.importers import BUILT_IN
from library.importers.base import ImportOptions, load_importers
from library.importers.recognition import importer_for
from library.models import Draft
from library.progress import Progress
from tests.library.importers.test_formats import said
from tests.paper import Paper

TEXT = """第一章 总则
正文一段重要的话，斜体𠮷😀，见链接[1]。
第一节 缘起
1. 甲项
2. 乙项
姓名 | 职务 | 年
合计 |  | 一
李 | 主席 | 2
 | 委员 | 3
尾段的文字。
[1] 脚注文字""".replace("\n |", "\n|")
OUTLINE = [(1, "第一章 总则"), (2, "第一节 缘起")]
MARKS = [
    ("strong", "重要", ""),
    ("emphasis", "斜体", ""),
    ("link", "链接", "https://a.example/x?y=1&z=2"),
    ("jump", "[1]", "[1"),
    ("jump", "[1]", "[1"),
]
LINK = "https://a.example/x?y=1&amp;z=2"
PAGE = f"""<h1>第一章 总则</h1>
<p>正文一段<b>重要</b>的话，<i>斜体</i>𠮷😀，见<a href="{LINK}">链接</a><a id="r" href="#n">[1]</a>。</p>
<h2>第一节 缘起</h2><ol><li>甲项</li><li>乙项</li></ol>
<table><tr><td>姓名</td><td>职务</td><td>年</td></tr><tr><td colspan="2">合计</td><td>一</td></tr>
<tr><td rowspan="2">李</td><td>主席</td><td>2</td></tr><tr><td>委员</td><td>3</td></tr></table>
<p>尾段的文字。</p><p id="n"><a href="#r">[1]</a> 脚注文字</p>"""


def _html(path: Path) -> None:
    path.write_text(f"<html><head><title>年鉴</title></head><body>{PAGE}</body></html>", encoding="utf-8")


def _mhtml(path: Path) -> None:
    message = EmailMessage()
    message.make_related()
    page = f"<html><head><title>年鉴</title></head><body>{PAGE}</body></html>"
    message.add_related(page.encode(), "text", "html", params={"charset": "utf-8"})
    path.write_bytes(b"MIME-Version: 1.0\n" + bytes(message))


def _epub(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("META-INF/container.xml", '<c><rootfiles><rootfile full-path="O/b.opf"/></rootfiles></c>')
        archive.writestr(
            "O/b.opf",
            "<package><metadata><title>年鉴</title></metadata><manifest><item id='i' href='a.xhtml' "
            "media-type='application/xhtml+xml'/></manifest><spine><itemref idref='i'/></spine></package>",
        )
        archive.writestr("O/a.xhtml", f"<html><head/><body>{PAGE}</body></html>")


def _p(words: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{words}</w:p>"


def _r(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def _tc(words: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{_p(_r(words) if words else '')}</w:tc>"


def _docx(path: Path) -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    rows = (
        _tc("姓名") + _tc("职务") + _tc("年"),
        _tc("合计", '<w:gridSpan w:val="2"/>') + _tc("一"),
        _tc("李", '<w:vMerge w:val="restart"/>') + _tc("主席") + _tc("2"),
        _tc("", "<w:vMerge/>") + _tc("委员") + _tc("3"),
    )
    body = "".join(
        (
            _p(_r("第一章 总则", "<w:b/>"), '<w:outlineLvl w:val="0"/>'),
            _p(
                _r("正文一段") + _r("重要", "<w:b/>") + _r("的话，") + _r("斜体", "<w:i/>") + _r("𠮷😀，见")
                + f'<w:hyperlink r:id="h">{_r("链接")}</w:hyperlink>' + note + _r("。")
            ),
            _p(_r("第一节 缘起"), '<w:outlineLvl w:val="1"/>'),
            _p(_r("甲项"), number) + _p(_r("乙项"), number),
            f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>",
            _p(_r("尾段的文字。")),
        )
    )  # fmt: skip
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="w" xmlns:r="r"><w:body>{body}</w:body></w:document>'
        )
        archive.writestr(
            "word/numbering.xml",
            '<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
            '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
            "</w:numbering>",
        )
        archive.writestr(
            "word/footnotes.xml",
            f'<w:footnotes xmlns:w="w"><w:footnote w:id="1">{_p(_r("脚注文字"))}</w:footnote></w:footnotes>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels", f'<R><Relationship Id="h" Type="x/hyperlink" Target="{LINK}"/></R>'
        )
        archive.writestr("docProps/core.xml", '<c xmlns:dc="d"><dc:title>年鉴</dc:title></c>')


def _cell(words: str, spans: str = "") -> str:
    return f"<table:table-cell {spans}><text:p>{words}</text:p></table:table-cell>"


COVERED = "<table:covered-table-cell/>"
ODT = f"""<o:document xmlns:o="office:1.0/opendocument.text" xmlns:text="t" xmlns:style="s" xmlns:fo="f"
 xmlns:table="b" xmlns:x="x" xmlns:dc="d">
<o:meta><dc:title>年鉴</dc:title></o:meta><o:automatic-styles>
<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="I"><style:text-properties style:font-style-asian="italic"/></style:style>
<style:style style:name="H" style:default-outline-level="2"/>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"
 style:num-suffix="."/></text:list-style></o:automatic-styles><o:body><o:text>
<text:h text:outline-level="1">第一章 总则</text:h>
<text:p>正文一段<text:span text:style-name="B">重要</text:span>的话，<text:span text:style-name="I">斜体</text:span
>𠮷😀，见<text:a x:href="{LINK}">链接</text:a><text:note text:note-class="footnote"><text:note-citation
>1</text:note-citation><text:note-body><text:p>脚注文字</text:p></text:note-body></text:note>。</text:p>
<text:p text:style-name="H">第一节 缘起</text:p>
<text:list text:style-name="L"><text:list-item><text:p>甲项</text:p></text:list-item><text:list-item
><text:p>乙项</text:p></text:list-item></text:list><table:table>
<table:table-row>{_cell("姓名")}{_cell("职务")}{_cell("年")}</table:table-row>
<table:table-row>{_cell("合计", 'table:number-columns-spanned="2"')}{COVERED}{_cell("一")}</table:table-row>
<table:table-row>{_cell("李", 'table:number-rows-spanned="2"')}{_cell("主席")}{_cell("2")}</table:table-row>
<table:table-row>{COVERED}{_cell("委员")}{_cell("3")}</table:table-row></table:table>
<text:p>尾段的文字。</text:p></o:text></o:body></o:document>"""


def _odt(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", ODT)
        archive.writestr("meta.xml", '<o:meta xmlns:o="o" xmlns:dc="d"><dc:title>年鉴</dc:title></o:meta>')


def _fodt(path: Path) -> None:
    flat = ODT.replace("<o:document ", "<office:document ").replace("</o:document>", "</office:document>")
    flat = flat.replace('xmlns:o="office:1.0/opendocument.text"', 'xmlns:o="o" xmlns:office="opendocument.text"')
    path.write_text(flat, encoding="utf-8")


def _coded(words: str) -> str:
    units = memoryview(words.encode("utf-16-le")).cast("H")
    return "".join(f"\\u{unit if unit < 0x8000 else unit - 0x10000}?" for unit in units)


def _rtf(path: Path) -> None:
    edges = r"\trowd\cellx1000\cellx2000\cellx3000 "
    rows = (
        edges + r"\pard\intbl 姓名\cell 职务\cell 年\cell\row",
        r"\trowd\cellx2000\cellx3000\pard\intbl 合计\cell 一\cell\row",
        edges + r"\pard\intbl 李\cell 主席\cell 2\cell\row",
        edges + r"\pard\intbl\cell 委员\cell 3\cell\row",
    )
    source = (
        r"{\rtf1\ansi\ansicpg936{\info{\title 年鉴}}{\*\listtable{\list{\listlevel\levelnfc0\levelstartat1"
        r"{\leveltext\'02\'00.;}}\listid9}}{\*\listoverridetable{\listoverride\listid9\ls1}}"
        r"\pard\outlinelevel0\b 第一章 总则\b0\par\pard 正文一段{\b 重要}的话，{\i 斜体}𠮷😀，见"
        r'{\field{\*\fldinst HYPERLINK "https://a.example/x?y=1&z=2"}{\fldrslt 链接}}{\*\footnote 脚注文字}。\par'
        r"\pard\outlinelevel1 第一节 缘起\par\pard\ls1\ilvl0 甲项\par 乙项\par "
        + "".join(rows)
        + r"\pard 尾段的文字。\par}"
    )
    path.write_text("".join(sign if sign.isascii() else _coded(sign) for sign in source), encoding="ascii")


WRITERS: dict[str, Callable[[Path], None]] = {
    "html": _html, "mht": _mhtml, "epub": _epub, "docx": _docx, "odt": _odt, "fodt": _fodt, "rtf": _rtf
}  # fmt: skip


def read(path: Path) -> Draft:
    (draft,) = importer_for(path, load_importers(BUILT_IN), named=True).read(path, ImportOptions(), Progress())
    return draft


def outline(draft: Draft) -> list[tuple[int, str]]:
    return [(heading.level, heading.title) for heading in outline_of(draft.text, draft.elements).headings]


@pytest.mark.parametrize("suffix", WRITERS)
def test_text_outline_and_marks(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{suffix}"
    WRITERS[suffix](path)
    draft = read(path)
    assert draft.text == TEXT
    assert outline(draft) == OUTLINE
    assert [mark for mark in said(draft) if mark[0] not in {"heading", "page"}] == MARKS
    assert draft.title == "年鉴"


def test_a_pdf_has_no_emphasis_but_the_rest(tmp_path: Path) -> None:
    paper = Paper()
    page = paper.page()
    page.put(60, 780, "第一章 总则", 18, "B")
    page.lines(60, 740, ["正文一段重要的话，斜体𠮷，见链接。"])
    page.put(60, 700, "第一节 缘起", 14, "B")
    page.lines(60, 670, ["1. 甲项", "2. 乙项"], leading=20)
    for row, cells in enumerate((("姓名", "职务", "年"), ("李", "主席", "2"), ("王", "委员", "3"))):
        for column, words in enumerate(cells):
            page.put(60 + 100 * column, 620 - 16 * row, words)
    page.lines(60, 550, ["尾段的文字。"])
    draft = read(paper.save(tmp_path / "a.pdf"))
    assert draft.text == (
        "第一章 总则\n正文一段重要的话，斜体𠮷，见链接。\n第一节 缘起\n1. 甲项\n2. 乙项\n"
        "姓名 | 职务 | 年\n李 | 主席 | 2\n王 | 委员 | 3\n尾段的文字。"
    )
    assert outline(draft) == OUTLINE


@pytest.mark.parametrize("suffix", ["md", "txt"])
def test_plain_text_stays_as_it_is(suffix: str, tmp_path: Path) -> None:
    text = "第一章 总则\n\n正文一段的话，𠮷😀。\n\n第一节 缘起\n\n1. 甲项\n2. 乙项\n\n尾段的文字。\n"
    text = text.replace("第一章", "# 第一章").replace("第一节", "## 第一节") if suffix == "md" else text
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(text.replace("\n", "\r\n").encode("gb18030"))
    draft = read(path)
    assert draft.text == text
    assert draft.title


@pytest.mark.parametrize("suffix", ["docx", "odt", "epub"])
def test_odd_archives_are_the_same(suffix: str, tmp_path: Path) -> None:
    """Names in capitals, behind a dot or with the slashes of Windows, and space before the markup change nothing."""
    path = tmp_path / f"a.{suffix}"
    WRITERS[suffix](path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for rename in (str.upper, "./{}".format, lambda name: name.replace("/", "\\")):
        with zipfile.ZipFile(path, "w") as archive:
            for name, part in parts.items():
                archive.writestr(
                    name if name == "mimetype" else rename(name), b"\r\n " + part if b"<" in part else part
                )
        assert read(path).text == TEXT
