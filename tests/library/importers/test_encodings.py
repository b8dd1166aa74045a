"""Encodings: every text of the table is read right, whichever encoding it is in and however short it is."""

import codecs
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.errors import LibraryError, Refused
from library.importers.encodings import Decoded, decode, encoding_label, known_encoding

SIMPLIFIED = (
    "政治协商",
    "区政协系统党的建设工作会议召开",
    "一些",
    "联通",
    "他在雪地里站了很久，没有说话。",
    "会议由主席主持，各专委会主任、界别委员约150余人参加（名单附后）。",
    "委员们围绕“老旧小区改造”这一议题，提出了二十三条意见建议。其中，加装电梯、增设停车位最受关注。\r\n第二天，"
    "工作组走访了四个社区，听取居民的想法；街道办事处的同志说：“先把能办的办好。”\r\n",
)
TRADITIONAL = (
    "中文",
    "紅樓夢",
    "學而時習之，不亦說乎？",
    "那天傍晚，老張推開門，看見院子裡的槐樹下坐著一個陌生的女人。",
    "有朋自遠方來，不亦樂乎？人不知而不慍，不亦君子乎？\n吾日三省吾身：為人謀而不忠乎？與朋友交而不信乎？傳不習乎？",
)
JAPANESE = (
    "日本語のテスト",
    "会議は午後三時から始まりますので、資料を準備してください。",
    "コンピューターのプログラムを書くには、まず言語を学ばなければならない。昨日、友達と新しい店へ行きました。",
)
HALF_WIDTH = ("ﾃｽﾄ ﾒｯｾｰｼﾞ ﾃﾞｽ", "ﾄｳｷｮｳ ﾉ ｼﾞｭｳｼｮ ﾄ ﾃﾞﾝﾜﾊﾞﾝｺﾞｳ ｦ ｶｲﾃ ｸﾀﾞｻｲ｡")
KOREAN = (
    "안녕하세요",
    "오늘은 날씨가 아주 좋습니다.",
    "회의는 다음 주 월요일에 열릴 예정이며, 위원들은 자료를 미리 읽고 오시기 바랍니다. 문의는 사무국으로 해 주십시오.",
)
FRENCH = (
    "déjà vu",
    "Le garçon a mangé des crêpes au café.",
    "L’élève était déjà rentré à la maison ; où êtes-vous allés après le dîner, dit-elle en haussant les épaules.",
)
GERMAN = (
    "Müller",
    "Schöne Grüße aus Köln!",
    "Die Müllerin fährt über die Straße; später möchte sie ein Bücherregal kaufen. Öffentliche Plätze sind größer.",
)
SPANISH = ("¿Dónde está la biblioteca?", "El niño comió una manzana en el jardín y mañana irá a la estación.")
RUSSIAN = (
    "Привет, как дела?",
    "Все счастливые семьи похожи друг на друга, каждая несчастливая семья несчастлива по-своему.",
)
GREEK = ("Καλημέρα σας", "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα.")
POLISH = (
    "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są oni obdarzeni rozumem i "
    "sumieniem i powinni postępować wobec innych w duchu braterstwa. Książka leży na stole, proszę wziąć ją później.",
)
CZECH = (
    "Příliš žluťoučký kůň úpěl ďábelské ódy. Všichni lidé rodí se svobodní a sobě rovní co do důstojnosti a práv; "
    "jsou nadáni rozumem a svědomím a mají spolu jednat v duchu bratrství.",
)
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le")

TABLE = (
    *product(SIMPLIFIED, ("gb18030", *UNICODE)),
    *product(SIMPLIFIED[2:], ("gbk", "gb2312")),
    *product(TRADITIONAL, ("big5hkscs", "big5", "gb18030", *UNICODE)),
    *product(JAPANESE, ("cp932", "shift_jis", "euc_jp", "iso2022_jp", *UNICODE)),
    *product(HALF_WIDTH, ("cp932", "utf-8", "utf-16-le")),
    *product(KOREAN, ("euc_kr", "cp949", *UNICODE)),
    *product(FRENCH + GERMAN + SPANISH, ("cp1252", *UNICODE)),
    *product(GERMAN + SPANISH, ("latin-1",)),
    *product(RUSSIAN, ("cp1251", "koi8-r", "cp866", *UNICODE)),
    *product(GREEK, ("cp1253", *UNICODE)),
    *product(POLISH + CZECH, ("cp1250", *UNICODE)),
    *product(("ASCII only, Bush hid the facts", "a"), ("ascii", *UNICODE)),
)


