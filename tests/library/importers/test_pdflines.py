"""Tables, whose columns are no columns of text."""

from pathlib import Path

from tests.library.importers.test_pdf import saved
from tests.paper import Paper

NAMES = ["姓名", "李大永东", "张少睿", "彭颖红兰梅", "刘守荣", "仇素萍竹"]
PLACES = ["籍贯", "内蒙古赤峰", "河北省", "江西省萍乡市", "安徽省合肥", "福建"]


def test_a_table_of_two_columns_is_read_row_by_row(tmp_path: Path) -> None:
    paper = Paper()
    page = paper.page()
    page.lines(60, 700, NAMES, 12, 20)
    page.lines(300, 700, PLACES, 12, 20)
    rows = [f"{name} | {place}" for name, place in zip(NAMES, PLACES, strict=True)]
    assert saved(paper, tmp_path).text == "\n".join(rows)
