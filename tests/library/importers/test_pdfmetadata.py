"""What a PDF says of itself: its metadata stream, and the journal in its running heads."""

from pathlib import Path

import pytest

from library.importers.pdfjournal import journal_of
from library.importers.pdfmetadata import xmp_of
from library.models import Draft
from tests.library.importers.test_pdf import read
from tests.paper import Paper

PACKET = """<?xpacket begin="" id="x"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="r"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">
<rdf:Description prism:volume="12" xmp:CreateDate="2020-01-01"><dc:title><rdf:Alt
><rdf:li xml:lang="x-default">河上的桥𠮷</rdf:li>
</rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>王成</rdf:li><rdf:li>李明</rdf:li></rdf:Seq></dc:creator>
<prism:publicationName>柳河学刊 &amp; 丛刊</prism:publicationName><prism:doi>10.1000/abc</prism:doi>
<prism:coverDate>2019-03-01T00:00:00</prism:coverDate><prism:number>3</prism:number>
<prism:startingPage>5</prism:startingPage><prism:endingPage>9</prism:endingPage></rdf:Description></rdf:RDF></x:xmpmeta>"""


def paper(path: Path, packet: bytes, head: str = "") -> Draft:
    made = Paper()
    for number, words in enumerate(("河上有船，船停了，桥修好了。", "桥上走着人，人说着话，河水流着。")):
        page = made.page()
        if head:
            page.put(60, 810, head, 9)
        page.lines(60, 760, [words * 2, words[::-1]])
        page.put(300, 30, str(number + 5), 9)
    file = made.save(path / "a.pdf")
    file.write_bytes(file.read_bytes() + b"\n" + packet)
    return read(file)


def test_the_metadata_stream_fills_the_fields(tmp_path: Path) -> None:
    draft = paper(tmp_path, PACKET.encode())
    assert (draft.title, draft.author, draft.date) == ("河上的桥𠮷", "王成; 李明", "2019-03-01")
    assert dict(draft.fields) == {
        "container": "柳河学刊 & 丛刊", "volume": "12", "issue": "3", "doi": "10.1000/abc", "pages": "5-9"
    }  # fmt: skip


@pytest.mark.parametrize("packet", [b"", b"<x:xmpmeta><a></x:xmpmeta>", b"<x:xmpmeta" * 99, PACKET.encode()[:-30]])
def test_a_stream_that_is_broken_says_nothing(tmp_path: Path, packet: bytes) -> None:
    (tmp_path / "a").write_bytes(b"%PDF" + packet)
    found = xmp_of(tmp_path / "a")
    assert (found.title, found.author, list(found.fields())) == ("", "", [])


def test_the_issue_in_the_running_heads(tmp_path: Path) -> None:
    draft = paper(tmp_path, b"", "柳河学刊　2019年第3期")
    assert dict(draft.fields) == {"container": "柳河学刊", "issue": "3"}
    assert draft.date == "2019"
    assert "学刊" not in draft.text


@pytest.mark.parametrize(
    ("margins", "said"),
    [
        (["第35卷第3期"], {"volume": "35", "issue": "3"}),
        (
            ["柳河学刊 第 十二 卷 第 三 期 2019年6月"],
            {"volume": "12", "issue": "3", "date": "2019", "container": "柳河学刊"},
        ),
        (["2019,35(3)"], {"date": "2019", "volume": "35", "issue": "3"}),
        (["Vol. 35 No. 3", "Journal of Rivers"], {"volume": "35", "issue": "3"}),
        (["2019年第3期（总第120期）", "王成：河上的桥 2019年第4期"], {"date": "2019", "issue": "3"}),
        (["总第120期", "第3期", "2019年", "河上的桥"], {}),
        ([], {}),
    ],
)
def test_what_margins_tell_of_a_journal(margins: list[str], said: dict[str, str]) -> None:
    assert journal_of(margins) == said