@pytest.mark.parametrize(("text", "encoding"), TABLE, ids=lambda value: value[:12])
def test_guessed(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text.replace("\r\n", "\n")
    assert (decoded.replaced, decoded.stripped) == (0, 0)


@pytest.mark.parametrize("repeats", [1, 40])
@pytest.mark.parametrize(
    ("texts", "encoding"),
    [
        (SIMPLIFIED, "gb18030"),
        (TRADITIONAL, "big5hkscs"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (KOREAN, "cp949"),
        (FRENCH, "cp1252"),
        (GERMAN, "cp1252"),
        (RUSSIAN, "cp1251"),
        (GREEK, "cp1253"),
    ],
)
def test_guessed_by_name(texts: tuple[str, ...], encoding: str, repeats: int) -> None:
    assert decode("\n".join(texts * repeats).encode(encoding)).encoding == encoding_label(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16"])
def test_the_sample_texts(encoding: str) -> None:
    folder = Path(__file__).parents[3] / "resources" / "sample"
    texts = [path.read_text(encoding="utf-8") for path in folder.iterdir() if path.suffix in {".txt", ".md"}]
    assert texts
    for text in texts:
        assert decode(text.encode(encoding)).text == text
        for line in text.splitlines():
            assert decode(line.encode(encoding)).text == line


def test_an_english_preface_does_not_hide_the_encoding() -> None:
    text = "All rights reserved by nobody.\n" * 3_000 + "第一回　甄士隐梦幻识通灵　贾雨村风尘怀闺秀\n" + "©\n"
    assert decode(text.encode("gb18030")).text == text
    one_line = text.replace("\n", "\r")
    assert decode(one_line.encode("gb18030")).text == text


def test_characters_outside_the_basic_plane() -> None:
    text = "𠮷野家的😀，e\u0301 与 葛\U000e0100"
    for encoding in ("utf-8", "gb18030", "utf-16-le", "utf-16"):
        assert decode(text.encode(encoding)).text == text


@given(st.text("政协𠮷😀e\u0301\r\n\u2028\u2029 a", max_size=30))
def test_utf8_is_kept_but_for_line_ends(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    assert decode(text.encode()).text == lines
    assert decode(codecs.BOM_UTF8 + text.encode()) == Decoded(lines, "UTF-8")


def test_nothing_is_normalised() -> None:
    assert decode("豈\uf900ﬁe\u0301２".encode()).text == "豈\uf900ﬁe\u0301２"


@pytest.mark.parametrize(
    ("data", "text", "replaced", "stripped"),
    [
        (b"", "", 0, 0),
        ("政协工作".encode()[:-1], "政协工�", 1, 0),
        (("政协会议" * 5_000).encode() + b"\xff" + "结束".encode(), "政协会议" * 5_000 + "�结束", 1, 0),
        (("政协会议" * 5_000).encode()[:-2], "政协会议" * 4_999 + "政协会�", 1, 0),
        (("很好，" * 500).encode("gbk") + b"\xff\n" + "下一段".encode("gbk"), "很好，" * 500 + "�\n下一段", 1, 0),
        (("很好" * 500).encode("gbk")[:-1], "很好" * 499 + "很�", 1, 0),
        ("前\0后".encode(), "前后", 0, 1),
        (b"a\0bcdefgh", "abcdefgh", 0, 1),
        ("a\ud800政协".encode("utf-8", "surrogatepass"), "a政协", 0, 1),
        ("\ud83d\ude00政协".encode("utf-8", "surrogatepass"), "😀政协", 0, 0),
        ("政协\ud800会议工作".encode("utf-16", "surrogatepass"), "政协会议工作", 0, 1),
        ("政协工作会议召开".encode("utf-16-le") + b"\x41", "政协工作会议召开�", 1, 0),
        ("他写了“\ufffd”".encode(), "他写了“\ufffd”", 0, 0),
        ("他写了“\ufffd”，还".encode()[:-1], "他写了“\ufffd”，�", 1, 0),
    ],
)
def test_what_could_not_be_read_is_counted(data: bytes, text: str, replaced: int, stripped: int) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.replaced, decoded.stripped) == (text, replaced, stripped)


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04\x14\0\0\0word/document.xml", "docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), "DOC"),
        (b"{\\rtf1\\ansi plain}", "RTF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "picture"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "picture"),
        (b"RIFF\x10\0\0\0WAVEfmt ", "sound"),
        (b"BM" + bytes(100), "picture"),
        (b"\x7fELF\x02\x01\x01", "program"),
        (b"MZ\x90" + bytes(100), "program"),
        (b"SQLite format 3\0", "database"),
        (b"\x1f\x8b\x08\0", "archive"),
        (b"ID3\x04" + bytes(10), "sound"),
        (b"\0\0\0\x18ftypmp42", "film"),
        (b"notes.txt".ljust(257, b"\0") + b"ustar", "archive"),
        (bytes(range(256)) * 4, "not a text"),
        (b"\0\1\2\3", "not a text"),
        (b"\0" * 100, "not a text"),
        (b"\x05\x9f\x00\xfe\xb7\x13\x88\x02\x1c\xd9" * 50, "not a text"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, word: str) -> None:
    with pytest.raises(Refused, match=word):
        decode(data)


@pytest.mark.parametrize("text", ["MZ and BM are letters", "ID3 tags explained", "RIFF on a theme", "BZh!", "Rar"])
def test_texts_that_begin_like_binaries(text: str) -> None:
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("gb2312", "镕基𠮷"),
        ("GBK", "政协"),
        ("big5", "紅樓夢"),
        ("Shift_JIS", "日本語①"),
        ("latin-1", "“smart” é"),
        ("utf_16", "政协"),
    ],
)
def test_a_given_encoding_is_used(name: str, text: str) -> None:
    assert decode(text.encode(known_encoding(name)), name).text == text


