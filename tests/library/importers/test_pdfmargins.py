"""What repeats at the edges of pages, and is text all the same."""

from pathlib import Path

from tests.library.importers.test_pdf import saved
from tests.paper import Paper


def test_slides_that_are_built_up_keep_their_words(tmp_path: Path) -> None:
    steps = ["先说目的", "再说方法", "再说材料", "再说结果", "最后说讨论"]
    paper = Paper()
    for count in (4, 5, 5):
        page = paper.page()
        page.put(60, 800, "研究设计", 20)
        page.lines(60, 700, steps[:count], 12, 40)
        page.put(500, 30, str(len(paper.pages)))
    assert saved(paper, tmp_path).text == "\n".join("\n".join(["研究设计", *steps[:count]]) for count in (4, 5, 5))


def test_a_file_that_says_the_same_on_every_page_keeps_it(tmp_path: Path) -> None:
    paper = Paper()
    for _ in range(3):
        paper.page().put(60, 800, "背景")
    assert saved(paper, tmp_path).text.count("背景") == 3
