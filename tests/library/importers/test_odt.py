"""OpenDocuments: numbers of headings, notes of two kinds, and what their changes say of other persons."""

from pathlib import Path

from library.models import Draft
from tests.library.importers.test_formats import read, said

STYLES = """<text:outline-style><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..."
 style:num-suffix="、"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"
 text:start-value="3"/><text:outline-level-style text:level="3" style:num-format=""/></text:outline-style>
<style:style style:name="H" style:default-outline-level="1"/><style:style style:name="P" style:parent-style-name="H">
<style:text-properties fo:font-weight="bold"/></style:style>"""


def document(path: Path, body: str) -> Draft:
    (path / "a.fodt").write_text(
        '<?xml version="1.0"?><o:document xmlns:o="opendocument.text" xmlns:text="t" xmlns:style="s" xmlns:fo="f"'
        f' xmlns:dc="d"><o:styles>{STYLES}</o:styles><o:body><o:text>{body}</o:text></o:body></o:document>',
        encoding="utf-8",
    )
    return read(path / "a.fodt")


def heading(words: str, level: int, more: str = "") -> str:
    return f'<text:h text:outline-level="{level}" {more}>{words}</text:h>'


def test_the_numbers_of_headings(tmp_path: Path) -> None:
    body = [
        heading("甲", 1),
        heading("乙", 2),
        heading("丙𠮷", 2),
        heading("丁", 3),
        heading("戊", 1),
        heading("己", 2),
    ]
    body += [heading("庚", 1, 'text:is-list-header="true"'), '<text:p text:style-name="P">辛</text:p>']
    draft = document(tmp_path, "".join(body))
    lines = ["一、甲", "一.3 乙", "一.4 丙𠮷", "丁", "二、戊", "二.3 己", "庚", "三、辛"]
    assert draft.text.split("\n") == lines
    assert [element.kind for element in draft.elements] == ["heading"] * 8


def test_footnotes_are_counted_apart_from_endnotes(tmp_path: Path) -> None:
    def note(kind: str, words: str) -> str:
        return (
            f'<text:note text:note-class="{kind}"><text:note-body><text:p>{words}</text:p></text:note-body></text:note>'
        )

    draft = document(
        tmp_path, f"<text:p>a{note('endnote', '尾')}b{note('footnote', '脚')}c{note('endnote', '末')}</text:p>"
    )
    assert draft.text == "a[i]b[1]c[ii]\n[1] 脚\n[i] 尾\n[ii] 末"
    assert ("jump", "[ii]", "[i") in said(draft)


def test_who_made_a_change_is_no_author(tmp_path: Path) -> None:
    change = "<text:tracked-changes><dc:creator>某人</dc:creator></text:tracked-changes>"
    assert document(tmp_path, f"{change}<text:p>文</text:p>").author == ""
