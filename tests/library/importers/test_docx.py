"""Word documents: their fields, signs, changes, boxes and notes."""

import zipfile
from pathlib import Path

import pytest

from library.importers.titling import date_of_file
from library.models import Draft
from tests.library.importers.test_formats import read, said

STYLES = """<w:styles xmlns:w="w"><w:style w:styleId="S" w:type="character"><w:name w:val="Strong"/>
<w:rPr><w:b/></w:rPr></w:style><w:style w:styleId="P" w:type="paragraph"><w:rPr><w:b/></w:rPr></w:style></w:styles>"""
FOOT = """<w:footnotes xmlns:w="w"><w:footnote w:id="0" w:type="separator">
<w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> 注一</w:t></w:r></w:p>
<w:p><w:r><w:t>第二段</w:t></w:r></w:p></w:footnote></w:footnotes>"""
END = '<w:endnotes xmlns:w="w"><w:endnote w:id="2"><w:p><w:r><w:t>尾注</w:t></w:r></w:p></w:endnote></w:endnotes>'

BULLET, SYMBOL = "\uf0b7", '<w:rFonts w:ascii="Symbol"/>'
RUBY = r"EQ \* jc2 \o\ad(\s\up 9(zhù),注)"
JUMP = r" HYPERLINK \l &quot;b&quot; "


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def field(instruction: str, shown: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    told = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return mark("begin") + told + mark("separate") + run(shown) + mark("end")


def document(path: Path, body: str, **parts: str) -> Draft:
    with zipfile.ZipFile(path / "a.docx", "w") as archive:
        text = f'<w:document xmlns:w="w" xmlns:m="m" xmlns:mc="mc" xmlns:r="r"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", text)
        for name, part in parts.items():
            archive.writestr(f"word/{name}.xml", part)
    return read(path / "a.docx")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<w:p>{run('a')}<w:del>{run('x')}</w:del><w:ins>{run('b')}</w:ins></w:p>", "ab"),
        (f"<w:p><w:moveFrom>{run('x')}</w:moveFrom><w:moveTo>{run('b')}</w:moveTo></w:p>", "b"),
        (f"<w:p><w:sdt><w:sdtContent>{run('in')}</w:sdtContent></w:sdt></w:p>", "in"),
        (
            f"<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('click')}</w:sdtContent></w:sdt></w:p>",
            "",
        ),
        ("<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>", "x=1"),
        ('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F061"/></w:r></w:p>', "☑α"),
        (f"<w:p>{run(BULLET, SYMBOL)}</w:p>", "•"),
        (
            '<w:p><w:r><w:sym w:font="x" w:char="zz"/><w:t>a</w:t><w:noBreakHyphen/><w:ptab/></w:r></w:p>',
            "a\u2011\t",
        ),
        (f"<w:p>{run('a')}<w:commentRangeStart/><w:r><w:commentReference/></w:r></w:p>", "a"),
        (
            "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>"
            "</mc:Choice><mc:Fallback><w:t>box</w:t></mc:Fallback></mc:AlternateContent><w:t>a</w:t></w:r></w:p>",
            "a\nbox",
        ),
        (
            f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p>{run("a")}</w:p></w:tc>'
            f"<w:tc><w:p>{run('b')}</w:p></w:tc></w:tr></w:tbl>",
            "a |  | b",
        ),
        (
            '<w:p><w:r><w:pict><w:shape alt="图一"><w:imagedata w:title="x"/></w:shape></w:pict></w:r></w:p>',
            "[image: 图一]",
        ),
        (f"<w:p>{field(RUBY, '')}{run('疋')}</w:p>", "注疋"),
        (f"<w:p>{field('PAGE', '7')}</w:p>", "7"),
        ("<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", "| b"),
    ],
)
def test_words(tmp_path: Path, body: str, text: str) -> None:
    assert document(tmp_path, body).text == text


def test_fields_that_are_links(tmp_path: Path) -> None:
    body = (
        f"<w:p>{field('HYPERLINK &quot;https://a.example/&quot;', '链')}{field(JUMP, '跳')}"
        f'<w:fldSimple w:instr="HYPERLINK https://b.example/">{run("二")}</w:fldSimple>'
        f'{field("HYPERLINK &quot;javascript:x()&quot;", "坏")}<w:bookmarkStart w:name="b"/>{run("处")}</w:p>'
    )
    draft = document(tmp_path, body)
    assert draft.text == "链跳二坏处"
    assert said(draft) == [
        ("link", "链", "https://a.example/"),
        ("jump", "跳", "处"),
        ("link", "二", "https://b.example/"),
    ]


def test_emphasis_of_styles_of_words(tmp_path: Path) -> None:
    styled = run("重", '<w:rStyle w:val="S"/>')
    draft = document(tmp_path, f'<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr>{styled}{run("要")}</w:p>', styles=STYLES)
    assert said(draft) == [("strong", "重", "")]


def test_notes_lead_there_and_back(tmp_path: Path) -> None:
    marks = '<w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
    draft = document(tmp_path, f"<w:p>{run('𠮷')}{marks}</w:p>", footnotes=FOOT, endnotes=END)
    assert draft.text == "𠮷[i][1]\n[1] 注一\n第二段\n[i] 尾注"
    places = {(element.start, int(element.value)) for element in draft.elements}
    assert places == {(1, 19), (4, 8), (8, 4), (19, 1)}


def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    comment = "<w:r><w:commentReference/></w:r>"
    draft = document(tmp_path, f"<w:p>{run('𠮷')}{comment}{comment}</w:p><w:altChunk/>")
    assert [str(remark) for remark in draft.remarks] == [
        "Comments that were left out: 2.",
        "Parts of this document in other formats that were left out: 1. "
        "Save it anew in Word or LibreOffice to have them.",
    ]


@pytest.mark.parametrize(
    ("made", "words", "date"),
    [
        ("2019-05-03T08:00:00Z", "河上有船。", "2019-05-03"),
        ("2013-12-23T23:15:00Z", "河上有船。", ""),
        ("2019-05-03T08:00:00Z", "关于修桥的通知\n各村：\n请来开会。\n水利局办公室\n2018年12月3日", ""),
        ("soon", "河上有船。", ""),
    ],
)
def test_the_day_of_a_file_counts_where_its_text_tells_none(made: str, words: str, date: str) -> None:
    assert date_of_file(made, words) == date
