"""The filters of templates, and the pages that tell of them."""

import csv
import re
import unicodedata
from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.fields import FIELDS
from library.templates.context import Context, DocumentEntry, GroupEntry, PartEntry, QuoteEntry, TagEntry
from library.templates.filters import FILTERS, csv_cells, latex, wrap
from resources import path as resource

GUIDES = ("Templates.md", "模板说明.md")
LINES = st.text(st.sampled_from("字𠮷，。“”（）「」 abc.\n"), max_size=60)


@pytest.mark.parametrize("guide", GUIDES)
def test_the_pages_tell_of_every_name_and_filter(guide: str) -> None:
    text = resource(f"templates/{guide}").read_text(encoding="utf-8")
    named = set(re.findall(r"[`.](\w+)", text))
    entries = (Context, GroupEntry, QuoteEntry, DocumentEntry, PartEntry, TagEntry)
    known = {field.name for entry in entries for field in fields(entry)}
    assert known - named == set()
    assert set(FILTERS) - named == set()
    assert {field.name for field in FIELDS} - named == set()


@settings(max_examples=40, deadline=None)
@given(LINES, st.integers(2, 12))
def test_wrapping_loses_nothing_but_space(text: str, width: int) -> None:
    made = wrap(text, width)
    assert re.sub(r"\s", "", made) == re.sub(r"\s", "", text)
    assert made.count("\n") >= text.count("\n")


def test_lines_are_as_wide_as_was_asked_and_break_where_chinese_may() -> None:
    text = "他说：“先把话听完，再（慢慢）商量办法。”然后 sat down quietly，走了。" * 3
    lines = wrap(text, 12).split("\n")
    assert all(sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line) <= 14 for line in lines)
    assert not any(line[0] in "，。”）：" or line[-1] in "“（" for line in lines)
    assert wrap("quietly sat", 4) == "quietly\nsat"
    assert wrap("", 4) == ""


def test_a_row_comes_back_as_its_cells() -> None:
    cells = ["甲,乙", '引"文"', "两\n行", "=SUM(1)", "", 5]
    (row,) = csv.reader([csv_cells(cells)])
    assert row == ["甲,乙", '引"文"', "两\n行", "'=SUM(1)", "", "5"]


def test_latex_shows_every_sign() -> None:
    assert latex("50% & {x}_#$^~\\\n二") == (
        r"50\% \& \textbraceleft{}x\textbraceright{}\_\#\$\textasciicircum{}\textasciitilde{}\textbackslash{}"
        "\n\n二"
    )
