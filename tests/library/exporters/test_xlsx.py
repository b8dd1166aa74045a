"""The looks of a workbook: rows as high as their text, sheets that can be printed."""

import io
from zipfile import ZipFile

import pytest
from lxml import etree

from library.exporters.xlsx import XlsxExporter, row_height
from library.progress import Progress
from tests.library.exporters.conftest import MakeExcerpt, MakeJob


@pytest.mark.parametrize(
    ("cells", "widths", "lines"),
    [
        ([], [], 1),
        (["", 12], [10, 10], 1),
        (["汉字汉字汉"], [10], 1),
        (["汉字汉字汉字"], [10], 2),
        (["a" * 11, "b"], [10, 40], 2),
        (["一\n\n三", "𠮷" * 11], [40, 10], 3),
    ],
)
def test_a_row_is_as_high_as_its_text(cells: list[str | int], widths: list[int], lines: int) -> None:
    assert row_height(cells, widths) == 15 * lines


def test_no_row_is_higher_than_excel_has_them() -> None:
    assert row_height(["字" * 40_000], [10]) == 409


def test_long_quotations_are_seen_whole_and_pages_have_their_heads(
    make_excerpt: MakeExcerpt, make_job: MakeJob
) -> None:
    file = io.BytesIO()
    XlsxExporter().write(make_job(make_excerpt("短"), make_excerpt("长" * 95)), file, Progress())
    sheet = etree.fromstring(ZipFile(file).read("xl/worksheets/sheet1.xml"))
    _, short, long = (float(row.get("ht", 15)) for row in sheet.iterfind(".//{*}row"))
    assert (short < long, long) == (True, 60)
    assert sheet.find("{*}pageSetup").get("orientation") == "landscape"
    assert b"$1:$1</definedName>" in ZipFile(file).read("xl/workbook.xml")
