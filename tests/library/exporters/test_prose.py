"""What the reader wrote, set within the outline of a page."""

import pytest

from library.exporters.prose import prose_blocks, prose_html


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


def test_a_table_is_one() -> None:
    text = "前\n\n| 甲 | 乙 |\n|---|---|\n| **1** | 2 |\n| | 4 |\n\n后"
    page = prose_html(text, below=1)
    assert "<th>甲</th>" in page
    assert page.count("<tr>") == 3
    blocks = list(prose_blocks(text, "prose"))
    assert [block.text for block in blocks] == ["前", "甲 │ 乙", "1 │ 2", " │ 4", "后"]
    assert [run.bold for block in blocks[1:3] for run in block.runs] == [True, False, True, True, False, False]
