"""CSV must open in a spreadsheet as what was marked, and as nothing that computes."""

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from library.exporters.csv import HEADER, CsvExporter
from tests.library.exporters.conftest import MakeExcerpt, MakeJob

FIXTURE = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_header_and_row(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    excerpt = make_excerpt(
        "𠮷😀", note="批注", tags=("主题/协商", "方法"), start=7, id="h1", above="第一章", speaker="柳三", pages="iv 1"
    )
    text = "".join(CsvExporter().render(make_job(excerpt)))
    assert text.split("\r\n")[0] == ",".join(HEADER)
    assert rows(text) == [
        {
            "document": "议事会简报",
            "quote": "𠮷😀",
            "correction": "",
            "note": "批注",
            "tags": "主题/协商; 方法",
            "color": "yellow",
            "heading": "一、缘起",
            "headings": "第一章 › 一、缘起",
            "paragraph": "12",
            "speaker": "柳三",
            "page": "iv–1",
            "start": "7",
            "end": "9",
            "created": "2024-05-01T08:00:00.000Z",
            "author": "",
            "date": "2019-06-18",
            "issuer": "街道办公室",
            "number": "第 12 期",
            "document_id": "d1",
            "highlight_id": "h1",
            "url": "",
        }
    ]


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
@pytest.mark.parametrize("column", ["quote", "note", "tags", "heading", "correction", "speaker"])
def test_formulas_are_text(begin: str, column: str, make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    hostile = f'{begin}HYPERLINK("http://x")'
    given_values: dict[str, object] = {"tags": (hostile,)} if column == "tags" else {column: hostile}
    quote = str(given_values.pop("quote", "字"))
    text = "".join(CsvExporter().render(make_job(make_excerpt(quote, **given_values))))
    assert rows(text)[0][column] == "'" + hostile


def test_only_the_beginning_of_a_cell_counts(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    text = "".join(CsvExporter().render(make_job(make_excerpt("1+1=2", note=" =1", tags=("a-b",)))))
    assert (rows(text)[0]["quote"], rows(text)[0]["note"], rows(text)[0]["tags"]) == ("1+1=2", " =1", "a-b")


@FIXTURE
@given(quote=st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_quote_comes_back(quote: str, make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    text = "".join(CsvExporter().render(make_job(make_excerpt(quote), make_excerpt("第二行"))))
    found = rows(text)
    assert len(found) == 2
    assert found[0]["quote"] in (quote, "'" + quote)
    assert not found[0]["quote"].startswith(("=", "+", "-", "@", "\t", "\r"))


def test_lines_end_as_rfc_4180_says(make_excerpt: MakeExcerpt, make_job: MakeJob) -> None:
    text = "".join(CsvExporter().render(make_job(make_excerpt("一行\n又一行"))))
    assert text.endswith("\r\n")
    assert text.count("\r\n") == 2
    assert '"一行\n又一行"' in text


def test_nothing_marked(make_job: MakeJob) -> None:
    assert "".join(CsvExporter().render(make_job())) == ",".join(HEADER) + "\r\n"
