"""Notes in asides and footers of web pages."""

from pathlib import Path

import pytest

from library.importers.pagenotes import with_notes
from tests.library.importers.test_formats import read, said


@pytest.mark.parametrize(
    "box",
    [
        '<aside epub:type="footnote" id="n1"><p>注文</p></aside>',
        "<footer><p id=n1>注文</p></footer>",
        '<ASIDE role="doc-footnote">注文</aside>',
    ],
)
def test_notes_stay_in_the_text(tmp_path: Path, box: str) -> None:
    (tmp_path / "a.html").write_text(f"<p>正文<a href='#n1'>[1]</a>。</p>{box}", encoding="utf-8")
    assert read(tmp_path / "a.html").text == "正文[1]。\n注文"


@pytest.mark.parametrize(
    "page",
    [
        "<aside id=a>x<a href='#a'>top</a></aside>",
        "<footer id=f>x</footer>",
        "<aside>" * 3,
        "<footer id=f><a href='#f'>",
    ],
)
def test_what_surrounds_a_text_stays_as_it_is(page: str) -> None:
    assert with_notes(page) == page


def test_notes_outside_of_the_article_are_kept(tmp_path: Path) -> None:
    words = "<p>这一段是正文，有足够长的文字，也有逗号，句号。<sup><a href='#n1'>[1]</a></sup></p>" * 5
    notes = "<aside id='n1'><p>注一</p><p>其二</p></aside><aside><p id='n2'>注二</p></aside>"
    menu = "<ul class='nav'><li><a href='#x'>首页</a></li></ul>"
    page = f"{menu}<div id='text'>{words}<p><a href='#n2'>②</a></p></div><p id='x'>栏目</p><div>{notes}</div>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    draft = read(tmp_path / "a.html")
    assert draft.text.endswith("②\n注一\n其二\n注二")
    assert {("jump", "[1]", "注一"), ("jump", "②", "注二")} <= set(said(draft))
