"""What the reader wrote, set within the outline of a page."""

import pytest

from library.exporters.prose import prose_html


@pytest.mark.parametrize(
    ("text", "below", "html"),
    [
        ("# 题\n\n字", 1, "<h2>题</h2>\n<p>字</p>\n"),
        ("# 题", 3, "<h4>题</h4>\n"),
        ("###### 题", 3, "<h6>题</h6>\n"),
        ("题\n==", 3, "<h4>题</h4>\n"),
    ],
)
def test_headings_are_of_the_levels_below_those_of_the_page(text: str, below: int, html: str) -> None:
    assert prose_html(text, below=below) == html
