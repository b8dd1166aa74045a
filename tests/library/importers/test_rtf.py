"""Rich text, made here, and what comes of it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.errors import Refused
from library.importers.base import ImportOptions
from library.importers.fieldcodes import link_target, words_under_readings
from library.importers.rtf import RtfImporter
from library.importers.rtfreader import RtfReader
from library.progress import Progress
from tests.library.importers.test_formats import read, said


def gbk(words: str) -> str:
    return "".join(f"\\'{byte:02x}" for byte in words.encode("gbk"))


def text_of(source: str) -> str:
    return RtfReader(source, None).read(Progress(), "").finish()[0]


HEAD = (
    r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}{\f1\fcharset2 Symbol;}"
    r"{\f2\fcharset0 Times;}{\f3\fcharset2 Wingdings;}}{\colortbl;\red0;}"
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 Title;}{\s3 heading 2;}}"
)
BODY = (
    rf"{{\info{{\title {gbk('题')}}}{{\author \u29579?}}{{\*\company {gbk('不要')}}}}}{{\header {gbk('页眉')}\par}}"
    rf"\pard\s2 {gbk('报告')}\par\pard\plain\s1 {gbk('总则')}\par"
    rf"\pard\plain {gbk('中')}{{\b {gbk('重要')}}}{{\i {gbk('斜')}}}\u-10174?\u-8265?\u-10179?\u-8704?e\u769?"
    rf"{{\super\chftn{{\footnote\pard\plain {{\super\chftn}} {gbk('注文')}{{\i x}}}}}}"
    rf"{{\chftn{{\footnote\ftnalt\pard\plain {gbk('尾注')}}}}}{gbk('完')}\par"
    rf"{{\listtext\f1\'b7\tab}}\pard\ls1 {gbk('甲')}\par{{\listtext\f0 1.\tab}}{gbk('乙')}\par"
    rf"\trowd\cellx9\cellx99\pard\intbl {gbk('姓名')}\cell {gbk('职务')}\cell\row"
    rf"\trowd\pard\intbl {gbk('王')}\cell\cell\row\pard"
    rf'{{\field{{\*\fldinst HYPERLINK "https://a.example/"}}{{\fldrslt {gbk("链接")}}}}}'
    r'{\field{\*\fldinst HYPERLINK "javascript:x()"}{\fldrslt x}}'
    rf"{{\v hidden}}{{\deleted gone}}{{\*\unknown {gbk('不要')}}}{{\f3\'fe}}"
    rf"{{\pict\pngblip{{\*\picprop{{\sp{{\sn wzDescription}}{{\sv {gbk('图')}}}}}}} 89504e47}}\par}}"
)
TEXT = (
    "报告\n总则\n中重要斜𠮷😀e\u0301[1][2]完\n• 甲\n1. 乙\n姓名 | 职务\n王 | \n链接x☑[image: 图]\n[1] 注文x\n[2] 尾注"
)


def test_a_document(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_text(HEAD + BODY)
    draft = read(tmp_path / "a.rtf")
    assert draft.text == TEXT
    assert said(draft) == [
        ("heading", "总则", "1"),
        ("strong", "重要", ""),
        ("emphasis", "斜", ""),
        ("jump", "[1]", "[1"),
        ("jump", "[2]", "[2"),
        ("link", "链接", "https://a.example/"),
        ("jump", "[1]", "[1"),
        ("emphasis", "x", ""),
        ("jump", "[2]", "[2"),
    ]
    assert (draft.title, draft.author, draft.replaced, draft.remarks) == ("报告", "王", 0, ())
    marks = [element for element in draft.elements if element.kind == "jump"]
    assert [marks[0].value, marks[2].value] == [str(marks[2].start), str(marks[0].start)], "there and back"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"{\rtf1\ansi caf\'e9 na\'efve}", "café naïve"),
        (r"{\rtf1\mac caf\'8e}", "café"),
        (r"{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8}", "При"),
        (r"{\rtf1\ansi\ansicpg950 \'a4\'a4\'a4\'e5}", "中文"),
        (r"{\rtf1\ansi{\fonttbl{\f0\fcharset128 M;}}\f0 \'93\'fa\'96\'7b}", "日本"),
        ("{\\rtf1\\ansi\\ansicpg936 \\'d6\r\n\\'d0\\'97\\}\\'cf~}", "中梷蟸"),
        (r"{\rtf1\ansi\uc2\u20013\'d6\'d0\u25991\'ce\'c4!}", "中文!"),
        (r"{\rtf1\ansi\uc0\u20013\u25991 !}", "中文!"),
        (r"{\rtf1\ansi\u20013 ?\u8212\emdash\u25991?}", "中—文"),
        (r"{\rtf1{\upr{no}{\*\ud{\u20013?}}}}", "中"),
        (r"{\rtf1 a\tab b\line c\~d\_e\{\}\\\par\par f}", "a\tb\nc\xa0d\u2011e{}\\\nf"),
        (r"{\rtf1 a{\*\x\bin3 }}}}b}", "ab"),
        (r"{\rtf1{\pict\bin4 }{}}}a}", "[image]a"),
        (r"{\rtf1 a{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt box\par}}{\shprslt box}}b\par c}", "ab\nbox\nc"),
        (r"{\rtf1{\field{\*\fldinst EQ \\* jc2 \\o\\ad(\\s\\up 9(p\'edn),\u25340?)}{\fldrslt }}!}", "拼!"),
        (
            r"{\rtf1\trowd\intbl a\cell\itap2 b\nestcell c\nestcell{\nestrow}\intbl\itap1 d\cell\row\pard e}",
            "a | b | c d\ne",
        ),
        (r"{\rtf1\trowd\intbl a\cell b\par c\cell\row\pard d}", "a | b c\nd"),
        (r"{\rtf1\ansi\ansicpg936 \'d6\'d0\'b9}", "中\ufffd"),
        (r"{\rtf1\trowd\cellx1 a\cell b\cell\row\trowd\pard c\cell d\cell\row\pard e}", "a | b\nc | d\ne"),
        (r"{\rtf1 broken {\b off", "broken off"),
        (r"{\rtf1 one} two", "one"),
        (r"{\rtf1\u55357?x}", "\ufffdx"),
    ],
)
def test_words_and_signs(source: str, text: str) -> None:
    assert text_of(source) == text


def test_an_encoding_that_is_not_said_is_guessed() -> None:
    sentence = "中国人民政治协商会议全国委员会办公厅关于加强工作的意见。"
    assert text_of(rf"{{\rtf1\ansi {gbk(sentence)}}}") == sentence


def test_a_given_encoding_is_used(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_text(r"{\rtf1\ansi\ansicpg936 \'a4\'a4\'a4\'e5}")
    assert read(tmp_path / "a.rtf", encoding="big5").text == "中文"


def test_what_is_no_rich_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_text("rich text")
    with pytest.raises(Refused, match="not an RTF file"):
        list(RtfImporter().read(tmp_path / "a.rtf", ImportOptions(), Progress()))


@given(st.text(alphabet="\\{}'* \nub0123456789abcdefrowcelnt?é-", max_size=200))
def test_any_source_is_read(source: str) -> None:
    text = text_of("{\\rtf1 " + source)
    assert "\0" not in text
    text.encode()


@pytest.mark.parametrize(
    ("instruction", "target"),
    [
        ('HYPERLINK "https://a.example/"', "https://a.example/"),
        (' HYPERLINK \\l "place" ', "#place"),
        ('HYPERLINK "https://a.example/" \\l "part" \\o "tip"', "https://a.example/#part"),
        (r"HYPERLINK \h https://a.example/", "https://a.example/"),
        (r" PAGEREF _Toc1 \h ", "#_Toc1"),
        ("PAGE", ""),
    ],
)
def test_what_fields_lead_to(instruction: str, target: str) -> None:
    assert link_target(instruction) == target


def test_words_under_their_reading() -> None:
    assert words_under_readings(r'EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(zhù),注)') == "注"
    assert words_under_readings("EQ \\f(1,2)") == ""


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"\uc0 \u-10174\uc1 \u-8265?a", "𠮷a"),
        (r"{\field{\*\fldinst { EQ \\* jc3 \\o\\al(\\s\\up 10(hanzi),\u27721?)}}{\fldrslt {}}}a", "汉a"),
        (r"\pard\ls1 a\par b\par{\listtext (x)}c\par\pard\ls7 d\par\pard e\par\pard\ls1\ilvl1 f",
         "一、a\n二、b\n(x) c\nd\ne\n2.1 f"),
    ],
)  # fmt: skip
def test_what_libreoffice_and_wps_write(source: str, text: str) -> None:
    tables = (
        r"{\*\listtable{\list\listtemplateid1{\listlevel\levelnfc37\levelnfcn37\levelstartat1{\leveltext\'02\'00\'a1\'a2;}"
        r"{\levelnumbers\'01;}}{\listlevel\levelnfc0\levellegal1{\leveltext\'03\'00.\'01;}}\listid5}}"
        r"{\*\listoverridetable{\listoverride\listid5\listoverridecount0\ls1}}"
    )
    assert text_of(r"{\rtf1\ansicpg936" + tables + source + "}") == text


def test_asian_words_are_set_apart_by_words_of_their_own() -> None:
    source = r"{\rtf1{\dbch\ab\dbch a}{\rtlch\ab\ltrch b}{\dbch\ai c}}"
    text, elements = RtfReader(source, None).read(Progress(), "").finish()
    assert [(element.kind, text[element.start : element.end]) for element in elements] == [
        ("strong", "a"), ("emphasis", "c")
    ]  # fmt: skip