def test_a_given_encoding_drops_the_bom() -> None:
    assert decode("政协".encode("utf-8-sig"), "utf-8").text == "政协"
    assert decode("\ufeff政协".encode("utf-16-le"), "utf-16-le").text == "政协"


def test_a_given_encoding_that_hardly_fits_counts_what_it_lost() -> None:
    decoded = decode("Schöne Grüße aus Köln".encode("latin-1"), "utf-8")
    assert decoded.text == "Sch�ne Gr��e aus K�ln"
    assert decoded.replaced == 4


def test_a_given_encoding_that_does_not_fit_is_refused() -> None:
    with pytest.raises(Refused, match="UTF-8"):
        decode("政治协商会议".encode("gbk"), "utf-8")


@pytest.mark.parametrize("name", ["klingon", "", "rot13", "base64", "unicode_escape", "idna", "a\0b"])
def test_an_unknown_encoding(name: str) -> None:
    with pytest.raises(LibraryError, match="no encoding called"):
        decode(b"text", name)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except Refused:
        return
    assert not set(decoded.text) & set("\0\r\u2028\u2029")
    decoded.text.encode()


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_read_in_the_order_that_makes_sense(codec: str) -> None:
    text = "全区政协系统党的建设工作会议召开。𠮷"
    assert decode(text.encode(codec), "utf-16").text == text


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_utf16_is_refused_for_what_it_is_not(codec: str) -> None:
    data = "全区政协系统党的建设工作会议隆重召开，市政协主席出席会议并讲话".encode(codec)
    with pytest.raises(Refused, match="makes no sense as UTF-16"):
        decode(data[: len(data) // 2 * 2], "utf-16")


def test_a_line_of_another_encoding_in_a_text() -> None:
    line = "会议由主席主持，各专委会主任参加。\n"
    decoded = decode((line * 10).encode() + line.encode("gb18030"))
    assert decoded.encoding == "UTF-8"
    assert decoded.text.startswith(line * 10)
    assert decoded.replaced == decoded.text.count("\ufffd") > 0


def test_letters_for_mails_are_read() -> None:
    text = "会议由主席主持，各专委会主任参加 (1+1=2)。"
    assert decode(text.encode("utf-7")).text == text
    assert decode(b"1+1+one+two- a+bcd").text == "1+1+one+two- a+bcd"
