"""Notes in asides and footers of web pages."""

from pathlib import Path

import pytest

from library.importers.pagenotes import with_notes
from tests.library.importers.test_formats import read


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
